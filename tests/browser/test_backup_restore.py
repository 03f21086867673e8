"""Restoring a backup: told beforehand, merged sheet by sheet, never over what stands, and taken back."""

import pytest

PASSPHRASE = "påskägg på gröna ängar"
CREATE = "async (passphrase) => void (await prova.session.createBinder(passphrase))"
SORTS = """async (backup) => {
  const session = await prova.session.resumeSession();
  return (await prova.files.backup.compareBackup(session, backup)).map(({sort}) => sort);
}"""
RESTORE = """async (backup) => {
  const session = await prova.session.resumeSession();
  const steps = await prova.files.backup.compareBackup(session, backup);
  const done = await prova.files.backup.restore(session, steps);
  globalThis.done = done;
  return {added: done.added.length, copies: done.copies.length, same: done.same};
}"""
SHOWN = """async () => {
  const session = await prova.session.resumeSession();
  const found = await session.drafts();
  return found.map((one) => [one.answers.drom, session.copyOf(one.id) !== null]).sort();
}"""


def draft(sign, words, rev=3):
    return {
        "id": sign * 16,
        "worksheet": "mal",
        "version": 1,
        "rev": rev,
        "saved_at": "2026-11-01T10:00:00",
        "answers": {"drom": words},
        "rows": {},
    }


def backup(*drafts):
    entries = [{"draft": one, "copyOf": None} for one in drafts]
    return {"binder": {"id": "", "name": "Pärm 1"}, "day": "2026-11-01", "entries": entries}


@pytest.fixture
def page(context, bare):
    """A binder with two sheets, of which the backup knows one as it is and one as it was."""
    opened = bare(context)
    opened.evaluate(CREATE, PASSPHRASE)
    opened.evaluate("""async () => {
      const session = await prova.session.resumeSession();
      await session.save(prova.draft("a", "lika"));
      await session.save(prova.draft("b", "ändrat"));
    }""")
    return opened


BACKUP = backup(draft("a", "lika"), draft("b", "som förr"), draft("c", "borttaget"))


def test_the_preview_tells_new_same_and_different_and_changes_nothing(page):
    before = page.evaluate(SHOWN)
    assert page.evaluate(SORTS, BACKUP) == ["same", "differs", "new"]
    assert page.evaluate(SHOWN) == before


def test_restoring_keeps_both_where_they_differ(page):
    assert page.evaluate(RESTORE, BACKUP) == {"added": 1, "copies": 1, "same": 1}
    assert page.evaluate(SHOWN) == [
        ["borttaget", False],
        ["lika", False],
        ["som förr", True],
        ["ändrat", False],
    ]


def test_restoring_twice_adds_nothing_the_second_time(page):
    page.evaluate(RESTORE, BACKUP)
    once = page.evaluate(SHOWN)
    assert page.evaluate(RESTORE, BACKUP) == {"added": 0, "copies": 0, "same": 3}
    assert page.evaluate(SHOWN) == once


def test_what_was_restored_is_there_after_lock_and_open(page):
    page.evaluate(RESTORE, BACKUP)
    restored = page.evaluate(SHOWN)
    page.evaluate("async () => (await prova.session.resumeSession()).lock()")
    page.reload()
    page.locator("html[data-ready]").wait_for(state="attached")
    page.evaluate(
        """async (passphrase) => {
      const [{id}] = await prova.session.listBinders();
      await prova.session.openBinder(id, passphrase);
    }""",
        PASSPHRASE,
    )
    assert page.evaluate(SHOWN) == restored


def test_restoring_can_be_taken_back(page):
    before = page.evaluate(SHOWN)
    page.evaluate(RESTORE, BACKUP)
    assert page.evaluate(
        "async () => prova.files.backup.takeBack(await prova.session.resumeSession(), globalThis.done)"
    )
    assert page.evaluate(SHOWN) == before


def test_taking_back_leaves_what_was_written_on_since(page):
    page.evaluate(RESTORE, BACKUP)
    whole = page.evaluate("""async () => {
      const session = await prova.session.resumeSession();
      const [added] = globalThis.done.added;
      await session.save({...added, answers: {drom: "skrivet sedan"}});
      return prova.files.backup.takeBack(session, globalThis.done);
    }""")
    assert whole is False
    assert ["skrivet sedan", False] in page.evaluate(SHOWN)


def test_a_sheet_that_a_newer_site_wrote_is_restored_as_it_is(page):
    newer = {**draft("d", "från framtiden"), "version": 99}
    page.evaluate(RESTORE, backup(newer))
    versions = page.evaluate(
        "async () => (await (await prova.session.resumeSession()).drafts()).map(({version}) => version)"
    )
    assert 99 in versions


def test_what_cannot_be_read_is_left_out_and_told_by_its_day(page):
    page.evaluate("""async () => {
      const request = indexedDB.open("ract-parm");
      const database = await new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
      const store = database.transaction("revisions", "readwrite").objectStore("revisions");
      const rows = await new Promise((resolve) => {
        const asked = store.getAll();
        asked.onsuccess = () => resolve(asked.result);
      });
      store.put({...rows[0], sealed: new Uint8Array(40), day: "2026-11-03"});
      await new Promise((resolve) => (store.transaction.oncomplete = resolve));
      database.close();
    }""")
    told = page.evaluate("""async () => {
      const session = await prova.session.resumeSession();
      const {entries} = await prova.files.backup.gather(session);
      return [entries.map(({draft}) => draft.answers.drom), await session.binder.damagedDays()];
    }""")
    assert told == [["ändrat"], ["2026-11-03"]]


ADD = """async (at) => (await prova.session.resumeSession()).binder.diary.add(
  {what: "backup", at, sheets: 2, whom: "Kommunens VSS", basis: "Samtycke"})"""


def test_the_diary_keeps_when_a_backup_was_made_and_is_no_sheet(page):
    page.evaluate(ADD, "2026-11-20T10:00:00")
    page.evaluate(ADD, "2026-11-22T10:00:00")
    found = page.evaluate("""async () => {
      const session = await prova.session.resumeSession();
      const [{backed_up_on: day}] = await prova.drafts.readBinders();
      return [await session.binder.diary.lastBackup(), day, (await session.drafts()).length, session.damaged];
    }""")
    assert found == ["2026-11-22T10:00:00", "2026-11-22", 2, []]


def test_notes_made_at_once_are_all_kept(page):
    page.evaluate(
        """() => { globalThis.both = Promise.all([1, 2, 3].map((day) =>
      prova.session.resumeSession().then(({binder}) => binder.diary.add(
        {what: "backup", at: `2026-11-0${day}T10:00:00`, sheets: 1, whom: "", basis: ""})))); }"""
    )
    kept = page.evaluate("""async () => {
      await globalThis.both;
      return (await (await prova.session.resumeSession()).binder.diary.read()).length;
    }""")
    assert kept == 3


def test_the_diary_is_sealed_on_disk(profile, bare):
    page = bare(profile.open())
    page.evaluate(CREATE, PASSPHRASE)
    page.evaluate(ADD, "2026-11-22T10:00:00")
    profile.close()
    assert profile.holds("Kommunens VSS") == []
