"""Advice about a worksheet's words: what may make a tired reader stumble. It never stops a build.

Svenska: språkråd. May import: readability, sheet_words, terms, ract.texts. Run by `make lint-words`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from macros.readability import Text, lix, sentences
from macros.sheet_words import SheetWords, fields_of, read_words
from macros.terms import glossary_words, unexplained
from ract.texts import SCALES

LONGEST_QUESTION = 20
HEAVIEST, HEAVIEST_ALONE = 40, 30
"""LIX of a sheet's words, and of a sheet that the person fills in alone."""
FEWEST_WORDS = 7
"""A shorter text says too little about why a page is heavy."""
REQUIRED = "obligatoriskt"
GLOSSARY = Path("ordlista", "index.md")


def advice(docs: Path) -> list[str]:
    """Return a line for each thing to mend, with file, line, what it is and what to do."""
    glossary = docs / GLOSSARY
    known = glossary_words(glossary.read_text(encoding="utf-8") if glossary.is_file() else "")
    lines: list[str] = []
    for file in sorted((docs / "arbetsblad").glob("*.md")):
        sheet = read_words(file.read_text(encoding="utf-8"))
        shown = f"docs/arbetsblad/{file.name}"
        found = chain(_of_questions(sheet), _of_weight(sheet), _of_terms(sheet, known))
        lines += [f"{shown} rad {number}: {words}" for number, words in sorted(found)]
    return lines


def _of_questions(sheet: SheetWords) -> Iterator[tuple[int, str]]:
    for path, field in fields_of(sheet.head):
        count = len(str(field.get("fråga", "")).split())
        if count > LONGEST_QUESTION:
            line = sheet.head.line_of((*path, "fråga"))
            yield line, f"Frågan har {count} ord. Dela den, eller korta den till högst 20."
        if REQUIRED in field:
            line = sheet.head.line_of((*path, REQUIRED))
            yield line, "Ingen fråga får vara obligatorisk. Ta bort raden."
        scale = SCALES.get(str(field.get("skala")))
        if scale and not (scale.steps[0][1] and scale.steps[-1][1]):
            line = sheet.head.line_of((*path, "skala"))
            yield line, "Skalans ändar saknar ord. Välj en annan skala."


def _of_weight(sheet: SheetWords) -> Iterator[tuple[int, str]]:
    most = HEAVIEST_ALONE if sheet.is_for_one_alone else HEAVIEST
    yield from _too_heavy(sheet.asked, most, "Frågorna och texten till den som fyller i")
    yield from _too_heavy(sheet.guidance, HEAVIEST, "Handledningen")


def _too_heavy(texts: list[Text], most: int, part: str) -> Iterator[tuple[int, str]]:
    weight = _weight(texts)
    if weight > most:
        worst = max(
            texts, key=lambda text: (len(text.words.split()) >= FEWEST_WORDS, _weight([text]))
        )
        yield (
            worst.line,
            (
                f"{part} är tung att läsa: LIX {weight:.0f}, högst {most} här. Korta meningar och långa ord."
                f" Tyngst är ”{worst.words}”"
            ),
        )


def _weight(texts: list[Text]) -> float:
    return lix(sentence for text in texts for sentence in sentences(text.words))


def _of_terms(sheet: SheetWords, known: frozenset[str]) -> Iterator[tuple[int, str]]:
    texts = [*sheet.asked, *sheet.picked, *sheet.guidance]
    for word in unexplained((text.words for text in texts), known):
        line = next(text.line for text in texts if word.lower() in text.words.lower())
        yield (
            line,
            (
                f"”{word}” finns inte i ordlistan. Skriv in ordet i docs/ordlista/index.md,"
                " förklara det på bladet eller välj ett vanligare ord."
            ),
        )


def main() -> int:
    """Print all advice, or that there is none; advice is never a failure."""
    lines = advice(Path("docs"))
    for line in lines or ["Inga råd. Arbetsbladens språk ser bra ut."]:
        sys.stdout.write(f"{line}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
