"""Saving: called saved only when it is, and never at the cost of words that were there before."""

import pytest

CREATE = "async () => { await prova.session.createBinder('en lösenfras som är lång'); }"
SAVE = """async ([words, rev, sign = "a"]) => prova.attempt(async () => {
  const session = await prova.session.resumeSession();
  return session.save(prova.draft(sign, words, {rev}));
})"""
# The connections that the page opens, so that a test can do to them what a tablet does.
CATCH = """
  globalThis.opened = [];
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (...words) {
    const request = open.apply(this, words);
    request.addEventListener("success", () => globalThis.opened.push(request.result));
    return request;
  };
"""


@pytest.fixture(params=["memory", "binder"])
def either(request, context, bare):
    """A page that keeps drafts in memory, and one that keeps them in a binder."""
    page = bare(context)
    if request.param == "binder":
        page.evaluate(CREATE)
    return page


@pytest.fixture
def binder(context, bare):
    """A page with an open binder, whose connections can be reached as `opened`."""
    context.add_init_script(CATCH)
    page = bare(context)
    page.evaluate(CREATE)
    return page


def test_a_saved_draft_comes_back_with_its_number_and_moment(either):
    kept = either.evaluate(SAVE, ["ett", 0])
    assert kept["rev"] == 1
    assert len(kept["saved_at"]) == len("2026-11-22T14:32:05")
    assert either.evaluate("() => prova.words()") == ["ett"]


def test_every_save_is_a_revision_and_the_newest_stands_first(either):
    for rev, words in enumerate(["ett", "två", "tre"]):
        either.evaluate(SAVE, [words, rev])
    history = either.evaluate("""async () => {
      const revisions = await (await prova.session.resumeSession()).revisions("a".repeat(16));
      return revisions.map(({rev, answers}) => [rev, answers.drom]);
    }""")
    assert history == [[3, "tre"], [2, "två"], [1, "ett"]]


def test_a_save_on_an_old_number_keeps_both_texts(either):
    either.evaluate(SAVE, ["ett", 0])
    conflict = either.evaluate("""async () => {
      const session = await prova.session.resumeSession();
      await session.save(prova.draft("a", "annan flik", {rev: 1}));
      return prova.attempt(() => session.save(prova.draft("a", "här", {rev: 7})));
    }""")
    assert conflict["failed"] == "conflict"
    assert conflict["copy"]["answers"] == {"drom": "här"}
    assert either.evaluate("() => prova.words()") == ["annan flik", "här"]


def test_after_a_conflict_the_tab_writes_on_in_its_copy(either):
    either.evaluate(SAVE, ["ett", 0])
    conflict = either.evaluate(SAVE, ["här", 7])
    on = either.evaluate(SAVE, ["här, och mer", 7])
    assert on["id"] == conflict["copy"]["id"]
    assert either.evaluate("() => prova.words()") == ["ett", "här, och mer"]


def test_a_copy_is_marked_as_one_and_is_not_the_draft_to_go_on_with(either):
    either.evaluate(SAVE, ["ett", 0])
    copy = either.evaluate(SAVE, ["här", 7])["copy"]["id"]
    told = either.evaluate(
        """async (copy) => {
      const session = await prova.session.resumeSession();
      const found = await session.draftFor("mal");
      return {copyOf: session.copyOf(copy), found: found.answers.drom};
    }""",
        copy,
    )
    assert told == {"copyOf": "a" * 16, "found": "ett"}


def test_the_same_words_twice_are_no_conflict(either):
    either.evaluate(SAVE, ["ett", 0])
    assert either.evaluate(SAVE, ["ett", 7])["rev"] == 1


def test_saves_asked_for_all_at_once_leave_the_last_words_and_no_copy(either):
    either.evaluate("""async () => {
      const session = await prova.session.resumeSession();
      const asked = ["ett", "två", "tre"].map((words) => session.save(prova.draft("a", words)));
      await Promise.all(asked);
    }""")
    assert either.evaluate("() => prova.words()") == ["tre"]


def test_a_removed_draft_is_gone_and_can_be_taken_back(either):
    either.evaluate(SAVE, ["ett", 0])
    either.evaluate("async () => (await prova.session.resumeSession()).remove('a'.repeat(16))")
    assert either.evaluate("() => prova.words()") == []
    either.evaluate(SAVE, ["ett", 0])
    assert either.evaluate("() => prova.words()") == ["ett"]


@pytest.mark.parametrize(
    "words", ["<script>globalThis.x=1</script>", "{{ 7*7 }}", "å" * 20_000, "\u0000 😀 עברית"]
)
def test_words_of_every_kind_come_back_unchanged(either, words):
    either.evaluate(SAVE, [words, 0])
    assert either.evaluate("() => prova.words()") == [words]


def test_proto_as_a_field_name_is_only_a_field_name(either):
    answers = either.evaluate("""async () => {
      const session = await prova.session.resumeSession();
      const answers = JSON.parse('{"__proto__": "x", "constructor": "y"}');
      await session.save({...prova.draft("a", ""), answers});
      return [JSON.stringify((await session.draftFor("mal")).answers), ({}).x === undefined];
    }""")
    assert answers == ['{"__proto__":"x","constructor":"y"}', True]


def test_a_connection_closed_under_the_page_is_opened_again(binder):
    binder.evaluate(SAVE, ["ett", 0])
    binder.evaluate("() => opened.forEach((database) => database.close())")
    assert binder.evaluate(SAVE, ["två", 1])["rev"] == 2


