"""Small worksheets and drafts for the tests; what a test does not name is ordinary."""

from ract.definition import read_worksheet
from ract.drafts import Draft
from ract.errors import DefinitionError
from ract.flows import Flows
from ract.model import Written

ROWS = {
    "id": "mal",
    "typ": "rader",
    "fråga": "Vilka är dina mål?",
    "rad": "Mål",
    "kolumner": [
        {"id": "mal", "typ": "text", "fråga": "Vad vill du?"},
        {"id": "borjar", "typ": "datum", "fråga": "När?"},
    ],
}


def definition(*fields, title="Provblad", **form):
    """A whole head with these fields in one section."""
    asked = list(fields) or [{"id": "svar", "typ": "text", "fråga": "Vad?"}]
    return {
        "title": title,
        "formulär": {
            "version": "1",
            "flik": "7",
            "fas": ["planering"],
            "steg": ["7"],
            "nivå": "kärna",
            "fylls i av": ["brukare"],
            "tid": "10 minuter",
            "syfte": "Prövar.",
            "avsnitt": [{"rubrik": "Frågor", "fält": asked}],
            "exempel": {"svar": {}},
            **form,
        },
    }


def worksheet(*fields, sheet_id="prov", **form):
    """A worksheet with these fields."""
    return read_worksheet(sheet_id, definition(*fields, **form))


def field(**keys):
    """The one field that these keys define."""
    made = worksheet({"id": "svar", "fråga": "Vad?", **keys})
    return made.field(keys.get("id", "svar"))


def mistakes(head):
    """The Swedish lines that a head earns."""
    try:
        read_worksheet("prov", head)
    except DefinitionError as error:
        return [mistake.message for mistake in error.mistakes]
    return []


def problems(asked, raw, name="svar"):
    """The Swedish sentences that a raw answer earns."""
    answers = raw if isinstance(raw, dict) else {name: raw}
    return [problem.message for problem in asked.problems(Written(answers), name)]


def shown(asked, raw, name="svar"):
    """A raw answer in words."""
    answers = raw if isinstance(raw, dict) else {name: raw}
    return asked.show(Written(answers), name)


def draft(worksheet_id="prov", answers=None, rows=None, **keys):
    """A saved draft."""
    made = {
        "id": "0123456789abcdef",
        "version": 1,
        "rev": 1,
        "saved_at": "2026-03-27T10:00:00",
        **keys,
    }
    return Draft(worksheet=worksheet_id, written=Written(answers or {}, rows or {}), **made)


def flows(sheets, *drafts, today=None):
    """The flows between some worksheets with some drafts."""
    return Flows({sheet.id: sheet for sheet in sheets}, drafts, today)
