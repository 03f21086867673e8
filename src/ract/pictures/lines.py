"""Scales over time: small line charts, narrow enough for a phone, each under the names of its lines.

Svenska: linjer. May import: pictures, context, fields, model. A chart compares a person with
themselves only. Lines differ in dashes and marks, never in colour alone.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ract.fields import Rows, Scale
from ract.fields.date import read_day, show_day
from ract.fields.reference import Reference
from ract.model import Field, Written
from ract.pictures.drawing import Box, Drawing, Label, Shape, line, mark, polyline, text
from ract.pictures.reading import Source

WIDTH, HEIGHT = 330.0, 120.0
LEFT = 34.0
FOOT = 30.0
BESIDE = 28.0
"""Room for the half of the last day that stands beside the chart."""
BETWEEN = 48.0
ABOVE = 12.0
"""How far above a chart the words over it end."""
SAMPLE = 44.0
"""How far from the edge a name begins: before it stands a piece of its line."""
MOST_LINES = 4
"""So many lines share a chart; the next ones get a chart of their own."""
CURVES = ("curve", "curve-2", "curve-3", "curve-4")
EDGE = 6.0

Point = tuple[datetime.date, int]


@dataclass(frozen=True, slots=True)
class Series:
    """One scale's values over time: what it is called, its lowest and highest step."""

    name: str
    points: tuple[Point, ...]
    low: int = 0
    high: int = 10
    words: Mapping[int, str] = field(default_factory=dict)
    """What each step is called, for a scale without numbers."""
    ends: str = ""
    """What the lowest and the highest step mean, as it stands above the chart; it tells scales apart."""

    def told(self, step: int) -> str:
        """Return a step as it is written: its word, or its number with a real sign where there are signs."""
        plus = "+" if self.low < 0 < step else ""
        return self.words.get(step) or f"{plus}{step}".replace("-", "−")


def draw_scales(source: Source) -> Drawing:
    """Return the scales of dated rows as lines over time."""
    day = source.column("dag")
    days = {row: read_day(source.cell(row, day)) if day else None for row in source.row_ids()}
    found = []
    for column in source.columns("skalor"):
        if not isinstance(column, Scale):
            continue
        cells = {row: source.rows.cell(source.rows.id, row, column.id) for row in days}
        steps = ((days[row], column.read(source.written, name)) for row, name in cells.items())
        found.append(_series(column, [(d, step) for d, step in steps if d and step is not None]))
    return draw_lines(found)


def draw_occasions(source: Source) -> Drawing:
    """Return scales as lines over the occasions of a sheet.

    Scales in rows get a line for each thing that the rows are about, told by its name.
    """
    rows = source.worksheet.field(source.picture.rows)
    kept = [(one.day, one.written) for one in source.occasions if one.day]
    if isinstance(rows, Rows):
        found = [
            s for column in source.columns("skalor") for s in _by_name(source, rows, column, kept)
        ]
        scales = [one for one in source.columns("skalor") if isinstance(one, Scale)]
        return draw_lines(found or [_series(scale, ()) for scale in scales])
    found = []
    for name in source.picture.columns["skalor"]:
        scale = source.worksheet.field(name)
        if isinstance(scale, Scale) and name not in source.held_back:
            read = ((day, _value(scale, written, name)) for day, written in kept)
            found.append(_series(scale, [(day, step) for day, step in read if step is not None]))
    return draw_lines(found)


def _by_name(
    source: Source, rows: Rows, scale: Field, kept: Sequence[tuple[datetime.date, Written]]
) -> list[Series]:
    """Return a line for each thing that rows of several occasions are about, newest name first to last."""
    label = source.column("namn")
    if not isinstance(scale, Scale) or label is None:
        return []
    points: dict[str, list[Point]] = {}
    names: dict[str, str] = {}
    for day, written in kept:
        for row in rows.filled_rows(written, rows.id):
            name = rows.cell(rows.id, row, label.id)
            words = " ".join(label.show(written, name).split())
            step = _value(scale, written, rows.cell(rows.id, row, scale.id))
            chosen = label.chosen_row(written, name) if isinstance(label, Reference) else ""
            if words and step is not None:
                key = f"#{chosen}" if chosen else words.casefold()
                points.setdefault(key, []).append((day, step))
                names[key] = words
    return [_series(scale, found, names[key]) for key, found in points.items()]


def _value(scale: Scale, written: Written, name: str) -> int | None:
    """Return a step as a height: its number, or for words how far it is from the last one."""
    step = scale.read(written, name)
    values, found = scale.ladder.values, written.text(name)
    if step is None and found in values:
        return len(values) - 1 - values.index(found)
    return step


def _series(scale: Scale, points: Iterable[Point], name: str = "") -> Series:
    values = scale.ladder.values
    steps = [int(value) for value in values if value.lstrip("+-").isdigit()]
    words = {} if steps else dict(enumerate(reversed(values)))
    reach = steps or list(words)
    called = name or scale.question.rstrip("?")
    ends = "" if words else _ends(scale)
    ordered = tuple(sorted(dict(points).items()))
    return Series(called, ordered, min(reach), max(reach), words, ends)


def _ends(scale: Scale) -> str:
    """Return what the ends of a scale mean, as `0 inte alls nöjd, 10 helt nöjd`."""
    ends = (scale.ladder.steps[0], scale.ladder.steps[-1])
    return ", ".join(f"{value} {word}".strip().replace("-", "−") for value, word in ends)


