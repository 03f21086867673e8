"""A worksheet printed by the browser, page by page: its foot, and no question parted from its answer."""

import io
import json
import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from ract.definition import read_worksheet
from ract.fields import LongText, Rows, Text
from tests.browser.sheets import (
    bring_in,
    hold_python,
    line,
    open_sheet,
    sheet_file,
    written_file,
)

MANY = 200
# The name of a row, and then nothing; the foot of a page stands first among its words.
ALONE = re.compile(r"Person\d+$")
SHEETS = ["mal", "krisplan", "vard-och-stodmote", "natverkskarta", "tidiga-tecken"]


def squeezed(words: str) -> str:
    """The words without the breaks that paper puts into them."""
    return re.sub(r"[\s\u00ad]+", "", words)


def pages_of(page) -> list[str]:
    """The words of each page, as printed to PDF."""
    pdf = page.pdf(format="A4", print_background=True)
    return [squeezed(one.extract_text()) for one in PdfReader(io.BytesIO(pdf)).pages]


@pytest.fixture(scope="module")
def definitions(built_site: Path) -> dict:
    return {
        one["id"]: read_worksheet(one["id"], one)
        for one in json.loads((built_site / "definitions.json").read_text(encoding="utf-8"))
    }


def filled(worksheet, rows_each: int) -> tuple[dict, dict]:
    """An answer on every written line, each unlike all others, and so many rows wherever there are rows."""
    answers, rows = {}, {}
    for field in worksheet.fields():
        if isinstance(field, (Text, LongText)):
            answers[field.id] = f"[{field.id}]"
        if isinstance(field, Rows) and not field.fixed_rows:
            rows[field.id] = [f"r{n}" for n in range(1, rows_each + 1)]
            for row in rows[field.id]:
                for column in field.columns:
                    if isinstance(column, (Text, LongText)):
                        answers[f"{field.id}/{row}/{column.id}"] = f"[{field.id}-{row}-{column.id}]"
    return answers, rows


def printed(page, site, tmp_path, worksheet, rows_each=3) -> tuple[list[str], dict]:
    """The pages of a sheet with an answer on every written line, and those answers."""
    answers, rows = filled(worksheet, rows_each)
    open_sheet(page, site, worksheet.id)
    if answers:
        file = sheet_file(worksheet.id, answers=answers, rows=rows, version=worksheet.version)
        bring_in(page, written_file(tmp_path, file))
        first = next(iter(answers))
        page.wait_for_function(
            "([name, words]) => document.getElementsByName(name)[0]?.value === words",
            arg=[first, answers[first]],
        )
    return pages_of(page), answers


@pytest.mark.parametrize("name", SHEETS)
def test_every_page_of_a_blank_sheet_says_which_sheet_and_version_it_is(
    context, site, definitions, name
):
    hold_python(context)
    sheet = definitions[name]
    pages = pages_of(open_sheet(context.new_page(), site, name))
    foot = squeezed(f"RACT-pärmen · {name}, version {sheet.version}")
    assert [] == [n for n, words in enumerate(pages, 1) if foot not in words]


@pytest.mark.parametrize("name", SHEETS)
def test_no_typed_answer_is_missing_or_parted_from_its_question(
    context, site, tmp_path, definitions, name
):
    sheet = definitions[name]
    pages, answers = printed(context.new_page(), site, tmp_path, sheet)
    assert [] == parted(sheet, pages, answers)


def test_of_two_hundred_rows_every_word_is_printed_beside_its_question(
    context, site, tmp_path, definitions
):
    hold_python(context)
    sheet = definitions["mal"]
    pages, answers = printed(context.new_page(), site, tmp_path, sheet, MANY)
    assert len(answers) > MANY
    assert [] == parted(sheet, pages, answers)


def test_a_long_row_begins_where_there_is_room_with_its_first_question(context, site):
    hold_python(context)
    first, *_ = pages_of(open_sheet(context.new_page(), site, "utvardera-delmal"))
    assert "Delmål1Vilketdelmålgällerdet?" in first


@pytest.mark.parametrize("times", [20, 22, 24])
def test_the_name_of_a_row_goes_over_the_page_with_its_first_question(context, site, times):
    hold_python(context)
    page = open_sheet(context.new_page(), site, "natverkskarta")
    line(page, "deltagare").fill("namn " * 9 * times)
    for name in page.locator('[name$="/person"]').all():
        name.fill("Exempelnamn " * 6)
    assert [] == [n for n, words in enumerate(pages_of(page), 1) if ALONE.search(words)]


def parted(sheet, pages, answers) -> list[str]:
    """The answers that stand on no page, or on one that has too few of their question."""
    wrong = []
    for name, words in answers.items():
        at = [page for page in pages if squeezed(words) in page]
        question = squeezed(question_of(sheet, name))
        kin = [w for n, w in answers.items() if question_of(sheet, n) == question_of(sheet, name)]
        if not at or at[0].count(question) < sum(squeezed(w) in at[0] for w in kin):
            wrong.append(name)
    return wrong


def question_of(sheet, name: str) -> str:
    """The words of the question that a control answers."""
    parts = name.split("/")
    field = sheet.field(parts[0])
    columns = field.columns if isinstance(field, Rows) else ()
    return next((c.question for c in columns if c.id == parts[-1]), field.question)


def test_the_foot_is_there_without_scripts(new_context, site, definitions):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(site.url("arbetsblad/mal/"))
    line(page, "drom").fill("Bo nära havet")
    version = definitions["mal"].version
    assert all(f"mal,version{version}" in words for words in pages_of(page))
