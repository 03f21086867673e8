"""Whether a computed field's definition fits the sheets that it reads, in lines for the editor.

Svenska: uträkningens nycklar. May import: computations, fields, model, node.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ract.computations import COMPUTATIONS, Computation
from ract.computations.process import PHASES, STEPS
from ract.computations.reading import ROWS, split
from ract.fields import Computed, Rows
from ract.model import SEPARATOR, Worksheet
from ract.node import listed, nearest

Keys = tuple[str | int, ...]
Misfit = tuple[Keys, str]
"""Under which keys of the field something is wrong, and a sentence about it."""


def misfits_on_sheet(
    worksheet: Worksheet, field: Computed, ids: Collection[str]
) -> Iterator[Misfit]:
    """Yield what is wrong with a computed field, as far as its own sheet can tell.

    Args:
        worksheet: The sheet that the field stands on.
        field: The computed field.
        ids: The ids of every field of the sheet, also of those that could not be read.
    """
    known = COMPUTATIONS.get(field.computation)
    if known is None:
        text = f"Det finns ingen uträkning ”{field.computation}”. Välj {listed(COMPUTATIONS)}."
        yield ("räkna",), text + nearest(field.computation, COMPUTATIONS)
        return
    if wrong := _wrong_keys(field, known):
        yield ("av",), wrong
        return
    columns = [c.id for rows in worksheet.fields() if isinstance(rows, Rows) for c in rows.columns]
    for keys, path in _paths(field):
        sheet_id, field_id, column_id = split(path, worksheet.id)
        if SEPARATOR not in path and path not in [*columns, *ids]:
            text = f"”{path}” är varken ett fält eller en kolumn på bladet."
            yield ("av", *keys), text + nearest(path, [*columns, *ids])
        elif SEPARATOR in path and sheet_id == worksheet.id and field_id in ids:
            yield from _of_column(worksheet, ("av", *keys), field_id, column_id)
        elif SEPARATOR in path and sheet_id == worksheet.id:
            yield ("av", *keys), _no_field(worksheet, field_id)
    yield from _of_row_names(worksheet, field)


def _wrong_keys(field: Computed, known: Computation) -> str:
    """Return a sentence when the keys under `av` are not the right ones; blank when they are."""
    given = {*field.arguments, *field.by_row}
    nested = set(known.by_row)
    fits = (
        set(known.needs) <= given <= {*known.needs, *known.may_have}
        and not nested & set(field.arguments)
        and set(field.by_row) <= nested
    )
    if fits:
        return ""
    if not known.needs and not known.may_have:
        return f"”{field.computation}” ska inte ha något under ”av”."
    more = f" Där kan också stå {listed(known.may_have)}." if known.may_have else ""
    return f"Under ”av” ska det stå {_and(known.needs)}.{more}"


def _and(words: tuple[str, ...]) -> str:
    return listed(words).replace(" eller ", " och ")


def _paths(field: Computed) -> Iterator[tuple[Keys, str]]:
    """Yield each path with the keys that it stands under."""
    for key, paths in field.arguments.items():
        yield from (((key, place), path) for place, path in enumerate(paths))
    for key, named in field.by_row.items():
        if key != PHASES:
            for name, paths in named.items():
                yield from (((key, name, place), path) for place, path in enumerate(paths))


def _of_row_names(worksheet: Worksheet, field: Computed) -> Iterator[Misfit]:
    """Yield each name that is no fixed row, where rows are named."""
    other = worksheet.field(next(iter(field.arguments.get(STEPS, ())), ""))
    source = other if isinstance(other, Computed) else field
    table = worksheet.field(next(iter(source.arguments.get(ROWS, ())), ""))
    known = table.fixed_rows if isinstance(table, Rows) else ()
    for key, named in field.by_row.items():
        for name, paths in named.items():
            for word in paths if key == PHASES else (name,):
                if word not in known:
                    text = f"”{word}” är ingen fast rad på bladet.{nearest(word, known)}"
                    yield ("av", key, name), text


def misfits_between(
    worksheet: Worksheet, field: Computed, worksheets: Mapping[str, Worksheet]
) -> Iterator[Misfit]:
    """Yield each path of a computed field that leads nowhere on the other sheets."""
    for keys, path in _paths(field):
        sheet_id, field_id, column_id = split(path, worksheet.id)
        if sheet_id == worksheet.id:
            continue
        other = worksheets.get(sheet_id)
        if other is None:
            yield (
                ("av", *keys),
                f"Det finns inget blad ”{sheet_id}”.{nearest(sheet_id, worksheets)}",
            )
        elif other.field(field_id) is None:
            yield ("av", *keys), _no_field(other, field_id)
        else:
            yield from _of_column(other, ("av", *keys), field_id, column_id)


def _no_field(sheet: Worksheet, field_id: str) -> str:
    hint = nearest(field_id, [field.id for field in sheet.fields()])
    return f"Bladet ”{sheet.id}” har inget fält ”{field_id}”.{hint}"


def _of_column(sheet: Worksheet, keys: Keys, field_id: str, column_id: str) -> Iterator[Misfit]:
    field = sheet.field(field_id)
    if field is None or not column_id:
        return
    known = [column.id for column in field.columns] if isinstance(field, Rows) else []
    if column_id not in known:
        where = f"{sheet.id}{SEPARATOR}{field_id}"
        yield keys, f"”{where}” har ingen kolumn ”{column_id}”.{nearest(column_id, known)}"
