"""A binder: made, opened again with its passphrase and with nothing else, and hard to tamper with."""

import unicodedata

import pytest

PASSPHRASE = "påskägg på gröna ängar"
CREATE = """async (passphrase) => {
  const session = await prova.session.createBinder(passphrase);
  return {mode: session.mode, name: session.name};
}"""
OPEN = """async (passphrase) => {
  const [binder] = await prova.session.listBinders();
  return prova.attempt(async () => {
    const session = await prova.session.openBinder(binder.id, passphrase);
    return {mode: session.mode, words: await prova.words()};
  });
}"""
SAVE = """async (words) => {
  const session = await prova.session.resumeSession();
  return session.save(prova.draft("a", words, {rev: (await session.draftFor("mal"))?.rev ?? 0}));
}"""
LOCK = "async () => (await prova.session.resumeSession()).lock()"


@pytest.fixture
def init_scripts():
    """Here every passphrase is stretched in full."""
    return []


@pytest.fixture
def page(context, bare):
    opened = bare(context)
    opened.evaluate(CREATE, PASSPHRASE)
    return opened


def locked(page):
    """The same page, locked and loaded anew."""
    page.evaluate(LOCK)
    page.reload()
    page.locator("html[data-ready]").wait_for(state="attached")
    return page


def test_a_new_binder_has_a_neutral_name(context, bare):
    made = bare(context).evaluate(CREATE, PASSPHRASE)
    assert made == {"mode": "binder", "name": "Pärm 1"}


def test_what_was_saved_is_there_after_lock_reload_and_open(page):
    page.evaluate(SAVE, "Bo nära havet")
    assert locked(page).evaluate(OPEN, PASSPHRASE) == {"mode": "binder", "words": ["Bo nära havet"]}


def test_another_passphrase_does_not_open(page):
    assert locked(page).evaluate(OPEN, "påskägg på gröna ängor")["failed"] == "WrongPassphrase"


def test_the_right_passphrase_opens_after_many_wrong_ones(page):
    page.evaluate(SAVE, "Kvar")
    locked(page)
    for number in range(5):
        page.evaluate(OPEN, f"fel lösenfras {number}")
    assert page.evaluate(OPEN, PASSPHRASE)["words"] == ["Kvar"]


def test_the_passphrase_opens_when_the_keyboard_takes_its_letters_apart(page):
    apart = unicodedata.normalize("NFD", PASSPHRASE)
    assert apart != PASSPHRASE
    assert locked(page).evaluate(OPEN, apart)["mode"] == "binder"


def test_a_space_too_many_does_not_open(page):
    assert locked(page).evaluate(OPEN, f"{PASSPHRASE} ")["failed"] == "WrongPassphrase"


def test_the_key_can_be_used_but_not_read_out(page):
    extractable = page.evaluate("""async () => {
      const {key} = await prova.vault.makeKey("b", "en lösenfras som är lång");
      return key.extractable;
    }""")
    assert extractable is False


def test_the_header_says_argon2id_with_64_mebibytes(page):
    header = page.evaluate("async () => (await prova.drafts.readBinders())[0].header.stretching")
    del header["salt"]
    assert header == {"name": "argon2id", "memory": 65536, "passes": 3, "lanes": 1}


def test_a_browser_without_webassembly_stretches_by_pbkdf2_and_opens_again(context, bare):
    context.add_init_script("delete globalThis.WebAssembly")
    # Workers have their own WebAssembly: without the library they cannot stretch either.
    context.route(
        "**/argon2.umd.min.js", lambda route: route.fulfill(body="", content_type="text/javascript")
    )
    page = bare(context)
    page.evaluate(CREATE, PASSPHRASE)
    name = page.evaluate("async () => (await prova.drafts.readBinders())[0].header.stretching.name")
    assert name == "pbkdf2-sha-256"
    assert locked(page).evaluate(OPEN, PASSPHRASE)["mode"] == "binder"


@pytest.mark.parametrize(
    "forged",
    [
        "{name: 'argon2id', memory: 4194304, passes: 3, lanes: 1, salt: new Uint8Array(16)}",
        "{name: 'argon2id', memory: 65536, passes: 1000000, lanes: 1, salt: new Uint8Array(16)}",
        "{name: 'pbkdf2-sha-256', rounds: 1e12, salt: new Uint8Array(16)}",
        "{name: 'pbkdf2-sha-256', rounds: 1, salt: new Uint8Array(16)}",
        "{name: 'scrypt', rounds: 1, salt: new Uint8Array(16)}",
        "{name: 'argon2id', memory: 65536, passes: 3, lanes: 1, salt: new Uint8Array(3)}",
        "null",
    ],
)
def test_a_forged_header_is_refused_at_once(context, bare, forged):
    result = bare(context).evaluate(f"""async () => {{
      const started = performance.now();
      const header = {{format: 1, stretching: {forged}, iv: new Uint8Array(12), wrapped: new Uint8Array(48)}};
      const {{failed}} = await prova.attempt(() => prova.vault.openKey("b", header, "x"));
      return {{failed, quick: performance.now() - started < 100}};
    }}""")
    assert result == {"failed": "Damaged", "quick": True}


TAMPER = """async (how) => {
  const request = indexedDB.open("ract-parm");
  const database = await new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  const store = database.transaction("revisions", "readwrite").objectStore("revisions");
  const answer = (asked) => new Promise((resolve) => (asked.onsuccess = () => resolve(asked.result)));
  const [one, other] = await answer(store.getAll());
  const bytes = ({iv, sealed}) => ({iv, sealed});
  if (how === "swap") await answer(store.put({...one, ...bytes(other)}));
  await answer(store.put({...other, ...(how === "swap" ? bytes(one) : {sealed: new Uint8Array(40)})}));
  database.close();
}"""


def test_two_drafts_whose_sealed_bytes_were_swapped_are_refused(page):
    page.evaluate("""async () => {
      const session = await prova.session.resumeSession();
      await session.save(prova.draft("a", "ett"));
      await session.save(prova.draft("b", "två"));
    }""")
    page.evaluate(TAMPER, "swap")
    damaged = page.evaluate("""async () => {
      const session = await prova.session.resumeSession();
      return {words: await prova.words(), damaged: session.damaged.length};
    }""")
    assert damaged == {"words": [], "damaged": 2}


def test_a_damaged_newest_revision_gives_way_to_the_one_before(page):
    for words in ("första", "andra"):
        page.evaluate(SAVE, words)
    page.evaluate(TAMPER, "damage the newest")
    assert page.evaluate("() => prova.words()") == ["första"]


def test_writing_on_after_damage_keeps_the_words_and_makes_no_copy(page):
    for words in ("första", "andra"):
        page.evaluate(SAVE, words)
    page.evaluate(TAMPER, "damage the newest")
    locked(page).evaluate(OPEN, PASSPHRASE)
    page.evaluate(SAVE, "tredje")
    assert page.evaluate("() => prova.words()") == ["tredje"]


def test_the_words_for_passphrases_are_1024_different_ones_in_nfc(context, bare):
    counted = bare(context).evaluate("""async () => {
      const {WORDS} = await import(new URL("../assets/js/storage/passphrase-words.js", location.href));
      return [WORDS.length, new Set(WORDS).size, WORDS.every((word) => word === word.normalize("NFC"))];
    }""")
    assert counted == [1024, 1024, True]


def test_a_suggested_passphrase_is_never_the_same(context, bare):
    different = bare(context).evaluate("""() => {
      const drawn = Array.from({length: 100}, () => prova.passphrase.suggest().passphrase);
      return new Set(drawn).size;
    }""")
    assert different == 100
