"""Ett steg i taget: the same form, one question on the screen, and nothing lost on the way."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.sheets import (
    TABLET,
    cell,
    engine_ready,
    expect_state,
    line,
    open_sheet,
    rows,
    stop_engine,
    violations,
)

HEADING = ".ws-step-heading"


@pytest.fixture
def page(new_context, watch, site):
    """A tablet with the sheet of goals open, where Python cannot start."""
    context = new_context(viewport={"width": TABLET[0], "height": TABLET[1]})
    stop_engine(context, watch)
    return open_sheet(context.new_page(), site, "mal")


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def step_by_step(page):
    press(page, "Ett steg i taget")
    expect(page.locator(HEADING)).to_be_visible()
    return page


def field_of(page):
    return page.locator(".ws-section > [data-field]:visible").get_attribute("data-field")


def walk_to(page, field):
    for _ in range(60):
        if field_of(page) == field:
            return
        press(page, "Nästa")
    pytest.fail(f"no step shows {field}")


def tab_to(page, selector):
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("(s) => document.activeElement.matches(s)", selector):
            return
    pytest.fail(f"the key never comes to {selector}")


def raw(page):
    with page.expect_download() as download:
        page.locator('[data-download="json"]').evaluate("(button) => button.click()")
    return json.loads(download.value.path().read_text("utf-8"))["draft"]["answers"]


def test_one_question_is_on_the_screen_and_its_heading_has_the_focus(page):
    step_by_step(page)
    press(page, "Nästa")
    expect(page.locator(HEADING)).to_be_focused()
    expect(page.locator(".ws-section > [data-field]:visible")).to_have_count(1)


def test_a_sheet_is_filled_by_keyboard_alone_and_what_is_saved_is_what_was_typed(page):
    lone = '.ws-section > [data-field]:not([data-kind="rows"]) :is(input[type="text"], textarea)'
    every = {one.get_attribute("name") for one in page.locator(lone).all()}
    step_by_step(page)
    typed = {}
    lines = 'input[type="text"], textarea'
    for _ in range(60):
        names = page.locator(f".ws-section :is({lines}):visible")
        for at in range(names.count()):
            name = names.nth(at).get_attribute("name")
            tab_to(page, f'[name="{name}"]')
            words = "2026-03-27" if "datum" in name else f"Svar på {name}"
            page.keyboard.type(words)
            typed[name] = words
        next_one = page.get_by_role("button", name="Nästa", exact=True)
        if not next_one.is_visible():
            break
        tab_to(page, ".ws-step-moves .button:not(.button--quiet)")
        page.keyboard.press("Enter")
    expect(page.locator(HEADING)).to_have_text("Det var sista frågan")
    assert every == {name for name in typed if "/" not in name or name in every}
    assert {name for name in typed if name.startswith("mal/")}
    assert raw(page) == typed


def test_switching_keeps_everything_both_ways(page):
    line(page, "drom").fill("Bo nära havet")
    step_by_step(page)
    walk_to(page, "mal")
    cell(page, "mal", 0, "mal").fill("Sjunga i kören")
    press(page, "Hela bladet")
    expect(line(page, "drom")).to_have_value("Bo nära havet")
    expect(cell(page, "mal", 0, "mal")).to_have_value("Sjunga i kören")
    press(page, "Ett steg i taget")
    expect(cell(page, "mal", 0, "mal")).to_have_value("Sjunga i kören")


def test_the_choice_is_remembered_on_the_next_sheet(page, site):
    step_by_step(page)
    open_sheet(page, site, "livsomraden")
    expect(page.locator(HEADING)).to_be_visible()
    press(page, "Hela bladet")
    open_sheet(page, site, "mal")
    expect(page.locator(HEADING)).to_be_hidden()


def test_the_steps_work_where_the_browser_refuses_to_remember(new_context, watch, site):
    context = new_context()
    stop_engine(context, watch)
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no'); }})"
    )
    step_by_step(open_sheet(context.new_page(), site, "mal"))


def test_the_steps_begin_where_one_was_in_the_whole_sheet(page):
    line(page, "drom").focus()
    step_by_step(page)
    assert field_of(page) == "drom"


def test_rows_are_asked_one_at_a_time_and_more_is_offered_when_one_is_written(page):
    step_by_step(page)
    walk_to(page, "mal")
    cell(page, "mal", 0, "mal").fill("Sjunga i kören")
    press(page, "Nästa")
    expect(page.locator("[data-row]:visible")).to_have_count(0)
    press(page, "Lägg till: Mål")
    expect(page.locator("[data-row]:visible")).to_have_count(1)
    expect(page.locator(HEADING)).to_contain_text("Mål 2")


def test_a_removed_row_is_brought_back_and_shown(page):
    step_by_step(page)
    walk_to(page, "mal")
    cell(page, "mal", 0, "mal").fill("Sjunga i kören")
    page.locator("[data-remove-row]:visible").click()
    press(page, "Ångra")
    expect(rows(page, "mal").first.locator('[name$="/mal"]')).to_be_visible()
    expect(rows(page, "mal").first.locator('[name$="/mal"]')).to_have_value("Sjunga i kören")


def test_the_browsers_back_goes_one_step_back(page):
    step_by_step(page)
    first = field_of(page)
    press(page, "Hoppa över")
    address = page.url
    page.go_back()
    expect(page.locator(f'[data-field="{first}"]')).to_be_visible()
    assert page.url == address


def test_enough_for_today_says_what_is_true_and_leads_to_the_whole_sheet(page):
    step_by_step(page)
    walk_to(page, "drom")
    line(page, "drom").fill("Bo nära havet")
    press(page, "Räcker för i dag")
    expect(page.locator(".ws-step-more")).to_contain_text("finns kvar så länge pärmen är öppen")
    expect_state(page, "memory")
    press(page, "Visa hela bladet")
    expect(line(page, "drom")).to_have_value("Bo nära havet")
    expect(line(page, "datum")).to_be_visible()


def test_a_question_that_is_not_asked_now_is_not_a_step(context, site):
    page = engine_ready(open_sheet(context.new_page(), site, "kvartalsrapport"))
    hidden = page.locator(".ws-section > [data-field][hidden]")
    expect(hidden).not_to_have_count(0)
    names = {one.get_attribute("data-field") for one in hidden.all()}
    step_by_step(page)
    seen = set()
    while page.get_by_role("button", name="Nästa", exact=True).is_visible():
        seen.add(field_of(page))
        press(page, "Nästa")
    assert seen
    assert names & seen == set()


def test_an_error_at_klar_leads_to_its_step(context, site):
    page = engine_ready(open_sheet(context.new_page(), site, "mal"))
    line(page, "datum").fill("hej")
    step_by_step(page)
    walk_to(page, "drom")
    press(page, "Klar")
    page.locator("[data-error-summary] a").first.click()
    expect(line(page, "datum")).to_be_focused()
    expect(page.locator(".ws-section > [data-field]:visible")).to_have_count(1)


@pytest.mark.parametrize("sheet", ["mal", "krisplan", "livsomraden"])
def test_a_step_is_free_of_violations(page, site, sheet):
    step_by_step(open_sheet(page, site, sheet))
    found = violations(page)
    for _ in range(4):
        press(page, "Nästa")
        found += violations(page)
    assert found == []


def test_paper_shows_every_question_and_no_switch(page):
    count = page.locator(".ws-section > [data-field]").count()
    row_count = page.locator("[data-row]").count()
    step_by_step(page)
    page.emulate_media(media="print")
    assert page.locator(".ws-section > [data-field]:visible").count() == count
    assert page.locator("[data-row]:visible").count() == row_count
    expect(
        page.locator(f".ws-mode:visible, {HEADING}:visible, .ws-step-foot:visible")
    ).to_have_count(0)


def test_without_scripts_the_whole_sheet_is_there(new_context, site):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(site.url("arbetsblad/mal/"))
    expect(page.locator(".ws-section").last).to_be_visible()
    expect(page.locator(".ws-mode")).to_have_count(0)
