"""Historik on a sheet: how it stood, what differs from now, and a way back that loses nothing."""

import datetime

import pytest
from playwright.sync_api import expect

from tests.browser.sheets import (
    PHONE,
    create_binder,
    engine_ready,
    expect_state,
    line,
    open_sheet,
    stop_engine,
    violations,
)

THEN = datetime.datetime(2026, 3, 27, 14, 2)  # noqa: DTZ001 (the device's own clock)


def two_versions(page, site):
    """A sheet that was saved with one dream at 14.02, and with another an hour later."""
    page.clock.set_fixed_time(THEN)
    open_sheet(page, site, "mal")
    line(page, "drom").fill("Bo nära havet")
    line(page, "drom").blur()
    expect(page.get_by_role("button", name="Historik")).to_be_visible()
    page.clock.set_fixed_time(THEN + datetime.timedelta(hours=1))
    line(page, "drom").fill("Sjunga i kör")
    line(page, "drom").blur()
    return page


@pytest.fixture
def page(context, watch, site):
    """The sheet with two versions, where Python cannot start."""
    stop_engine(context, watch)
    return two_versions(context.new_page(), site)


def shown(page):
    """The page when the older version is shown."""
    page.get_by_role("button", name="Historik").click()
    page.get_by_role("button", name="27 mars 2026 klockan 14.02").click()
    return page.locator("[data-history]")


def test_the_history_tells_when_and_how_much_differs_from_now(page):
    page.get_by_role("button", name="Historik").click()
    expect(page.get_by_role("heading", name="Historik", exact=True)).to_be_focused()
    expect(page.locator("[data-history] li")).to_have_count(1)
    expect(page.locator("[data-history] li")).to_contain_text("Ett svar skiljer sig från nu")


def test_an_older_version_is_read_beside_what_stands_now_without_python(page):
    expect(shown(page)).to_contain_text("Bo nära havetNuSjunga i kör")


def test_restoring_moves_forward_and_what_stood_is_in_the_history(page):
    shown(page).get_by_role("button", name="Återställ den här versionen").click()
    expect(line(page, "drom")).to_have_value("Bo nära havet")
    page.clock.set_fixed_time(THEN + datetime.timedelta(hours=2))
    line(page, "drom").fill("Resa")
    line(page, "drom").blur()
    page.get_by_role("button", name="Historik").click()
    expect(page.get_by_role("button", name="27 mars 2026 klockan 15.02")).to_be_visible()
    page.get_by_role("button", name="27 mars 2026 klockan 15.02").click()
    expect(page.locator("[data-history]")).to_contain_text("Bo nära havet")


def test_restoring_can_be_taken_back(page):
    shown(page).get_by_role("button", name="Återställ den här versionen").click()
    page.get_by_role("button", name="Ångra", exact=True).click()
    expect(line(page, "drom")).to_have_value("Sjunga i kör")


def test_the_history_is_there_after_the_binder_was_locked_and_opened(page, site):
    create_binder(page, site)
    open_sheet(page, site, "mal")
    expect(line(page, "drom")).to_have_value("Sjunga i kör")
    page.clock.set_fixed_time(THEN + datetime.timedelta(days=1))
    line(page, "drom").fill("Resa")
    line(page, "drom").blur()
    expect_state(page, "saved")
    page.reload()
    page.get_by_role("button", name="Historik").click()
    expect(page.locator("[data-history] li")).to_have_count(1)


def test_axe_finds_nothing_in_the_history(page):
    page.get_by_role("button", name="Historik").click()
    assert [] == violations(page)
    page.get_by_role("button", name="27 mars 2026 klockan 14.02").click()
    assert [] == violations(page)


def test_with_python_the_words_are_those_of_the_comparison(new_context, site):
    width, height = PHONE
    page = engine_ready(
        two_versions(new_context(viewport={"width": width, "height": height}).new_page(), site)
    )
    expect(shown(page)).to_contain_text("Bo nära havetNuSjunga i kör")
