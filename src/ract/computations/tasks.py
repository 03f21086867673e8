"""Everything that somebody has promised to do, gathered from every sheet where it is written.

Svenska: uppgifter. May import: computations.reading, context. The sheet's own rows come first: what stands
there, with its own state, is the newest word about a promise that also stands elsewhere.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from ract.computations.reading import Place, Reader, many, split
from ract.fields.date import show_day

FINISHED = frozenset({"klart", "nått", "gjort"})
"""The states that end a promise, in the words of the sheets."""
NOBODY = "Utan namn"
WHAT, WHO, WHEN, STATE = "vad", "vem", "när", "läge"


@dataclass(frozen=True, slots=True)
class Task:
    """One promise: what, who, to which day, and how it goes."""

    what: str
    who: str
    day: datetime.date | None
    state: str

    @property
    def is_open(self) -> bool:
        """Tell whether it remains to be done."""
        return self.state.casefold() not in FINISHED

    def is_late(self, today: datetime.date | None) -> bool:
        """Tell whether its day has passed and it is still open."""
        return bool(self.is_open and self.day and today and self.day < today)

    def told(self, today: datetime.date | None, *, with_who: bool = False) -> str:
        """Return the promise on one line."""
        more = [
            self.who if with_who else "",
            f"till {show_day(self.day)}" if self.day else "",
            "försenat" if self.is_late(today) else "",
            self.state,
        ]
        return ": ".join(part for part in (self.what, ", ".join(m for m in more if m)) if part)


def tasks_by_person(reader: Reader) -> list[str]:
    """Return what each person has promised and not finished: one line a person, as names first come."""
    found: dict[str, tuple[str, list[str]]] = {}
    for task in _tasks(reader):
        if task.is_open:
            found.setdefault(task.who.casefold(), (task.who or NOBODY, []))[1].append(
                task.told(reader.context.today)
            )
    named = sorted(found.values(), key=lambda pair: pair[0] == NOBODY)
    return [f"{name}: {'; '.join(words)}" for name, words in named]


def late_tasks(reader: Reader) -> list[str]:
    """Return the open promises whose day has passed, the oldest first, with how long ago it was."""
    today = reader.context.today
    late = [task for task in _tasks(reader) if task.is_late(today)]
    return [
        f"{task.told(None, with_who=True)}. {_ago(task.day, today)}"
        for task in sorted(late, key=lambda task: task.day or datetime.date.max)
    ]


def _ago(day: datetime.date | None, today: datetime.date | None) -> str:
    gone = (today - day).days if day and today else 0
    return f"Dagen var för {many(gone, 'dag', 'dagar')} sedan."


def open_tasks(reader: Reader) -> list[str]:
    """Return every promise that is not finished, in the order the sheets are named."""
    today = reader.context.today
    return [task.told(today, with_who=True) for task in _tasks(reader) if task.is_open]


def _tasks(reader: Reader) -> Iterator[Task]:
    """Yield the promises of all places; one that stands in several is told once, as it stands first."""
    seen: set[tuple[str, str]] = set()
    for path in reader.given(WHAT):
        what = reader.find(path)
        if what is None:
            continue
        who, when, state = (_beside(reader, path, key) for key in (WHO, WHEN, STATE))
        for row in what.row_ids():
            task = Task(
                what.words(row),
                who.words(row) if who else "",
                when.day(row) if when else None,
                state.words(row) if state else "",
            )
            key = (task.what.casefold().rstrip(".!"), task.who.casefold())
            if task.what and key not in seen:
                seen.add(key)
                yield task


def _beside(reader: Reader, path: str, key: str) -> Place | None:
    """Return the place under a key that stands on the same sheet, and in the same rows."""
    own = reader.context.worksheet.id
    sheet, field, column = split(path, own)
    for other in reader.given(key):
        other_sheet, other_field, other_column = split(other, own)
        alike = other_sheet == sheet and bool(column) == bool(other_column)
        if alike and (not column or other_field == field):
            return reader.find(other)
    return None
