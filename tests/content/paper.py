"""Every worksheet, and the one of the tests, as it comes out on blank paper."""

from __future__ import annotations

import io
import json
from functools import cache
from pathlib import Path
from typing import Any

import pypdf
import typst

from macros.catalogue import read_catalogue
from macros.front_matter import read_front_matter
from ract.definition import read_worksheet
from ract.export.blank import TEMPLATE, blank_sheet, write_blank
from ract.model import Worksheet
from ract.wording import FormWording
from tests.content.prose import DOCS, ROOT

FONTS = str(ROOT / ".runtime" / "runtime" / "fonts")
EVERY_KIND = Path(__file__).with_name("alla-sorter.md")
WRITTEN = read_catalogue(DOCS).worksheets
SHEETS = {
    **WRITTEN,
    EVERY_KIND.stem: read_worksheet(
        EVERY_KIND.stem, read_front_matter(EVERY_KIND.read_text(encoding="utf-8")).values
    ),
}
TITLES = {name: sheet.title for name, sheet in SHEETS.items()}


def wording_of(sheet: Worksheet) -> FormWording:
    """What the sheet's form says about its own questions."""
    return FormWording(sheet, TITLES)


@cache
def blank_pdf(sheet_id: str) -> bytes:
    """The blank sheet, made once for all tests."""
    sheet = SHEETS[sheet_id]
    return write_blank(sheet, wording_of(sheet), "Arbetsblad", FONTS)


@cache
def pages_of(sheet_id: str) -> list[str]:
    """The words on each page, without the spaces, which line breaks take."""
    reader = pypdf.PdfReader(io.BytesIO(blank_pdf(sheet_id)))
    return [squeezed(page.extract_text()) for page in reader.pages]


def squeezed(words: str) -> str:
    """The same words without spaces and line breaks."""
    return "".join(words.split())


def places_of(sheet_id: str) -> list[dict[str, Any]]:
    """Where the template put each question, and the end of its room to answer, as pages."""
    sheet = SHEETS[sheet_id]
    data = {**blank_sheet(sheet, wording_of(sheet), "Arbetsblad"), "note": ""}
    found = typst.query(
        str(TEMPLATE),
        "<place>",
        field="value",
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"document": json.dumps(data)},
    )
    return list(json.loads(found))
