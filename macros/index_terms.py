"""The index of the book: which of the glossary's words each page is about.

Svenska: sakregister. May import: article, prose. A word that many pages only mention would drown
the reader in numbers, so pages that have it in their title, gist or headings come first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from macros.article import Element
from macros.prose import Run

ENDINGS = "s|n|t|en|et|er|ar|or|na|rna|erna|arna|orna|ens|ets|ernas|arnas|e|a|r|ns|rs"
MOST_PAGES = 10
FEW_PAGES = 4
"""So few pages of their own, and pages that only mention the word are told of as well."""
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"

Chapter = dict[str, object]


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary: its name, and the other words for the same thing."""

    id: str
    name: str
    others: tuple[str, ...]

    def pattern(self) -> re.Pattern[str]:
        """Return what finds the term in running words, in its usual forms."""
        return re.compile("|".join(_form(name) for name in (self.name, *self.others)))


def _form(name: str) -> str:
    if name.isupper() or any(letter.isupper() for letter in name[1:]):
        return rf"(?<![\w-]){re.escape(name)}(?:s|:s|:n|:en)?(?![\w])"
    first = f"[{re.escape(name[0].upper())}{re.escape(name[0].lower())}]"
    return rf"(?<![\w-]){first}{re.escape(name[1:])}(?:{ENDINGS})?(?![\w])"


def read_terms(glossary: Element) -> list[Term]:
    """Return the terms of the glossary's page, in its order."""
    terms = []
    for line in (element for element in glossary.all() if element.tag == "dt"):
        names = [element for element in line.all() if element.tag == "dfn"]
        if names and "id" in names[0].attributes:
            others = [part.strip(" ,") for part in line.words().split("·")[1:]]
            others = [other for other in others if other]
            terms.append(Term(names[0].attributes["id"], names[0].words(), tuple(others)))
    return terms


def mark_terms(chapters: Sequence[Chapter], terms: Iterable[Term], glossary: str) -> None:
    """Put a mark in each page that a term's line in the index shall lead to."""
    pages = [_Page(chapter) for chapter in chapters if chapter["label"] != glossary]
    for term in terms:
        pattern = term.pattern()
        about = [page for page in pages if page.is_about(pattern)]
        for page in about[:MOST_PAGES]:
            page.mark_subject(term, pattern)
        if len(about) < FEW_PAGES:
            mentions = (page.mark_mention(term, pattern) for page in pages if page not in about)
            for _ in islice(filter(None, mentions), MOST_PAGES - len(about)):
                pass


class _Page:
    """A chapter, taken apart once for all terms: what it is about, and its words."""

    def __init__(self, chapter: Chapter) -> None:
        blocks = _list(chapter.get("blocks"))
        self._top = f"{chapter['title']}\n{chapter['gist']}"
        self._headings = [_list(b["runs"]) for b in blocks if b["block"] == "heading"]
        self._subjects = "\n".join([self._top, *map(_words, self._headings)])
        self._marks = _list(chapter["marks"])
        self._lines = list(run_lists(blocks))
        self._words = "\n".join(map(_words, self._lines)).lower()

    def is_about(self, pattern: re.Pattern[str]) -> bool:
        """Tell whether the page has the word in its title, its gist or a heading."""
        return bool(pattern.search(self._subjects))

    def mark_subject(self, term: Term, pattern: re.Pattern[str]) -> None:
        """Put a mark at the title, or at the heading that has the word."""
        if pattern.search(self._top):
            self._marks.append({"mark": term.id})
        else:
            any(_mark(runs, pattern, term.id) for runs in self._headings)

    def mark_mention(self, term: Term, pattern: re.Pattern[str]) -> bool:
        """Put a mark where the page first has the word, if it has."""
        names = (name.lower() for name in (term.name, *term.others))
        # Most pages lack the word, and that is told much sooner without a pattern.
        return any(name in self._words for name in names) and any(
            _mark(runs, pattern, term.id) for runs in self._lines
        )


def _mark(runs: list[Run], pattern: re.Pattern[str], mark: str) -> bool:
    """Put the mark before the first run that has the word, if one has."""
    for place, run in enumerate(runs):
        if pattern.search(str(run.get("text", ""))):
            runs.insert(place, {"mark": mark})
            return True
    return False


def run_lists(value: object) -> Iterator[list[Run]]:
    """Yield every row of runs in some blocks, in order."""
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from run_lists(inner)
    elif isinstance(value, list):
        if value and all(isinstance(one, dict) and _is_run(one) for one in value):
            yield value
            return
        for inner in value:
            yield from run_lists(inner)


def _is_run(one: Mapping[str, object]) -> bool:
    return "text" in one or "anchor" in one or "mark" in one


def _words(runs: object) -> str:
    return "".join(str(run.get("text", "")) for run in _list(runs))


def _list(value: object) -> list[dict[str, object]]:
    return value if isinstance(value, list) else []


def index_entries(terms: Sequence[Term], glossary: str) -> list[dict[str, object]]:
    """Return the lines of the index, letter by letter: terms, and other words that point to them."""
    names = {term.name for term in terms}
    lines: dict[str, dict[str, object]] = {}
    for term in terms:
        lines[term.name] = {"name": term.name, "id": term.id, "to": f"{glossary}#{term.id}"}
    for term in terms:
        for other in term.others:
            if other not in names and other not in lines:
                lines[other] = {"name": other, "see": term.name}
    letters: dict[str, list[dict[str, object]]] = {}
    for name in sorted(lines, key=alphabetically):
        letters.setdefault(name[0].upper(), []).append(lines[name])
    return [{"letter": letter, "entries": entries} for letter, entries in letters.items()]


def alphabetically(name: str) -> list[tuple[int, str]]:
    """Return what Swedish names are sorted by: å, ä and ö come last."""
    return [(ALPHABET.find(letter.upper()), letter.lower()) for letter in name]
