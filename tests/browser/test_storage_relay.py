"""From page to page: the open binder and words in memory follow along, and are forgotten in time."""

import shutil
import time

import pytest
from playwright.sync_api import expect

from tests.browser.hosting import hosted

SLOWER_THAN_FORGETTING_S = 6.5
CREATE = "async () => { await prova.session.createBinder('en lösenfras som är lång'); }"
MODE = "async () => (await prova.session.resumeSession()).mode"
SAVE = """async (words) => {
  await (await prova.session.resumeSession()).save(prova.draft("a", words));
}"""
# The service worker must be active before it can hold anything; on a first visit that takes a moment.
ACTIVE = "async () => { await prova.session.resumeSession(); await navigator.serviceWorker.ready; }"


def follow(page, link="Annan sida"):
    """The page that the link leads to, when its modules are loaded."""
    title = "Prova" if link == "Prova" else "Annan"
    page.get_by_role("link", name=link, exact=True).click()
    expect(page).to_have_title(title)
    page.locator("html[data-ready]").wait_for(state="attached")
    return page


@pytest.fixture
def page(context, bare):
    opened = bare(context)
    opened.evaluate(ACTIVE)
    return opened


def test_the_binder_stays_open_over_links(page):
    page.evaluate(CREATE)
    page.evaluate(SAVE, "ett")
    for name in ("Annan sida", "Prova", "Annan sida"):
        assert follow(page, name).evaluate(MODE) == "binder"
    assert page.evaluate("() => prova.words()") == ["ett"]


def test_the_binder_stays_open_over_a_reload(page):
    page.evaluate(CREATE)
    page.reload()
    page.locator("html[data-ready]").wait_for(state="attached")
    assert page.evaluate(MODE) == "binder"


def test_the_binder_waits_for_a_page_that_is_slow_to_come(page):
    page.evaluate(CREATE)

    def late(route):
        time.sleep(SLOWER_THAN_FORGETTING_S)
        route.continue_()

    page.route("**/page-session.js", late)
    assert follow(page).evaluate(MODE) == "binder"


def slow_to_begin(_handler, _body):
    """The server thinks for long before it says a word."""
    time.sleep(SLOWER_THAN_FORGETTING_S)
    return False


def slow_midway(handler, body):
    """The page is here, the one before it is gone, and its scripts are not yet asked for."""
    half = body.index(b"<title>")
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html; charset=utf-8")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body[:half])
    handler.wfile.flush()
    time.sleep(SLOWER_THAN_FORGETTING_S)
    handler.wfile.write(body[half:])
    return True


@pytest.mark.parametrize("how", [slow_to_begin, slow_midway])
def test_the_binder_waits_for_a_page_whose_server_is_slow(context, script_site, tmp_path, how):
    folder = shutil.copytree(script_site.folder, tmp_path / "webb")
    body = (folder / "annan/index.html").read_bytes()
    with hosted(folder) as host:
        page = context.new_page()
        page.goto(host.site.url("prova/"))
        page.locator("html[data-ready]").wait_for(state="attached")
        page.evaluate(ACTIVE)
        page.evaluate(CREATE)
        host.answer = lambda handler, path: path == "annan/" and how(handler, body)
        assert follow(page).evaluate(MODE) == "binder"


def test_words_in_memory_follow_a_link(page):
    page.evaluate(SAVE, "bara i minnet")
    assert follow(page).evaluate("() => prova.words()") == ["bara i minnet"]


def test_words_on_their_way_to_disk_when_the_page_leaves_are_saved_by_the_next(page):
    page.evaluate(CREATE)
    page.evaluate("""async () => {
      const session = await prova.session.resumeSession();
      // The disk is slow: the page is gone before it has answered.
      IDBDatabase.prototype.transaction = () => { throw new DOMException("slow", "UnknownError"); };
      Promise.prototype.finally = function () { return this; };
      session.save(prova.draft("a", "sista orden")).catch(() => {});
      location.href = "../annan/";
    }""")
    expect(page).to_have_title("Annan")
    page.locator("html[data-ready]").wait_for(state="attached")
    assert page.evaluate("() => prova.words()") == ["sista orden"]


def test_a_store_that_fails_when_the_next_page_comes_leaves_a_session_that_says_so(page, context):
    page.evaluate(CREATE)
    context.add_init_script("""
      IDBDatabase.prototype.transaction = () => { throw new DOMException("broken", "UnknownError"); };
    """)
    follow(page)
    assert page.evaluate(MODE) == "binder"
    told = page.evaluate("async () => (await prova.session.resumeSession()).notice")
    assert "kan inte spara" in told


