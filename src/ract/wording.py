"""The sentences that a form says about its own questions, before anything is filled in.

Svenska: formulärets ord. Build only: the page and the blank paper say the same. May import:
model, node, fields, computations.reading, texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ract.computations.reading import split
from ract.fields import Computed, Fetched, Scale
from ract.fields.reference import REGISTER
from ract.model import SEPARATOR, Condition, Field, Worksheet
from ract.node import listed

REGISTER_TITLE = "Mina kontakter"
MOST_SHEETS = 3
"""So many sheets are named when a value is worked out from them; more are only called the others."""
WORDED_STEPS = 5
"""A scale of at most so many steps has room for its words beside the numbers."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a scale as it stands in the form."""

    value: str
    number: str
    """What is seen; blank when the step is only a word."""
    word: str
    unseen: str
    """What only a screen reader says after the number, as `av 10, helt nöjd`."""


@dataclass(frozen=True, slots=True)
class FormWording:
    """What one worksheet's form says."""

    worksheet: Worksheet
    titles: Mapping[str, str]

    def condition(self, field: Field) -> str:
        """Return when a question is asked, in words for paper; blank when it always is.

        Right after the question it hangs on it is only `Om ja:`.
        """
        condition = field.visible_if
        if condition is None:
            return ""
        other = self.worksheet.field(condition.field_id)
        question = other.question if other else condition.field_id
        if condition.filled:
            return f"Om du har svarat på ”{question}”:"
        answer = listed(condition.one_of)
        if self._stands_beneath(field, condition):
            return f"Om {answer}:"
        return f"Om svaret på ”{question}” är {answer}:"

    def _stands_beneath(self, field: Field, condition: Condition) -> bool:
        """Tell whether only questions with the same condition stand between."""
        fields = list(self.worksheet.fields())
        for above in reversed(fields[: fields.index(field)]):
            if above.id == condition.field_id:
                return True
            if above.visible_if != condition:
                return False
        return False

    def blank(self, field: Field) -> str:
        """Return what stands in place of a value that the engine has not given yet."""
        if isinstance(field, Fetched):
            return f"Hämtas från {self.source(field)} när det finns något där."
        if isinstance(field, Computed):
            return self._worked_out(field)
        return ""

    def source(self, field: Fetched) -> str:
        """Return the title of the sheet that a value is fetched from."""
        title = self.titles.get(field.source.partition(SEPARATOR)[0])
        return f"”{title}”" if title else "ett annat blad"

    def title_of(self, target: str) -> str:
        """Return the title of the sheet that a question points at."""
        own = {REGISTER: REGISTER_TITLE, self.worksheet.id: "bladet"}
        sheet_id = target.partition(SEPARATOR)[0]
        title = self.titles.get(sheet_id, own.get(target, own.get(sheet_id)))
        return title or "ett annat blad"

    def _worked_out(self, field: Computed) -> str:
        """Return what a value is worked out from: questions on this sheet, and other sheets."""
        paths = [one for path in field.paths() for one in self._paths_behind(path)]
        places = [split(path, self.worksheet.id)[:2] for path in paths]
        own = [self.worksheet.field(name) for sheet, name in places if sheet == self.worksheet.id]
        questions = dict.fromkeys(f"”{other.question}”" for other in own if other)
        sheets = dict.fromkeys(
            self.title_of(sheet) for sheet, _ in places if sheet != self.worksheet.id
        )
        named = _and([f"”{title}”" for title in sheets])
        from_sheets = named if len(sheets) <= MOST_SHEETS else "de andra bladen"
        if sheets and not questions:
            return f"Räknas ut av det som står på {from_sheets}."
        also = f" Det som står på {from_sheets} räknas också." if sheets else ""
        return f"Räknas ut när du har fyllt i {_and(list(questions)) or 'bladet'}.{also}"

    def _paths_behind(self, path: str) -> Iterator[str]:
        """Yield a path, or what is read by the computed field of this sheet that it names."""
        other = self.worksheet.field(path)
        yield from other.paths() if isinstance(other, Computed) else (path,)


def _and(words: list[str]) -> str:
    """Return words with commas and a last `och` between them; blank for no words."""
    if len(words) < 2:  # noqa: PLR2004 (from two on something stands between)
        return "".join(words)
    return f"{', '.join(words[:-1])} och {words[-1]}"


def steps(field: Scale) -> Iterator[Step]:
    """Yield the steps of a scale, each with its words."""
    ladder = field.ladder
    short = len(ladder.steps) <= WORDED_STEPS
    for value, word in ladder.steps:
        if not value.lstrip("-+").isdigit():
            yield Step(value, "", word or value, "")
            continue
        number = value.replace("-", "−")
        if short and word:
            yield Step(value, number, word, "")
            continue
        place = ladder.worded(value).removeprefix(number).strip()
        yield Step(value, number, "", place.replace("(", "").replace(")", ""))


def ends(field: Scale) -> tuple[str, ...]:
    """Return the words of a long scale, as `0 = inte alls nöjd`, lowest first."""
    ladder = field.ladder
    if len(ladder.steps) <= WORDED_STEPS:
        return ()
    return tuple(f"{value.replace('-', '−')} = {word}" for value, word in ladder.steps if word)
