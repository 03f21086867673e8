"""A document as a tagged PDF (PDF/A-3a and PDF/UA-1), by Typst.

Svenska: PDF. May import: document, pictures, errors; Typst on demand. One template serves the
build's own Typst and the browser's. The words go in as data and are never code.
"""

from __future__ import annotations

import datetime
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from ract.document import (
    GUTTER,
    LINE,
    Block,
    Document,
    Figure,
    Heading,
    Table,
    longest_words,
)
from ract.errors import MissingPartError
from ract.fields.date import show_day
from ract.pictures import Drawing
from ract.pictures.svg import write_svg

PART = "typst"
FONTS = "/fonts"
"""Where the worker lays the fonts; the build gives its own folder."""
TEMPLATE = Path(__file__).with_name("document.typ")
STANDARDS = ["a-3a", "ua-1"]
MOST_ROUNDS = 8
UNBROKEN = 16
"""A cell this short, as a day or a name, stands on one line while there is room."""
WIDEST = 48
LINE_MM, PAGE_MM = 166.0, 215.0
"""The room for a picture on one page, below a heading."""
UNIT_MM = 0.26
"""A picture's unit at most, so that its letters are no larger than the text's."""
BOLD = 1.15
"""How much wider the header's letters are."""
_UNSHOWN = re.compile(r"the text `(\".*?\")` could not be displayed", re.DOTALL)
_PLAIN = re.compile(r"[\n\t -~\u00a0-\u024f\u2010-\u2026]")
REPLACED = (
    "Några tecken finns inte i typsnittet för utskrift. De står som koder inom hakparentes,"
    " till exempel [U+1F3B5], och finns kvar som du skrev dem i pärmen."
)


@dataclass(frozen=True, slots=True)
class Attachment:
    """The data that lies inside the PDF, so that it can be gone on with."""

    name: str
    data: bytes
    description: str


def write_pdf(
    document: Document, attachment: Attachment | None, now: datetime.datetime, fonts: str = ""
) -> bytes:
    """Return a document as PDF, the same bytes for the same words and time.

    Raises:
        MissingPartError: When Typst has not been loaded.
    """
    return typeset(TEMPLATE, _data(document, attachment, now), now, fonts)


def typeset(
    template: Path, data: Mapping[str, object], now: datetime.datetime, fonts: str = ""
) -> bytes:
    """Return what a template makes of its data; signs that no font has stand as codes.

    Raises:
        MissingPartError: When Typst has not been loaded.
    """
    typst = _load_typst()
    unshown: set[str] = set()
    for round_ in range(MOST_ROUNDS + 1):
        try:
            words = {key: _replace(value, unshown) for key, value in data.items()}
            words["attachment"] = data.get("attachment")  # holds what was written, untouched
            words["note"] = REPLACED if unshown else ""
            return _compile(typst, template, words, now, fonts or FONTS)
        except typst.TypstError as error:
            found = _unshown_signs(str(error.diagnostic))
            if not found - unshown:
                raise
            unshown |= found if round_ < MOST_ROUNDS - 1 else _rare_signs(data)
    raise RuntimeError("a document of plain letters can always be shown")


def _load_typst() -> ModuleType:
    # Typst asks for the time zone by `eval`, which the page's policy forbids, unless it is told.
    os.environ["TZ"] = "UTC0"
    try:
        import typst  # noqa: PLC0415 (26 MB that most visits never need)
    except ImportError as error:
        raise MissingPartError(PART) from error
    return typst


def _data(
    document: Document, attachment: Attachment | None, now: datetime.datetime
) -> dict[str, object]:
    file = attachment and {
        "name": attachment.name,
        "text": attachment.data.decode(),
        "description": attachment.description,
    }
    return {
        **document.as_data(),
        "blocks": [_block(block) for block in stepwise(document.blocks)],
        "printed": f"Utskrivet {show_day(now.date())}",
        "attachment": file,
    }


def stepwise(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks with no heading more than one level below the one before.

    PDF/UA refuses a document that begins with, or leaps to, a deeper level.
    """
    deepest = 0
    for block in blocks:
        if isinstance(block, Heading):
            deepest = min(block.level, deepest + 1)
            yield Heading(deepest, block.text)
        else:
            yield block


def _block(block: Block) -> dict[str, object]:
    data = block.as_data()
    if isinstance(block, Figure):
        drawing = block.picture
        width = picture_width(drawing)
        return {"block": "figure", "svg": write_svg(drawing), "alt": drawing.alt, "width": width}
    if isinstance(block, Table):
        data["widths"] = column_widths(block.header, block.rows)
    return data


def picture_width(drawing: Drawing) -> float:
    """Return how wide a picture stands on paper, in millimetres: whole, and never over two pages."""
    width, height = drawing.size
    return round(min(LINE_MM, width * UNIT_MM, PAGE_MM * width / height), 1)


def column_widths(header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> list[int]:
    """Return each column's share of the line, in letters.

    No column is narrower than its longest word. What is left goes first to short cells,
    so that days and names stay whole, and then to where there is much to read.
    """
    bold = tuple(
        "x" * round(len(max(words.split(), key=len, default="")) * BOLD) for words in header
    )
    widths = [length + GUTTER for length in longest_words(bold, rows)]
    longest = [max(len(cell) for cell in cells) for cells in zip(bold, *rows, strict=True)]
    for is_short in (True, False):
        wishes = [
            max(0, min(cell, WIDEST) + GUTTER - width) if (cell <= UNBROKEN) is is_short else 0
            for cell, width in zip(longest, widths, strict=True)
        ]
        room = max(0, LINE - sum(widths))
        part = min(1.0, room / sum(wishes)) if any(wishes) else 0.0
        widths = [width + int(wish * part) for width, wish in zip(widths, wishes, strict=True)]
    return widths


def _compile(
    typst: ModuleType,
    template: Path,
    data: Mapping[str, object],
    now: datetime.datetime,
    fonts: str,
) -> bytes:
    pdf = typst.compile(
        str(template),
        format="pdf",
        font_paths=[fonts],
        ignore_system_fonts=True,
        pdf_standards=STANDARDS,
        timestamp=int(now.replace(tzinfo=datetime.UTC).timestamp()),
        sys_inputs={"document": json.dumps(data)},
    )
    return bytes(pdf)


def _unshown_signs(diagnostic: str) -> set[str]:
    """Return the signs that Typst says no font has; it names some of them at a time."""
    return {sign for quoted in _UNSHOWN.findall(diagnostic) for sign in _unquote(quoted)}


def _unquote(quoted: str) -> str:
    plain = re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), quoted[1:-1])
    return plain.replace('\\"', '"').replace("\\\\", "\\")


def _rare_signs(value: object) -> set[str]:
    if isinstance(value, str):
        return {sign for sign in value if not _PLAIN.match(sign)}
    if isinstance(value, Mapping):
        value = list(value.values())
    return set().union(*(_rare_signs(item) for item in value)) if isinstance(value, list) else set()


def _replace(value: object, signs: set[str], *, in_picture: bool = False) -> object:
    """Return the same data with each of the signs as a code that can be read, `[U+1F3B5]`.

    A picture has measured its words: there one sign stands for one, and the rows have the code.
    """
    if isinstance(value, str):
        return "".join(
            sign if sign not in signs else "?" if in_picture else f"[U+{ord(sign):04X}]"
            for sign in value
        )
    if isinstance(value, Mapping):
        return {key: _replace(v, signs, in_picture=key == "svg") for key, v in value.items()}
    return [_replace(item, signs) for item in value] if isinstance(value, list) else value
