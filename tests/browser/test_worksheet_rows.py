"""Rows of a worksheet: added, moved, removed and brought back, by keyboard and by thumb, few or many."""

import pytest
from playwright.sync_api import expect

from tests.browser.sheets import (
    TABLET,
    cell,
    expect_state,
    line,
    open_sheet,
    rows,
    stop_engine,
)


@pytest.fixture
def page(new_context, watch, site):
    """A tablet with the sheet of goals open, where Python cannot start."""
    context = new_context(viewport={"width": TABLET[0], "height": TABLET[1]})
    stop_engine(context, watch)
    return open_sheet(context.new_page(), site, "mal")


def titles(page):
    # The words themselves: a row that has just come into sight is perhaps not drawn yet.
    return [
        t.text_content()
        for t in page.locator('[data-rows="mal"] > [data-row] > [data-row-title]').all()
    ]


def add(page):
    page.locator('[data-add-row="mal"]').click()


def test_a_new_row_comes_last_and_has_the_focus(page):
    before = rows(page, "mal").count()
    add(page)
    expect(rows(page, "mal")).to_have_count(before + 1)
    expect(cell(page, "mal", before, "mal")).to_be_focused()


def test_rows_are_numbered_in_words(page):
    add(page)
    assert titles(page) == [f"Mål {n + 1}" for n in range(rows(page, "mal").count())]


def test_a_removed_row_leaves_the_others_numbered_anew(page):
    before = rows(page, "mal").count()
    rows(page, "mal").first.get_by_role("button", name="Ta bort Mål 1").click()
    assert titles(page) == [f"Mål {n + 1}" for n in range(before - 1)]


def test_after_a_removal_the_focus_is_at_the_question(page):
    rows(page, "mal").first.get_by_role("button", name="Ta bort Mål 1").click()
    expect(page.locator('[data-field="mal"] > [data-rows-heading]')).to_be_focused()


def test_after_a_removal_the_way_back_is_the_next_stop(page):
    rows(page, "mal").first.get_by_role("button", name="Ta bort Mål 1").click()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Ångra")).to_be_focused()
    expect(page.get_by_text("Du tog bort Mål 1.").first).to_be_in_viewport()


def test_a_removed_row_can_be_brought_back_with_its_words(page):
    cell(page, "mal", 0, "mal").fill("Sjunga i kören")
    cell(page, "mal", 0, "vikt").nth(2).check()
    rows(page, "mal").first.get_by_role("button", name="Ta bort Mål 1").click()
    expect(cell(page, "mal", 0, "mal")).to_have_value("")
    page.get_by_role("button", name="Ångra").click()
    expect(cell(page, "mal", 0, "mal")).to_have_value("Sjunga i kören")
    expect(cell(page, "mal", 0, "vikt").nth(2)).to_be_checked()


def test_a_removed_rows_words_are_not_in_the_file(page):
    cell(page, "mal", 0, "mal").fill("Sjunga i kören")
    rows(page, "mal").first.get_by_role("button", name="Ta bort Mål 1").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Ladda ner fil", exact=True).click()
    assert "Sjunga" not in download.value.path().read_text("utf-8")


def test_several_removals_are_taken_back_one_by_one(page):
    for words in ("ett", "två"):
        add(page)
        rows(page, "mal").last.locator('[name$="/mal"]').fill(words)
    before = rows(page, "mal").count()
    for _ in range(2):
        rows(page, "mal").last.get_by_role("button", name="Ta bort").click()
    for _ in range(2):
        page.get_by_role("button", name="Ångra").click()
    expect(rows(page, "mal")).to_have_count(before)
    expect(rows(page, "mal").last.locator('[name$="/mal"]')).to_have_value("två")


def test_a_row_can_be_moved_and_keeps_its_words(page):
    cell(page, "mal", 0, "mal").fill("första")
    rows(page, "mal").first.get_by_role("button", name="Flytta ner").click()
    expect(cell(page, "mal", 1, "mal")).to_have_value("första")
    expect(rows(page, "mal").nth(1).locator("button:focus")).to_have_count(1)


def test_moved_rows_keep_their_order_after_a_reload(page, site):
    cell(page, "mal", 0, "mal").fill("första")
    rows(page, "mal").first.get_by_role("button", name="Flytta ner").click()
    expect_state(page, "memory")
    page.reload()
    expect(cell(page, "mal", 1, "mal")).to_have_value("första")


def test_the_first_row_cannot_go_up(page):
    expect(rows(page, "mal").first.get_by_role("button", name="Flytta upp")).to_be_disabled()


def test_rows_are_added_removed_and_brought_back_by_keyboard_alone(page):
    before = rows(page, "mal").count()
    page.locator('[data-add-row="mal"]').focus()
    page.keyboard.press("Enter")
    page.keyboard.type("Med tangenter")
    remove = rows(page, "mal").last.get_by_role("button", name="Ta bort")
    for _ in range(80):
        if remove.evaluate("(button) => button === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(rows(page, "mal")).to_have_count(before)
    undo = page.get_by_role("button", name="Ångra")
    for _ in range(80):
        if undo.evaluate("(button) => button === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(rows(page, "mal").last.locator('[name$="/mal"]')).to_have_value("Med tangenter")


def test_fixed_rows_cannot_be_removed(page, site):
    open_sheet(page, site, "livsomraden")
    expect(page.locator("[data-fixed-row] [data-remove-row]")).to_have_count(0)


def test_emptying_the_sheet_can_be_taken_back(page):
    line(page, "drom").fill("Bo nära havet")
    page.get_by_role("button", name="Töm bladet").click()
    expect(line(page, "drom")).to_have_value("")
    page.get_by_role("button", name="Ångra").click()
    expect(line(page, "drom")).to_have_value("Bo nära havet")


def test_a_scale_can_be_left_unanswered_again(page):
    cell(page, "mal", 0, "vikt").nth(2).check()
    rows(page, "mal").first.get_by_role("button", name="Ta bort svar på Hur viktigt").click()
    expect(rows(page, "mal").first.locator('[name$="/vikt"]:checked')).to_have_count(0)


def test_today_is_written_on_the_line(page):
    page.locator('[data-field="datum"] [data-today]').click()
    expected = page.evaluate("new Date().toLocaleDateString('sv-SE')")
    expect(line(page, "datum")).to_have_value(expected)
