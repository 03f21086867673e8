"""The search dialog: hits as one types, walked by arrows, and told in words."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

MANUAL = "flikar/3-planering/krisplan/"
WIDE = (1280, 900)
PHONE = (390, 844)


@pytest.fixture
def search(visit):
    """The open dialog on a page of the manual."""

    def opened(size=WIDE):
        page = visit(MANUAL, size)
        page.get_by_role("button", name="Sök").click()
        return page.get_by_role("dialog")

    return opened


def hits(dialog):
    """The links of the hits."""
    return dialog.locator("[data-search-hits] a")


def test_hits_come_while_a_word_is_being_typed(search):
    dialog = search()
    dialog.get_by_role("searchbox").press_sequentially("krispl")
    expect(hits(dialog).filter(has_text="Arbetsblad · flik 7").first).to_contain_text("Krisplan")


def test_sheets_and_pages_are_told_apart_in_words(search):
    dialog = search()
    dialog.get_by_role("searchbox").fill("tidiga tecken")
    expect(hits(dialog).nth(0)).to_contain_text("Arbetsblad · flik 7")
    for kind in ("Sida · flik 3", "Information", "Ordlista"):
        expect(hits(dialog).filter(has_text=kind).first).to_be_visible()


def test_a_hit_is_reached_by_arrows_and_opened_by_enter(search):
    dialog = search()
    dialog.get_by_role("searchbox").fill("krisplan")
    hits(dialog).nth(1).wait_for()
    dialog.page.keyboard.press("ArrowDown")
    expect(hits(dialog).nth(0)).to_be_focused()
    dialog.page.keyboard.press("ArrowDown")
    dialog.page.keyboard.press("ArrowUp")
    expect(hits(dialog).nth(0)).to_be_focused()
    dialog.page.keyboard.press("Enter")
    expect(dialog.page).to_have_url(re.compile(r"/arbetsblad/krisplan/$"))


def test_the_arrow_up_leads_back_to_the_box(search):
    dialog = search()
    dialog.get_by_role("searchbox").fill("krisplan")
    hits(dialog).first.wait_for()
    dialog.page.keyboard.press("ArrowDown")
    dialog.page.keyboard.press("ArrowUp")
    expect(dialog.get_by_role("searchbox")).to_be_focused()


def test_a_slip_is_told_and_its_hits_are_shown(search):
    dialog = search()
    dialog.get_by_role("searchbox").fill("kirsplan")
    expect(dialog.get_by_role("status")).to_contain_text("Menade du ”krisplan”?")
    expect(hits(dialog).first).to_contain_text("Krisplan")


def test_where_nothing_is_found_the_lists_are_offered(search):
    dialog = search(PHONE)
    dialog.get_by_role("searchbox").fill("xyzzyq")
    expect(dialog.get_by_role("status")).to_contain_text("Inget hittat på ”xyzzyq”.")
    expect(dialog.locator("[data-search-lists] a").first).to_be_visible()
    dialog.get_by_role("searchbox").fill("krisplan")
    expect(dialog.locator("[data-search-lists] a").first).to_be_hidden()


def test_the_found_words_are_marked(search):
    dialog = search()
    dialog.get_by_role("searchbox").fill("samtycke")
    expect(hits(dialog).locator("mark").first).to_have_text(re.compile("samtyck", re.IGNORECASE))


def test_the_search_goes_on_without_a_network_once_it_is_open(search):
    dialog = search()
    dialog.get_by_role("searchbox").fill("mål")
    hits(dialog).first.wait_for()
    dialog.page.context.set_offline(True)
    dialog.get_by_role("searchbox").fill("samtycke")
    expect(hits(dialog).first).to_contain_text("Samtycke")


def test_nothing_of_what_is_searched_for_is_kept(search):
    dialog = search()
    dialog.get_by_role("searchbox").fill("xyzzyqhemligt")
    expect(dialog.get_by_role("status")).to_contain_text(re.compile("hittade"))
    kept = dialog.page.evaluate(
        "() => JSON.stringify({ ...localStorage, ...sessionStorage }) + location.href + document.cookie"
    )
    assert "xyzzyqhemligt" not in kept
