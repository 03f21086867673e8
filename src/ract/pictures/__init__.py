"""Pictures of what is written, the same on the screen, in print and in the PDF.

Svenska: bilder. May import: model, node, fields, context. Pure: rows go in, shapes come out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from ract.context import Context
from ract.fields import Choice, Picture, Rows, Scale
from ract.model import Field, Worksheet
from ract.node import nearest
from ract.pictures.drawing import Drawing
from ract.pictures.lines import draw_occasions, draw_scales
from ract.pictures.network import draw_network
from ract.pictures.reading import Source
from ract.pictures.week import draw_week

__all__ = ["Drawing", "draw_picture", "picture_misfits"]

DRAWN: dict[str, Callable[[Source], Drawing]] = {
    "nätverkskarta": draw_network,
    "vecka": draw_week,
    "linjer": draw_scales,
    "tillfällen": draw_occasions,
}
"""How each sort of picture is drawn, by the Swedish word after `bild:`."""


def draw_picture(context: Context, picture: Picture, held_back: Collection[str] = ()) -> Drawing:
    """Return a picture of what is written on a sheet.

    Args:
        context: The sheet that the picture stands on, what is written on it, and its occasions.
        picture: The field that says what is drawn.
        held_back: Columns and fields that this picture may not show.
    """
    occasions = context.occasions_so_far() if picture.is_over_occasions else ()
    kept = frozenset(held_back)
    return DRAWN[picture.sort](Source(context.worksheet, context.written, picture, kept, occasions))


FITTING: dict[str, tuple[type[Field], str]] = {
    "sektor": (Choice, "val"),
    "närhet": (Scale, "skala"),
    "skalor": (Scale, "skala"),
}
"""Which kind a column has to be, where it matters for the drawing."""


def picture_misfits(worksheet: Worksheet, picture: Picture) -> Iterator[tuple[str, str]]:
    """Yield each key under `av` that does not fit the sheet, with a sentence about it."""
    if picture.is_over_occasions and not picture.rows:
        yield from _scale_misfits(worksheet, picture)
        return
    rows = worksheet.field(picture.rows)
    if not isinstance(rows, Rows):
        fields = [field.id for field in worksheet.fields() if isinstance(field, Rows)]
        words = f"”{picture.rows}” är inga rader på bladet.{nearest(picture.rows, fields)}"
        yield "rader", words
        return
    ids = [column.id for column in rows.columns]
    for key, names in picture.columns.items():
        for name in names:
            column = rows.column(name)
            kind, word = FITTING.get(key, (Field, ""))
            if column is None:
                words = f"”{name}” är ingen kolumn i ”{rows.id}”.{nearest(name, ids)}"
                yield key, words
            elif not isinstance(column, kind):
                yield key, f"”{name}” ska vara av typen {word}, men är {column.kind}."


def _scale_misfits(worksheet: Worksheet, picture: Picture) -> Iterator[tuple[str, str]]:
    """Yield a sentence for each name that is no scale of the sheet itself."""
    for name in picture.columns["skalor"]:
        field = worksheet.field(name)
        if field is None:
            hint = nearest(name, [one.id for one in worksheet.fields()])
            yield "skalor", f"Det finns inget fält ”{name}” på bladet.{hint}"
        elif not isinstance(field, Scale):
            yield "skalor", f"”{name}” ska vara av typen skala, men är {field.kind}."