def test_what_a_page_of_another_version_hands_over_is_not_taken_for_ours(page, context, bare):
    page.evaluate("""async () => {
      const { active } = await navigator.serviceWorker.ready;
      const draft = { ...prova.draft("a", "i ett annat format"), rev: 1 };
      active.postMessage({ ract: "offer", format: 0, token: "t", binder: null, put: [{ draft, copyOf: null }], drop: [] });
    }""")
    assert bare(context).evaluate("() => prova.words()") == []


def test_everything_is_forgotten_five_seconds_after_the_last_page_left(page, context, bare):
    page.evaluate(CREATE)
    page.close()
    outside = context.new_page()
    outside.wait_for_timeout(6_000)
    assert bare(context).evaluate(MODE) == "memory"


def test_a_page_that_comes_back_at_once_still_has_the_binder(page, context, bare):
    page.evaluate(CREATE)
    page.goto("about:blank")
    assert bare(context).evaluate(MODE) == "binder"


def test_an_earlier_leave_does_not_forget_what_a_later_page_carries(page, context, bare):
    page.evaluate(CREATE)
    assert follow(page).evaluate(MODE) == "binder"
    page.wait_for_timeout(4_300)
    page.goto("about:blank")
    page.wait_for_timeout(1_500)
    assert bare(context).evaluate(MODE) == "binder"


def test_a_locked_binder_does_not_follow_a_link(page):
    page.evaluate(CREATE)
    page.evaluate("async () => (await prova.session.resumeSession()).lock()")
    assert follow(page).evaluate(MODE) == "memory"


def test_back_to_a_page_from_before_the_lock_shows_nothing_of_the_binder(page):
    page.evaluate(CREATE)
    follow(page)
    page.evaluate("async () => (await prova.session.resumeSession()).lock()")
    page.go_back()
    page.locator("html[data-ready]").wait_for(state="attached")
    assert page.evaluate(MODE) == "memory"


def test_a_service_worker_that_the_browser_ended_is_told_again(page, context, bare):
    page.evaluate(CREATE)
    control = context.new_cdp_session(page)
    control.send("ServiceWorker.enable")
    control.send("ServiceWorker.stopAllWorkers")
    second = bare(context)
    assert second.evaluate(MODE) == "binder"


def test_the_binder_follows_a_link_though_the_service_worker_had_ended(page, context):
    page.evaluate(CREATE)
    control = context.new_cdp_session(page)
    control.send("ServiceWorker.enable")
    control.send("ServiceWorker.stopAllWorkers")
    assert follow(page).evaluate(MODE) == "binder"


def test_without_a_service_worker_the_passphrase_is_asked_for_again(new_context, bare):
    page = bare(new_context(service_workers="block"))
    page.evaluate(CREATE)
    page.evaluate(SAVE, "ett")
    assert follow(page).evaluate(MODE) == "memory"
    opened = page.evaluate("""async () => {
      const [{id}] = await prova.session.listBinders();
      await prova.session.openBinder(id, "en lösenfras som är lång");
      return prova.words();
    }""")
    assert opened == ["ett"]


ASK = """async (scope) => {
  const registration = await navigator.serviceWorker.getRegistration(scope);
  const {port1, port2} = new MessageChannel();
  registration.active.postMessage({ract: "ask"}, [port2]);
  return new Promise((resolve) => {
    port1.onmessage = ({data}) => resolve(data ? "the session" : "nothing");
    setTimeout(() => resolve("no answer"), 1500);
  });
}"""


@pytest.fixture
def neighbour(context, script_site):
    """A page of somebody else on the same host, which frames one of ours."""
    stranger = context.new_page()
    body = f'<title>Granne</title><iframe src="{script_site.url("annan/")}"></iframe>'
    answer = {"body": body, "content_type": "text/html"}
    stranger.route("**/granne/", lambda route: route.fulfill(**answer))
    stranger.goto(script_site.root.replace("/parm/", "/granne/"))
    return stranger


def test_our_own_page_is_handed_the_session(page, script_site):
    page.evaluate(CREATE)
    assert page.evaluate(ASK, script_site.root) == "the session"


def test_a_neighbour_on_the_same_host_is_handed_nothing(page, neighbour, script_site):
    page.evaluate(CREATE)
    assert neighbour.evaluate(ASK, script_site.root) == "no answer"


def test_our_page_in_somebody_elses_frame_is_handed_nothing(page, neighbour, script_site):
    page.evaluate(CREATE)
    assert neighbour.frames[1].evaluate(ASK, script_site.root) == "no answer"
    assert neighbour.frames[1].evaluate(MODE) == "memory"
