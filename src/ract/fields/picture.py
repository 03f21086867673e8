"""Pictures drawn from the rows of the same sheet: the network map, the week, lines over time.

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


SORTS = {
    "nätverkskarta": Sort(("namn", "sektor", "närhet"), ("känsla",)),
    "vecka": Sort(("dag", "tid", "gör"), ("med", "känsla", "viktigt")),
    "linjer": Sort(("dag",), lists=("skalor",)),
}
"""Every sort of picture by the Swedish word after `bild:`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture(Derived):
    """A picture of what is written in some rows; the rows themselves are its words."""

    kind: ClassVar[str] = "bild"
    template: ClassVar[str] = "picture"

    sort: str
    rows: str
    """The field whose rows are drawn."""
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
        rows, keys = given.text(ROWS), SORTS[sort]
        columns: dict[str, tuple[str, ...]] = {key: (given.text(key),) for key in keys.needs}
        columns |= {key: (given.text(key),) for key in keys.may_have if key in given}
        columns |= {key: given.texts(key) for key in keys.lists}
        for key in keys.may_have:
            given.plain(key)  # so that it is known also when it is not there
        given.finish()
        return {"sort": sort, "rows": rows, "columns": columns}
