"""A value from another sheet is kept with its source and date, and the person chooses what to take."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.sheets import (
    PHONE,
    bring_in,
    cell,
    create_binder,
    engine_ready,
    expect_state,
    hold_python,
    line,
    open_sheet,
    release_python,
    rows,
    sheet_file,
    violations,
    written_file,
)

SAVE = """async ([address, drafts]) => {
  const session = await (await import(address)).resumeSession();
  for (const draft of drafts) await session.save(draft);
}"""
CHANGED = "Det står något annat på Mina mål nu"


@pytest.fixture
def page(context):
    """A fresh device."""
    return context.new_page()


def value(page, field="mal"):
    """What the sheet shows from another sheet."""
    return page.locator(f'[data-output="{field}"]')


def question(page, field="mal"):
    """The whole question, with the line about its source."""
    return page.locator(f'[data-field="{field}"]')


def open_goals(page, site):
    """The sheet Mina mål, which asks nothing of Python."""
    hold_python(page.context)
    return open_sheet(page, site, "mal")


def goals(page, site, *words):
    """The sheet Mina mål with these goals in its first rows."""
    open_goals(page, site)
    for number, text in enumerate(words):
        if number >= rows(page, "mal").count():
            page.locator('[data-add-row="mal"]').click()
        cell(page, "mal", number, "mal").fill(text)
    expect_state(page, "memory")


def plan(page, site):
    """The sheet Personlig plan, when Python shows what it fetches."""
    release_python(page.context)
    engine_ready(open_sheet(page, site, "personlig-plan"))
    return page


def kept_plan(page, site, *words):
    """Personlig plan with something written on it, and so with these goals kept."""
    goals(page, site, *words)
    plan(page, site)
    expect(value(page)).to_contain_text(words[0])
    line(page, "jag_gor").fill("Går ut varje dag")
    expect_kept(page)
    return page


def kept_before(page, site, *words):
    """The same as it was left before the test: nothing is typed, and Python has not been asked."""
    rows = [f"r{number}" for number, _ in enumerate(words)]
    goals = {f"mal/{row}/mal": text for row, text in zip(rows, words, strict=True)}
    kept = {f"mal/{row}/rad": text for row, text in zip(rows, words, strict=True)}
    days = {f"mal/{row}/datum": "2026-11-03T10:00:00" for row in rows}
    head = {"jag_gor": "Går ut varje dag", "mal/blad": "mal", "mal/delning": "bara jag och CM"}
    drafts = [
        draft(site, "mal", goals, {"mal": rows}),
        draft(site, "personlig-plan", {**head, **kept, **days}, {"mal": rows}),
    ]
    page.goto(site.url("parmar/"))
    page.evaluate(SAVE, [site.url("assets/js/storage/session.js"), drafts])
    return page


def draft(site, worksheet, answers, rows):
    """A draft of the sheet's newest version that nobody has saved yet."""
    definitions = json.loads((site.folder / "definitions.json").read_text(encoding="utf-8"))
    [version] = [one["formulär"]["version"] for one in definitions if one["id"] == worksheet]
    kept = sheet_file(worksheet, version=int(version), answers=answers, rows=rows)["draft"]
    return {**kept, "id": f"{len(answers):016x}", "rev": 0, "saved_at": ""}


def expect_kept(page, field="mal"):
    """The draft of the open sheet has kept a field."""
    expect(page.locator(f'[data-field="{field}"][data-kept]')).to_have_count(1)


def dialog(page):
    """The choice of what to take, opened by its button."""
    question(page).get_by_role("button", name="Jämför och välj").click()
    return page.get_by_role("dialog", name="Vad vill du ta från Mina mål?")


def test_what_was_fetched_stays_when_the_source_changes(page, site):
    kept_plan(page, site, "Sjunga", "Sova")
    expect_state(page, "memory")
    goals(page, site, "Sjunga i kör")
    plan(page, site)
    expect(question(page)).to_contain_text(CHANGED)
    expect(value(page).get_by_role("listitem")).to_have_text(["Sjunga", "Sova"])
    expect(value(page)).to_contain_text("Från Mina mål, sparat")


