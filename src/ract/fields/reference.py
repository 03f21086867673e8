"""Questions answered by pointing at a row of another sheet, above all at a person.

Svenska: person, personer, hänvisning. May import: model, node.

The typed name is always kept. The id of the chosen row stands beside it, so that a new
name in the register is followed, and a removed person can still be read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from ract.model import SEPARATOR, Field, Written
from ract.node import Node

ROW_PART = SEPARATOR + "rad"
REGISTER = "mina-kontakter/personer"
REGISTER_NAME = "namn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Field):
    """A question answered by a row of another sheet, or by a name that is in none."""

    kind: ClassVar[str] = "hänvisning"
    template: ClassVar[str] = "reference"

    target: str
    """The sheet and its rows field, as `mal/mal`."""
    shown_column: str

    @classmethod
    def own_keys(cls, node: Node) -> dict[str, Any]:
        """Return the field's own keys, read: what it points at."""
        return {"target": node.text("till"), "shown_column": node.text("visar")}

    def parts(self, name: str) -> tuple[str, ...]:
        """Return the control of the typed name and the hidden one of the chosen row."""
        return (name, name + ROW_PART)

    def is_blank(self, written: Written, name: str) -> bool:
        """Tell whether no name was typed."""
        return not written.text(name)

    def chosen_row(self, written: Written, name: str) -> str:
        """Return the id of the chosen row; blank when the name was typed by hand."""
        return written.text(name + ROW_PART)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Reference):
    """A question answered by somebody in Mina kontakter, or somebody else."""

    kind: ClassVar[str] = "person"

    target: str = REGISTER
    shown_column: str = REGISTER_NAME

    @classmethod
    def own_keys(cls, node: Node) -> dict[str, Any]:  # noqa: ARG003 (one signature for all kinds)
        """Return nothing: whom it points at is always the register."""
        return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class People(Field):
    """A question answered by several names with commas between."""

    kind: ClassVar[str] = "personer"
    template: ClassVar[str] = "people"
