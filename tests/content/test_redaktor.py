"""What REDAKTOR.md shows an editor is true: its worksheet builds, and its error lines are the real ones."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros.catalogue import CatalogueError, read_catalogue
from ract.computations import COMPUTATIONS
from ract.fields.picture import SORTS
from tests.content.prose import DOCS, ROOT
from tests.new_sheets import SHOWN, shown_sheet

GUIDE = (ROOT / "REDAKTOR.md").read_text(encoding="utf-8")
SHEET = shown_sheet(ROOT)
(ERROR_LINES,) = re.findall(r"^```text\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)
SHEET_FILE = f"{SHOWN}.md"
SLIPS = [
    ("skala: nöjd", "skala: glad"),
    ("fält: hjalp,", "fält: hjälpen,"),
    ("          fråga: När börjar du?", "\t  fråga: När börjar du?"),
    ("nar: 2026-03-02", "nar: 2026-02-30"),
]


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A docs folder with the guide's sheet in it, beside every page there is."""
    copy = tmp_path / "docs"
    shutil.copytree(DOCS, copy)
    (copy / "arbetsblad" / SHEET_FILE).write_text(SHEET, encoding="utf-8")
    return copy


def lines_for(docs: Path, sheet: str) -> list[str]:
    (docs / "arbetsblad" / SHEET_FILE).write_text(sheet, encoding="utf-8")
    with pytest.raises(CatalogueError) as found:
        read_catalogue(docs)
    return found.value.lines


def test_the_sheet_in_the_guide_has_a_page_with_its_form(site_with_new_sheets: Path) -> None:
    page = (site_with_new_sheets / "arbetsblad" / SHOWN / "index.html").read_text(encoding="utf-8")
    assert re.search(f'<form [^>]*data-worksheet="{SHOWN}" data-version="1"', page)


@pytest.mark.parametrize(("right", "wrong"), SLIPS)
def test_a_slip_gives_a_line_that_the_guide_shows(docs: Path, right: str, wrong: str) -> None:
    assert SHEET.count(right) == 1
    lines = lines_for(docs, SHEET.replace(right, wrong))
    assert [] == [line for line in lines if line not in ERROR_LINES.splitlines()]


def test_the_guide_shows_no_line_that_the_build_never_says(docs: Path) -> None:
    said = [line for right, wrong in SLIPS for line in lines_for(docs, SHEET.replace(right, wrong))]
    assert sorted(ERROR_LINES.splitlines()) == sorted(said)


def test_every_key_in_the_sheet_is_explained() -> None:
    definition = SHEET.split("formulär:")[1].split("\n  exempel:")[0]
    keys = set(re.findall(r"^ *(?:- )?([a-zåäö][a-zåäö ]*):", definition, re.MULTILINE))
    assert set() == {key for key in keys if f"`{key}`" not in GUIDE}


def _computation_rows() -> dict[str, list[str]]:
    """Return what the guide says of each computation: the names in the column of its keys."""
    table = GUIDE.split("| `räkna` | Vad det blir | Under `av` |")[1].split("\n\n")[0]
    cells = [line.split(" | ") for line in table.splitlines() if line.startswith("| `")]
    return {cell[0].strip("| `"): re.findall(r"`([^`]+)`", cell[2]) for cell in cells}


def test_the_guide_lists_every_computation_and_no_other() -> None:
    assert list(_computation_rows()) == list(COMPUTATIONS)


def test_the_guide_names_the_keys_of_every_computation() -> None:
    told = {name: set(keys) for name, keys in _computation_rows().items()}
    keys = {name: {*one.needs, *one.may_have} for name, one in COMPUTATIONS.items()}
    assert told == keys


def test_the_guide_lists_every_sort_of_picture() -> None:
    table = GUIDE.split("| `bild` | Måste finnas under `av` | Kan finnas |")[1].split("\n\n")[0]
    assert re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE) == list(SORTS)
