"""Mistakes in a page's macro calls, told to the editor in one line.

Svenska: sidfel. May import: Jinja2's errors, mkdocs-macros' list of error texts, MkDocs' PluginError.

mkdocs-macros would print a traceback; it lets us register what to do with each sort of error instead.
"""

from __future__ import annotations

import re
import traceback
from pathlib import Path
from typing import Any, NoReturn

from jinja2 import TemplateSyntaxError, UndefinedError
from mkdocs.exceptions import PluginError
from mkdocs_macros.errors import format_error

TEMPLATE = "<template>"


def register_page_errors() -> None:
    """Make every mistake in a macro call stop the build with file, line and what is wrong."""
    for sort in (Exception, TemplateSyntaxError, UndefinedError):
        format_error.register(sort, stop_build)


def stop_build(error: Exception, markdown: str, page: Any) -> NoReturn:
    """Stop the build with the one line that an editor needs."""
    source = Path(page.file.abs_src_path).read_text(encoding="utf-8")
    line = line_in_body(error) + lines_of_head(source, markdown)
    raise PluginError(f"docs/{page.file.src_uri} rad {line}: {explain(error)}") from None


def lines_of_head(source: str, body: str) -> int:
    """Return how many lines of the file stand before the body that the macros saw."""
    return max(source.rstrip("\n").count("\n") - body.rstrip("\n").count("\n"), 0)


def line_in_body(error: Exception) -> int:
    """Return the line of the body where a macro call went wrong."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == TEMPLATE and frame.lineno]
    return lines[-1] if lines else 1


def explain(error: Exception) -> str:
    """Return what is wrong, in Swedish."""
    if isinstance(error, TemplateSyntaxError):
        return "Anropet mellan {{ och }} går inte att läsa. Se efter parenteser och citattecken."
    missing = re.match(r"'(\w+)' is undefined", str(error))
    if missing:
        return f"Det finns inget som heter ”{missing[1]}” att anropa. Är det rätt stavat?"
    return str(error)
