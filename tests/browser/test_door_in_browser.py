"""The door's recorded calls, played in the worker: Python says the same on both sides."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

import ract.browser
from ract.export import pdf

FILE = Path(__file__).resolve().parents[1] / "door" / "calls.json"
CALLS = json.loads(FILE.read_text(encoding="utf-8"))
PLAY = """async ([engine, name, payload]) => {
  const { call } = await import(engine);
  try {
    return { ok: await call(name, payload) };
  } catch (error) {
    return { error: { code: error.code, message: error.message } };
  }
}"""


def playable(item: dict) -> bool:
    """Whether the page could send this call; it cannot send what is no JSON."""
    try:
        return isinstance(json.loads(item.get("raw", "{}")), dict)
    except ValueError:
        return False


@pytest.fixture(scope="module")
def engine_page(browser, site) -> Page:
    """A page with Python started, shared by all calls of the list."""
    context = browser.new_context(locale="sv-SE")
    page = context.new_page()
    page.goto(site.url("min-plan/"))
    play(page, site, CALLS[0])
    yield page
    context.close()


def play(page: Page, site, item: dict) -> dict:
    """The worker's reply to one recorded call."""
    payload = json.loads(item["raw"]) if "raw" in item else item["payload"]
    return page.evaluate(PLAY, [site.url("assets/js/engine/engine.js"), item["call"], payload])


PLAYABLE = [item for item in CALLS if playable(item)]


@pytest.mark.parametrize("item", PLAYABLE, ids=[item["about"] for item in PLAYABLE])
def test_the_worker_replies_as_recorded(engine_page, site, item):
    assert item["reply"] == play(engine_page, site, item)


def test_the_worker_makes_the_same_pdf_to_the_byte(engine_page, site, fonts, monkeypatch):
    asked = next(item for item in CALLS if item["about"] == "a plan of two sheets")
    export = {
        "call": "export",
        "payload": {
            "what": "plan",
            "format": "pdf",
            "drafts": asked["payload"]["drafts"],
            "now": "2026-11-22T14:32:05",
            "letters": "abcd",
        },
    }
    monkeypatch.setattr(pdf, "FONTS", fonts)
    ract.browser.call("load", json.dumps(CALLS[0]["payload"]))
    here = json.loads(ract.browser.call("export", json.dumps(export["payload"])))
    assert here == play(engine_page, site, export)
