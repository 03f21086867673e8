"""Where each person stands on the network map: the rings, and room for everybody in them.

Svenska: platser på kartan. May import: nothing but mathematics. A ring is as wide as its fullest
sector needs, so that marks never touch, however many there are.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

CENTRE = 34.0
"""The radius of the circle in the middle, where the person stands."""
NARROWEST = 46.0
"""How wide a ring is at least: room for a thumb."""
ROOMY = 60.0
FEW, MANY = 14, 40
"""From so many people the rings widen, and at so many they are at their roomiest."""
APART = 30.0
"""How far from each other the marks stand at least."""
TOP = -90.0


@dataclass(frozen=True, slots=True)
class Ring:
    """One step of nearness: what it is called, and from where to where it goes."""

    value: str
    inner: float
    outer: float


@dataclass(frozen=True, slots=True)
class Wheel:
    """The map's rings, nearest first, and its sectors, the first one at the top."""

    rings: tuple[Ring, ...]
    sectors: tuple[str, ...]

    @property
    def radius(self) -> float:
        """Return the radius of the whole circle."""
        return self.rings[-1].outer

    @property
    def step(self) -> float:
        """Return how many degrees a sector has."""
        return 360.0 / len(self.sectors)

    def middle(self, sector: str) -> float:
        """Return the direction of a sector's middle, in degrees clockwise from the right."""
        return TOP + self.step * self.sectors.index(sector)

    def sector_at(self, x: float, y: float) -> str:
        """Return the sector in which a point lies."""
        degrees = math.degrees(math.atan2(y, x)) - TOP + self.step / 2
        return self.sectors[int(degrees % 360 // self.step)]


Cell = tuple[str, str]
"""A sector and a step of nearness."""


def build_wheel(
    sectors: tuple[str, ...], steps: Iterable[str], occupied: Mapping[Cell, int]
) -> Wheel:
    """Return the map's rings, nearest step first, each wide enough for its fullest sector."""
    rings: list[Ring] = []
    inner, degrees = CENTRE, 360.0 / len(sectors)
    part = min(1.0, max(0.0, (sum(occupied.values()) - FEW) / (MANY - FEW)))
    narrowest = NARROWEST + (ROOMY - NARROWEST) * part
    for value in steps:
        fullest = max((occupied.get((sector, value), 0) for sector in sectors), default=0)
        width = narrowest
        while sum(_room(inner, width, degrees)) < fullest:
            width += APART / 2
        rings.append(Ring(value, inner, inner + width))
        inner += width
    return Wheel(tuple(rings), sectors)


def _rows(inner: float, width: float) -> list[float]:
    """Return the radii of the rows of marks that a ring has room for, the middle one first."""
    count = max(1, int(width // APART))
    return [inner + width * (n + 0.5) / count for n in range(count)]


def _room(inner: float, width: float, degrees: float) -> list[int]:
    """Return how many marks each row of a sector holds."""
    return [
        max(1, int(math.radians(degrees) * radius // (APART - 1))) for radius in _rows(inner, width)
    ]


def place_marks(wheel: Wheel, people: Iterable[tuple[str, Cell]]) -> dict[str, tuple[float, float]]:
    """Return where everybody's mark stands, in units from the middle."""
    cells: dict[Cell, list[str]] = {}
    for key, cell in people:
        cells.setdefault(cell, []).append(key)
    rings = {ring.value: ring for ring in wheel.rings}
    found: dict[str, tuple[float, float]] = {}
    for (sector, value), keys in cells.items():
        spots = _spots(wheel, sector, rings[value], len(keys))
        found.update(zip(keys, spots, strict=True))
    return found


def _spots(wheel: Wheel, sector: str, ring: Ring, count: int) -> list[tuple[float, float]]:
    """Return points for so many marks in one sector of one ring, spread evenly."""
    width = ring.outer - ring.inner
    rows, room = _rows(ring.inner, width), _room(ring.inner, width, wheel.step)
    shares = _share(count, room)
    spots = []
    for radius, share in zip(rows, shares, strict=True):
        for place in range(share):
            turn = wheel.step * ((place + 0.5) / share - 0.5)
            angle = math.radians(wheel.middle(sector) + turn)
            spots.append((radius * math.cos(angle), radius * math.sin(angle)))
    return spots


def _share(count: int, room: list[int]) -> list[int]:
    """Return how many of the marks go in each row, as evenly as its room allows."""
    shares = [0] * len(room)
    for _ in range(count):
        free = [n for n in range(len(room)) if shares[n] < room[n]]
        best = min(free, key=lambda n: (shares[n] + 1) / room[n])
        shares[best] += 1
    return shares
