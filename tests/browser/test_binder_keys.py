"""What opens a binder: another passphrase and a code on paper wrap the same key, and are never lost halfway."""

import pytest

OLD = "påskägg på gröna ängar"
NEW = "blåsippor under granarna"
PREPARE = """async ([passphrase, words]) => {
  const session = await prova.session.createBinder(passphrase);
  await session.save(prova.draft("a", words));
  return session.binder.id;
}"""
OPEN = """([id, passphrase]) => prova.attempt(async () => {
  await prova.session.openBinder(id, passphrase);
  return prova.words();
})"""
CHANGE = "([id, old, fresh]) => prova.attempt(() => prova.keys.changePassphrase(id, {passphrase: old}, fresh))"
LOCK = "async () => (await prova.session.resumeSession()).lock()"
# The battery dies at the given write to the list of binders.
DIES_AT = """(last) => {
  const put = IDBObjectStore.prototype.put;
  let seen = 0;
  IDBObjectStore.prototype.put = function (row) {
    if (this.name === "binders" && ++seen >= last) throw new Error("dead battery");
    return put.call(this, row);
  };
}"""


@pytest.fixture
def page(context, bare):
    return bare(context)


@pytest.fixture
def binder(page):
    return page.evaluate(PREPARE, [OLD, "Bo nära havet"])


def locked(page):
    """The same page, locked and loaded anew."""
    page.evaluate(LOCK)
    page.reload()
    page.locator("html[data-ready]").wait_for(state="attached")
    return page


def opens(page, binder, passphrase):
    """What the passphrase shows of the binder, or why it does not open."""
    found = locked(page).evaluate(OPEN, [binder, passphrase])
    return found["failed"] if isinstance(found, dict) else found


def test_after_a_change_the_new_passphrase_opens(page, binder):
    page.evaluate(CHANGE, [binder, OLD, NEW])
    assert opens(page, binder, NEW) == ["Bo nära havet"]


def test_after_a_change_the_old_passphrase_does_not_open(page, binder):
    page.evaluate(CHANGE, [binder, OLD, NEW])
    assert opens(page, binder, OLD) == "WrongPassphrase"


def test_a_change_of_passphrase_leaves_every_sealed_draft_as_it_was(page, binder):
    sealed = "async (id) => String((await prova.drafts.readRows(id, 'a'.repeat(16)))[0].sealed)"
    before = page.evaluate(sealed, binder)
    page.evaluate(CHANGE, [binder, OLD, NEW])
    assert page.evaluate(sealed, binder) == before


def test_a_change_needs_the_old_passphrase_and_changes_nothing_without_it(page, binder):
    result = page.evaluate(CHANGE, [binder, "inte den rätta", NEW])
    assert result["failed"] == "WrongPassphrase"
    assert opens(page, binder, OLD) == ["Bo nära havet"]


@pytest.mark.parametrize("passphrase", [OLD, NEW])
def test_a_change_that_is_cut_short_leaves_two_passphrases_that_open(page, binder, passphrase):
    page.evaluate(DIES_AT, 2)
    assert page.evaluate(CHANGE, [binder, OLD, NEW])["failed"]
    assert opens(page, binder, passphrase) == ["Bo nära havet"]


def test_a_change_that_dies_before_its_first_write_leaves_the_old_passphrase(page, binder):
    page.evaluate(DIES_AT, 1)
    assert page.evaluate(CHANGE, [binder, OLD, NEW])["failed"]
    assert opens(page, binder, OLD) == ["Bo nära havet"]


def test_after_a_change_cut_short_the_passphrase_that_opened_is_the_only_one(page, binder):
    page.evaluate(DIES_AT, 2)
    page.evaluate(CHANGE, [binder, OLD, NEW])
    assert opens(page, binder, NEW) == ["Bo nära havet"]
    assert opens(page, binder, OLD) == "WrongPassphrase"


def test_a_browser_killed_in_the_midst_of_changes_leaves_a_passphrase_that_opens(profile, bare):
    page = bare(profile.open())
    binder = page.evaluate(PREPARE, [OLD, "Bo nära havet"])
    page.evaluate(
        """([id, old, fresh]) => {
      const forth = (a, b) => prova.keys.changePassphrase(id, {passphrase: a}, b).then(() => forth(b, a));
      void forth(old, fresh);
    }""",
        [binder, OLD, NEW],
    )
    page.wait_for_timeout(1_500)
    profile.kill()
    again = bare(profile.open())
    tried = [again.evaluate(OPEN, [binder, passphrase]) for passphrase in (OLD, NEW)]
    assert ["Bo nära havet"] in tried


def test_the_code_on_paper_opens_and_gives_a_new_passphrase(page, binder):
    code = page.evaluate("([id, old]) => prova.keys.newCode(id, old)", [binder, OLD])
    words = locked(page).evaluate(
        """async ([id, code, fresh]) => {
      await prova.keys.recoverBinder(id, code, fresh);
      return prova.words();
    }""",
        [binder, code, NEW],
    )
    assert words == ["Bo nära havet"]
    assert opens(page, binder, NEW) == ["Bo nära havet"]


def test_a_new_code_makes_the_earlier_one_worthless(page, binder):
    first = page.evaluate("([id, old]) => prova.keys.newCode(id, old)", [binder, OLD])
    page.evaluate("([id, old]) => prova.keys.newCode(id, old)", [binder, OLD])
    result = page.evaluate(
        "([id, code, fresh]) => prova.attempt(() => prova.keys.recoverBinder(id, code, fresh))",
        [binder, first, NEW],
    )
    assert result["failed"] == "WrongPassphrase"


