"""What every picture is drawn with: circles, lines, paths and words, in units without looks.

Svenska: teckning. May import: pictures.letters. A shape names its style; the page's CSS and the
paper's table (`svg`) say how a style looks. The same shapes are SVG on paper and elements on screen.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from ract.pictures.letters import text_width, wrap

SIZES = {"head": 17.0, "name": 17.0, "word": 15.0, "small": 14.5, "me": 18.0}
"""The size of the letters in each style of words."""
BOLD = ("head", "me")
LEADING = 1.22
ASCENT = 0.8
"""How much of a line stands above the foot of its letters."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that something covers."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box, gap: float = 0.0) -> bool:
        """Tell whether two boxes share room, or stand closer than a gap."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )

    def holds(self, other: Box) -> bool:
        """Tell whether another box lies wholly in this one."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )


@dataclass(frozen=True, slots=True)
class Shape:
    """One thing drawn: its SVG name, its style, its measures, its words and what it holds."""

    tag: str
    style: str
    measures: Mapping[str, float | str] = field(default_factory=dict)
    words: str = ""
    shapes: tuple[Shape, ...] = ()
    person: Mapping[str, str] = field(default_factory=dict)
    """For a group that can be moved: its row, its name and where it stands."""

    def as_data(self) -> dict[str, object]:
        """Return the shape as plain data for JSON; what is blank is left out."""
        data: dict[str, object] = {"tag": self.tag, "style": self.style, "set": self.attributes()}
        if self.words:
            data["words"] = self.words
        if self.shapes:
            data["shapes"] = [shape.as_data() for shape in self.shapes]
        if self.person:
            data["person"] = dict(self.person)
        return data

    def attributes(self) -> dict[str, str]:
        """Return the measures as SVG attributes."""
        return {
            name: value if isinstance(value, str) else number(value)
            for name, value in self.measures.items()
        }


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole picture: where its edges are, its words for who cannot see it, and its shapes."""

    box: Box
    alt: str
    shapes: tuple[Shape, ...]
    moves: Mapping[str, object] = field(default_factory=dict)
    """What a hand needs to know to move somebody: columns, sectors and rings."""

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height."""
        return self.box.right - self.box.left, self.box.bottom - self.box.top

    def view_box(self) -> str:
        """Return the edges as SVG writes them."""
        return " ".join(number(part) for part in (self.box.left, self.box.top, *self.size))

    def as_data(self) -> dict[str, object]:
        """Return the picture as plain data for JSON."""
        return {
            "view_box": self.view_box(),
            "width": number(self.size[0]),
            "alt": self.alt,
            "shapes": [shape.as_data() for shape in self.shapes],
            "moves": dict(self.moves),
        }


def number(value: float) -> str:
    """Return a measure in words, the same on every machine.

    >>> number(-0.04), number(12.0), number(3.14159)
    ('0', '12', '3.1')
    """
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def circle(style: str, x: float, y: float, radius: float) -> Shape:
    """Return a circle."""
    return Shape("circle", style, {"cx": x, "cy": y, "r": radius})


def line(style: str, start: tuple[float, float], end: tuple[float, float]) -> Shape:
    """Return a line."""
    return Shape("line", style, {"x1": start[0], "y1": start[1], "x2": end[0], "y2": end[1]})


def polyline(style: str, points: Iterable[tuple[float, float]]) -> Shape:
    """Return a line through some points."""
    joined = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    return Shape("polyline", style, {"points": joined})


def polygon(style: str, points: Iterable[tuple[float, float]]) -> Shape:
    """Return a closed figure, as a path."""
    joined = "L".join(f"{number(x)} {number(y)}" for x, y in points)
    return Shape("path", style, {"d": f"M{joined}Z"})


def text(style: str, x: float, y: float, words: str, anchor: str = "start") -> Shape:
    """Return a line of words whose foot stands at y; `anchor` says what of it stands at x."""
    measures: dict[str, float | str] = {"x": x, "y": y, "font-size": SIZES[style]}
    if anchor != "start":
        measures["text-anchor"] = anchor
    return Shape("text", style, measures, words)


