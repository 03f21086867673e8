"""Then and now: what scales were at the occasion before, and what they are today.

Svenska: förändring. May import: computations.reading, context, fields, model. A person is compared with
themselves only, and no number is called good or bad.
"""

from __future__ import annotations

from collections.abc import Iterator

from ract.computations.reading import Place, Reader, many, signed
from ract.fields import Scale
from ract.fields.date import show_day
from ract.fields.reference import Reference
from ract.model import Written

SAME = "samma"


def then_and_now(reader: Reader) -> list[str]:
    """Return each scale that was answered both now and before, with both steps.

    Beside today's step stands the latest one before it, with its day when that was not the
    occasion just before.
    """
    lines: list[str] = []
    before = [(one.day, one.written) for one in reversed(reader.context.earlier)]
    for path in reader.given("skalor"):
        place = reader.find(path)
        for row in place.row_ids() if place else ():
            if place is None or not (now := _told(place, row)):
                continue
            for number, (day, written) in enumerate(before):
                old = reader.at(written).find(path)
                if old and (then := _told(old, row)):
                    when = f" (från {show_day(day)})" if number and day else ""
                    lines.append(f"{_name(place, row)}: {_pair(then, now)}{when}")
                    break
    if lines and before[0][0]:
        return [f"Förra gången var {show_day(before[0][0])}.", *lines]
    return lines


def _told(place: Place, row: str) -> str:
    """Return a step as a short word: its number, or what it is called when it has none."""
    step = place.step(row)
    if step is not None:
        return signed(step, plus=_has_signs(place))
    found = place.raw(row)
    return found if isinstance(place.field, Scale) and found in place.field.ladder.values else ""


def _has_signs(place: Place) -> bool:
    return isinstance(place.field, Scale) and any(v[0] in "+-" for v in place.field.ladder.values)


def _name(place: Place, row: str) -> str:
    """Return what a scale is about: its question, or what the row is called."""
    if place.rows is None:
        return place.field.question.rstrip("?")
    first = next((c for c in place.rows.columns if c.id != place.field.id), place.field)
    name = place.rows.cell(place.rows.id, row, first.id)
    return " ".join(first.show(place.written, name).split()) or place.rows.row_name


def _pair(then: str, now: str) -> str:
    return f"{SAME} som förra gången, {now}" if then == now else f"från {then} till {now}"


def change_of_rows(reader: Reader) -> list[str]:
    """Return how far each row has moved: from the step at the start to the step now.

    A row without a written start begins at the first step it had at an earlier occasion.
    """
    table = reader.rows()
    if table is None:
        return []
    label, now = reader.beside(table, "namn"), reader.beside(table, "nu")
    start = reader.beside(table, "före")
    if label is None or now is None or start is None:
        return []
    lines = []
    for row in table.row_ids():
        step, begun = now.step(row), start.step(row)
        if begun is None:
            begun = next(_earlier_steps(reader, label, row), None)
        if step is not None and begun is not None and label.words(row):
            lines.append(f"{label.words(row)}: {_moved(begun, step)}")
    return lines


def _moved(begun: int, step: int) -> str:
    if begun == step:
        return f"kvar på {signed(step, plus=True)}"
    way = "upp" if step > begun else "ner"
    path = f"från {signed(begun, plus=True)} till {signed(step, plus=True)}"
    return f"{path}, {many(abs(step - begun), 'steg', 'steg')} {way}"


def _earlier_steps(reader: Reader, label: Place, row: str) -> Iterator[int]:
    """Yield the steps that the same thing had at earlier occasions, oldest first."""
    wanted = identity(label, label.written, row)
    for occasion in reader.context.earlier:
        then = reader.at(occasion.written)
        table = then.rows()
        old, name = (
            (then.beside(table, "nu"), then.beside(table, "namn")) if table else (None, None)
        )
        if table is None or old is None or name is None:
            continue
        for other in table.row_ids():
            step = old.step(other)
            if step is not None and identity(name, occasion.written, other) == wanted:
                yield step


def identity(label: Place, written: Written, row: str) -> str:
    """Return what tells one thing from another at every occasion: the row it points at, or its words."""
    name = label.name(row)
    chosen = label.field.chosen_row(written, name) if isinstance(label.field, Reference) else ""
    return f"#{chosen}" if chosen else label.words(row).casefold()
