"""Meetings in time: which one this is, when the next one is, and which day is a good next one.

Svenska: möten. May import: computations.reading, fields. Days are compared as days; one that does not exist
is left out here and told by its own question.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Callable

from ract.computations.reading import Reader, many, split
from ract.fields.date import show_day

YEAR = 12
LAST_YEAR = 9999


def ordinal(reader: Reader) -> list[str]:
    """Return which occasion of the sheet this is, counted in the binder; nothing on a blank sheet."""
    context = reader.context
    if not any(context.written.answers.values()):
        return []
    return [f"{len(context.earlier) + 1}"]


def next_meeting(reader: Reader) -> list[str]:
    """Return the nearest day that is today or later among some sheets, and how far away it is."""
    today = reader.context.today
    found = _nearest(reader)
    if found is None or today is None:
        return []
    day, time = found
    return [f"{show_day(day)}{time}", away((day - today).days)]


def away(days: int) -> str:
    """Return how far away a day is, in words.

    >>> away(0), away(1), away(43)
    ('Det är i dag.', 'Det är i morgon.', 'Det är 43 dagar dit.')
    """
    if days == 0:
        return "Det är i dag."
    return "Det är i morgon." if days == 1 else f"Det är {many(days, 'dag', 'dagar')} dit."


def _nearest(reader: Reader) -> tuple[datetime.date, str] | None:
    today = reader.context.today
    own = reader.context.worksheet.id
    times = {split(path, own)[0]: path for path in reader.given("tider")}
    found: list[tuple[datetime.date, str]] = []
    for path in reader.given("dagar"):
        place = reader.find(path)
        day = place.day() if place else None
        if today and day and day >= today:
            time = reader.find(times.get(split(path, own)[0], ""))
            found.append((day, f" klockan {time.words()}" if time and time.words() else ""))
    return min(found, key=lambda pair: pair[0], default=None)


def shown_next_meeting(reader: Reader) -> str:
    """Return the nearest day among some sheets in words; blank when there is none."""
    found = _nearest(reader)
    return f"{show_day(found[0])}{found[1]}" if found else ""


def months_ahead(months: int) -> Callable[[Reader], list[str]]:
    """Return a computation that suggests the day so many months after a day on the sheet."""

    def suggest(reader: Reader) -> list[str]:
        place = reader.place("dag")
        day = place.day() if place else None
        found = add_months(day, months) if day else None
        return [f"Omkring {show_day(found)}"] if found else []

    return suggest


def add_months(day: datetime.date, months: int) -> datetime.date | None:
    """Return the same day so many months later, or the month's last day; None after the calendar's end.

    >>> add_months(datetime.date(2026, 11, 30), 3)
    datetime.date(2027, 2, 28)
    """
    year, month = divmod(day.year * YEAR + day.month - 1 + months, YEAR)
    if year > LAST_YEAR:
        return None
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last))
