import re
from itertools import pairwise
from urllib.parse import urljoin

TABS = 9


def with_attribute(page, name):
    return [element for element in page.elements if name in element.attributes]


def tab_links(page):
    """The tab links of a page, list by list: (rail or strip) → its links."""
    lists, current = [], None
    for element in page.elements:
        if "tabs" in element.attributes.get("class", "").split():
            lists.append(current := [])
        elif "tab__link" in element.attributes.get("class", "").split():
            current.append(element)
    return lists


def test_the_first_link_of_every_page_leads_to_its_content(pages):
    first = {page.path: page.all("a")[0].attributes["href"] for page in pages}
    assert set(first.values()) == {"#innehall"}


def test_the_content_of_every_page_can_take_focus(pages):
    mains = {
        (m.attributes.get("id"), m.attributes.get("tabindex")) for p in pages for m in p.all("main")
    }
    assert mains == {("innehall", "-1")}


def test_every_page_has_one_main_landmark(pages):
    assert {len(page.all("main")) for page in pages} == {1}


def test_every_navigation_has_a_name_of_its_own(pages):
    wrong = {}
    for page in pages:
        names = [
            nav.attributes.get("aria-label") or nav.attributes.get("aria-labelledby", "")
            for nav in page.all("nav")
        ]
        if "" in names or len(set(names)) != len(names):
            wrong[page.path] = names
    assert wrong == {}


def test_every_page_shows_all_nine_tabs_twice(pages):
    # Once as the rail or drawer, once as the strip; the style sheet shows one of them. The first
    # page also lists them, as the contents of a binder do.
    shown = {p.path: tuple(len(links) for links in tab_links(p)) for p in pages}
    assert shown.pop("index.html") == (TABS, TABS, TABS)
    assert set(shown.values()) == {(TABS, TABS)}


def test_every_tab_leads_somewhere(pages):
    dead = {
        p.path for p in pages for links in tab_links(p) for a in links if "href" not in a.attributes
    }
    assert dead == set()


def test_a_page_of_a_tab_marks_that_tab_in_words_for_the_screen_reader(pages):
    wrong = {}
    for page in pages:
        tab = page.all("body")[0].attributes.get("data-flik")
        for links in tab_links(page):
            marked = [str(n) for n, a in enumerate(links, 1) if "aria-current" in a.attributes]
            if marked != ([tab] if tab else []):
                wrong[page.path] = marked
    assert wrong == {}


def test_every_page_of_the_manual_belongs_to_the_tab_of_its_folder(pages):
    wrong = {
        page.path: page.all("body")[0].attributes.get("data-flik")
        for page in pages
        if (found := re.match(r"flikar/(\d)-", page.path))
        and page.all("body")[0].attributes.get("data-flik") != found[1]
    }
    assert wrong == {}


def test_every_worksheet_belongs_to_a_tab(pages):
    assert [] == [
        page.path
        for page in pages
        if any("data-worksheet" in form.attributes for form in page.all("form"))
        and page.all("body")[0].attributes.get("data-flik") not in {"7", "8"}
    ]


def test_every_page_reaches_binders_plan_and_urgent_help(pages):
    wanted = {"parmar/", "min-plan/", "information/om-det-ar-akut/"}
    short = {}
    for page in pages:
        links = {
            urljoin(f"/{page.path}", a.attributes.get("href", "")).lstrip("/")
            for a in page.all("a")
        }
        if missing := wanted - links:
            short[page.path] = missing
    assert short == {}


def test_the_menu_button_says_what_it_opens_and_that_it_is_closed(pages):
    [button] = {
        (b.attributes["aria-controls"], b.attributes["aria-expanded"])
        for page in pages
        for b in with_attribute(page, "data-menu-button")
    }
    assert button == ("meny", "false")


def test_the_search_dialog_has_a_name_and_speaks_its_count(page):
    front = page("index.html")
    [dialog] = front.all("dialog")
    [count] = with_attribute(front, "data-search-count")
    ids = {element.attributes.get("id") for element in front.elements}
    assert dialog.attributes["aria-labelledby"] in ids
    assert count.attributes["role"] == "status"


def test_no_page_skips_a_level_of_heading(pages):
    skipped = {}
    for page in pages:
        levels = [int(e.tag[1]) for e in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
        jumps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
        if jumps:
            skipped[page.path] = jumps
    assert skipped == {}


def test_no_element_carries_a_style_or_a_handler_of_its_own(pages):
    found = {
        (page.path, element.tag, name)
        for page in pages
        for element in page.elements
        for name in element.attributes
        if name == "style" or name.startswith("on")
    }
    assert found == set()


def test_no_page_holds_a_script_of_its_own(pages):
    inline = {
        page.path
        for page in pages
        for script in page.all("script")
        if "src" not in script.attributes and script.attributes.get("type") != "application/json"
    }
    assert inline == set()


def test_every_source_of_a_page_stands_on_the_page_of_sources(pages, page):
    known = {e.attributes.get("id") for e in page("om/kallor/index.html").elements}
    unknown = {
        (p.path, a.attributes["href"].split("#")[1])
        for p in pages
        for a in p.all("a")
        if "om/kallor/#" in a.attributes.get("href", "")
        and a.attributes["href"].split("#")[1] not in known
    }
    assert unknown == set()
