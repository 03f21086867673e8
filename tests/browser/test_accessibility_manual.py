"""axe-core over every page of the built site, and over the states that a reader can put it in."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WIDE, TABLET, PHONE = (1280, 900), (820, 1180), (390, 844)
CHECK = """async (runOnly) => {
  const found = await axe.run(document, {runOnly});
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`);
}"""

EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# In the dark only colours differ; everything else was asked in the light.
COLOURS = {"type": "rule", "values": ["color-contrast"]}


def addresses():
    """The address of every Markdown page, as MkDocs gives it."""
    for source in sorted((ROOT / "docs").rglob("*.md")):
        path = source.relative_to(ROOT / "docs").with_suffix("")
        yield (
            ""
            if path.name == path.as_posix() == "index"
            else (f"{path.parent.as_posix()}/" if path.name == "index" else f"{path.as_posix()}/")
        )


PAGES = list(addresses())
# Worksheets are looked through in all their states by test_worksheet_accessibility.py.
MANUAL_PAGES = [at for at in PAGES if not at.startswith("arbetsblad/") or at == "arbetsblad/"]
MANUAL = "flikar/1-introduktion/vad-ar-ract/"


@pytest.fixture(scope="session")
def axe():
    """The source of axe-core."""
    return (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


@pytest.fixture
def violations(axe):
    """Tell what axe-core finds on a page as it stands."""

    def check(page, rules=EVERYTHING):
        page.evaluate(axe)
        return page.evaluate(CHECK, rules)

    return check


@pytest.fixture
def every_page(visit, site):
    """Turn the leaves of the site on one device: (address, open page), page after page."""

    def turn(size, pages=PAGES, **options):
        page = visit("", size, **options)
        for address in pages:
            page.goto(site.url(address))
            yield address, page

    return turn


def test_every_page_of_the_manual_is_free_of_violations(every_page, violations):
    found = {at: violations(page) for at, page in every_page(WIDE, MANUAL_PAGES)}
    assert {} == {at: wrong for at, wrong in found.items() if wrong}


def test_every_page_has_colours_that_can_be_read_in_the_dark(every_page, violations):
    pages = every_page(PHONE, color_scheme="dark")
    found = {at: violations(page, COLOURS) for at, page in pages}
    assert {} == {at: wrong for at, wrong in found.items() if wrong}


@pytest.mark.parametrize("size", [TABLET, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_menu_is_free_of_violations(visit, violations, size, scheme):
    page = visit(MANUAL, size, color_scheme=scheme)
    page.get_by_role("button", name="Innehåll").click()
    assert [] == violations(page)


@pytest.mark.parametrize("size", [WIDE, TABLET, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_search_with_hits_is_free_of_violations(visit, violations, size, scheme):
    page = visit(MANUAL, size, color_scheme=scheme)
    page.get_by_role("button", name="Sök").click()
    page.get_by_label("Vad letar du efter?").fill("resursgrupp")
    page.locator("[data-search-hits] a").first.wait_for()
    assert [] == violations(page)


def test_no_page_scrolls_sideways_at_320_pixels(every_page):
    beyond = "() => document.documentElement.scrollWidth - innerWidth"
    found = {at: page.evaluate(beyond) for at, page in every_page((320, 640))}
    assert {} == {at: width for at, width in found.items() if width > 0}


@pytest.mark.parametrize("address", ["", MANUAL, "arbetsblad/mal/"])
def test_text_at_twice_its_size_does_not_scroll_sideways(visit, address):
    page = visit(address, TABLET)
    page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("size", [WIDE, TABLET, PHONE])
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
    page = visit(MANUAL, WIDE, forced_colors="active")
    outline = "e => parseFloat(getComputedStyle(e).outlineWidth) * (getComputedStyle(e).outlineStyle !== 'none')"
    marked = page.locator(".tabs--rail .tab__link").evaluate_all(f"all => all.map({outline})")
    assert [width > 0 for width in marked] == [True] + [False] * 8


def test_nothing_moves_for_a_reader_who_wants_no_motion(visit):
    page = visit(MANUAL, TABLET, reduced_motion="reduce")
    page.get_by_role("button", name="Innehåll").click()
    assert page.evaluate("() => document.getAnimations().length") == 0
