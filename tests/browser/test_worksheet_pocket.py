"""The most important of a crisis plan: on the whole screen in one tap, and on cards for the pocket."""

import io
import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.sheets import ENGINE_MS, PHONE, cell, engine_ready, line, open_sheet, stop_engine

SHEET = "krisplan"


@pytest.fixture
def sheet(context, watch, site):
    """The crisis plan on a device where Python cannot start: what is written must show all the same."""
    stop_engine(context, watch)
    return filled(open_sheet(context.new_page(), site, SHEET))


def filled(page):
    """The same page, with two calls, a wish, and a word that does not belong on the card."""
    cell(page, "ring", 0, "vem").fill("Sam Låtsas")
    cell(page, "ring", 0, "nummer").fill("finns i min telefon")
    cell(page, "ring", 1, "vem").fill("1177")
    line(page, "inte").fill("Att mamma blir uppringd på natten")
    line(page, "efter").fill("Sova hemma")
    return page


def full_screen(page):
    """What fills the screen after one tap."""
    page.get_by_role("button", name="Visa i helskärm").click()
    return page.get_by_role("dialog", name="Krisplan")


def test_one_tap_shows_the_chosen_answers_in_their_order_without_python(sheet):
    assert full_screen(sheet).locator(".ws-full__part p").all_inner_texts() == [
        "Sam Låtsas · finns i min telefon",
        "1177",
        "Att mamma blir uppringd på natten",
    ]


def test_what_is_not_for_the_card_is_not_on_the_screen(sheet):
    expect(full_screen(sheet)).not_to_contain_text("Sova hemma")


def test_the_whole_screen_is_filled(sheet):
    sheet.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    box = full_screen(sheet).bounding_box()
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, *PHONE)


@pytest.mark.parametrize("way", ["Esc", "Stäng"])
def test_the_sheet_is_back_as_it_was(sheet, way):
    dialog = full_screen(sheet)
    if way == "Esc":
        sheet.keyboard.press("Escape")
    else:
        dialog.get_by_role("button", name="Stäng").click()
    expect(dialog).to_have_count(0)
    expect(sheet.get_by_role("button", name="Visa i helskärm")).to_be_focused()
    expect(line(sheet, "inte")).to_have_value("Att mamma blir uppringd på natten")


def test_a_blank_plan_says_that_nothing_is_written(context, watch, site):
    stop_engine(context, watch)
    dialog = full_screen(open_sheet(context.new_page(), site, SHEET))
    expect(dialog.locator(".ws-full__part")).to_have_count(0)
    expect(dialog).to_contain_text(re.compile("Inget är skrivet än|Hämtar det som står"))


def test_words_written_as_code_are_words(sheet):
    line(sheet, "inte").fill("<img src=x onerror=alert(1)>")
    expect(full_screen(sheet)).to_contain_text("<img src=x onerror=alert(1)>")


def test_the_card_is_a_pdf_of_the_chosen_answers(context, site):
    page = engine_ready(filled(open_sheet(context.new_page(), site, SHEET)))
    with page.expect_download(timeout=ENGINE_MS) as download:
        page.get_by_role("button", name="Ladda ner fickkort (PDF)").click()
    pdf = PdfReader(io.BytesIO(download.value.path().read_bytes()))
    words = re.sub(r"\s+", " ", " ".join(one.extract_text() for one in pdf.pages))
    assert "Sam Låtsas · finns i min telefon" in words
    assert "Sova hemma" not in words
    assert download.value.suggested_filename.startswith("arbetsblad-krisplan-ficka-")


def test_a_sheet_without_a_card_has_no_such_buttons(context, site):
    page = open_sheet(context.new_page(), site, "mal")
    expect(page.get_by_role("button", name="Visa i helskärm")).to_have_count(0)
