"""Whether the rows of a blank sheet fit a table, and how wide its columns are.

Svenska: tabell på papper. Build only. May import: model, fields.
"""

from __future__ import annotations

import math

from ract.fields import Date, Number, People, Reference, Text, Time
from ract.fields.choice import Options
from ract.model import Field

PAPER = 170
"""How wide the paper is inside its margins, in millimetres, as all widths here."""
LETTER = 2.7
"""How wide a bold letter is, with some to spare."""
PADDING = 6
NARROWEST = 44
"""A cell that someone is to write words in is never narrower."""
CELL_WIDTHS: dict[type[Field], float] = {Date: 36, Time: 28, Number: 28}
WRITTEN_CELLS = (Text, People, Reference)
"""Kinds whose answer is written; in a table they share what room there is."""
MOST_IN_HEADER = 70
MOST_IN_TABLE = 4
MOST_IN_CELL, LONGEST_IN_CELL = 3, 14
"""So many options, and so many letters in each, can stand under each other in a table."""
WIDEST_NAME, ENOUGH_FOR_NAMES = 40, 60
TICK = 14
"""A box to tick and the air around it."""


def table_widths(names: tuple[str, ...], columns: list[Field]) -> list[float]:
    """Return the width of each column in millimetres, the rows' names first; none when it would be cramped."""
    if not 0 < len(columns) <= MOST_IN_TABLE or any(
        _in_header(c) > MOST_IN_HEADER for c in columns
    ):
        return []
    cells = [_cell_width(column) for column in columns]
    word = max(_needs(word) for name in names for word in name.split())
    whole = min(max(_needs(name) for name in names), WIDEST_NAME)
    wide = max(word, whole)
    # What the names may take when every cell to write in is as narrow as it may be.
    spare = PAPER - sum(width or NARROWEST for width in cells)
    for first in (wide, max(word, min(wide, spare)), word):
        room = PAPER - first - sum(width for width in cells if width is not None)
        shared = room / max(cells.count(None), 1)
        widths = [shared if width is None else width for width in cells]
        fits = all(
            width >= max(_needs(part) for part in column.question.split())
            for width, column in zip(widths, columns, strict=True)
        )
        if fits and room >= 0 and None not in cells:
            return _with_wide_names(columns, widths)
        if fits and shared >= NARROWEST:
            return [first, *widths]
    return []


def _with_wide_names(columns: list[Field], widths: list[float]) -> list[float]:
    """Return the widths when nobody is to write words: the rows' names take what is left.

    Boxes stand beside each other where that leaves the names enough.
    """
    beside = [
        max(boxes_beside(column), width) for column, width in zip(columns, widths, strict=True)
    ]
    for found in (beside, widths):
        if PAPER - sum(found) >= ENOUGH_FOR_NAMES:
            return [PAPER - sum(found), *found]
    return [PAPER - sum(widths), *widths]


def boxes_beside(column: Field) -> float:
    """Return how wide a cell must be to have its boxes beside each other."""
    if not isinstance(column, Options):
        return 0
    return len("".join(column.options)) * LETTER + len(column.options) * TICK


def _cell_width(column: Field) -> float | None:
    """Return how wide a cell must be; None when it may share what is left; infinite when none will do."""
    if isinstance(column, WRITTEN_CELLS):
        return None
    if isinstance(column, Options):
        longest = max(len(words) for words in column.options)
        fits = len(column.options) <= MOST_IN_CELL and longest <= LONGEST_IN_CELL
        return max(longest * LETTER + TICK, TICK * 2) if fits and not column.free_text else math.inf
    return CELL_WIDTHS.get(type(column), math.inf)


def _in_header(column: Field) -> int:
    return len(column.question) + len(column.help) + len(column.example)


def _needs(word: str) -> float:
    return len(word) * LETTER + PADDING
