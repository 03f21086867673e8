"""The whole binder by keyboard alone: in, around, out, and back to where one was."""

import pytest
from playwright.sync_api import expect

WIDE, TABLET, PHONE = (1280, 900), (820, 1180), (390, 844)
MANUAL = "flikar/1-introduktion/vad-ar-ract/"
STOP = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const box = (e.closest("label") ?? e).getClientRects()[0] ?? new DOMRect();
  const style = getComputedStyle(e);
  const point = document.elementFromPoint(box.x + Math.min(box.width / 2, 20), box.y + Math.min(box.height / 2, 20));
  const ring = getComputedStyle(e.closest("label") ?? e);
  return {
    what: `${e.tagName} ${e.getAttribute("href") ?? e.getAttribute("name") ?? e.textContent.trim().slice(0, 30)}`,
    inDrawer: !!e.closest("[data-drawer]"),
    inDialog: !!e.closest("dialog"),
    named: !!(e.getAttribute("aria-label") || e.textContent.trim() || e.labels?.length || e.getAttribute("aria-labelledby")),
    seen: box.width > 0 && box.height > 0 && box.x >= 0 && box.right <= innerWidth + 1 && box.bottom > 0 && box.y < innerHeight,
    covered: !(point && (e.contains(point) || point.contains(e))),
    ring: Math.max(...[style, ring].map((s) => (s.outlineStyle === "none" ? 0 : parseFloat(s.outlineWidth)))),
  };
}"""


def stops(page, most=200):
    """Walk with Tab until the walk leaves the page; give every stop on the way."""
    found = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            return found
        found.append(stop)
    return found


def test_the_first_stop_leads_past_the_header(visit):
    page = visit(MANUAL, WIDE)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("address", ["", MANUAL, "arbetsblad/mal/", "parmar/", "ordlista/"])
@pytest.mark.parametrize("size", [WIDE, TABLET, PHONE])
def test_every_stop_can_be_seen_and_is_not_covered(visit, address, size):
    walked = stops(visit(address, size))
    assert [] == [s for s in walked if not s["seen"] or s["covered"]]


@pytest.mark.parametrize("address", ["", MANUAL, "arbetsblad/mal/", "parmar/"])
def test_every_stop_has_a_name_and_a_ring(visit, address):
    walked = stops(visit(address, WIDE))
    assert [] == [s for s in walked if not s["named"] or s["ring"] < 3]


@pytest.mark.parametrize("address", ["", MANUAL, "parmar/"])
def test_the_walk_has_an_end(visit, address):
    assert 10 < len(stops(visit(address, WIDE))) < 200


@pytest.mark.parametrize("size", [TABLET, PHONE])
def test_no_stop_lies_in_the_closed_menu(visit, size):
    assert [] == [s for s in stops(visit(MANUAL, size)) if s["inDrawer"]]


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menu_opens_by_key_and_says_so(visit, key):
    page = visit(MANUAL, TABLET)
    button = page.get_by_role("button", name="Innehåll")
    button.focus()
    page.keyboard.press(key)
    expect(page.locator("[data-menu-button]")).to_have_attribute("aria-expanded", "true")
    expect(page.locator("[data-menu-close]")).to_be_focused()


def test_every_stop_of_the_open_menu_lies_within_it(visit):
    page = visit(MANUAL, TABLET)
    page.get_by_role("button", name="Innehåll").click()
    walked = stops(page)
    assert walked
    assert [] == [s for s in walked if not s["inDrawer"]]


def test_escape_closes_the_menu_and_gives_the_focus_back(visit):
    page = visit(MANUAL, TABLET)
    page.get_by_role("button", name="Innehåll").click()
    page.keyboard.press("Escape")
    expect(page.locator("[data-menu-button]")).to_be_focused()
    expect(page.locator("[data-menu-button]")).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_search_opens_by_key_with_the_focus_in_its_box(visit, key):
    page = visit(MANUAL, WIDE)
    page.get_by_role("button", name="Sök").focus()
    page.keyboard.press(key)
    expect(page.get_by_label("Vad letar du efter?")).to_be_focused()


def test_escape_closes_the_search_and_gives_the_focus_back(visit):
    page = visit(MANUAL, WIDE)
    page.get_by_role("button", name="Sök").click()
    expect(page.get_by_label("Vad letar du efter?")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("[data-search-button]")).to_be_focused()


def test_every_stop_of_the_open_search_lies_within_it(visit):
    page = visit(MANUAL, WIDE)
    page.get_by_role("button", name="Sök").click()
    page.keyboard.type("resursgrupp")
    page.locator("[data-search-hits] a").first.wait_for()
    walked = stops(page)
    assert walked
    assert [] == [s for s in walked if not s["inDialog"]]


def test_a_hit_is_found_opened_and_read_by_key_alone(visit):
    page = visit(MANUAL, WIDE)
    page.get_by_role("button", name="Sök").press("Enter")
    page.keyboard.type("varningstecken")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("hittades")
    page.wait_for_load_state("networkidle")
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.matches('[data-search-hits] a')"):
            break
    address = page.evaluate("() => document.activeElement.href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(address)


def test_the_number_of_hits_is_said(visit):
    page = visit(MANUAL, WIDE)
    page.get_by_role("button", name="Sök").click()
    page.get_by_label("Vad letar du efter?").fill("xyzzy")
    status = page.get_by_role("dialog").get_by_role("status")
    expect(status).to_have_text(
        "Inget hittat på ”xyzzy”. Pröva ett annat ord, eller leta i en lista."
    )


def test_a_hit_with_markup_in_the_query_is_text(visit):
    page = visit(MANUAL, WIDE)
    page.get_by_role("button", name="Sök").click()
    page.get_by_label("Vad letar du efter?").fill("<img src=x onerror=alert(1)>")
    expect(page.get_by_role("dialog").get_by_role("status")).not_to_be_empty()
    assert page.locator("dialog img").count() == 0


@pytest.mark.parametrize("key", ["s", "f", "/", "n", "p", ","])
def test_no_single_letter_is_a_shortcut(visit, key):
    page = visit(MANUAL, WIDE)
    page.keyboard.press(key)
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.url.endswith(MANUAL)


def test_the_chosen_look_stays_on_the_next_page(visit):
    page = visit("", WIDE)
    page.get_by_label("Utseende").select_option("Mörkt")
    page.goto(page.url + MANUAL)
    expect(page.get_by_label("Utseende")).to_have_value("morkt")
    expect(page.locator("body")).to_have_css("background-color", "rgb(21, 19, 16)")


def test_a_page_works_where_the_browser_refuses_to_remember(new_context, site):
    context = new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no'); }})"
    )
    page = context.new_page()
    page.goto(site.url())
    page.get_by_label("Utseende").select_option("Mörkt")
    expect(page.locator("body")).to_have_css("background-color", "rgb(21, 19, 16)")


@pytest.mark.parametrize("size", [WIDE, TABLET, PHONE])
def test_the_nine_tabs_are_at_hand_without_scripts(visit, size):
    page = visit(MANUAL, size, java_script_enabled=False)
    visible = [a for a in page.locator(".tab__link").all() if a.is_visible()]
    assert len(visible) == 9
