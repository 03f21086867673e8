"""The macro that a worksheet's page calls for its form.

Svenska: sidmakron. May import: catalogue, ract.render, ract.filled, ract.flows. A macro stands alone on an unindented line, because Markdown splits HTML that is indented (models.md 1, fact 8).
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Protocol

from macros.catalogue import FOLDER, Catalogue
from ract.filled import example_document
from ract.flows import needed_worksheets
from ract.model import Worksheet
from ract.render import render_worksheet


class Environment(Protocol):
    """The part of mkdocs-macros that we use."""

    page: object

    def macro(self, function: object, name: str = "") -> object:
        """Make a function callable from a page."""


class UnknownSheetError(LookupError):
    """A page calls `arbetsblad()` but defines no form."""


def register_macros(env: Environment, catalogue: Catalogue) -> None:
    """Make `arbetsblad()` callable from every page."""

    def arbetsblad() -> str:
        """Return the form of the page's own worksheet."""
        worksheet = _own_worksheet(env, catalogue)
        titles = {name: sheet.title for name, sheet in catalogue.worksheets.items()}
        example = (
            example_document(worksheet, catalogue.worksheets) if worksheet.example.answers else None
        )
        return render_worksheet(worksheet, needed_worksheets(worksheet), titles, example)

    env.macro(arbetsblad)


def _own_worksheet(env: Environment, catalogue: Catalogue) -> Worksheet:
    source = _source_of(env)
    worksheet = catalogue.worksheets.get(source.stem)
    if worksheet is None or source.parts[0] != FOLDER:
        message = f"{source}: sidan anropar arbetsblad() men har inget formulär i sidhuvudet."
        raise UnknownSheetError(message)
    return worksheet


def _source_of(env: Environment) -> PurePosixPath:
    return PurePosixPath(env.page.file.src_uri)  # type: ignore[attr-defined]
