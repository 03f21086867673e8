"""A worksheet as a FHIR R4 Questionnaire, for systems that read such.

Svenska: frågeformulär i FHIR. Build only. May import: model, fields. A question's
linkId is its control name; in rows that anyone may add, the name without the row (`mal/borjar`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ract.fields import (
    Choices,
    Computed,
    Confirmation,
    Date,
    Fetched,
    LongText,
    Number,
    Picture,
    Reference,
    Rows,
    Scale,
    Time,
    YesNo,
)
from ract.fields.choice import FREE_TEXT, Options
from ract.fields.confirmation import DAY_PART, NAME_PART
from ract.fields.date import read_day
from ract.model import SEPARATOR, Condition, Field, Section, Worksheet

NAMESPACE = "urn:ract"
COPYRIGHT = "Texten får användas enligt Creative Commons Erkännande 4.0 (CC BY 4.0)."
DRAWN = "(En bild som ritas av svaren på bladet.)"
HELP = ".hjalp"
"""After a question's linkId stands that of its help; no field id holds a point."""

Item = dict[str, Any]


def write_questionnaire(worksheet: Worksheet) -> bytes:
    """Return the questionnaire as a JSON file, the same bytes for the same definition."""
    return (json.dumps(questionnaire(worksheet), ensure_ascii=False, indent=1) + "\n").encode()


def questionnaire(worksheet: Worksheet) -> Item:
    """Return the FHIR resource of a worksheet."""
    return {
        "resourceType": "Questionnaire",
        "id": worksheet.id,
        "language": "sv",
        "url": f"{NAMESPACE}:arbetsblad:{worksheet.id}",
        "version": str(worksheet.version),
        "name": "Arbetsblad" + "".join(part.capitalize() for part in worksheet.id.split("-")),
        "title": worksheet.title,
        "status": "active",
        "description": worksheet.purpose,
        "purpose": worksheet.purpose,
        "copyright": COPYRIGHT,
        "item": [
            _section(worksheet, section, number)
            for number, section in enumerate(worksheet.all_sections(), start=1)
        ],
    }


def _section(worksheet: Worksheet, section: Section, number: int) -> Item:
    link = f"avsnitt.{number}"
    items = [_conditional(worksheet, field, _item(field, field.id)) for field in section.fields]
    return {
        "linkId": link,
        "text": section.heading,
        "type": "group",
        "item": [*_help(link, section.intro), *items],
    }


def _conditional(worksheet: Worksheet, field: Field, item: Item) -> Item:
    if field.visible_if is None:
        return item
    when = list(_enable_when(worksheet, field.visible_if))
    return {**item, "enableWhen": when, **({"enableBehavior": "any"} if len(when) > 1 else {})}


def _enable_when(worksheet: Worksheet, condition: Condition) -> Iterator[Item]:
    """Yield a test for each answer that makes the question asked."""
    other = worksheet.field(condition.field_id)
    if other is None:
        return
    if condition.filled:
        for link in _answer_links(other):
            yield {"question": link, "operator": "exists", "answerBoolean": True}
        return
    for value in condition.one_of:
        yield {"question": other.id, "operator": "=", **_compared(other, value)}


def _answer_links(field: Field) -> tuple[str, ...]:
    """Return the linkIds where an answer shows that the field was filled in."""
    if not isinstance(field, Rows):
        return _own_links(field, field.id)
    columns = [column for column in field.columns if column.id != field.fixed_column]
    return tuple(
        link
        for row in field.fixed_ids() or ("",)
        for column in columns
        for link in _own_links(column, _join(field.id, row, column.id))
    )


def _own_links(field: Field, name: str) -> tuple[str, ...]:
    """Return the linkIds of one question; which row was picked is no question of its own."""
    return (name,) if isinstance(field, Reference) else field.parts(name) or (name,)


def _join(*parts: str) -> str:
    return SEPARATOR.join(part for part in parts if part)


def _compared(field: Field, value: str) -> Item:
    kind = _kind(field)
    if kind == "boolean":
        return {"answerBoolean": value == "ja"}
    if kind == "choice":
        return {"answerCoding": {"system": _system(field), "code": value}}
    number = field.read(value) if isinstance(field, Number) else None
    if number is not None:
        return {"answerDecimal": float(number)}
    day = read_day(value) if isinstance(field, Date) else None
    return {"answerDate": day.isoformat()} if day else {"answerString": value}


