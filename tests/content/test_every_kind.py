"""A new worksheet is one new file: one with a question of every kind builds with no change of code."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.front_matter import read_front_matter
from ract.definition import read_worksheet
from ract.fields import KINDS, Rows, Scale
from ract.model import Field
from ract.texts import SCALES
from tests.new_sheets import EVERY_KIND as FILE

SHEET = read_worksheet(FILE.stem, read_front_matter(FILE.read_text(encoding="utf-8")).values)


def every_question() -> Iterator[Field]:
    for field in SHEET.fields():
        yield field
        yield from field.columns if isinstance(field, Rows) else ()


@pytest.fixture(scope="module")
def site(site_with_new_sheets: Path) -> Path:
    """The site that is built when the file lies among the worksheets."""
    return site_with_new_sheets


@pytest.fixture(scope="module")
def page(site: Path) -> str:
    return (site / "arbetsblad" / FILE.stem / "index.html").read_text(encoding="utf-8")


def test_the_sheet_has_a_question_of_every_kind() -> None:
    assert set(KINDS) == {field.kind for field in every_question()}


def test_the_sheet_has_a_question_on_every_scale() -> None:
    assert set(SCALES) == {field.scale for field in every_question() if isinstance(field, Scale)}


def test_its_page_has_its_form(page: str) -> None:
    assert f'data-worksheet="{FILE.stem}" data-version="3"' in page


def test_every_question_of_its_own_stands_on_its_page(page: str) -> None:
    asked = set(re.findall(r'data-field="([^"/]+)"', page))
    assert set() == {field.id for field in SHEET.fields()} - asked


def test_its_blank_sheet_is_there(site: Path) -> None:
    file = site / "arbetsblad" / FILE.stem / f"{FILE.stem}.pdf"
    assert file.read_bytes().startswith(b"%PDF-")


def test_its_questionnaire_is_there(site: Path) -> None:
    file = site / "arbetsblad" / FILE.stem / "questionnaire.json"
    assert FILE.stem == json.loads(file.read_text(encoding="utf-8"))["id"]


def test_it_is_among_the_definitions_for_the_browser(site: Path) -> None:
    definitions = json.loads((site / "definitions.json").read_text(encoding="utf-8"))
    assert FILE.stem in [definition["id"] for definition in definitions]


def test_it_is_in_the_table_of_all_sheets(site: Path) -> None:
    table = (site / "om" / "bladtabell" / "index.html").read_text(encoding="utf-8")
    assert f'<th scope="row">{FILE.stem}</th>' in table


def test_it_is_in_the_list_of_all_sheets(site: Path) -> None:
    listed = (site / "arbetsblad" / "index.html").read_text(encoding="utf-8")
    assert SHEET.title in listed
