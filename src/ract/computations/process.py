"""The course of work, step by step: which day each step was taken, what is missing, and how long it took.

Svenska: process. May import: computations.reading, context, fields. Only days are read, never what was written.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from ract.computations.reading import Place, Reader, locate, many, split
from ract.fields import Computed
from ract.fields.date import read_day, show_day

FIRST, LAST = "först", "senast"
"""Under which keys a step's day is the first day of its sheets, or the latest."""
NOT_NEEDED = frozenset({"inte aktuellt", "hoppat över"})
STEPS, PHASES = "steg", "faser"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, the day that was found or written, and what was said of it by hand."""

    name: str
    day: datetime.date | None
    state: str
    is_by_hand: bool = False

    @property
    def is_missing(self) -> bool:
        """Tell whether nothing shows that the step was taken, or need not be."""
        return self.day is None and not self.state


def days_of_steps(reader: Reader) -> list[str]:
    """Return each step that the sheets have a day for, with that day; a day by hand comes first."""
    return [f"{s.name}: {show_day(s.day)}" for s in _steps(reader) if s.day and not s.is_by_hand]


def missing_steps(reader: Reader) -> list[str]:
    """Return the steps that have neither a day on any sheet nor anything written by hand."""
    steps = list(_steps(reader))
    if all(step.is_missing for step in steps):
        return []
    return [step.name for step in steps if step.is_missing] or ["Inget saknas."]


def days_of_phases(reader: Reader) -> list[str]:
    """Return how many days each phase has lasted: from its first step to the next phase's, or to today."""
    days = {step.name: step.day for step in _steps(reader)}
    begun = [
        (phase, day)
        for phase, names in reader.by_row(PHASES).items()
        if (day := min((d for n in names if (d := days.get(n))), default=None))
    ]
    begun.sort(key=lambda pair: pair[1])
    lines = []
    for place, (phase, day) in enumerate(begun):
        is_last = place + 1 == len(begun)
        end = reader.context.today if is_last else begun[place + 1][1]
        if end and end >= day:
            since = many((end - day).days, "dag", "dagar")
            lines.append(f"{phase}: {since}{' hittills' if is_last else ''}, från {show_day(day)}")
    return lines


def _steps(reader: Reader) -> Iterator[Step]:
    """Yield every fixed row as a step, in order."""
    reader = _reader_of_steps(reader)
    table = reader.rows()
    if table is None or table.rows is None:
        return
    state, day = reader.beside(table, "läge"), reader.beside(table, "dag")
    first, last = reader.by_row(FIRST), reader.by_row(LAST)
    today = reader.context.today
    for name, row in zip(table.rows.fixed_rows, table.rows.fixed_ids(), strict=True):
        by_hand = day.day(row) if day else None
        said = state.raw(row) if state else ""
        found = _found(reader, first.get(name, ()), last.get(name, ()), today)
        skipped = said in NOT_NEEDED and not by_hand
        yield Step(name, None if skipped else by_hand or found, said, bool(by_hand))


def _reader_of_steps(reader: Reader) -> Reader:
    """Return the reader of the field that says where the steps are found, when another field does."""
    named = reader.given(STEPS)
    field = reader.context.worksheet.field(named[0]) if named else None
    return Reader(reader.context, field) if isinstance(field, Computed) else reader


def _found(
    reader: Reader,
    first: tuple[str, ...],
    last: tuple[str, ...],
    today: datetime.date | None,
) -> datetime.date | None:
    """Return the first day of some sheets, or the latest of others; a day to come is not done yet.

    Where both are asked of a step's sheets, the latest day is one after the first.
    """
    begun = _days_until(reader, first, today)
    if first and not last:
        return min(begun, default=None)
    return max((d for d in _days_until(reader, last, today) if d not in begun[:1]), default=None)


def _days_until(
    reader: Reader, paths: tuple[str, ...], today: datetime.date | None
) -> list[datetime.date]:
    found = {day for path in paths for day in _days(reader, path)}
    return sorted(day for day in found if today is None or day <= today)


def _days(reader: Reader, path: str) -> Iterator[datetime.date]:
    """Yield the days that every copy of a sheet has at a place."""
    sheet_id, field_id, column_id = split(path, reader.context.worksheet.id)
    sheet = reader.context.binder.worksheet(sheet_id)
    if sheet is None:
        return
    for occasion in reader.context.binder.occasions(sheet_id):
        place = locate(sheet, occasion.written, field_id, column_id)
        yield from _days_at(place) if place else ()


def _days_at(place: Place) -> Iterator[datetime.date]:
    for row in place.row_ids():
        for part in place.field.parts(place.name(row)):
            if day := read_day(place.written.text(part)):
                yield day
