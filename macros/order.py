"""The order of the worksheets within their tabs, and so which sheet comes before and after.

Svenska: bladordning. May import: catalogue, ract.model, MkDocs' PluginError. mkdocs.yml lists the ids
of each tab; a sheet that stands in no list comes last in its tab, so that a new sheet is one file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs.exceptions import PluginError

from macros.catalogue import FOLDER, Catalogue
from ract.model import Worksheet

SHEETS_KEY = "blad"
"""The key of a tab in mkdocs.yml that lists its sheets."""


@dataclass(frozen=True, slots=True)
class Order:
    """All worksheets, one after the other as the binder has them."""

    sheets: tuple[Worksheet, ...]

    def of_tab(self, tab: int) -> tuple[Worksheet, ...]:
        """Return the sheets of one tab."""
        return tuple(sheet for sheet in self.sheets if sheet.tab == tab)

    def before(self, sheet_id: str) -> Worksheet | None:
        """Return the sheet before another, or None for the first."""
        place = self._place(sheet_id)
        return self.sheets[place - 1] if place else None

    def after(self, sheet_id: str) -> Worksheet | None:
        """Return the sheet after another, or None for the last."""
        rest = self.sheets[self._place(sheet_id) + 1 :]
        return rest[0] if rest else None

    def _place(self, sheet_id: str) -> int:
        return [sheet.id for sheet in self.sheets].index(sheet_id)


def read_order(tabs: Sequence[Mapping[str, Any]], catalogue: Catalogue) -> Order:
    """Return the order that mkdocs.yml gives the sheets.

    Raises:
        PluginError: When a list names a sheet that is not there, is of another tab, or stands twice.
    """
    sheets = catalogue.worksheets
    listed = [
        (number, str(name))
        for number, tab in enumerate(tabs, start=1)
        for name in tab.get(SHEETS_KEY) or ()
    ]
    faults = list(_faults(listed, sheets))
    if faults:
        raise PluginError("\n".join(["Sajten kan inte byggas:", *faults]))
    places = {name: place for place, (_, name) in enumerate(listed)}
    last = len(places)
    ordered = sorted(sheets.values(), key=lambda s: (s.tab, places.get(s.id, last), s.id))
    return Order(tuple(ordered))


def _faults(listed: Sequence[tuple[int, str]], sheets: Mapping[str, Worksheet]) -> Iterator[str]:
    """Yield a line for each name in the lists that cannot be kept."""
    seen: set[str] = set()
    for tab, name in listed:
        where = f"mkdocs.yml: flik {tab} har ”{name}” i listan ”{SHEETS_KEY}”,"
        if name not in sheets:
            yield f"{where} men det finns ingen fil docs/{FOLDER}/{name}.md."
        elif sheets[name].tab != tab:
            yield f"{where} men bladet säger flik {sheets[name].tab}."
        elif name in seen:
            yield f"{where} men där står det redan."
        seen.add(name)
