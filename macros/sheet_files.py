"""What stands beside each worksheet's page: the blank sheet and cards as PDF, and its FHIR questionnaire.

Svenska: bladfiler. May import: pdf_cache, ract.export, ract.wording.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from importlib.metadata import version
from pathlib import Path

from macros.catalogue import FOLDER, Catalogue
from macros.pdf_cache import made_once, sums_of
from macros.publish import place
from ract.export import blank, fhir, pdf, pocket
from ract.model import Worksheet
from ract.wording import FormWording

CACHE = Path(".cache", "tomma-blad")
FONTS = Path(".runtime", "runtime", "fonts")
QUESTIONNAIRE = "questionnaire.json"


def blank_path(sheet_id: str) -> str:
    """Return where a sheet's blank PDF lies in the site."""
    return f"{FOLDER}/{sheet_id}/{sheet_id}.pdf"


def blank_pocket_path(sheet_id: str) -> str:
    """Return where the blank cards of a sheet that has such lie in the site."""
    return f"{FOLDER}/{sheet_id}/{sheet_id}-ficka.pdf"


def questionnaire_path(sheet_id: str) -> str:
    """Return where a sheet's questionnaire lies in the site."""
    return f"{FOLDER}/{sheet_id}/{QUESTIONNAIRE}"


def publish_sheet_files(
    root: Path, site: Path, catalogue: Catalogue, tab_names: Mapping[int, str]
) -> None:
    """Put the blank PDF and the questionnaire beside the page of every sheet."""
    titles = {name: sheet.title for name, sheet in catalogue.worksheets.items()}
    tools = fingerprint_tools(root)
    for sheet in catalogue.worksheets.values():
        target = site / blank_path(sheet.id)
        target.parent.mkdir(parents=True, exist_ok=True)
        wording = FormWording(sheet, titles)
        place(cached_blank(root, sheet, wording, tab_names.get(sheet.tab, ""), tools), target)
        if sheet.pocket:
            place(cached_pocket(root, sheet, tools), site / blank_pocket_path(sheet.id))
        (site / questionnaire_path(sheet.id)).write_bytes(fhir.write_questionnaire(sheet))


def cached_blank(
    root: Path, sheet: Worksheet, wording: FormWording, tab_name: str, tools: str
) -> Path:
    """Return the file of a blank sheet, made now only when none has been made of the same."""
    words = blank.blank_sheet(sheet, wording, tab_name)
    make = partial(blank.write_blank, sheet, wording, tab_name, str(root / FONTS))
    return made_once(root / CACHE / sheet.id, tools, words, make)


def cached_pocket(root: Path, sheet: Worksheet, tools: str) -> Path:
    """Return the file of a sheet's blank cards, made now only when none has been made of the same."""
    make = partial(pocket.write_blank_pocket, sheet, str(root / FONTS))
    return made_once(root / CACHE / f"{sheet.id}-ficka", tools, pocket.blank_pocket(sheet), make)


def fingerprint_tools(root: Path) -> str:
    """Return a mark of all that shapes a PDF besides its words: template, how it is set, font, Typst."""
    # The code decides the words that a template is given, and those are in the name already.
    templates = (blank.TEMPLATE, blank.LOOK, pocket.TEMPLATE)
    files = [Path(pdf.__file__), *templates, *sorted((root / FONTS).glob("*.ttf"))]
    return " ".join([version("typst"), blank.MADE.isoformat(), sums_of(files)])
