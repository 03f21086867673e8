"""The index that the search reads: which words lead to which page, and how strongly.

Svenska: sökregister. May import: catalogue, search_pages, search_words. Everything heavy is done here,
so that a phone only looks words up. The file has the place and name of MkDocs' own index, which it replaces.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from macros.catalogue import Catalogue
from macros.search_pages import Findable, read_findables
from macros.search_words import parts_of, stem, words_of

INDEX = "search/search_index.json"
EVERYDAY = "ordlista/vardagsord.txt"
# Words that stand everywhere and tell nothing about what is looked for.
STOPWORDS = frozenset(
    words_of(
        "alla allt att av blir bli man mig mej min mina mitt dig din dina ditt den det dem de denna detta du då där eller"
        " en ett er era ert finns från för får få ha han har hade hon hur här i in inte ja jag kan kanske"
        " med mycket många måste men ni nu någon något några när och om oss på sig sin sina sitt ska skulle"
        " som så till under upp ut utan vad var vara varför vart vem vi vid vilka vilken vilket vill är även blev bara"
        " vår våra hos mot över efter kunna behöver gör göra"
    )
) - frozenset(words_of("man efter gör göra"))

TITLE, LEAD, HEADING, BODY = 10.0, 3.0, 2.5, 2.0
SHEET_TITLE = 1.15
# A compound leads to its parts, and mostly to its last, which says what it is.
LAST_PART, OTHER_PART = 0.6, 0.45
# How fast a word that is said again stops to count, and how much a long page is held back.
SATURATION, LENGTH = 1.2, 0.8
SCALE = 10

Weights = dict[str, float]


def publish_search(docs: Path, site: Path, catalogue: Catalogue) -> None:
    """Put the index in the place of the one that MkDocs made."""
    findables = read_findables(docs, site, catalogue)
    everyday = read_everyday((docs / EVERYDAY).read_text(encoding="utf-8"))
    text = json.dumps(build_index(findables, everyday), ensure_ascii=False, separators=(",", ":"))
    (site / INDEX).write_text(text, encoding="utf-8")


def build_index(
    findables: Sequence[Findable], everyday: Mapping[str, Sequence[str]]
) -> dict[str, object]:
    """Return all that the browser needs, as it is written to the file."""
    lexicon = lexicon_of(findables)
    return {
        "pages": [
            [
                f.address,
                f.title,
                f.kind,
                f.tab,
                [[p.anchor, p.heading, p.text] for p in f.parts if p.text],
                f.lead,
            ]
            for f in findables
        ],
        "terms": weigh(findables, lexicon),
        "synonyms": synonyms_of(findables, everyday),
        "stopwords": sorted(STOPWORDS),
    }


def read_everyday(text: str) -> dict[str, list[str]]:
    """Return what each everyday word leads to, from the editors' list."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            words, _, meant = line.partition(":")
            for word in words.split(","):
                found[word.strip()] += [one.strip() for one in meant.split(",")]
    return dict(found)


def synonyms_of(
    findables: Iterable[Findable], everyday: Mapping[str, Sequence[str]]
) -> dict[str, list[str]]:
    """Return for a word or phrase, in stems, what else to look for: the glossary's names, the list."""
    found: dict[str, list[str]] = defaultdict(list)
    groups = [[(name, [n for n in f.names if n != name]) for name in f.names] for f in findables]
    pairs = [*everyday.items(), *(pair for group in groups for pair in group)]
    for word, meant in pairs:
        key = phrase(word)
        for other in map(phrase, meant):
            if other and other != key and other not in found[key]:
                found[key].append(other)
    return {key: others for key, others in sorted(found.items()) if key and others}


def phrase(text: str) -> str:
    """Return a phrase as the stems that are looked for, or all of them if none tells anything."""
    words = words_of(text)
    return " ".join(stem(word) for word in words if word not in STOPWORDS) or " ".join(
        map(stem, words)
    )


def lexicon_of(findables: Iterable[Findable]) -> set[str]:
    """Return the words that may be parts of a compound: whole words that the site itself uses."""
    seen = Counter(word for f in findables for word in words_of(_all_text(f)))
    return {w for w, times in seen.items() if times > 1 and w not in STOPWORDS and w.isalpha()}


def _all_text(f: Findable) -> str:
    return " ".join([f.title, *f.names, f.lead, *(f"{p.heading} {p.text}" for p in f.parts)])


def weigh(findables: Sequence[Findable], lexicon: Collection[str]) -> dict[str, list[int]]:
    """Return for every term the pages it leads to: number, weight, number, weight, heaviest first."""
    split = {word: parts_of(word, lexicon) for f in findables for word in words_of(_all_text(f))}
    bodies = [_spread(Counter(_body(f)), split) for f in findables]
    usual = sum(sum(body.values()) for body in bodies) / max(1, len(bodies))
    by_term: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, (findable, body) in enumerate(zip(findables, bodies, strict=True)):
        for term, weight in _of_page(findable, body, usual, split).items():
            by_term[term].append((number, weight))
    total = len(findables)
    return {
        term: [
            value
            for number, weight in sorted(pages, key=lambda page: (-page[1], page[0]))
            for value in (number, max(1, round(SCALE * weight * _rarity(total, len(pages)))))
        ]
        for term, pages in sorted(by_term.items())
    }


def _of_page(
    findable: Findable, body: Weights, usual: float, split: Mapping[str, Sequence[str]]
) -> Weights:
    weights: Weights = defaultdict(float)
    held_back = SATURATION * (1 - LENGTH + LENGTH * sum(body.values()) / max(1.0, usual))
    for term, times in body.items():
        weights[term] += BODY * times / (times + held_back)
    headings = " ".join(part.heading for part in findable.parts)
    for text, weight in ((headings, HEADING), (findable.lead, LEAD)):
        for term, share in _spread(dict.fromkeys(_telling(text), 1), split).items():
            weights[term] += weight * min(1.0, share)
    best: Weights = defaultdict(float)
    title = TITLE * (SHEET_TITLE if findable.is_sheet else 1)
    for name in findable.names or (findable.title,):
        words = _telling(name) or words_of(name)
        for term, share in _spread(dict.fromkeys(words, 1), split).items():
            best[term] = max(best[term], title * min(1.0, share) / math.sqrt(len(words)))
    for term, weight in best.items():
        weights[term] += weight
    return weights


def _body(findable: Findable) -> list[str]:
    return [word for part in findable.parts for word in _telling(part.text)]


def _telling(text: str) -> list[str]:
    return [word for word in words_of(text) if word not in STOPWORDS]


def _spread(words: Mapping[str, float], split: Mapping[str, Sequence[str]]) -> Weights:
    """Let every word count for its stem, and a compound in some degree for the stems of its parts."""
    found: Weights = defaultdict(float)
    for word, times in words.items():
        found[stem(word)] += times
        *others, last = split.get(word) or (None,)
        if last:
            found[stem(last)] += times * LAST_PART
        for other in others:
            if other:
                found[stem(other)] += times * OTHER_PART
    return found


def _rarity(total: int, pages: int) -> float:
    return math.log(1 + (total - pages + 0.5) / (pages + 0.5))