def test_one_row_is_taken_another_is_not_and_it_can_be_taken_back(page, site):
    kept_before(page, site, "Sjunga", "Sova")
    goals(page, site, "Sjunga i kör", "Sova bättre", "Gå ut")
    plan(page, site)
    choice = dialog(page)
    expect(choice.get_by_role("checkbox", checked=True)).to_have_count(0)
    choice.get_by_role("checkbox", name="Sjunga i kör").check()
    choice.get_by_role("button", name="Ta det valda").click()
    expect(choice).to_be_hidden()
    expect(value(page).get_by_role("listitem")).to_have_text(["Sjunga i kör", "Sova"])
    undo = page.get_by_role("button", name="Ångra")
    expect(undo).to_be_focused()
    undo.click()
    expect(value(page).get_by_role("listitem")).to_have_text(["Sjunga", "Sova"])
    expect(question(page).get_by_role("button", name="Jämför och välj")).to_be_focused()


def test_what_is_left_as_it_is_is_not_asked_for_again(page, site):
    kept_before(page, site, "Sjunga")
    goals(page, site, "Sjunga i kör")
    dialog(plan(page, site)).get_by_role("button", name="Låt det stå som det är").click()
    again = question(page).get_by_role("button", name="Jämför med Mina mål nu")
    expect(again).to_be_focused()
    expect(question(page)).not_to_contain_text(CHANGED)
    plan(page, site)
    expect(again).to_be_visible()
    expect(value(page).get_by_role("listitem")).to_have_text(["Sjunga"])
    goals(page, site, "Sjunga solo")
    expect(question(plan(page, site))).to_contain_text(CHANGED)


def test_a_row_that_is_gone_from_the_source_stays_until_it_is_chosen(page, site):
    kept_before(page, site, "Sjunga", "Sova")
    open_goals(page, site)
    rows(page, "mal").nth(1).get_by_role("button", name="Ta bort Mål 2").click()
    expect_state(page, "memory")
    plan(page, site)
    expect(question(page)).to_contain_text("En rad finns inte längre på Mina mål.")
    expect(value(page).get_by_role("listitem")).to_have_text(["Sjunga", "Sova"])
    choice = dialog(page)
    choice.get_by_role("group", name="Finns inte längre på Mina mål").get_by_text("Sova").click()
    choice.get_by_role("button", name="Ta det valda").click()
    expect(value(page).get_by_role("listitem")).to_have_text(["Sjunga"])


def test_what_was_fetched_stays_when_the_source_is_removed(page, site):
    kept_before(page, site, "Sjunga")
    open_goals(page, site)
    page.get_by_role("button", name="Ta bort tillfället").click()
    expect_state(page, "empty")
    plan(page, site)
    expect(question(page)).to_contain_text("Bladet Mina mål är inte ifyllt nu.")
    expect(value(page).get_by_role("listitem")).to_have_text(["Sjunga"])


def test_a_sheet_on_which_nothing_is_written_is_no_draft(page, site):
    goals(page, site, "Sjunga")
    expect(value(plan(page, site))).to_contain_text("Sjunga")
    page.wait_for_timeout(1_500)
    expect_state(page, "empty")
    goals(page, site, "Sjunga i kör")
    expect(value(plan(page, site))).to_contain_text("Sjunga i kör")
    expect(question(page).get_by_role("button", name="Jämför och välj")).to_have_count(0)


def test_an_emptied_sheet_keeps_nothing(page, site):
    kept_plan(page, site, "Sjunga")
    page.get_by_role("button", name="Töm bladet").click()
    page.wait_for_timeout(1_500)
    goals(page, site, "Sjunga i kör")
    expect(value(plan(page, site)).get_by_role("listitem")).to_have_text(["Sjunga i kör"])


def test_a_new_occasion_fetches_anew_and_the_one_before_keeps_its_words(page, site):
    kept_plan(page, site, "Sjunga")
    line(page, "datum").fill("2026-03-27")
    goals(page, site, "Sjunga i kör")
    plan(page, site)
    expect(question(page)).to_contain_text(CHANGED)
    page.get_by_role("button", name="Nytt tillfälle").click()
    expect(value(page).get_by_role("listitem")).to_have_text(["Sjunga i kör"])
    line(page, "datum").fill("2026-06-27")
    expect_kept(page)
    page.get_by_text("Tidigare tillfällen (1)").click()
    page.get_by_role("link", name="27 mars 2026").click()
    expect(value(page).get_by_role("listitem")).to_have_text(["Sjunga"])


