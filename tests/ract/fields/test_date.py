import datetime
import json
from pathlib import Path

import pytest

from ract.fields.date import read_day, show_day
from tests.ract.builders import field, problems, shown

DAY = datetime.date(2026, 3, 27)
# The same days as the page reads without Python (tests/browser/test_days.py).
DAYS = Path(__file__).parents[2] / "door" / "days.json"


@pytest.mark.parametrize(("raw", "day"), json.loads(DAYS.read_text("utf-8")))
def test_a_day_is_read_as_people_write_it_and_never_guessed(raw, day):
    assert read_day(raw) == (day and datetime.date.fromisoformat(day))


def test_a_day_is_shown_in_words():
    assert "27 mars 2026" == show_day(DAY)


def test_a_written_day_is_shown_in_words():
    assert "27 mars 2026" == shown(field(typ="datum"), "2026-03-27")


def test_what_cannot_be_read_is_shown_as_it_was_written():
    assert "efter påsk" == shown(field(typ="datum"), "efter påsk")


def test_a_day_that_does_not_exist_is_a_problem():
    assert [
        "Dagen 2026-02-30 finns inte i kalendern. Skriv år, månad och dag, till exempel 2026-03-27."
    ] == problems(field(typ="datum"), "2026-02-30")


def test_words_that_are_no_day_are_a_problem():
    assert [
        (
            "”efter påsk” går inte att läsa som ett datum."
            " Skriv år, månad och dag, till exempel 2026-03-27."
        )
    ] == problems(field(typ="datum"), "efter påsk")
