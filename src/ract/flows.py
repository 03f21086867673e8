"""What goes from one worksheet to another: fetched values, and rows that are pointed at.

Svenska: dataflöden. May import: drafts, answers, fields, model. A detail is written
once; here it is found again where it was last written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ract.answers import computed_values
from ract.conditions import hidden_names
from ract.drafts import Draft, newest_drafts
from ract.fields import Computed, Fetched, Reference, Rows
from ract.fields.reference import ROW_PART
from ract.model import SEPARATOR, Field, Worksheet, Written

MOST_STEPS = 20
"""How long a chain of fetched values may be; the build has refused circles already."""


def needed_worksheets(worksheet: Worksheet) -> tuple[str, ...]:
    """Return the ids of the other sheets that a sheet shows something from, sorted."""
    found = {target.partition(SEPARATOR)[0] for target in _targets(worksheet.fields())}
    return tuple(sorted(found - {worksheet.id}))


def _targets(fields: Iterable[Field]) -> Iterator[str]:
    for field in fields:
        if isinstance(field, Fetched):
            yield field.source
        elif isinstance(field, Reference):
            yield field.target
        elif isinstance(field, Rows):
            yield from _targets(field.columns)


@dataclass(frozen=True, slots=True)
class FetchedValue:
    """What a fetched field shows, and where it was written."""

    lines: tuple[str, ...]
    worksheet: str
    title: str
    saved_at: str


class Flows:
    """The newest draft of each sheet, and what one sheet finds in another."""

    def __init__(self, worksheets: Mapping[str, Worksheet], drafts: Iterable[Draft]) -> None:
        """Keep the newest draft of every sheet that the binder has."""
        self.worksheets = worksheets
        self.drafts = {
            name: draft for name, draft in newest_drafts(drafts).items() if name in worksheets
        }

    def written(self, worksheet_id: str) -> Written:
        """Return what was last written on a sheet, with rows pointed at by their new names."""
        draft = self.drafts.get(worksheet_id)
        if draft is None:
            return Written()
        return self.follow(self.worksheets[worksheet_id], draft.written)

    def follow(self, worksheet: Worksheet, written: Written) -> Written:
        """Return the same answers, where every chosen row is named as it is called today.

        A row that is gone, or nameless, keeps the name that was typed.
        """
        renamed: dict[str, str | list[str]] = {}
        for field, name in _references(worksheet, written):
            words = self._name_of_row(field, written.text(name + ROW_PART))
            if words and written.text(name):
                renamed[name] = words
        return Written({**written.answers, **renamed}, written.rows) if renamed else written

    def fetched(self, worksheet: Worksheet) -> dict[str, FetchedValue]:
        """Return the value of every fetched field of a sheet, by field id."""
        return {
            field.id: self._fetch(field)
            for field in worksheet.fields()
            if isinstance(field, Fetched)
        }

    def _fetch(self, field: Fetched) -> FetchedValue:
        sheet_id, found, columns = self._end(field)
        sheet, draft = self.worksheets.get(sheet_id), self.drafts.get(sheet_id)
        title = sheet.title if sheet else ""
        if sheet is None or draft is None or found is None:
            return FetchedValue((), sheet_id, title, "")
        lines = lines_of(sheet, found, self.written(sheet_id), columns)
        return FetchedValue(lines, sheet_id, title, draft.saved_at)

    def lines(self, sheet_id: str, field_id: str, columns: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Return what is written in a field of a sheet, one line per row or per paragraph."""
        sheet = self.worksheets.get(sheet_id)
        field = sheet.field(field_id) if sheet else None
        if isinstance(field, Fetched):
            sheet_id, field, inner = self._end(field)
            sheet, columns = self.worksheets.get(sheet_id), columns or inner
        if sheet is None or field is None:
            return ()
        return lines_of(sheet, field, self.written(sheet_id), columns)

    def origin(self, field: Fetched) -> str:
        """Return the id of the sheet where a fetched value was written."""
        return self._end(field)[0]

    def _end(self, field: Fetched) -> tuple[str, Field | None, tuple[str, ...]]:
        """Return the sheet and the field at the end of a chain of fetched values, and its columns."""
        found: Field | None = field
        sheet_id, columns = "", field.columns
        for _ in range(MOST_STEPS):
            if not isinstance(found, Fetched):
                return sheet_id, found, columns
            columns = columns or found.columns
            sheet_id, _, field_id = found.source.partition(SEPARATOR)
            sheet = self.worksheets.get(sheet_id)
            found = sheet.field(field_id) if sheet else None
        return sheet_id, None, columns

    def _name_of_row(self, field: Reference, row_id: str) -> str:
        sheet_id, _, rows_id = field.target.partition(SEPARATOR)
        draft = self.drafts.get(sheet_id)
        if not row_id or draft is None or row_id not in draft.written.row_ids(rows_id):
            return ""
        return draft.written.text(SEPARATOR.join((rows_id, row_id, field.shown_column)))


def _references(worksheet: Worksheet, written: Written) -> Iterator[tuple[Reference, str]]:
    for field in worksheet.fields():
        if isinstance(field, Reference):
            yield field, field.id
        elif isinstance(field, Rows):
            for row_id in written.row_ids(field.id):
                for column in field.columns:
                    if isinstance(column, Reference):
                        yield column, field.cell(field.id, row_id, column.id)


def lines_of(
    sheet: Worksheet, field: Field, written: Written, columns: tuple[str, ...]
) -> tuple[str, ...]:
    """Return what is written in one field of a sheet, one line per row or per paragraph."""
    if field.id in hidden_names(sheet, written):
        return ()
    if isinstance(field, Computed):
        return tuple(computed_values(sheet, written)[field.id])
    if not isinstance(field, Rows):
        return tuple(line for line in field.show(written, field.id).split("\n") if line.strip())
    shown = [c for name in columns if (c := field.column(name))] if columns else field.columns
    lines = []
    for row_id in field.filled_rows(written, field.id):
        words = [c.show(written, field.cell(field.id, row_id, c.id)) for c in shown]
        first, *rest = [word for word in words if word] or [""]
        lines.append(": ".join(part for part in (first, "; ".join(rest)) if part))
    return tuple(line for line in lines if line)
