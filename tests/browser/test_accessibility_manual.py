"""axe-core over every page of the built site, and over the states that a reader can put it in."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Watch
from tests.browser.sheets import PHONE, TABLET, WIDE, violations, violations_in_the_dark

ROOT = Path(__file__).resolve().parents[2]
DESK, NARROW = (1280, 900), (320, 640)
EVERYTHING = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def addresses():
    """The address of every Markdown page, as MkDocs gives it."""
    for source in sorted((ROOT / "docs").rglob("*.md")):
        path = source.relative_to(ROOT / "docs").with_suffix("")
        yield (
            ""
            if path.name == path.as_posix() == "index"
            else (f"{path.parent.as_posix()}/" if path.name == "index" else f"{path.as_posix()}/")
        )


# The headings of each table with three columns or fewer that does not fit the page's width.
CUT_TABLES = """() => [...document.querySelectorAll(".prose table")]
  .filter((table) => table.tHead?.rows[0].cells.length <= 3)
  .filter((table) => table.offsetWidth > (table.closest(".table-scroll") ?? table.parentElement).clientWidth)
  .map((table) => table.tHead.innerText)"""

# Worksheets are looked through in all their states by test_every_sheet.py.
PAGES = [at for at in addresses() if not at.startswith("arbetsblad/") or at == "arbetsblad/"]
MANUAL = "flikar/1-introduktion/vad-ar-ract/"


@dataclass(frozen=True)
class Seen:
    """What one look at a page found, in each of the ways that it is looked at."""

    in_the_light: list[str]
    in_the_dark: list[str]
    cut_on_a_phone: list[str]
    beyond_320_pixels: int


@pytest.fixture(scope="module")
def leaves(browser: Browser, site) -> dict[str, Seen]:
    """Every page of the manual, opened once on one device and looked at in all ways."""
    watch = Watch()
    context = watch.attach(browser.new_context(locale="sv-SE"))
    page = context.new_page()
    seen = {address: look(page, site.url(address)) for address in PAGES}
    context.close()
    assert [] == watch.problems
    return seen


def look(page, url) -> Seen:
    resize(page, DESK)
    page.goto(url)
    in_the_light = found(page)
    resize(page, PHONE)
    in_the_dark = violations_in_the_dark(page)
    cut_on_a_phone = page.evaluate(CUT_TABLES)
    resize(page, NARROW)
    return Seen(in_the_light, in_the_dark, cut_on_a_phone, page.evaluate(WIDE))


def resize(page, size) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})


def found(page) -> list[str]:
    """What axe-core finds on the whole page as it stands."""
    return violations(page, None, EVERYTHING)


def test_every_page_of_the_manual_is_free_of_violations(leaves):
    wrong = {address: seen.in_the_light for address, seen in leaves.items()}
    assert {} == {address: words for address, words in wrong.items() if words}


def test_every_page_has_colours_that_can_be_read_in_the_dark(leaves):
    wrong = {address: seen.in_the_dark for address, seen in leaves.items()}
    assert {} == {address: words for address, words in wrong.items() if words}


def test_no_page_scrolls_sideways_at_320_pixels(leaves):
    beyond = {address: seen.beyond_320_pixels for address, seen in leaves.items()}
    assert {} == {address: width for address, width in beyond.items() if width > 0}


def test_no_table_with_three_columns_is_cut_on_a_phone(leaves):
    cut = {address: seen.cut_on_a_phone for address, seen in leaves.items()}
    assert {} == {address: tables for address, tables in cut.items() if tables}


@pytest.mark.parametrize("size", [TABLET, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_menu_is_free_of_violations(visit, size, scheme):
    page = visit(MANUAL, size, color_scheme=scheme)
    page.get_by_role("button", name="Innehåll").click()
    assert [] == found(page)


@pytest.mark.parametrize("size", [DESK, TABLET, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_search_with_hits_is_free_of_violations(visit, size, scheme):
    page = visit(MANUAL, size, color_scheme=scheme)
    page.get_by_role("button", name="Sök").click()
    page.get_by_label("Vad letar du efter?").fill("resursgrupp")
    page.locator("[data-search-hits] a").first.wait_for()
    assert [] == found(page)


@pytest.mark.parametrize("address", ["", MANUAL, "arbetsblad/mal/"])
def test_text_at_twice_its_size_does_not_scroll_sideways(visit, address):
    page = visit(address, TABLET)
    page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("size", [DESK, TABLET, PHONE])
@pytest.mark.parametrize("address", ["", MANUAL, "arbetsblad/mal/", "parmar/"])
def test_every_target_outside_running_text_is_large_enough(visit, address, size):
    page = visit(address, size)
    small = page.evaluate("""() => {
      const found = [];
      for (const e of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
        const box = e.closest("label")?.getBoundingClientRect() ?? e.getBoundingClientRect();
        const inText = e.matches(":is(p, li, td, dd, blockquote) a") && !e.closest("nav, header, footer");
        if (!e.checkVisibility({visibilityProperty: true}) || e.matches(".skip, .unseen") || inText) continue;
        if (box.width < 24 || box.height < 24) found.push(`${e.outerHTML.slice(0, 90)} ${box.width}×${box.height}`);
      }
      return found;
    }""")
    assert small == []


@pytest.mark.parametrize("size", [TABLET, PHONE])
def test_every_control_of_a_worksheet_fits_a_thumb(visit, size):
    page = visit("arbetsblad/mal/", size)
    small = page.evaluate("""() => {
      const found = [];
      for (const e of document.querySelectorAll("form.ws :is(button, input, select, textarea)")) {
        const box = e.closest("label.ws-choice")?.getBoundingClientRect() ?? e.getBoundingClientRect();
        if (!e.checkVisibility({visibilityProperty: true}) || e.matches(".unseen")) continue;
        if (box.width < 44 || box.height < 44) found.push(`${e.name || e.textContent} ${box.width}×${box.height}`);
      }
      return found;
    }""")
    assert small == []


def test_forced_colours_keep_the_open_tab_apart_from_the_others(visit):
    page = visit(MANUAL, DESK, forced_colors="active")
    outline = "e => parseFloat(getComputedStyle(e).outlineWidth) * (getComputedStyle(e).outlineStyle !== 'none')"
    marked = page.locator(".tabs--rail .tab__link").evaluate_all(f"all => all.map({outline})")
    assert [width > 0 for width in marked] == [True] + [False] * 8


def test_nothing_moves_for_a_reader_who_wants_no_motion(visit):
    page = visit(MANUAL, TABLET, reduced_motion="reduce")
    page.get_by_role("button", name="Innehåll").click()
    assert page.evaluate("() => document.getAnimations().length") == 0
