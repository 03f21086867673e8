"""What goes from one worksheet to another: fetched values, and rows that are pointed at.

Svenska: dataflöden. May import: drafts, computations, context, fields, sharing, model. A detail is
written once; here it is found again where it was last written. It is also here that the drafts become
the context of a computation: the other sheets, and the other occasions of its own.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ract.computations import compute, read_sheets
from ract.conditions import hidden_names
from ract.context import DAY_FIELD, Context, Occasion
from ract.drafts import Draft, newest_revisions
from ract.fields import Computed, Fetched, Picture, Reference, Rows
from ract.fields.date import read_day
from ract.fields.reference import ROW_PART
from ract.model import SEPARATOR, Field, Worksheet, Written
from ract.sharing import narrowest, sharing_of

MOST_STEPS = 20
"""How long a chain of fetched values may be; the build has refused circles already."""
SINGLE = "svar"
"""The one id of an answer that has no rows."""


def needed_worksheets(worksheet: Worksheet) -> tuple[str, ...]:
    """Return the ids of the sheets whose drafts a sheet shows something from, sorted.

    The own sheet is among them when its other occasions are read.
    """
    found = {target.partition(SEPARATOR)[0] for target in _targets(worksheet.fields())}
    found.discard(worksheet.id)
    for field in worksheet.fields():
        if isinstance(field, Computed):
            found.update(read_sheets(field, worksheet))
        elif isinstance(field, Picture) and field.is_over_occasions:
            found.add(worksheet.id)
    return tuple(sorted(found))


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
    """What stands on another sheet now, and where that is."""

    rows: Mapping[str, str]
    """The words of each row by the row's own id; of any other answer under one id, `svar`."""
    worksheet: str
    title: str
    saved_at: str
    """Blank when the sheet is not filled in."""
    sharing: str
    """Who may see it: the fewest eyes that its sheet, its field and its columns allow."""

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the words as lines, one per row or per paragraph."""
        return lines_of_rows(self.rows)


class Flows:
    """The drafts of every sheet, newest first to be found, and what one sheet finds in another."""

    def __init__(
        self,
        worksheets: Mapping[str, Worksheet],
        drafts: Iterable[Draft],
        today: datetime.date | None = None,
    ) -> None:
        """Keep the drafts of every sheet that the binder has, and the day on which they are read."""
        self.worksheets = worksheets
        self.today = today
        self._every: dict[str, list[Draft]] = {}
        for draft in newest_revisions(drafts):
            if draft.worksheet in worksheets:
                self._every.setdefault(draft.worksheet, []).append(draft)
        self.drafts = {name: drafts[-1] for name, drafts in self._every.items()}

    def worksheet(self, sheet_id: str) -> Worksheet | None:
        """Return a sheet, or None when the binder has none of that name."""
        return self.worksheets.get(sheet_id)

    def written(self, sheet_id: str) -> Written:
        """Return what was last written on a sheet, with rows pointed at by their new names."""
        draft = self.drafts.get(sheet_id)
        if draft is None:
            return Written()
        return self.follow(self.worksheets[sheet_id], draft.written)

    def occasions(self, sheet_id: str) -> tuple[Occasion, ...]:
        """Return every filled-in copy of a sheet, oldest first."""
        found = sorted(self._every.get(sheet_id, ()), key=_order)
        return tuple(self._occasion(draft) for draft in found)

    def context(self, worksheet: Worksheet, written: Written, draft_id: str = "") -> Context:
        """Return a sheet with what is around it.

        Args:
            worksheet: The sheet.
            written: What is written on it now.
            draft_id: The draft that this is; blank when it was never saved.
        """
        every = self._every.get(worksheet.id, ())
        saved = next((draft.saved_at for draft in every if draft.id == draft_id), "")
        mine = _order_of(read_day(written.text(DAY_FIELD)) or _day_of(saved) or self.today, saved)
        others = sorted((draft for draft in every if draft.id != draft_id), key=_order)
        earlier = [draft for draft in others if _order(draft) < mine]
        return Context(
            worksheet=worksheet,
            written=written,
            earlier=tuple(self._occasion(draft) for draft in earlier),
            later=tuple(self._occasion(draft) for draft in others[len(earlier) :]),
            today=self.today,
            binder=self,
        )

    def _occasion(self, draft: Draft) -> Occasion:
        day = read_day(draft.written.text(DAY_FIELD)) or _day_of(draft.saved_at)
        return Occasion(day, self.follow(self.worksheets[draft.worksheet], draft.written))

    def follow(self, worksheet: Worksheet, written: Written) -> Written:
        """Return the same answers, where every chosen row is named as it is called today.

        A row that is gone, or nameless, keeps the name that was typed.
        """
        renamed: dict[str, str | list[str]] = {}
        for field, name in _references(worksheet, written):
            words = self._name_of_row(worksheet, written, field, written.text(name + ROW_PART))
            if words and written.text(name):
                renamed[name] = words
        return Written({**written.answers, **renamed}, written.rows) if renamed else written

    def fetched(self, worksheet: Worksheet) -> dict[str, FetchedValue]:
        """Return the value of every fetched field of a sheet, by field id."""
        return {
            field.id: self.fetch(field)
            for field in worksheet.fields()
            if isinstance(field, Fetched)
        }

    def fetch(self, field: Fetched) -> FetchedValue:
        """Return what a fetched field finds at its source now."""
        sheet_id, found, columns, sharing = self._end(field)
        sheet, draft = self.worksheets.get(sheet_id), self.drafts.get(sheet_id)
        title = sheet.title if sheet else ""
        if sheet is None or draft is None or found is None:
            return FetchedValue({}, sheet_id, title, "", narrowest(sharing))
        context = self.context(sheet, self.written(sheet_id), draft.id)
        rows = rows_of(context, found, columns)
        shown = _columns(found, columns) if isinstance(found, Rows) else ()
        sharing = narrowest(sharing, sharing_of(draft.written), *(c.sharing for c in shown))
        return FetchedValue(rows, sheet_id, title, draft.saved_at, sharing)

    def lines(self, sheet_id: str, field_id: str, columns: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Return what is written in a field of a sheet, one line per row or per paragraph."""
        sheet = self.worksheets.get(sheet_id)
        field = sheet.field(field_id) if sheet else None
        if isinstance(field, Fetched):
            sheet_id, field, inner, _ = self._end(field)
            columns = columns or inner
        draft = self.drafts.get(sheet_id)
        if draft is None or field is None:
            return ()
        context = self.context(self.worksheets[sheet_id], self.written(sheet_id), draft.id)
        return lines_of(context, field, columns)

    def _end(self, field: Fetched) -> tuple[str, Field | None, tuple[str, ...], str]:
        """Return the end of a chain of fetched values.

        It is a sheet, its field, the columns that are shown, and who the fields on the way say may
        see it; the last is blank when none says so.
        """
        found: Field | None = field
        sheet_id, columns, sharings = "", field.columns, [""]
        for _ in range(MOST_STEPS):
            if not isinstance(found, Fetched):
                break
            columns = columns or found.columns
            sheet_id, _, field_id = found.source.partition(SEPARATOR)
            sheet = self.worksheets.get(sheet_id)
            found = sheet.field(field_id) if sheet else None
            sharings += [found.sharing] if found and found.sharing else []
        end = None if isinstance(found, Fetched) else found
        return sheet_id, end, columns, narrowest(*sharings) if any(sharings) else ""

    def _name_of_row(
        self, worksheet: Worksheet, written: Written, field: Reference, row_id: str
    ) -> str:
        """Return what a chosen row is called now; a row of the own sheet is on this very copy."""
        sheet_id, _, rows_id = field.target.partition(SEPARATOR)
        draft = self.drafts.get(sheet_id)
        there = written if sheet_id == worksheet.id else draft.written if draft else Written()
        if not row_id or row_id not in there.row_ids(rows_id):
            return ""
        return there.text(SEPARATOR.join((rows_id, row_id, field.shown_column)))


