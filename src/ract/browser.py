"""The one door between the page and the meaning: JSON text in, JSON text out.

Svenska: dörren. May import: the standard library and ract (never `render`). It never
raises: a mistake of any sort becomes `{"error": …}` with a Swedish sentence.
"""

from __future__ import annotations

import base64
import datetime
import json
import re
from collections.abc import Callable, Iterator, Mapping

from ract.answers import computed_values, homeless_answers, pictures, read_answers
from ract.changes import bring_up
from ract.compare import compare
from ract.definition import read_worksheet
from ract.document import Document
from ract.drafts import (
    NEWER,
    Draft,
    is_too_deep,
    newest_drafts,
    read_draft,
    read_file,
    read_written,
)
from ract.errors import DefinitionError, FileError, MissingPartError
from ract.export.json_file import write_draft_file, write_plan_file
from ract.export.pdf import Attachment, write_pdf
from ract.fetches import Fetch, fetches, first_fetches
from ract.fields.date import read_day
from ract.filled import sheet_document, shown_draft
from ract.flows import Flows
from ract.model import Worksheet, Written
from ract.plan import Plan, assemble_plan

MEDIA_TYPES = {"pdf": "application/pdf", "json": "application/json"}
DATA_NAME = "svar.json"

BUG = "Något gick fel i programmet. Det du har skrivit finns kvar. Ladda om sidan och försök igen."
BAD_CALL = (
    "Sidan skickade något som inte går att läsa. Det du har skrivit finns kvar. Ladda om sidan."
)
TOO_DEEP = "Uppgifterna har för många nivåer och kan inte läsas."
MISSING_PART = "Delen som gör PDF är inte laddad än."
NOTHING_WRITTEN = "Det finns inget skrivet på bladet än, så det finns inget att ladda ner."
NOT_READ = (
    "Det sparade bladet ”{}” går inte att läsa. Inget har ändrats. Ladda ner bladet som fil och"
    " visa den för den som sköter sajten."
)
NOT_KNOWN = "Arbetsbladet ”{}” finns inte i den här pärmen."

_NOW = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_LETTERS = re.compile(r"[a-z]{4}")


class CallError(Exception):
    """A call that cannot be answered, with a code for the page and a sentence for the person."""

    def __init__(self, code: str, message: str) -> None:
        """Keep both."""
        super().__init__(message)
        self.code = code
        self.message = message


class Binder(Mapping[str, Worksheet]):
    """The worksheets by id, each read from its definition the first time it is asked for."""

    def __init__(self) -> None:
        """Begin without any worksheet."""
        self._definitions: dict[str, Mapping[str, object]] = {}
        self._read: dict[str, Worksheet] = {}

    def load(self, definitions: list[Mapping[str, object]]) -> None:
        """Replace all definitions."""
        self._definitions = {str(item["id"]): item for item in definitions}
        self._read = {}

    def __getitem__(self, name: str) -> Worksheet:
        """Return a worksheet; a KeyError when the binder has none of that name."""
        if name not in self._read:
            self._read[name] = read_worksheet(name, self._definitions[name])
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._definitions)

    def __len__(self) -> int:
        return len(self._definitions)


_BINDER = Binder()


def call(name: str, payload: str) -> str:
    """Return the answer to one call as JSON text of plain ASCII; never raises.

    ASCII, because half a character would otherwise stop at the border.
    """
    return json.dumps(_answer(name, payload))


def _answer(name: str, payload: str) -> dict[str, object]:
    try:
        run = CALLS.get(name)
        if run is None:
            return _error("unknown-call", BAD_CALL)
        if is_too_deep(payload):
            return _error("too-deep", TOO_DEEP)
        data = json.loads(payload)
        if not isinstance(data, dict):
            return _error("bad-call", BAD_CALL)
        return {"ok": run(data)}
    except MissingPartError as error:
        return _error("part-missing", MISSING_PART, part=error.part)
    except FileError as error:
        return _error("file", str(error))
    except DefinitionError as error:
        return _error("definition", str(error))
    except CallError as error:
        return _error(error.code, error.message)
    except json.JSONDecodeError:
        return _error("bad-call", BAD_CALL)
    except Exception:  # noqa: BLE001 (the border: what passes it would end the worker)
        return _error("bug", BUG)


