"""Computed values on paper: never more than the eyes that the paper is for may see."""

import datetime

from ract.document import Answer, Figure, ItemList
from ract.filled import (
    HELD_BACK,
    ONE_OCCASION,
    PARTLY_HELD_BACK,
    example_document,
    sheet_document,
)
from tests.ract.builders import draft, flows, worksheet

PRIVATE = "bara jag och CM"
GROUP = "får visas för gruppen"
TODAY = datetime.date(2026, 6, 15)
ROWS = {
    "id": "uppgifter", "typ": "rader", "fråga": "Vilka?", "rad": "Uppgift",
    "kolumner": [{"id": "vad", "typ": "text", "fråga": "Vad?"}, {"id": "vem", "typ": "text", "fråga": "Vem?"}],
}  # fmt: skip
MEETING = worksheet(ROWS, {"id": "nasta", "typ": "datum", "fråga": "Nästa?"}, sheet_id="motet")
LIFE = {"id": "liv", "typ": "skala", "skala": "nöjd", "fråga": "Livet?"}
MIND = {"id": "oro", "typ": "skala", "skala": "besvär", "fråga": "Oro?", "delning": PRIVATE}
SHEET = worksheet(
    LIFE,
    MIND,
    {"id": "alla", "typ": "uträknat", "fråga": "Alla?", "räkna": "öppna uppgifter",
     "av": {"vad": "motet/uppgifter/vad", "vem": "motet/uppgifter/vem"}},
    {"id": "dag", "typ": "uträknat", "fråga": "Dag?", "räkna": "nästa möte", "av": {"dagar": "motet/nasta"}},
    {"id": "forr", "typ": "uträknat", "fråga": "Förr?", "räkna": "då och nu", "av": {"skalor": "liv"}},
    {"id": "bild", "typ": "bild", "bild": "tillfällen", "fråga": "Bild?", "av": {"skalor": ["liv", "oro"]}},
)  # fmt: skip


def meeting(sharing):
    answers = {"uppgifter/a/vad": "Ringa", "nasta": "2026-06-16", "delning": sharing}
    return draft("motet", answers, {"uppgifter": ["a"]}, id="a" * 16)


def occasion(sharing, value="4"):
    return draft(
        answers={"liv": value, "oro": "7", "datum": "2026-03-11", "delning": sharing}, id="b" * 16
    )


def paper(sharing, *others):
    mine = draft(
        answers={"liv": "6", "oro": "5", "datum": "2026-06-11", "delning": sharing}, id="c" * 16
    )
    return sheet_document(SHEET, mine, flows([SHEET, MEETING], mine, *others, today=TODAY)).blocks


def answers(blocks):
    return {b.question: b.text for b in blocks if isinstance(b, Answer)}


def items(blocks):
    return [item for b in blocks if isinstance(b, ItemList) for item in b.items]


def alts(blocks):
    return [b.picture.alt for b in blocks if isinstance(b, Figure)]


def test_what_is_gathered_from_another_sheet_stands_on_a_paper_for_the_same_eyes():
    assert answers(paper(PRIVATE, meeting(PRIVATE)))["Alla?"] == "Ringa"


def test_what_fewer_may_see_is_left_out_and_said_to_be():
    assert answers(paper(GROUP, meeting(PRIVATE)))["Alla?"] == PARTLY_HELD_BACK


def test_what_all_may_see_is_not_left_out():
    assert answers(paper(GROUP, meeting(GROUP)))["Alla?"] == "Ringa"


def test_a_value_of_nothing_but_days_stands_on_every_paper():
    assert items(paper(GROUP, meeting(PRIVATE)))[:2] == ["16 juni 2026", "Det är i morgon."]


def test_an_earlier_occasion_for_fewer_eyes_is_not_compared_with():
    assert answers(paper(GROUP, occasion(PRIVATE)))["Förr?"] == PARTLY_HELD_BACK


def test_the_occasion_before_stands_on_a_paper_for_the_same_eyes():
    assert "Livet: från 4 till 6" in items(paper(PRIVATE, occasion(PRIVATE)))


def test_lines_over_occasions_are_drawn_on_paper():
    [alt] = alts(paper(PRIVATE, occasion(PRIVATE)))
    assert "Livet: 4 (11 mars 2026), 6 (11 juni 2026)" in alt


def test_a_scale_for_fewer_eyes_is_not_among_the_lines():
    [alt] = alts(paper(GROUP, occasion(GROUP)))
    assert "Oro" not in alt


def test_an_occasion_for_fewer_eyes_is_no_point_on_the_lines():
    assert alts(paper(GROUP, occasion(PRIVATE))) == []


def test_one_occasion_has_a_sentence_instead_of_lines():
    assert answers(paper(PRIVATE))["Bild?"] == ONE_OCCASION


def test_a_computed_field_for_fewer_eyes_is_held_back_whole():
    secret = {"id": "u", "typ": "uträknat", "fråga": "Vad?", "delning": PRIVATE, "räkna": "tre månader fram", "av": {"dag": "datum"}}  # fmt: skip
    sheet = worksheet(secret)
    mine = draft(answers={"datum": "2026-03-01", "delning": GROUP})
    made = sheet_document(sheet, mine, flows([sheet], mine))
    assert answers(made.blocks)["Vad?"] == HELD_BACK


def test_an_example_shows_what_its_earlier_copies_say():
    example = {
        "svar": {"liv": "6", "datum": "2026-06-11"},
        "tidigare": [{"svar": {"liv": "4", "datum": "2026-03-11"}}],
    }
    compare = {"id": "u", "typ": "uträknat", "fråga": "Förr?", "räkna": "då och nu", "av": {"skalor": "liv"}}  # fmt: skip
    sheet = worksheet(LIFE, compare, exempel=example)
    blocks = example_document(sheet, {"prov": sheet}).blocks
    assert items(blocks) == ["Förra gången var 11 mars 2026.", "Livet: från 4 till 6"]
