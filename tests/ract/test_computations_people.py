"""The pocket card from the register, and answers gathered after a meeting."""

import pytest

from ract.model import Written
from tests.ract.builders import worksheet
from tests.ract.computing import both, lines, rows

REGISTER = worksheet(
    {
        "id": "personer", "typ": "rader", "fråga": "Vilka?", "rad": "Person",
        "kolumner": [
            {"id": "namn", "typ": "text", "fråga": "Namn?"},
            {"id": "roll", "typ": "val", "fråga": "Roll?", "alternativ": ["vän", "VSS/CM"]},
            {"id": "telefon", "typ": "text", "fråga": "Nummer?"},
            {"id": "aktiv", "typ": "ja/nej", "fråga": "Kontakt nu?"},
        ],
    },
    {"id": "forst", "typ": "person", "fråga": "Vem först?"},
    {"id": "natt", "typ": "text", "fråga": "På natten?"},
    sheet_id="mina-kontakter",
)  # fmt: skip
CALL = worksheet({"id": "mote", "typ": "datum", "fråga": "När?"}, sheet_id="inbjudan")
CARD = {
    "personer": "mina-kontakter/personer",
    "namn": "mina-kontakter/personer/namn",
    "roll": "mina-kontakter/personer/roll",
    "telefon": "mina-kontakter/personer/telefon",
    "aktiv": "mina-kontakter/personer/aktiv",
    "ring": "mina-kontakter/forst",
    "natt": "mina-kontakter/natt",
    "dagar": "inbjudan/mote",
}
SCALES = [
    {"id": "lyssnad", "typ": "skala", "skala": "stämmer", "fråga": "Stämmer det att du blev hörd?"},
    {"id": "battre", "typ": "långtext", "fråga": "Vad kan bli bättre?"},
]
GATHER = {"skalor": ["lyssnad"], "ord": ["battre"]}
DAY = {"datum": "2026-06-12"}


def card(*people, meeting="", **answers):
    register = both(rows("personer", *people, columns=("namn", "roll", "telefon", "aktiv")))
    written = Written({**register.answers, **answers}, register.rows)
    return lines(
        [], "kontaktkort", CARD, others=[(REGISTER, written), (CALL, Written({"mote": meeting}))]
    )


def gathered(written, *before):
    return lines(SCALES, "samlade svar", GATHER, written, before=before)


def test_whom_to_call_first_stands_with_the_number_from_the_register():
    told = card(("Sam Låtsas", "vän", "i telefonen"), forst="sam låtsas")
    assert told == ["Ring först: sam låtsas, i telefonen"]


def test_somebody_who_is_not_in_the_register_stands_without_a_number():
    assert card(("Sam", "vän", "i telefonen"), forst="Gun") == ["Ring först: Gun"]


def test_every_coordinator_in_touch_stands_on_the_card():
    people = [
        ("Sam", "VSS/CM", "1"),
        ("Robin", "VSS/CM", None, "ja"),
        ("Åke", "VSS/CM", "2", "nej"),
    ]
    assert card(*people) == ["VSS eller CM: Sam, 1; Robin"]


def test_the_next_meeting_stands_on_the_card():
    assert card(meeting="2026-07-28") == ["Nästa möte: 28 juli 2026"]


def test_a_blank_register_gives_no_card():
    assert card() == []


def test_answers_of_the_same_day_are_gathered_from_low_to_high():
    told = gathered(Written({"lyssnad": "5", **DAY}), Written({"lyssnad": "2", **DAY}))
    assert told == ["2 svar från samma dag.", "Du blev hörd: 2, 5"]


def test_one_answer_is_not_gathered_since_it_tells_who_wrote_it():
    assert gathered(Written({"lyssnad": "5", **DAY})) == []


def test_the_order_of_words_tells_nobody_who_wrote_first():
    one, other = Written({"battre": "Öva", **DAY}), Written({"battre": "Andas", **DAY})
    told = ["Vad kan bli bättre? Andas", "Vad kan bli bättre? Öva"]
    assert (gathered(one, other)[1:], gathered(other, one)[1:]) == (told, told)


@pytest.mark.parametrize("day", ["2026-06-11", "2026-02-30", ""])
def test_answers_of_another_day_are_not_gathered(day):
    assert gathered(Written({"lyssnad": "5", **DAY}), Written({"lyssnad": "2", "datum": day})) == []


def test_a_sheet_that_answers_nothing_is_not_counted():
    assert gathered(Written({"lyssnad": "5", **DAY}), Written(DAY)) == []
