"""Backups as files: opened by age's other readers, and every bad one refused in words before anything changes."""

import base64
import json
import unicodedata

import pyrage
import pytest

from tests.browser.conftest import LIGHT_BINDERS

PASSPHRASE = "påskägg på gröna ängar"
ANSWER = "Fjärilsmärke-4711: bo nära havet åäö 🌊"
BINDER = """async ([passphrase, words]) => {
  const session = await prova.session.createBinder(passphrase);
  await session.save(prova.draft("a", words));
  await session.save(prova.draft("b", "två"));
}"""
MAKE = """async (passphrase) => {
  const session = await prova.session.resumeSession();
  const {gather, makeBackup} = prova.files.backup;
  return prova.files.packed(await makeBackup(await gather(session), passphrase));
}"""
OPEN = """async ([file, passphrase]) => prova.attempt(async () => {
  const chosen = new File([prova.files.unpacked(file)], "parm.age");
  return (await prova.files.backup.openBackup(chosen, passphrase)).entries.length;
})"""
SEAL = """async ([text, passphrase]) => prova.files.packed(await prova.files.age.sealAge(text, passphrase))"""
NOT_OURS = "Filen är inte en säkerhetskopia."
DAMAGED = "Säkerhetskopian är skadad."


@pytest.fixture
def init_scripts():
    """Here every backup is sealed in full."""
    return [LIGHT_BINDERS]


@pytest.fixture
def page(context, bare):
    opened = bare(context)
    opened.evaluate(BINDER, [PASSPHRASE, ANSWER])
    return opened


@pytest.fixture
def file(page):
    return base64.b64decode(page.evaluate(MAKE, PASSPHRASE))


def opened(page, file, passphrase=PASSPHRASE):
    return page.evaluate(OPEN, [base64.b64encode(file).decode(), passphrase])


def sealed(page, text):
    return base64.b64decode(page.evaluate(SEAL, [text, PASSPHRASE]))


def test_a_backup_is_opened_by_pyrage(file):
    found = json.loads(pyrage.passphrase.decrypt(file, PASSPHRASE))
    answers = sorted(sheet["draft"]["answers"]["drom"] for sheet in found["sheets"])
    assert (found["format"], answers) == ("ract-sakerhetskopia", sorted([ANSWER, "två"]))


def test_a_backup_as_text_is_opened_by_pyrage_too(page, file):
    text = page.evaluate(
        "(file) => prova.files.age.armored(prova.files.unpacked(file))",
        base64.b64encode(file).decode(),
    )
    assert b"Fj" in pyrage.passphrase.decrypt(text.encode(), PASSPHRASE)
    assert opened(page, text.encode()) == 2


def test_a_backup_shows_nothing_of_what_was_written(file):
    assert b"4711" not in file
    assert b"havet" not in file


def test_a_backup_stretches_its_passphrase_with_two_to_the_sixteenth(file):
    assert file.split(b"\n")[1].split(b" ")[-1] == b"16"


def test_the_passphrase_opens_when_the_keyboard_takes_its_letters_apart(page, file):
    assert opened(page, file, unicodedata.normalize("NFD", PASSPHRASE)) == 2


@pytest.mark.parametrize("wrong", ["fel", PASSPHRASE.upper(), f"{PASSPHRASE} ", f" {PASSPHRASE}"])
def test_another_passphrase_does_not_open(page, file, wrong):
    assert opened(page, file, wrong)["failed"] == "WrongPassphrase"


def test_the_right_passphrase_opens_after_many_wrong_ones(page, file):
    said = {opened(page, file, f"fel {number}")["failed"] for number in range(5)}
    assert said == {"WrongPassphrase"}
    assert opened(page, file) == 2


def test_a_lock_too_heavy_for_a_tablet_is_refused_at_once(page, file):
    heavy = file.replace(b" 16\n", b" 30\n", 1)
    result = page.evaluate(
        """async (file) => {
      const started = performance.now();
      const refused = await prova.attempt(async () => prova.files.age.openAge(prova.files.unpacked(file), "x"));
      return {words: refused.message, quick: performance.now() - started < 100};
    }""",
        base64.b64encode(heavy).decode(),
    )
    assert result["quick"]
    assert "för tungt för en platta" in result["words"]


