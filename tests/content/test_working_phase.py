"""Tabs 4 and 5 speak of every sheet that belongs to them, on a page that tells how to use it."""

from __future__ import annotations

import pytest

from macros.onward import speaking_pages
from tests.content.prose import DOCS
from tests.content.test_sheets import SHEETS, read_sheet

TABS = ("flikar/4-genomforande", "flikar/5-uppfoljning")
WORKING_SHEETS = [name for name in SHEETS if read_sheet(name).worksheet.tab == 8]


@pytest.mark.parametrize("name", WORKING_SHEETS)
def test_a_sheet_of_the_working_phase_is_spoken_of_in_its_tabs(name: str) -> None:
    pages = [page for page, _ in speaking_pages(DOCS)[name]]
    assert [page for page in pages if page.startswith(TABS) and not page.endswith("index.md")]
