"""Who may see what is written: the words of a sheet's last part, and which are for fewer eyes.

Svenska: delning. May import: model, texts.
"""

from __future__ import annotations

from ract.model import Written
from ract.texts import SHARING


def sharing_of(written: Written) -> str:
    """Return who may see a sheet, in the words of its last part; unanswered is most private."""
    return known_sharing(written.text("delning"))


def known_sharing(words: str) -> str:
    """Return words for who may see something; what is not among them is most private."""
    return words if words in SHARING else SHARING[0]


def is_held_back(field_sharing: str, sharing: str) -> bool:
    """Tell whether a question is for fewer eyes than the paper that it would stand on."""
    return bool(field_sharing) and SHARING.index(field_sharing) < SHARING.index(sharing)


def narrowest(*sharings: str) -> str:
    """Return the words for the fewest eyes; a blank says nothing, and nothing said is most private."""
    return min((words for words in sharings if words), key=SHARING.index, default=SHARING[0])
