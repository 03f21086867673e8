"""Where a computation reads: fields and columns, on its own sheet and on others, by the editor's names.

Svenska: läsning. May import: context, conditions, fields, model. A name without a slash is on the own
sheet; `blad/fält` and `blad/rader/kolumn` say the sheet. What is hidden or gone is never read.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ract.conditions import hidden_names
from ract.context import Context
from ract.fields import Computed, Rows, Scale
from ract.fields.choice import Options
from ract.fields.date import read_day
from ract.model import SEPARATOR, Field, Worksheet, Written

ROWS = "rader"


@dataclass(frozen=True, slots=True)
class Place:
    """A field, or a column of rows, and what is written there."""

    worksheet: Worksheet
    written: Written
    field: Field
    rows: Rows | None = None

    def row_ids(self) -> tuple[str, ...]:
        """Return the rows in which something is written; one blank id for a single field."""
        return self.rows.filled_rows(self.written, self.rows.id) if self.rows else ("",)

    def name(self, row: str = "") -> str:
        """Return the control name in a row."""
        return self.rows.cell(self.rows.id, row, self.field.id) if self.rows else self.field.id

    def words(self, row: str = "") -> str:
        """Return the answer on one line; blank when unanswered."""
        return " ".join(self.field.show(self.written, self.name(row)).split())

    def raw(self, row: str = "") -> str:
        """Return what is written, as it was written."""
        return self.written.text(self.name(row))

    def day(self, row: str = "") -> datetime.date | None:
        """Return the day that is written; None for no day and for one that does not exist."""
        return read_day(self.raw(row))

    def step(self, row: str = "") -> int | None:
        """Return the step of a scale, or of options that begin with a number."""
        if isinstance(self.field, Scale):
            return self.field.read(self.written, self.name(row))
        found = self.raw(row)
        if isinstance(self.field, Options) and found in self.field.options:
            first = found.split()[0]
            return int(first) if first.isascii() and first.isdigit() else None
        return None

    def place_among_options(self, row: str = "") -> int | None:
        """Return where the picked option stands among the options, from 0."""
        found = self.raw(row)
        options = self.field.options if isinstance(self.field, Options) else ()
        return options.index(found) if found in options else None


@dataclass(frozen=True, slots=True)
class Reader:
    """One computed field's arguments, read in a context."""

    context: Context
    field: Computed

    def at(self, written: Written) -> Reader:
        """Return the same arguments read from something else written on the own sheet."""
        return replace(self, context=self.context.at(written))

    def given(self, key: str) -> tuple[str, ...]:
        """Return the names that the editor gave under a key."""
        return self.field.arguments.get(key, ())

    def by_row(self, key: str) -> dict[str, tuple[str, ...]]:
        """Return the names that the editor gave under each name of a key."""
        return dict(self.field.by_row.get(key, {}))

    def rows(self, key: str = ROWS) -> Place | None:
        """Return the rows named under a key: a place whose cells are found with `beside`."""
        found = next(iter(self.places(key)), None)
        if found is None or not isinstance(found.field, Rows):
            return None
        return replace(found, rows=found.field)

    def beside(self, table: Place, key: str) -> Place | None:
        """Return a column of rows, named under a key by its id or its whole path."""
        names = self.given(key)
        column_id = names[0].rpartition(SEPARATOR)[2] if names else ""
        column = table.rows.column(column_id) if table.rows else None
        return replace(table, field=column) if column else None

    def places(self, key: str) -> Iterator[Place]:
        """Yield each place named under a key that is there and asked."""
        for path in self.given(key):
            if found := self.find(path):
                yield found

    def place(self, key: str) -> Place | None:
        """Return the first place named under a key."""
        return next(self.places(key), None)

    def find(self, path: str) -> Place | None:
        """Return the place with a path, or None when it is not there or not asked."""
        sheet_id, field_id, column_id = split(path, self.context.worksheet.id)
        own = sheet_id == self.context.worksheet.id
        sheet = self.context.worksheet if own else self.context.binder.worksheet(sheet_id)
        if sheet is None:
            return None
        written = self.context.written if own else self.context.binder.written(sheet_id)
        return locate(sheet, written, field_id, column_id)


def locate(sheet: Worksheet, written: Written, field_id: str, column_id: str = "") -> Place | None:
    """Return a field or a column of a sheet as a place; None when it is gone or hidden."""
    field = sheet.field(field_id)
    if field is None or field_id in hidden_names(sheet, written):
        return None
    if not column_id:
        return Place(sheet, written, field)
    column = field.column(column_id) if isinstance(field, Rows) else None
    return Place(sheet, written, column, field) if column and isinstance(field, Rows) else None


def split(path: str, own_id: str) -> tuple[str, str, str]:
    """Return the sheet, the field and the column of a path; blank for no column.

    >>> split("punkter", "dagordning")
    ('dagordning', 'punkter', '')
    >>> split("mina-kontakter/personer/namn", "dagordning")
    ('mina-kontakter', 'personer', 'namn')
    """
    parts = path.split(SEPARATOR)
    if len(parts) == 1:
        return own_id, path, ""
    return parts[0], parts[1], SEPARATOR.join(parts[2:])


def many(number: int, one: str, more: str) -> str:
    """Return a number with its noun.

    >>> many(1, "dag", "dagar"), many(3, "dag", "dagar")
    ('1 dag', '3 dagar')
    """
    return f"{number} {one if abs(number) == 1 else more}"


def signed(step: int, *, plus: bool = False) -> str:
    """Return a step as it is printed, with a real minus sign.

    >>> signed(-2), signed(1, plus=True)
    ('−2', '+1')
    """
    return f"{'+' if plus and step > 0 else ''}{step}".replace("-", "−")
