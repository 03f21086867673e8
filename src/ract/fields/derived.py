"""What the engine fills in: values fetched from another sheet, and values computed.

Svenska: hämtat, uträknat. May import: model, node, computation names through texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from ract.model import SEPARATOR, Field, Written
from ract.node import Node

SHEET_PART = "blad"
"""Which sheet the kept words come from; where it is written, something is kept."""
SHARING_PART = "delning"
"""Who might see them there."""
SEEN_PART = "sett"
"""A sign of what the source held when the person last chose; it can be compared, never read."""
LINE_PART = "rad"
DATE_PART = "datum"


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
    """A value that was written on another sheet; what it was is kept here with its date.

    What is kept has names under the field's own, so that a draft needs no form of its own for it:
    a row for each row of the source, with its words and the moment when the source was saved.
    """

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

    def kept_names(self, written: Written) -> Iterator[str]:
        """Yield the names under which what was fetched is kept."""
        for part in (SHEET_PART, SHARING_PART, SEEN_PART):
            yield self.kept_name(part)
        for row_id in written.row_ids(self.id):
            yield self.kept_name(row_id, LINE_PART)
            yield self.kept_name(row_id, DATE_PART)

    def kept_name(self, *parts: str) -> str:
        """Return the name of one thing that is kept."""
        return SEPARATOR.join((self.id, *parts))


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
