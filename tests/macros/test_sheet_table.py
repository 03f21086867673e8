"""The table of all worksheets: a row for each, and no cell left empty."""

import re
from pathlib import Path

import pytest

from macros.catalogue import read_catalogue
from macros.sheet_table import HEADER, count_questions, sheet_table
from tests.ract.builders import ROWS, worksheet

# One id a line: tab 7, then tab 8. An editor may add more; none may be missing.
PLANNED = Path(__file__).with_name("planned-sheets.txt").read_text(encoding="utf-8").split()


@pytest.fixture(scope="module")
def catalogue(root):
    return read_catalogue(root / "docs")


@pytest.fixture(scope="module")
def rows(catalogue):
    """The cells of each row, as they stand between their tags."""
    body = sheet_table(catalogue, "om/bladtabell/").split("<tbody>")[1]
    return [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", line) for line in body.split("<tr>")[1:]]


def test_the_plan_names_fifty_eight_sheets_once_each():
    assert len(PLANNED) == len(set(PLANNED)) == 58


def test_there_is_a_row_for_every_sheet(catalogue, rows):
    assert list(catalogue.worksheets) == [row[0] for row in rows]


def test_every_sheet_of_the_plan_is_written(rows):
    assert set() == set(PLANNED) - {row[0] for row in rows}


def test_every_row_has_a_cell_under_every_heading(rows):
    assert {len(HEADER)} == {len(row) for row in rows}


def test_no_cell_is_empty(rows):
    assert [] == [
        row[0] for row in rows for cell in row if not re.sub(r"<[^>]+>", "", cell).strip()
    ]


def test_every_sheet_has_questions_of_its_own(rows):
    assert [] == [row[0] for row in rows if int(row[HEADER.index("Frågor")]) < 1]


def test_every_sheet_has_an_example(rows):
    assert {"ja"} == {row[HEADER.index("Exempel")] for row in rows}


def test_the_blank_sheet_and_the_questionnaire_are_reached_from_the_page(rows):
    goal = next(row for row in rows if row[0] == "mal")
    assert goal[-2:] == [
        '<a href="../../arbetsblad/mal/mal.pdf">PDF</a>',
        '<a href="../../arbetsblad/mal/questionnaire.json">JSON</a>',
    ]


def test_a_sheet_says_what_it_reads_and_what_reads_it(rows):
    goal, plan = (next(row for row in rows if row[0] == name) for name in ("mal", "personlig-plan"))
    there, back = HEADER.index("Läser ur"), HEADER.index("Läses av")
    assert ("mal" in plan[there].split(", "), "personlig-plan" in goal[back].split(", ")) == (
        True,
        True,
    )


def test_each_column_of_rows_counts_as_a_question():
    assert count_questions(worksheet({"id": "a", "typ": "text", "fråga": "Vad?"}, ROWS)) == 3
