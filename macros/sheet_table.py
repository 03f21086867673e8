"""The build's own account of every worksheet, as a table for a page.

Svenska: bladtabell. May import: catalogue, sheet_files, ract, MkDocs' way to write a relative address.
No cell is left empty: what a sheet does not have is said in a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from mkdocs.utils import get_relative_url

from macros.catalogue import FOLDER, Catalogue
from macros.sheet_files import blank_path, questionnaire_path
from ract.fields import Rows
from ract.flows import needed_worksheets
from ract.model import Worksheet
from ract.texts import FILLED_IN_BY

NOTHING = "inget"
NO_STEP = "inget eget"
HEADER = (
    "Id",
    "Titel",
    "Flik",
    "Frågor",
    "Läser ur",
    "Läses av",
    "Fas",
    "Steg",
    "Nivå",
    "Fylls i av",
    "Exempel",
    "Tomt blad",
    "FHIR",
)


def define_sheet_table(env: Any, catalogue: Catalogue) -> None:
    """Give the pages `bladtabell()`: a table of every worksheet and what the build made of it."""

    @env.macro  # type: ignore[untyped-decorator]
    def bladtabell() -> str:
        return sheet_table(catalogue, str(env.page.url))


def sheet_table(catalogue: Catalogue, page_url: str) -> str:
    """Return the table as HTML, with addresses that hold from the given page."""
    sheets = catalogue.worksheets
    needs = {name: needed_worksheets(sheet) for name, sheet in sheets.items()}
    rows = "\n".join(row(sheet, needs, page_url) for sheet in sheets.values())
    head = "".join(f'<th scope="col">{word}</th>' for word in HEADER)
    return (
        '<div class="table-scroll" role="region" aria-label="Alla arbetsblad" tabindex="0">\n'
        f"<table><caption>{len(sheets)} arbetsblad</caption>\n"
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>\n</div>"
    )


def row(sheet: Worksheet, needs: Mapping[str, Iterable[str]], page_url: str) -> str:
    """Return the row of one sheet."""
    read_by = [name for name, needed in needs.items() if sheet.id in needed]
    cells = [
        link(f"{FOLDER}/{sheet.id}/", sheet.title, page_url),
        str(sheet.tab),
        str(count_questions(sheet)),
        words(needs[sheet.id], NOTHING),
        words(read_by, NOTHING),
        words(sheet.phases, NOTHING),
        words((str(step) for step in sheet.steps), NO_STEP),
        escape(sheet.level),
        words((FILLED_IN_BY[name] for name in sheet.filled_in_by), NOTHING),
        "ja" if sheet.example.answers else "nej",
        link(blank_path(sheet.id), "PDF", page_url),
        link(questionnaire_path(sheet.id), "JSON", page_url),
    ]
    rest = "".join(f"<td>{cell}</td>" for cell in cells)
    return f'<tr><th scope="row">{escape(sheet.id)}</th>{rest}</tr>'


def words(found: Iterable[str], otherwise: str) -> str:
    """Return some words with commas between, or what to say when there are none."""
    return escape(", ".join(found) or otherwise)


def link(path: str, text: str, page_url: str) -> str:
    """Return a link from the page to something of the site."""
    return f'<a href="{escape(get_relative_url(path, page_url))}">{escape(text)}</a>'


def count_questions(sheet: Worksheet) -> int:
    """Return how many questions the sheet itself has; each column of rows is one."""
    return sum(
        len(field.columns) if isinstance(field, Rows) else 1
        for section in sheet.sections
        for field in section.fields
    )
