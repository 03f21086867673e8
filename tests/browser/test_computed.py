"""What a sheet works out on the screen: from its own rows, from other sheets, and from the occasion before."""

import pytest
from playwright.sync_api import expect

from tests.browser.sheets import (
    PHONE,
    TABLET,
    engine_ready,
    expect_state,
    line,
    open_sheet,
    violations,
)


def output(page, name):
    """The place where a worked-out value stands in the form."""
    return page.locator(f'form output[data-output="{name}"]')


def pick(page, name, value):
    """Answer a scale as a finger does: on the words beside the button."""
    option = page.locator(f'[name="{name}"][value="{value}"]')
    page.locator("form label").filter(has=option).click()


@pytest.fixture(params=[PHONE, TABLET], ids=["phone", "tablet"])
def page(request, new_context):
    """A page as wide as a phone, and as a tablet."""
    width, height = request.param
    return new_context(viewport={"width": width, "height": height}).new_page()


def test_the_second_quarterly_report_shows_then_and_now_and_the_lines(page, site):
    open_sheet(page, site, "kvartalsrapport")
    engine_ready(page)
    line(page, "datum").fill("2026-03-11")
    pick(page, "liv_helhet", "4")
    expect(page.locator('[data-picture="over_tid"] [data-picture-alt]')).to_contain_text(
        "4 (11 mars 2026)"
    )
    expect(output(page, "forra_gangen")).to_contain_text("Räknas ut när")
    expect_state(page, "memory")
    page.get_by_role("button", name="Nytt tillfälle").click()
    line(page, "datum").fill("2026-06-04")
    pick(page, "liv_helhet", "6")
    expect(output(page, "forra_gangen")).to_contain_text("från 4 till 6")
    expect(output(page, "nasta_rapport")).to_have_text("Omkring 4 september 2026")
    picture = page.locator('[data-picture="over_tid"]')
    expect(picture.locator("[data-picture-alt]")).to_contain_text(
        "4 (11 mars 2026), 6 (4 juni 2026)"
    )
    expect(picture.locator("polyline")).to_have_count(1)
    assert [] == violations(page)


def test_going_back_to_the_first_report_compares_with_nothing_later(page, site):
    open_sheet(page, site, "kvartalsrapport")
    engine_ready(page)
    line(page, "datum").fill("2026-03-11")
    pick(page, "liv_helhet", "4")
    expect_state(page, "memory")
    page.get_by_role("button", name="Nytt tillfälle").click()
    line(page, "datum").fill("2026-06-04")
    pick(page, "liv_helhet", "6")
    expect(output(page, "forra_gangen")).to_contain_text("från 4 till 6")
    page.get_by_text("Tidigare tillfällen (1)").click()
    page.get_by_role("link", name="11 mars 2026").click()
    expect(output(page, "forra_gangen")).to_contain_text("Räknas ut när")
    expect(page.locator('[data-picture="over_tid"] [data-picture-alt]')).to_have_text(
        "Linjer över tid. Hur nöjd är du, om du väger ihop allt i livet: 4 (11 mars 2026)."
    )


def test_the_minutes_of_an_agenda_are_added_while_they_are_written(page, site):
    open_sheet(page, site, "dagordning")
    engine_ready(page)
    for row, minutes in zip(
        page.locator('form [data-rows="punkter"] [name$="/minuter"]').all()[:2],
        ("5", "10"),
        strict=True,
    ):
        row.fill(minutes)
    expect(output(page, "tid_summa")).to_contain_text("Punkterna tar 15 minuter ihop.")