def test_the_code_goes_on_opening_after_a_change_of_passphrase(page, binder):
    code = page.evaluate("([id, old]) => prova.keys.newCode(id, old)", [binder, OLD])
    page.evaluate(CHANGE, [binder, OLD, NEW])
    result = locked(page).evaluate(
        "([id, code, fresh]) => prova.attempt(async () => (await prova.keys.recoverBinder(id, code, fresh)).mode)",
        [binder, code, "ännu en lösenfras"],
    )
    assert result == "binder"


READ = "(typed) => prova.codes.readCode(typed)"


def test_a_code_is_read_however_it_is_typed(page):
    code = page.evaluate("() => prova.codes.makeCode()")
    sloppy = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert page.evaluate(READ, sloppy) == {"code": code}


def test_a_code_has_seven_groups_of_which_four_letters_each_are_random(page):
    codes = page.evaluate("() => Array.from({length: 200}, () => prova.codes.makeCode())")
    assert {tuple(len(group) for group in code.split("-")) for code in codes} == {(5,) * 7}
    assert len(set(codes)) == 200


def test_every_single_wrong_letter_is_found_and_its_group_named(page):
    missed = page.evaluate("""() => {
      const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
      const code = prova.codes.makeCode();
      const missed = [];
      for (let at = 0; at < code.length; at += 1) {
        if (code[at] === "-") continue;
        for (const letter of letters) {
          if (letter === code[at]) continue;
          const found = prova.codes.readCode(code.slice(0, at) + letter + code.slice(at + 1));
          if (found.wrongGroup !== Math.floor(at / 6) + 1) missed.push([at, letter]);
        }
      }
      return missed;
    }""")
    assert missed == []


def test_two_groups_in_the_wrong_order_are_found(page):
    missed = page.evaluate("""() => {
      const [one, two, ...rest] = prova.codes.makeCode().split("-");
      return "code" in prova.codes.readCode([two, one, ...rest].join("-"));
    }""")
    assert missed is False


@pytest.mark.parametrize(("typed", "groups"), [("", 0), ("7K3FX", 1), ("A" * 36, 8), ("A" * 34, 7)])
def test_a_code_with_too_few_or_too_many_letters_is_told_apart(page, typed, groups):
    assert page.evaluate(READ, typed) == {"groups": groups}


def test_a_name_is_on_disk_only_sealed_unless_it_may_be_shown(page, binder):
    page.evaluate("""async () => {
      const session = await prova.session.resumeSession();
      await prova.nicknames.giveName(session.binder, "Fjäril", false);
    }""")
    row = page.evaluate("async () => JSON.stringify((await prova.drafts.readBinders())[0])")
    assert "Fjäril" not in row
    [listed] = page.evaluate("() => prova.session.listBinders()")
    assert listed["name"] == "Pärm 1"


def test_an_opened_binder_has_its_own_name_again(page, binder):
    page.evaluate("""async () => {
      const session = await prova.session.resumeSession();
      await prova.nicknames.giveName(session.binder, "Fjäril", false);
    }""")
    locked(page).evaluate(OPEN, [binder, OLD])
    assert page.evaluate("async () => (await prova.session.resumeSession()).name") == "Fjäril"


def test_a_taken_away_binder_leaves_no_row_and_no_key(page, binder):
    left = page.evaluate(
        """async (id) => {
      await prova.rows.removeBinder(id);
      return [(await prova.drafts.readBinders()).length, (await prova.drafts.readNewest(id)).size];
    }""",
        binder,
    )
    assert left == [0, 0]


def test_a_binder_of_this_device_opens_without_a_passphrase_and_its_key_cannot_be_read_out(page):
    found = page.evaluate("""async () => {
      await (await prova.session.createDeviceBinder()).save(prova.draft("a", "Här"));
      const [{id, device_key: key, header}] = await prova.drafts.readBinders();
      await (await prova.session.resumeSession()).lock();
      await prova.session.openDeviceBinder(id);
      return [await prova.words(), key.extractable, header];
    }""")
    assert found == [["Här"], False, None]


def test_the_key_of_one_draft_opens_no_other(page, binder):
    failed = page.evaluate(
        """async (binder) => {
      const session = await prova.session.resumeSession();
      const key = await prova.vault.draftKey(session.binder.key, {binder, draft: "b".repeat(16)});
      const [row] = await prova.drafts.readRows(binder, "a".repeat(16));
      return (await prova.attempt(() => prova.vault.unseal(key, row, row))).failed;
    }""",
        binder,
    )
    assert failed == "Damaged"


def test_fifty_wrong_passphrases_lock_nobody_out_and_lose_nothing(context, bare):
    # Without the library the passphrase is stretched by PBKDF2, which is quicker to try fifty times.
    context.add_init_script("delete globalThis.WebAssembly")
    context.route(
        "**/argon2.umd.min.js", lambda route: route.fulfill(body="", content_type="text/javascript")
    )
    page = bare(context)
    binder = page.evaluate(PREPARE, [OLD, "Bo nära havet"])
    failures = locked(page).evaluate(
        """async (id) => {
      const tries = Array.from({length: 50}, (_, number) => `fel lösenfras nummer ${number}`);
      const results = [];
      for (const wrong of tries) results.push((await prova.attempt(() => prova.session.openBinder(id, wrong))).failed);
      return results;
    }""",
        binder,
    )
    assert set(failures) == {"WrongPassphrase"}
    assert page.evaluate(OPEN, [binder, OLD]) == ["Bo nära havet"]
