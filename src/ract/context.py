"""One sheet and what is known around it: other sheets, other occasions, and today.

Svenska: sammanhang. May import: model, fields. It holds answers, never drafts: whoever knows the
drafts (`flows`) makes it, and computations and pictures read it.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import Protocol

from ract.fields.date import read_day
from ract.model import Worksheet, Written

DAY_FIELD = "datum"
"""The field of the common head that says which day a sheet is about."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One filled-in copy of a sheet and the day it is about; None when nobody knows."""

    day: datetime.date | None
    written: Written


class Binder(Protocol):
    """The other sheets of a binder, as a computation may read them."""

    def worksheet(self, sheet_id: str) -> Worksheet | None:
        """Return a sheet, or None when the binder has none of that name."""

    def written(self, sheet_id: str) -> Written:
        """Return what was last written on a sheet."""

    def occasions(self, sheet_id: str) -> tuple[Occasion, ...]:
        """Return every filled-in copy of a sheet, oldest first."""


class NoBinder:
    """A binder with nothing in it."""

    def worksheet(self, _sheet_id: str) -> Worksheet | None:
        """Return None."""
        return None

    def written(self, _sheet_id: str) -> Written:
        """Return nothing written."""
        return Written()

    def occasions(self, _sheet_id: str) -> tuple[Occasion, ...]:
        """Return none."""
        return ()


NO_BINDER: Binder = NoBinder()


@dataclass(frozen=True, slots=True)
class Context:
    """What a computation may know: a sheet, what is written on it, and what is around it."""

    worksheet: Worksheet
    written: Written
    earlier: tuple[Occasion, ...] = ()
    """The copies of this sheet that come before this one, oldest first."""
    later: tuple[Occasion, ...] = ()
    """Those that come after it."""
    today: datetime.date | None = None
    binder: Binder = NO_BINDER

    @property
    def day(self) -> datetime.date | None:
        """Return the day that the sheet is about: the one written on it, else today."""
        return read_day(self.written.text(DAY_FIELD)) or self.today

    @property
    def others(self) -> tuple[Occasion, ...]:
        """Return all other copies of this sheet, oldest first."""
        return (*self.earlier, *self.later)

    def occasions_so_far(self) -> tuple[Occasion, ...]:
        """Return the earlier copies and this one, oldest first."""
        return (*self.earlier, Occasion(self.day, self.written))

    def at(self, written: Written) -> Context:
        """Return the same surroundings with something else written on the sheet."""
        return replace(self, written=written)
