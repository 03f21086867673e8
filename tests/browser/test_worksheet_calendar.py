"""A day on a sheet becomes a calendar file, and one that cannot be understood is told."""

import pytest
from playwright.sync_api import expect

from tests.browser.sheets import ENGINE_MS, open_sheet

SHEET = "vard-och-stodmote"


@pytest.fixture
def sheet(context, site):
    """The sheet of a meeting, on which the next one is agreed at home."""
    page = open_sheet(context.new_page(), site, SHEET)
    page.locator("[name=nasta]").fill("2026-12-04")
    page.locator("[name=nasta_tid]").fill("14.00")
    page.locator("[name=nasta_plats]").fill("Hemma hos mig")
    return page


def calendar_of(page):
    """The calendar file that the button gives."""
    with page.expect_download(timeout=ENGINE_MS) as download:
        page.get_by_role("button", name="Lägg i kalendern").click()
    return download.value.path().read_bytes().decode("utf-8")


def test_the_file_says_when_and_nothing_personal(sheet):
    text = calendar_of(sheet)
    assert "DTSTART:20261204T140000\r\nSUMMARY:Möte\r\n" in text
    assert "Hemma" not in text


def test_the_file_is_stamped_in_utc_wherever_the_device_is(new_context, site):
    device = new_context(timezone_id="Europe/Stockholm")
    device.clock.set_fixed_time("2026-12-01T09:00:00+01:00")
    page = open_sheet(device.new_page(), site, SHEET)
    page.locator("[name=nasta]").fill("2026-12-04")
    assert "DTSTAMP:20261201T080000Z\r\n" in calendar_of(page)


def test_the_place_comes_along_when_the_person_ticks_it(sheet):
    sheet.get_by_label("Ta med plats och vad det gäller").check()
    assert "LOCATION:Hemma hos mig\r\n" in calendar_of(sheet)


def test_a_day_that_does_not_exist_is_told_and_stays(sheet):
    sheet.locator("[name=nasta]").fill("2026-02-30")
    sheet.get_by_role("button", name="Lägg i kalendern").click()
    notice = sheet.locator("[data-notice]")
    expect(notice).to_contain_text("Dagen 2026-02-30 finns inte i kalendern.", timeout=ENGINE_MS)
    expect(sheet.locator("[name=nasta]")).to_have_value("2026-02-30")
