"""The network map: a circle with sectors, the person in the middle, nearness as distance.

Svenska: nätverkskarta. May import: pictures, fields, model. A feeling is told by the shape of a
mark and by a word, never by colour; who has no place yet stands beneath the circle.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ract.fields import Scale
from ract.pictures.drawing import (
    MARK_RADIUS,
    Box,
    Drawing,
    Label,
    Shape,
    circle,
    line,
    mark,
)
from ract.pictures.labels import Placed, place_labels
from ract.pictures.places import CENTRE, Wheel, build_wheel, place_marks
from ract.pictures.reading import Source

ME = "Jag"
NOT_PLACED = "Inte placerade än"
NO_FEELING = "inget svar"
NAME_WIDTH = 140.0
SECTOR_WIDTH = 132.0
THUMB = 22.0
EDGE = 14.0
LINE = 44.0
"""How high a line of people without a place is: room for a thumb."""


@dataclass(frozen=True, slots=True)
class Person:
    """One row of the map."""

    row: str
    name: str
    sector: str
    near: str
    feeling: str

    @property
    def is_placed(self) -> bool:
        """Tell whether the person has both a sector and a nearness."""
        return bool(self.sector and self.near)


def draw_network(source: Source) -> Drawing:
    """Return the network map of the people who are written in the rows."""
    people = read_people(source)
    placed = [person for person in people if person.is_placed]
    occupied: dict[tuple[str, str], int] = {}
    for one in placed:
        occupied[one.sector, one.near] = occupied.get((one.sector, one.near), 0) + 1
    sectors = source.options("sektor") or (ME,)
    wheel = build_wheel(sectors, _steps(source), occupied)
    marks = place_marks(wheel, ((one.row, (one.sector, one.near)) for one in placed))
    names = {one.row: Label.of("name", one.name, NAME_WIDTH) for one in placed}
    words = list(_fixed_words(wheel))
    labels = place_labels(wheel, marks, names, [words_.box for words_ in words])
    around = [*(one.box for one in words), *(one.box for one in labels.values())]
    box = _around([Box(*(side * wheel.radius for side in (-1, -1, 1, 1))), *around])
    feelings = source.options("känsla")
    groups = [
        _person(one, marks[one.row], labels[one.row], feelings, _thumb(marks, one.row))
        for one in placed
    ]
    below = list(_legend(feelings, box, box.bottom + 34))
    loose = list(_loose([p for p in people if not p.is_placed], box, _foot(below, box) + 12))
    leaders = (line("leader", *one.leader) for one in labels.values() if one.leader)
    shapes = (*_wheel(wheel), *leaders, *_words(words), *below, *(shape for shape, _ in loose))
    bottom = max([_foot(below, box), *(foot for _, foot in loose)])
    whole = Box(box.left - EDGE, box.top - EDGE, box.right + EDGE, bottom + EDGE)
    drawn = (*(s for s in shapes if not s.person), *groups, *(s for s in shapes if s.person))
    return Drawing(whole, _alt(source, people, sectors), drawn, _moves(source, wheel))


def read_people(source: Source) -> list[Person]:
    """Return everybody on the map, in the order of the rows; the nameless get a number."""
    sectors, steps = source.options("sektor"), source.options("närhet")
    people = []
    for number, row in enumerate(source.row_ids(), start=1):
        sector, near = source.words(row, "sektor"), source.words(row, "närhet")
        name = source.words(row, "namn") or f"{source.rows.row_name} {number}"
        people.append(
            Person(
                row,
                name,
                sector if sector in sectors else "",
                near if near in steps else "",
                source.words(row, "känsla"),
            )
        )
    return people


def _steps(source: Source) -> tuple[str, ...]:
    """Return the steps of nearness, the nearest first."""
    return tuple(reversed(source.options("närhet"))) or ("1",)


def _around(boxes: list[Box]) -> Box:
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _fixed_words(wheel: Wheel) -> Iterator[Placed]:
    """Yield the words that always stand on the map: me, the steps and the sectors."""
    me = Label("me", (ME,))
    yield Placed(me, me.box(0, -me.height / 2, "middle"), "middle")
    border = math.radians(wheel.middle(wheel.sectors[0]) + wheel.step * 1.5)
    for ring in wheel.rings:
        x, y = (f(border) * (ring.outer - 13) for f in (math.cos, math.sin))
        step = Label("small", (ring.value,))
        yield Placed(step, step.box(x, y - step.height / 2, "middle"), "middle")
    for sector in wheel.sectors:
        angle = math.radians(wheel.middle(sector))
        x, y = (f(angle) * (wheel.radius + 12) for f in (math.cos, math.sin))
        name = Label.of("head", sector[:1].upper() + sector[1:], SECTOR_WIDTH)
        anchor = "middle" if abs(math.cos(angle)) < 0.1 else "start" if x > 0 else "end"  # noqa: PLR2004 (straight up or down)
        top = y - name.height * (1 - math.sin(angle)) / 2
        yield Placed(name, name.box(x, top, anchor), anchor)


def _wheel(wheel: Wheel) -> Iterator[Shape]:
    for ring in wheel.rings[:-1]:
        yield circle("ring", 0, 0, ring.outer)
    for place in range(len(wheel.sectors)):
        angle = math.radians(wheel.middle(wheel.sectors[place]) + wheel.step / 2)
        away = (math.cos(angle), math.sin(angle))
        start, end = ((a * r, b * r) for (a, b), r in ((away, CENTRE), (away, wheel.radius)))
        yield line("spoke", start, end)
    yield circle("rim", 0, 0, wheel.radius)
    yield circle("centre", 0, 0, CENTRE - 4)


def _words(words: list[Placed]) -> Iterator[Shape]:
    for one in words:
        yield from one.label.shapes(one.x, one.box.top, one.anchor)


def _person(
    person: Person,
    point: tuple[float, float],
    placed: Placed,
    feelings: tuple[str, ...],
    thumb: float,
) -> Shape:
    """Return a person's mark and name as one group that can be moved."""
    shapes = [circle("hit", *point, thumb), mark(_place(person.feeling, feelings), *point)]
    shapes.extend(placed.label.shapes(placed.x, placed.box.top, placed.anchor))
    return Shape("g", "group", shapes=tuple(shapes), person=_told(person))


