"""Where each name stands on the network map: near its mark, and never on another name.

Svenska: namnens platser. May import: pictures.drawing, pictures.places. A name that finds no
room near its mark stands in a column beside the circle, with a line to it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ract.pictures.drawing import MARK_RADIUS, Box, Label, stack
from ract.pictures.places import Wheel

Point = tuple[float, float]

GAP = 3.0
REACHES = (11.0, 20.0, 30.0, 42.0, 56.0)
"""How far from the middle of its mark a name may stand."""
LED_FROM = 18.0
"""From so far a line leads from the mark to its name."""
OTHER_SECTOR = 30.0
"""How much nearer another place must be before a name stands in a neighbour's sector."""
OFF_RIM = 18.0
TURNS = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))
COLUMN_GAP = 26.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A name in its place: the box, the point that its words hang on, and its line."""

    label: Label
    box: Box
    anchor: str
    leader: tuple[Point, Point] | None = None

    @property
    def x(self) -> float:
        """Return where the words hang: at the left, in the middle or at the right."""
        half = (self.box.left + self.box.right) / 2
        return {"start": self.box.left, "middle": half, "end": self.box.right}[self.anchor]


class _Wish(NamedTuple):
    """A place where a name might stand, and how little one would like it there."""

    cost: float
    number: int
    placed: Placed


def place_labels(
    wheel: Wheel, marks: Mapping[str, Point], labels: Mapping[str, Label], taken: Sequence[Box]
) -> dict[str, Placed]:
    """Return where each name stands; no two share room, and none stands on what is `taken`."""
    dots = {key: _dot(point) for key, point in marks.items()}
    found: dict[str, Placed] = {}
    for key in sorted(marks, key=lambda one: (_crowd(marks, one), one)):
        others = [dot for other, dot in dots.items() if other != key]
        walls = [*(placed.box for placed in found.values()), *taken, *others]
        wishes = sorted(_wishes(wheel, marks[key], labels[key]))
        free = (wish.placed for wish in wishes if _is_free(wish.placed.box, walls))
        if placed := next(free, None):
            found[key] = placed
    left = [key for key in marks if key not in found]
    edge = max([wheel.radius, *(abs(side) for box in taken for side in (box.left, box.right))])
    edge = max([edge, *(abs(s) for p in found.values() for s in (p.box.left, p.box.right))])
    return found | _columns(marks, labels, left, edge + COLUMN_GAP)


def _dot(point: Point) -> Box:
    x, y = point
    return Box(x - MARK_RADIUS, y - MARK_RADIUS, x + MARK_RADIUS, y + MARK_RADIUS)


def _crowd(marks: Mapping[str, Point], key: str) -> float:
    """Return how far the nearest other mark is, in whole steps: the most crowded choose first."""
    here = marks[key]
    apart = (math.dist(here, there) for other, there in marks.items() if other != key)
    return min(apart, default=0.0) // 20


def _is_free(box: Box, walls: Iterable[Box]) -> bool:
    return not any(box.overlaps(wall, GAP) for wall in walls)


def _wishes(wheel: Wheel, point: Point, label: Label) -> Iterator[_Wish]:
    """Yield every place near a mark, with what speaks against it."""
    x, y = point
    own = wheel.sector_at(x, y)
    for number, (reach, (right, down)) in enumerate(
        (reach, turn) for reach in REACHES for turn in TURNS
    ):
        slant = 0.75 if right and down else 1.0
        anchor = {1: "start", -1: "end", 0: "middle"}[right]
        middle = y + down * (reach * slant + label.height / 2 - (2 if down else 0))
        box = label.box(x + right * reach * slant, middle - label.height / 2, anchor)
        inward = right * x < 0 or (not right and abs(x) > wheel.radius / 4)
        cost = reach + (4 if inward else 0) + (3 if down else 0)
        corners = [(a, b) for a in (box.left, box.right) for b in (box.top, box.bottom)]
        cost += OTHER_SECTOR * any(wheel.sector_at(*corner) != own for corner in corners)
        cost += OFF_RIM * any(math.hypot(*corner) > wheel.radius - 4 for corner in corners)
        yield _Wish(cost, number, Placed(label, box, anchor, _leader(point, box, reach)))


def _leader(point: Point, box: Box, reach: float) -> tuple[Point, Point] | None:
    if reach < LED_FROM:
        return None
    x, y = point
    end = (min(max(x, box.left), box.right), min(max(y, box.top + 4), box.bottom - 4))
    return (_rim_of_mark(point, end), end)


def _rim_of_mark(point: Point, end: Point) -> Point:
    """Return where a line towards `end` leaves the mark."""
    apart = math.dist(point, end) or 1.0
    part = min(1.0, (MARK_RADIUS + 2) / apart)
    return (point[0] + (end[0] - point[0]) * part, point[1] + (end[1] - point[1]) * part)


def _columns(
    marks: Mapping[str, Point], labels: Mapping[str, Label], keys: Iterable[str], edge: float
) -> dict[str, Placed]:
    """Return the names that stand beside the circle, each side from top to bottom."""
    found: dict[str, Placed] = {}
    sides: dict[bool, list[str]] = {True: [], False: []}
    for key in sorted(keys, key=lambda one: (marks[one][1], marks[one][0], one)):
        sides[marks[key][0] >= 0].append(key)
    for is_right, names in sides.items():
        x, anchor = (edge, "start") if is_right else (-edge, "end")
        tops = stack([(marks[key][1], labels[key].height) for key in names], gap=GAP * 2)
        for key, top in zip(names, tops, strict=True):
            box = labels[key].box(x, top, anchor)
            end = (x - 4 if is_right else x + 4, top + labels[key].height / 2)
            leader = (_rim_of_mark(marks[key], end), end)
            found[key] = Placed(labels[key], box, anchor, leader)
    return found
