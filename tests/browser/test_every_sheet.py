"""Every sheet of the binder: looked at with axe-core, filled in, saved, opened again, printed, taken home.

Each sheet is walked through once, whichever test asks first: what takes time is to open it.
"""

import functools
import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

from tests.browser.conftest import Watch
from tests.browser.sheet import Example, Sheet
from tests.browser.sheets import (
    PHONE,
    TABLET,
    WIDE,
    alive,
    create_binder,
    engine_ready,
    hold_python,
    line,
    open_sheet,
    release_python,
    violations,
    violations_in_the_dark,
)

DOCS = Path(__file__).resolve().parents[2] / "docs" / "arbetsblad"
SHEETS = sorted(p.stem for p in DOCS.glob("*.md") if p.stem != "index")
NARROW = (320, 640)
SMALL = """() => [...document.querySelectorAll("form[data-worksheet] :is(button, input, select, textarea, summary)")]
  .filter((one) => one.checkVisibility() && !one.matches(".unseen, [type=hidden]"))
  .map((one) => (one.closest("label.ws-choice") ?? one).getBoundingClientRect())
  .filter((box) => box.width < 44 || box.height < 44).length"""
FILL = """() => {
  for (const one of document.querySelectorAll("form[data-worksheet] [name]")) {
    if (one.type === "radio" || one.type === "checkbox") one.checked = true;
    else if (one.tagName !== "SELECT" && one.type !== "hidden") one.value = "Ett svar";
    one.dispatchEvent(new Event("input", {bubbles: true}));
  }
}"""
# Rows out of sight are not laid out, and after a print their old measures are told; a reader scrolls there.
SCROLL_THROUGH = """async () => {
  for (const row of document.querySelectorAll("form[data-worksheet] [data-row]")) {
    row.scrollIntoView();
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  }
}"""
Answers = dict[str, str | list[str]]


@dataclass(frozen=True)
class Opened:
    """What was found on a sheet that nobody has written on."""

    violations: list[str]
    violations_in_the_dark: list[str]
    small_and_beyond: dict[tuple[int, int], tuple[int, int]]
    beyond_320_pixels: int


@dataclass(frozen=True)
class Filled:
    """What became of a sheet that was filled in from its example."""

    written: Answers
    read_again: Answers
    on_paper: str
    taken_home: Answers
    violations_with_a_mistake: list[str]


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[Callable[[], BrowserContext]]:
    """Give a device; nothing may go wrong on any of them."""
    watch = Watch()
    opened = []

    def make() -> BrowserContext:
        opened.append(watch.attach(browser.new_context(locale="sv-SE")))
        return opened[-1]

    yield make
    for one in opened:
        one.close()
    assert [] == watch.problems


@pytest.fixture(scope="module")
def opened(context, site) -> Callable[[str], Opened]:
    """Look at a sheet as it opens, before anything is written and before Python has come."""
    device = context()
    hold_python(device)
    page = device.new_page()

    @functools.cache
    def look(name: str) -> Opened:
        resize(page, TABLET)
        open_sheet(page, site, name)
        found = violations(page)
        sizes = {TABLET: (page.evaluate(SMALL), page.evaluate(WIDE))}
        resize(page, PHONE)
        sizes[PHONE] = (page.evaluate(SMALL), page.evaluate(WIDE))
        in_the_dark = violations_in_the_dark(page)
        resize(page, NARROW)
        return Opened(found, in_the_dark, sizes, page.evaluate(WIDE))

    return look


@pytest.fixture(scope="module")
def filled(context, site, built_site: Path) -> Callable[[str], Filled]:
    """Fill in a sheet from its example in a binder, and see what becomes of it."""
    definitions = json.loads((built_site / "definitions.json").read_text(encoding="utf-8"))
    examples = {one["id"]: Example.of(one) for one in definitions}
    device = context()
    page = device.new_page()

    @functools.cache
    def fill(name: str) -> Filled:
        resize(page, TABLET)
        hold_python(device)
        open_binder(page, site)
        sheet = Sheet(open_sheet(page, site, name))
        sheet.fill_at_once(examples[name])
        sheet.wait_until("saved")
        release_python(device)
        page.reload()
        sheet = Sheet(alive(page))
        sheet.wait_until("saved")
        sheet.adopt(examples[name])
        written, read_again = sheet.expected(examples[name]), answered(sheet.read())
        engine_ready(page)
        return Filled(written, read_again, printed(page), taken_home(page), mistaken(page))

    return fill


def resize(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})


def open_binder(page: Page, site) -> None:
    """Each sheet stands for itself, whatever became of the last."""
    page.goto(site.url("parmar/"))
    page.locator("[data-binders] > *").first.wait_for()
    if not page.get_by_role("button", name="Lås").is_visible():
        create_binder(page, site)


def answered(answers: Answers) -> Answers:
    return {name: value for name, value in answers.items() if value and not name.endswith("/rad")}


def squeezed(words: str) -> str:
    return re.sub(r"[\s\u00ad]+", "", words).replace("−", "-")


def printed(page: Page) -> str:
    """The words on paper, without the white space that paper puts between them."""
    file = page.pdf(format="A4", print_background=True)
    return squeezed("".join(one.extract_text() for one in PdfReader(io.BytesIO(file)).pages))


def taken_home(page: Page) -> Answers:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Ladda ner fil").first.click()
    file = json.loads(Path(waiting.value.path()).read_text(encoding="utf-8"))
    return answered(file["draft"]["answers"])


def mistaken(page: Page) -> list[str]:
    """What axe-core finds when everything is filled in, and something that cannot be read is pointed out."""
    resize(page, PHONE)
    page.evaluate(FILL)
    for button in page.locator("[data-add-row]").all():
        button.click()
    line(page, "datum").fill("hej")
    page.get_by_role("button", name="Klar", exact=True).click()
    expect(page.locator("[data-error-summary]")).to_be_visible()
    page.evaluate(SCROLL_THROUGH)
    return violations(page)


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_free_of_violations_as_it_opens(opened, name):
    assert [] == opened(name).violations


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_has_colours_that_can_be_read_in_the_dark(opened, name):
    assert [] == opened(name).violations_in_the_dark


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("size", [TABLET, PHONE], ids=["tablet", "phone"])
def test_every_control_fits_a_thumb_and_nothing_sticks_out(opened, name, size):
    assert (0, 0) == opened(name).small_and_beyond[size]


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_does_not_scroll_sideways_at_320_pixels(opened, name):
    assert opened(name).beyond_320_pixels <= 0


@pytest.mark.parametrize("name", SHEETS)
def test_what_is_written_on_a_sheet_is_there_when_it_is_opened_again(filled, name):
    assert filled(name).written == filled(name).read_again


@pytest.mark.parametrize("name", SHEETS)
def test_what_is_written_on_a_sheet_is_printed(filled, name):
    lines = [value for value in filled(name).written.values() if isinstance(value, str)]
    assert [] == [line for line in lines if squeezed(line) not in filled(name).on_paper]


@pytest.mark.parametrize("name", SHEETS)
def test_what_is_written_on_a_sheet_is_taken_home(filled, name):
    assert filled(name).written == filled(name).taken_home


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_free_of_violations_when_filled_in_with_something_that_cannot_be_read(
    filled, name
):
    assert [] == filled(name).violations_with_a_mistake
