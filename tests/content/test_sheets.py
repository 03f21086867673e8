"""The worksheets as an editor wrote them: they load, they are kind, and their examples hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.front_matter import FrontMatter, read_front_matter
from macros.onward import speaking_pages
from ract.answers import computed_values, read_answers
from ract.context import Context
from ract.definition import read_worksheet
from ract.fields import Choices, Fetched, People, Reference, Rows, Scale
from ract.model import SEPARATOR, Field, Worksheet, Written

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "arbetsblad"
FILES = sorted(file for file in FOLDER.glob("*.md") if file.stem != "index")
SHEETS = [file.stem for file in FILES]

MACRO = "{{ arbetsblad() }}"
INVENTED = (
    "Kim Exempel",
    "Robin Testsson",
    "Sam Låtsas",
    "Gun Exempel",
    "Noor Fiktiv",
    "Dr Påhitt",
    "Elin Modell",
    "Ivar Mall",
    "Ali Demo",
    "Berit Provdotter",
)
LONGEST_QUESTION = 20
TAB_PAGES = {
    7: "../flikar/7-kartlaggning/index.md",
    8: "../flikar/8-genomforande-blad/index.md",
}
LONGEST_GUIDANCE = 250
EASY = 30
"""LIX for what the person reads; a smoke alarm, no proof of easy reading."""


@dataclass(frozen=True)
class Sheet:
    head: FrontMatter
    body: str
    worksheet: Worksheet

    def part(self, heading: str) -> str:
        """Return the body's text under a heading of the second level."""
        found = re.search(
            rf"^## {re.escape(heading)}$(.*?)(?=^## |\Z)", self.body, re.MULTILINE | re.DOTALL
        )
        return found[1].strip() if found else ""


def read_sheet(sheet_id: str) -> Sheet:
    words = (FOLDER / f"{sheet_id}.md").read_text(encoding="utf-8")
    head = read_front_matter(words)
    body = words.split("\n---\n", 1)[1]
    return Sheet(head, body, read_worksheet(sheet_id, head.values))


def every_field(worksheet: Worksheet) -> Iterator[tuple[str, Field]]:
    """Yield each field and each column with a name to tell it by."""
    for field in worksheet.fields():
        yield field.id, field
        for column in field.columns if isinstance(field, Rows) else ():
            yield f"{field.id}{SEPARATOR}{column.id}", column


def every_cell(worksheet: Worksheet) -> Iterator[tuple[str, Field]]:
    """Yield each control of the example with the field or column it belongs to."""
    for field in worksheet.fields():
        yield field.id, field
        if isinstance(field, Rows):
            for row_id in worksheet.example.row_ids(field.id):
                for column in field.columns:
                    yield field.cell(field.id, row_id, column.id), column


def names_in(words: str) -> list[str]:
    return [name for name in INVENTED if name in words]


def lix(words: str) -> float:
    """Return LIX: words per sentence, and the share of words over six letters."""
    plain = re.sub(r"[*_#>\[\]()]", " ", words)
    every = re.findall(r"[\wåäöÅÄÖ]+", plain)
    sentences = len(re.findall(r"[.?!:]+", plain)) or 1
    long = [word for word in every if len(word) > 6]
    return len(every) / sentences + 100 * len(long) / len(every)


@pytest.fixture(params=SHEETS)
def sheet(request: pytest.FixtureRequest) -> Sheet:
    return read_sheet(request.param)


def test_the_six_sheets_of_the_spine_are_there():
    spine = {"mina-kontakter", "natverkskarta", "livsomraden", "mal", "delmal", "personlig-plan"}
    assert spine - set(SHEETS) == set()


def test_a_sheet_loads_without_a_mistake(sheet):
    assert sheet.head.mistakes == []


def test_an_example_passes_the_sheets_own_checks(sheet):
    assert read_answers(sheet.worksheet, sheet.worksheet.example).problems == ()


def test_an_example_hides_no_question(sheet):
    assert read_answers(sheet.worksheet, sheet.worksheet.example).hidden == ()


def test_an_example_answers_every_question(sheet):
    example = sheet.worksheet.example
    blank = [
        field.id
        for field in sheet.worksheet.fields()
        if field.is_asked and field.is_blank(example, field.id)
    ]
    assert blank == []


