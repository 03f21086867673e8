"""The most important of a worksheet on cards for the pocket, filled in or blank, as a tagged PDF.

Svenska: ficka. May import: context, conditions, document, fields, filled, flows, export.pdf. A definition
says under `ficka` which questions stand on the cards; the template `pocket.typ` lays them out. What does
not fit on one card goes on to the next.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path

from ract.conditions import hidden_names
from ract.document import Answer, Block, Heading, ItemList, Note, Paragraph, Table
from ract.drafts import Draft
from ract.export.pdf import typeset
from ract.fields import LongText, Rows
from ract.fields.date import show_day
from ract.filled import blocks_of_field
from ract.flows import Flows
from ract.model import Field, Worksheet
from ract.texts import UNANSWERED

TEMPLATE = Path(__file__).with_name("pocket.typ")
MADE = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
"""What a blank card says about when it was made: the same, so that it is made of the same bytes."""
LINES_FOR_LONG, LINES_FOR_DERIVED = 2, 3
BETWEEN = " · "

Entry = dict[str, object]
"""One question on the cards: its words, the answer, and how many lines there are to write on."""


def write_pocket(
    worksheet: Worksheet, draft: Draft, flows: Flows, now: datetime.datetime, fonts: str = ""
) -> bytes:
    """Return the cards of a filled-in sheet, or no bytes when nothing that goes on them is answered.

    Raises:
        MissingPartError: When Typst has not been loaded.
    """
    entries = pocket_entries(worksheet, draft, flows)
    if not entries:
        return b""
    return typeset(TEMPLATE, _data(worksheet, entries, show_day(now.date())), now, fonts)


def write_blank_pocket(worksheet: Worksheet, fonts: str) -> bytes:
    """Return the cards to be filled in by hand, the same bytes each time for the same definition."""
    return typeset(TEMPLATE, blank_pocket(worksheet), MADE, fonts)


def blank_pocket(worksheet: Worksheet) -> dict[str, object]:
    """Return all that stands on the blank cards."""
    entries = [
        {"question": field.question, "text": "", "lines": _lines_of(field)}
        for field in _chosen(worksheet)
    ]
    return _data(worksheet, entries, "")


def pocket_entries(worksheet: Worksheet, draft: Draft, flows: Flows) -> list[Entry]:
    """Return the answered questions of the cards; what is unanswered or not asked is left out."""
    written = flows.follow(worksheet, draft.written)
    context = flows.context(worksheet, written, draft.id)
    hidden = hidden_names(worksheet, written)
    entries: list[Entry] = []
    for field in _chosen(worksheet):
        if field.id not in hidden:
            words = "\n".join(_lines(blocks_of_field(context, field, flows)))
            if words:
                entries.append({"question": field.question, "text": words, "lines": 0})
    return entries


def _chosen(worksheet: Worksheet) -> Iterator[Field]:
    for name in worksheet.pocket:
        if field := worksheet.field(name):
            yield field


def _data(worksheet: Worksheet, entries: list[Entry], day: str) -> dict[str, object]:
    return {
        "title": worksheet.title,
        "day": day,
        "foot": f"{worksheet.title} · {worksheet.id}, version {worksheet.version}",
        "entries": entries,
    }


def _lines_of(field: Field) -> int:
    if isinstance(field, Rows):
        return len(field.fixed_rows) or field.blank_rows
    if not field.is_asked:
        return LINES_FOR_DERIVED
    return LINES_FOR_LONG if isinstance(field, LongText) else 1


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield what a document says of one question, a line for each row: a card has no room for a table."""
    row: list[str] = []
    for block in blocks:
        if isinstance(
            block, Heading
        ):  # the question itself, or the next of rows too wide for a table
            if row:
                yield BETWEEN.join(row)
            row = []
        elif isinstance(block, (Answer, Paragraph, Note)):
            row += [block.text] if block.text != UNANSWERED else []
        elif isinstance(block, ItemList):
            yield from block.items
        elif isinstance(block, Table):
            for cells in block.rows:
                yield BETWEEN.join(cell for cell in cells if cell not in {"", UNANSWERED})
    if row:
        yield BETWEEN.join(row)
