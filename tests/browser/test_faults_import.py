"""Hostile and broken files: refused whole or shown as the words they are, and nothing else happens."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.sheets import bring_in, line, open_sheet, sheet_file, stop_engine, written_file

READ = "async (text) => prova.attempt(async () => prova.files.sheetFile.readSheetFile(text))"
DAMAGED = "Filen är skadad eller ändrad och kan inte läsas in. Inget i pärmen har ändrats."
NOT_OURS = "Filen är inte ett arbetsblad härifrån."
TEXT = json.dumps(sheet_file())
HOSTILE = [
    "<img src=x onerror=globalThis.__xss=1>",
    "<svg/onload=globalThis.__xss=1>",
    "</script><script>globalThis.__xss=1</script>",
    "<style>@import 'http://foreign.test/'</style>",
    "{{ 7*7 }}{% raw %}",
    "[länk](javascript:globalThis.__xss=1)",
    "data:text/html,<script>globalThis.__xss=1</script>",
    '"><iframe srcdoc="<script>parent.__xss=1</script>">',
    "=cmd|' /C calc'!A0",
]


@pytest.fixture(scope="module")
def reader(browser, script_site):
    """One bare page for every text: reading a file changes nothing."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(script_site.url("prova/"))
    page.locator("html[data-ready]").wait_for(state="attached")
    yield page
    context.close()


@pytest.mark.parametrize("percent", range(1, 100, 7))
def test_a_file_that_was_cut_is_refused_whole(reader, percent):
    refused = reader.evaluate(READ, TEXT[: len(TEXT) * percent // 100])
    assert refused["failed"] == "FileError"
    assert refused["message"].startswith((DAMAGED, NOT_OURS))


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        ('"rev": 3', '"rev": 1e999'),
        ('"rev": 3', f'"rev": {"9" * 4_301}'),
        ('"rev": 3', '"rev": NaN'),
        ('"rev": 3', '"rev": -1'),
        ('"rev": 3', '"rev": 1.5'),
        ('"rev": 3', '"rev": 3, "rev": 4'),
        ('"drom":', '"drom": "först", "drom":'),
        ('"worksheet": "mal"', '"worksheet": "../../mal"'),
        ('"id": "0123456789abcdef"', '"id": "constructor"'),
        ('"drom":', '"constructor.prototype":'),
    ],
    ids=[
        "infinite", "4 301 digits", "not a number", "negative", "a half", "number twice",
        "answer twice", "path as sheet", "object's name as id", "prototype as question",
    ],
)  # fmt: skip
def test_a_file_with_an_impossible_value_is_refused_whole(reader, found, wanted):
    assert found in TEXT
    assert reader.evaluate(READ, TEXT.replace(found, wanted, 1))["message"] == DAMAGED


@pytest.mark.parametrize("depth", [65, 2_000, 5_000, 1_000_000])
def test_brackets_without_end_are_refused_before_they_are_read(reader, depth):
    deep = reader.evaluate("(depth) => prova.files.sheetFile.isTooDeep('['.repeat(depth))", depth)
    assert deep is True


def test_a_file_of_two_gigabytes_is_refused_before_it_is_read(reader):
    words = reader.evaluate("""async () => {
      const file = {size: 2 ** 31, arrayBuffer: () => { throw new Error("read"); }};
      return (await prova.attempt(() => prova.files.sheetFile.readBytes(file))).message;
    }""")
    assert words == "Filen är för stor för att vara ett arbetsblad. Inget har lästs in."


@pytest.fixture
def page(context, watch, site):
    stop_engine(context, watch)
    return open_sheet(context.new_page(), site, "mal")


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_in_a_file_are_only_words(page, tmp_path, words):
    answers = {"drom": words, "borttagen": words, "plats": words}
    bring_in(page, written_file(tmp_path, sheet_file(answers=answers)))
    expect(line(page, "drom")).to_have_value(words)
    expect(page.locator("[data-earlier]")).to_contain_text(words)
    assert page.evaluate(
        "() => [globalThis.__xss === undefined, document.querySelectorAll('iframe').length]"
    ) == [True, 0]


def test_two_files_chosen_at_once_are_both_kept(page, tmp_path):
    first = written_file(tmp_path, sheet_file(id="a" * 16))
    second = tmp_path / "andra.json"
    second.write_text(json.dumps(sheet_file(id="b" * 16, answers={"drom": "Sjunga"})), "utf-8")
    bring_in(page, first)
    bring_in(page, second)
    expect(page.locator("[data-occasion-others] li")).to_have_count(1)
