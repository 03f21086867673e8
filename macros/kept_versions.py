"""Every published version of every worksheet, kept so that old answers can still be read.

Svenska: sparade versioner. May import: catalogue, ract. A version stands in
`versions/<id>/<number>.json` from the day that somebody may have filled it in, and is never changed
after that. What counts as the same version is what the answers mean: ids, kinds, questions, options.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.catalogue import FORM_KEY, Catalogue
from ract.definition import FOOT, HEAD

FOLDER = Path("versions")
OLD_QUESTIONS = "old-questions.json"
# Words beside a question may be polished; these say what an answer to it means.
MEANING = (
    "id", "typ", "fråga", "alternativ", "vet inte", "egen text", "skala", "enhet", "kolumner",
    "fasta rader",
)  # fmt: skip
COMMAND = "make keep-versions"


def meaning(definition: Mapping[str, object]) -> list[object]:
    """Return what the answers of a definition mean, field by field."""
    form = definition[FORM_KEY]
    sections = form["avsnitt"] if isinstance(form, Mapping) else []
    return [_meaning_of(field) for section in sections for field in section["fält"]]


def _meaning_of(field: Mapping[str, object]) -> dict[str, object]:
    found = {key: field[key] for key in MEANING if key in field}
    columns = found.get("kolumner")
    if isinstance(columns, list):
        found["kolumner"] = [_meaning_of(column) for column in columns]
    return found


def read_kept(root: Path, worksheet: str) -> dict[int, dict[str, object]]:
    """Return the kept versions of a worksheet by number, the oldest first."""
    files = sorted((root / FOLDER / worksheet).glob("*.json"), key=lambda file: int(file.stem))
    return {int(file.stem): json.loads(file.read_text(encoding="utf-8")) for file in files}


def faults(root: Path, catalogue: Catalogue) -> Iterator[str]:
    """Yield a Swedish line for each worksheet whose versions do not hold, with what to do."""
    for page in catalogue.pages.values():
        sheet, version = page.worksheet.id, page.worksheet.version
        kept = read_kept(root, sheet)
        missing = [number for number in range(1, version + 1) if number not in kept]
        if missing == [version] or (missing and version == 1):
            yield f"Bladet {sheet}: version {version} är inte sparad än. Kör: {COMMAND}"
        elif missing:
            yield (
                f"Bladet {sheet}: version {missing[0]} saknas i {FOLDER}/{sheet}/. "
                "Hämta tillbaka filen ur git."
            )
        elif meaning(kept[version]) != meaning(page.definition):
            yield (
                f"Bladet {sheet}: frågorna är ändrade men version är kvar på {version}. "
                f"Höj ”version:” till {version + 1} i docs/arbetsblad/{sheet}.md, skriv under "
                f"”ändringar:” vad som har bytt namn, och kör: {COMMAND}"
            )


def keep(root: Path, catalogue: Catalogue, *, unpublished: bool = False) -> list[Path]:
    """Write the versions that are not kept yet, and return their files.

    Args:
        root: The folder of the repository.
        catalogue: All worksheets.
        unpublished: Write the newest version anew too, for one that nobody can have filled in yet.
    """
    written = []
    for page in catalogue.pages.values():
        file = root / FOLDER / page.worksheet.id / f"{page.worksheet.version}.json"
        text = json.dumps(page.definition, ensure_ascii=False, indent=1) + "\n"
        is_same = file.is_file() and file.read_text(encoding="utf-8") == text
        if is_same or (file.is_file() and not unpublished):
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        written.append(file)
    return written


def old_questions(root: Path, catalogue: Catalogue) -> dict[str, dict[str, str]]:
    """Return what older versions asked and the newest does not, by `fält` or `fält/kolumn`."""
    found: dict[str, dict[str, str]] = {}
    for page in catalogue.pages.values():
        now = _questions(page.definition)
        older: dict[str, str] = {}
        for version, definition in read_kept(root, page.worksheet.id).items():
            if version < page.worksheet.version:
                older |= _questions(definition)
        gone = {name: words for name, words in older.items() if name not in now}
        if gone:
            found[page.worksheet.id] = gone
    return found


def _questions(definition: Mapping[str, object]) -> dict[str, str]:
    found = {field.id: field.question for field in (*HEAD.fields, *FOOT.fields)}
    form = definition[FORM_KEY]
    for section in form["avsnitt"] if isinstance(form, Mapping) else []:
        for field in section["fält"]:
            found[field["id"]] = field["fråga"]
            for column in field.get("kolumner", []):
                found[f"{field['id']}/{column['id']}"] = f"{field['fråga']}: {column['fråga']}"
    return found


def publish_old_questions(root: Path, site: Path, catalogue: Catalogue) -> None:
    """Write the questions of older versions, for the page to show old answers under."""
    text = json.dumps(old_questions(root, catalogue), ensure_ascii=False, separators=(",", ":"))
    (site / OLD_QUESTIONS).write_text(text, encoding="utf-8")
