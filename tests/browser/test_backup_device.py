"""A copy of a whole device: every binder as it lies, locked; put back without touching those that are there."""

import base64
import json

import pyrage
import pytest

PASSPHRASE, OTHER, OWN = "kopians lösenfras", "påskägg på gröna ängar", "en annan lösenfras här"
TWO_BINDERS = """async ([one, two]) => {
  for (const [passphrase, words] of [[one, "hos den ena"], [two, "hos den andra"]]) {
    const session = await prova.session.createBinder(passphrase);
    await session.save(prova.draft("a", words));
    await session.lock();
  }
}"""
MAKE = """async (passphrase) => {
  const {sealed} = await prova.files.sealed.readSealed();
  return prova.files.packed(await prova.files.backup.makeBackup({day: "2026-11-22", sealed}, passphrase));
}"""
PUT = """async ([file, passphrase]) => {
  const chosen = new File([prova.files.unpacked(file)], "parm.age");
  const {sealed} = await prova.files.backup.openBackup(chosen, passphrase);
  const added = [];
  for (const one of sealed) added.push(await prova.files.sealed.addSealed(one));
  return added;
}"""
OPEN = """async ([at, passphrase]) => {
  const binders = await prova.session.listBinders();
  return prova.attempt(async () => {
    await prova.session.openBinder(binders[at].id, passphrase);
    return prova.words();
  });
}"""
READ = "async (text) => prova.attempt(async () => prova.files.deviceFile.readDevice(text))"


@pytest.fixture
def page(context, bare):
    opened = bare(context)
    opened.evaluate(TWO_BINDERS, [OTHER, OWN])
    return opened


def test_another_device_gets_every_binder_and_each_opens_with_its_own_passphrase(
    page, new_context, bare
):
    there = bare(new_context())
    assert there.evaluate(PUT, [page.evaluate(MAKE, PASSPHRASE), PASSPHRASE]) == [True, True]
    assert there.evaluate(OPEN, [1, OTHER])["failed"] == "WrongPassphrase"
    assert there.evaluate(OPEN, [1, OWN]) == ["hos den andra"]


def test_the_copy_shows_nothing_of_what_is_in_the_binders(page):
    packed = page.evaluate(MAKE, PASSPHRASE)
    text = pyrage.passphrase.decrypt(base64.b64decode(packed), PASSPHRASE).decode()
    assert json.loads(text)["format"] == "ract-enhet"
    assert "hos den" not in text


def test_a_binder_that_is_there_is_left_as_it_is(page):
    packed = page.evaluate(MAKE, PASSPHRASE)
    page.evaluate(OPEN, [0, OTHER])
    page.evaluate("""async () => {
      const session = await prova.session.resumeSession();
      await session.save({...(await session.draftFor("mal")), answers: {drom: "skrivet sedan"}});
    }""")
    assert page.evaluate(PUT, [packed, PASSPHRASE]) == [False, False]
    assert page.evaluate("() => prova.words()") == ["skrivet sedan"]


def test_of_each_sheet_the_two_newest_revisions_follow(page):
    page.evaluate(OPEN, [0, OTHER])
    kept = page.evaluate("""async () => {
      const session = await prova.session.resumeSession();
      for (let rev = 1; rev < 6; rev += 1) await session.save(prova.draft("a", `nummer ${rev}`, {rev}));
      const {sealed} = await prova.files.sealed.readSealed();
      return sealed.map(({revisions}) => revisions.map(({rev}) => rev));
    }""")
    assert kept == [[5, 6], [1]]


@pytest.mark.parametrize("what", ["binders", "revisions"])
def test_a_copy_that_holds_something_twice_is_refused_whole(page, what):
    text = page.evaluate(f"""async () => {{
      const {{sealed}} = await prova.files.sealed.readSealed();
      const [{{revisions}}] = sealed;
      if ("{what}" === "binders") sealed.push(sealed[0]);
      else revisions.push(revisions[0]);
      return prova.files.deviceFile.writeDevice({{day: "2026-11-22", sealed}});
    }}""")
    assert page.evaluate(READ, text)["failed"] == "FileError"


def test_a_name_that_is_shown_and_what_else_a_binder_tells_follow_along(page, new_context, bare):
    page.evaluate(OPEN, [0, OTHER])
    page.evaluate("""async () => {
      const {binder} = await prova.session.resumeSession();
      await prova.nicknames.giveName(binder, "Sjöbod", true);
      await binder.diary.add({what: "backup", at: "2026-11-01T10:00:00", sheets: 1, whom: "", basis: ""});
    }""")
    there = bare(new_context())
    assert there.evaluate(PUT, [page.evaluate(MAKE, PASSPHRASE), PASSPHRASE]) == [True, True]
    told = there.evaluate("async () => (await prova.session.listBinders())[0]")
    assert (told["name"], told["backedUpOn"]) == ("Sjöbod", "2026-11-01")


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        ('"rev":1', '"rev":-1'),
        ('"draft":"aaaaaaaaaaaaaaaa"', '"draft":"../x"'),
        ('"iv":"bytes:', '"iv":"bytes:A'),
        ('"memory":65536', '"memory":4194304'),
        ('"number":1', '"number":"ett"'),
        ('"format_version":1', '"format_version":1,"format_version":1'),
        ('"number":1', '"number":1,"backed_up_on":{}'),
        ('"number":1', '"number":1,"shown_name":["Pärm"]'),
        ('"number":1', '"number":1,"nickname":"Anna"'),
        ('"number":1', '"number":1,"device_key":{}'),
        ('"number":1', '"number":1,"handed_over":{"aaaaaaaaaaaaaaaa":"x"}'),
    ],
)
def test_a_copy_whose_content_is_wrong_is_refused_whole(page, found, wanted):
    text = page.evaluate("""async () => prova.files.deviceFile.writeDevice(
      {day: "2026-11-22", sealed: (await prova.files.sealed.readSealed()).sealed})""")
    assert found in text
    refused = page.evaluate(READ, text.replace(found, wanted, 1))
    assert (refused["failed"], "skadad" in refused["message"]) == ("FileError", True)
