"""Tabs 4 and 5 speak of every sheet that belongs to them, and their first pages lead to all the others."""

from __future__ import annotations

import re

import pytest

from macros.onward import resolve, speaking_pages
from tests.content.prose import DOCS, Prose
from tests.content.test_glossary import entries
from tests.content.test_sheets import SHEETS, read_sheet

TABS = ("flikar/4-genomforande", "flikar/5-uppfoljning")
PAGES = [
    pytest.param(Prose(file), id=f"{file.parent.name}/{file.stem}")
    for tab in TABS
    for file in sorted((DOCS / tab).glob("*.md"))
]
ABBREVIATION = re.compile(r"\b[A-ZÅÄÖ]{2,}(?:-[A-Z]\b|\+)?")
SCALES = {"CAN", "CANSAS", "DIALOG", "EQ", "GAF", "MANSA", "QPR", "UKU", "WHO", "WHODAS"}
"""Names that the page on scales tells of itself."""
WORKING_SHEETS = [name for name in SHEETS if read_sheet(name).worksheet.tab == 8]


@pytest.mark.parametrize("name", WORKING_SHEETS)
def test_a_sheet_of_the_working_phase_is_spoken_of_in_its_tabs(name: str) -> None:
    pages = [page for page, _ in speaking_pages(DOCS)[name]]
    assert [page for page in pages if page.startswith(TABS) and not page.endswith("index.md")]


@pytest.mark.parametrize("tab", TABS)
def test_the_first_page_of_a_tab_leads_to_all_its_pages(tab: str) -> None:
    first = Prose(DOCS / tab / "index.md")
    reached = {resolve(first.name, link) for link in first.links}
    others = {file.relative_to(DOCS).as_posix() for file in (DOCS / tab).glob("*.md")}
    assert set() == others - reached - {first.name}


@pytest.mark.parametrize("page", PAGES)
def test_an_abbreviation_is_explained_in_the_glossary(page: Prose) -> None:
    known = {word for term, (others, _) in entries().items() for word in (term, *others)}
    used = set(ABBREVIATION.findall(re.sub(r"\]\([^)]*\)", "]", page.body)))
    assert set() == used - known - SCALES