@pytest.mark.parametrize("share", [2, 30, 60, 90, 99])
def test_a_cut_backup_is_refused_whole(page, file, share):
    refused = opened(page, file[: len(file) * share // 100])
    assert refused["failed"] == "FileError"
    assert refused["message"].startswith((DAMAGED, NOT_OURS))


@pytest.mark.parametrize("share", [45, 70, 99])
def test_a_backup_with_one_bit_turned_is_refused_whole(page, file, share):
    at = len(file) * share // 100
    turned = file[:at] + bytes([file[at] ^ 1]) + file[at + 1 :]
    assert opened(page, turned)["failed"] in {"FileError", "WrongPassphrase"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"a",
        bytes(range(256)) * 20,
        b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
        "Det här är en dagbok".encode("utf-16"),
        b"PK\x03\x04" + b"\0" * 300,
        b'{"format": "ract-arbetsblad"}',
    ],
    ids=["nothing", "one byte", "any bytes", "picture", "utf-16", "zip", "a sheet's file"],
)
def test_a_file_that_is_no_backup_is_refused_in_words(page, content):
    assert opened(page, content)["message"].startswith(NOT_OURS)


def test_a_file_locked_with_somebodys_key_is_told_apart(page):
    identity = pyrage.x25519.Identity.generate()
    file = pyrage.encrypt(b"hej", [identity.to_public()])
    assert "på ett annat sätt än med en lösenfras" in opened(page, file)["message"]


def test_a_file_larger_than_any_backup_is_refused_before_it_is_read(page):
    words = page.evaluate("""async () => {
      const file = {size: 2 ** 31, arrayBuffer: () => { throw new Error("read"); }};
      return (await prova.attempt(() => prova.files.backup.openBackup(file, "x"))).message;
    }""")
    assert words == "Filen är för stor för att vara en säkerhetskopia. Inget har lästs in."


GOOD = {
    "format": "ract-sakerhetskopia",
    "format_version": 1,
    "exported": "2026-11-22",
    "binder": {"id": "", "name": "Pärm 1"},
    "sheets": [],
}
DRAFT = {
    "id": "a" * 16,
    "worksheet": "mal",
    "version": 1,
    "rev": 1,
    "saved_at": "2026-11-22T10:00:00",
    "answers": {},
    "rows": {},
}


def with_draft(**more):
    return {**GOOD, "sheets": [{"draft": {**DRAFT, **more}, "copy_of": None}]}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (json.dumps(with_draft(answers={"__proto__": "x"})), DAMAGED),
        (json.dumps(with_draft(answers={"a": 7})), DAMAGED),
        (json.dumps(with_draft(rev=-1)), DAMAGED),
        (json.dumps(with_draft(worksheet="../mal")), DAMAGED),
        (json.dumps({**GOOD, "sheets": with_draft()["sheets"] * 2}), DAMAGED),
        (json.dumps({**GOOD, "binder": None}), DAMAGED),
        (json.dumps({**GOOD, "exported": "i går"}), DAMAGED),
        (json.dumps({**GOOD, "format_version": 2}), "Kopian är gjord med en nyare version"),
        (json.dumps({**GOOD, "format": "annat"}), NOT_OURS),
        ("[" * 5_000 + "]" * 5_000, "Filen är inte ett arbetsblad: den har för många nivåer."),
        (json.dumps(GOOD).replace("{", '{"format": "x", ', 1), "Filen är skadad"),
        (json.dumps(GOOD).replace('"sheets": []', '"sheets": [1e999]'), DAMAGED),
        (json.dumps(GOOD).replace('"sheets": []', '"sheets": [NaN]'), "Filen är skadad"),
    ],
    ids=[
        "hostile name", "number as answer", "negative number", "path as sheet", "one id twice",
        "no binder", "no day", "newer", "foreign", "brackets", "key twice", "infinity", "not a number",
    ],
)  # fmt: skip
def test_a_backup_whose_content_is_wrong_is_refused_whole(page, content, words):
    refused = opened(page, sealed(page, content))
    assert refused["failed"] == "FileError"
    assert refused["message"].startswith(words)


def test_a_hostile_name_leaves_every_object_as_it_was(page):
    opened(page, sealed(page, json.dumps(with_draft(answers={"__proto__": "x"}))))
    assert (
        page.evaluate("() => ({}).polluted === undefined && Object.keys(Object.prototype).length")
        == 0
    )
