"""The kinds of thing that a section of the plan is put together from.

Svenska: plandelar. May import: document, flows, sharing, fields, pictures, context, model. A part is data that
names a sheet and its fields; it yields blocks, and nothing where nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from ract.conditions import hidden_names
from ract.context import Context
from ract.document import (
    Answer,
    Block,
    Figure,
    Heading,
    ItemList,
    numbered_heading,
    rows_as_blocks,
)
from ract.fields import Fetched, Picture, Reference, Rows
from ract.flows import Flows
from ract.model import SEPARATOR, Field, Written
from ract.pictures import draw_picture
from ract.sharing import is_held_back, sharing_of
from ract.texts import SHARING

Column = tuple[str, str]
"""A column's id, and what the plan calls it."""


class Source:
    """What the plan may read: only what may be seen by those who may see the plan."""

    def __init__(self, flows: Flows, sharing: str) -> None:
        """Read from `flows` for eyes that may see `sharing`."""
        self.flows = flows
        self.sharing = sharing

    def is_private(self, sheet: str) -> bool:
        """Tell whether a sheet is filled in, but for fewer eyes than the plan."""
        draft = self.flows.drafts.get(sheet)
        return draft is not None and is_held_back(sharing_of(draft.written), self.sharing)

    def written(self, sheet: str) -> Written:
        """Return what is written on a sheet; nothing when it is too private."""
        return Written() if self.is_private(sheet) else self.flows.written(sheet)

    def field(self, sheet: str, field_id: str) -> Field | None:
        """Return a field that the plan may show.

        One for the person and the CM alone never is, nor one that is not asked now.
        """
        worksheet = self.flows.worksheets.get(sheet)
        field = worksheet.field(field_id) if worksheet else None
        if worksheet is None or field is None or field.sharing == SHARING[0]:
            return None
        return None if field_id in hidden_names(worksheet, self.written(sheet)) else field

    def lines(self, sheet: str, field_id: str) -> tuple[str, ...]:
        """Return the lines of a field of any kind that the plan may show.

        A fetched value must be for the plan's eyes also where it was written.
        """
        field = self.field(sheet, field_id)
        if field is None or self.is_private(sheet):
            return ()
        if isinstance(field, Fetched) and is_held_back(
            self.flows.fetch(field).sharing, self.sharing
        ):
            return ()
        return self.flows.lines(sheet, field_id)

    def rows(self, sheet: str, field_id: str) -> Rows | None:
        """Return a field of rows that the plan may show."""
        field = self.field(sheet, field_id)
        return field if isinstance(field, Rows) else None

    def cell(self, sheet: str, rows: Rows, row_id: str, column_id: str) -> str:
        """Return one cell in words; blank for a column that the plan may not show."""
        column = rows.column(column_id)
        if column is None or column.sharing == SHARING[0]:
            return ""
        return column.show(self.written(sheet), rows.cell(rows.id, row_id, column_id))


class Part(Protocol):
    """What every kind of part can do."""

    @property
    def sheet(self) -> str:
        """Return the sheet it reads."""

    def blocks(self, source: Source) -> Iterator[Block]:
        """Yield the blocks of what is written."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Single answers, each under what the plan calls its question."""

    sheet: str
    fields: tuple[Column, ...]
    heading: str = ""

    def blocks(self, source: Source) -> Iterator[Block]:
        """Yield each question that is answered, under the heading where there is one."""
        written = source.written(self.sheet)
        shown = [
            Answer(question, words)
            for field_id, question in self.fields
            if (field := source.field(self.sheet, field_id))
            and (words := field.show(written, field_id))
        ]
        if shown and self.heading:
            yield Heading(2, self.heading)
        yield from shown


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a field of any kind, as a list."""

    sheet: str
    field: str
    question: str = ""
    unless: str = ""
    """A field whose answer takes the place of this one, as one's own choice does of a proposal."""

    def blocks(self, source: Source) -> Iterator[Block]:
        """Yield the list, under its question where it has one."""
        if self.unless and source.written(self.sheet).text(self.unless):
            return
        lines = source.lines(self.sheet, self.field)
        if lines and self.question:
            yield Heading(2, self.question)
        if lines:
            yield ItemList(lines)


@dataclass(frozen=True, slots=True)
class TableOf:
    """Rows as a table, all of them or those with a certain answer."""

    sheet: str
    field: str
    caption: str
    row_name: str
    columns: tuple[Column, ...]
    only: tuple[Column, ...] = ()
    """Columns and the answers that a row must have."""
    but_not: tuple[Column, ...] = ()
    """Columns and the answers that leave a row out."""

    def blocks(self, source: Source) -> Iterator[Block]:
        """Yield the table, or a group of answers for each row when it would be too wide."""
        rows = source.rows(self.sheet, self.field)
        if rows is None:
            return
        written = source.written(self.sheet)
        found = [
            [source.cell(self.sheet, rows, row_id, column) for column, _ in self.columns]
            for row_id in rows.filled_rows(written, rows.id)
            if self._is_chosen(written, rows, row_id)
        ]
        header = tuple(words for _, words in self.columns)
        kept = [row for row in found if any(row)]
        yield from rows_as_blocks(self.caption, self.row_name, header, kept, level=2)

    def _is_chosen(self, written: Written, rows: Rows, row_id: str) -> bool:
        def answer(column: str) -> str:
            return written.text(rows.cell(rows.id, row_id, column))

        return all(answer(column) == wanted for column, wanted in self.only) and not any(
            answer(column) == unwanted for column, unwanted in self.but_not
        )


