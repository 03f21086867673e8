"""What the engine fills in: values fetched from another sheet, and values computed.

Svenska: hämtat, uträknat. May import: model, node, computation names through texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ract.model import Field
from ract.node import Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived(Field):
    """What fetched and computed values share: nobody writes them here."""

    template: ClassVar[str] = "derived"
    is_asked: ClassVar[bool] = False

    def parts(self, _name: str) -> tuple[str, ...]:
        """Return no control: nothing is written here."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched(Derived):
    """A value that was written on another sheet and is only shown here."""

    kind: ClassVar[str] = "hämtat"

    source: str
    """The sheet and its field, as `mal/mal`."""
    columns: tuple[str, ...] = ()
    """Which columns of the rows are shown, in order; all of them when blank."""

    @classmethod
    def own_keys(cls, node: Node) -> dict[str, Any]:
        """Return the field's own keys, read: where its value comes from."""
        return {
            "source": node.text("från"),
            "columns": node.texts("visar", required=False),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed(Derived):
    """A value worked out from the same sheet by a computation from the closed list."""

    kind: ClassVar[str] = "uträknat"

    computation: str
    arguments: Mapping[str, str]

    @classmethod
    def own_keys(cls, node: Node) -> dict[str, Any]:
        """Return the field's own keys, read: the name of its computation and the fields that it reads."""
        arguments = node.node("av")
        found = {} if arguments is None else arguments.all_texts()
        return {"computation": node.text("räkna"), "arguments": found}
