"""The sheets that are given away: each is planned, reached from tab 6, and names only numbers that are certain."""

from __future__ import annotations

import re

import pytest

from tests.content.prose import DOCS, Prose
from tests.content.test_manual import PLANNED, own_links

SHEETS = [name for name in PLANNED if name.startswith("information/")]
WAY_IN = "flikar/6-information/index.md"
NUMBER = re.compile(r"(?<![\d–-])\d[\d\s-]{1,}\d(?![\d–-])")
CERTAIN = {"112", "1177"}


def test_no_sheet_stands_outside_the_plan() -> None:
    written = {file.relative_to(DOCS).as_posix() for file in (DOCS / "information").glob("*.md")}
    assert set(SHEETS) == written


def test_the_way_in_leads_to_every_sheet() -> None:
    assert set() == set(SHEETS) - own_links(WAY_IN)


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_stands_in_tab_six(name: str) -> None:
    assert "6" == Prose(DOCS / name).head.values.get("flik")


@pytest.mark.parametrize(
    "name", ["information/om-det-ar-akut.md", "information/till-dig-som-ar-barn.md"]
)
def test_only_numbers_that_are_certain_are_given_in_an_emergency(name: str) -> None:
    assert set(NUMBER.findall(Prose(DOCS / name).body)) <= CERTAIN


@pytest.mark.parametrize("name", SHEETS)
def test_every_number_that_can_be_called_is_certain(name: str) -> None:
    called = {link.removeprefix("tel:") for link in Prose(DOCS / name).links if "tel:" in link}
    assert called <= CERTAIN


def test_the_child_is_told_whom_to_ask_and_that_it_is_nobodys_fault() -> None:
    sheet = Prose(DOCS / "information/till-dig-som-ar-barn.md").source
    said = ["inte ditt fel", "## Vem kan du prata med?", "## Till dig som är tonåring"]
    assert [] == [words for words in said if words not in sheet]