@dataclass(frozen=True, slots=True)
class PictureOf:
    """A picture of rows, all of them or those with a certain answer."""

    sheet: str
    field: str
    only: tuple[Column, ...] = ()
    """Columns and the answers that a row must have to be drawn."""
    filled: tuple[str, ...] = ()
    """Columns that must be answered, whatever the answer."""

    def blocks(self, source: Source) -> Iterator[Block]:
        """Yield the picture without what only the person and the CM may see."""
        worksheet = source.flows.worksheets.get(self.sheet)
        picture = source.field(self.sheet, self.field)
        if worksheet is None or not isinstance(picture, Picture):
            return
        rows = source.rows(self.sheet, picture.rows)
        if rows is None:
            return
        written = source.written(self.sheet)
        kept = [
            row_id
            for row_id in rows.filled_rows(written, rows.id)
            if self._is_drawn(written, rows, row_id)
        ]
        if kept:
            shown = Written(written.answers, {**written.rows, rows.id: kept})
            private = [column.id for column in rows.columns if column.sharing == SHARING[0]]
            yield Figure(draw_picture(Context(worksheet, shown), picture, private))

    def _is_drawn(self, written: Written, rows: Rows, row_id: str) -> bool:
        def answer(column: str) -> str:
            return written.text(rows.cell(rows.id, row_id, column))

        return all(answer(column) == wanted for column, wanted in self.only) and all(
            map(answer, self.filled)
        )


@dataclass(frozen=True, slots=True)
class Each:
    """Rows that each get a heading with their own words, and their answers below."""

    sheet: str
    field: str
    row_name: str
    title: str
    columns: tuple[Column, ...]

    def blocks(self, source: Source) -> Iterator[Block]:
        """Yield a headed group for each row, with its number among those written."""
        rows = source.rows(self.sheet, self.field)
        if rows is None:
            return
        filled = rows.filled_rows(source.written(self.sheet), rows.id)
        for number, row_id in enumerate(filled, start=1):
            yield from self.group(source, rows, row_id, number, level=2)

    def group(
        self, source: Source, rows: Rows, row_id: str, number: int, *, level: int
    ) -> Iterator[Block]:
        """Yield the heading and the answers of one row."""
        words = source.cell(self.sheet, rows, row_id, self.title)
        yield from numbered_heading(level, self.row_name, number, words)
        for column, question in self.columns:
            if words := source.cell(self.sheet, rows, row_id, column):
                yield Answer(question, words)


@dataclass(frozen=True, slots=True)
class Grouped:
    """Rows of one sheet under the rows of another that they point at."""

    child: Each
    pointer: str
    """The child's column that points at the parent's row."""
    parent: Each
    without: str
    """The heading over those that point at no row."""

    @property
    def sheet(self) -> str:
        """Return the sheet whose rows are shown."""
        return self.child.sheet

    def blocks(self, source: Source) -> Iterator[Block]:
        """Yield the children under their parent's heading, in the parent's order."""
        rows = source.rows(self.sheet, self.child.field)
        if rows is None:
            return
        groups = self._groups(source, rows)
        has_parents = any(title for title, _ in groups)
        for title, row_ids in groups:
            if has_parents:
                yield Heading(2, title or self.without)
            for number, row_id in enumerate(row_ids, start=1):
                yield from self.child.group(
                    source, rows, row_id, number, level=3 if has_parents else 2
                )

    def _groups(self, source: Source, rows: Rows) -> list[tuple[str, list[str]]]:
        """Return each parent's heading with its children; last those without a parent."""
        written = source.written(self.sheet)
        pointer = rows.column(self.pointer)
        found: dict[str, list[str]] = {}
        for row_id in rows.filled_rows(written, rows.id):
            name = rows.cell(rows.id, row_id, self.pointer)
            chosen = pointer.chosen_row(written, name) if isinstance(pointer, Reference) else ""
            typed = written.text(name)
            key = self._parent_of(source, chosen, typed) or (typed and f"{SEPARATOR}{typed}")
            found.setdefault(key, []).append(row_id)
        ordered = [(title, found.pop(key)) for key, title in self._parents(source) if key in found]
        alone = found.pop("", [])
        typed_only = [(key.removeprefix(SEPARATOR), ids) for key, ids in found.items()]
        return [*ordered, *typed_only, *([("", alone)] if alone else [])]

    def _parents(self, source: Source) -> Iterator[tuple[str, str]]:
        """Yield each parent row's id and its heading."""
        rows = source.rows(self.parent.sheet, self.parent.field)
        if rows is None:
            return
        filled = rows.filled_rows(source.written(self.parent.sheet), rows.id)
        for number, row_id in enumerate(filled, start=1):
            words = source.cell(self.parent.sheet, rows, row_id, self.parent.title)
            first, *_ = numbered_heading(2, self.parent.row_name, number, words)
            yield row_id, str(first.as_data()["text"])

    def _parent_of(self, source: Source, chosen: str, typed: str) -> str:
        """Return the parent row that was chosen, or whose words were typed by hand."""
        rows = source.rows(self.parent.sheet, self.parent.field)
        if rows is None:
            return ""
        written = source.written(self.parent.sheet)
        filled = rows.filled_rows(written, rows.id)
        if chosen in filled:
            return chosen
        for row_id in filled:
            words = written.text(rows.cell(rows.id, row_id, self.parent.title))
            if words and words == typed:
                return row_id
        return ""
