"""A page and its scripts that are of two builds, and a page whose Python cannot be fetched."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.sheets import alive, engine_ready, line, open_sheet

MIXED = "Sidan och dess program kommer från olika versioner"
META = re.compile(r'(<meta name="build" content=")\w+')


class Older:
    """Gives a page as an older build had it, so many times; counts how often it was asked for."""

    def __init__(self, times):
        self.times = times
        self.asked = 0

    def __call__(self, route):
        self.asked += 1
        answer = route.fetch()
        text = answer.text()
        route.fulfill(
            response=answer,
            body=META.sub(r"\g<1>gammal", text) if self.asked <= self.times else text,
        )


@pytest.fixture
def page(context):
    return context.new_page()


def test_an_old_page_with_new_scripts_is_loaded_anew_once(page, site):
    older = Older(1)
    page.route("**/om/", older)
    page.goto(site.url("om/"))
    page.wait_for_timeout(2_000)
    expect(page.locator("[data-build-note]")).to_have_count(0)
    assert older.asked == 2


def test_an_old_page_that_stays_old_says_so_and_is_not_loaded_again_and_again(page, site):
    older = Older(100)
    page.route("**/om/", older)
    page.goto(site.url("om/"))
    expect(page.get_by_text(MIXED)).to_be_visible()
    page.wait_for_timeout(2_000)
    assert older.asked == 2


def test_an_old_page_that_is_written_on_is_not_loaded_anew_by_itself(page, site):
    older = Older(1)
    page.route("**/arbetsblad/mal/", older)
    held = []
    # The scripts come late: somebody writes before they do.
    page.route(
        "**/assets/js/main.js",
        lambda route: route.continue_() if held else held.append(route),
    )
    page.goto(site.url("arbetsblad/mal/"), wait_until="commit")
    line(page, "drom").fill("Bo nära havet")
    held[0].continue_()
    expect(page.get_by_text(MIXED)).to_be_visible()
    alive(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Ladda om").click()
    expect(line(alive(page), "drom")).to_have_value("Bo nära havet")
    expect(page.locator("[data-build-note]")).to_have_count(0)


def test_python_of_another_build_is_not_asked_anything(context, site):
    def older(route):
        answer = route.fetch()
        route.fulfill(
            response=answer, body=re.sub(r'"build": "\w+"', '"build": "gammal"', answer.text())
        )

    context.route("**/runtime/manifest.json", older)
    page = open_sheet(context.new_page(), site, "mal")
    expect(page.get_by_text(MIXED)).to_be_visible()
    expect(page.locator("html[data-engine=failed]")).to_have_count(1)
    line(page, "drom").fill("Bo nära havet")
    context.unroute("**/runtime/manifest.json")
    with page.expect_navigation():
        page.get_by_role("button", name="Ladda om").click()
    expect(line(engine_ready(alive(page)), "drom")).to_have_value("Bo nära havet")


def test_without_python_and_without_a_network_the_sheet_says_what_to_do(context, watch, site):
    watch.expect("ERR_|Failed to")
    context.route("**/runtime/**", lambda route: route.abort())
    page = open_sheet(context.new_page(), site, "mal")
    line(page, "drom").fill("Bo nära havet")
    expect(page.get_by_text("Du behöver nät första gången för uträkningar och PDF.")).to_be_visible(
        timeout=30_000
    )
    expect(line(page, "drom")).to_have_value("Bo nära havet")


def test_a_page_of_the_way_out_says_what_it_did(page, site):
    page.goto(site.url("om/den-har-enheten/?nosw=1"))
    expect(page.get_by_text("Pärmarna och det du har skrivit är kvar.")).to_be_visible()
    expect(page.get_by_role("heading", name="Töm enheten")).to_have_count(0)
