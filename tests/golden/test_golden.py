"""The invented person's whole binder, compared with what it gave before.

`pytest --regenerate` writes the recorded outputs anew; look at the difference before it is kept.
"""

import base64
import io
import json
from pathlib import Path

import pikepdf
import pypdf
import pytest

from macros.catalogue import read_catalogue
from ract import browser
from ract.export import pdf
from ract.export.blank import write_blank
from ract.wording import FormWording

HERE = Path(__file__).parent
CATALOGUE = read_catalogue(HERE.parents[1] / "docs")
# The sheets the plan is made of; every other sheet's file is read in tests/browser/test_every_sheet.py.
RECORDED_SHEETS = (
    "delmal",
    "livsomraden",
    "mal",
    "mina-kontakter",
    "natverkskarta",
    "personlig-plan",
)
NOW = {"now": "2026-11-22T14:32:05", "letters": "abcd"}
PRIVATE, GROUP = "bara jag och CM", "får visas för gruppen"


def drafts(sharing=""):
    """Every sheet's own example as a saved draft, perhaps all with one sharing."""
    made = []
    for number, (name, sheet) in enumerate(CATALOGUE.worksheets.items()):
        answers = {**sheet.example.answers, **({"delning": sharing} if sharing else {})}
        made.append(
            {
                "id": f"{number:016x}",
                "worksheet": name,
                "version": sheet.version,
                "rev": 1,
                "saved_at": "2026-03-27T10:00:00",
                "answers": answers,
                "rows": dict(sheet.example.rows),
            }
        )
    return made


@pytest.fixture
def call(fonts, monkeypatch):
    """The door, with the binder's worksheets loaded; gives what was asked for."""
    monkeypatch.setattr(pdf, "FONTS", fonts)

    def calling(name, **payload):
        return json.loads(browser.call(name, json.dumps(payload)))["ok"]

    calling("load", definitions=CATALOGUE.definitions)
    return calling


@pytest.fixture
def compare(is_regenerating):
    """A function that compares a text with the recorded one, or writes it."""

    def comparing(name, actual):
        file = HERE / "recorded" / name
        if is_regenerating:
            file.parent.mkdir(exist_ok=True)
            file.write_text(actual, encoding="utf-8")
        assert file.read_text(encoding="utf-8") == actual

    return comparing


def as_text(plan):
    """A plan as a person would read it, one block to a paragraph."""
    lines = [f"# {plan['title']}"]
    for block in plan["blocks"]:
        match block:
            case {"block": "heading", "level": level, "text": text}:
                lines.append(f"{'#' * (level + 1)} {text}")
            case {"block": "answer", "question": question, "text": text}:
                lines.append(f"{question}\n    {text}")
            case {"block": "list", "items": items}:
                lines.append("\n".join(f"- {item}" for item in items))
            case {"block": "table", "caption": caption, "header": header, "rows": rows}:
                table = "\n".join(" | ".join(row) for row in [header, *rows])
                lines.append(f"[{caption}]\n{table}")
            case {"text": text}:
                lines.append(text)
    lines += ["## Saknas"] + [
        f"- {g['text']} ({g['worksheet']}#{g['field']})" for g in plan["missing"]
    ]
    return "\n\n".join(lines) + "\n"


def pdf_text(content):
    """The words of a PDF page by page, then how many there are of each tag."""
    reader = pypdf.PdfReader(io.BytesIO(content))
    pages = [f"--- sida {n}\n{page.extract_text()}" for n, page in enumerate(reader.pages, 1)]
    counted: dict[str, int] = {}
    for item in pikepdf.open(io.BytesIO(content)).objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/StructElem":
            counted[str(item.S)] = counted.get(str(item.S), 0) + 1
    tags = [f"{tag} {number}" for tag, number in sorted(counted.items())]
    return "\n".join([*pages, "--- märkning", *tags]) + "\n"


@pytest.mark.parametrize(
    ("name", "sharing"),
    [("min-plan", PRIVATE), ("min-plan-for-gruppen", GROUP), ("min-plan-som-exemplen", "")],
)
def test_the_plan_reads_as_before(call, compare, name, sharing):
    compare(f"{name}.txt", as_text(call("plan", drafts=drafts(sharing), today="2026-11-22")))


def test_the_plans_pdf_reads_as_before(call, compare):
    file = call("export", what="plan", format="pdf", drafts=drafts(GROUP), **NOW)
    compare("min-plan.pdf.txt", pdf_text(base64.b64decode(file["base64"])))


def test_the_plans_file_reads_as_before(call, compare):
    file = call("export", what="plan", format="json", drafts=drafts(GROUP), **NOW)
    compare("min-plan.json", base64.b64decode(file["base64"]).decode())


@pytest.mark.parametrize("sheet", RECORDED_SHEETS)
def test_a_filled_sheets_pdf_reads_as_before(call, compare, sheet):
    asked = {"what": "worksheet", "worksheet": sheet, "format": "pdf", "drafts": drafts()}
    compare(
        f"{sheet}.pdf.txt", pdf_text(base64.b64decode(call("export", **asked, **NOW)["base64"]))
    )


def test_a_blank_sheets_pdf_reads_as_before(compare, fonts):
    titles = {name: sheet.title for name, sheet in CATALOGUE.worksheets.items()}
    sheet = CATALOGUE.worksheets["personlig-plan"]
    content = write_blank(sheet, FormWording(sheet, titles), "Arbetsblad", fonts)
    compare("tom-personlig-plan.pdf.txt", pdf_text(content))


def test_the_switch_that_writes_anew_is_off(is_regenerating):
    assert not is_regenerating
