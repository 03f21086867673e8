"""Questions answered with a day, written as people write days.

Svenska: datum. May import: model, node, errors, texts.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from ract.errors import Problem
from ract.model import Field, Written
from ract.texts import MONTHS

_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
# Without anything between, only eight digits are one day: 2026111 could be two.
_ONLY_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ]\s?(\d{1,2})[-/. ]\s?(\d{4})")
_WITH_MONTH = re.compile(r"(?:den )?(\d{1,2}) ([a-zåäö]{3,9})\.? (\d{4})")
HOW = "Skriv år, månad och dag, till exempel 2026-03-27."


def read_day(words: str) -> datetime.date | None:
    """Return the day that was written, or None when it is no day of the calendar.

    >>> read_day("27 mars 2026")
    datetime.date(2026, 3, 27)
    >>> read_day("2026-02-30") is None
    True
    """
    parts = _parts(words.strip().lower())
    try:
        return datetime.date(*parts) if parts else None
    except ValueError:
        return None


def show_day(day: datetime.date) -> str:
    """Return a day in words.

    >>> show_day(datetime.date(2026, 3, 27))
    '27 mars 2026'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _parts(words: str) -> tuple[int, int, int] | None:
    if match := _YEAR_FIRST.fullmatch(words) or _ONLY_DIGITS.fullmatch(words):
        year, month, day = match.groups()
        return int(year), int(month), int(day)
    if match := _DAY_FIRST.fullmatch(words):
        day, month, year = match.groups()
        return int(year), int(month), int(day)
    if match := _WITH_MONTH.fullmatch(words):
        day, name, year = match.groups()
        for number, month in enumerate(MONTHS, start=1):
            if month.startswith(name):
                return int(year), number, int(day)
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Field):
    """A question answered with a day."""

    kind: ClassVar[str] = "datum"
    template: ClassVar[str] = "date"

    def problems(self, written: Written, name: str) -> Iterator[Problem]:
        """Yield a problem when the words are not a day, or a day that does not exist."""
        words = written.text(name)
        if not words or read_day(words):
            return
        if _parts(words.lower()):
            yield Problem(name, f"Dagen {words} finns inte i kalendern. {HOW}")
        else:
            yield Problem(name, f"”{words[:40]}” går inte att läsa som ett datum. {HOW}")

    def show(self, written: Written, name: str) -> str:
        """Return the day in words, or what was written when it cannot be read."""
        words = written.text(name)
        day = read_day(words)
        return show_day(day) if day else words