def draw_lines(series: Sequence[Series]) -> Drawing:
    """Return one small chart for each group of lines that share a scale; the empty are left out."""
    shapes: list[Shape] = []
    top = 0.0
    for group in _groups(series):
        top = _chart(shapes, group, top) + BETWEEN
    if not shapes:
        shapes.extend(_frame(next(iter(series), Series("", ())), 0.0))
        top = HEIGHT + BETWEEN
    widest = max(
        (Label("small", (w,)).width for one in series for w in one.words.values()), default=0
    )
    left = min(-EDGE, LEFT - 9 - widest - EDGE)
    box = Box(left, -16.0, LEFT + WIDTH + BESIDE + EDGE, top - BETWEEN + FOOT + EDGE)
    return Drawing(box, describe(series), tuple(shapes))


def describe(series: Sequence[Series]) -> str:
    """Return every line in words: its first and last value, and all between with their days."""
    told = [
        f"{one.name}: "
        + ", ".join(f"{one.told(value)} ({show_day(day)})" for day, value in one.points)
        for one in series
        if one.points
    ]
    return (
        f"Linjer över tid. {'. '.join(told)}."
        if told
        else "Linjer över tid, än så länge utan värden."
    )


def _groups(series: Sequence[Series]) -> Iterator[list[Series]]:
    """Yield the lines that can share a chart: the same scale, and not too many."""
    scales = dict.fromkeys(_scale_of(one) for one in series if one.points)
    for scale in scales:
        alike = [one for one in series if one.points and _scale_of(one) == scale]
        for start in range(0, len(alike), MOST_LINES):
            yield alike[start : start + MOST_LINES]


def _scale_of(one: Series) -> tuple[int, int, str, tuple[str, ...]]:
    return one.low, one.high, one.ends, tuple(one.words.values())


def _chart(shapes: list[Shape], group: list[Series], top: float) -> float:
    """Draw one chart under the names of its lines; return where it ends."""
    top = _names(shapes, group, top)
    if group[0].ends:
        ends = Label("small", (group[0].ends,))
        shapes.extend(ends.shapes(LEFT, top))
        top += ends.height
    top += ABOVE
    low, high = group[0].low, group[0].high
    days = sorted({day for one in group for day, _ in one.points})
    shapes.extend(_frame(group[0], top))
    shapes.extend(_days(days, top + HEIGHT))
    for place, one in enumerate(group):
        points = [(_x(day, days), _y(step, low, high, top)) for day, step in one.points]
        if len(points) > 1:
            shapes.append(polyline(CURVES[place], points))
        shapes.extend(_mark(place, *point) for point in points)
    return top + HEIGHT


def _names(shapes: list[Shape], group: list[Series], top: float) -> float:
    """Draw each line's name and last value beside a piece of the line; return where they end."""
    for place, one in enumerate(group):
        name = f"{one.name}: {one.told(one.points[-1][1])}"
        label = Label.of("name", name, WIDTH - SAMPLE, 3)
        middle = top + label.height / 2
        shapes.append(line(CURVES[place], (LEFT, middle), (LEFT + SAMPLE - 10, middle)))
        shapes.append(_mark(place, LEFT + (SAMPLE - 10) / 2, middle))
        shapes.extend(label.shapes(LEFT + SAMPLE, top))
        top += label.height + 4
    return top


def _frame(one: Series, top: float) -> Iterator[Shape]:
    """Yield the lines of the lowest, the middle and the highest step, or of every step with a word."""
    middle = (one.low + one.high) // 2
    steps = one.words or [one.low, *([middle] if (one.low + one.high) % 2 == 0 else []), one.high]
    for step in steps:
        y = _y(step, one.low, one.high, top)
        yield line("grid", (LEFT, y), (LEFT + WIDTH, y))
        yield text("small", LEFT - 9, y + 4.5, one.told(step), "end")


def _x(day: datetime.date, days: Sequence[datetime.date]) -> float:
    span = (days[-1] - days[0]).days
    part = (day - days[0]).days / span if span else 0.5
    return LEFT + 20 + (WIDTH - 40) * part


def _y(step: int, low: int, high: int, top: float) -> float:
    return top + HEIGHT * (1 - (step - low) / ((high - low) or 1))


def _mark(place: int, x: float, y: float) -> Shape:
    return mark(place if place < 3 else None, x, y, 5.5)  # noqa: PLR2004 (three shapes and a ring)


def _days(days: Sequence[datetime.date], y: float) -> Iterator[Shape]:
    """Yield the first and the last day, and those between that have room."""
    right = -1.0
    places = [(day, _x(day, days)) for day in days]
    last = places[-1]
    for day, x in [*places[:-1], last]:
        label = Label("small", (_short(day),))
        box = label.box(x, y + 8, "middle")
        reserved = Label("small", (_short(last[0]),)).box(last[1], y + 8, "middle").left - 8
        if box.left > right + 8 and (day == last[0] or box.right < reserved):
            yield line("grid", (x, y), (x, y + 5))
            yield from label.shapes(x, y + 8, "middle")
            right = box.right


def _short(day: datetime.date) -> str:
    months = (
        "jan",
        "feb",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "aug",
        "sep",
        "okt",
        "nov",
        "dec",
    )
    return f"{day.day} {months[day.month - 1]} {day.year}"
