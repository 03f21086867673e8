"""The network map on the screen: drawn from the rows, and moved by keys, mouse and finger."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.sheets import (
    PHONE,
    TABLET,
    bring_in,
    cell,
    engine_ready,
    expect_state,
    open_sheet,
    rows,
    sheet_file,
    violations,
    written_file,
)

ANSWERS = {
    "personer/noor/person": "Noor Fiktiv",
    "personer/noor/sektor": "vänner",
    "personer/noor/narhet": "4",
    "personer/gun/person": "Gun Exempel",
}
CENTRE_OF_MARK = """(group) => {
  const hit = group.querySelector(".pic-hit").getBoundingClientRect();
  return [hit.x + hit.width / 2, hit.y + hit.height / 2];
}"""
# Where a sector and a ring are on the screen, told by the picture's own measures.
SPOT = """([x, y]) => {
  const svg = document.querySelector("[data-picture] svg");
  const point = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM());
  return [point.x, point.y];
}"""
IN_FAMILY_NEAREST, IN_LEISURE_FAR = (0, -55), (0, 210)


@pytest.fixture
def page(new_context, site, tmp_path):
    """A tablet with the network map of two people, one of them without a place."""
    context = new_context(viewport={"width": TABLET[0], "height": TABLET[1]}, has_touch=True)
    opened = engine_ready(open_sheet(context.new_page(), site, "natverkskarta"))
    people = sheet_file("natverkskarta", answers=ANSWERS, rows={"personer": ["noor", "gun"]})
    bring_in(opened, written_file(tmp_path, people))
    expect(person(opened, "gun")).to_be_visible()
    return opened


def person(page, row):
    return page.locator(f'[data-picture] [data-person="{row}"]')


def spot_of(page, row):
    """The sector and the nearness that the row's own controls hold."""
    return page.evaluate(
        """(row) => ["sektor", "narhet"].map((column) => {
          const all = [...document.getElementsByName(`personer/${row}/${column}`)];
          return all.length > 1 ? all.find((one) => one.checked)?.value ?? "" : all[0].value;
        })""",
        row,
    )


def drag(page, row, to):
    group = person(page, row)
    group.scroll_into_view_if_needed()
    page.mouse.move(*group.evaluate(CENTRE_OF_MARK))
    page.mouse.down()
    x, y = page.evaluate(SPOT, to)
    page.mouse.move(x - 20, y + 20, steps=4)
    page.mouse.move(x, y, steps=4)
    page.mouse.up()


def test_a_person_is_moved_by_keyboard_and_it_is_said_and_saved(page):
    person(page, "noor").focus()
    page.keyboard.press("ArrowUp")
    expect(page.locator("[data-announce]")).to_have_text("Noor Fiktiv: vänner, närhet 5")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-announce]")).to_have_text("Noor Fiktiv: släkt, närhet 4")
    assert spot_of(page, "noor") == ["släkt", "4"]
    expect(person(page, "noor")).to_have_attribute("aria-label", "Noor Fiktiv: släkt, närhet 4")
    expect(person(page, "noor")).to_be_focused()
    expect_state(page, "memory")
    with page.expect_download() as download:
        page.get_by_role("button", name="Ladda ner fil").click()
    kept = json.loads(download.value.path().read_text("utf-8"))["draft"]["answers"]
    assert (kept["personer/noor/sektor"], kept["personer/noor/narhet"]) == ("släkt", "4")


def test_a_person_is_moved_by_mouse(page):
    drag(page, "noor", IN_FAMILY_NEAREST)
    assert spot_of(page, "noor") == ["familj", "5"]
    expect(person(page, "noor")).to_have_attribute("aria-label", "Noor Fiktiv: familj, närhet 5")
    expect(person(page, "noor")).not_to_have_attribute("transform", "")
    expect(person(page, "noor")).to_be_focused()


def test_a_person_without_a_place_is_given_one_by_mouse(page):
    drag(page, "gun", IN_LEISURE_FAR)
    assert spot_of(page, "gun") == ["fritid", "2"]
    expect(page.locator("[data-picture]")).not_to_contain_text("Inte placerade än")


def test_a_person_who_is_dropped_outside_stays(page):
    drag(page, "noor", (-345, 290))
    assert spot_of(page, "noor") == ["vänner", "4"]
    assert person(page, "noor").get_attribute("transform") is None


def test_a_person_is_moved_by_two_taps_of_a_finger(page):
    group = person(page, "gun")
    group.scroll_into_view_if_needed()
    page.touchscreen.tap(*group.evaluate(CENTRE_OF_MARK))
    expect(group).to_have_attribute("aria-pressed", "true")
    page.touchscreen.tap(*page.evaluate(SPOT, IN_FAMILY_NEAREST))
    assert spot_of(page, "gun") == ["familj", "5"]
    expect(group).to_have_attribute("aria-pressed", "false")


def test_the_map_follows_what_is_typed_in_the_rows(page):
    cell(page, "personer", 0, "person").fill("Ali Demo")
    expect(person(page, "noor")).to_have_attribute("aria-label", "Ali Demo: vänner, närhet 4")
    rows(page, "personer").first.locator("[data-remove-row]").click()
    expect(person(page, "noor")).to_have_count(0)


def test_the_map_says_in_a_sentence_how_many_there_are(page):
    described = page.locator("[data-picture] svg").get_attribute("aria-describedby")
    expect(page.locator(f"#{described.split()[0]}")).to_contain_text("vänner: 1")


def test_the_sheet_with_people_on_the_map_is_free_of_violations(page):
    assert violations(page) == []


def test_the_map_scrolls_within_itself_on_a_phone(page):
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    wide = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    expect(page.locator("[data-picture] .picture__room")).to_have_attribute("tabindex", "0")
    assert page.evaluate(wide) == 0
    assert violations(page) == []


def test_sixty_people_are_drawn_soon(page, tmp_path):
    ids = [f"p{n}" for n in range(60)]
    sectors = ["familj", "släkt", "vänner", "fritid", "skola eller arbete", "vård och stöd"]
    answers = {f"personer/{row}/person": f"Person {row}" for row in ids}
    answers |= {f"personer/{row}/sektor": sectors[n % 6] for n, row in enumerate(ids)}
    answers |= {f"personer/{row}/narhet": str(n % 5 + 1) for n, row in enumerate(ids)}
    file = sheet_file("natverkskarta", answers=answers, rows={"personer": ids})
    bring_in(page, written_file(tmp_path, file))
    expect(page.locator("[data-picture] [data-person]")).to_have_count(60, timeout=5_000)


def test_without_the_engine_there_is_a_map_to_draw_on(new_context, watch, site):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(site.url("arbetsblad/natverkskarta/"))
    expect(page.locator("[data-picture] svg")).to_have_attribute(
        "aria-label", "Tom nätverkskarta: en cirkel med dig i mitten och 6 delar."
    )
