"""Which meeting this is, when the next one is, and which day is a good next one."""

import datetime

import pytest

from ract.computations.meetings import add_months
from ract.model import Written
from tests.ract.builders import worksheet
from tests.ract.computing import lines

CALL = worksheet(
    {"id": "mote", "typ": "datum", "fråga": "När?"},
    {"id": "tid", "typ": "tid", "fråga": "Tid?"},
    sheet_id="inbjudan",
)
PLAN = worksheet({"id": "uppfoljning", "typ": "datum", "fråga": "När?"}, sheet_id="personlig-plan")
NOTE = {"id": "text", "typ": "text", "fråga": "Vad?"}
NEXT = {"dagar": ["inbjudan/mote", "personlig-plan/uppfoljning"], "tider": ["inbjudan/tid"]}


def next_meeting(call="", plan="", time=""):
    others = [
        (CALL, Written({"mote": call, "tid": time})),
        (PLAN, Written({"uppfoljning": plan})),
    ]
    return lines([NOTE], "nästa möte", NEXT, others=others)


def number(written, *before):
    return lines([NOTE], "ordningsnummer", {}, written, before=before)


def test_the_first_meeting_is_number_one():
    assert number(Written({"text": "Hej"})) == ["1"]


def test_a_meeting_is_counted_after_the_earlier_ones():
    before = [Written({"datum": "2026-03-01"}), Written({"datum": "2026-04-01"})]
    assert number(Written({"datum": "2026-06-01"}), *before) == ["3"]


def test_an_older_meeting_keeps_its_number_when_a_newer_one_is_written():
    newer = Written({"datum": "2026-06-01"})
    assert number(Written({"datum": "2026-03-01"}), newer) == ["1"]


def test_a_blank_sheet_has_no_number():
    assert number(Written(), Written({"text": "förut"})) == []


def test_the_nearest_day_that_has_not_passed_is_the_next_meeting():
    assert next_meeting("2026-07-28", "2026-06-20", "14.00") == [
        "20 juni 2026",
        "Det är 5 dagar dit.",
    ]


def test_a_meeting_is_told_with_its_time():
    assert next_meeting("2026-06-16", time="14.00") == [
        "16 juni 2026 klockan 14.00",
        "Det är i morgon.",
    ]


def test_a_meeting_today_is_still_to_come():
    assert next_meeting("2026-06-15")[1] == "Det är i dag."


@pytest.mark.parametrize("day", ["2026-06-14", "2026-02-30", "till hösten", ""])
def test_a_day_that_has_passed_or_is_none_is_no_meeting(day):
    assert next_meeting(day) == []


def test_three_months_ahead_is_suggested():
    suggested = lines(
        [NOTE], "tre månader fram", {"dag": "datum"}, Written({"datum": "2026-06-12"})
    )
    assert suggested == ["Omkring 12 september 2026"]


def test_six_months_ahead_is_suggested():
    suggested = lines(
        [NOTE], "sex månader fram", {"dag": "datum"}, Written({"datum": "2026-08-31"})
    )
    assert suggested == ["Omkring 28 februari 2027"]


@pytest.mark.parametrize("day", ["", "2026-02-30", "9999-12-01"])
def test_without_a_day_to_count_from_nothing_is_suggested(day):
    assert lines([NOTE], "tre månader fram", {"dag": "datum"}, Written({"datum": day})) == []


def test_a_leap_day_stays_at_the_end_of_february():
    assert add_months(datetime.date(2027, 11, 29), 3) == datetime.date(2028, 2, 29)