def _references(worksheet: Worksheet, written: Written) -> Iterator[tuple[Reference, str]]:
    for field in worksheet.fields():
        if isinstance(field, Reference):
            yield field, field.id
        elif isinstance(field, Rows):
            for row_id in written.row_ids(field.id):
                for column in field.columns:
                    if isinstance(column, Reference):
                        yield column, field.cell(field.id, row_id, column.id)


def _order(draft: Draft) -> tuple[datetime.date, str]:
    day = read_day(draft.written.text(DAY_FIELD)) or _day_of(draft.saved_at)
    return _order_of(day, draft.saved_at)


def _order_of(day: datetime.date | None, saved_at: str) -> tuple[datetime.date, str]:
    """Return where an occasion stands among the others; what is not saved yet comes last of its day."""
    return day or datetime.date.max, saved_at or "9"


def _day_of(moment: str) -> datetime.date | None:
    """Return the day of a moment as drafts keep it, or None."""
    return read_day(moment[: len("2026-03-27")])


def lines_of(context: Context, field: Field, columns: tuple[str, ...]) -> tuple[str, ...]:
    """Return what is written in one field of a sheet, one line per row or per paragraph."""
    return lines_of_rows(rows_of(context, field, columns))


def lines_of_rows(rows: Mapping[str, str]) -> tuple[str, ...]:
    """Return the words of rows as lines; those of a single answer at their own line breaks."""
    found = rows[SINGLE].split("\n") if set(rows) == {SINGLE} else rows.values()
    return tuple(line for line in found if line.strip())


def rows_of(context: Context, field: Field, columns: tuple[str, ...]) -> dict[str, str]:
    """Return what is written in one field of a sheet: the words of each row by its id."""
    written = context.written
    if field.id in hidden_names(context.worksheet, written):
        return {}
    if not isinstance(field, Rows):
        if isinstance(field, Computed):
            words = "\n".join(compute(context, field))
        else:
            words = field.show(written, field.id)
        return {SINGLE: words} if words.strip() else {}
    shown, found = _columns(field, columns), {}
    for row_id in field.filled_rows(written, field.id):
        words_of_row = [c.show(written, field.cell(field.id, row_id, c.id)) for c in shown]
        first, *rest = [words for words in words_of_row if words] or [""]
        found[row_id] = ": ".join(part for part in (first, "; ".join(rest)) if part)
    return {row_id: words for row_id, words in found.items() if words}


def _columns(field: Rows, names: tuple[str, ...]) -> tuple[Field, ...]:
    return tuple(c for name in names if (c := field.column(name))) or field.columns
