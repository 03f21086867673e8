"""Filling in a worksheet: what is typed is kept, is told truly, and is never lost."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.sheets import (
    PASSPHRASE,
    TABLET,
    bring_in,
    cell,
    create_binder,
    expect_state,
    line,
    open_sheet,
    rows,
    sheet_file,
    stop_engine,
    written_file,
)

FULL_DISK = """() => {
  const full = () => { throw new DOMException("", "QuotaExceededError"); };
  IDBObjectStore.prototype.add = full;
  IDBObjectStore.prototype.put = full;
}"""

# From now on every save of this page takes long: before it is written, or before it is read back.
SLOW_SAVES = """(step) => {
  const real = SubtleCrypto.prototype[step];
  SubtleCrypto.prototype[step] = async function (...given) {
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    return real.apply(this, given);
  };
}"""
SAVE_BEGINS_MS = 700
DRAFTS = """async () => {
  const {resumeSession} = await import(new URL("../../assets/js/storage/session.js", location.href));
  return (await (await resumeSession()).drafts()).length;
}"""


@pytest.fixture
def page(new_context, watch):
    """A tablet on which Python cannot start: saving never needs it."""
    context = new_context(viewport={"width": TABLET[0], "height": TABLET[1]})
    stop_engine(context, watch)
    return context.new_page()


def test_an_untouched_sheet_says_that_nothing_is_kept(page, site):
    open_sheet(page, site, "mal")
    expect_state(page, "empty")


def test_an_untouched_sheet_makes_no_draft(page, site):
    open_sheet(page, site, "mal")
    page.goto(site.url("parmar/"))
    expect(page.get_by_role("link", name="Mina mål")).to_have_count(0)


def test_without_a_binder_words_are_only_in_memory_and_the_page_says_so(page, site):
    line(open_sheet(page, site, "mal"), "drom").fill("Bo nära havet")
    expect_state(page, "memory")
    state = page.locator("[data-save-state]")
    assert (
        state.inner_text()
        == "Inget sparas på den här enheten. Öppna eller skapa en pärm om ni vill spara."
    )


def test_words_in_memory_follow_to_another_page_and_back(page, site):
    line(open_sheet(page, site, "mal"), "drom").fill("Bo nära havet")
    expect_state(page, "memory")
    open_sheet(page, site, "livsomraden")
    expect(line(open_sheet(page, site, "mal"), "drom")).to_have_value("Bo nära havet")


def test_in_a_binder_words_are_there_after_a_reload(page, site):
    create_binder(page, site)
    line(open_sheet(page, site, "mal"), "drom").fill("Bo nära havet")
    expect_state(page, "saved")
    page.reload()
    expect(line(page, "drom")).to_have_value("Bo nära havet")


def test_in_a_binder_the_state_tells_when_it_was_saved(page, site):
    create_binder(page, site)
    line(open_sheet(page, site, "mal"), "drom").fill("Bo nära havet")
    expect(page.locator("[data-save-state]")).to_have_text(re.compile(r"^Sparat \d\d\.\d\d$"))


def test_a_quick_reload_loses_nothing(page, site):
    create_binder(page, site)
    line(open_sheet(page, site, "mal"), "drom").press_sequentially("Bo nära havet")
    page.reload()
    expect(line(page, "drom")).to_have_value("Bo nära havet")


@pytest.mark.parametrize("step", ["encrypt", "decrypt"], ids=["unwritten", "written"])
def test_what_is_typed_while_an_earlier_save_is_under_way_survives_a_reload(page, site, step):
    create_binder(page, site)
    drom = line(open_sheet(page, site, "mal"), "drom")
    page.evaluate(SLOW_SAVES, step)
    drom.press_sequentially("Bo nära ")
    page.wait_for_timeout(SAVE_BEGINS_MS)
    drom.press_sequentially("havet")
    page.reload()
    expect(line(page, "drom")).to_have_value("Bo nära havet")
    expect_state(page, "saved")
    assert page.evaluate(DRAFTS) == 1


def test_every_sort_of_answer_comes_back(page, site):
    create_binder(page, site)
    open_sheet(page, site, "mal")
    line(page, "datum").fill("27 mars 2026")
    page.get_by_label("hemma").check()
    cell(page, "mal", 0, "mal").fill("Sjunga i kören")
    cell(page, "mal", 0, "vikt").nth(3).check()
    expect_state(page, "saved")
    page.reload()
    expect(line(page, "datum")).to_have_value("27 mars 2026")
    expect(page.get_by_label("hemma")).to_be_checked()
    expect(cell(page, "mal", 0, "mal")).to_have_value("Sjunga i kören")
    expect(cell(page, "mal", 0, "vikt").nth(3)).to_be_checked()


def test_lock_empties_the_page(page, site):
    create_binder(page, site)
    line(open_sheet(page, site, "mal"), "drom").fill("Bo nära havet")
    page.get_by_role("button", name="Lås").click()
    expect(page.locator("[data-session-name]")).to_have_text("Ingen pärm är öppen.")
    expect(line(page, "drom")).to_have_value("")


def test_a_failed_save_says_so_and_offers_the_file(page, site):
    create_binder(page, site)
    open_sheet(page, site, "mal")
    page.evaluate(FULL_DISK)
    line(page, "drom").fill("Bo nära havet")
    expect_state(page, "failed")
    with page.expect_download() as download:
        page.get_by_role("button", name="Ladda ner fil nu").click()
    assert "Bo nära havet" in download.value.path().read_text("utf-8")


def test_a_second_tab_can_only_read(page, site):
    create_binder(page, site)
    line(open_sheet(page, site, "mal"), "drom").fill("Bo nära havet")
    expect_state(page, "saved")
    other = open_sheet(page.context.new_page(), site, "mal")
    expect(other.locator("[data-reader]")).to_contain_text("Öppet i en annan flik.")
    expect(line(other, "drom")).to_have_value("Bo nära havet")
    expect(line(other, "drom")).not_to_be_editable()


def test_a_second_tab_can_take_over_what_the_first_saved(page, site):
    create_binder(page, site)
    line(open_sheet(page, site, "mal"), "drom").fill("Bo nära havet")
    other = open_sheet(page.context.new_page(), site, "mal")
    line(page, "drom").press_sequentially(" i ett hus")
    other.get_by_role("button", name="Ta över här").click()
    expect(line(other, "drom")).to_be_editable()
    expect(line(other, "drom")).to_have_value("Bo nära havet i ett hus")
    expect(line(page, "drom")).not_to_be_editable()


def test_a_second_tab_becomes_the_writer_when_the_first_is_closed(page, site):
    line(open_sheet(page, site, "mal"), "drom").fill("Bo nära havet")
    expect_state(page, "memory")
    other = open_sheet(page.context.new_page(), site, "mal")
    expect(line(other, "drom")).not_to_be_editable()
    page.close()
    expect(line(other, "drom")).to_be_editable(timeout=10_000)
    expect(line(other, "drom")).to_have_value("Bo nära havet")


def test_twenty_thousand_characters_come_back(page, site):
    words = "Åäö — ord. " * 1_819
    create_binder(page, site)
    line(open_sheet(page, site, "mal"), "drom").fill(words)
    expect_state(page, "saved")
    page.reload()
    expect(line(page, "drom")).to_have_value(words)


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", "{{ 7*7 }}", "__proto__", "constructor", "\u202eomvänt"]
)
def test_hostile_words_come_back_as_words_in_every_line(page, site, words):
    create_binder(page, site)
    open_sheet(page, site, "mal")
    lines = page.locator("form[data-worksheet] :is(input[type=text], textarea)")
    for number in range(lines.count()):
        lines.nth(number).fill(words)
    expect_state(page, "saved")
    count = lines.count()
    page.reload()
    expect(line(page, "drom")).to_have_value(words)
    assert [lines.nth(number).input_value() for number in range(count)] == [words] * count


@pytest.mark.parametrize("sign", ["\\ud83c", "\\u0000"])
def test_half_signs_become_one_that_can_be_seen(page, site, sign):
    open_sheet(page, site, "mal")
    line(page, "drom").evaluate(
        f"(line) => {{ line.value = 'a{sign}b'; line.dispatchEvent(new Event('input', {{bubbles: true}})); }}"
    )
    expect(line(page, "drom")).to_have_value("a\ufffdb")


def test_leaving_the_site_with_words_in_memory_asks_first(page, site):
    drom = line(open_sheet(page, site, "mal"), "drom")
    drom.click()
    drom.press_sequentially("Bo nära havet")
    expect_state(page, "memory")
    with page.expect_event("dialog") as asked:
        page.close(run_before_unload=True)
    assert asked.value.type == "beforeunload"
    asked.value.accept()


def test_the_sites_own_links_never_ask(page, site):
    line(open_sheet(page, site, "mal"), "drom").fill("Bo nära havet")
    line(page, "hinder").click()
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.get_by_role("link", name="Öppna en pärm").click()
    page.wait_for_url("**/parmar/")
    assert asked == []


def test_what_is_typed_before_the_draft_is_found_is_kept_with_it(page, site):
    create_binder(page, site)
    line(open_sheet(page, site, "mal"), "drom").fill("Bo nära havet")
    expect_state(page, "saved")
    page.context.route(
        "**/assets/js/form/worksheet.js",
        lambda route: (page.wait_for_timeout(800), route.continue_()),
    )
    page.goto(site.url("arbetsblad/mal/"), wait_until="commit")
    line(page, "hinder").fill("Bussen")
    expect_state(page, "saved")
    expect(line(page, "hinder")).to_have_value("Bussen")
    expect(line(page, "drom")).to_have_value("Bo nära havet")


# Somebody writes just when the page, told of a binder opened elsewhere, looks for a draft in it.
WRITE_WHILE_IT_LOOKS = """() => {
  let looks = 0;
  const real = IDBObjectStore.prototype.getAllKeys;
  IDBObjectStore.prototype.getAllKeys = function (...given) {
    looks += 1;
    if (looks === 2) {
      const control = document.querySelector('[name="drom"]');
      control.value = "skrivet just då";
      control.dispatchEvent(new InputEvent("input", {bubbles: true}));
    }
    return real.apply(this, given);
  };
}"""


@pytest.mark.parametrize("is_blank", [True, False])
def test_what_is_typed_while_a_binder_opens_in_another_tab_stays(page, site, is_blank):
    other = page.context.new_page()
    create_binder(other, site)
    if not is_blank:
        line(open_sheet(other, site, "mal"), "hinder").fill("från pärmen")
        expect_state(other, "saved")
        other.goto(site.url("parmar/"))
    other.get_by_role("button", name="Lås", exact=True).click()
    expect(other.get_by_role("button", name="Öppna", exact=True)).to_be_visible()
    open_sheet(page, site, "mal").evaluate(WRITE_WHILE_IT_LOOKS)
    other.get_by_label("Lösenfras", exact=True).fill(PASSPHRASE)
    other.get_by_role("button", name="Öppna", exact=True).click()
    expect(line(page, "drom")).to_have_value("skrivet just då")
    expect_state(page, "saved")
    page.reload()
    expect(line(page, "drom")).to_have_value("skrivet just då")
    expect(line(page, "hinder")).to_have_value("" if is_blank else "från pärmen")


def test_answers_without_a_place_are_shown_and_stay(page, site, tmp_path):
    open_sheet(page, site, "mal")
    file = sheet_file(answers={"drom": "Havet", "gammal_fraga": "Gammalt svar"})
    bring_in(page, written_file(tmp_path, file))
    expect(page.get_by_role("heading", name="Tidigare svar")).to_be_visible()
    expect(page.locator("[data-earlier]")).to_contain_text("Gammalt svar")
    line(page, "hinder").fill("Bussen")
    with page.expect_download() as download:
        page.get_by_role("button", name="Ladda ner fil", exact=True).click()
    assert "Gammalt svar" in download.value.path().read_text("utf-8")


def test_static_rows_get_ids_of_their_own(page, site):
    open_sheet(page, site, "mal")
    ids = [row.get_attribute("data-row") for row in rows(page, "mal").all()]
    assert ids
    assert [i for i in ids if not re.fullmatch(r"[a-z][a-z0-9]{7}", i)] == []
