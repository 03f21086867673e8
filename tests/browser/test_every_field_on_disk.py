"""Whatever line of whatever sheet it was written on, nothing can be read on the device's disk."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sheet import Sheet
from tests.browser.sheets import hold_python, release_python

MARK = "Havsörnsmärke-4283-åäö"
PASSPHRASE = "en pärm som ingen annan öppnar"
WRITE_IN_EVERY_LINE = """(form, mark) => {
  const lines = [...form.querySelectorAll("textarea[name], input[type=text][name]")];
  for (const [number, line] of lines.entries()) {
    line.value = `${mark} ${number}`;
    line.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  return lines.length;
}"""


PLAN_SHEETS = ("mina-kontakter", "natverkskarta", "livsomraden", "mal", "delmal", "personlig-plan")


@pytest.fixture(scope="module")
def sheets(built_site: Path) -> list[str]:
    definitions = json.loads((built_site / "definitions.json").read_text(encoding="utf-8"))
    return [one["id"] for one in definitions]


def create_binder(page: Page, site) -> None:
    page.goto(site.url("parmar/"))
    page.get_by_label("Ny lösenfras").fill(PASSPHRASE)
    page.get_by_role("button", name="Skapa pärm").click()
    expect(page.get_by_role("heading", name="Pärm 1 är öppen")).to_be_visible(timeout=30_000)


def write_everywhere(page: Page, site, sheets: list[str], state: str) -> int:
    """How many lines were written in, on all sheets together."""
    written = 0
    for name in sheets:
        # Python reads along on the sheets of the plan, and comes too late on the others.
        (release_python if name in PLAN_SHEETS else hold_python)(page.context)
        page.goto(site.url(f"arbetsblad/{name}/"))
        sheet = Sheet(page)
        for add in sheet.form.locator("[data-add-row]").all():
            add.click()
        written += sheet.form.evaluate(WRITE_IN_EVERY_LINE, MARK)
        sheet.wait_until(state)
    return written


def fill_a_binder(page: Page, site, sheets) -> None:
    create_binder(page, site)
    written = write_everywhere(page, site, sheets, "saved")
    page.get_by_role("button", name="Töm bladet").click()
    release_python(page.context)
    page.goto(site.url("min-plan/"))
    expect(page.locator("[data-plan-document]")).to_contain_text(MARK, timeout=60_000)
    assert written > 10 * len(sheets)


def test_no_line_of_any_sheet_in_a_binder_can_be_read_on_disk_after_a_kill(
    profile, site, sheets: list[str]
) -> None:
    fill_a_binder(profile.open().new_page(), site, sheets)
    profile.kill()

    assert [] == profile.holds(MARK)


def test_no_line_of_the_plans_sheets_can_be_read_on_disk_after_the_browser_was_closed(
    profile, site
) -> None:
    fill_a_binder(profile.open().new_page(), site, PLAN_SHEETS)
    profile.close()

    assert [] == profile.holds(MARK)


def test_no_line_of_the_plans_sheets_without_a_binder_can_be_read_on_disk(profile, site) -> None:
    page = profile.open().new_page()
    write_everywhere(page, site, PLAN_SHEETS, "memory")
    profile.kill()

    assert [] == profile.holds(MARK)
