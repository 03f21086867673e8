"""A browser that cannot keep anything: told before the first question, and usable all the same."""

import pytest

NOTICE = "async () => (await prova.session.resumeSession()).notice"
SAVE = """async () => {
  const session = await prova.session.resumeSession();
  await session.save(prova.draft("a", "i minnet"));
  return {mode: session.mode, words: await prova.words()};
}"""
IN_MEMORY = {"mode": "memory", "words": ["i minnet"]}
BROKEN = {
    "missing": "delete globalThis.indexedDB; Object.defineProperty(globalThis, 'indexedDB', {value: undefined})",
    "refused": "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }",
    "forgetful": """const get = IDBObjectStore.prototype.get;
      IDBObjectStore.prototype.get = function () { return get.call(this, "annat"); }""",
}

SILENT = """
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (...words) {
    const request = open.apply(this, words);
    request.addEventListener = () => {};
    return request;
  };
"""


@pytest.mark.parametrize("how", BROKEN)
def test_a_browser_that_cannot_keep_says_so_at_once(context, bare, how):
    context.add_init_script(BROKEN[how])
    assert "kan inte spara" in bare(context).evaluate(NOTICE)


@pytest.mark.parametrize("how", BROKEN)
def test_drafts_are_kept_in_memory_all_the_same(context, bare, how):
    context.add_init_script(BROKEN[how])
    assert bare(context).evaluate(SAVE) == IN_MEMORY


def test_a_store_that_never_answers_is_told_of_within_seconds(context, bare):
    context.add_init_script(SILENT)
    page = bare(context)
    page.evaluate("""async () => {
      const session = await prova.session.resumeSession();
      session.onChange(({type}) => { document.documentElement.dataset.heard = type; });
    }""")
    page.locator("html[data-heard=storage]").wait_for(state="attached")
    assert "svarar inte" in page.evaluate(NOTICE)


def test_a_store_that_never_answers_does_not_keep_the_page_waiting(context, bare):
    context.add_init_script(SILENT)
    waited = bare(context).evaluate("""async () => {
      const started = performance.now();
      await prova.session.resumeSession();
      return performance.now() - started;
    }""")
    assert waited < 4_000


def test_a_missing_library_leaves_a_page_that_works_in_memory(context, bare, watch):
    watch.expect("404")
    context.route("**/idb.js", lambda route: route.fulfill(status=404, body=""))
    assert bare(context).evaluate(SAVE) == IN_MEMORY


def test_a_page_that_is_not_secure_says_so_and_works_in_memory(context, script_site):
    page = context.new_page()
    page.goto(script_site.insecure_url("prova/"))
    page.locator("html[data-ready]").wait_for(state="attached")
    assert "säker anslutning" in page.evaluate(NOTICE)
    assert page.evaluate(SAVE) == IN_MEMORY


def test_a_binder_made_where_nothing_can_be_kept_leaves_the_words_in_memory(context, bare):
    context.add_init_script(BROKEN["refused"])
    page = bare(context)
    page.evaluate(SAVE)
    failed = page.evaluate(
        "() => prova.attempt(() => prova.session.createBinder('en lösenfras som är lång'))"
    )
    assert failed["failed"] == "refused"
    assert page.evaluate("() => prova.words()") == ["i minnet"]


def test_a_plain_page_carries_the_session_and_stores_nothing(context, bare):
    page = bare(context)
    page.evaluate("() => prova.session.carrySession()")
    assert page.evaluate("async () => (await indexedDB.databases()).length") == 0
    assert (
        page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0
    )
