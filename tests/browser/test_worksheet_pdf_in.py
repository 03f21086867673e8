"""A filled sheet's PDF is a file to go on with: its own answers are read in again, without Python."""

import base64
import datetime
import io
import json
import zlib

import pikepdf
import pytest
from playwright.sync_api import expect

from ract import browser as door
from ract.document import Document, Heading
from ract.export import pdf
from ract.export.pdf import Attachment, write_pdf
from tests.browser.sheets import bring_in, line, open_sheet, rows, sheet_file, stop_engine

NOW = datetime.datetime(2026, 11, 22, 14, 32, 5, tzinfo=datetime.UTC)
DAMAGED = "Filen är skadad eller ändrad och kan inte läsas in. Inget i pärmen har ändrats."
NO_DATA = "PDF:en har inga svar i sig."


@pytest.fixture
def page(context, watch, site):
    """The sheet of goals, where Python cannot start."""
    stop_engine(context, watch)
    return open_sheet(context.new_page(), site, "mal")


@pytest.fixture
def filled(built_site, fonts, monkeypatch):
    """The PDF of a filled sheet, as the page hands it out."""
    monkeypatch.setattr(pdf, "FONTS", fonts)
    definitions = json.loads((built_site / "definitions.json").read_text("utf-8"))
    door.call("load", json.dumps({"definitions": definitions}))
    draft = sheet_file(
        answers={"drom": "Bo nära havet åäö", "mal/b1/mal": "ett", "mal/a1/mal": "två"},
        rows={"mal": ["b1", "a1"]},
    )["draft"]
    asked = {"what": "worksheet", "format": "pdf", "worksheet": "mal", "draft_id": draft["id"]}
    reply = door.call(
        "export",
        json.dumps({**asked, "drafts": [draft], "now": "2026-11-22T14:32:05", "letters": "abcd"}),
    )
    return base64.b64decode(json.loads(reply)["ok"]["base64"])


def holding(fonts, data):
    """A PDF from our template with other data inside."""
    made = Document(
        title="Mina mål", over_title="", foot="Mina mål", blocks=(Heading(1, "Mina mål"),)
    )
    return write_pdf(made, Attachment("svar.json", data, "Svaren som data"), NOW, fonts)


def brought(page, tmp_path, content):
    path = tmp_path / "blad.pdf"
    path.write_bytes(content)
    bring_in(page, path)
    return page.locator("[data-notice]")


def test_a_filled_sheets_pdf_is_read_in_with_its_rows_in_order(page, tmp_path, filled):
    brought(page, tmp_path, filled)
    expect(line(page, "drom")).to_have_value("Bo nära havet åäö")
    expect(rows(page, "mal").first.locator('[name$="/mal"]')).to_have_value("ett")


def test_a_blank_sheets_pdf_is_refused_in_words(page, tmp_path, built_site):
    blank = (built_site / "arbetsblad/mal/mal.pdf").read_bytes()
    expect(brought(page, tmp_path, blank)).to_contain_text(NO_DATA)


def test_a_foreign_pdf_with_a_file_of_its_own_is_refused_in_words(page, tmp_path):
    foreign = pikepdf.new()
    foreign.add_blank_page()
    foreign.attachments["svar.json"] = pikepdf.AttachedFileSpec(
        foreign, b'{"a": 1}', mime_type="application/json"
    )
    out = io.BytesIO()
    foreign.save(out)
    expect(brought(page, tmp_path, out.getvalue())).to_contain_text(NO_DATA)


def test_a_plans_pdf_says_that_it_is_a_plan(page, tmp_path, fonts):
    plan = json.dumps({"format": "ract-plan", "format_version": 1}).encode()
    expect(brought(page, tmp_path, holding(fonts, plan))).to_contain_text(
        "Filen är en färdig plan."
    )


def test_foreign_data_in_a_pdf_of_ours_is_refused(page, tmp_path, fonts):
    expect(brought(page, tmp_path, holding(fonts, b'{"format": "annat"}'))).to_contain_text(
        "Filen är inte ett arbetsblad härifrån."
    )


@pytest.mark.parametrize("share", [70, 95])
def test_a_pdf_that_was_cut_within_its_data_is_refused(page, tmp_path, filled, share):
    at = filled.index(b"/Type/EmbeddedFile")
    cut = filled[: at + (filled.index(b"endstream", at) - at) * share // 100]
    expect(brought(page, tmp_path, cut)).to_contain_text(DAMAGED)


def test_data_that_unpacks_without_end_is_given_up(page, tmp_path, fonts):
    plain = holding(fonts, b"{}")
    start = plain.index(b"<</Length ", plain.index(b"/Type/EmbeddedFile") - 20)
    end = plain.index(b"endstream", start)
    bomb = zlib.compress(b"[" * 200_000_000, 9)
    head = b"<</Length %d/Type/EmbeddedFile/Filter/FlateDecode/Subtype/application#2Fjson/Params<</Size 2>>>>\nstream\n"
    hostile = plain[:start] + head % len(bomb) + bomb + b"\n" + plain[end:]
    expect(brought(page, tmp_path, hostile)).to_contain_text("Filen är för stor")
