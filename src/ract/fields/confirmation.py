"""Questions answered by somebody saying yes to the whole, with a name and a day.

Svenska: bekräftelse. May import: model, node, errors, fields.date.
It is no signature in law (domain.md 7.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from ract.errors import Problem
from ract.fields.date import Date
from ract.model import SEPARATOR, Field, Written
from ract.node import Node

NAME_PART = SEPARATOR + "namn"
DAY_PART = SEPARATOR + "datum"


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation(Field):
    """A question answered by a name and a day."""

    kind: ClassVar[str] = "bekräftelse"
    template: ClassVar[str] = "confirmation"

    who: str

    @classmethod
    def own_keys(cls, node: Node) -> dict[str, Any]:
        """Return the field's own keys, read: whose confirmation it is."""
        return {"who": node.text("vem")}

    def parts(self, name: str) -> tuple[str, ...]:
        """Return the controls of the name and the day."""
        return (name + NAME_PART, name + DAY_PART)

    def problems(self, written: Written, name: str) -> Iterator[Problem]:
        """Yield a problem when the day cannot be read."""
        yield from _day(self).problems(written, name + DAY_PART)

    def show(self, written: Written, name: str) -> str:
        """Return the name and the day, as `Kim Exempel, 2 mars 2026`."""
        words = (written.text(name + NAME_PART), _day(self).show(written, name + DAY_PART))
        return ", ".join(part for part in words if part)


def _day(field: Confirmation) -> Date:
    return Date(id=field.id, question=field.question)
