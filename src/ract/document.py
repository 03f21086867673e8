"""A document as blocks: what the plan page shows, and what a PDF and a file hold.

Svenska: dokument. May import: model, texts, pictures. A block is data without any looks, so
the page, the PDF template and the tests read the same thing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import ClassVar

from ract.pictures import Drawing

MOST_COLUMNS = 6
LONGEST_CELL = 160
LINE = 96
"""How many letters there is room for across a table on paper."""
GUTTER = 3
LONG_HEADING = 120


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a document, from top to bottom."""

    name: ClassVar[str]

    def as_data(self) -> dict[str, object]:
        """Return the block as plain data for JSON."""
        data: dict[str, object] = {"block": self.name}
        for item in fields(self):
            data[item.name] = _plain(getattr(self, item.name))
        return data


def _plain(value: object) -> object:
    if isinstance(value, Drawing):
        return value.as_data()
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


@dataclass(frozen=True, slots=True)
class Heading(Block):
    """A heading; level 1 is the document's parts, never its title."""

    name: ClassVar[str] = "heading"
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph(Block):
    """Words as they were written, with their own line breaks."""

    name: ClassVar[str] = "paragraph"
    text: str


@dataclass(frozen=True, slots=True)
class ItemList(Block):
    """Some things in a row, each a line of its own."""

    name: ClassVar[str] = "list"
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table(Block):
    """Rows under a header row, with a caption that says what they are."""

    name: ClassVar[str] = "table"
    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure(Block):
    """A picture of what is written; its words for who cannot see it are in the drawing."""

    name: ClassVar[str] = "figure"
    picture: Drawing


@dataclass(frozen=True, slots=True)
class Answer(Block):
    """A question and what was answered."""

    name: ClassVar[str] = "answer"
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Note(Block):
    """Quiet words about the document itself, not from the person."""

    name: ClassVar[str] = "note"
    text: str


@dataclass(frozen=True, slots=True)
class Origin(Block):
    """Where the words right above were written, and when."""

    name: ClassVar[str] = "origin"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document: title, what stands beside it, the blocks and the foot's words."""

    title: str
    over_title: str = ""
    """Small words above the title, as `Flik 7`."""
    tab: int = 0
    """Which tab's colour the band has; 0 is the site's own."""
    foot: str = ""
    blocks: tuple[Block, ...]

    def as_data(self) -> dict[str, object]:
        """Return the document as plain data for JSON."""
        return {
            "title": self.title,
            "over_title": self.over_title,
            "tab": self.tab,
            "foot": self.foot,
            "blocks": [block.as_data() for block in self.blocks],
        }


def numbered_heading(level: int, name: str, number: int, words: str) -> tuple[Block, ...]:
    """Return the heading of one of several, as `Mål 1: Sjunga i kören`.

    Words that are too long for a heading follow it as a paragraph; nothing is cut.
    """
    if words and len(words) <= LONG_HEADING and "\n" not in words:
        return (Heading(level, f"{name} {number}: {words}"),)
    head = Heading(level, f"{name} {number}")
    return (head, Paragraph(words)) if words else (head,)


def rows_as_blocks(
    caption: str, row_name: str, header: tuple[str, ...], rows: list[list[str]], level: int = 3
) -> tuple[Block, ...]:
    """Return rows as one table, or as a headed group each when a table could not be read.

    Columns in which nobody wrote anything are left out.
    """
    kept = [n for n in range(len(header)) if any(row[n] for row in rows)]
    head = tuple(header[n] for n in kept)
    body = [[row[n] for n in kept] for row in rows]
    if not body or not head:
        return ()
    if _fits_a_table(head, body):
        return (Table(caption, head, tuple(tuple(row) for row in body)),)
    blocks: list[Block] = []
    for number, row in enumerate(body, start=1):
        blocks.append(Heading(level, f"{row_name} {number}"))
        blocks.extend(Answer(q, words) for q, words in zip(head, row, strict=True) if words)
    return tuple(blocks)


def longest_words(header: tuple[str, ...], rows: Iterable[Iterable[str]]) -> list[int]:
    """Return the length of the longest word of each column, its header among them."""
    columns = zip(header, *rows, strict=True)
    return [
        max((len(word) for cell in cells for word in cell.split()), default=0) for cells in columns
    ]


def _fits_a_table(header: tuple[str, ...], rows: list[list[str]]) -> bool:
    if len(header) > MOST_COLUMNS:
        return False
    needed = sum(length + GUTTER for length in longest_words(header, rows))
    return needed <= LINE and all(len(cell) <= LONGEST_CELL for row in rows for cell in row)
