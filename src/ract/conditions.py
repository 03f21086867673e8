"""Whether a question is asked, given what has been written.

Svenska: villkor. May import: model. A condition is data, never an expression.
"""

from __future__ import annotations

from ract.model import Condition, Field, Worksheet, Written


def is_met(condition: Condition, field: Field, written: Written, name: str) -> bool:
    """Tell whether a condition on `field`, whose control is `name`, holds for what was written."""
    if condition.filled:
        return not field.is_blank(written, name)
    return any(picked in condition.one_of for picked in written.texts(name))


def hidden_names(worksheet: Worksheet, written: Written) -> tuple[str, ...]:
    """Return the ids of the fields that are not asked now.

    A field that hangs on a hidden field is hidden with it. What was written in a
    hidden field is kept; it is only left out of what is shown and printed.
    """
    hidden: list[str] = []
    for field in worksheet.fields():
        if field.visible_if is None:
            continue
        other = worksheet.field(field.visible_if.field_id)
        if (
            other is None
            or other.id in hidden
            or not is_met(field.visible_if, other, written, other.id)
        ):
            hidden.append(field.id)
    return tuple(hidden)
