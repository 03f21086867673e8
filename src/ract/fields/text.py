"""Questions answered in the person's own words, on one line or several.

Svenska: text, långtext. May import: model, node.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from ract.model import Field
from ract.node import Node

LINES_ON_PAPER = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Field):
    """A question with room for one line."""

    kind: ClassVar[str] = "text"
    template: ClassVar[str] = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class LongText(Field):
    """A question with room for several lines."""

    kind: ClassVar[str] = "långtext"
    template: ClassVar[str] = "long_text"

    lines: int = LINES_ON_PAPER
    """How many lines there are to write on when the sheet is on paper."""

    @classmethod
    def own_keys(cls, node: Node) -> dict[str, Any]:
        """Return the field's own keys, read: its lines on paper."""
        return {"lines": node.number("rader", default=LINES_ON_PAPER)}
