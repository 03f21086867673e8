"""The tablet in somebody else's hands: this sheet and nothing else, and afterwards what has changed."""

import pytest
from playwright.sync_api import expect

from tests.browser.sheets import (
    PASSPHRASE,
    TABLET,
    alive,
    create_binder,
    expect_state,
    hold_python,
    line,
    open_sheet,
    release_python,
    stop_engine,
    violations,
)

WORDS = "Bo nära havet"
OTHER = "Hemligt om livet"
DRAFTS = """async () => {
  const {resumeSession} = await import(new URL("../../assets/js/storage/session.js", location.href));
  return (await (await resumeSession()).drafts()).map((draft) => draft.worksheet);
}"""
READABLE = """async () => {
  const at = (path) => new URL(`../../assets/js/storage/${path}`, location.href);
  const {resumeSession} = await import(at("session.js"));
  const {readBinders, readNewest} = await import(at("drafts.js"));
  const [{id}] = await readBinders();
  const session = await resumeSession();
  const kept = [...(await readNewest(id)).keys()].map((draft) => session.revisions(draft));
  return (await Promise.all(kept)).map((revisions) => revisions.length > 0).sort();
}"""


@pytest.fixture
def context(new_context, watch):
    made = new_context(viewport={"width": TABLET[0], "height": TABLET[1]})
    stop_engine(made, watch)
    return made


def two_sheets(page, site):
    """Two sheets with words in an open binder; Mina mål is shown."""
    create_binder(page, site)
    hold_python(page.context)
    open_sheet(page, site, "livsomraden")
    page.locator("form[data-worksheet] input[type=text]").first.fill(OTHER)
    expect_state(page, "saved")
    release_python(page.context)
    line(open_sheet(page, site, "mal"), "drom").fill(WORDS)
    expect_state(page, "saved")
    return page


def hand_over(page):
    page.get_by_role("button", name="Lämna över").click()
    page.get_by_role("dialog").get_by_role("button", name="Lämna över").click()
    expect(page.get_by_role("button", name="Lämna tillbaka")).to_be_visible()
    return page


def give_back(page, passphrase=PASSPHRASE):
    page.get_by_role("button", name="Lämna tillbaka").click()
    page.get_by_label("Pärmens lösenfras").fill(passphrase)
    page.get_by_role("button", name="Lås upp").click()


@pytest.fixture
def handed(context, site):
    """Mina mål in somebody else's hands."""
    return hand_over(two_sheets(context.new_page(), site))


def test_nothing_on_the_page_leads_anywhere(handed):
    expect(handed.locator("a[href], [data-search-button], [data-menu-button]")).to_have_count(0)


def test_only_the_sheet_can_be_seen_and_the_words_stand_there(handed):
    expect(handed.get_by_role("heading", level=1)).to_have_text("Mina mål")
    expect(line(handed, "drom")).to_have_value(WORDS)
    expect(handed.get_by_role("button", name="Läs in fil")).to_have_count(0)
    expect(handed.get_by_role("button", name="Lås", exact=True)).to_have_count(0)


def test_the_page_holds_no_other_sheet_than_this(handed):
    assert handed.evaluate(DRAFTS) == ["mal"]


def test_the_page_has_no_key_to_the_other_sheets(handed):
    assert handed.evaluate(READABLE) == [False, True]


def test_what_is_written_meanwhile_is_saved(handed):
    line(handed, "drom").fill("Bo i fjällen")
    expect_state(handed, "saved")


def test_a_new_tab_of_the_site_has_no_open_binder(handed, context, site):
    other = open_sheet(context.new_page(), site, "livsomraden")
    expect(other.locator("[data-session-name]")).to_have_text("Ingen pärm är öppen.")


def test_a_tab_that_was_open_before_is_locked(context, site):
    page = two_sheets(context.new_page(), site)
    other = open_sheet(context.new_page(), site, "livsomraden")
    expect(other.locator("[data-whose]")).to_have_text("Pärm 1")
    hand_over(page)
    expect(other.locator("[data-session-name]")).to_have_text("Ingen pärm är öppen.")


@pytest.mark.parametrize("way", ["reload", "back", "address"])
def test_leaving_the_page_locks(handed, site, way):
    if way == "reload":
        handed.reload()
    if way == "back":
        handed.go_back()
    if way == "address":
        handed.goto(site.url("arbetsblad/livsomraden/"))
    alive(handed)
    expect(handed.locator("[data-session-name]")).to_have_text("Ingen pärm är öppen.")
    assert OTHER not in handed.locator("body").inner_text()


def test_a_wrong_passphrase_leads_nowhere_and_says_so(handed):
    give_back(handed, "inte den rätta")
    expect(handed.get_by_text("Lösenfrasen öppnade inte pärmen.")).to_be_visible()
    assert handed.evaluate(DRAFTS) == ["mal"]


def test_the_passphrase_gives_the_whole_binder_back(handed):
    give_back(handed)
    expect(handed.locator("[data-whose]")).to_have_text("Pärm 1")
    expect(line(handed, "drom")).to_have_value(WORDS)
    assert sorted(handed.evaluate(DRAFTS)) == ["livsomraden", "mal"]


def test_afterwards_the_question_stands_with_before_and_now(new_context, site):
    page = hand_over(two_sheets(new_context().new_page(), site))
    line(page, "drom").fill("Bo i fjällen")
    expect_state(page, "saved")
    give_back(page)
    changes = page.locator("[data-returned]")
    expect(changes.get_by_role("listitem")).to_have_count(1, timeout=90_000)
    expect(changes).to_contain_text("Hur ser ditt liv ut om två år")
    assert changes.locator("dd").all_inner_texts() == [WORDS, "Bo i fjällen"]


def test_what_changed_is_told_until_somebody_has_seen_it(new_context, site):
    page = hand_over(two_sheets(new_context().new_page(), site))
    line(page, "drom").fill("Bo i fjällen")
    expect_state(page, "saved")
    give_back(page)
    seen = page.get_by_role("button", name="Jag har sett ändringarna")
    expect(seen).to_be_visible(timeout=90_000)
    page.reload()
    expect(seen).to_be_visible(timeout=90_000)
    seen.click()
    expect(page.locator("[data-returned]")).to_be_hidden()
    page.reload()
    expect(line(alive(page), "drom")).to_have_value("Bo i fjällen")
    expect(page.locator("[data-returned]")).to_be_hidden()


def test_the_page_of_binders_tells_which_sheet_was_handed_over(handed, site):
    line(handed, "drom").fill("Bo i fjällen")
    expect_state(handed, "saved")
    handed.goto(site.url("parmar/"))
    handed.get_by_label("Lösenfras", exact=True).fill(PASSPHRASE)
    handed.get_by_role("button", name="Öppna", exact=True).click()
    expect(handed.get_by_role("link", name="Se vad som ändrades på Mina mål")).to_be_visible()


def test_a_blank_sheet_can_be_handed_over(context, site):
    page = context.new_page()
    create_binder(page, site)
    hand_over(open_sheet(page, site, "mal"))
    line(page, "drom").fill(WORDS)
    expect_state(page, "saved")
    give_back(page)
    expect(line(page, "drom")).to_have_value(WORDS)


def test_without_a_passphrase_there_is_nothing_to_hand_over_from(context, site):
    page = context.new_page()
    open_sheet(page, site, "mal")
    expect(page.get_by_role("button", name="Lämna över")).to_have_count(0)


def test_the_sheet_in_other_hands_has_no_barrier(handed):
    assert violations(handed) == []
