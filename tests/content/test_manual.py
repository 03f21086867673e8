"""The manual is whole: every planned page is there, in its place, and leads on to pages and worksheets."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

import pytest

from macros.front_matter import read_front_matter
from macros.onward import resolve, speaking_pages
from tests.content.prose import DOCS, ROOT, Prose
from tests.content.test_glossary import entries

PLANNED = Path(__file__).with_name("manual-pages.txt").read_text(encoding="utf-8").split()
"""Every page that the manual must have, in the order of the binder, as its file inside docs."""

IN_A_TAB = [name for name in PLANNED if name.startswith("flikar/")]
TABS = sorted({posixpath.dirname(name) for name in IN_A_TAB})
SHEETS = sorted(file.stem for file in (DOCS / "arbetsblad").glob("*.md") if file.stem != "index")
SHEETS_OF_TAB_7 = [
    sheet
    for sheet in SHEETS
    if re.search(
        r"^  flik: 7$", (DOCS / "arbetsblad" / f"{sheet}.md").read_text("utf-8"), re.MULTILINE
    )
]
SHORTENED = re.compile(r"\b[A-ZÅÄÖ]{2,}(?:-[A-ZÅÄÖ]+)*\b")
SCALES = {"CAN", "CANSAS", "DIALOG", "EQ", "GAF", "MANSA", "QPR", "UKU", "WHO", "WHODAS"}
"""Names of questionnaires, which the page on scales tells of itself."""


def own_links(name: str) -> set[str]:
    """Return the files inside docs that a page links to."""
    pages = (address.partition("#")[0] for address in Prose(DOCS / name).links)
    return {resolve(name, page) for page in pages if page.endswith(".md")}


def test_no_page_is_planned_twice() -> None:
    assert sorted(set(PLANNED)) == sorted(PLANNED)


@pytest.mark.parametrize("name", PLANNED)
def test_every_planned_page_is_written(name: str) -> None:
    assert (DOCS / name).is_file()


@pytest.mark.parametrize("tab", TABS)
def test_no_page_of_a_tab_stands_outside_the_plan(tab: str) -> None:
    written = {file.relative_to(DOCS).as_posix() for file in (DOCS / tab).glob("*.md")}
    assert set() == written - set(PLANNED) - {f"{tab}/index.md"}


def test_the_menu_follows_the_order_of_the_plan() -> None:
    menu = re.findall(
        r"^ +- (flikar/\S+\.md)$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE
    )
    assert [name for name in menu if name in IN_A_TAB] == IN_A_TAB


@pytest.mark.parametrize("tab", TABS)
def test_the_first_page_of_a_tab_leads_to_all_its_pages(tab: str) -> None:
    mine = {name for name in IN_A_TAB if posixpath.dirname(name) == tab}
    assert set() == mine - own_links(f"{tab}/index.md")


@pytest.mark.parametrize("name", PLANNED)
def test_a_page_says_who_wrote_it(name: str) -> None:
    head = read_front_matter((DOCS / name).read_text(encoding="utf-8"))
    assert head.values.get("författare")


@pytest.mark.parametrize("name", IN_A_TAB)
def test_a_page_leads_on_to_another_page_of_the_manual(name: str) -> None:
    assert own_links(name) & (set(PLANNED) - {name})


@pytest.mark.parametrize("sheet", SHEETS_OF_TAB_7)
def test_a_sheet_for_mapping_and_planning_is_reached_from_the_pages_that_come_before(
    sheet: str,
) -> None:
    pages = {page for page, _ in speaking_pages(DOCS).get(sheet, [])}
    assert pages & {name for name in IN_A_TAB if name[len("flikar/")] in "123"}


@pytest.mark.parametrize("name", IN_A_TAB)
def test_a_shortened_word_is_explained_in_the_glossary(name: str) -> None:
    words = re.sub(r"\]\([^)]*\)", "]", Prose(DOCS / name).body)
    known = {word for term, (others, _) in entries().items() for word in (term, *others)}
    assert set() == set(SHORTENED.findall(words)) - known - SCALES
