"""What Python adds to a worksheet, and that the form goes on when Python does not."""

import pytest
from playwright.sync_api import expect

from tests.browser.sheets import (
    cell,
    create_binder,
    engine_ready,
    expect_state,
    line,
    open_sheet,
    rows,
    stop_engine,
)

SORRY = "Uträkningar och PDF fungerar inte just nu. Det du skriver sparas ändå."
WRONG = "”hej” går inte att läsa som ett datum. Skriv år, månad och dag, till exempel 2026-03-27."


@pytest.fixture
def page(context):
    """A fresh device."""
    return context.new_page()


@pytest.fixture
def without(context, watch):
    """A fresh device on which the engine's files are missing."""
    stop_engine(context, watch)
    return context.new_page()


def test_klar_gathers_what_cannot_be_read_and_goes_there(page, site):
    engine_ready(open_sheet(page, site, "mal"))
    line(page, "datum").fill("hej")
    page.get_by_role("button", name="Klar", exact=True).click()
    summary = page.locator("[data-error-summary]")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("link", name=WRONG)).to_be_visible()
    expect(page).to_have_title("Fel: Mina mål – RACT-pärmen")
    expect(page.locator("#f-datum-fel")).to_have_text(WRONG)
    expect(line(page, "datum")).to_have_value("hej")
    summary.get_by_role("link", name=WRONG).click()
    expect(line(page, "datum")).to_be_focused()
    line(page, "datum").fill("2026-03-27")
    expect(summary).to_be_hidden()
    expect(page.locator("#f-datum-fel")).to_be_empty()
    expect(page).to_have_title("Mina mål – RACT-pärmen")


def test_nothing_is_called_wrong_before_klar(page, site):
    engine_ready(open_sheet(page, site, "mal"))
    line(page, "datum").fill("hej")
    line(page, "drom").fill("Bo nära havet")
    page.wait_for_timeout(1_000)
    expect(page.locator("[aria-invalid]")).to_have_count(0)


def test_the_three_most_important_areas_are_worked_out(page, site):
    engine_ready(open_sheet(page, site, "livsomraden"))
    first = rows(page, "omraden").first
    first.locator('[name$="/nojd"]').nth(2).check()
    first.locator('[name$="/viktigt"]').nth(3).check()
    expect(page.locator('[data-output="viktigast"]')).to_have_text("Boende och hem")


def test_a_value_from_another_sheet_is_shown_with_where_it_stands(page, site):
    open_sheet(page, site, "mal")
    cell(page, "mal", 0, "mal").fill("Sjunga i kören")
    expect_state(page, "memory")
    plan = engine_ready(open_sheet(page, site, "personlig-plan"))
    expect(plan.locator("[data-output]").filter(has_text="Sjunga i kören").first).to_contain_text(
        "Från Mina mål"
    )


def test_a_sheet_can_be_had_as_a_pdf(page, site):
    engine_ready(open_sheet(page, site, "mal"))
    line(page, "drom").fill("Bo nära havet")
    with page.expect_download(timeout=90_000) as download:
        page.get_by_role("button", name="Ladda ner PDF").click()
    assert download.value.path().read_bytes()[:5] == b"%PDF-"


def test_without_the_engine_the_form_says_so_calmly_and_saves(without, site):
    create_binder(without, site)
    line(open_sheet(without, site, "mal"), "drom").fill("Bo nära havet")
    expect(without.locator("html[data-engine=failed]")).to_have_count(1, timeout=30_000)
    expect(without.get_by_text(SORRY)).to_be_visible()
    line(without, "hinder").fill("Bussen")
    expect_state(without, "saved")
    without.reload()
    expect(line(without, "hinder")).to_have_value("Bussen")


def test_without_the_engine_klar_says_that_nothing_is_lost(without, site):
    open_sheet(without, site, "mal")
    expect(without.locator("html[data-engine=failed]")).to_have_count(1, timeout=30_000)
    without.get_by_role("button", name="Klar", exact=True).click()
    expect(without.locator("[data-notice]")).to_have_text(
        "Bladet kan inte gås igenom just nu. Det du har skrivit finns kvar."
    )


def test_an_engine_that_was_missing_can_be_tried_again(without, site):
    open_sheet(without, site, "mal")
    expect(without.locator("html[data-engine=failed]")).to_have_count(1, timeout=30_000)
    without.context.unroute("**/runtime/pyodide/**")
    without.get_by_role("button", name="Försök igen").click()
    engine_ready(without)
    expect(without.get_by_text(SORRY)).to_be_hidden()


def test_an_engine_that_dies_once_is_started_anew_by_itself(context, watch, site):
    watch.expect(r"ERR_FAILED|pyodide")
    context.route("**/runtime/pyodide/pyodide.mjs", lambda route: route.abort(), times=1)
    page = engine_ready(open_sheet(context.new_page(), site, "mal"))
    line(page, "datum").fill("hej")
    page.get_by_role("button", name="Klar", exact=True).click()
    expect(page.locator("#f-datum-fel")).to_have_text(WRONG)


def test_a_person_is_picked_from_the_contacts(without, site):
    open_sheet(without, site, "mina-kontakter")
    cell(without, "personer", 0, "namn").fill("Gun Exempel")
    expect_state(without, "memory")
    open_sheet(without, site, "mal")
    who = without.locator('[data-field="deltagare"]')
    who.locator("select").select_option("Gun Exempel")
    who.get_by_role("button", name="Lägg till namnet").click()
    expect(line(without, "deltagare")).to_have_value("Gun Exempel")


def test_a_picked_row_is_kept_by_its_id_until_the_words_are_changed(without, site):
    open_sheet(without, site, "mina-kontakter")
    cell(without, "personer", 0, "namn").fill("Gun Exempel")
    row = rows(without, "personer").first.get_attribute("data-row")
    expect_state(without, "memory")
    open_sheet(without, site, "mal")
    vem = rows(without, "narstaendemal").first.locator('[data-field$="/vem"]')
    vem.locator("select").select_option("Gun Exempel")
    expect(vem.locator('[name$="/vem"]')).to_have_value("Gun Exempel")
    expect(vem.locator('[name$="/rad"]')).to_have_value(row)
    vem.locator('[name$="/vem"]').fill("Någon annan")
    expect(vem.locator('[name$="/rad"]')).to_have_value("")


def test_a_new_name_can_be_added_to_the_contacts(without, site):
    open_sheet(without, site, "mal")
    line(without, "deltagare").fill("Noor Fiktiv")
    line(without, "drom").focus()
    without.locator('[data-field="deltagare"]').get_by_role(
        "button", name="Lägg till i Mina kontakter"
    ).click()
    expect(
        without.locator('[data-field="deltagare"]').get_by_role(
            "button", name="Lägg till i Mina kontakter"
        )
    ).to_be_hidden()
    open_sheet(without, site, "mina-kontakter")
    expect(rows(without, "personer").first.locator('[name$="/namn"]')).to_have_value("Noor Fiktiv")
