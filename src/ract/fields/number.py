"""Questions answered with a number, perhaps with a unit.

Svenska: tal. May import: model, node, errors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from ract.errors import Problem
from ract.model import Field, Written
from ract.node import Node

_NUMBER = re.compile(r"[-−+]?\d{1,12}(?:[.,]\d{1,6})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Field):
    """A question answered with a number between two bounds, either of which may be open."""

    kind: ClassVar[str] = "tal"
    template: ClassVar[str] = "number"

    low: int | None = None
    high: int | None = None
    unit: str = ""

    @classmethod
    def own_keys(cls, node: Node) -> dict[str, Any]:
        """Return the field's own keys, read: its bounds and unit."""
        low, high = node.number("minst"), node.number("mest")
        if low is not None and high is not None and low > high:
            node.mistake("minst", f"”minst” är {low}, som är mer än ”mest”, {high}.")
        return {"low": low, "high": high, "unit": node.text("enhet", default="")}

    def read(self, words: str) -> Decimal | None:
        """Return the number that was written, or None when the words are not a number.

        A comma or a point stands before decimals; space between thousands is allowed.
        """
        compact = words.replace(" ", "").replace("\u00a0", "")
        if not _NUMBER.fullmatch(compact):
            return None
        return Decimal(compact.replace(",", ".").replace("−", "-"))

    def problems(self, written: Written, name: str) -> Iterator[Problem]:
        """Yield a problem when the words are no number, or one outside the bounds."""
        words = written.text(name)
        if not words:
            return
        value = self.read(words)
        if value is None:
            yield Problem(
                name, f"”{words[:40]}” är inget tal. Skriv med siffror, till exempel 7 eller 7,5."
            )
        elif (self.low is not None and value < self.low) or (
            self.high is not None and value > self.high
        ):
            yield Problem(name, f"Talet {words} passar inte här. Skriv {self._bounds()}.")

    def show(self, written: Written, name: str) -> str:
        """Return the number as it was written, with its unit."""
        words = written.text(name)
        return f"{words} {self.unit}".strip() if words else ""

    def _bounds(self) -> str:
        if self.low is None:
            return f"ett tal som är högst {self.high}"
        if self.high is None:
            return f"ett tal som är minst {self.low}"
        return f"ett tal från {self.low} till {self.high}"