def _kind(field: Field) -> str:
    """Return the FHIR type of a field's answer."""
    if isinstance(field, YesNo) and len(field.options) == 2:  # noqa: PLR2004 (yes and no)
        return "boolean"
    if isinstance(field, (Options, Scale)):
        return "choice"
    if isinstance(field, (LongText, Fetched, Computed)):
        return "text"
    if isinstance(field, Number):
        return "decimal"
    if isinstance(field, Date):
        return "date"
    return "time" if isinstance(field, Time) else "string"


def _system(field: Field) -> str:
    """Return the name of the list that a code is from; the codes are the stored answers."""
    return f"{NAMESPACE}:skala" if isinstance(field, Scale) else f"{NAMESPACE}:svar"


def _item(field: Field, link: str) -> Item:
    """Return one question, with what belongs to it nested under it."""
    if isinstance(field, Rows):
        return _rows(field, link)
    if isinstance(field, Confirmation):
        parts = [
            {"linkId": link + NAME_PART, "text": f"Namn ({field.who})", "type": "string"},
            {"linkId": link + DAY_PART, "text": "Datum", "type": "date"},
        ]
        return _group(field, link, [*_help(link, _hint(field)), *parts])
    if isinstance(field, Picture):
        return {"linkId": link, "text": _about(field), "type": "display"}
    item: Item = {"linkId": link, "text": field.question, "type": _kind(field)}
    if item["type"] == "choice":
        item["answerOption"] = [{"valueCoding": coding} for coding in _codings(field)]
    if isinstance(field, Choices):
        item["repeats"] = True
    if not field.is_asked:
        item["readOnly"] = True
    nested = list(_help(link, _hint(field)))
    if isinstance(field, Options) and field.free_text:
        nested.append({"linkId": link + FREE_TEXT, "text": field.free_text, "type": "string"})
    return {**item, "item": nested} if nested else item


def _about(field: Picture) -> str:
    """Return a picture's words: nothing is answered there, so its help is no item of its own."""
    return " ".join(words for words in (field.question, DRAWN, _hint(field)) if words)


def _codings(field: Field) -> Iterator[Item]:
    if isinstance(field, Scale):
        for value in field.ladder.values:
            yield {"system": _system(field), "code": value, "display": field.ladder.worded(value)}
    elif isinstance(field, Options):
        for option in field.options:
            yield {"system": _system(field), "code": option, "display": option}


def _rows(field: Rows, link: str) -> Item:
    """Return rows as a group that repeats, or one group for each fixed row."""
    nested = list(_help(link, _hint(field)))
    if not field.fixed_rows:
        columns = [_item(column, _join(link, column.id)) for column in field.columns]
        return {**_group(field, link, [*nested, *columns]), "repeats": True}
    for row, name in zip(field.fixed_ids(), field.fixed_rows, strict=True):
        at = _join(link, row)
        items = [
            _given(column, _join(at, column.id), name)
            if column.id == field.fixed_column
            else _item(column, _join(at, column.id))
            for column in field.columns
        ]
        nested.append({"linkId": at, "text": name, "type": "group", "item": items})
    return _group(field, link, nested)


def _given(column: Field, link: str, words: str) -> Item:
    """Return the column whose answer the fixed row brings with it."""
    return {
        "linkId": link,
        "text": column.question,
        "type": "string",
        "readOnly": True,
        "initial": [{"valueString": words}],
    }


def _group(field: Field, link: str, items: list[Item]) -> Item:
    return {"linkId": link, "text": field.question, "type": "group", "item": items}


def _hint(field: Field) -> str:
    words = [field.help, f"Till exempel: {field.example}" if field.example else ""]
    if isinstance(field, Choices) and field.at_most is not None:
        words.append(f"Välj högst {field.at_most}.")
    if isinstance(field, Number) and field.unit:
        words.append(f"Svara i {field.unit}.")
    return " ".join(word for word in words if word)


def _help(link: str, words: str) -> Iterator[Item]:
    if words:
        yield {"linkId": link + HELP, "text": words, "type": "display"}
