"""Files of a worksheet: downloaded and read in again, and every bad one refused in words."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.sheets import (
    bring_in,
    create_binder,
    expect_state,
    line,
    open_sheet,
    rows,
    sheet_file,
    stop_engine,
    written_file,
)

DAMAGED = "Filen är skadad eller ändrad och kan inte läsas in. Inget i pärmen har ändrats."
NOT_OURS = (
    "Filen är inte ett arbetsblad härifrån. Välj en fil som slutar på .json och som du har"
    " laddat ner från ett arbetsblad."
)
TOO_DEEP = "Filen är inte ett arbetsblad: den har för många nivåer. Inget har lästs in."
TOO_BIG = "Filen är för stor för att vara ett arbetsblad. Inget har lästs in."
NEWER = (
    "Filen är gjord med en nyare version av arbetsbladen. Ladda om sidan för att få den nya"
    " versionen och försök igen."
)
PLAN = (
    "Filen är en färdig plan. Den går att spara och visa, men det är arbetsbladens egna filer"
    " som kan läsas in."
)
BAD = {
    "nothing": ("", NOT_OURS),
    "prose": ("Hej, det här är en dagbok.", NOT_OURS),
    "cut": (json.dumps(sheet_file())[:80], DAMAGED),
    "list": ("[]", NOT_OURS),
    "foreign": ({"format": "annat", "format_version": 1}, NOT_OURS),
    "plan": ({"format": "ract-plan", "format_version": 1}, PLAN),
    "newer format": ({**sheet_file(), "format_version": 2}, NEWER),
    "newer sheet": (sheet_file(version=99), NEWER),
    "no draft": ({"format": "ract-arbetsblad", "format_version": 1}, DAMAGED),
    "number as answer": (sheet_file(answers={"drom": 7}), DAMAGED),
    "hostile name": (sheet_file(answers={"__proto__": "x"}), DAMAGED),
    "rows twice": (sheet_file(rows={"mal": ["a", "a"]}), DAMAGED),
    "unknown sheet": (
        sheet_file("finns-inte"),
        "Arbetsbladet ”finns-inte” finns inte i den här pärmen.",
    ),
    "brackets": ("[" * 5_000 + "]" * 5_000, TOO_DEEP),
    "nested": ('{"a":' * 100 + "1" + "}" * 100, TOO_DEEP),
    "not text": (b"\xff\xfe\x00\x01%PDF", NOT_OURS),
    "huge": (b" " * 10_000_001, TOO_BIG),
}


@pytest.fixture
def page(context, watch, site):
    """The sheet of goals, where Python cannot start."""
    stop_engine(context, watch)
    return open_sheet(context.new_page(), site, "mal")


def notice(page):
    return page.locator("[data-notice]")


def download(page):
    with page.expect_download() as given:
        page.get_by_role("button", name="Ladda ner fil", exact=True).click()
    return given.value


def test_a_bad_file_is_refused_in_words_and_nothing_changes(page, tmp_path):
    line(page, "drom").fill("Mitt eget")
    for content, words in BAD.values():
        bring_in(page, written_file(tmp_path, content))
        expect(notice(page)).to_have_text(words)
        expect(line(page, "drom")).to_have_value("Mitt eget")


def test_a_file_that_is_gone_when_it_is_read_is_told_of_truly(page, tmp_path):
    page.evaluate("""() => {
      const gone = async () => { throw new DOMException("gone", "NotFoundError"); };
      Blob.prototype.arrayBuffer = gone;
    }""")
    bring_in(page, written_file(tmp_path, sheet_file()))
    expect(notice(page)).to_have_text("Filen gick inte att öppna. Välj den igen.")


def test_a_files_name_tells_the_sheet_and_the_day_and_nothing_of_the_person(page):
    line(page, "drom").fill("Bo nära havet")
    assert re.fullmatch(
        r"arbetsblad-mal-\d{4}-\d\d-\d\d-[a-z]{4}\.json", download(page).suggested_filename
    )


def test_a_file_holds_the_sheet_as_it_stands(page):
    line(page, "drom").fill("Bo nära havet")
    file = json.loads(download(page).path().read_text("utf-8"))
    assert (file["format"], file["draft"]["answers"]) == (
        "ract-arbetsblad",
        {"drom": "Bo nära havet"},
    )


def test_a_downloaded_file_can_be_read_in_on_another_device(
    page, new_context, watch, site, tmp_path
):
    line(page, "drom").fill("Bo nära havet åäö 🌊")
    path = tmp_path / "fil.json"
    download(page).save_as(path)
    other = new_context()
    stop_engine(other, watch)
    there = open_sheet(other.new_page(), site, "mal")
    bring_in(there, path)
    expect(line(there, "drom")).to_have_value("Bo nära havet åäö 🌊")


def test_a_file_that_begins_with_a_byte_order_mark_is_read(page, tmp_path):
    bring_in(page, written_file(tmp_path, b"\xef\xbb\xbf" + json.dumps(sheet_file()).encode()))
    expect(line(page, "drom")).to_have_value("Bo nära havet")


def test_the_rows_of_a_file_come_in_their_order(page, tmp_path):
    answers = {"mal/b1/mal": "ett", "mal/a1/mal": "två"}
    bring_in(page, written_file(tmp_path, sheet_file(answers=answers, rows={"mal": ["b1", "a1"]})))
    expect(rows(page, "mal")).to_have_count(2)
    expect(rows(page, "mal").first.locator('[name$="/mal"]')).to_have_value("ett")


def test_reading_in_can_be_taken_back(page, tmp_path):
    line(page, "drom").fill("Mitt eget")
    bring_in(page, written_file(tmp_path, sheet_file()))
    expect(line(page, "drom")).to_have_value("Bo nära havet")
    page.get_by_role("button", name="Ångra").click()
    expect(line(page, "drom")).to_have_value("Mitt eget")


def test_reading_in_never_overwrites_what_is_in_the_binder(page, site, tmp_path):
    create_binder(page, site)
    line(open_sheet(page, site, "mal"), "drom").fill("Mitt eget")
    expect_state(page, "saved")
    bring_in(page, written_file(tmp_path, sheet_file()))
    expect(line(page, "drom")).to_have_value("Bo nära havet")
    expect_state(page, "saved")
    page.goto(site.url("parmar/"))
    expect(page.get_by_role("link", name="Mina mål")).to_have_count(2)


def test_a_file_of_another_sheet_is_put_there(page, tmp_path):
    answers = {"omraden/pengar/varfor": "Det räcker inte"}
    bring_in(page, written_file(tmp_path, sheet_file("livsomraden", answers=answers)))
    expect(notice(page)).to_contain_text("Filen hör till ett annat blad: Livsområden.")
    page.get_by_role("link", name="Öppna det bladet").click()
    expect(page.locator('[data-rows="omraden"]')).to_be_visible()


def test_an_option_that_has_left_the_sheet_is_shown_and_kept(page, tmp_path):
    bring_in(page, written_file(tmp_path, sheet_file(answers={"plats": "på månen", "drom": "x"})))
    expect(page.get_by_label("på månen (äldre svar)")).to_be_checked()
    assert (
        json.loads(download(page).path().read_text("utf-8"))["draft"]["answers"]["plats"]
        == "på månen"
    )
