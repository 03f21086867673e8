"""The words that the glossary explains, and every form in which running text says them.

Svenska: ordlistan. May import: MkDocs' PluginError. Words that mean the same lead to one entry: the one
that lists the others beside it. Inflection is simple on purpose: endings of nouns, never of verbs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs.exceptions import PluginError

SOURCE = "ordlista/index.md"
ENTRY = re.compile(r'^<dfn id="([a-z0-9-]+)">([^<]+)</dfn>(.*)\n:   (.+)$', re.MULTILINE)
LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
SAME_AS = re.compile(r"Samma sak som \[[^\]]+\]\(#([a-z0-9-]+)\)\.")
ENDINGS = (
    ("are", "aren arens ares arna arnas"),
    ("a", "an ans as or orna ornas"),
    ("e", "en ens et ets es ena enas"),
    ("", "s en ens et ets ar arna arnas er erna ernas"),
)
"""How a noun may end, and what that end becomes in its other forms; the first that fits holds."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One explained word."""

    id: str
    term: str
    others: tuple[str, ...]
    text: str

    @property
    def words(self) -> tuple[str, ...]:
        """The word and those that mean the same."""
        return (self.term, *self.others)


@dataclass(frozen=True, slots=True)
class Glossary:
    """Every explained word by the forms it takes, and one pattern that finds them all."""

    forms: dict[str, Entry]
    pattern: re.Pattern[str]

    def entry(self, found: str) -> Entry:
        """Return the entry of a form that the pattern found."""
        return self.forms[key_of(found)]


def read_glossary(docs: Path) -> Glossary:
    """Return the words that the glossary's page explains."""
    page = (docs / SOURCE).read_text(encoding="utf-8")
    entries = [
        Entry(key, term.strip(), tuple(filter(None, map(str.strip, others.split("·")))), text)
        for key, term, others, text in ENTRY.findall(page)
    ]
    if not entries:
        raise PluginError(f"docs/{SOURCE}: inga förklaringar hittades. Se REDAKTOR.md, Ordlistan.")
    return glossary_of(entries)


def glossary_of(entries: list[Entry]) -> Glossary:
    """Return the glossary of some entries: a word listed beside another leads to that other."""
    by_id = {entry.id: entry for entry in entries}
    forms: dict[str, Entry] = {}
    listed = [(word, entry) for entry in entries for word in entry.others]
    for word, entry in [*listed, *((entry.term, entry) for entry in entries)]:
        same = SAME_AS.fullmatch(entry.text)
        target = by_id[same[1]] if same else entry
        for form in inflections(word):
            forms.setdefault(key_of(form), target)
    longest = sorted(forms, key=lambda form: (-len(form), form))
    choices = "|".join(_spelled(form) for form in longest)
    return Glossary(forms, re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])"))


def inflections(word: str) -> Iterator[str]:
    """Yield a word and its forms: *personlig plan*, *personliga planen*; a shortening has only its own."""
    yield word
    if not word[-1].islower():
        return
    *first, last = word.split(" ")
    starts = [" ".join(first), f"{first[0]}a"] if len(first) == 1 else [" ".join(first)]
    for start in starts:
        for form in (last, *_noun_forms(last)):
            yield f"{start} {form}".strip()


def _noun_forms(noun: str) -> Iterator[str]:
    end, others = next((end, others) for end, others in ENDINGS if noun.endswith(end))
    for other in others.split():
        yield noun.removesuffix(end) + other


def is_shortening(word: str) -> bool:
    """Tell whether a word is spelled with capitals, so that its case matters and it takes no endings."""
    return sum(letter.isupper() for letter in word) > 1


def key_of(form: str) -> str:
    """Return the form as it is kept: a shortening as it is spelled, other words in small letters."""
    spaced = re.sub(r"\s+", " ", form)
    return spaced if is_shortening(spaced) else spaced.lower()


def _spelled(form: str) -> str:
    """Return the pattern of one form: its first letter may be a capital, its spaces any space."""
    first, rest = form[0], re.escape(form[1:]).replace(r"\ ", r"\s+")
    if is_shortening(form) or not first.isalpha():
        return re.escape(first) + rest
    return f"[{first.lower()}{first.upper()}]{rest}"
