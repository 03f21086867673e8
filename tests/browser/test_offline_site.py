"""The whole site on a device without a network: read, search, fill in, have it worked out, and have it as PDF."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watch
from tests.browser.hosting import deploy_anew, hosted
from tests.browser.sheets import (
    alive,
    create_binder,
    engine_ready,
    expect_state,
    line,
    open_sheet,
    violations,
)
from tests.browser.test_offline import UPDATE

DEVICE = "om/den-har-enheten/"
WRONG = "”hej” går inte att läsa som ett datum."
FETCH_MS = 60_000
CALM = "ERR_|Failed to|503"


@pytest.fixture(scope="module")
def host(built_site):
    with hosted(built_site) as running:
        yield running


@pytest.fixture(scope="module")
def device(browser, host):
    """A device that was made ready by the button on its page; what it said meanwhile is kept."""
    seen = Watch()
    seen.expect(CALM)
    context = seen.attach(browser.new_context(locale="sv-SE"))
    page = context.new_page()
    page.goto(host.site.url(DEVICE))
    page.get_by_role("button", name="Gör sidan redo att användas utan nät").click()
    expect(page.get_by_text("Klart. Nu fungerar webbplatsen utan nät")).to_be_visible(
        timeout=FETCH_MS
    )
    page.close()
    yield context
    context.close()
    assert [] == seen.problems


@pytest.fixture
def page(device, host):
    """A new page on the device, when the network has gone."""
    host.goes_away()
    opened = device.new_page()
    yield opened
    host.behaves()
    opened.close()


def region(page):
    return page.get_by_role("region", name="Använda webbplatsen utan nät")


def test_the_device_says_that_it_is_ready_and_names_what_lies_there(page, host):
    page.goto(host.site.url(DEVICE))
    expect(region(page)).to_contain_text("Redo att användas utan nät")
    stored = page.get_by_role("region", name="Det här ligger på enheten")
    expect(stored).to_contain_text("ract-utan-nat:/parm/:")


def test_axe_finds_nothing_where_the_device_tells_of_the_network(page, host):
    page.goto(host.site.url(DEVICE))
    expect(region(page)).to_contain_text("Redo att användas utan nät")
    assert violations(page, "main") == []


def test_the_manual_is_read_and_searched(page, host):
    page.goto(host.site.url("flikar/3-planering/krisplan/"))
    page.get_by_role("button", name="Sök").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("searchbox").fill("krisplan")
    dialog.locator("[data-search-hits] a").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    fonts = "async () => (await document.fonts.ready, [...document.fonts].some((f) => f.status === 'loaded'))"
    assert page.evaluate(fonts)


def test_a_sheet_is_filled_in_kept_in_a_binder_and_worked_out(page, host):
    create_binder(page, host.site)
    open_sheet(page, host.site, "mal")
    line(page, "drom").fill("Bo nära havet")
    expect_state(page, "saved")
    page.reload()
    engine_ready(alive(page))
    expect(line(page, "drom")).to_have_value("Bo nära havet")
    line(page, "datum").fill("hej")
    page.get_by_role("button", name="Klar", exact=True).click()
    expect(page.locator("#f-datum-fel")).to_contain_text(WRONG)
    page.get_by_role("button", name="Lås").first.click()


def test_pdf_is_a_part_of_its_own_that_is_asked_for(page, host):
    engine_ready(open_sheet(page, host.site, "mal"))
    line(page, "drom").fill("Bo nära havet")
    page.get_by_role("button", name="Ladda ner PDF").click()
    expect(page.locator("[data-notice]")).to_contain_text(
        "Det som gör PDF finns inte på enheten", timeout=FETCH_MS
    )
    expect(page.locator("html[data-engine=ready]")).to_have_count(1)
    host.behaves()
    page.goto(host.site.url(DEVICE))
    page.get_by_role("button", name="Hämta också det som gör PDF").click()
    expect(region(page)).to_contain_text("PDF kan göras utan nät", timeout=FETCH_MS)
    host.goes_away()
    engine_ready(open_sheet(page, host.site, "mal"))
    with page.expect_download(timeout=90_000) as download:
        page.get_by_role("button", name="Ladda ner PDF").click()
    assert download.value.path().read_bytes()[:5] == b"%PDF-"


def test_a_finished_pdf_is_said_to_need_the_network(page, host):
    page.goto(host.site.url("parm.pdf"))
    expect(page.get_by_role("heading", name="Den här sidan behöver nät")).to_be_visible()


def test_a_new_build_that_comes_while_somebody_writes_takes_nothing_away(
    device, host, built_site, tmp_path_factory
):
    page = open_sheet(device.new_page(), host.site, "krisplan")
    folder = tmp_path_factory.mktemp("ny") / "sajt"
    host.folder = deploy_anew(built_site, folder, {"om/index.html": ("Om pärmen", "Om nya pärmen")})
    first = page.locator("form[data-worksheet] textarea").first
    first.fill("Jag ringer Gun Exempel")
    assert page.evaluate(UPDATE) == "installed"
    expect(page.get_by_text("Det finns en ny version av sidan.")).to_be_visible()
    expect(first).to_have_value("Jag ringer Gun Exempel")
    with page.expect_navigation():
        page.get_by_role("button", name="Uppdatera").click()
    engine_ready(alive(page))
    expect(first).to_have_value("Jag ringer Gun Exempel")
    page.goto(host.site.url("om/"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Om nya pärmen")
    page.close()
