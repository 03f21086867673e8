"""The ordinary week: seven days downwards, the parts of the day across, words in every square.

Svenska: vanlig vecka. May import: pictures, fields, model. Each row of the picture is as high as
its fullest square; a feeling is told by the shape of its mark and by its word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ract.pictures.drawing import Box, Drawing, Label, Shape, line, mark
from ract.pictures.reading import Source

DAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
TIMES = ("natt", "morgon", "dag", "eftermiddag", "kväll")
NOWHERE = "Utan dag eller tid"
DAY_WIDTH = 86.0
SQUARE_WIDTH = 130.0
PAD = 8.0
LOWEST = 46.0
BETWEEN = 7.0
MOST_LINES = 9
MARK = 5.0
EDGE = 4.0


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing in the week: its words, who is there, how it feels."""

    what: Label
    more: Label
    feeling: Label
    place: int | None

    @property
    def height(self) -> float:
        """Return how high its words are together."""
        return self.what.height + self.more.height + self.feeling.height

    def shapes(self, x: float, top: float) -> Iterator[Shape]:
        """Yield its words beneath each other, the mark before the feeling's word."""
        yield from self.what.shapes(x, top)
        top += self.what.height
        yield from self.more.shapes(x, top)
        top += self.more.height
        if self.feeling.lines:
            yield mark(self.place, x + MARK + 1, top + self.feeling.height / 2, MARK)
            yield from self.feeling.shapes(x + 2 * MARK + 7, top)


Square = tuple[str, str]
"""A day and a part of the day; blank where it was not said."""


def draw_week(source: Source) -> Drawing:
    """Return the week that is written in the rows; an empty grid when nothing is."""
    days, times = source.options("dag") or DAYS, source.options("tid") or TIMES
    squares = _read(source, days, times)
    shapes: list[Shape] = []
    right = DAY_WIDTH + SQUARE_WIDTH * len(times)
    top = _header(shapes, times)
    begin = top
    for day in days:
        held = [squares.get((day, time), []) for time in times]
        name = Label.of("head", day[:1].upper() + day[1:], DAY_WIDTH - PAD)
        needed = [name.height, *map(_height, held)]
        height = max([LOWEST, *(one + 2 * PAD for one in needed)])
        shapes.append(line("grid", (0, top), (right, top)))
        shapes.extend(name.shapes(0, top + PAD - 1))
        for place, moments in enumerate(held):
            _fill(shapes, moments, DAY_WIDTH + SQUARE_WIDTH * place + PAD, top + PAD)
        top += height
    shapes.append(line("rim", (0, top), (right, top)))
    for place in range(len(times)):
        x = DAY_WIDTH + SQUARE_WIDTH * place
        shapes.append(line("grid", (x, begin), (x, top)))
    top = _nowhere(shapes, squares.get(("", ""), []), top + 16)
    box = Box(-EDGE, -EDGE, right + EDGE, top + EDGE)
    return Drawing(box, _alt(source, squares), tuple(shapes))


def _read(
    source: Source, days: tuple[str, ...], times: tuple[str, ...]
) -> dict[Square, list[Moment]]:
    """Return what is written in each square, in the order of the rows."""
    squares: dict[Square, list[Moment]] = {}
    for row in source.row_ids():
        moment = _moment(source, row)
        if moment is None:
            continue
        day, time = source.words(row, "dag").lower(), source.words(row, "tid").lower()
        known = {one.lower(): one for one in days}, {one.lower(): one for one in times}
        is_known = day in known[0] and time in known[1]
        square = (known[0][day], known[1][time]) if is_known else ("", "")
        squares.setdefault(square, []).append(moment)
    return squares


def _moment(source: Source, row: str) -> Moment | None:
    """Return one row as words for its square, or None when it says nothing to draw."""
    what, company = source.words(row, "gör"), source.words(row, "med")
    feeling, feelings = source.words(row, "känsla"), source.options("känsla")
    place = feelings.index(feeling) if feeling in feelings else None
    matters = "viktigt" if source.words(row, "viktigt") == "ja" else ""
    if not what and not company and not feeling:
        return None
    width = SQUARE_WIDTH - 2 * PAD
    told = ", ".join(word for word in (feeling, matters) if word)
    return Moment(
        Label.of("word", what, width, MOST_LINES),
        Label.of("small", f"med {company}" if company else "", width, MOST_LINES),
        Label.of("small", told, width - 2 * MARK - 7, 2),
        place,
    )


def _header(shapes: list[Shape], times: tuple[str, ...]) -> float:
    """Draw the parts of the day across the top; return where the days begin."""
    for place, time in enumerate(times):
        label = Label("head", (time[:1].upper() + time[1:],))
        shapes.extend(label.shapes(DAY_WIDTH + SQUARE_WIDTH * place + PAD, 0))
    return 30.0


def _height(moments: list[Moment]) -> float:
    return sum(one.height for one in moments) + BETWEEN * max(0, len(moments) - 1)


def _fill(shapes: list[Shape], moments: list[Moment], x: float, top: float) -> None:
    for moment in moments:
        shapes.extend(moment.shapes(x, top))
        top += moment.height + BETWEEN


def _nowhere(shapes: list[Shape], moments: list[Moment], top: float) -> float:
    """Draw what has no square yet beneath the week; return where the picture ends."""
    if not moments:
        return top - 16
    head = Label("head", (NOWHERE,))
    shapes.extend(head.shapes(0, top))
    top += head.height + 4
    across = int((DAY_WIDTH + SQUARE_WIDTH * len(TIMES)) // SQUARE_WIDTH)
    for start in range(0, len(moments), across):
        line_of = moments[start : start + across]
        for place, moment in enumerate(line_of):
            shapes.extend(moment.shapes(SQUARE_WIDTH * place, top))
        top += max(one.height for one in line_of) + BETWEEN
    return top


def _alt(source: Source, squares: dict[Square, list[Moment]]) -> str:
    """Return the week in a sentence: how many things each day holds, and where the words stand."""
    counted: dict[str, int] = {}
    for (day, _), moments in squares.items():
        counted[day or "utan dag eller tid"] = counted.get(day or "utan dag eller tid", 0) + len(
            moments
        )
    if not counted:
        return "En tom vecka: sju dagar neråt, dagens delar åt höger."
    told = "; ".join(f"{day}: {number}" for day, number in counted.items())
    words = source.rows.question.rstrip("?.")
    return f"Veckan som rutor. {told}. Allt som bilden visar står i ord på bladet, under ”{words}”."
