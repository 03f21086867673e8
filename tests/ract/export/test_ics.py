"""A calendar file holds the days that were written, no guess, and no personal word unasked for."""

import datetime
import re

import pytest

from ract.calendar import NO_DAY, CalendarError, read_events
from ract.export.ics import escape, fold, write_calendar
from ract.model import Written
from tests.ract.builders import definition, mistakes, worksheet

NOW = datetime.datetime.fromisoformat("2026-11-28T10:00:00+01:00")
FIELDS = [
    {"id": "dag", "typ": "datum", "fråga": "Vilken dag ses ni?"},
    {"id": "tid", "typ": "tid", "fråga": "Hur dags?"},
    {"id": "langd", "typ": "tal", "fråga": "Hur länge?", "enhet": "minuter"},
    {"id": "var", "typ": "text", "fråga": "Var?"},
    {"id": "vad", "typ": "text", "fråga": "Vad?"},
]
SOURCE = {
    "rubrik": "Möte",
    "dag": "dag",
    "tid": "tid",
    "minuter": "langd",
    "plats": "var",
    "om": "vad",
}
ROWS = {"id": "traffar", "typ": "rader", "fråga": "Vilka?", "rad": "Träff", "kolumner": FIELDS}
SHEET = worksheet(*FIELDS, kalender=[SOURCE])
IN_ROWS = worksheet(ROWS, kalender=[{**SOURCE, "rader": "traffar"}])
FULL = {
    "dag": "27 mars 2026",
    "tid": "kl 14.30",
    "langd": "45",
    "var": "Rum 2, plan 3; ring på",
    "vad": "Rad ett\nrad två \\ å ä ö 🎵 " + "mycket att säga " * 9,
}


def read_back(content):
    """The events of a calendar file, read as RFC 5545 says: unfolded, unescaped, by name."""
    text = content.decode("utf-8")
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    lines = text.replace("\r\n ", "").split("\r\n")[:-1]
    assert (lines[0], lines[1], lines[-1]) == ("BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR")
    events = []
    for line in lines[3:-1]:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            events.append({})
        elif line != "END:VEVENT":
            events[-1][name] = re.sub(
                r"\\(.)", lambda sign: "\n" if sign[1] == "n" else sign[1], value
            )
    return events


def events_of(answers, *, detailed=False, sheet=SHEET, rows=None):
    written = Written(answers, rows or {})
    return read_back(write_calendar(read_events(sheet, written), "0a1b", NOW, detailed=detailed))


def test_a_full_event_says_when_it_is_and_how_long():
    (event,) = events_of(FULL)
    assert (event["DTSTART"], event["DURATION"]) == ("20260327T143000", "PT45M")


def test_nothing_personal_stands_in_the_calendar_unasked_for():
    (event,) = events_of(FULL)
    assert set(event) == {"UID", "DTSTAMP", "DTSTART", "DURATION", "SUMMARY", "CLASS"}
    assert event["SUMMARY"] == "Möte"


def test_place_and_purpose_come_whole_when_the_person_wants_them():
    (event,) = events_of(FULL, detailed=True)
    assert (event["LOCATION"], event["DESCRIPTION"]) == (FULL["var"], FULL["vad"].strip())


def test_a_day_without_a_time_is_a_whole_day():
    (event,) = events_of({"dag": "2026-03-27"})
    assert event["DTSTART;VALUE=DATE"] == "20260327"
    assert "DTSTART" not in event


def test_a_time_has_no_zone_since_it_is_written_as_it_is_on_the_spot():
    (event,) = events_of(FULL)
    assert not event["DTSTART"].endswith("Z")


def test_the_stamp_is_in_utc_though_the_device_is_in_sweden():
    (event,) = events_of(FULL)
    assert event["DTSTAMP"] == "20261128T090000Z"


def test_every_row_with_a_day_is_an_event_of_its_own():
    answers = {"traffar/a/dag": "2026-03-27", "traffar/c/dag": "2026-04-03"}
    found = events_of(answers, sheet=IN_ROWS, rows={"traffar": ["a", "b", "c"]})
    assert [event["UID"].split("@")[0] for event in found] == ["0a1b-0-a", "0a1b-0-c"]


def test_the_same_event_has_the_same_id_when_it_is_moved():
    before, after = events_of(FULL), events_of({**FULL, "dag": "2026-03-28"})
    assert before[0]["UID"] == after[0]["UID"]


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({}, NO_DAY),
        ({"dag": "  "}, NO_DAY),
        ({"dag": "2026-02-30"}, "Dagen 2026-02-30 finns inte i kalendern."),
        ({"dag": "nästa fredag"}, "”nästa fredag” går inte att läsa som ett datum."),
        ({"dag": "2026-03-27", "tid": "25.00"}, "”25.00” går inte att läsa som ett klockslag."),
        ({"tid": "14.30"}, "Klockslaget 14.30 har ingen dag. Svara också på ”Vilken dag ses ni?”"),
        ({"dag": "2026-03-27", "langd": "länge"}, "”länge” är inget tal."),
        ({"dag": "2026-03-27", "langd": "0"}, "”Hur länge?” är 0. Skriv hur många minuter"),
    ],
)
def test_what_cannot_be_understood_is_told_and_never_guessed(answers, words):
    with pytest.raises(CalendarError, match=re.escape(words)):
        read_events(SHEET, Written(answers))


def test_a_question_that_is_not_asked_gives_no_event():
    hidden = {**FIELDS[0], "visas om": {"fält": "vad", "är": "möte"}}
    sheet = worksheet(hidden, *FIELDS[1:], kalender=[SOURCE])
    with pytest.raises(CalendarError, match="Det finns ingen dag"):
        read_events(sheet, Written({"dag": "2026-03-27"}))


@pytest.mark.parametrize("words", ["å" * 100, "🎵" * 60, "x" * 75, "x" * 76, ""])
def test_no_line_has_more_than_75_octets_and_no_letter_is_cut(words):
    parts = fold(words).split("\r\n")
    assert all(len(part.encode()) <= 75 for part in parts)
    assert "".join([parts[0], *(part[1:] for part in parts[1:])]) == words


def test_words_cannot_become_a_line_of_their_own():
    assert escape("Hej\nATTENDEE:mailto:a@b.se") == "Hej\\nATTENDEE:mailto:a@b.se"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ({**SOURCE, "dag": "dagg"}, "”dagg” är ingen fråga av sorten datum. Menade du ”dag”?"),
        ({**SOURCE, "tid": "vad"}, "”vad” är ingen fråga av sorten tid."),
        ({**SOURCE, "rader": "trafar"}, "”trafar” är inga rader på bladet."),
        ({k: v for k, v in SOURCE.items() if k != "rubrik"}, "Nyckeln ”rubrik” saknas"),
        ({**SOURCE, "plasts": "var"}, "Nyckeln ”plasts” känns inte igen här. Menade du ”plats”?"),
    ],
)
def test_an_editors_slip_under_kalender_has_its_line(source, words):
    assert any(line.startswith(words) for line in mistakes(definition(*FIELDS, kalender=[source])))


def test_a_length_in_another_unit_is_refused():
    hours = {**FIELDS[2], "enhet": "timmar"}
    fields = [*FIELDS[:2], hours, *FIELDS[3:]]
    assert mistakes(definition(*fields, kalender=[SOURCE])) == [
        "Frågan ”langd” ska ha enheten ”minuter”."
    ]
