"""The two ways of work as maps one can follow: SIMBA's phases and Gävleborg's twelve steps.

Svenska: processkartor. May import: overviews, MkDocs' PluginError, Markdown's slugify. The words are those
of the overviews' headings, so that a map and the lists of sheets cannot say different things. One drawing
serves the screen, where its style classes follow the look, and the book, where its own colours stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from textwrap import wrap
from typing import Any

from markdown.extensions.toc import slugify
from mkdocs.exceptions import PluginError

from macros.overviews import PHASE_HEADINGS, STEP_HEADINGS

CLASS = "process-map"
PHASES = [
    *(words for phase, (words, _) in PHASE_HEADINGS.items() if phase != "kvalitet"),
    "Avslut eller vila",
]
"""SIMBA's phases in order; the last has no sheets of its own."""

PHASE_BOXES = (
    (80, 20, 280, 56),
    (80, 112, 280, 56),
    (80, 204, 280, 56),
    (80, 296, 280, 56),
    (20, 396, 180, 72),
    (240, 396, 180, 72),
    (80, 508, 280, 56),
    (80, 600, 280, 56),
)
"""Where each phase stands: left, top, width, height."""
PHASE_WAYS = (
    "M220 76v34m-6-8 6 8 6-8M220 168v34m-6-8 6 8 6-8M220 260v34m-6-8 6 8 6-8M110 352v42m-6-8 6 8 6-8"
    "M200 420h38m-8-6 8 6-8 6M240 446h-38m8-6-8 6 8 6M110 468v38m-6-8 6 8 6-8M220 564v34m-6-8 6 8 6-8"
)
LETTERS_OF_NARROW, LINE = 14, 24
STEP_HEIGHT, STEP_TOP = 60, 16
PEN = 'stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'


@dataclass(frozen=True, slots=True)
class Map:
    """One map: its picture, and what it says to the one who does not see it."""

    words: str
    draw: Callable[[], Iterator[str]]
    height: int

    def svg(self) -> str:
        """Return the map as SVG text; each place leads to its part of the same page."""
        inner = "\n".join(self.draw())
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 440 {self.height}" width="440"'
            f' height="{self.height}" role="group" aria-label="{escape(self.words)}" font-size="19"'
            " font-family=\"'Atkinson Hyperlegible Next', Verdana, sans-serif\">\n"
            f'<rect class="map-paper" width="440" height="{self.height}" rx="8" fill="#fdfbf6"/>\n'
            f"{inner}\n</svg>"
        )


def _phases() -> Iterator[str]:
    yield f'<path class="map-way" d="{PHASE_WAYS}" fill="none" stroke="#1d5560" {PEN}/>'
    for number, (words, box) in enumerate(zip(PHASES, PHASE_BOXES, strict=True), start=1):
        left, top, width, height = box
        lines = wrap(words, LETTERS_OF_NARROW) if width < PHASE_BOXES[0][2] else [words]
        first = top + height // 2 + 7 - (len(lines) - 1) * LINE // 2
        text = "".join(
            f'<text class="map-text" x="{left + width // 2}" y="{first + row * LINE}"'
            f' fill="#1d1a16" text-anchor="middle">{escape(line)}</text>'
            for row, line in enumerate(lines)
        )
        yield (
            f'<a href="#fas-{number}"><rect class="map-box" x="{left}" y="{top}" width="{width}"'
            f' height="{height}" rx="6" fill="#e6eeec" stroke="#1d1a16" {PEN}/>{text}</a>'
        )


def _steps() -> Iterator[str]:
    middle = [
        STEP_TOP + STEP_HEIGHT * place + STEP_HEIGHT // 2 for place in range(len(STEP_HEADINGS))
    ]
    yield (
        f'<path class="map-way" d="M44 {middle[0]}V{middle[-1]}" fill="none" stroke="#1d5560" {PEN}/>'
    )
    for number, (words, y) in enumerate(zip(STEP_HEADINGS, middle, strict=True), start=1):
        yield (
            f'<a href="#{slugify(f"Steg {number}: {words}", "-")}">'
            f'<rect class="map-reach" x="12" y="{y - 28}" width="416" height="56" rx="6" fill="none"/>'
            f'<circle class="map-box" cx="44" cy="{y}" r="20" fill="#e6eeec" stroke="#1d1a16" {PEN}/>'
            f'<text class="map-text" x="44" y="{y + 7}" fill="#1d1a16" text-anchor="middle"'
            f' font-weight="700">{number}</text>'
            f'<text class="map-text" x="82" y="{y + 7}" fill="#1d1a16">{escape(words)}</text></a>'
        )


MAPS = {
    "korschema": Map(
        "Körschemat: åtta rutor i ordning. Arbetsfas och möten går fram och tillbaka. "
        "Varje ruta leder till sin fas.",
        _phases,
        676,
    ),
    "tolv-steg": Map(
        "Gävleborgs tolv steg i ordning längs en linje. Varje steg leder till sina blad.",
        _steps,
        2 * STEP_TOP + STEP_HEIGHT * len(STEP_HEADINGS),
    ),
}


def define_process_maps(env: Any) -> None:
    """Give the pages the macro that draws a map."""
    env.macro(process_map, "processkarta")


def process_map(name: str) -> str:
    """Return a map as part of a page.

    Raises:
        PluginError: When there is no map of that name.
    """
    if name not in MAPS:
        raise PluginError(f"Det finns ingen processkarta ”{name}”. Det finns: {', '.join(MAPS)}.")
    return f'<figure class="{CLASS}" data-map="{name}" data-search-exclude>\n{MAPS[name].svg()}\n</figure>'
