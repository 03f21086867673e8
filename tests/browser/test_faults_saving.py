"""Things that go wrong while somebody writes: each ends with the words still there."""

import contextlib
import datetime

import pytest
from playwright.sync_api import Error, expect

from tests.browser.sheets import (
    PASSPHRASE,
    create_binder,
    expect_state,
    line,
    open_sheet,
    stop_engine,
)

CREATE = "async (passphrase) => void (await prova.session.createBinder(passphrase))"


def test_a_clock_that_is_turned_back_changes_no_order_and_loses_no_revision(context, bare):
    page = bare(context)
    page.evaluate(CREATE, PASSPHRASE)
    days = [(2026, 11, 22), (2026, 11, 21), (2027, 11, 22), (2026, 3, 29)]
    for rev, day in enumerate(days):
        page.clock.set_fixed_time(datetime.datetime(*day, 2, 30))  # noqa: DTZ001
        page.evaluate(
            "async (rev) => (await prova.session.resumeSession()).save(prova.draft('a', `nummer ${rev}`, {rev}))",
            rev,
        )
    found = page.evaluate("""async () => {
      const session = await prova.session.resumeSession();
      const older = await session.revisions("a".repeat(16));
      return [(await session.draftFor("mal")).answers.drom, older.map(({rev}) => rev)];
    }""")
    assert found == ["nummer 3", [4, 3, 2, 1]]


@pytest.fixture
def binder_page(context, watch, site):
    """A sheet in an open binder, where Python cannot start."""
    stop_engine(context, watch)
    page = context.new_page()
    create_binder(page, site)
    return open_sheet(page, site, "mal")


def test_a_tab_that_crashed_shows_the_words_again(binder_page, context, site, watch):
    watch.expect("page crashed|ERR_ABORTED")
    line(binder_page, "drom").fill("Bo nära havet")
    expect_state(binder_page, "saved")
    with binder_page.expect_event("crash"), contextlib.suppress(Error):
        binder_page.goto("chrome://crash", timeout=5_000)
    page = context.new_page()
    page.goto(site.url("parmar/"))
    # Whether the key survived is up to the browser; the words are there either way.
    opener = page.get_by_role("button", name="Öppna", exact=True)
    expect(opener.or_(page.get_by_role("button", name="Lås", exact=True))).to_be_visible()
    if opener.is_visible():
        page.get_by_label("Lösenfras", exact=True).fill(PASSPHRASE)
        opener.click()
        expect(page.get_by_role("button", name="Lås", exact=True)).to_be_visible()
    expect(line(open_sheet(page, site, "mal"), "drom")).to_have_value("Bo nära havet")


def test_a_tab_that_is_frozen_has_saved_first(binder_page, context, site):
    line(binder_page, "drom").fill("Bo nära havet")
    context.new_cdp_session(binder_page).send("Page.setWebLifecycleState", {"state": "frozen"})
    other = context.new_page()
    expect(line(open_sheet(other, site, "mal"), "drom")).to_have_value("Bo nära havet")


def test_a_browser_that_forbids_small_memories_still_saves(context, watch, site):
    stop_engine(context, watch)
    context.add_init_script("""
      Object.defineProperty(window, "localStorage", {get() { throw new DOMException("no", "SecurityError"); }});
    """)
    page = context.new_page()
    create_binder(page, site)
    line(open_sheet(page, site, "mal"), "drom").fill("Bo nära havet")
    expect_state(page, "saved")


def test_a_database_deleted_under_an_open_sheet_is_told_of_and_the_words_stand(
    binder_page, context, site
):
    line(binder_page, "drom").fill("Bo nära havet")
    expect_state(binder_page, "saved")
    other = context.new_page()
    other.goto(site.url("om/"))
    other.evaluate("""() => new Promise((resolve) => {
      indexedDB.deleteDatabase("ract-parm").onsuccess = resolve;
    })""")
    line(binder_page, "drom").fill("Bo nära havet och sjunga")
    expect_state(binder_page, "failed")
    expect(line(binder_page, "drom")).to_have_value("Bo nära havet och sjunga")
    with binder_page.expect_download() as given:
        binder_page.get_by_role("button", name="Ladda ner fil nu").click()
    assert "Bo nära havet och sjunga" in given.value.path().read_text("utf-8")


def test_typing_without_a_pause_is_saved_all_the_same(binder_page):
    """The oldest key that is not safe sets the time, so that nobody must stop to be saved."""
    binder_page.evaluate("""() => {
      const control = document.querySelector('[name="drom"]');
      setInterval(() => {
        control.value += "a";
        control.dispatchEvent(new InputEvent("input", {bubbles: true}));
      }, 50);
    }""")
    expect_state(binder_page, "saved")
