"""A definition's mapping, read key by key; what is wrong is gathered, never raised.

Svenska: definitionens nycklar. May import: errors.

Every scalar in a definition is text (the YAML reader keeps it so), because YAML
would otherwise turn *nej* into False and 1:30 into ninety.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping

from ract.errors import Mistake, Path

YES_NO = {"ja": True, "nej": False}


def listed(words: Iterable[str]) -> str:
    """Return words as a Swedish list: `listed(["a", "b", "c"])` is `"a, b eller c"`.

    >>> listed(["text", "datum", "tal"])
    'text, datum eller tal'
    """
    *head, last = list(words)
    return f"{', '.join(head)} eller {last}" if head else last


def nearest(word: str, allowed: Iterable[str]) -> str:
    """Return `Menade du …?` with the most alike of the allowed words, or nothing."""
    close = difflib.get_close_matches(word, list(allowed), n=1, cutoff=0.6)
    return f" Menade du ”{close[0]}”?" if close else ""


class Node:
    """One mapping in a definition. Each key is asked for by name; the rest are mistakes."""

    def __init__(self, mapping: Mapping[str, object], path: Path, mistakes: list[Mistake]) -> None:
        """Read `mapping`, which stands at `path`; add what is wrong to `mistakes`."""
        self.path = path
        self.mistakes = mistakes
        self._mapping = mapping
        self._asked: list[str] = []

    def __contains__(self, key: str) -> bool:
        """Tell whether the editor wrote the key."""
        return key in self._mapping

    def mistake(self, key: str | None, message: str) -> None:
        """Note a mistake at a key, or at the mapping itself when key is None."""
        path = self.path if key is None else (*self.path, key)
        self.mistakes.append(Mistake(path, message))

    def text(self, key: str, *, default: str | None = None) -> str:
        """Return the words at a key; without a default the key must be there and filled."""
        value = self._ask(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
        if value is None and default is not None:
            return default
        if value is None or value == "":
            self.mistake(key if value == "" else None, f"Nyckeln ”{key}” saknas eller är tom.")
        else:
            self.mistake(key, f"”{key}” ska vara en text, men här står {_sort_of(value)}.")
        return default or ""

    def number(self, key: str, *, default: int | None = None) -> int | None:
        """Return a whole number, or the default when the key is not there."""
        if key not in self:
            self._ask(key)
            return default
        words = self.text(key)
        try:
            return int(words)
        except ValueError:
            self.mistake(key, f"”{key}” ska vara ett heltal, men här står ”{words}”.")
            return default

    def flag(self, key: str) -> bool:
        """Return whether a key says ja; not there means nej."""
        if key not in self:
            self._ask(key)
            return False
        return YES_NO[self.one_of(key, YES_NO)]

    def one_of(self, key: str, allowed: Iterable[str], *, default: str | None = None) -> str:
        """Return one of the allowed words; a wrong one is a mistake and gives the first."""
        words = list(allowed)
        value = self.text(key, default=default)
        if value in words:
            return value
        if value:
            self.mistake(
                key,
                f"”{key}” är ”{value}”, men ska vara {listed(words)}.{nearest(value, words)}",
            )
        return default if default is not None else words[0]

    def texts(self, key: str, *, required: bool = True) -> tuple[str, ...]:
        """Return a list of texts, each given once."""
        value = self._ask(key)
        if value is None and not required:
            return ()
        if not isinstance(value, list) or not value:
            found = "saknas" if value is None else f"är {_sort_of(value)}"
            self.mistake(
                None if value is None else key,
                f"”{key}” ska vara en lista med texter, men {found}.",
            )
            return ()
        for position, item in enumerate(value):
            if not isinstance(item, str) or not item.strip():
                self._mistake_at(key, position, f"Varje del av ”{key}” ska vara en text.")
            elif item in value[:position]:
                self._mistake_at(key, position, f"”{item}” står två gånger i ”{key}”.")
        return tuple(dict.fromkeys(i.strip() for i in value if isinstance(i, str) and i.strip()))

    def some_of(self, key: str, allowed: Iterable[str]) -> tuple[str, ...]:
        """Return a list in which every word is one of the allowed."""
        words = list(allowed)
        found = self.texts(key)
        for position, word in enumerate(found):
            if word not in words:
                self._mistake_at(
                    key,
                    position,
                    f"”{word}” kan inte stå i ”{key}”. Välj {listed(words)}.{nearest(word, words)}",
                )
        return tuple(word for word in found if word in words)

    def node(self, key: str) -> Node | None:
        """Return the mapping at a key, or None when the key is not there."""
        value = self._ask(key)
        if value is None:
            return None
        if not isinstance(value, Mapping):
            self.mistake(key, f"Under ”{key}” ska det stå nycklar, men här står {_sort_of(value)}.")
            return None
        return Node(value, (*self.path, key), self.mistakes)

    def nodes(self, key: str) -> Iterator[Node]:
        """Yield each mapping in the list at a key."""
        value = self._ask(key)
        if not isinstance(value, list) or not value:
            found = "saknas" if value is None else f"är {_sort_of(value)}"
            self.mistake(
                None if value is None else key,
                f"”{key}” ska vara en lista där varje del börjar med ett streck, men {found}.",
            )
            return
        for position, item in enumerate(value):
            if isinstance(item, Mapping):
                yield Node(item, (*self.path, key, position), self.mistakes)
            else:
                self._mistake_at(
                    key, position, f"Här ska det stå nycklar, men det är {_sort_of(item)}."
                )

    def plain(self, key: str) -> object:
        """Return whatever stands at a key, unread."""
        return self._ask(key)

    def all_plain(self) -> dict[str, object]:
        """Return every key with whatever stands there, when the keys are the editor's to choose."""
        return {key: self.plain(key) for key in self._mapping}

    def finish(self) -> None:
        """Note every key that nobody asked for, with the nearest right one."""
        for key in self._mapping:
            if key not in self._asked:
                self.mistake(
                    key,
                    f"Nyckeln ”{key}” känns inte igen här.{nearest(key, self._asked)}"
                    f" Tillåtna nycklar: {', '.join(self._asked)}.",
                )

    def _ask(self, key: str) -> object:
        if key not in self._asked:
            self._asked.append(key)
        return self._mapping.get(key)

    def _mistake_at(self, key: str, position: int, message: str) -> None:
        self.mistakes.append(Mistake((*self.path, key, position), message))


def _sort_of(value: object) -> str:
    """Return a Swedish word for the sort of thing an editor wrote."""
    if isinstance(value, Mapping):
        return "nycklar"
    if isinstance(value, list):
        return "en lista"
    if value in (None, ""):
        return "ingenting"
    return f"”{value}”"
