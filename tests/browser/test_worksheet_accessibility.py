"""axe-core over every worksheet: as it opens, filled in, and with what cannot be read pointed out."""

import functools
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Watch
from tests.browser.sheets import (
    PHONE,
    TABLET,
    engine_ready,
    line,
    open_sheet,
    stop_engine,
    violations,
)

DOCS = Path(__file__).resolve().parents[2] / "docs" / "arbetsblad"
SHEETS = sorted(p.stem for p in DOCS.glob("*.md") if p.stem != "index")
SMALL = """() => [...document.querySelectorAll("form[data-worksheet] :is(button, input, select, textarea, summary)")]
  .filter((one) => one.checkVisibility() && !one.matches(".unseen, [type=hidden]"))
  .map((one) => (one.closest("label.ws-choice") ?? one).getBoundingClientRect())
  .filter((box) => box.width < 44 || box.height < 44).length"""
WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
FILL = """() => {
  for (const one of document.querySelectorAll("form[data-worksheet] [name]")) {
    if (one.type === "radio" || one.type === "checkbox") one.checked = true;
    else if (one.tagName !== "SELECT" && one.type !== "hidden") one.value = "Ett svar";
    one.dispatchEvent(new Event("input", {bubbles: true}));
  }
}"""


@dataclass(frozen=True)
class Seen:
    """What one walk through a sheet found in each of its states."""

    opened: list[str]
    filled_with_a_mistake: list[str]
    sizes: dict[tuple[int, int], tuple[int, int]]


@pytest.fixture(scope="module")
def look(browser: Browser, site):
    """Walk through a sheet once, whichever test asks first: `look(sheet)`."""
    watch = Watch()

    @functools.cache
    def walk(sheet: str) -> Seen:
        width, height = TABLET
        context = watch.attach(
            browser.new_context(locale="sv-SE", viewport={"width": width, "height": height})
        )
        page = open_sheet(context.new_page(), site, sheet)
        opened, sizes = violations(page), {TABLET: (page.evaluate(SMALL), page.evaluate(WIDE))}
        page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        sizes[PHONE] = (page.evaluate(SMALL), page.evaluate(WIDE))
        page.evaluate(FILL)
        for button in page.locator("[data-add-row]").all():
            button.click()
        engine_ready(page)
        line(page, "datum").fill("hej")
        page.get_by_role("button", name="Klar", exact=True).click()
        expect(page.locator("[data-error-summary]")).to_be_visible()
        filled_with_a_mistake = violations(page)
        context.close()
        return Seen(opened, filled_with_a_mistake, sizes)

    yield walk
    assert [] == watch.problems


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_is_free_of_violations_as_it_opens(look, sheet):
    assert [] == look(sheet).opened


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_is_free_of_violations_when_filled_in_with_something_that_cannot_be_read(
    look, sheet
):
    assert [] == look(sheet).filled_with_a_mistake


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("size", [TABLET, PHONE], ids=["tablet", "phone"])
def test_every_control_fits_a_thumb_and_nothing_sticks_out(look, sheet, size):
    assert (0, 0) == look(sheet).sizes[size]


def test_a_sheet_is_free_of_violations_when_it_can_only_be_read(new_context, watch, site):
    context = new_context(viewport={"width": TABLET[0], "height": TABLET[1]})
    stop_engine(context, watch)
    page = open_sheet(context.new_page(), site, "mal")
    other = open_sheet(page.context.new_page(), site, "mal")
    expect(other.get_by_role("button", name="Ta över här")).to_be_visible()
    assert violations(other) == []
