"""What was written at two occasions of one sheet, question by question, in words.

Svenska: jämförelse. May import: fetches, flows, computations, context, fields, model.
"""

from __future__ import annotations

from dataclasses import dataclass

from ract.computations import looks_around
from ract.context import Context
from ract.fetches import read_kept
from ract.fields import Computed, Fetched
from ract.flows import Flows, lines_of, lines_of_rows
from ract.model import Field, Worksheet, Written


@dataclass(frozen=True, slots=True)
class Compared:
    """One question with the words of the occasion before and of now; blank where unanswered."""

    question: str
    before: str
    now: str


def compare(
    worksheet: Worksheet, before: Written, now: Written, flows: Flows
) -> tuple[Compared, ...]:
    """Return every question that was answered at either occasion: the changed ones first.

    Of fetched values only what both occasions have kept is compared, and no value that says
    something of more than this sheet: anything else is not written on it.
    """
    old, new = flows.follow(worksheet, before), flows.follow(worksheet, now)
    found = []
    for field in worksheet.fields():
        lines = [_lines(worksheet, field, one) for one in (old, new)]
        if None in lines:
            continue
        then, today = ("\n".join(one or ()) for one in lines)
        if then or today:
            found.append(Compared(field.question, then, today))
    return tuple(sorted(found, key=lambda one: one.before == one.now))


def _lines(worksheet: Worksheet, field: Field, written: Written) -> tuple[str, ...] | None:
    """Return what is written in a field; None for what is not written on the sheet."""
    if isinstance(field, Computed) and looks_around(field, worksheet):
        return None
    if not isinstance(field, Fetched):
        return lines_of(Context(worksheet, written), field, ())
    kept = read_kept(field, written)
    return None if kept is None else lines_of_rows(kept.rows)
