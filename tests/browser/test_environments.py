"""Other hosts, folders, languages and neighbours: the words on the page and on the device are the same."""

import re
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PREFIX, Handler, served
from tests.browser.sheets import (
    alive,
    create_binder,
    engine_ready,
    expect_state,
    line,
    open_sheet,
    stop_engine,
)

ODD_PREFIX = "/vår pärm/ett två/"
WORDS = "Bo nära havet"
MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
SWEDISH_DAY = re.compile(f"[0-9]{{1,2}} ({MONTHS}) 20[0-9]{{2}}")
EVERYTHING_STORED = """async () => {
  const asked = (request) => new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  const found = [];
  for (const {name} of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      found.push(...(await asked(database.transaction(store).objectStore(store).getAll())));
    }
    database.close();
  }
  const isBytes = (value) => ArrayBuffer.isView(value) || value instanceof ArrayBuffer;
  const text = (value) => new TextDecoder().decode(value);
  return JSON.stringify(found, (_key, value) => (isBytes(value) ? text(value) : value));
}"""
# What a browser's translation does with a page: every text node becomes another, within an element of its own.
TRANSLATE = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  for (const node of nodes) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest("script, style, textarea, [translate=no]")) continue;
    const font = document.createElement("font");
    font.append(`Xx ${node.data}`);
    node.replaceWith(font);
  }
}"""


class OddHandler(Handler):
    """The same site, in a folder with spaces and Swedish letters."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(quote(unquote(path).replace(ODD_PREFIX, PREFIX, 1)))


@pytest.fixture
def odd_site(built_site):
    """The built site, as if it lay in the odd folder; asked for first, so that its server outlives the pages."""
    with served(built_site, OddHandler) as running:
        yield OddSite(running.port)


class OddSite:
    """The addresses of the site in the odd folder."""

    def __init__(self, port: int) -> None:
        self._root = f"http://127.0.0.1:{port}{quote(ODD_PREFIX)}"

    def url(self, path: str = "") -> str:
        """The address of a page."""
        return self._root + path


def test_a_folder_with_spaces_and_swedish_letters_keeps_words_and_computes(odd_site, context):
    page = context.new_page()
    create_binder(page, odd_site)
    engine_ready(open_sheet(page, odd_site, "mal"))
    line(page, "drom").fill(WORDS)
    line(page, "drom").blur()
    expect_state(page, "saved")
    scope = page.evaluate("async () => (await navigator.serviceWorker.ready).scope")
    assert scope == odd_site.url()


def test_an_address_without_its_last_slash_leads_to_the_page(odd_site, context):
    page = context.new_page()
    page.goto(odd_site.url("arbetsblad/mal"))
    alive(page)
    assert page.url == odd_site.url("arbetsblad/mal/")


def test_a_page_over_an_open_connection_says_before_the_first_question_that_nothing_is_kept(
    context, watch, site
):
    watch.expect("Cross-Origin-Opener-Policy|crypto|ERR_")
    page = context.new_page()
    page.goto(site.insecure_url("arbetsblad/mal/"))
    notice = page.locator("[data-notice]")
    expect(notice).to_contain_text("Sidan är inte öppnad över en säker anslutning")
    expect(notice).to_be_in_viewport()
    line(page, "drom").fill(WORDS)
    expect_state(page, "memory")


def test_a_neighbour_that_reads_our_database_finds_no_word(context, bare, script_site):
    page = bare(context)
    page.evaluate(f"""async () => {{
      await prova.session.createBinder("en lösenfras som är lång");
      await (await prova.session.resumeSession()).save(prova.draft("a", "{WORDS}"));
    }}""")
    neighbour = context.new_page()
    answer = {"body": "<title>Granne</title>", "content_type": "text/html"}
    neighbour.route("**/granne/", lambda route: route.fulfill(**answer))
    neighbour.goto(script_site.root.replace(PREFIX, "/granne/"))
    stored = neighbour.evaluate(EVERYTHING_STORED)
    # The day of saving lies open, so the neighbour did read.
    assert ("saved_on" in stored, WORDS in stored, "drom" in stored) == (True, False, False)


@pytest.mark.parametrize("locale", ["en-US", "ar-EG"])
def test_the_browsers_language_changes_no_word_and_no_number(browser, watch, site, locale):
    context = watch.attach(browser.new_context(locale=locale))
    stop_engine(context, watch)
    page = context.new_page()
    create_binder(page, site)
    line(open_sheet(page, site, "mal"), "drom").fill(WORDS)
    line(page, "drom").blur()
    expect(page.locator("[data-save-state=saved]")).to_contain_text(re.compile("Sparat.* [0-9]"))
    page.goto(site.url("parmar/"))
    expect(page.locator("main")).to_contain_text(SWEDISH_DAY)
    context.close()


def test_a_page_that_the_browser_translates_keeps_what_is_written(context, watch, site):
    stop_engine(context, watch)
    page = context.new_page()
    create_binder(page, site)
    open_sheet(page, site, "mal")
    page.evaluate(TRANSLATE)
    line(page, "drom").fill(WORDS)
    page.locator("[data-add-row]").first.click()
    line(page, "drom").blur()
    expect_state(page, "saved")
    page.reload()
    expect(line(alive(page), "drom")).to_have_value(WORDS)
