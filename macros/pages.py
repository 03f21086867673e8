"""The macro that a worksheet's page calls for its form.

Svenska: sidmakron. May import: catalogue, form_hook, ract.render, ract.filled, ract.flows. The
macro stands alone on an unindented line, because Markdown splits HTML that is indented.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Protocol

from macros.catalogue import FOLDER, Catalogue
from macros.form_hook import KEY, MARK
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
        """Return the mark of the form of the page's own worksheet, and leave the form with the page."""
        worksheet = _own_worksheet(env, catalogue)
        titles = {name: sheet.title for name, sheet in catalogue.worksheets.items()}
        example = (
            example_document(worksheet, catalogue.worksheets) if worksheet.example.answers else None
        )
        needs = needed_worksheets(worksheet)
        env.page.meta[KEY] = render_worksheet(worksheet, needs, titles, example)  # type: ignore[attr-defined]
        return MARK

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