def test_the_choice_can_be_put_off_by_the_keyboard(page, site):
    kept_before(page, site, "Sjunga")
    goals(page, site, "Sjunga i kör")
    choice = dialog(plan(page, site))
    choice.get_by_role("button", name="Ta det valda").click()
    expect(choice.get_by_role("alert")).to_contain_text("Du har inte bockat för något.")
    page.keyboard.press("Escape")
    expect(choice).to_be_hidden()
    expect(question(page).get_by_role("button", name="Jämför och välj")).to_be_focused()
    expect(question(page)).to_contain_text(CHANGED)


def test_a_locked_binder_has_kept_it_too(page, site):
    create_binder(page, site)
    open_goals(page, site)
    cell(page, "mal", 0, "mal").fill("Sjunga")
    expect_state(page, "saved")
    plan(page, site)
    expect(value(page)).to_contain_text("Sjunga")
    line(page, "jag_gor").fill("Går ut varje dag")
    expect_kept(page)
    expect_state(page, "saved")
    page.get_by_role("button", name="Lås").click()
    expect(page.locator("[data-session-name]")).to_have_text("Ingen pärm är öppen.")
    expect(value(page)).not_to_contain_text("Sjunga")


def test_who_may_only_read_sees_the_line_without_the_button(context, site):
    first = context.new_page()
    create_binder(first, site)
    open_goals(first, site)
    cell(first, "mal", 0, "mal").fill("Sjunga")
    expect_state(first, "saved")
    plan(first, site)
    expect(value(first)).to_contain_text("Sjunga")
    line(first, "jag_gor").fill("Går ut varje dag")
    expect_kept(first)
    expect_state(first, "saved")
    second = context.new_page()
    open_goals(second, site)
    cell(second, "mal", 0, "mal").fill("Sjunga i kör")
    expect(question(first).get_by_role("button", name="Jämför och välj")).to_be_visible()
    plan(second, site)
    expect(question(second)).to_contain_text(CHANGED)
    expect(question(second).get_by_role("button")).to_have_count(0)


def test_a_file_with_kept_values_is_read_in_again(page, site, tmp_path):
    answers = {
        "jag_gor": "Går ut",
        "mal/blad": "mal",
        "mal/delning": "bara jag och CM",
        "mal/a/rad": "Sjunga",
        "mal/a/datum": "2026-11-03T10:00:00",
    }
    file = sheet_file("personlig-plan", answers=answers, rows={"mal": ["a"]})
    plan(page, site)
    bring_in(page, written_file(tmp_path, file))
    expect(value(page).get_by_role("listitem")).to_have_text(["Sjunga"])
    expect(value(page)).to_contain_text("Från Mina mål, sparat 3 november 2026")
    expect(page.locator("[data-earlier]")).to_be_hidden()


def test_a_private_value_is_not_printed_on_a_sheet_for_the_group(page, site):
    goals(page, site, "Hemligt")
    plan(page, site)
    expect(value(page)).to_contain_text("Hemligt")
    page.locator('[name="delning"][value="får visas för gruppen"]').check()
    expect(page.locator("[data-field=mal][data-held-back]")).to_have_count(1)
    page.emulate_media(media="print")
    expect(value(page)).to_be_hidden()
    expect(question(page)).to_contain_text("Det är bara för dig och CM.")


def test_the_choice_fits_a_phone_and_has_no_fault_that_axe_finds(new_context, site):
    width, height = PHONE
    page = new_context(viewport={"width": width, "height": height}).new_page()
    kept_before(page, site, "Sjunga", "Sova")
    goals(page, site, "Sjunga i kör " * 20, "Sova", "Gå ut")
    choice = dialog(plan(page, site))
    assert choice.evaluate("e => e.scrollWidth <= e.clientWidth")
    choice.get_by_role("checkbox", name="Gå ut").check()
    choice.get_by_role("button", name="Bestäm senare").click()
    expect(question(page).get_by_role("button", name="Jämför och välj")).to_be_focused()
    assert [] == violations(page)