def test_an_example_answers_every_column_in_some_row(sheet):
    example = sheet.worksheet.example
    blank = [
        f"{field.id}/{column.id}"
        for field in sheet.worksheet.fields()
        if isinstance(field, Rows)
        for column in field.columns
        if all(
            column.is_blank(example, field.cell(field.id, row, column.id))
            for row in example.row_ids(field.id)
        )
    ]
    assert blank == []


def test_an_example_has_no_row_that_is_listed_but_unknown(sheet):
    example = sheet.worksheet.example
    answered = {
        tuple(name.split(SEPARATOR)[:2]) for name in example.answers if name.count(SEPARATOR) > 1
    }
    listed = {(field, row) for field, rows in example.rows.items() for row in rows}
    assert answered - listed == set()


def test_an_example_points_only_at_rows_that_exist_under_the_same_name(sheet):
    wrong = []
    for name, field in every_cell(sheet.worksheet):
        if not isinstance(field, Reference):
            continue
        row = field.chosen_row(sheet.worksheet.example, name)
        if not row:
            continue
        other_id, _, rows_id = field.target.partition(SEPARATOR)
        other = read_sheet(other_id).worksheet.example
        there = other.text(SEPARATOR.join((rows_id, row, field.shown_column)))
        if row not in other.row_ids(rows_id) or there != sheet.worksheet.example.text(name):
            wrong.append(name)
    assert wrong == []


def test_a_blank_sheet_has_no_problem_because_no_question_is_required(sheet):
    assert read_answers(sheet.worksheet, Written()).problems == ()


def test_no_question_is_longer_than_twenty_words(sheet):
    too_long = [
        name
        for name, field in every_field(sheet.worksheet)
        if len(field.question.split()) > LONGEST_QUESTION
    ]
    assert too_long == []


def test_every_question_ends_as_a_question(sheet):
    other = [n for n, field in every_field(sheet.worksheet) if not field.question.endswith("?")]
    assert other == []


def test_no_question_asks_two_things_at_once(sheet):
    double = [n for n, field in every_field(sheet.worksheet) if field.question.count("?") > 1]
    assert double == []


def test_a_help_text_is_one_sentence(sheet):
    longer = [
        name
        for name, field in every_field(sheet.worksheet)
        if name not in {"deltagare", "delning"}
        and len(re.findall(r"[.!?](?:\s|$)", field.help)) > 1
    ]
    assert longer == []


def test_both_ends_of_every_scale_have_words(sheet):
    wordless = [
        name
        for name, field in every_field(sheet.worksheet)
        if isinstance(field, Scale) and not (field.ladder.steps[0][1] and field.ladder.steps[-1][1])
    ]
    assert wordless == []


def test_a_sections_intro_is_at_most_two_sentences(sheet):
    longer = [
        section.heading
        for section in sheet.worksheet.sections
        if len(re.findall(r"[.!?](?:\s|$)", section.intro)) > 2
    ]
    assert longer == []


def test_the_gist_is_two_sentences(sheet):
    assert len(re.findall(r"[.!?](?:\s|$)", str(sheet.head.values["ingress"]))) == 2


def test_a_sheet_says_where_it_comes_from_and_when_it_was_checked(sheet):
    assert [key for key in ("källor", "kontrollerad") if not sheet.head.values.get(key)] == []


def test_the_form_stands_alone_on_an_unindented_line_once(sheet):
    assert [line for line in sheet.body.splitlines() if "arbetsblad()" in line] == [MACRO]


def test_the_form_comes_before_the_guidance(sheet):
    assert sheet.body.strip().startswith(MACRO)


def test_what_the_person_reads_is_easy(sheet):
    assert lix(sheet.part("Till dig som fyller i")) < EASY


def test_what_the_person_reads_is_short(sheet):
    sentences = re.findall(r"[.!?](?:\s|$)", sheet.part("Till dig som fyller i"))
    assert 3 <= len(sentences) <= 6


def test_the_guidance_for_the_coordinator_is_short(sheet):
    assert 0 < len(sheet.part("Handledning för CM").split()) < LONGEST_GUIDANCE


def test_the_guidance_gives_words_to_say_aloud(sheet):
    assert sheet.part("Handledning för CM").count("- ”") >= 3


