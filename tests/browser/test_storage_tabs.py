"""Several tabs: one writes, all see, nobody overwrites, and a lock locks them all."""

import pytest

CREATE = "async () => { await prova.session.createBinder('en lösenfras som är lång'); }"
SAVE = """async ([words, rev]) => prova.attempt(async () =>
  (await prova.session.resumeSession()).save(prova.draft("a", words, {rev})))"""
CLAIM = """async () => (await prova.session.resumeSession()).claimWriter("a".repeat(16), async () => {
  prova.heard.push("lost");
  await (await prova.session.resumeSession()).save(prova.draft("a", "sista orden", {rev: 1}));
})"""
LISTEN = """async () => (await prova.session.resumeSession()).onChange(({type}) => {
  prova.heard.push(type);
  document.documentElement.dataset.heard = prova.heard.join(" ");
})"""


@pytest.fixture
def tabs(context, bare):
    """Two tabs of the same device, with the same binder open."""
    first = bare(context)
    first.evaluate(CREATE)
    second = bare(context)
    second.evaluate("() => prova.session.resumeSession()")
    return first, second


def hears(page, change):
    page.locator(f"html[data-heard~={change}]").wait_for(state="attached")


def test_a_new_tab_has_the_binder_open(tabs):
    _, second = tabs
    assert second.evaluate("async () => (await prova.session.resumeSession()).name") == "Pärm 1"


def test_what_one_tab_saves_the_other_reads(tabs):
    first, second = tabs
    second.evaluate(LISTEN)
    first.evaluate(SAVE, ["ett", 0])
    hears(second, "saved")
    assert second.evaluate("() => prova.words()") == ["ett"]


def test_only_the_first_tab_is_the_writer(tabs):
    first, second = tabs
    assert first.evaluate(CLAIM) is True
    assert second.evaluate(CLAIM) is False


def test_the_tab_that_takes_over_is_the_writer_and_the_other_has_saved_and_knows(tabs):
    first, second = tabs
    first.evaluate(SAVE, ["ett", 0])
    first.evaluate(CLAIM)
    second.evaluate(CLAIM)
    second.evaluate("async () => (await prova.session.resumeSession()).takeOver('a'.repeat(16))")
    assert first.evaluate("() => prova.heard") == ["lost"]
    assert second.evaluate("() => prova.words()") == ["sista orden"]
    assert first.evaluate(CLAIM) is False


def test_a_tab_that_does_not_answer_can_be_taken_over_from(tabs):
    first, second = tabs
    first.evaluate("""async () => (await prova.session.resumeSession())
      .claimWriter("a".repeat(16), () => new Promise(() => {}))""")
    second.evaluate(CLAIM)
    second.evaluate("async () => (await prova.session.resumeSession()).takeOver('a'.repeat(16))")
    free = "async () => (await navigator.locks.query()).held.length"
    assert second.evaluate(free) == 1


def test_a_closed_tab_lets_go(tabs):
    first, second = tabs
    first.evaluate(CLAIM)
    first.close()
    # The browser lets go of a closed tab's locks when it comes to it.
    assert any(second.evaluate(CLAIM) or second.wait_for_timeout(100) for _ in range(100))


def test_without_web_locks_two_tabs_that_write_keep_both_texts(context, bare):
    context.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'locks', {get: () => undefined})"
    )
    first = bare(context)
    first.evaluate(CREATE)
    first.evaluate(SAVE, ["ett", 0])
    second = bare(context)
    assert [first.evaluate(CLAIM), second.evaluate(CLAIM)] == [True, True]
    first.evaluate(SAVE, ["från den första", 1])
    assert second.evaluate(SAVE, ["från den andra", 1])["failed"] == "conflict"
    assert first.evaluate("() => prova.words()") == ["från den andra", "från den första"]


def test_a_lock_in_one_tab_locks_the_other(tabs):
    first, second = tabs
    first.evaluate(SAVE, ["ett", 0])
    second.evaluate(LISTEN)
    first.evaluate("async () => (await prova.session.resumeSession()).lock()")
    hears(second, "locked")
    assert second.evaluate("() => prova.words()") == []
    assert second.evaluate(SAVE, ["två", 1])["failed"] == "closed"


def test_words_typed_in_another_tab_are_saved_before_the_lock_falls(tabs):
    first, second = tabs
    second.evaluate("""async () => {
      const session = await prova.session.resumeSession();
      session.onChange(({type}) => type === "locking" && session.save(prova.draft("a", "nyss skrivet")));
    }""")
    second.evaluate(LISTEN)
    first.evaluate("async () => (await prova.session.resumeSession()).lock()")
    hears(second, "locked")
    opened = first.evaluate("""async () => {
      const [{id}] = await prova.session.listBinders();
      await prova.session.openBinder(id, "en lösenfras som är lång");
      return prova.words();
    }""")
    assert opened == ["nyss skrivet"]


def test_tabs_without_a_binder_share_what_is_in_memory(context, bare):
    first, second = bare(context), bare(context)
    for page in (first, second):
        page.evaluate(LISTEN)
    first.evaluate(SAVE, ["bara i minnet", 0])
    hears(second, "saved")
    assert second.evaluate("() => prova.words()") == ["bara i minnet"]


def test_a_binder_made_in_one_tab_opens_in_the_other_and_takes_its_words_along(context, bare):
    first, second = bare(context), bare(context)
    for page in (first, second):
        page.evaluate(LISTEN)
    second.evaluate(SAVE, ["skrivet i den andra", 0])
    hears(first, "saved")
    first.evaluate(CREATE)
    hears(second, "opened")
    assert second.evaluate(SAVE, ["skrivet vidare", 1])["rev"] == 2
    assert first.evaluate("() => prova.words()") == ["skrivet vidare"]


REOPEN = """async () => {
  const [{id}] = await prova.session.listBinders();
  await prova.session.openBinder(id, "en lösenfras som är lång");
}"""


LOCK = "async () => (await prova.session.resumeSession()).lock()"


@pytest.fixture
def opened_anew(tabs):
    """Two tabs that were locked; the first has opened the binder again, with the passphrase."""
    first, second = tabs
    second.evaluate(LISTEN)
    first.evaluate(LOCK)
    hears(second, "locked")
    first.evaluate(REOPEN)
    return first, second


def test_a_binder_opened_in_two_tabs_is_forgotten_by_one_lock(opened_anew, context, bare):
    first, second = opened_anew
    second.evaluate(REOPEN)
    first.close()
    second.evaluate(LOCK)
    third = bare(context)
    assert third.evaluate("async () => (await prova.session.resumeSession()).mode") == "memory"


def test_a_lock_right_after_opening_forgets_what_another_tab_left(opened_anew, context, bare):
    first, second = opened_anew
    first.close()
    # The lock falls before the service worker has told this tab under which token the binder is held.
    second.evaluate(f"async () => {{ await ({REOPEN})(); await ({LOCK})(); }}")
    third = bare(context)
    assert third.evaluate("async () => (await prova.session.resumeSession()).mode") == "memory"


def test_a_tab_with_a_newer_store_is_given_way_to_and_the_older_tab_says_so(tabs):
    first, _ = tabs
    first.evaluate(LISTEN)
    opened = first.evaluate("""() => new Promise((resolve) => {
      const request = indexedDB.open("ract-parm", 2);
      request.onsuccess = () => resolve(request.result.version);
    })""")
    assert opened == 2
    hears(first, "storage")
    assert first.evaluate(SAVE, ["ett", 0])["failed"] == "outdated"
