"""What the engine fills in: values fetched from another sheet, and values computed.

Svenska: hämtat, uträknat. May import: model, node, computation names through texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
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
    """A value worked out by a computation from the closed list, from this sheet and those it names."""

    kind: ClassVar[str] = "uträknat"

    computation: str
    arguments: Mapping[str, tuple[str, ...]]
    """Under each key of `av` the fields it reads: `fält`, or `blad/fält`, or `blad/rader/kolumn`."""
    by_row: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """The same, for keys under which each row of the sheet has fields of its own."""

    @classmethod
    def own_keys(cls, node: Node) -> dict[str, Any]:
        """Return the field's own keys, read: the name of its computation and the fields that it reads."""
        found: dict[str, Any] = {"computation": node.text("räkna"), "arguments": {}, "by_row": {}}
        given = node.node("av")
        for key, value in given.all_plain().items() if given else ():
            if isinstance(value, Mapping) and (inner := given.node(key) if given else None):
                found["by_row"][key] = {name: _paths(inner, name) for name in value}
            elif given:
                found["arguments"][key] = _paths(given, key)
        return found

    def paths(self) -> Iterator[str]:
        """Yield the path of every field that is read."""
        for paths in self.arguments.values():
            yield from paths
        for named in self.by_row.values():
            for paths in named.values():
                yield from paths


def _paths(node: Node, key: str) -> tuple[str, ...]:
    """Return what stands at a key: one path, or a list of them."""
    return node.texts(key) if isinstance(node.plain(key), list) else (node.text(key),)
