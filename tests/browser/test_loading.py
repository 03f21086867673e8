"""A page names the modules it will import: all of them, no other, and each is fetched once."""

import re
from collections import Counter

import pytest

PAGES = {
    "arbetsblad/mal/": "[data-session-name]:not(:empty)",
    "parmar/": "[data-binders] button",
    "min-plan/": "[data-plan-state]:not(:empty)",
    "om/": "main",
}
NAMED = '<link rel="modulepreload"[^>]*>'
# Fetched by itself before the first paint, or by a worker.
NO_MODULE_OF_THE_PAGE = re.compile(r"early\.js$|\.worker\.js$|engine/(?:digest|snapshot)\.js$")


@pytest.fixture
def open_page(new_context, site):
    """Open a page on a fresh device; give what its modules' addresses were, and what was warned of."""

    def go(address, *, without_names=False):
        fetched, warned = Counter(), []
        page = new_context().new_page()
        page.on("console", lambda said: said.type == "warning" and warned.append(said.text))
        page.on("request", lambda request: fetched.update([request.url]))
        if without_names:
            page.route(f"**/{address}", unnamed)
        page.goto(site.url(address))
        page.locator(PAGES[address]).first.wait_for(state="attached")
        page.wait_for_load_state("load")
        home = site.url("assets/js/")
        modules = {
            url.removeprefix(home): times
            for url, times in fetched.items()
            if url.startswith(home) and not NO_MODULE_OF_THE_PAGE.search(url)
        }
        return page, modules, warned

    return go


def unnamed(route):
    answer = route.fetch()
    route.fulfill(response=answer, body=re.sub(NAMED, "", answer.text()))


def names(page):
    links = page.locator('link[rel="modulepreload"]')
    found = links.evaluate_all("links => links.map((link) => link.href)")
    return {address.split("/assets/js/")[1] for address in found}


@pytest.mark.parametrize("address", PAGES)
def test_a_page_names_the_modules_it_would_have_fetched_anyway(open_page, address):
    page, _, _ = open_page(address)
    _, fetched, _ = open_page(address, without_names=True)
    assert names(page) == set(fetched)


@pytest.mark.parametrize("address", PAGES)
def test_the_browser_has_nothing_to_say_of_the_named_modules(open_page, address):
    page, _, warned = open_page(address)
    # Chromium waits a few seconds before it tells of something that was fetched and not used.
    page.wait_for_timeout(4_000)
    assert warned == []


@pytest.mark.parametrize("address", PAGES)
def test_no_module_of_a_page_is_fetched_twice(open_page, address):
    _, fetched, _ = open_page(address)
    # The worker of Python has modules of its own, and asks where the site begins.
    assert {name for name, times in fetched.items() if times > 1} - {"shared/root.js"} == set()
