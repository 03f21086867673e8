"""Where a cell of a table ends, marked for the search while a page is indexed, and gone from the page itself.

Svenska: sökmärken. May import: nothing of ours. MkDocs calls `on_page_content` and `on_post_page` (mkdocs.yml,
`hooks`). Its search plugin reads a page between the two and forgets tables, so that their cells would run together.
"""

from __future__ import annotations

import re
from typing import Any

MARK = "\u241f"
"""The sign for the end of a unit; no page of ours has it."""
END_OF_CELL = re.compile(r"(?=</(?:td|th|caption|dt)>)")


def on_page_content(html: str, **_: Any) -> str:
    """Return a page's HTML with a mark at the end of every cell."""
    return END_OF_CELL.sub(MARK, html)


def on_post_page(output: str, **_: Any) -> str:
    """Return the finished page without marks."""
    return output.replace(MARK, "")
