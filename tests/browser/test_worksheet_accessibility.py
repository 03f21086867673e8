"""axe-core over a worksheet that can only be read; every sheet is looked through by test_every_sheet.py."""

from playwright.sync_api import expect

from tests.browser.sheets import TABLET, open_sheet, stop_engine, violations


def test_a_sheet_is_free_of_violations_when_it_can_only_be_read(new_context, watch, site):
    context = new_context(viewport={"width": TABLET[0], "height": TABLET[1]})
    stop_engine(context, watch)
    page = open_sheet(context.new_page(), site, "mal")
    other = open_sheet(page.context.new_page(), site, "mal")
    expect(other.get_by_role("button", name="Ta över här")).to_be_visible()
    assert violations(other) == []
