"""Licences (svenska: licenser): names everything on the site that others made.

May import: runtime, MkDocs' way to write a relative address.
"""

from __future__ import annotations

from html import escape
from importlib.metadata import version
from typing import Any

from mkdocs.utils import get_relative_url

from macros.runtime import Part, RuntimeLock

# These come into the site through MkDocs itself, not through the runtime folder.
THEME = (
    ("mkdocs-material", "Material for MkDocs", "MIT", "Utseende, sökning och ikoner."),
    ("mkdocs", "MkDocs", "BSD-2-Clause", "Bygger sidorna."),
)


def define_licences(env: Any, lock: RuntimeLock) -> None:
    """Give the pages `licenser()`: a table of all that others made, with version and licence."""

    @env.macro  # type: ignore[untyped-decorator]
    def licenser() -> str:
        return licence_table(lock, str(env.page.url))


def licence_table(lock: RuntimeLock, page_url: str) -> str:
    """Return the licence table as HTML, with addresses that hold from the given page."""
    rows = [theme_row(*entry) for entry in THEME]
    rows += [part_row(part, page_url) for part in lock.parts]
    head = "".join(
        f'<th scope="col">{word}</th>' for word in ("Del", "Version", "Licens", "Vad den gör")
    )
    return (
        "<table><caption>Delar som andra har gjort</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )


def theme_row(package: str, name: str, licence: str, about: str) -> str:
    """Return the row of a part that the build itself brings."""
    return row(name, version(package), escape(licence), about)


def part_row(part: Part, page_url: str) -> str:
    """Return the row of a runtime part, with a link to its licence text on the site."""
    address = escape(get_relative_url(part.text, page_url))
    return row(
        part.name, part.version, f'<a href="{address}">{escape(part.licence)}</a>', part.about
    )


def row(name: str, number: str, licence_html: str, about: str) -> str:
    """Return one table row; the licence is HTML already, the rest is text."""
    return (
        f'<tr><th scope="row">{escape(name)}</th><td>{escape(number)}</td>'
        f"<td>{licence_html}</td><td>{escape(about)}</td></tr>"
    )
