"""A filled-in worksheet as it is kept and as it is passed on in a file, read strictly.

Svenska: utkast. May import: model, definition, answers, errors. What comes from a file
is data: it is checked key by key, and nothing in it can name code to run.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ract.errors import FileError
from ract.model import Written, clean

FORMAT = "ract-arbetsblad"
PLAN_FORMAT = "ract-plan"
FORMAT_VERSION = 1
MOST_CHARACTERS = 10_000_000
DEEPEST = 64
MOST_DIGITS = 15

NOT_OURS = "Filen är inte ett arbetsblad härifrån. Välj en fil som slutar på .json och som du har laddat ner från ett arbetsblad."
DAMAGED = "Filen är skadad eller ändrad och kan inte läsas in. Inget i pärmen har ändrats."
TOO_BIG = "Filen är för stor för att vara ett arbetsblad. Inget har lästs in."
TOO_DEEP = "Filen är inte ett arbetsblad: den har för många nivåer. Inget har lästs in."
NEWER = "Filen är gjord med en nyare version av arbetsbladen. Ladda om sidan för att få den nya versionen och försök igen."
IS_PLAN = "Filen är en färdig plan. Den går att spara och visa, men det är arbetsbladens egna filer som kan läsas in."

# The last quotation mark may be missing, so that no text makes the search begin again and again.
_STRING_OR_BRACKET = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[\]{}]', re.DOTALL)
_DRAFT_ID = re.compile(r"[0-9a-f]{16}")
_WORKSHEET_ID = re.compile(r"[a-z][a-z0-9-]{0,79}")
_SAVED_AT = re.compile(r"(?:\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?Z?)?")
"""Blank for what has not been saved yet."""
_CONTROL = re.compile(r"[a-z][a-z0-9_]{0,79}(?:/[a-z0-9][a-z0-9_-]{0,79}){0,3}")
_ROW = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One worksheet filled in at one occasion, as raw text."""

    id: str
    worksheet: str
    version: int
    rev: int
    saved_at: str
    written: Written

    def as_data(self) -> dict[str, object]:
        """Return the draft as plain data for JSON."""
        return {
            "id": self.id,
            "worksheet": self.worksheet,
            "version": self.version,
            "rev": self.rev,
            "saved_at": self.saved_at,
            "answers": {
                name: list(value) if isinstance(value, list) else value
                for name, value in self.written.answers.items()
            },
            "rows": {name: list(ids) for name, ids in self.written.rows.items()},
        }

    def with_version(self, version: int, written: Written) -> Draft:
        """Return the same draft for another version of its worksheet."""
        return replace(self, version=version, written=written)


def is_too_deep(text: str) -> bool:
    """Tell whether brackets nest deeper than any worksheet, without parsing the text.

    A parser that recurses would otherwise end the whole engine.
    """
    if text.count("[") + text.count("{") <= DEEPEST:
        return False
    depth = 0
    for found in _STRING_OR_BRACKET.finditer(text):
        sign = found[0]
        if sign in "[{":
            depth += 1
            if depth > DEEPEST:
                return True
        elif sign in "]}":
            depth -= 1
    return False


def read_json(text: str) -> object:
    """Return the value of a JSON text that is stricter than Python's own reader.

    Raises:
        FileError: For a key given twice, NaN, numbers with a fraction or of absurd
            length, brackets without end, and everything that is not JSON.
    """
    if len(text) > MOST_CHARACTERS:
        raise FileError(TOO_BIG)
    if is_too_deep(text):
        raise FileError(TOO_DEEP)
    try:
        return json.loads(
            text.removeprefix("\ufeff"),
            object_pairs_hook=_unique,
            parse_constant=_refuse_number,
            parse_float=_refuse_number,
            parse_int=_whole_number,
        )
    except (ValueError, RecursionError) as error:
        raise FileError(DAMAGED if text.lstrip("\ufeff \n\r\t")[:1] == "{" else NOT_OURS) from error


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise FileError(DAMAGED)
    return found


def _refuse_number(_words: str) -> object:
    raise FileError(DAMAGED)


def _whole_number(words: str) -> int:
    if len(words) > MOST_DIGITS:
        raise FileError(DAMAGED)
    return int(words)


def read_file(text: str) -> Draft:
    """Return the draft of an exported file.

    Raises:
        FileError: With a Swedish sentence for the person who chose the file.
    """
    data = read_json(text)
    if not isinstance(data, dict):
        raise FileError(NOT_OURS)
    if data.get("format") == PLAN_FORMAT:
        raise FileError(IS_PLAN)
    if data.get("format") != FORMAT:
        raise FileError(NOT_OURS)
    version = _number(data, "format_version")
    if version > FORMAT_VERSION:
        raise FileError(NEWER)
    draft = data.get("draft")
    if not isinstance(draft, dict):
        raise FileError(DAMAGED)
    return read_draft(draft)


def read_draft(data: Mapping[str, object]) -> Draft:
    """Return a draft from plain data, every key checked."""
    return Draft(
        id=_matching(data, "id", _DRAFT_ID),
        worksheet=_matching(data, "worksheet", _WORKSHEET_ID),
        version=_number(data, "version"),
        rev=_number(data, "rev"),
        saved_at=_matching(data, "saved_at", _SAVED_AT),
        written=read_written(data),
    )


def read_written(data: Mapping[str, object]) -> Written:
    """Return what was written, from the keys `answers` and `rows` of plain data."""
    answers, rows = data.get("answers", {}), data.get("rows", {})
    if not isinstance(answers, dict) or not isinstance(rows, dict):
        raise FileError(DAMAGED)
    return Written(
        {_control(name): _answer(value) for name, value in answers.items()},
        {_control(name): _row_ids(value) for name, value in rows.items()},
    )


def _control(name: str) -> str:
    if not _CONTROL.fullmatch(name):
        raise FileError(DAMAGED)
    return name


def _answer(value: object) -> str | list[str]:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return [clean(item) for item in value]
    raise FileError(DAMAGED)


def _row_ids(value: object) -> list[str]:
    if not isinstance(value, list) or len(set(map(str, value))) != len(value):
        raise FileError(DAMAGED)
    if not all(isinstance(item, str) and _ROW.fullmatch(item) for item in value):
        raise FileError(DAMAGED)
    return list(value)


def _matching(data: Mapping[str, object], key: str, pattern: re.Pattern[str]) -> str:
    value = data.get(key)
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise FileError(DAMAGED)
    return value


def _number(data: Mapping[str, object], key: str) -> int:
    value = data.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise FileError(DAMAGED)
    return value


def newest_drafts(drafts: Iterable[Draft]) -> dict[str, Draft]:
    """Return the newest draft of each worksheet, by worksheet id.

    Of one and the same draft the highest revision counts, also when the clock was
    turned back; between drafts the one saved last.
    """
    return {draft.worksheet: draft for draft in newest_revisions(drafts)}


def newest_revisions(drafts: Iterable[Draft]) -> list[Draft]:
    """Return every draft once, as its highest revision has it, in the order they were saved."""
    revisions: dict[tuple[str, str], Draft] = {}
    for draft in drafts:
        key = (draft.worksheet, draft.id)
        if key not in revisions or draft.rev > revisions[key].rev:
            revisions[key] = draft
    return sorted(revisions.values(), key=lambda d: (d.saved_at, d.rev, d.id))
