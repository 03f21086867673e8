"""Questions answered by picking one or several of some options.

Svenska: val, flerval, ja/nej. May import: model, node, errors.

What is stored is the option's own words, so that an answer can be read also
when the option has left the sheet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from ract.errors import Problem
from ract.model import SEPARATOR, Field, Written
from ract.node import Node

FREE_TEXT = SEPARATOR + "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(Field):
    """What choice and choices share: the options, and perhaps room for own words."""

    options: tuple[str, ...]
    free_text: str = ""
    """The label of the room for own words; blank when there is none."""

    def parts(self, name: str) -> tuple[str, ...]:
        """Return the control of the options and, where there is one, that of own words."""
        return (name, name + FREE_TEXT) if self.free_text else (name,)

    def problems(self, written: Written, name: str) -> Iterator[Problem]:
        """Yield a problem for each picked option that the sheet does not have."""
        for picked in written.texts(name):
            if picked not in self.options:
                yield Problem(
                    name, f"”{picked[:60]}” är inte längre ett av svaren. Välj ett som finns."
                )

    def show(self, written: Written, name: str) -> str:
        """Return the picked options and the own words, with commas between."""
        own = written.text(name + FREE_TEXT) if self.free_text else ""
        return ", ".join([*written.texts(name), *([own] if own else [])])


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Options):
    """A question answered by one option."""

    kind: ClassVar[str] = "val"
    template: ClassVar[str] = "choice"

    @classmethod
    def own_keys(cls, node: Node) -> dict[str, Any]:
        """Return the field's own keys, read: its options."""
        return {
            "options": node.texts("alternativ"),
            "free_text": node.text("egen text", default=""),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices(Options):
    """A question answered by any number of options, or at most some."""

    kind: ClassVar[str] = "flerval"
    template: ClassVar[str] = "choices"

    at_most: int | None = None

    @classmethod
    def own_keys(cls, node: Node) -> dict[str, Any]:
        """Return the field's own keys, read: its options and how many of them may be picked."""
        return {
            "options": node.texts("alternativ"),
            "free_text": node.text("egen text", default=""),
            "at_most": node.number("högst"),
        }

    def problems(self, written: Written, name: str) -> Iterator[Problem]:
        """Yield unknown options, and that more were picked than the sheet allows."""
        yield from Options.problems(self, written, name)
        picked = len(written.texts(name))
        if self.at_most is not None and picked > self.at_most:
            yield Problem(name, f"Du har valt {picked}. Välj högst {self.at_most}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class YesNo(Options):
    """A question answered by yes or no, or where the sheet says so by not knowing."""

    kind: ClassVar[str] = "ja/nej"
    template: ClassVar[str] = "choice"

    @classmethod
    def own_keys(cls, node: Node) -> dict[str, Any]:
        """Return the field's own keys, read; `vet inte: ja` adds a third option."""
        unsure = ("vet inte",) if node.flag("vet inte") else ()
        free = node.text("egen text", default="")
        return {"options": ("ja", "nej", *unsure), "free_text": free}
