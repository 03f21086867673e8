"""The kinds of question there are: one module each, and the one table of them.

Svenska: fälttyper. May import: model, node, errors, texts.
"""

from __future__ import annotations

import re
from typing import Any

from ract.fields.choice import Choice, Choices, YesNo
from ract.fields.confirmation import Confirmation
from ract.fields.date import Date
from ract.fields.derived import Computed, Fetched
from ract.fields.number import Number
from ract.fields.picture import Picture
from ract.fields.reference import People, Person, Reference
from ract.fields.rows import Rows
from ract.fields.scale import Scale
from ract.fields.text import LongText, Text
from ract.fields.time import Time
from ract.model import Condition, Field, Worksheet, Written
from ract.node import Node
from ract.texts import SHARING

__all__ = [
    "KINDS",
    "Choice",
    "Choices",
    "Computed",
    "Confirmation",
    "Date",
    "Fetched",
    "LongText",
    "Number",
    "People",
    "Person",
    "Picture",
    "Reference",
    "Rows",
    "Scale",
    "Text",
    "Time",
    "YesNo",
    "control_names",
    "read_field",
]

KINDS: dict[str, type[Field]] = {
    kind.kind: kind
    for kind in (
        Text,
        LongText,
        Number,
        Date,
        Time,
        Choice,
        Choices,
        YesNo,
        Scale,
        Rows,
        Person,
        People,
        Reference,
        Fetched,
        Computed,
        Picture,
        Confirmation,
    )
}
"""Every kind by its Swedish word."""

_ID = re.compile(r"[a-z][a-z0-9_]*")


def read_field(node: Node) -> Field | None:
    """Return the field that a mapping defines, or None when its kind is unknown."""
    kind = KINDS.get(node.one_of("typ", KINDS))
    if kind is None or node.plain("typ") not in KINDS:
        return None
    common: dict[str, Any] = {
        "id": _read_id(node),
        "question": node.text("fråga"),
        "help": node.text("hjälp", default=""),
        "example": node.text("exempel", default=""),
        "visible_if": _read_condition(node),
        "sharing": node.one_of("delning", SHARING, default=""),
    }
    own = kind.own_keys(node)
    if kind.holds_columns:
        own["columns"] = tuple(
            found for item in node.nodes("kolumner") if (found := read_field(item))
        )
    node.finish()
    return kind(**common, **own)


def _read_id(node: Node) -> str:
    field_id = node.text("id")
    if field_id and not _ID.fullmatch(field_id):
        node.mistake(
            "id",
            f"Id ”{field_id}” går inte att använda. Skriv små bokstäver a–z, siffror och"
            " understreck, och börja med en bokstav.",
        )
    return field_id


def _read_condition(node: Node) -> Condition | None:
    found = node.node("visas om")
    if found is None:
        return None
    field_id = found.text("fält")
    one_of = found.texts("är något av", required=False)
    if "är" in found:
        one_of = (found.text("är"),)
    else:
        found.plain("är")
    filled = found.flag("ifyllt")
    if not one_of and not filled:
        found.mistake(None, "”visas om” behöver ”är”, ”är något av” eller ”ifyllt: ja”.")
    found.finish()
    return Condition(field_id=field_id, one_of=one_of, filled=filled)


def control_names(worksheet: Worksheet, written: Written) -> set[str]:
    """Return every control name that the sheet has for the rows that were written."""
    names: set[str] = set()
    for field in worksheet.fields():
        names.update(field.parts(field.id))
        if isinstance(field, Rows):
            for row_id in written.row_ids(field.id):
                for column in field.columns:
                    names.update(column.parts(field.cell(field.id, row_id, column.id)))
    return names
