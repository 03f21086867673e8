"""Pictures drawn from the same sheet: the network map, the week, lines over time and over occasions.

Svenska: bild. May import: model, node, fields.derived. Here stands only what an editor writes;
the drawing is done in `ract.pictures`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ract.fields.derived import Derived
from ract.node import Node

ROWS = "rader"


@dataclass(frozen=True, slots=True)
class Sort:
    """What the definition of one sort of picture says under `av`, besides its rows."""

    needs: tuple[str, ...]
    may_have: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    """Keys under which several columns stand."""
    over_occasions: bool = False
    """Whether it is drawn from every occasion of the sheet; then the rows can be left out."""


SORTS = {
    "nätverkskarta": Sort(("namn", "sektor", "närhet"), ("känsla",)),
    "vecka": Sort(("dag", "tid", "gör"), ("med", "känsla", "viktigt")),
    "linjer": Sort(("dag",), lists=("skalor",)),
    "tillfällen": Sort((), ("namn",), ("skalor",), over_occasions=True),
}
"""Every sort of picture by the Swedish word after `bild:`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture(Derived):
    """A picture of what is written in some rows, or at every occasion of the sheet."""

    kind: ClassVar[str] = "bild"
    template: ClassVar[str] = "picture"

    sort: str
    rows: str
    """The field whose rows are drawn; blank when the sheet's own scales are drawn over occasions."""
    columns: Mapping[str, tuple[str, ...]]
    """The columns under each key of `av`."""

    @classmethod
    def own_keys(cls, node: Node) -> dict[str, Any]:
        """Return the field's own keys, read: the sort of picture and the columns it reads."""
        sort = node.one_of("bild", SORTS)
        given = node.node("av")
        if given is None:
            node.mistake(None, "Nyckeln ”av” saknas. Under den står raderna som bilden ritas av.")
            return {"sort": sort, "rows": "", "columns": {}}
        keys = SORTS[sort]
        rows = given.text(ROWS, default="" if keys.over_occasions else None)
        columns: dict[str, tuple[str, ...]] = {key: (given.text(key),) for key in keys.needs}
        columns |= {key: (given.text(key),) for key in keys.may_have if key in given}
        columns |= {key: given.texts(key) for key in keys.lists}
        for key in keys.may_have:
            given.plain(key)  # so that it is known also when it is not there
        given.finish()
        return {"sort": sort, "rows": rows, "columns": columns}

    @property
    def is_over_occasions(self) -> bool:
        """Tell whether the picture is drawn from every occasion of the sheet."""
        return SORTS[self.sort].over_occasions
