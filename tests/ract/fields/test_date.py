import datetime

import pytest

from ract.fields.date import read_day, show_day
from tests.ract.builders import field, problems, shown

DAY = datetime.date(2026, 3, 27)


@pytest.mark.parametrize(
    "raw",
    [
        "2026-03-27", "20260327", "2026/3/27", "2026.03.27", "27/3 2026", "27-03-2026",
        "27.3.2026", "27 mars 2026", "den 27 mars 2026", "27 MARS 2026",
    ],
)  # fmt: skip
def test_a_day_as_people_write_it_is_read(raw):
    assert read_day(raw) == DAY


@pytest.mark.parametrize("raw", ["", "i morgon", "2026", "2026-13-01", "2026-02-30", "27 m 2026"])
def test_what_is_no_day_is_none(raw):
    assert read_day(raw) is None


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
