"""The binder on paper: all of it, one tab, or one page, as a tagged PDF with contents and index.

Svenska: bok. Build only. May import: export.blank, export.pdf. What stands in the book is decided
by the build, which has the pages; the template `book.typ` only draws it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ract.export.blank import LOOK, MADE
from ract.export.pdf import typeset

TEMPLATE = Path(__file__).with_name("book.typ")
TEMPLATES = (TEMPLATE, Path(__file__).with_name("book-blocks.typ"), LOOK)
"""Every file that decides how a book looks."""
TEXT_SIZE, LARGE_SIZE = 11, 18
"""Points: in the book, and in large print."""
LEAFLET_SIZES = (14, 13, 12, 11)
"""A sheet to hand out has the largest letters that leave it on one page."""
_PAGES = re.compile(rb"/Type/Pages/Count (\d+)")


def write_book(volume: Mapping[str, object], fonts: str) -> bytes:
    """Return a volume as PDF, the same bytes each time for the same words.

    A volume holds `title`, `parts` (each with `tab`, `heading` and `chapters`), `terms`, how it
    looks, and `sizes`: the letters to try, the largest first.
    """
    sizes = volume["sizes"]
    places = sorted(set(_places(volume)))
    content = b""
    for size in sizes if isinstance(sizes, list) else []:
        content = typeset(TEMPLATE, {**volume, "places": places, "size": size}, MADE, fonts)
        if count_pages(content) == 1:
            break
    return content


def count_pages(content: bytes) -> int:
    """Return how many pages a PDF made by Typst has."""
    found = _PAGES.search(content)
    return int(found[1]) if found else 0


def _places(value: object) -> Iterator[str]:
    """Yield every place that a link can lead to within the volume."""
    if isinstance(value, Mapping):
        yield from (value[key] for key in ("label", "anchor") if isinstance(value.get(key), str))
        yield from _of_each(value.values())
    elif isinstance(value, list):
        yield from _of_each(value)


def _of_each(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        yield from _places(value)
