"""A small binder with one computed field, and its lines, for the tests of computations."""

import datetime

from ract.answers import computed_values
from ract.model import Written
from tests.ract.builders import draft, flows, worksheet

TODAY = datetime.date(2026, 6, 15)
SHEET_ID = "prov"


def sheet_with(fields, name, of):
    """The sheet `prov` with these fields and one computed field."""
    computed = {"id": "raknat", "typ": "uträknat", "fråga": "Vad blir det?", "räkna": name}
    return worksheet(*fields, {**computed, **({"av": of} if of else {})}, sheet_id=SHEET_ID)


def lines(fields, name, of, written=None, *, others=(), before=(), today=TODAY):
    """The lines of one computation.

    `others` are pairs of a worksheet and what was last written on it (or a list of that, oldest
    first); `before` are what was written at other occasions of the sheet itself.
    """
    sheet = sheet_with(fields, name, of)
    drafts = [
        saved(other.id, one, number)
        for other, given in others
        for number, one in enumerate(given if isinstance(given, list) else [given])
    ]
    drafts += [saved(SHEET_ID, one, n) for n, one in enumerate(before)]
    binder = flows([sheet, *(other for other, _ in others)], *drafts, today=today)
    return computed_values(binder.context(sheet, written or Written()))["raknat"]


def saved(sheet_id, written, number=0):
    """What is written as a saved draft, later for each number."""
    moment = f"2026-03-{number + 1:02}T10:00:00"
    ids = {"id": f"{number:016x}", "saved_at": moment}
    return draft(sheet_id, dict(written.answers), dict(written.rows), **ids)


def rows(field, *lines_of_cells, columns):
    """Written rows of a field: each line fills the columns in order; None leaves one blank."""
    answers = {
        f"{field}/r{number}/{column}": words
        for number, cells in enumerate(lines_of_cells)
        for column, words in zip(columns, cells, strict=False)
        if words is not None
    }
    return Written(answers, {field: [f"r{n}" for n in range(len(lines_of_cells))]})


def both(*parts):
    """What is written on several parts of a sheet, together."""
    answers, ids = {}, {}
    for part in parts:
        answers |= part.answers
        ids |= part.rows
    return Written(answers, ids)
