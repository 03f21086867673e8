"""What a worksheet is made of, and what has been written on one.

Svenska: arbetsblad, avsnitt, fält, villkor, svar. May import: errors, node, texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from ract.errors import Problem
from ract.node import Node

SEPARATOR = "/"
"""Stands between the parts of a control name: field, row, column, part."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written on a sheet, as raw text under control names. Svenska: svar.

    It holds what was *written*, never what it meant, so that a half-done answer is kept.
    """

    answers: Mapping[str, str | list[str]] = field(default_factory=dict)
    rows: Mapping[str, list[str]] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return the text under a control name, without outer space; blank when unwritten."""
        value = self.answers.get(name, "")
        words = ", ".join(value) if isinstance(value, list) else value
        return clean(words).strip()

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the ticked options under a control name."""
        value = self.answers.get(name, [])
        words = value if isinstance(value, list) else [value]
        return tuple(clean(word).strip() for word in words if word.strip())

    def row_ids(self, name: str) -> tuple[str, ...]:
        """Return the ids of the rows of a field, in the order the person gave them."""
        return tuple(self.rows.get(name, ()))


def clean(words: str) -> str:
    r"""Return text that can be shown and printed: no NUL, no half characters, no odd breaks.

    >>> clean("rad ett\\r\\nrad två")
    'rad ett\nrad två'
    """
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        "\ufffd" if "\ud800" <= sign <= "\udfff" or (sign < " " and sign not in "\n\t") else sign
        for sign in lines
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """When a question is asked: another field is one of some values, or is filled in."""

    field_id: str
    one_of: tuple[str, ...] = ()
    filled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question. Svenska: fält. A kind is a subclass in `ract.fields`, one module each."""

    kind: ClassVar[str]
    """The Swedish word after `typ:`."""
    template: ClassVar[str]
    """The name of its template in `ract.render`, a–z."""
    holds_columns: ClassVar[bool] = False
    """True for the kind that is made of other fields (rows)."""
    is_asked: ClassVar[bool] = True
    """False for what the engine fills in (fetched and computed values)."""

    id: str
    question: str
    help: str = ""
    example: str = ""
    visible_if: Condition | None = None
    sharing: str = ""

    @classmethod
    def own_keys(cls, _node: Node) -> dict[str, Any]:
        """Return what the kind itself reads from a definition, by attribute."""
        return {}

    def parts(self, name: str) -> tuple[str, ...]:
        """Return the control names that this field has when it is called `name`."""
        return (name,)

    def is_blank(self, written: Written, name: str) -> bool:
        """Tell whether nothing has been written in any of the field's controls."""
        return not any(written.text(part) for part in self.parts(name))

    def problems(self, _written: Written, _name: str) -> Iterator[Problem]:
        """Yield what keeps the written answer from being understood; a blank never does."""
        yield from ()

    def show(self, written: Written, name: str) -> str:
        """Return the answer as words for the plan and for paper; blank when unanswered."""
        return written.text(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A headed group of questions. Svenska: avsnitt."""

    heading: str
    intro: str = ""
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionChange:
    """An option that got new words; `question` is `fält` or `fält/kolumn`."""

    question: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of questions in one version. Svenska: ändring."""

    to: int
    """The version in which it changed."""
    names: Mapping[str, str]
    """New ids by old ones, as `fält` or `fält/kolumn`."""
    options: tuple[OptionChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Worksheet:
    """One sheet of the binder, as its file defines it. Svenska: arbetsblad."""

    id: str
    title: str
    version: int
    tab: int
    phases: tuple[str, ...]
    steps: tuple[int, ...]
    level: str
    filled_in_by: tuple[str, ...]
    time: str
    purpose: str
    head: Section
    sections: tuple[Section, ...]
    foot: Section
    example: Written
    changes: tuple[Change, ...] = ()
    example_before: tuple[Written, ...] = ()
    """The same invented person's earlier copies of the sheet, oldest first."""

    def all_sections(self) -> tuple[Section, ...]:
        """Return the common head, the sheet's own sections and the common foot, as on paper."""
        return (self.head, *self.sections, self.foot)

    def fields(self) -> Iterator[Field]:
        """Yield every field of the sheet, also those of the common head and foot."""
        for section in self.all_sections():
            yield from section.fields

    def field(self, field_id: str) -> Field | None:
        """Return the field with an id, or None."""
        return next((f for f in self.fields() if f.id == field_id), None)