def _error(code: str, message: str, **more: str) -> dict[str, object]:
    return {"error": {"code": code, "message": message, **more}}


def _load(data: Mapping[str, object]) -> dict[str, object]:
    definitions = data.get("definitions")
    if not isinstance(definitions, list):
        raise CallError("bad-call", BAD_CALL)
    _BINDER.load(definitions)
    return {"worksheets": len(_BINDER)}


def _check(data: Mapping[str, object]) -> dict[str, object]:
    worksheet = _worksheet(data.get("worksheet"))
    flows = Flows(_BINDER, _drafts(data), read_day(str(data.get("today", ""))))
    written = flows.follow(worksheet, read_written(data))
    context = flows.context(worksheet, written, str(data.get("draft_id", "")))
    reading = read_answers(worksheet, written)
    fetched = fetches(worksheet, written, flows)
    before = data.get("before")
    return {
        **({"compared": _compared(worksheet, before, written, flows)} if before else {}),
        "problems": [{"name": p.name, "message": p.message} for p in reading.problems],
        "hidden": list(reading.hidden),
        "computed": {name: {"lines": lines} for name, lines in computed_values(context).items()},
        "fetched": {name: one.as_data(written) for name, one in fetched.items()},
        "first": _as_data(first_fetches(worksheet, written, fetched)),
        **({"chosen": _chosen(fetched, choice)} if (choice := data.get("choice")) else {}),
        "pictures": {name: drawing.as_data() for name, drawing in pictures(context).items()},
    }


def _compared(
    worksheet: Worksheet, before: object, written: Written, flows: Flows
) -> list[dict[str, str]]:
    """Return the occasion before beside this one, as plain data."""
    if not isinstance(before, dict):
        raise CallError("bad-call", BAD_CALL)
    found = compare(worksheet, _draft(before).written, written, flows)
    return [{"question": c.question, "before": c.before, "now": c.now} for c in found]


def _chosen(fetched: Mapping[str, Fetch], choice: object) -> dict[str, object] | None:
    """Return what a fetched field keeps after a choice; None when its source has changed again."""
    if not isinstance(choice, dict) or not isinstance(rows := choice.get("rows"), list):
        raise CallError("bad-call", BAD_CALL)
    found = fetched.get(str(choice.get("field")))
    if found is None or found.sign != choice.get("sign"):
        return None
    kept = found.choose({str(row) for row in rows})
    return _as_data(kept.as_written(found.question)) if kept else None


def _as_data(written: Written) -> dict[str, object]:
    return {"answers": dict(written.answers), "rows": dict(written.rows)}


def _upgrade(data: Mapping[str, object]) -> dict[str, object]:
    text = data.get("file")
    if not isinstance(text, str):
        raise CallError("bad-call", BAD_CALL)
    draft = read_file(text)
    worksheet = _worksheet(draft.worksheet)
    if draft.version > worksheet.version:
        raise FileError(NEWER)
    return {
        "draft": _brought_up(draft).as_data(),
        "title": worksheet.title,
        "unknown": homeless_answers(worksheet, _brought_up(draft).written),
    }


def _plan(data: Mapping[str, object]) -> dict[str, object]:
    plan = _assemble(data, str(data.get("today", "")))
    return {
        "title": plan.document.title,
        "blocks": [block.as_data() for block in plan.document.blocks],
        "missing": [
            {"text": gap.text, "worksheet": gap.worksheet, "field": gap.field}
            for gap in plan.missing
        ],
        "sources": [
            {"worksheet": name, "title": _BINDER[name].title, "saved_at": saved_at}
            for name, saved_at in plan.sources
        ],
    }


