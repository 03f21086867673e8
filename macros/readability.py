"""How heavy Swedish text is to read: its sentences without markup, and LIX counted on them.

Svenska: läsbarhet. May import: the standard library.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

LONG_WORD = 6
"""A word with more letters than this is a long one."""

_HEAD = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]+)\)")
_TAG = re.compile(r"<[^>]+>")
_MARKS = re.compile(r"[*_`#|]|^\s*(?:[-+]|\d+\.|:)\s+|^!!! \w+")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_STARTS = re.compile(r"(?:[-+]|\d+\.|:)\s|!!!|#|\||\{\{")
_NO_SENTENCE = ("#", "|", "!!!", "{{", "<dfn")


class Text(NamedTuple):
    """Some plain words, and the line of the file where they begin."""

    line: int
    words: str


def body_of(page: str) -> str:
    """Return the Markdown under a page's head."""
    return _HEAD.sub("", page)


def links_of(body: str) -> list[str]:
    """Return every address that some Markdown links to."""
    return [address for _, address in _LINK.findall(body)]


def without_markup(text: str) -> str:
    """Return Markdown as the words that a reader sees."""
    return _TAG.sub(" ", _LINK.sub(r"\1", text))


def paragraphs(body: str, first_line: int = 1) -> Iterator[Text]:
    """Yield each paragraph and list item as plain words; headings and tables are left out."""
    gathered: list[str] = []
    began = first_line
    for number, row in enumerate([*body.splitlines(), ""], start=first_line):
        text = row.strip()
        if gathered and (not text or _STARTS.match(text)):
            yield Text(began, _plain(" ".join(gathered)))
            gathered = []
        if text and not text.startswith(_NO_SENTENCE):
            began = began if gathered else number
            gathered.append(text)


def sentences(text: str) -> Iterator[list[str]]:
    """Yield the words of each sentence of some plain words."""
    for sentence in re.split(r"[.!?:](?=\s|$)", text):
        words = _WORD.findall(sentence)
        if words:
            yield words


def lix(found: Iterable[list[str]]) -> float:
    """Return LIX of some sentences: words per sentence plus the share of long words."""
    every = list(found)
    words = [word for sentence in every for word in sentence]
    long = [word for word in words if len(word) > LONG_WORD]
    return len(words) / len(every) + 100 * len(long) / len(words) if words else 0.0


def _plain(text: str) -> str:
    return _MARKS.sub("", _TAG.sub("", _LINK.sub(r"\1", text)))
