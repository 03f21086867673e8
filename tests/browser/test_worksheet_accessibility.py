"""axe-core over every worksheet: as it opens, filled in, and with what cannot be read pointed out."""

import pytest
from playwright.sync_api import expect

from tests.browser.sheets import (
    PHONE,
    TABLET,
    engine_ready,
    line,
    open_sheet,
    stop_engine,
    violations,
)
from tests.browser.test_accessibility_manual import ROOT

SHEETS = sorted(p.stem for p in (ROOT / "docs/arbetsblad").glob("*.md") if p.stem != "index")
SMALL = """() => [...document.querySelectorAll("form[data-worksheet] :is(button, input, select, textarea, summary)")]
  .filter((one) => one.checkVisibility() && !one.matches(".unseen, [type=hidden]"))
  .map((one) => (one.closest("label.ws-choice") ?? one).getBoundingClientRect())
  .filter((box) => box.width < 44 || box.height < 44).length"""
WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def sized(new_context, watch, size):
    context = new_context(viewport={"width": size[0], "height": size[1]})
    stop_engine(context, watch)
    return context.new_page()


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_is_free_of_violations_as_it_opens(new_context, watch, site, sheet):
    assert violations(open_sheet(sized(new_context, watch, TABLET), site, sheet)) == []


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_is_free_of_violations_when_filled_in(new_context, watch, site, sheet):
    page = open_sheet(sized(new_context, watch, PHONE), site, sheet)
    page.evaluate("""() => {
      for (const one of document.querySelectorAll("form[data-worksheet] [name]")) {
        if (one.type === "radio" || one.type === "checkbox") one.checked = true;
        else if (one.tagName !== "SELECT" && one.type !== "hidden") one.value = "Ett svar";
        one.dispatchEvent(new Event("input", {bubbles: true}));
      }
    }""")
    for button in page.locator("[data-add-row]").all():
        button.click()
    assert violations(page) == []


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_is_free_of_violations_when_something_cannot_be_read(context, site, sheet):
    page = engine_ready(open_sheet(context.new_page(), site, sheet))
    line(page, "datum").fill("hej")
    page.get_by_role("button", name="Klar", exact=True).click()
    expect(page.locator("[data-error-summary]")).to_be_visible()
    assert violations(page) == []


def test_a_sheet_is_free_of_violations_when_it_can_only_be_read(new_context, watch, site):
    page = open_sheet(sized(new_context, watch, TABLET), site, "mal")
    other = open_sheet(page.context.new_page(), site, "mal")
    expect(other.get_by_role("button", name="Ta över här")).to_be_visible()
    assert violations(other) == []


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("size", [TABLET, PHONE], ids=["tablet", "phone"])
def test_every_control_fits_a_thumb_and_nothing_sticks_out(new_context, watch, site, sheet, size):
    page = open_sheet(sized(new_context, watch, size), site, sheet)
    assert (page.evaluate(SMALL), page.evaluate(WIDE)) == (0, 0)