def _export(data: Mapping[str, object]) -> dict[str, object]:
    what, form = data.get("what"), data.get("format")
    now, letters = str(data.get("now", "")), str(data.get("letters", ""))
    if form not in MEDIA_TYPES or not _NOW.fullmatch(now) or not _LETTERS.fullmatch(letters):
        raise CallError("bad-call", BAD_CALL)
    today = now[:10]
    if what == "plan":
        name, content = "min-plan", _plan_file(data, str(form), now)
    elif what == "worksheet":
        draft = _chosen_draft(data)
        name, content = f"arbetsblad-{draft.worksheet}", _sheet_file(data, draft, str(form), now)
    else:
        raise CallError("bad-call", BAD_CALL)
    return {
        "name": f"{name}-{today}-{letters}.{form}",
        "media_type": MEDIA_TYPES[str(form)],
        "base64": base64.b64encode(content).decode(),
    }


def _plan_file(data: Mapping[str, object], form: str, now: str) -> bytes:
    plan = _assemble(data, now[:10])
    file = write_plan_file(plan.document, now[:10])
    if form == "json":
        return file
    return _pdf(plan.document, file, now)


def _sheet_file(data: Mapping[str, object], draft: Draft, form: str, now: str) -> bytes:
    if form == "json":
        return write_draft_file(draft, now[:10])
    worksheet = _worksheet(draft.worksheet)
    flows = Flows(_BINDER, _drafts(data), read_day(now[:10]))
    document = sheet_document(worksheet, draft, flows)
    return _pdf(document, write_draft_file(shown_draft(worksheet, draft, flows), now[:10]), now)


def _pdf(document: Document, file: bytes, now: str) -> bytes:
    attachment = Attachment(DATA_NAME, file, f"Svaren i {document.title} som data")
    return write_pdf(document, attachment, datetime.datetime.fromisoformat(now))


def _assemble(data: Mapping[str, object], today: str) -> Plan:
    day = datetime.date.fromisoformat(today)
    return assemble_plan(Flows(_BINDER, _drafts(data), day), day)


def _chosen_draft(data: Mapping[str, object]) -> Draft:
    """Return the draft with the id that was asked for, or else the newest of the worksheet."""
    drafts, wanted = _drafts(data), data.get("draft_id")
    if wanted:
        drafts = [draft for draft in drafts if draft.id == wanted]
    if worksheet := data.get("worksheet"):
        _worksheet(worksheet)
        drafts = [draft for draft in drafts if draft.worksheet == worksheet]
    newest = sorted(newest_drafts(drafts).values(), key=lambda draft: draft.saved_at)
    if not newest:
        raise CallError("no-draft", NOTHING_WRITTEN)
    return newest[-1]


def _drafts(data: Mapping[str, object]) -> list[Draft]:
    drafts = data.get("drafts", [])
    if not isinstance(drafts, list) or not all(isinstance(item, dict) for item in drafts):
        raise CallError("bad-call", BAD_CALL)
    return [_draft(item) for item in drafts]


def _draft(item: Mapping[str, object]) -> Draft:
    try:
        return _brought_up(read_draft(item))
    except FileError as error:
        raise CallError("draft", NOT_READ.format(str(item.get("worksheet"))[:60])) from error


def _brought_up(draft: Draft) -> Draft:
    """Return a draft of an older version as one of the newest; any other unchanged."""
    worksheet = _BINDER.get(draft.worksheet)
    if worksheet is None or draft.version >= worksheet.version:
        return draft
    written = bring_up(draft.written, draft.version, worksheet.changes)
    return draft.with_version(worksheet.version, written)


def _worksheet(name: object) -> Worksheet:
    if not isinstance(name, str) or name not in _BINDER:
        raise CallError("unknown-worksheet", NOT_KNOWN.format(str(name)[:60]))
    return _BINDER[name]


CALLS: dict[str, Callable[[Mapping[str, object]], dict[str, object]]] = {
    "load": _load,
    "check": _check,
    "upgrade": _upgrade,
    "plan": _plan,
    "export": _export,
}
"""Every call by name; a sixth needs a reason in ARCHITECTURE.md."""
