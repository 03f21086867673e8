"""Everything on the site that others made, with version and licence, as a table for a page.

Svenska: licenser. May import: runtime, MkDocs' way to write a relative address.
"""

from __future__ import annotations

from html import escape
from typing import Any

from mkdocs.utils import get_relative_url

from macros.runtime import Part, RuntimeLock


def define_licences(env: Any, lock: RuntimeLock) -> None:
    """Give the pages `licenser()`: a table of all that others made, with version and licence."""

    @env.macro  # type: ignore[untyped-decorator]
    def licenser() -> str:
        return licence_table(lock, str(env.page.url))


def licence_table(lock: RuntimeLock, page_url: str) -> str:
    """Return the licence table as HTML, with addresses that hold from the given page."""
    rows = [row(part, page_url) for part in lock.parts]
    head = "".join(
        f'<th scope="col">{word}</th>' for word in ("Del", "Version", "Licens", "Vad den gör")
    )
    return (
        "<table><caption>Delar som andra har gjort</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )


def row(part: Part, page_url: str) -> str:
    """Return the row of one part, with a link to its licence text on the site."""
    address = escape(get_relative_url(part.text, page_url))
    return (
        f'<tr><th scope="row">{escape(part.name)}</th><td>{escape(part.version)}</td>'
        f'<td><a href="{address}">{escape(part.licence)}</a></td>'
        f"<td>{escape(part.about)}</td></tr>"
    )
