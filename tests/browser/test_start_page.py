"""The first page answers, within one screen, what this is and what each of four visitors does next."""

import pytest
from playwright.sync_api import expect

WAYS = {
    "Jag får eller vill ha stöd": "information/till-dig-som-funderar/",
    "Jag är närstående": "information/till-dig-som-ar-narstaende/",
    "Jag är VSS eller CM": "flikar/1-introduktion/",
    "Jag är chef": "information/till-dig-som-ar-chef/",
}


@pytest.mark.parametrize("size", [(820, 1180), (390, 844)])
def test_what_it_is_the_four_ways_and_the_promise_stand_within_one_screen(visit, size):
    page = visit("", size)
    for part in (".gist", ".ways li >> nth=3", ".promise"):
        box = page.locator(part).bounding_box()
        assert box["y"] > 0, part
        assert box["y"] + box["height"] <= size[1], part


@pytest.mark.parametrize(("words", "address"), WAYS.items())
def test_each_visitor_has_a_way(visit, site, words, address):
    page = visit("", (390, 844))
    page.get_by_role("link", name=words, exact=True).click()
    assert page.url == site.url(address)


def test_a_way_fits_a_thumb(visit):
    page = visit("", (390, 844))
    heights = page.locator(".ways li > a:first-child").evaluate_all(
        "all => all.map((e) => e.getBoundingClientRect().height)"
    )
    assert len(heights) == 4
    assert min(heights) >= 44


def test_what_is_new_is_what_the_page_of_versions_says(visit, site):
    page = visit("")
    news = page.locator(".news li").all_inner_texts()
    page.goto(site.url("om/versioner/"))
    assert news == page.locator(".prose ul").first.locator("li").all_inner_texts()


@pytest.mark.parametrize(("size", "seen"), [((390, 844), True), ((1280, 900), False)])
def test_the_tabs_have_their_names_where_the_rail_does_not_show_them(visit, size, seen):
    page = visit("", size)
    expect(page.locator(".home-tabs")).to_be_visible(visible=seen)
