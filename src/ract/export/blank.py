"""A worksheet to be filled in by hand, as a tagged PDF: lines to write on, boxes to tick.

Svenska: tomt blad. Build only. May import: wording, model, fields, export.pdf,
export.blank_table. Here it is decided
what stands on the paper; the template `blank.typ` only draws it, alone or in the book.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path

from ract.context import Context
from ract.export.blank_table import boxes_beside, table_widths
from ract.export.pdf import picture_width, typeset
from ract.fields import (
    Choices,
    Computed,
    Confirmation,
    Date,
    Fetched,
    LongText,
    Number,
    Person,
    Reference,
    Rows,
    Scale,
    Time,
    YesNo,
)
from ract.fields.choice import Options
from ract.fields.picture import Picture
from ract.model import Field, Section, Worksheet, Written
from ract.pictures import draw_picture
from ract.pictures.svg import write_svg
from ract.texts import FILLED_IN_BY
from ract.wording import FormWording, ends, steps

TEMPLATE = Path(__file__).with_name("blank-file.typ")
LOOK = Path(__file__).with_name("blank.typ")
MADE = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
"""What the PDF says about when it was made: the same, so that the same sheet gives the same bytes."""
LINES_FOR_DERIVED = 3
HALF_QUESTION, HALF_HINT = 34, 40
"""So many letters stand on one line of half the width."""
MANY_COLUMNS = ((14, 3), (34, 2))
"""How many options stand beside each other when the longest has at most so many letters."""
MOST_ON_A_LINE, LETTERS_ON_A_LINE = 4, 16
SYMBOLS = {"grön": "circle", "gul": "triangle", "röd": "square"}

Paper = dict[str, object]
"""What the template draws: plain data."""


def write_blank(worksheet: Worksheet, wording: FormWording, tab_name: str, fonts: str) -> bytes:
    """Return the blank sheet as PDF, the same bytes each time for the same definition."""
    return typeset(TEMPLATE, blank_sheet(worksheet, wording, tab_name), MADE, fonts)


def blank_sheet(worksheet: Worksheet, wording: FormWording, tab_name: str) -> Paper:
    """Return all that stands on the blank sheet, from band to foot."""
    who = [FILLED_IN_BY[name] for name in worksheet.filled_in_by]
    return {
        "title": worksheet.title,
        "tab": worksheet.tab,
        "over_title": f"Flik {worksheet.tab} · {tab_name}",
        "purpose": worksheet.purpose,
        "facts": f"Fylls i av {_together(who)}. Tar {worksheet.time}.",
        "foot": f"{worksheet.title} · {worksheet.id}, version {worksheet.version}",
        "sections": [_section(section, wording) for section in worksheet.all_sections()],
    }


def _together(words: list[str]) -> str:
    *head, last = words
    return f"{', '.join(head)} och {last}" if head else last


def _section(section: Section, wording: FormWording) -> Paper:
    items = [
        _rows(field, wording) if isinstance(field, Rows) else _question(field, wording)
        for field in section.fields
    ]
    return {"heading": section.heading, "intro": section.intro, "items": list(_paired(items))}


def _question(field: Field, wording: FormWording, hinted: bool = True) -> Paper:
    """Return a question with its place to answer; hints may be left out where they stood above."""
    lead = wording.condition(field)
    return {
        "item": "question",
        "lead": lead,
        "question": field.question,
        "hint": _hint(field, wording) if hinted or not field.is_asked else "",
        "answer": _picture(field, wording) if isinstance(field, Picture) else _answer(field),
        "half": not lead and _is_short(field),
    }


def _hint(field: Field, wording: FormWording) -> str:
    words = [field.help, f"Till exempel: {field.example}" if field.example else ""]
    if isinstance(field, Choices) and field.at_most is not None:
        words.append(f"Välj högst {field.at_most}.")
    if isinstance(field, Fetched):
        words.append(f"Står på {wording.source(field)}. Skriv av det ni vill ha med här.")
    if isinstance(field, Computed):
        words.append("Pärmen räknar ut det här på skärmen. På papper skriver ni själva.")
    if isinstance(field, Reference) and not isinstance(field, Person):
        words.append(f"Se {_quoted(wording.title_of(field.target))}.")
    return " ".join(word for word in words if word)


def _quoted(title: str) -> str:
    return title if title == "ett annat blad" else f"”{title}”"


def _is_short(field: Field) -> bool:
    """Tell whether the question and its answer need only half the width of the paper."""
    small = isinstance(field, (Date, Time, Number)) or (
        isinstance(field, YesNo) and not field.free_text
    )
    hint = len(field.help) + len(field.example)
    return small and len(field.question) <= HALF_QUESTION and hint <= HALF_HINT


def _paired(items: Iterable[Paper]) -> Iterator[Paper]:
    """Yield the items, two short questions that follow each other side by side."""
    waiting: Paper | None = None
    for item in items:
        if waiting is not None and item.get("half"):
            yield {"item": "pair", "items": [waiting, item]}
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = item if item.get("half") else None
        if waiting is None:
            yield item
    if waiting is not None:
        yield waiting


def _answer(field: Field) -> Paper:
    """Return where the answer is put: lines for words, boxes for what is picked."""
    if isinstance(field, Options):
        return _boxes(field.options, field.free_text)
    if isinstance(field, Scale):
        return _ladder(field)
    if isinstance(field, Date):
        return {"answer": "day"}
    if isinstance(field, Time):
        return {"answer": "clock"}
    if isinstance(field, Number):
        return {"answer": "number", "unit": field.unit}
    if isinstance(field, Confirmation):
        return {"answer": "confirmation", "who": field.who}
    if isinstance(field, LongText):
        return {"answer": "lines", "lines": field.lines}
    return {"answer": "lines", "lines": 1 if field.is_asked else LINES_FOR_DERIVED}


def _picture(field: Picture, wording: FormWording) -> Paper:
    """Return the picture with nobody on it yet, to draw on by hand."""
    drawing = draw_picture(Context(wording.worksheet, Written()), field)
    return {
        "answer": "picture",
        "svg": write_svg(drawing),
        "alt": drawing.alt,
        "width": picture_width(drawing),
    }


def _boxes(options: tuple[str, ...], own: str) -> Paper:
    longest = max(len(words) for words in options)
    columns = next((many for letters, many in MANY_COLUMNS if longest <= letters), 1)
    return {
        "answer": "boxes",
        "options": [{"text": words, "symbol": ""} for words in options],
        "own": own,
        "columns": 0 if _fit_on_a_line(options) else min(columns, len(options)),
    }


def _fit_on_a_line(options: tuple[str, ...]) -> bool:
    return len(options) <= MOST_ON_A_LINE and len("".join(options)) <= LETTERS_ON_A_LINE


def _ladder(field: Scale) -> Paper:
    """Return a scale: a line of numbered boxes with words under, or a box to tick for each word."""
    found = list(steps(field))
    if all(step.number for step in found):
        words = dict(field.ladder.steps)
        return {
            "answer": "numbers",
            "steps": [{"number": step.number, "word": words[step.value]} for step in found],
            "every": not ends(field),
        }
    options = [
        {
            "text": step.word,
            "symbol": SYMBOLS.get(step.value, "") if field.ladder.colours else "",
        }
        for step in found
    ]
    return {"answer": "boxes", "options": options, "own": "", "columns": 1}


def _rows(field: Rows, wording: FormWording) -> Paper:
    """Return rows: as a table when the columns are few and short, else one block to a row."""
    columns = [column for column in field.columns if column.id != field.fixed_column]
    names = field.fixed_rows or tuple(
        f"{field.row_name} {number}" for number in range(1, max(field.blank_rows, 1) + 1)
    )
    head: Paper = {
        "lead": wording.condition(field),
        "question": field.question,
        "hint": _hint(field, wording),
    }
    widths = table_widths(names, columns)
    if widths:
        header = [{"text": c.question, "hint": _hint(c, wording)} for c in columns]
        row = [_cell(column, width) for column, width in zip(columns, widths[1:], strict=True)]
        return {
            **head,
            "item": "table",
            "row_name": field.row_name,
            "widths": widths,
            "header": header,
            "rows": [{"name": name, "answers": row} for name in names],
        }
    blocks = [
        {
            "name": name,
            "items": list(_paired(_question(c, wording, hinted=place == 0) for c in columns)),
        }
        for place, name in enumerate(names)
    ]
    return {**head, "item": "blocks", "rows": blocks}


def _cell(column: Field, width: float) -> Paper:
    answer = _answer(column)
    if isinstance(column, Options):
        answer["columns"] = 0 if width >= boxes_beside(column) else 1
    return answer