def test_a_store_that_lost_its_server_is_asked_once_more(binder):
    binder.evaluate("""() => {
      const real = IDBDatabase.prototype.transaction;
      IDBDatabase.prototype.transaction = function (...words) {
        IDBDatabase.prototype.transaction = real;
        throw new DOMException("Connection to Indexed Database server lost", "UnknownError");
      };
    }""")
    assert binder.evaluate(SAVE, ["ett", 0])["rev"] == 1


def test_a_store_that_never_answers_a_save_is_told_of(binder):
    binder.evaluate("""() => {
      IDBDatabase.prototype.transaction = () => {
        throw new DOMException("Connection to Indexed Database server lost", "UnknownError");
      };
    }""")
    assert binder.evaluate(SAVE, ["ett", 0])["failed"] == "unknown"


def test_a_store_cleared_under_the_page_is_told_of_and_not_made_anew(binder):
    binder.evaluate(SAVE, ["ett", 0])
    binder.evaluate("""() => new Promise((resolve) => {
      indexedDB.deleteDatabase("ract-parm").onsuccess = resolve;
    })""")
    assert binder.evaluate(SAVE, ["två", 1])["failed"] == "gone"
    left = binder.evaluate("async () => (await indexedDB.databases()).map(({name}) => name)")
    assert left == []


def test_a_full_device_is_told_of_and_the_earlier_words_stand(profile, bare):
    binder = bare(profile.open())
    origin = binder.evaluate("() => location.origin")
    control = profile.context.new_cdp_session(binder)
    # Before the first write: the browser remembers for a while how much room there was.
    control.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 400_000})
    binder.evaluate(CREATE)
    binder.evaluate(SAVE, ["ett", 0])
    result = binder.evaluate(SAVE, ["x" * 3_000_000, 1])
    assert result["failed"] == "quota"
    assert binder.evaluate("() => prova.words()") == ["ett"]


def test_only_the_twenty_newest_and_one_of_each_day_are_kept(binder):
    kept = binder.evaluate("""async () => {
      const session = await prova.session.resumeSession();
      for (let rev = 0; rev < 25; rev += 1) await session.save(prova.draft("a", `nummer ${rev + 1}`, {rev}));
      await new Promise((resolve) => setTimeout(resolve, 300));
      return (await session.revisions("a".repeat(16))).map(({rev}) => rev);
    }""")
    assert kept[:20] == list(range(25, 5, -1))
    assert len(kept) == 21


def test_a_save_does_not_read_what_was_kept_of_earlier_days(binder):
    read = binder.evaluate("""async () => {
      const [{ id: binder }] = await prova.drafts.readBinders();
      const [draft, bytes] = ["a".repeat(16), new Uint8Array(12)];
      // Rows of other days, as an earlier visit left them.
      const request = indexedDB.open("ract-parm");
      await new Promise((resolve) => (request.onsuccess = resolve));
      const write = request.result.transaction("revisions", "readwrite");
      for (let rev = 1; rev <= 30; rev += 1) {
        write.objectStore("revisions").add({ binder, draft, rev, day: `2026-10-${rev}`, iv: bytes, sealed: bytes });
      }
      await new Promise((resolve) => (write.oncomplete = resolve));
      request.result.close();
      const counts = [];
      const real = IDBObjectStore.prototype.get;
      IDBObjectStore.prototype.get = function (...given) {
        if (this.name === "revisions") counts[counts.length - 1] += 1;
        return real.apply(this, given);
      };
      const session = await prova.session.resumeSession();
      for (const rev of [30, 31, 32]) {
        counts.push(0);
        await session.save(prova.draft("a", `nummer ${rev}`, { rev }));
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
      return [counts, (await prova.drafts.readRows(binder, draft)).length];
    }""")
    # The first save of a visit learns the days; then a save reads back its own row, and the day that grew old.
    assert read == [[13, 2, 2], 33]


def test_a_save_that_reads_back_as_something_else_is_not_called_saved(binder):
    binder.evaluate("""() => {
      const real = IDBObjectStore.prototype.add;
      IDBObjectStore.prototype.add = function (row) {
        const sealed = row.sealed ? new Uint8Array(row.sealed.length) : row.sealed;
        return real.call(this, {...row, sealed});
      };
    }""")
    assert binder.evaluate(SAVE, ["ett", 0])["failed"] == "unknown"


def test_drafts_in_memory_follow_into_a_new_binder(context, bare):
    page = bare(context)
    page.evaluate(SAVE, ["ett", 0])
    page.evaluate(SAVE, ["två", 1])
    page.evaluate(CREATE)
    assert page.evaluate("() => prova.words()") == ["två"]
    assert page.evaluate(SAVE, ["tre", 2])["rev"] == 3


@pytest.mark.parametrize(
    ("bring", "expected"), [(True, ["i minnet", "i pärmen"]), (False, ["i pärmen"])]
)
def test_drafts_in_memory_follow_into_an_opened_binder_when_asked(context, bare, bring, expected):
    page = bare(context)
    page.evaluate(CREATE)
    page.evaluate(SAVE, ["i pärmen", 0])
    page.evaluate("async () => (await prova.session.resumeSession()).lock()")
    again = bare(context)
    again.evaluate(SAVE, ["i minnet", 0, "b"])
    again.evaluate(
        """async (bring) => {
      const [{id}] = await prova.session.listBinders();
      await prova.session.openBinder(id, "en lösenfras som är lång", {bring});
    }""",
        bring,
    )
    assert again.evaluate("() => prova.words()") == expected
