"""Questions answered in the person's own words, on one line or several.

Svenska: text, långtext. May import: model, node.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from ract.model import Field, ReadField
from ract.node import Node

LINES_ON_PAPER = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Field):
    """A question with room for one line."""

    kind: ClassVar[str] = "text"
    template: ClassVar[str] = "text"

    @classmethod
    def read_definition(cls, node: Node, common: Mapping[str, object], read: ReadField) -> Self:  # noqa: ARG003 (one signature for all kinds)
        """Return the field; a short text has no keys of its own."""
        return cls(**common)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True, kw_only=True)
class LongText(Field):
    """A question with room for several lines."""

    kind: ClassVar[str] = "långtext"
    template: ClassVar[str] = "long_text"

    lines: int = LINES_ON_PAPER
    """How many lines there are to write on when the sheet is on paper."""

    @classmethod
    def read_definition(cls, node: Node, common: Mapping[str, object], read: ReadField) -> Self:  # noqa: ARG003 (one signature for all kinds)
        """Return the field with its lines on paper."""
        return cls(**common, lines=node.number("rader", default=LINES_ON_PAPER))  # type: ignore[arg-type]
