"""Which answers of a worksheet are something to put in a calendar, and what they say.

Svenska: kalenderhändelser. May import: conditions, fields, model, node. A definition says under
`kalender` which questions hold the day, the time and the place; nothing is read out of free text.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ract.conditions import hidden_names
from ract.fields import Date, LongText, Number, Rows, Text, Time
from ract.fields.date import read_day
from ract.fields.time import read_time
from ract.model import SEPARATOR, CalendarSource, Field, Worksheet, Written
from ract.node import Node, nearest

KINDS: dict[str, tuple[type[Field], ...]] = {
    "dag": (Date,),
    "tid": (Time,),
    "minuter": (Number,),
    "plats": (Text,),
    "om": (Text, LongText),
}
"""What sort of question each key may name."""
NO_DAY = "Det finns ingen dag på bladet att lägga i kalendern. Skriv först vilken dag det gäller."
MINUTES = "minuter"
LONGEST = 24 * 60
TOO_LONG = "”{}” är {}. Skriv hur många minuter, mellan 1 och 1440."


class CalendarError(Exception):
    """Answers that cannot be put in a calendar; the text is a whole Swedish sentence to the person."""


class Event:
    """One thing to put in a calendar: its day, perhaps its time, and words that may be personal."""

    def __init__(self, key: str, summary: str, day: datetime.date) -> None:
        """Begin with what every event has."""
        self.key, self.summary, self.day = key, summary, day
        self.time: tuple[int, int] | None = None
        self.minutes = 0
        self.place = self.about = ""


def read_sources(form: Node) -> tuple[CalendarSource, ...]:
    """Return what a definition says under `kalender`; most sheets say nothing."""
    form.plain("kalender")
    sources = []
    for node in form.nodes("kalender") if "kalender" in form else ():
        names = {key: node.text(key, default="") for key in KINDS if key != "dag"}
        source = CalendarSource(
            summary=node.text("rubrik"),
            rows=node.text("rader", default=""),
            names={"dag": node.text("dag"), **names},
        )
        node.finish()
        sources.append(source)
    return tuple(sources)


def source_misfits(worksheet: Worksheet, source: CalendarSource) -> Iterator[tuple[str, str]]:
    """Yield a key and what is wrong with it, for every name that is no such question on the sheet."""
    fields = {field.id: field for field in worksheet.fields()}
    if source.rows:
        rows = fields.get(source.rows)
        if not isinstance(rows, Rows):
            lists = [name for name, field in fields.items() if isinstance(field, Rows)]
            yield (
                "rader",
                f"”{source.rows}” är inga rader på bladet.{nearest(source.rows, lists)}",
            )
            return
        fields = {column.id: column for column in rows.columns}
    for key, name in source.names.items():
        if name and not isinstance(fields.get(name), KINDS[key]):
            fitting = [n for n, field in fields.items() if isinstance(field, KINDS[key])]
            sorts = " eller ".join(kind.kind for kind in KINDS[key])
            yield key, f"”{name}” är ingen fråga av sorten {sorts}.{nearest(name, fitting)}"
        elif key == "minuter" and name and getattr(fields[name], "unit", "") != MINUTES:
            yield key, f"Frågan ”{name}” ska ha enheten ”{MINUTES}”."


def read_events(worksheet: Worksheet, written: Written) -> list[Event]:
    """Return what the sheet has for a calendar, in the order of its questions.

    Raises:
        CalendarError: When there is no day at all, or one that cannot be understood.
    """
    hidden = hidden_names(worksheet, written)
    events = []
    for number, source in enumerate(worksheet.calendar):
        for row, fields in _places(worksheet, written, source):
            if source.rows in hidden or fields["dag"][0] in hidden:
                continue
            event = _event(written, source, f"{number}{row}", fields)
            if event:
                events.append(event)
    if not events:
        raise CalendarError(NO_DAY)
    return events


def _places(
    worksheet: Worksheet, written: Written, source: CalendarSource
) -> Iterator[tuple[str, dict[str, tuple[str, Field]]]]:
    """Yield each place where an event may stand: a row's id, and by key a control and its question."""
    rows = worksheet.field(source.rows)
    if isinstance(rows, Rows):
        columns = {column.id: column for column in rows.columns}
        for row in written.row_ids(rows.id):
            yield (
                f"-{row}",
                {
                    key: (SEPARATOR.join((rows.id, row, name)), columns[name])
                    for key, name in source.names.items()
                    if name
                },
            )
        return
    found = {key: (name, worksheet.field(name)) for key, name in source.names.items() if name}
    yield "", {key: (name, field) for key, (name, field) in found.items() if field}


def _event(
    written: Written, source: CalendarSource, key: str, fields: dict[str, tuple[str, Field]]
) -> Event | None:
    said = {part: written.text(name) for part, (name, _) in fields.items()}
    for part in ("dag", "tid", "minuter"):
        if part in fields:
            name, field = fields[part]
            for problem in field.problems(written, name):
                raise CalendarError(problem.message)
    day = read_day(said["dag"])
    if day is None:
        if said.get("tid"):
            question = fields["dag"][1].question
            raise CalendarError(
                f"Klockslaget {said['tid']} har ingen dag. Svara också på ”{question}”"
            )
        return None
    event = Event(key, source.summary, day)
    event.time = read_time(said.get("tid", ""))
    event.minutes = _minutes(fields, said.get("minuter", ""))
    event.place, event.about = said.get("plats", ""), said.get("om", "")
    return event


def _minutes(fields: dict[str, tuple[str, Field]], words: str) -> int:
    if not words:
        return 0
    minutes = int(words) if words.isdecimal() else 0
    if not 0 < minutes <= LONGEST:
        raise CalendarError(TOO_LONG.format(fields["minuter"][1].question, words))
    return minutes
