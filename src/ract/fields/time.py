"""Questions answered with a time of day.

Svenska: tid. May import: model, node, errors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from ract.errors import Problem
from ract.model import Field, Written

_TIME = re.compile(r"(?:kl\.? ?)?(\d{1,2})(?:[:.](\d{2}))?")
_LAST_HOUR, _LAST_MINUTE = 23, 59


def read_time(words: str) -> tuple[int, int] | None:
    """Return hour and minute, or None when the words are no time of day.

    >>> read_time("kl 14.30")
    (14, 30)
    """
    match = _TIME.fullmatch(words.strip().lower())
    if not match:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    return (hour, minute) if hour <= _LAST_HOUR and minute <= _LAST_MINUTE else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(Field):
    """A question answered with a time of day."""

    kind: ClassVar[str] = "tid"
    template: ClassVar[str] = "time"

    def problems(self, written: Written, name: str) -> Iterator[Problem]:
        """Yield a problem when the words are no time of day."""
        words = written.text(name)
        if words and not read_time(words):
            yield Problem(
                name,
                f"”{words[:40]}” går inte att läsa som ett klockslag. Skriv till exempel 14.30.",
            )

    def show(self, written: Written, name: str) -> str:
        """Return the time as Swedish writes it, 14.30, or what was written."""
        words = written.text(name)
        time = read_time(words)
        return f"{time[0]:02}.{time[1]:02}" if time else words
