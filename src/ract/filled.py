"""One filled-in worksheet as a document: every question with its answer, as on paper.

Svenska: ifyllt blad. May import: document, drafts, flows, answers, computations, context, conditions,
fields, pictures, sharing, fetches, texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ract.answers import homeless_answers
from ract.computations import COMPUTATIONS, compute, read_sheets
from ract.conditions import hidden_names
from ract.context import Binder, Context, Occasion
from ract.document import (
    Answer,
    Block,
    Document,
    Figure,
    Heading,
    ItemList,
    Note,
    Origin,
    rows_as_blocks,
)
from ract.drafts import Draft
from ract.fetches import Fetch, fetch, fetches
from ract.fields import Computed, Fetched, Picture, Rows
from ract.fields.date import read_day, show_day
from ract.fields.derived import SEEN_PART
from ract.flows import Flows
from ract.model import SEPARATOR, Field, Worksheet, Written
from ract.pictures import draw_picture
from ract.sharing import is_held_back, sharing_of
from ract.texts import SHARING, UNANSWERED

ONE_OCCASION = "Linjerna kommer när bladet är ifyllt minst två gånger."
EARLIER = "Tidigare svar"
EARLIER_NOTE = "De här svaren skrevs på en äldre version av bladet och har ingen egen fråga nu."
HELD_BACK = "Svaret är inte med här. Det är bara för dig och CM."
PARTLY_HELD_BACK = "Något är inte med här. Det är bara för dig och CM."


def sheet_document(worksheet: Worksheet, draft: Draft, flows: Flows) -> Document:
    """Return a filled-in sheet as a document; the unanswered shows as a dash."""
    written = flows.follow(worksheet, draft.written)
    context = flows.context(worksheet, written, draft.id)
    hidden = hidden_names(worksheet, written)
    blocks: list[Block] = []
    for section in worksheet.all_sections():
        asked = [field for field in section.fields if field.id not in hidden]
        if asked:
            blocks.append(Heading(1, section.heading))
        for field in asked:
            blocks.extend(_blocks_of_field(context, field, flows))
    blocks.extend(_homeless(worksheet, written))
    return Document(
        title=worksheet.title,
        over_title=f"Flik {worksheet.tab} · Arbetsblad",
        tab=worksheet.tab,
        foot=_foot(worksheet, written),
        blocks=tuple(blocks),
    )


def example_document(worksheet: Worksheet, worksheets: Mapping[str, Worksheet]) -> Document:
    """Return a sheet's own invented example; what it fetches comes from the other sheets' examples."""
    drafts = [draft for sheet in worksheets.values() for draft in _example_drafts(sheet)]
    today = read_day(worksheet.example.text("datum"))
    flows = Flows(worksheets, drafts, today)
    return sheet_document(worksheet, _example_drafts(worksheet)[-1], flows)


def _example_drafts(worksheet: Worksheet) -> list[Draft]:
    """Return the invented person's sheets as drafts, the example itself last and newest."""
    # Without an answer to who may see it nothing is held back: there is nobody to shield.
    return [
        Draft(
            id=f"{number:016x}",
            worksheet=worksheet.id,
            version=worksheet.version,
            rev=number,
            saved_at="",
            written=Written({n: v for n, v in one.answers.items() if n != "delning"}, one.rows),
        )
        for number, one in enumerate((*worksheet.example_before, worksheet.example), start=1)
    ]


def shown_draft(worksheet: Worksheet, draft: Draft, flows: Flows) -> Draft:
    """Return the draft without what its document holds back, to be attached to the PDF."""
    hidden = hidden_names(worksheet, draft.written)
    sharing = sharing_of(draft.written)
    fetched = fetches(worksheet, draft.written, flows)
    left_out = {
        field.id
        for field in worksheet.fields()
        if field.id in hidden or is_held_back(field.sharing, sharing)
    } | {name for name, one in fetched.items() if is_held_back(one.sharing, sharing)}
    unshown = {one.question.kept_name(SEEN_PART) for one in fetched.values()}
    columns = {
        (field.id, column.id)
        for field in worksheet.fields()
        if isinstance(field, Rows)
        for column in field.columns
        if is_held_back(column.sharing, sharing)
    }
    homeless = homeless_answers(worksheet, draft.written) if _hides_homeless(draft.written) else {}
    answers = {
        name: value
        for name, value in draft.written.answers.items()
        if name not in homeless
        and name not in unshown
        and (parts := name.split(SEPARATOR))[0] not in left_out
        and (parts[0], parts[2] if len(parts) > 2 else "") not in columns  # noqa: PLR2004 (field/row/column)
    }
    rows = {name: ids for name, ids in draft.written.rows.items() if name not in left_out}
    return Draft(
        id=draft.id,
        worksheet=draft.worksheet,
        version=draft.version,
        rev=draft.rev,
        saved_at=draft.saved_at,
        written=Written(answers, rows),
    )


class _Shown:
    """A binder of which only the copies are seen that may be seen by as many as a paper."""

    def __init__(self, binder: Binder, sharing: str) -> None:
        self._binder = binder
        self._sharing = sharing

    def worksheet(self, sheet_id: str) -> Worksheet | None:
        return self._binder.worksheet(sheet_id)

    def written(self, sheet_id: str) -> Written:
        written = self._binder.written(sheet_id)
        return Written() if is_held_back(sharing_of(written), self._sharing) else written

    def occasions(self, sheet_id: str) -> tuple[Occasion, ...]:
        return _shown(self._binder.occasions(sheet_id), self._sharing)


def _shown(occasions: tuple[Occasion, ...], sharing: str) -> tuple[Occasion, ...]:
    return tuple(one for one in occasions if not is_held_back(sharing_of(one.written), sharing))


