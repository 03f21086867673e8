"""Which words a reader may have to look up, and whether the glossary or the page explains them.

Svenska: facktermer. May import: the standard library.

Two sorts are looked for, because they can be found with few false alarms: abbreviations, and the words of
the trade in `TRADE_WORDS`. A word that a page explains beside it, as in ”tvångsvård (LPT)”, is explained.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

TRADE_WORDS = (
    "allians", "anamnes", "arbetsfas", "brukarcoach", "case manage", "compliance", "coping",
    "empowerment", "fast vårdkontakt", "fidelity", "genomförandeplan", "huvudman",
    "individuell plan", "intervention", "komorbid", "körschema", "lilla resursgruppen",
    "motiverande", "nationella riktlinjer", "nätverkskarta", "peer support", "programtrohet",
    "psykoeduk", "recovery", "resursgrupp", "resursperson", "samsjuklig", "sociogram", "stödfas",
    "vård- och stöd", "vårdplan", "återfallsprevention", "återhämtning",
)  # fmt: skip
"""Beginnings of words that people outside the trade seldom say. Each one that a sheet uses needs its place in the glossary."""
EVERYDAY = frozenset({"EKG", "PDF", "SMS", "TV"})
"""Abbreviations that newspapers print without explaining."""

_ENTRY = re.compile(r"^<dfn[^>]*>([^<]+)</dfn>(.*)$", re.MULTILINE)
_ABBREVIATION = re.compile(
    r"(?<![\w-])((?:[A-ZÅÄÖ]-)?[A-ZÅÄÖ]{2,}(?:-[A-ZÅÄÖ0-9]+)*|[A-ZÅÄÖ][a-zåäö][A-ZÅÄÖ])(?![a-zåäöA-ZÅÄÖ])"
)


def glossary_words(page: str) -> frozenset[str]:
    """Return every term and every other word for it that the glossary's page lists, in small letters."""
    words = set[str]()
    for term, others in _ENTRY.findall(page):
        words.update(word.strip().lower() for word in (term, *others.split("·")) if word.strip())
    return frozenset(words)


def unexplained(texts: Iterable[str], known: frozenset[str]) -> Iterator[str]:
    """Yield each word of a page that neither the glossary nor the page itself explains, once."""
    page = "\n".join(texts)
    abbreviations = [(word, word.lower() in known) for word in _ABBREVIATION.findall(page)]
    told = set(EVERYDAY)
    for word, is_known in [*abbreviations, *_trade_words(page, known)]:
        if not is_known and word not in told and not _explained_beside(word, page):
            yield word
        told.add(word)


def _trade_words(page: str, known: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """Yield each trade word as it stands on the page, and whether the glossary has it in any form."""
    for beginning in TRADE_WORDS:
        found = re.search(rf"(?<!\w){re.escape(beginning)}\w*", page, re.IGNORECASE)
        if found:
            yield found[0], any(beginning in term for term in known)


def _explained_beside(word: str, page: str) -> bool:
    name = re.escape(word)
    return bool(re.search(rf"\w \({name}\)|(?<!\w){name} \(\w", page))
