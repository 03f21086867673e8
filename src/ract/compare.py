"""What was written at two occasions of one sheet, question by question, in words.

Svenska: jämförelse. May import: flows, computations, context, fields, model.
"""

from __future__ import annotations

from dataclasses import dataclass

from ract.computations import looks_around
from ract.context import Context
from ract.fields import Computed, Fetched
from ract.flows import Flows, lines_of
from ract.model import Worksheet, Written


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

    Values that say something of more than this sheet are left out: they are not written on it.
    """
    old, new = flows.follow(worksheet, before), flows.follow(worksheet, now)
    found = []
    for field in worksheet.fields():
        is_around = isinstance(field, Computed) and looks_around(field, worksheet)
        if is_around or isinstance(field, Fetched):
            continue
        then, today = (
            "\n".join(lines_of(Context(worksheet, one), field, ())) for one in (old, new)
        )
        if then or today:
            found.append(Compared(field.question, then, today))
    return tuple(sorted(found, key=lambda one: one.before == one.now))
