"""What the engine fills in: values fetched from another sheet, and values computed.

Svenska: hämtat, uträknat. May import: model, node, computation names through texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from ract.model import Field, ReadField, Written
from ract.node import Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched(Field):
    """A value that was written on another sheet and is only shown here."""

    kind: ClassVar[str] = "hämtat"
    template: ClassVar[str] = "derived"
    is_asked: ClassVar[bool] = False

    source: str
    """The sheet and its field, as `mal/mal`."""
    columns: tuple[str, ...] = ()
    """Which columns of the rows are shown, in order; all of them when blank."""

    @classmethod
    def read_definition(cls, node: Node, common: Mapping[str, object], read: ReadField) -> Self:  # noqa: ARG003 (one signature for all kinds)
        """Return the field with where its value comes from."""
        return cls(**common, source=node.text("från"), columns=node.texts("visar", required=False))  # type: ignore[arg-type]

    def parts(self, name: str) -> tuple[str, ...]:  # noqa: ARG002 (same signature for all kinds)
        """Return no control: nothing is written here."""
        return ()

    def show(self, written: Written, name: str) -> str:  # noqa: ARG002 (same signature for all kinds)
        """Return nothing: `flows` knows the other sheets, a field does not."""
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed(Field):
    """A value worked out from the same sheet by a computation from the closed list."""

    kind: ClassVar[str] = "uträknat"
    template: ClassVar[str] = "derived"
    is_asked: ClassVar[bool] = False

    computation: str
    arguments: Mapping[str, str]

    @classmethod
    def read_definition(cls, node: Node, common: Mapping[str, object], read: ReadField) -> Self:  # noqa: ARG003 (one signature for all kinds)
        """Return the field with the name of its computation and the fields that it reads."""
        arguments = node.node("av")
        found = {} if arguments is None else arguments.all_texts()
        return cls(**common, computation=node.text("räkna"), arguments=found)  # type: ignore[arg-type]

    def parts(self, name: str) -> tuple[str, ...]:  # noqa: ARG002 (same signature for all kinds)
        """Return no control: nothing is written here."""
        return ()

    def show(self, written: Written, name: str) -> str:  # noqa: ARG002 (same signature for all kinds)
        """Return nothing: `computations` works it out, a field does not."""
        return ""
