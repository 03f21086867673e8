"""Swedish words as the search sees them: letters folded, endings taken off, compounds taken apart.

Svenska: sökord. May import: nothing of ours. `overrides/assets/js/frame/search-words.js` folds and
stems in the same way; `tests/site/test_search_words.py` holds the two against each other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator

WORD = re.compile(r"[^\W_]+")
VOWELS = frozenset("aeiouy")
# Snowball's Swedish endings, with the definite forms that it leaves on (-et, -ena), without those
# that take a piece of a noun (arbetsbl-ad, result-at, f-as).
_ENDINGS = (
    "a arna erna heterna orna e ade ande arne are aste en ena anden aren heten ern ar er heter or"
    " arnas ernas ornas es ades andes ens enas arens hetens erns et ets andet het ast"
)
ENDINGS = tuple(sorted(_ENDINGS.split(), key=len, reverse=True))
# Kartan loses its ending; a plan and a man keep theirs.
KEEP_AN = ("pl", "m")
BEFORE_S = frozenset("bcdfghjklmnoprtvy")
DOUBLES = ("dd", "gd", "nn", "dt", "gt", "kt", "tt", "llt", "skt")
LONG_ENDINGS = (("fullt", 1), ("lost", 1), ("lig", 3), ("els", 3), ("ig", 2))
STEM_KEEPS = 3

# Between the parts of a compound: resursgrupp-s-möte; and what the first part loses or
# changes: skol(a)buss, hälso-plan.
LINKS = ("s", "e", "a", "o", "u")
LOST = ("a", "e")
PART = 3


def fold(text: str) -> str:
    """Return the text in small letters without dots, rings and accents: Möte and mote are one."""
    apart = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def words_of(text: str) -> list[str]:
    """Return the folded words of a text, in order."""
    return WORD.findall(fold(text))


def stem(word: str) -> str:
    """Return a folded word without its endings: möten, mötet and mötena all become mot."""
    start = _stem_start(word)
    word = _without_genitive(_without_ending(word, start), start)
    if any(word.endswith(double) and len(word) - len(double) >= start for double in DOUBLES):
        word = word[:-1]
    for ending, cut in LONG_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= start:
            word = word[:-cut]
            break
    return word[:-1] if word.endswith("ckn") else word


def _stem_start(word: str) -> int:
    """Return where endings may begin: after the first vowel and consonant, and three letters."""
    for place in range(1, len(word)):
        if word[place] not in VOWELS and word[place - 1] in VOWELS:
            return max(STEM_KEEPS, place + 1)
    return len(word)


def _without_ending(word: str, start: int) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= start:
            return word[: -len(ending)]
    for ending in ("ans", "an"):
        kept = word[: -len(ending)]
        if word.endswith(ending) and len(kept) >= start and not kept.endswith(KEEP_AN):
            return kept
    return word


def _without_genitive(word: str, start: int) -> str:
    """Take off an s, also where it belongs to the word: resurs and resursen are to meet."""
    if word.endswith("s") and len(word) - 1 >= start and word[-2] in BEFORE_S:
        return word[:-1]
    return word


def parts_of(word: str, lexicon: Collection[str]) -> tuple[str, ...]:
    """Return the parts of a folded compound, first to last; nothing for a word that is whole."""
    best: tuple[str, ...] = ()
    for place in range(PART, len(word) - PART + 1):
        last = word[place:]
        first = _first_part(word[:place], lexicon) if last in lexicon else None
        if first is not None and _shortest((first, last)) > _shortest(best):
            best = (first, last)
    if not best:
        return ()
    return tuple(part for whole in best for part in parts_of(whole, lexicon) or (whole,))


def _first_part(piece: str, lexicon: Collection[str]) -> str | None:
    return next((form for form in _forms(piece) if len(form) >= PART and form in lexicon), None)


def _forms(piece: str) -> Iterator[str]:
    yield piece
    if piece.endswith(LINKS):
        yield piece[:-1]
        yield piece[:-1] + "a"
    for letter in LOST:
        yield piece + letter


def _shortest(parts: tuple[str, ...]) -> int:
    return min((len(part) for part in parts), default=0)
