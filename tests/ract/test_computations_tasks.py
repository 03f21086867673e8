"""Promises gathered from several sheets: by person, late, and open."""

import datetime

import pytest

from ract.model import Written
from tests.ract.builders import worksheet
from tests.ract.computing import lines, rows

COLUMNS = [
    {"id": "vad", "typ": "text", "fråga": "Vad?"},
    {"id": "vem", "typ": "text", "fråga": "Vem?"},
    {"id": "nar", "typ": "datum", "fråga": "När?"},
    {"id": "status", "typ": "val", "fråga": "Hur går det?", "alternativ": ["pågår", "klart"]},
]
OWN = {"id": "uppgifter", "typ": "rader", "fråga": "Vad?", "rad": "Uppgift", "kolumner": COLUMNS}
MEETING = worksheet(OWN, sheet_id="motet")
TALK = worksheet({"id": "hemuppgift", "typ": "text", "fråga": "Vad?"}, sheet_id="samtal")
OF = {
    "vad": ["prov/uppgifter/vad", "motet/uppgifter/vad", "samtal/hemuppgift"],
    "vem": ["prov/uppgifter/vem", "motet/uppgifter/vem"],
    "när": ["prov/uppgifter/nar", "motet/uppgifter/nar"],
    "läge": ["prov/uppgifter/status"],
}


def written(*cells):
    return rows("uppgifter", *cells, columns=("vad", "vem", "nar", "status"))


def told(name, *cells, meeting=(), talk=""):
    others = [(MEETING, written(*meeting)), (TALK, Written({"hemuppgift": talk}))]
    return lines([OWN], name, OF, written(*cells), others=others)


def by_person(*cells, **more):
    return told("uppgifter per person", *cells, **more)


def test_each_person_has_a_line_with_everything_promised():
    assert by_person(("Ringa", "Sam"), ("Boka", "Gun"), ("Skriva", "Sam")) == [
        "Sam: Ringa; Skriva",
        "Gun: Boka",
    ]


def test_a_name_in_other_letters_is_the_same_person():
    assert by_person(("Ringa", "Åsa Öberg"), ("Skriva", "ÅSA ÖBERG")) == [
        "Åsa Öberg: Ringa; Skriva"
    ]


def test_what_is_done_is_left_out():
    assert by_person(("Ringa", "Sam", None, "klart"), ("Boka", "Gun", None, "pågår")) == [
        "Gun: Boka: pågår"
    ]


def test_promises_of_other_sheets_are_gathered_after_the_own_rows():
    assert by_person(("Ringa", "Sam"), meeting=[("Boka", "Gun")]) == ["Sam: Ringa", "Gun: Boka"]


def test_a_promise_that_stands_on_two_sheets_is_told_once_with_the_own_rows_state():
    twice = by_person(("Ringa Elin", "Sam", None, "klart"), meeting=[("ringa elin.", "sam")])
    assert twice == []


def test_a_promise_without_a_name_comes_last():
    assert by_person(("Ringa", None), ("Boka", "Gun")) == ["Gun: Boka", "Utan namn: Ringa"]


def test_a_single_question_of_another_sheet_is_a_promise_too():
    assert by_person(talk="Gå ut") == ["Utan namn: Gå ut"]


def test_a_row_without_a_promise_is_left_out():
    assert by_person((None, "Sam", "2026-01-01")) == []


def test_a_late_promise_says_how_many_days_ago():
    assert told("försenade uppgifter", ("Ringa", "Sam", "2026-06-01")) == [
        "Ringa: Sam, till 1 juni 2026. Dagen var för 14 dagar sedan."
    ]


def test_the_oldest_late_promise_comes_first():
    late = told("försenade uppgifter", ("B", "Sam", "2026-06-14"), ("A", "Gun", "2026-06-01"))
    assert [line[0] for line in late] == ["A", "B"]


@pytest.mark.parametrize("day", ["2026-06-15", "2026-06-16", "2026-02-30", "snart", None])
def test_today_tomorrow_and_a_day_that_does_not_exist_are_not_late(day):
    assert told("försenade uppgifter", ("Ringa", "Sam", day)) == []


def test_what_is_done_is_never_late():
    assert told("försenade uppgifter", ("Ringa", "Sam", "2026-06-01", "klart")) == []


def test_without_a_day_for_today_nothing_is_late():
    late = lines(
        [OWN], "försenade uppgifter", OF, written(("Ringa", "Sam", "2026-06-01")), today=None
    )
    assert late == []


def test_open_promises_say_who_when_and_how_it_goes():
    assert told("öppna uppgifter", ("Ringa", "Sam", "2026-06-20", "pågår")) == [
        "Ringa: Sam, till 20 juni 2026, pågår"
    ]


def test_two_hundred_promises_are_all_told():
    many = [(f"Sak {n}", f"Person {n % 7}", "2026-06-01") for n in range(200)]
    assert len(told("försenade uppgifter", *many)) == 200


def test_today_is_an_argument():
    day = datetime.date(2030, 1, 1)
    late = lines(
        [OWN], "försenade uppgifter", OF, written(("Ringa", "Sam", "2029-12-31")), today=day
    )
    assert late == ["Ringa: Sam, till 31 december 2029. Dagen var för 1 dag sedan."]
