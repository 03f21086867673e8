"""Puts each worksheet's form in its place when Markdown has done its work on the page.

Svenska: formulärkrok. May import: nothing of ours. MkDocs calls `on_page_content` (mkdocs.yml, `hooks`).
A form is finished HTML. Markdown would read every element of it, which takes longer than all
else in a rebuild; so it reads a mark instead.
"""

from __future__ import annotations

from typing import Any

MARK = '<div data-form-mark=""></div>'
KEY = "formulär som html"
"""Where the macro leaves the form: among what the page's head says."""


def on_page_content(html: str, page: Any, **_: Any) -> str:
    """Return a page's HTML with the form where its mark stood."""
    form = page.meta.pop(KEY, None)
    return html if form is None else html.replace(MARK, form)
