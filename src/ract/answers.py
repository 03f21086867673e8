"""What was written on a sheet, understood: problems, hidden questions, computed values, pictures.

Svenska: svar. May import: model, fields, context, conditions, computations, pictures, errors.
"""

from __future__ import annotations

from dataclasses import dataclass

from ract.computations import compute
from ract.conditions import hidden_names
from ract.context import Context
from ract.errors import Problem
from ract.fields import Computed, Fetched, Picture, control_names
from ract.model import Worksheet, Written
from ract.pictures import Drawing, draw_picture


@dataclass(frozen=True, slots=True)
class Reading:
    """What the engine has to say of one sheet."""

    problems: tuple[Problem, ...]
    hidden: tuple[str, ...]


def read_answers(worksheet: Worksheet, written: Written) -> Reading:
    """Return the problems and the questions not asked of a sheet.

    Blank answers are never a problem: no question has to be answered. Hidden
    questions are not checked.
    """
    hidden = hidden_names(worksheet, written)
    problems = tuple(
        problem
        for field in worksheet.fields()
        if field.id not in hidden
        for problem in field.problems(written, field.id)
    )
    return Reading(problems, hidden)


def computed_values(context: Context) -> dict[str, list[str]]:
    """Return the lines of every computed field of a sheet that is shown now, by field id."""
    hidden = hidden_names(context.worksheet, context.written)
    return {
        field.id: compute(context, field)
        for field in context.worksheet.fields()
        if isinstance(field, Computed) and field.id not in hidden
    }


def pictures(context: Context) -> dict[str, Drawing]:
    """Return every picture that the sheet shows now, by field id."""
    hidden = hidden_names(context.worksheet, context.written)
    return {
        field.id: draw_picture(context, field)
        for field in context.worksheet.fields()
        if isinstance(field, Picture) and not {field.id, field.rows} & set(hidden)
    }


def homeless_answers(worksheet: Worksheet, written: Written) -> dict[str, str | list[str]]:
    """Return the answers that have no place on this version of the sheet; none is dropped."""
    known = control_names(worksheet, written)
    for field in worksheet.fields():
        if isinstance(field, Fetched):
            known.update(field.kept_names(written))
    return {name: value for name, value in written.answers.items() if name not in known and value}
