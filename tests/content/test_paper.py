"""Every worksheet exists as a blank sheet: with every question, nothing cut, made to be written on."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdf
import pytest

from ract.export.blank import blank_sheet, write_blank
from ract.fields import Confirmation, Rows
from ract.fields.choice import Options
from ract.fields.picture import Picture
from ract.model import Field, Worksheet
from tests.content.paper import (
    FONTS,
    SHEETS,
    blank_pdf,
    pages_of,
    places_of,
    squeezed,
    wording_of,
)

SMALLEST = 12


@pytest.fixture(params=sorted(SHEETS))
def sheet(request: pytest.FixtureRequest) -> Worksheet:
    return SHEETS[request.param]


def on_paper(sheet: Worksheet) -> Iterator[Field]:
    """Yield every question that must have its place; a fixed row brings its own first answer."""
    for field in sheet.fields():
        yield field
        if isinstance(field, Rows):
            yield from (c for c in field.columns if c.id != field.fixed_column)


def missing(sheet: Worksheet, words: list[str]) -> list[str]:
    text = "".join(pages_of(sheet.id))
    return [word for word in words if squeezed(word) not in text]


def test_every_question_has_its_place(sheet: Worksheet) -> None:
    assert [] == missing(sheet, [field.question for field in on_paper(sheet)])


def test_every_help_stands_with_its_question(sheet: Worksheet) -> None:
    assert [] == missing(sheet, [field.help for field in on_paper(sheet)])


def test_every_option_can_be_ticked(sheet: Worksheet) -> None:
    options = [o for f in on_paper(sheet) if isinstance(f, Options) for o in f.options]
    assert [] == missing(sheet, options)


def test_every_room_for_own_words_has_its_name(sheet: Worksheet) -> None:
    names = [f.free_text for f in on_paper(sheet) if isinstance(f, Options)]
    assert [] == missing(sheet, names)


def test_every_condition_is_said_in_words(sheet: Worksheet) -> None:
    wording = wording_of(sheet)
    assert [] == missing(sheet, [wording.condition(field) for field in on_paper(sheet)])


def test_every_row_has_its_name(sheet: Worksheet) -> None:
    names = [
        name
        for field in sheet.fields()
        if isinstance(field, Rows)
        for name in field.fixed_rows
        or [f"{field.row_name} {n}" for n in range(1, field.blank_rows + 1)]
    ]
    assert [] == missing(sheet, names)


def test_no_question_is_split_from_its_room_to_answer(sheet: Worksheet) -> None:
    places = places_of(sheet.id)
    starts = [place for place in places if place["what"] == "question"]
    ends = [place for place in places if place["what"] == "answer"]
    assert [(place["question"], place["page"]) for place in starts] == [
        (place["question"], place["page"]) for place in ends
    ]


def test_every_question_that_is_no_row_of_a_table_is_looked_at(sheet: Worksheet) -> None:
    looked_at = {place["question"] for place in places_of(sheet.id)}
    rows = {item["question"] for item in drawn(sheet) if item["item"] in {"table", "blocks"}}
    assert {field.question for field in sheet.fields()} - rows <= looked_at


def test_a_confirmation_says_whose_name_it_waits_for(sheet: Worksheet) -> None:
    names = [f"namn ({f.who})" for f in on_paper(sheet) if isinstance(f, Confirmation)]
    assert [] == missing(sheet, names)


def test_the_foot_of_every_page_says_which_sheet_and_page_it_is(sheet: Worksheet) -> None:
    pages = pages_of(sheet.id)
    about = squeezed(f"{sheet.id}, version {sheet.version}")
    wrong = [
        number
        for number, words in enumerate(pages, start=1)
        if about not in words or f"Sida{number}av{len(pages)}" not in words
    ]
    assert [] == wrong


def test_no_letter_is_smaller_than_twelve_points(sheet: Worksheet) -> None:
    sizes: set[float] = set()

    def note(text: str, _cm: object, tm: list[float], _font: object, size: float) -> None:
        if text.strip():
            sizes.add(round(abs(size * tm[3]), 1))

    for page in pypdf.PdfReader(io.BytesIO(blank_pdf(sheet.id))).pages:
        page.extract_text(visitor_text=note)
    assert [] == sorted(size for size in sizes if size < SMALLEST)


def test_the_blank_sheet_says_that_it_is_accessible(sheet: Worksheet) -> None:
    with pikepdf.open(io.BytesIO(blank_pdf(sheet.id))) as pdf, pdf.open_metadata() as about:
        found = {
            "tagged": bool(pdf.Root.MarkInfo.Marked),
            "tree": "/StructTreeRoot" in pdf.Root,
            "language": str(pdf.Root.Lang),
            "title": str(pdf.docinfo["/Title"]),
            "shows its title": bool(pdf.Root.ViewerPreferences.DisplayDocTitle),
            "PDF/UA": about["pdfuaid:part"],
            "PDF/A": about["pdfaid:part"] + about["pdfaid:conformance"],
        }
    assert found == {
        "tagged": True,
        "tree": True,
        "language": "sv",
        "title": sheet.title,
        "shows its title": True,
        "PDF/UA": "1",
        "PDF/A": "3A",
    }


def tags_of(element: pikepdf.Object) -> Iterator[str]:
    """Yield the sort of every element of the tree that a screen reader follows."""
    if isinstance(element, pikepdf.Array):
        for item in element:
            yield from tags_of(item)
    elif isinstance(element, pikepdf.Dictionary):
        if "/S" in element:
            yield str(element.S)
        if "/K" in element:
            yield from tags_of(element.K)


def test_a_screen_reader_meets_headings_tables_and_paragraphs(sheet: Worksheet) -> None:
    with pikepdf.open(io.BytesIO(blank_pdf(sheet.id))) as pdf:
        tags = list(tags_of(pdf.Root.StructTreeRoot.K))
    rows = [item["item"] for item in drawn(sheet) if item["item"] in {"table", "blocks"}]
    pictures = sum(isinstance(field, Picture) for field in sheet.fields())
    found = (tags.count("/H1"), tags.count("/H2"), tags.count("/Table"), tags.count("/Figure"))
    assert (len(sheet.all_sections()), len(rows), rows.count("table"), pictures) == found


def drawn(sheet: Worksheet) -> list[dict[str, Any]]:
    """Return everything that the template draws under the headings of the sections."""
    sections: Any = blank_sheet(sheet, wording_of(sheet), "Arbetsblad")["sections"]
    return [item for section in sections for item in section["items"]]


def test_every_section_is_a_heading_in_the_contents(sheet: Worksheet) -> None:
    with pikepdf.open(io.BytesIO(blank_pdf(sheet.id))) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert [section.heading for section in sheet.all_sections()] == titles


def test_the_same_sheet_gives_the_same_bytes(sheet: Worksheet) -> None:
    again = write_blank(sheet, wording_of(sheet), "Arbetsblad", FONTS)
    assert blank_pdf(sheet.id) == again
