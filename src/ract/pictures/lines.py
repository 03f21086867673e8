"""Scales over time: small line charts, each line named where it ends.

Svenska: linjer. May import: pictures, fields, model, errors. A chart compares a person with
themselves only. Lines differ in dashes and marks, never in colour alone.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ract.fields import Scale
from ract.fields.date import read_day, show_day
from ract.model import Worksheet, Written
from ract.pictures.drawing import Box, Drawing, Label, Shape, line, mark, polyline, stack, text
from ract.pictures.reading import Source

WIDTH, HEIGHT = 400.0, 150.0
LEFT = 34.0
NAME_WIDTH = 190.0
FOOT = 30.0
BETWEEN = 40.0
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


def series_of_occasions(
    worksheet: Worksheet, occasions: Iterable[tuple[datetime.date, Written]], fields: Iterable[str]
) -> list[Series]:
    """Return the values that some scales of a sheet have had, from several filled-in sheets."""
    kept = list(occasions)
    found = []
    for name in fields:
        field = worksheet.field(name)
        if isinstance(field, Scale):
            read = ((when, field.read(written, name)) for when, written in kept)
            found.append(_series(field, [(when, step) for when, step in read if step is not None]))
    return found


def _series(scale: Scale, points: Iterable[Point]) -> Series:
    steps = [int(value) for value in scale.ladder.values if value.lstrip("+-").isdigit()] or [0, 1]
    return Series(scale.question.rstrip("?"), tuple(sorted(points)), min(steps), max(steps))


def draw_lines(series: Sequence[Series]) -> Drawing:
    """Return one small chart for each group of lines that share a scale; the empty are left out."""
    shapes: list[Shape] = []
    top = 0.0
    for group in _groups(series):
        top = _chart(shapes, group, top) + BETWEEN
    if not shapes:
        shapes.extend(_frame(0, 10, 0.0))
        top = HEIGHT + BETWEEN
    box = Box(-EDGE, -16.0, LEFT + WIDTH + 36 + NAME_WIDTH + EDGE, top - BETWEEN + FOOT + EDGE)
    return Drawing(box, describe(series), tuple(shapes))


def describe(series: Sequence[Series]) -> str:
    """Return every line in words: its first and last value, and all between with their days."""
    told = [
        f"{one.name}: "
        + ", ".join(f"{_step(value)} ({show_day(day)})" for day, value in one.points)
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
    scales = dict.fromkeys((one.low, one.high) for one in series if one.points)
    for scale in scales:
        alike = [one for one in series if one.points and (one.low, one.high) == scale]
        for start in range(0, len(alike), MOST_LINES):
            yield alike[start : start + MOST_LINES]


def _chart(shapes: list[Shape], group: list[Series], top: float) -> float:
    """Draw one chart; return where it ends."""
    low, high = group[0].low, group[0].high
    days = sorted({day for one in group for day, _ in one.points})
    labels = [
        Label.of("name", f"{one.name} {_step(one.points[-1][1])}", NAME_WIDTH, 3) for one in group
    ]
    height = max(HEIGHT, sum(label.height + 6 for label in labels))
    shapes.extend(_frame(low, high, top, height))
    shapes.extend(_days(days, top + height))
    ends = []
    for place, one in enumerate(group):
        points = [(_x(day, days), _y(step, low, high, top, height)) for day, step in one.points]
        if len(points) > 1:
            shapes.append(polyline(CURVES[place], points))
        shapes.extend(_mark(place, *point) for point in points)
        ends.append(points[-1])
    _names(shapes, labels, ends, (top - 12, top + height + 12))
    return top + height


def _frame(low: int, high: int, top: float, height: float = HEIGHT) -> Iterator[Shape]:
    for step in (low, (low + high) // 2 if (low + high) % 2 == 0 else None, high):
        if step is None:
            continue
        y = _y(step, low, high, top, height)
        yield line("grid", (LEFT, y), (LEFT + WIDTH, y))
        yield text("small", LEFT - 9, y + 4.5, _step(step), "end")


def _step(value: int) -> str:
    return str(value).replace("-", "−")


def _x(day: datetime.date, days: Sequence[datetime.date]) -> float:
    span = (days[-1] - days[0]).days
    part = (day - days[0]).days / span if span else 0.5
    return LEFT + 20 + (WIDTH - 40) * part


def _y(step: int, low: int, high: int, top: float, height: float) -> float:
    return top + height * (1 - (step - low) / ((high - low) or 1))


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


def _names(
    shapes: list[Shape],
    labels: Sequence[Label],
    ends: Sequence[tuple[float, float]],
    limits: tuple[float, float],
) -> None:
    """Draw each line's name beside its end; names keep apart and hang on a thin line."""
    order = sorted(range(len(labels)), key=lambda n: (ends[n][1], n))
    tops = stack([(ends[n][1], labels[n].height) for n in order], gap=4, limits=limits)
    x = LEFT + WIDTH + 16
    for n, top in zip(order, tops, strict=True):
        middle = top + labels[n].height / 2
        shapes.append(line("leader", (ends[n][0] + 9, ends[n][1]), (x - 4, middle)))
        shapes.append(_mark(n, x + 6, middle))
        shapes.extend(labels[n].shapes(x + 20, top))
