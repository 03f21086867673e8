"""Advice about a worksheet's words: what may make a tired reader stumble. It never stops a build.

Svenska: språkråd. May import: front_matter, ract.texts. Run by `make lint-words`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.front_matter import FrontMatter, read_front_matter
from ract.texts import SCALES

LONGEST_QUESTION = 20
FORM = "formulär"
REQUIRED = "obligatoriskt"


def advice(docs: Path) -> list[str]:
    """Return a line for each thing to mend, with file, line, what it is and what to do."""
    lines: list[str] = []
    for file in sorted((docs / "arbetsblad").glob("*.md")):
        head = read_front_matter(file.read_text(encoding="utf-8"))
        shown = f"docs/arbetsblad/{file.name}"
        lines += [f"{shown} rad {number}: {words}" for number, words in _of_sheet(head)]
    return lines


def _of_sheet(head: FrontMatter) -> Iterator[tuple[int, str]]:
    form: Any = head.values.get(FORM)
    for number, section in enumerate(form.get("avsnitt", []) if isinstance(form, dict) else []):
        path = (FORM, "avsnitt", number, "fält")
        for place, field in enumerate(section.get("fält", [])):
            yield from _of_field(head, field, (*path, place))
            for spot, column in enumerate(field.get("kolumner", [])):
                yield from _of_field(head, column, (*path, place, "kolumner", spot))


def _of_field(
    head: FrontMatter, field: dict[str, Any], path: tuple[str | int, ...]
) -> Iterator[tuple[int, str]]:
    count = len(str(field.get("fråga", "")).split())
    if count > LONGEST_QUESTION:
        line = head.line_of((*path, "fråga"))
        yield line, f"Frågan har {count} ord. Dela den, eller korta den till högst 20."
    if REQUIRED in field:
        yield head.line_of((*path, REQUIRED)), "Ingen fråga får vara obligatorisk. Ta bort raden."
    scale = SCALES.get(str(field.get("skala")))
    if scale and not (scale.steps[0][1] and scale.steps[-1][1]):
        yield head.line_of((*path, "skala")), "Skalans ändar saknar ord. Välj en annan skala."


def main() -> int:
    """Print all advice."""
    advice(Path("docs"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
