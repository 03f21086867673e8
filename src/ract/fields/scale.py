"""Questions answered with one step on a ladder whose ends have words.

Svenska: skala. May import: model, node, errors, texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from ract.errors import Problem
from ract.model import Field, Written
from ract.node import Node
from ract.texts import SCALES, Ladder


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale(Field):
    """A question answered with one step on a named scale; it can always be skipped."""

    kind: ClassVar[str] = "skala"
    template: ClassVar[str] = "scale"

    scale: str

    @classmethod
    def own_keys(cls, node: Node) -> dict[str, Any]:
        """Return the field's own keys, read: the name of its scale."""
        return {"scale": node.one_of("skala", SCALES)}

    @property
    def ladder(self) -> Ladder:
        """Return the steps of the scale and their words."""
        return SCALES[self.scale]

    def read(self, written: Written, name: str) -> int | None:
        """Return the step as a whole number, or None when none was picked."""
        value = written.text(name)
        return int(value) if value in self.ladder.values and value.lstrip("+-").isdigit() else None

    def problems(self, written: Written, name: str) -> Iterator[Problem]:
        """Yield a problem when what is stored is no step of this scale."""
        value = written.text(name)
        if value and value not in self.ladder.values:
            yield Problem(
                name, f"”{value[:40]}” finns inte på skalan. Välj ett steg, eller hoppa över."
            )

    def show(self, written: Written, name: str) -> str:
        """Return the step with its words, as `7 av 10` or `2 av 3 (viktigt)`."""
        value = written.text(name)
        return self.ladder.worded(value) if value in self.ladder.values else value