def test_a_visitor_sees_a_marked_example_under_the_form(sheet):
    assert sheet.part("Så kan det se ut").startswith('!!! example "Påhittat exempel"\n    ')


def test_a_sheet_leads_on_to_its_tab_and_to_what_the_manual_says(sheet):
    onward = sheet.part("Gå vidare")
    assert (TAB_PAGES[sheet.worksheet.tab] in onward, "Läs mer: " in onward) == (True, True)


def test_the_sheets_before_and_after_are_left_to_the_build(sheet):
    onward = sheet.part("Gå vidare")
    assert [word for word in ("Förra bladet:", "Nästa blad:") if word in onward] == []


def test_the_manual_speaks_of_every_sheet():
    assert set(SHEETS) - set(speaking_pages(FOLDER.parent)) == set()


def test_an_example_names_its_choices_in_the_order_of_the_sheet(sheet):
    disordered = [
        name
        for name, field in every_cell(sheet.worksheet)
        if isinstance(field, Choices)
        and (picked := [o for o in sheet.worksheet.example.texts(name) if o in field.options])
        != [o for o in field.options if o in picked]
    ]
    assert disordered == []


def test_people_in_an_example_are_the_invented_ones_or_nameless(sheet):
    strangers = [
        words
        for name, field in every_cell(sheet.worksheet)
        if isinstance(field, (Reference, People))
        and not getattr(field, "target", "").startswith("livs")
        for words in sheet.worksheet.example.text(name).split(", ")
        if words and words[0].isupper() and words not in INVENTED and not _is_goal(field)
    ]
    assert strangers == []


def _is_goal(field: Field) -> bool:
    return isinstance(field, Reference) and field.shown_column != "namn"


def test_an_invented_person_is_named_only_where_it_is_marked_as_an_example(sheet):
    unmarked = [
        name
        for name, field in every_field(sheet.worksheet)
        if names_in(f"{field.question} {field.help} {field.example}")
    ]
    outside = re.sub(
        r'^!!! example "Påhittat exempel"\n(?:\n| {4}.*\n?)+', "", sheet.body, flags=re.MULTILINE
    )
    assert (unmarked, names_in(outside)) == ([], [])


def test_an_example_has_no_telephone_number_but_the_public_ones(sheet):
    words = " ".join(str(value) for value in sheet.worksheet.example.answers.values())
    digits = re.findall(r"\b\d{3,}(?:[- ]?\d{2,})*\b", re.sub(r"\d{4}-\d{2}-\d{2}", "", words))
    assert [number for number in digits if number not in {"112", "1177"}] == []


def test_what_is_fetched_comes_from_a_sheet_that_exists(sheet):
    missing = [
        field.source
        for field in sheet.worksheet.fields()
        if isinstance(field, Fetched) and field.source.split(SEPARATOR)[0] not in SHEETS
    ]
    assert missing == []


def test_only_the_coordinator_sees_whom_the_person_keeps_away_from():
    field = read_sheet("natverkskarta").worksheet.field("undviker")
    assert field is not None
    assert field.sharing == "bara jag och CM"


def test_life_areas_are_the_fourteen_in_their_order():
    field = read_sheet("livsomraden").worksheet.field("omraden")
    assert isinstance(field, Rows)
    assert field.fixed_rows == (
        "Boende och hem",
        "Mat och hushåll",
        "Pengar",
        "Kropp och hälsa",
        "Psykisk hälsa",
        "Sömn",
        "Sysselsättning, arbete och studier",
        "Fritid och intressen",
        "Familj och närstående",
        "Vänner och gemenskap",
        "Kärlek och sexualitet",
        "Trygghet",
        "Stöd jag får",
        "Mening, tro och framtid",
    )


def test_the_example_plan_shows_all_four_things_that_a_sip_must_show():
    worksheet = read_sheet("personlig-plan").worksheet
    lines = computed_values(Context(worksheet, worksheet.example))["sip_koll"]
    assert [line.rsplit(": ", 1)[1] for line in lines] == ["ifyllt"] * 4


def test_the_list_of_sheets_is_called_on_a_line_of_its_own():
    lines = (FOLDER / "index.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if "arbetsblad_lista" in line] == ["{{ arbetsblad_lista() }}"]
