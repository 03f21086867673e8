"""Questions answered by any number of rows, each with the same small questions.

Svenska: rader. May import: model, node, errors.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from ract.errors import Problem
from ract.model import SEPARATOR, Field, Written
from ract.node import Node, nearest

BLANK_ROWS = 3


def slug(words: str) -> str:
    """Return words as an id of a–z, digits and hyphens.

    >>> slug("Sömn, mat och rörelse")
    'somn-mat-och-rorelse'
    """
    plain = unicodedata.normalize("NFKD", words.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows(Field):
    """A question answered by rows; each row keeps a random id, never a position."""

    kind: ClassVar[str] = "rader"
    template: ClassVar[str] = "rows"
    holds_columns: ClassVar[bool] = True

    row_name: str
    """What one row is called, as `Mål` in `Mål 1`."""
    blank_rows: int = BLANK_ROWS
    columns: tuple[Field, ...]
    fixed_column: str = ""
    """The column whose value the fixed rows bring with them."""
    fixed_rows: tuple[str, ...] = ()

    @classmethod
    def own_keys(cls, node: Node) -> dict[str, Any]:
        """Return the field's own keys, read; its columns are read by `read_field`."""
        fixed = node.node("fasta rader")
        own: dict[str, Any] = {
            "row_name": node.text("rad"),
            "blank_rows": node.number("tomma rader", default=BLANK_ROWS),
        }
        if fixed:
            own |= {"fixed_column": fixed.text("kolumn"), "fixed_rows": fixed.texts("värden")}
            fixed.finish()
        return own

    def column(self, column_id: str) -> Field | None:
        """Return the column with an id, or None."""
        return next((column for column in self.columns if column.id == column_id), None)

    def cell(self, name: str, row_id: str, column_id: str) -> str:
        """Return the control name of one cell."""
        return SEPARATOR.join((name, row_id, column_id))

    def parts(self, _name: str) -> tuple[str, ...]:
        """Return no control: which ones there are depends on the rows that were written."""
        return ()

    def filled_rows(self, written: Written, name: str) -> tuple[str, ...]:
        """Return the ids of the rows in which something was written, in order.

        A fixed row's own name does not count as written.
        """
        return tuple(
            row_id
            for row_id in written.row_ids(name)
            if any(
                not column.is_blank(written, self.cell(name, row_id, column.id))
                for column in self.columns
                if not (column.id == self.fixed_column and row_id in self.fixed_ids())
            )
        )

    def fixed_ids(self) -> tuple[str, ...]:
        """Return the row ids of the fixed rows."""
        return tuple(slug(words) for words in self.fixed_rows)

    def is_blank(self, written: Written, name: str) -> bool:
        """Tell whether no row has anything written in it."""
        return not self.filled_rows(written, name)

    def problems(self, written: Written, name: str) -> Iterator[Problem]:
        """Yield the problems of every cell of every row."""
        for row_id in written.row_ids(name):
            for column in self.columns:
                yield from column.problems(written, self.cell(name, row_id, column.id))

    def table(self, written: Written, name: str) -> list[list[str]]:
        """Return the filled rows as words, one list per row in the order of the columns."""
        return [
            [column.show(written, self.cell(name, row_id, column.id)) for column in self.columns]
            for row_id in self.filled_rows(written, name)
        ]

    def show(self, written: Written, name: str) -> str:
        """Return one line per filled row: the first column, then what else was written."""
        lines = []
        for first, *rest in self.table(written, name):
            more = "; ".join(words for words in rest if words)
            lines.append(": ".join(part for part in (first, more) if part))
        return "\n".join(lines)


def misfits(field: Rows) -> Iterator[str]:
    """Yield a sentence for everything in the columns that does not go together."""
    ids = [column.id for column in field.columns]
    for twice in sorted({column_id for column_id in ids if ids.count(column_id) > 1}):
        yield f"Två kolumner heter ”{twice}”. Ge dem olika id."
    for column in field.columns:
        if isinstance(column, Rows):
            yield f"”{column.id}” är rader i rader, och det går inte."
        if column.visible_if is not None:
            yield f"Kolumnen ”{column.id}” kan inte ha ”visas om”. Sätt det på hela frågan."
    if field.fixed_column and field.fixed_column not in ids:
        hint = nearest(field.fixed_column, ids)
        yield f"De fasta raderna hör till kolumnen ”{field.fixed_column}”, som inte finns.{hint}"
