import base64
import io
import json
import sys

import pypdf
import pytest

from ract import browser
from ract.export import pdf
from tests.ract.builders import definition

NOW = {"now": "2026-11-22T14:32:05", "utc": "2026-11-22T13:32:05Z", "letters": "abcd"}
SECRET = "det här får ingen veta"


@pytest.fixture(autouse=True)
def _loaded(fonts, monkeypatch):
    """The door with one worksheet behind it, and the fonts where the PDF looks for them."""
    monkeypatch.setattr(pdf, "FONTS", fonts)
    ask("load", definitions=[{"id": "prov", **definition()}])


def ask(name, **payload):
    """The reply to a call."""
    return json.loads(browser.call(name, json.dumps(payload)))


def draft(**keys):
    """A draft as the page sends it."""
    return {
        "id": "0123456789abcdef",
        "worksheet": "prov",
        "version": 1,
        "rev": 1,
        "saved_at": "2026-03-27T10:00:00",
        "answers": {"svar": SECRET},
        "rows": {},
        **keys,
    }


def export(**keys):
    """The file, or the error, of an export."""
    asked = {"what": "worksheet", "format": "pdf", "worksheet": "prov", "drafts": [draft()], **NOW}
    return ask("export", **{**asked, **keys})


def text_of(reply):
    """The words of a PDF that the door gave."""
    reader = pypdf.PdfReader(io.BytesIO(base64.b64decode(reply["ok"]["base64"])))
    return "\n".join(page.extract_text() for page in reader.pages)


@pytest.mark.parametrize(
    "payload", ["", "null", "[]", "{", '"x"', "\x00", "[" * 100_000, "\ud800", "1e999"]
)
@pytest.mark.parametrize("name", [*browser.CALLS, "okänd", ""])
def test_no_call_raises(name, payload):
    assert {"error"} == set(json.loads(browser.call(name, payload)))


def test_replies_are_plain_ascii():
    assert browser.call("check", json.dumps({"worksheet": "å\ud800"})).isascii()


def test_a_bug_is_an_apology_without_the_answers(monkeypatch):
    def broken(*_):
        raise ValueError(SECRET)

    monkeypatch.setattr(browser, "read_answers", broken)
    reply = ask("check", worksheet="prov", answers={"svar": SECRET}, rows={})
    assert {"error": {"code": "bug", "message": browser.BUG}} == reply


def test_too_deep_a_payload_is_refused_before_it_is_parsed(monkeypatch):
    monkeypatch.setattr(browser.json, "loads", None)
    reply = browser.call("check", '{"a":' * 65)
    monkeypatch.undo()
    assert "too-deep" == json.loads(reply)["error"]["code"]


def test_a_missing_part_is_named_so_that_the_worker_can_load_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    error = export()["error"]
    assert ("part-missing", "typst") == (error["code"], error["part"])


def test_a_file_is_named_by_its_sheet_the_day_and_four_letters():
    assert "arbetsblad-prov-2026-11-22-abcd.pdf" == export()["ok"]["name"]


def test_the_plan_has_a_name_of_its_own():
    assert "min-plan-2026-11-22-abcd.json" == export(what="plan", format="json")["ok"]["name"]


@pytest.mark.parametrize("letters", ["", "abc", "ABCD", "../x", "abcde"])
def test_a_file_name_holds_nothing_but_four_letters(letters):
    assert "bad-call" == export(letters=letters)["error"]["code"]


def test_a_sheets_pdf_holds_what_was_written():
    assert SECRET in text_of(export())


def test_the_chosen_draft_is_the_one_that_is_exported():
    other = draft(id="f" * 16, saved_at="2026-05-01T10:00:00", answers={"svar": "ett annat"})
    assert SECRET in text_of(export(drafts=[draft(), other], draft_id="0123456789abcdef"))


def test_without_a_choice_the_newest_draft_is_exported():
    other = draft(id="f" * 16, saved_at="2026-05-01T10:00:00", answers={"svar": "ett annat"})
    assert "ett annat" in text_of(export(drafts=[other, draft()]))


def test_an_old_moment_with_fractions_is_read():
    assert "ok" in export(drafts=[draft(saved_at="2026-03-27T10:00:00.123Z")])


def test_a_definition_is_read_when_its_sheet_is_first_asked_for():
    ask("load", definitions=[{"id": "prov", **definition()}, {"id": "trasig"}])
    assert ("ok", "definition") == (
        next(iter(ask("check", worksheet="prov", answers={}, rows={}))),
        ask("check", worksheet="trasig", answers={}, rows={})["error"]["code"],
    )


def test_a_saved_sheet_that_cannot_be_read_is_named():
    error = ask("plan", drafts=[draft(rev="fel")], today="2026-11-22")["error"]
    assert ("draft", True) == (error["code"], "”prov” går inte att läsa" in error["message"])


def test_a_sheet_without_days_has_no_calendar_file():
    error = export(format="ics")["error"]
    assert ("calendar", "Det finns ingen dag på bladet") == (error["code"], error["message"][:29])


@pytest.mark.parametrize("utc", ["", "2026-11-22T14:32:05", "2026-11-22T14:32:05+01:00", None])
def test_a_calendar_file_is_stamped_in_utc_or_not_made(utc):
    assert "bad-call" == export(format="ics", utc=utc)["error"]["code"]


def test_the_plan_is_no_calendar_file():
    assert "bad-call" == export(what="plan", format="ics")["error"]["code"]


def test_a_card_without_an_answer_says_what_to_do():
    ask("load", definitions=[{"id": "prov", **definition(ficka=["svar"])}])
    error = export(pocket=True, drafts=[draft(answers={})])["error"]
    assert ("pocket", browser.NOTHING_ON_CARD) == (error["code"], error["message"])


def test_a_card_holds_what_was_written():
    ask("load", definitions=[{"id": "prov", **definition(ficka=["svar"])}])
    assert SECRET in text_of(export(pocket=True))


def test_a_sheet_without_cards_gives_none():
    assert "pocket" == export(pocket=True)["error"]["code"]