def _for_these_eyes(context: Context) -> Context:
    """Return a context in which only what may stand on the sheet's own paper is known."""
    sharing = sharing_of(context.written)
    return replace(
        context,
        earlier=_shown(context.earlier, sharing),
        later=_shown(context.later, sharing),
        binder=_Shown(context.binder, sharing),
    )


def _blocks_of_field(context: Context, field: Field, flows: Flows) -> Iterator[Block]:
    written, sharing = context.written, sharing_of(context.written)
    if is_held_back(field.sharing, sharing):
        yield Answer(field.question, HELD_BACK)
    elif isinstance(field, Rows):
        yield from _blocks_of_rows(field, written, sharing)
    elif isinstance(field, Picture):
        yield from _blocks_of_picture(context, field, sharing)
    elif isinstance(field, Fetched):
        yield from _blocks_of_fetch(fetch(field, written, flows), sharing)
    elif isinstance(field, Computed):
        yield from _blocks_of_lines(field, _computed_lines(context, field, flows))
    else:
        yield Answer(field.question, field.show(written, field.id) or UNANSWERED)


def _blocks_of_picture(context: Context, field: Picture, sharing: str) -> Iterator[Block]:
    """Yield a picture of what this paper may show; nothing when there is nothing to draw."""
    worksheet, written = context.worksheet, context.written
    if field.is_over_occasions:
        yield from _blocks_of_occasions(context, field, sharing)
        return
    rows = worksheet.field(field.rows)
    if not isinstance(rows, Rows) or is_held_back(rows.sharing, sharing):
        return
    if rows.id in hidden_names(worksheet, written) or not rows.filled_rows(written, rows.id):
        return
    held_back = [c.id for c in rows.columns if is_held_back(c.sharing, sharing)]
    yield Heading(2, field.question)
    yield Figure(draw_picture(context, field, held_back))


def _blocks_of_occasions(context: Context, field: Picture, sharing: str) -> Iterator[Block]:
    """Yield lines over the occasions, without the scales that this paper may not show."""
    rows = context.worksheet.field(field.rows)
    if rows and is_held_back(rows.sharing, sharing):
        return
    context = _for_these_eyes(context)
    columns = rows.columns if isinstance(rows, Rows) else context.worksheet.fields()
    held_back = [one.id for one in columns if is_held_back(one.sharing, sharing)]
    drawing = draw_picture(context, field, held_back)
    if any(shape.tag == "polyline" for shape in drawing.shapes):
        yield Heading(2, field.question)
        yield Figure(drawing)
    else:
        yield Answer(field.question, ONE_OCCASION)


def _computed_lines(context: Context, field: Computed, flows: Flows) -> tuple[str, ...]:
    """Return what is worked out, without what this paper may not show of other sheets."""
    sharing = sharing_of(context.written)
    if COMPUTATIONS[field.computation].reads_only_days:
        return tuple(compute(context, field))
    lines = tuple(compute(_for_these_eyes(context), field))
    held_back = any(
        is_held_back(sharing_of(one.written), sharing)
        for sheet_id in read_sheets(field, context.worksheet)
        for one in flows.occasions(sheet_id)
    )
    return (*lines, PARTLY_HELD_BACK) if held_back else lines


def _blocks_of_fetch(found: Fetch, sharing: str) -> Iterator[Block]:
    """Yield what is fetched, as the sheet has kept it, and where it was written."""
    if found.lines and is_held_back(found.sharing, sharing):
        yield Answer(found.question.question, HELD_BACK)
        return
    yield from _blocks_of_lines(found.question, found.lines)
    if found.source:
        yield Origin(found.source)


def _blocks_of_lines(field: Field, lines: tuple[str, ...]) -> Iterator[Block]:
    if len(lines) > 1:
        yield Heading(2, field.question)
        yield ItemList(lines)
    else:
        yield Answer(field.question, "".join(lines) or UNANSWERED)


def _blocks_of_rows(field: Rows, written: Written, sharing: str) -> Iterator[Block]:
    filled = field.filled_rows(written, field.id)
    if not filled:
        yield Answer(field.question, UNANSWERED)
        return
    # A fixed row is a question of its own: it stands there also when it was skipped.
    shown = [row for row in written.row_ids(field.id) if row in filled or row in field.fixed_ids()]
    rows = [
        [
            _cell(column, written, field.cell(field.id, row, column.id), sharing)
            for column in field.columns
        ]
        for row in shown
    ]
    yield Heading(2, field.question)
    header = tuple(column.question for column in field.columns)
    yield from rows_as_blocks(field.question, field.row_name, header, rows)


def _cell(column: Field, written: Written, name: str, sharing: str) -> str:
    words = column.show(written, name)
    if not words:
        return UNANSWERED
    return HELD_BACK if is_held_back(column.sharing, sharing) else words


def _homeless(worksheet: Worksheet, written: Written) -> Iterator[Block]:
    found = homeless_answers(worksheet, written)
    if not found:
        return
    yield Heading(1, EARLIER)
    if _hides_homeless(written):
        yield Note(HELD_BACK)
        return
    yield Note(EARLIER_NOTE)
    for name in sorted(found):
        yield Answer(name, written.text(name))


def _hides_homeless(written: Written) -> bool:
    """Tell whether answers without a question stay out: nobody knows how private those were."""
    return sharing_of(written) != SHARING[0]


def _foot(worksheet: Worksheet, written: Written) -> str:
    day = read_day(written.text("datum"))
    about = f"{worksheet.title}, {show_day(day)}" if day else worksheet.title
    return f"{about} · {worksheet.id}, version {worksheet.version}"