def _told(person: Person) -> dict[str, str]:
    return {"row": person.row, "name": person.name, "sector": person.sector, "near": person.near}


def _place(feeling: str, feelings: tuple[str, ...]) -> int | None:
    return feelings.index(feeling) if feeling in feelings else None


def _thumb(marks: Mapping[str, tuple[float, float]], row: str) -> float:
    """Return how far around a mark a finger may land without meeting the next one."""
    here = marks[row]
    nearest = min(
        (math.dist(here, there) for key, there in marks.items() if key != row), default=99
    )
    return max(min(THUMB, nearest / 2), MARK_RADIUS)


def _legend(feelings: tuple[str, ...], box: Box, y: float) -> Iterator[Shape]:
    """Yield what the marks mean, in one line beneath the circle."""
    if not feelings:
        return
    entries = [*enumerate(feelings), (None, NO_FEELING)]
    labels = [Label("small", (words,)) for _, words in entries]
    x = (box.left + box.right - sum(label.width + 46 for label in labels) + 22) / 2
    for (place, _), label in zip(entries, labels, strict=True):
        yield mark(place, x + MARK_RADIUS, y)
        yield from label.shapes(x + 22, y - label.height / 2)
        x += label.width + 46


def _foot(legend: list[Shape], box: Box) -> float:
    return box.bottom + (46 if legend else 0)


def _loose(people: list[Person], box: Box, top: float) -> Iterator[tuple[Shape, float]]:
    """Yield who has no place yet, with where each ends: side by side beneath the circle."""
    if not people:
        return
    head = Label("head", (NOT_PLACED,))
    yield head.shapes(box.left, top)[0], top + head.height
    x, y = box.left, top + head.height + 4
    for person in people:
        label = Label.of("name", person.name, NAME_WIDTH, most=2)
        width = label.width + 26
        if x > box.left and x + width > box.right:
            x, y = box.left, y + LINE
        middle = y + LINE / 2
        shapes = (
            circle("hit", x + MARK_RADIUS, middle, THUMB),
            mark(None, x + MARK_RADIUS, middle),
            *label.shapes(x + 22, middle - label.height / 2),
        )
        yield Shape("g", "group", shapes=shapes, person=_told(person)), y + LINE
        x += max(width + 14, 2 * THUMB)


def _alt(source: Source, people: list[Person], sectors: tuple[str, ...]) -> str:
    """Return the map in a sentence, with the count of each sector, and where the words stand."""
    if not people:
        return f"Tom nätverkskarta: en cirkel med dig i mitten och {len(sectors)} delar."
    counted = [
        f"{sector}: {sum(p.is_placed and p.sector == sector for p in people)}" for sector in sectors
    ]
    loose = sum(not person.is_placed for person in people)
    if loose:
        counted.append(f"inte placerade än: {loose}")
    many = "1 person" if len(people) == 1 else f"{len(people)} personer"
    return (
        f"Nätverkskarta med {many}. {'; '.join(counted)}."
        f" Allt som bilden visar står i ord på bladet, under ”{source.rows.question}”"
    ).rstrip("?.") + "."


def _moves(source: Source, wheel: Wheel) -> dict[str, object]:
    """Return what a hand needs to know to move somebody; nothing when a column is held back."""
    sector, near = source.column("sektor"), source.column("närhet")
    if sector is None or not isinstance(near, Scale):
        return {}
    return {
        "rows": source.rows.id,
        "sector": sector.id,
        "near": near.id,
        "sectors": list(wheel.sectors),
        "first": wheel.middle(wheel.sectors[0]),
        "rings": [{"value": ring.value, "outer": round(ring.outer, 1)} for ring in wheel.rings],
    }
