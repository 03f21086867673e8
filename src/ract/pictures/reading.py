"""What pictures are drawn from: the filled rows of a sheet, cell by cell, by the editor's names.

Svenska: bildens rader. May import: model, fields, context. A column that may not be shown is read as
blank.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ract.context import Occasion
from ract.fields import Picture, Rows, Scale
from ract.fields.choice import Options
from ract.model import Field, Worksheet, Written


@dataclass(frozen=True, slots=True)
class Source:
    """A picture's rows: the sheet, what is written on it, and which columns it may show."""

    worksheet: Worksheet
    written: Written
    picture: Picture
    held_back: frozenset[str] = frozenset()
    """Columns whose answers are for fewer eyes than this picture."""
    occasions: tuple[Occasion, ...] = ()
    """The copies of the sheet so far, this one last."""

    @property
    def rows(self) -> Rows:
        """Return the rows that the picture is drawn from; the definition has proved them."""
        found = self.worksheet.field(self.picture.rows)
        if not isinstance(found, Rows):
            raise TypeError("a picture is drawn from rows")
        return found

    def row_ids(self) -> tuple[str, ...]:
        """Return the ids of the rows in which something is written."""
        return self.rows.filled_rows(self.written, self.rows.id)

    def column(self, key: str) -> Field | None:
        """Return the column that the editor named under a key of `av`; None when held back."""
        names = self.picture.columns.get(key, ())
        return self._shown(names[0]) if names else None

    def columns(self, key: str) -> Iterator[Field]:
        """Yield every column that the editor named under a key of `av`."""
        for name in self.picture.columns.get(key, ()):
            if column := self._shown(name):
                yield column

    def options(self, key: str) -> tuple[str, ...]:
        """Return the options of a column of choices, or the values of a scale."""
        column = self.column(key)
        if isinstance(column, Options):
            return column.options
        return column.ladder.values if isinstance(column, Scale) else ()

    def words(self, row_id: str, key: str) -> str:
        """Return what is written in a row under a key, on one line."""
        column = self.column(key)
        return "" if column is None else " ".join(self.cell(row_id, column).split())

    def cell(self, row_id: str, column: Field) -> str:
        """Return the raw words of a cell."""
        return self.written.text(self.rows.cell(self.rows.id, row_id, column.id))

    def _shown(self, column_id: str) -> Field | None:
        return None if column_id in self.held_back else self.rows.column(column_id)
