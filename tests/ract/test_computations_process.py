"""The steps of the process: their days, what is missing, and how long each phase lasted."""

import datetime

from ract.answers import computed_values
from ract.model import Written
from tests.ract.builders import flows, worksheet
from tests.ract.computing import TODAY, rows, saved

NAMES = ("Samtycke", "Kartläggning", "Första mötet", "Senaste mötet")
ROWS = {
    "id": "steg", "typ": "rader", "fråga": "Steg?", "rad": "Steg",
    "fasta rader": {"kolumn": "moment", "värden": list(NAMES)},
    "kolumner": [
        {"id": "moment", "typ": "text", "fråga": "Vilket?"},
        {"id": "lage", "typ": "val", "fråga": "Läge?", "alternativ": ["gjort", "inte aktuellt"]},
        {"id": "datum", "typ": "datum", "fråga": "När?"},
    ],
}  # fmt: skip
DAYS = {
    "id": "dagar", "typ": "uträknat", "fråga": "Dagar?", "räkna": "stegens dagar",
    "av": {
        "rader": "steg", "läge": "lage", "dag": "datum",
        "först": {
            "Samtycke": "samtycke/datum",
            "Kartläggning": ["karta/datum", "vecka/datum"],
            "Första mötet": "motet/datum",
            "Senaste mötet": "motet/datum",
        },
        "senast": {"Senaste mötet": "motet/datum"},
    },
}  # fmt: skip
MISSING = {
    "id": "saknas", "typ": "uträknat", "fråga": "Saknas?", "räkna": "steg som saknas",
    "av": {"steg": "dagar"},
}  # fmt: skip
PHASES = {
    "id": "faser", "typ": "uträknat", "fråga": "Faser?", "räkna": "dagar i varje fas",
    "av": {
        "steg": "dagar",
        "faser": {
            "Start": "Samtycke", "Karta": ["Kartläggning"], "Möten": ["Första mötet", "Senaste mötet"],
        },
    },
}  # fmt: skip
SHEET = worksheet(ROWS, DAYS, MISSING, PHASES, sheet_id="prov")
OTHERS = [worksheet(sheet_id=name) for name in ("samtycke", "karta", "vecka", "motet")]


def told(field, *sheets, by_hand=None, today=TODAY):
    """The lines of a field; `sheets` are pairs of a sheet's id and the day written on it."""
    drafts = [saved(name, Written({"datum": day}), n) for n, (name, day) in enumerate(sheets)]
    binder = flows([SHEET, *OTHERS], *drafts, today=today)
    return computed_values(binder.context(SHEET, by_hand or Written()))[field]


def written_by_hand(row, state=None, day=None):
    found = rows("steg", (None, state, day), columns=("moment", "lage", "datum"))
    swapped = {name.replace("/r0/", f"/{row}/"): value for name, value in found.answers.items()}
    return Written(swapped, {"steg": [row]})


def test_the_day_of_a_step_is_found_on_its_sheet():
    assert told("dagar", ("samtycke", "2026-02-11")) == ["Samtycke: 11 februari 2026"]


def test_the_day_of_a_step_of_several_sheets_is_the_first_of_them():
    days = [("vecka", "2026-02-20"), ("karta", "2026-02-18")]
    assert told("dagar", *days) == ["Kartläggning: 18 februari 2026"]


def test_the_first_and_the_latest_meeting_are_told_apart():
    assert told("dagar", ("motet", "2026-03-27"), ("motet", "2026-06-12")) == [
        "Första mötet: 27 mars 2026",
        "Senaste mötet: 12 juni 2026",
    ]


def test_one_meeting_is_the_first_and_not_a_later_one():
    assert told("dagar", ("motet", "2026-03-27")) == ["Första mötet: 27 mars 2026"]


def test_a_day_written_by_hand_is_not_told_again():
    by_hand = written_by_hand("samtycke", "gjort", "2026-02-01")
    assert told("dagar", ("samtycke", "2026-02-11"), by_hand=by_hand) == []


def test_a_day_to_come_and_a_day_that_does_not_exist_are_no_steps_taken():
    assert told("dagar", ("samtycke", "2026-09-01"), ("karta", "2026-02-30")) == []


def test_the_steps_without_a_day_are_missing():
    assert told("saknas", ("samtycke", "2026-02-11"), ("motet", "2026-03-27")) == [
        "Kartläggning",
        "Senaste mötet",
    ]


def test_a_step_that_is_answered_by_hand_is_not_missing():
    by_hand = written_by_hand("kartlaggning", "inte aktuellt")
    assert "Kartläggning" not in told("saknas", ("samtycke", "2026-02-11"), by_hand=by_hand)


def test_before_anything_is_done_nothing_is_called_missing():
    assert told("saknas") == []


def test_a_phase_lasts_until_the_next_one_begins_and_the_last_one_until_today():
    days = [("samtycke", "2026-02-01"), ("karta", "2026-02-11"), ("motet", "2026-06-05")]
    assert told("faser", *days) == [
        "Start: 10 dagar, från 1 februari 2026",
        "Karta: 114 dagar, från 11 februari 2026",
        "Möten: 10 dagar hittills, från 5 juni 2026",
    ]


def test_phases_stand_in_the_order_of_their_days_and_one_may_be_missing():
    days = [("samtycke", "2026-02-11"), ("motet", "2026-02-01")]
    assert [line.partition(":")[0] for line in told("faser", *days)] == ["Möten", "Start"]


def test_without_today_the_last_phase_is_not_counted():
    assert told("faser", ("samtycke", "2026-02-01"), today=None) == []


def test_one_day_is_called_one_day():
    day = datetime.date(2026, 2, 2)
    assert told("faser", ("samtycke", "2026-02-01"), today=day)[0].startswith(
        "Start: 1 dag hittills"
    )
