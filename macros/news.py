"""What is new, for the start page: the first list on the page of versions, so that it is written once.

Svenska: nytt sedan sist. May import: onward, MkDocs' PluginError.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from macros.onward import resolve

SOURCE = "om/versioner.md"
FIRST_LIST = re.compile(r"^## [^\n]+\n+((?:- [^\n]+\n)+)", re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s:#]+)")


def define_news(env: Any) -> None:
    """Give the start page the macro for what is new."""
    docs = Path(env.conf["docs_dir"])
    env.macro(lambda: news(docs), "nytt_sedan_sist")


def news(docs: Path) -> str:
    """Return the newest list of the page of versions, with links that hold from the start page."""
    found = FIRST_LIST.search((docs / SOURCE).read_text(encoding="utf-8"))
    if not found:
        raise PluginError(
            f"docs/{SOURCE}: det nyaste ska stå först, som en rubrik (##) och en lista under den."
        )
    return LINK.sub(lambda link: f"]({resolve(SOURCE, link[1])}", found[1]).rstrip()
