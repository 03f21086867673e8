"""All worksheets of the binder, read from their pages and proved to fit together.

Svenska: bladkatalog. May import: front_matter, ract. Knows files, not MkDocs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.front_matter import FrontMatter, read_front_matter
from ract.computations.fitting import misfits_between
from ract.definition import read_worksheet
from ract.errors import DefinitionError
from ract.fields import Computed, Fetched, Reference, Rows
from ract.model import SEPARATOR, Field, Worksheet
from ract.node import nearest

FOLDER = "arbetsblad"
FORM_KEY = "formulär"


class CatalogueError(Exception):
    """Pages that cannot be built: one Swedish line per mistake, with file and line."""

    def __init__(self, lines: list[str]) -> None:
        """Keep the lines in the order of the files."""
        super().__init__("\n".join(lines))
        self.lines = lines


@dataclass(frozen=True, slots=True)
class Page:
    """One worksheet's file: where it is, its head, and the worksheet it defines."""

    file: Path
    head: FrontMatter
    worksheet: Worksheet

    @property
    def definition(self) -> dict[str, object]:
        """Return what the browser needs to read the same worksheet again."""
        values = self.head.values
        return {
            "id": self.worksheet.id,
            "title": self.worksheet.title,
            FORM_KEY: values[FORM_KEY],
        }


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every worksheet by its id, in the order of their titles."""

    pages: dict[str, Page]

    @property
    def worksheets(self) -> dict[str, Worksheet]:
        """Return the worksheets by id."""
        return {name: page.worksheet for name, page in self.pages.items()}

    @property
    def definitions(self) -> list[dict[str, object]]:
        """Return all definitions as the build publishes them."""
        return [page.definition for page in self.pages.values()]


def read_catalogue(docs: Path) -> Catalogue:
    """Return the worksheets of a docs folder.

    Raises:
        CatalogueError: When any page's head is broken, or any sheet does not fit the others.
    """
    lines: list[str] = []
    pages: dict[str, Page] = {}
    for file in sorted(docs.rglob("*.md")):
        head = read_front_matter(file.read_text(encoding="utf-8"))
        where = _shown(docs, file)
        lines += [f"{where} rad {mistake.number}: {mistake.message}" for mistake in head.mistakes]
        if FORM_KEY not in head.values or head.mistakes:
            continue
        try:
            worksheet = read_worksheet(file.stem, head.values)
        except DefinitionError as error:
            lines += [
                f"{where} rad {head.line_of(mistake.path)}: {mistake.message}"
                for mistake in error.mistakes
            ]
        else:
            pages[worksheet.id] = Page(file, head, worksheet)
    catalogue = Catalogue(dict(sorted(pages.items())))
    if not lines:
        lines = list(_misfits(docs, catalogue))
    if lines:
        raise CatalogueError(lines)
    return catalogue


def _shown(docs: Path, file: Path) -> str:
    return f"{docs.name}/{file.relative_to(docs).as_posix()}"


def _misfits(docs: Path, catalogue: Catalogue) -> Iterator[str]:
    """Yield a line for every sheet that points at something which is not there."""
    for page in catalogue.pages.values():
        for number, section in enumerate(page.worksheet.sections):
            for place, field in enumerate(section.fields):
                path = (FORM_KEY, "avsnitt", number, "fält", place)
                yield from _misfits_of_field(docs, catalogue, page, field, path)
                for spot, column in enumerate(field.columns if isinstance(field, Rows) else ()):
                    deeper = (*path, "kolumner", spot)
                    yield from _misfits_of_field(docs, catalogue, page, column, deeper)
    yield from _circles(docs, catalogue)


def _misfits_of_field(
    docs: Path, catalogue: Catalogue, page: Page, field: Field, path: tuple[str | int, ...]
) -> Iterator[str]:
    columns: tuple[str, ...]
    if isinstance(field, Computed):
        for keys, words in misfits_between(page.worksheet, field, catalogue.worksheets):
            line = page.head.line_of((*path, *keys))
            yield f"{_shown(docs, page.file)} rad {line}: {words}"
        return
    if isinstance(field, Reference):
        key, target, columns = "till", field.target, (field.shown_column,)
    elif isinstance(field, Fetched):
        key, target, columns = "från", field.source, field.columns
    else:
        return
    line = page.head.line_of((*path, key))
    where = f"{_shown(docs, page.file)} rad {line}:"
    sheet_id, _, field_id = target.partition(SEPARATOR)
    other = catalogue.worksheets.get(sheet_id)
    if other is None:
        hint = nearest(sheet_id, catalogue.worksheets)
        yield f"{where} Det finns inget blad ”{sheet_id}”.{hint}"
        return
    found = other.field(field_id)
    if found is None:
        hint = nearest(field_id, [f.id for f in other.fields()])
        yield f"{where} Bladet ”{sheet_id}” har inget fält ”{field_id}”.{hint}"
        return
    if isinstance(field, Reference) and not isinstance(found, Rows):
        yield f"{where} ”{target}” är inte rader, så det går inte att välja en rad där."
        return
    known = [c.id for c in found.columns] if isinstance(found, Rows) else []
    for column in columns:
        if column not in known:
            yield f"{where} ”{target}” har ingen kolumn ”{column}”.{nearest(column, known)}"


def _circles(docs: Path, catalogue: Catalogue) -> Iterator[str]:
    """Yield a line for each circle of fetched values, named from its first sheet."""
    arrows = {
        f"{sheet.id}{SEPARATOR}{field.id}": field.source
        for sheet in catalogue.worksheets.values()
        for field in sheet.fields()
        if isinstance(field, Fetched)
    }
    told: set[str] = set()
    for start in arrows:
        trail = [start]
        while trail[-1] in arrows and arrows[trail[-1]] not in trail:
            trail.append(arrows[trail[-1]])
        if arrows.get(trail[-1]) == start and start not in told:
            told.update(trail)
            sheet_id = start.partition(SEPARATOR)[0]
            page = catalogue.pages[sheet_id]
            circle = " ← ".join([*trail, start])
            line = page.head.line_of((FORM_KEY, "avsnitt"))
            yield f"{_shown(docs, page.file)} rad {line}: Bladen hämtar från varandra i en cirkel: {circle}."