@dataclass(frozen=True, slots=True)
class Label:
    """Words in a box of their own, perhaps on several lines."""

    style: str
    lines: tuple[str, ...]

    @classmethod
    def of(cls, style: str, words: str, width: float, most: int = 3) -> Label:
        """Return words as a label that is no wider than `width`."""
        lines = wrap(words, SIZES[style], width, most=most, bold=style in BOLD)
        return cls(style, tuple(lines))

    @property
    def width(self) -> float:
        """Return how wide the longest line is."""
        bold = self.style in BOLD
        return max((text_width(one, SIZES[self.style], bold=bold) for one in self.lines), default=0)

    @property
    def height(self) -> float:
        """Return how high the lines are together."""
        return len(self.lines) * SIZES[self.style] * LEADING

    def box(self, x: float, top: float, anchor: str = "start") -> Box:
        """Return the box that the label covers when it stands at x and begins at a height."""
        left = x - {"start": 0.0, "middle": self.width / 2, "end": self.width}[anchor]
        return Box(left, top, left + self.width, top + self.height)

    def shapes(self, x: float, top: float, anchor: str = "start") -> tuple[Shape, ...]:
        """Return the lines of the label, each a line of words."""
        size = SIZES[self.style]
        return tuple(
            text(self.style, x, top + size * (n * LEADING + ASCENT + 0.11), words, anchor)
            for n, words in enumerate(self.lines)
        )


def stack(
    wanted: Sequence[tuple[float, float]], gap: float, limits: tuple[float, float] | None = None
) -> list[float]:
    """Return where each box begins: beneath each other, each as near its wish as it can.

    Args:
        wanted: The middle that each box wants, from top to bottom, and its height.
        gap: How far apart they stay.
        limits: Between which heights all of them stand, when there is room.
    """
    floor, roof = limits or (-math.inf, math.inf)
    piles: list[_Pile] = []
    for middle, height in wanted:
        piles.append(_Pile([middle - height / 2], [height], gap))
        while len(piles) > 1 and piles[-2].end(floor, roof) + gap > piles[-1].start(floor, roof):
            last = piles.pop()
            piles[-1] = _Pile(
                [*piles[-1].wishes, *last.wishes], [*piles[-1].heights, *last.heights], gap
            )
    return [top for pile in piles for top in pile.tops(floor, roof)]


@dataclass(frozen=True, slots=True)
class _Pile:
    """Boxes that stand close beneath each other, as near as can be to where all of them want."""

    wishes: list[float]
    heights: list[float]
    gap: float

    def offsets(self) -> list[float]:
        steps = (height + self.gap for height in self.heights[:-1])
        return list(accumulate(steps, initial=0.0))

    def start(self, floor: float, roof: float) -> float:
        pairs = zip(self.wishes, self.offsets(), strict=True)
        ideal = sum(wish - offset for wish, offset in pairs) / len(self.wishes)
        size = self.offsets()[-1] + self.heights[-1]
        return max(floor, min(ideal, roof - size))

    def end(self, floor: float, roof: float) -> float:
        return self.tops(floor, roof)[-1] + self.heights[-1]

    def tops(self, floor: float, roof: float) -> list[float]:
        start = self.start(floor, roof)
        return [start + offset for offset in self.offsets()]


MARK_RADIUS = 7.0


def mark(place: int | None, x: float, y: float, radius: float = MARK_RADIUS) -> Shape:
    """Return the mark of a feeling by its place: dot, half diamond, triangle; None is a ring.

    The shapes differ, not their colours: a circle, a square on its corner, a triangle.
    """
    if place is None:
        return circle("mark-open", x, y, radius - 1)
    if place == 0:
        return circle("mark", x, y, radius - 0.5)
    if place == 1:
        wide = radius + 0.5
        return polygon("mark-open", [(x, y - wide), (x + wide, y), (x, y + wide), (x - wide, y)])
    high, wide = radius + 1, radius + 0.5
    base = y + radius * 0.75
    return polygon("mark", [(x, y - high), (x + wide, base), (x - wide, base)])
