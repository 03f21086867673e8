"""The page Säkerhetskopia as a person meets it: made, confirmed, read in on another device, never by surprise."""

import re

import pyrage
import pytest
from playwright.sync_api import expect

from tests.browser.sheets import (
    create_binder,
    expect_state,
    line,
    open_sheet,
    stop_engine,
    violations,
)

PASSPHRASE = "påskägg på gröna ängar"
SLOW_MS = 60_000


@pytest.fixture
def page(context, watch, site):
    """A binder with one sheet, where Python cannot start."""
    stop_engine(context, watch)
    opened = context.new_page()
    create_binder(opened, site)
    line(open_sheet(opened, site, "mal"), "drom").fill("Bo nära havet")
    line(opened, "drom").blur()
    expect_state(opened, "saved")
    return opened


def made(page, site):
    """The page when a copy has been made and can be saved."""
    page.goto(site.url("sakerhetskopia/"))
    page.get_by_label("Kopians lösenfras").first.fill(PASSPHRASE)
    page.get_by_role("button", name="Säkerhetskopiera").click()
    expect(page.get_by_text("Kopian är gjord och kontrollerad")).to_be_visible(timeout=SLOW_MS)
    return page


def saved(page, tmp_path):
    with page.expect_download() as given:
        page.get_by_role("button", name="Spara filen").click()
    path = tmp_path / "kopia.age"
    given.value.save_as(path)
    return given.value.suggested_filename, path


def read_in(page, path, passphrase=PASSPHRASE):
    page.get_by_label("Fil med säkerhetskopian").set_input_files(path)
    page.get_by_label("Kopians lösenfras").last.fill(passphrase)
    page.get_by_role("button", name="Läs in fil").click()


def test_the_file_is_named_by_day_and_letters_and_opened_by_pyrage(page, site, tmp_path):
    name, path = saved(made(page, site), tmp_path)
    assert re.fullmatch(r"parm-\d{4}-\d\d-\d\d-[a-z]{4}\.age", name)
    assert "Bo nära havet" in pyrage.passphrase.decrypt(path.read_bytes(), PASSPHRASE).decode()


def test_a_copy_counts_only_when_the_person_says_that_it_is_there(page, site):
    made(page, site)
    page.get_by_role("button", name="Nej").click()
    expect(page.get_by_text("Inget är noterat.")).to_be_visible()
    page.goto(site.url("sakerhetskopia/"))
    expect(page.get_by_text("Pärmen har inte säkerhetskopierats.")).to_be_visible()
    made(page, site).get_by_role("button", name="Ja, filen är sparad").click()
    expect(page.get_by_text("Det är noterat i pärmen")).to_be_visible()
    page.goto(site.url("sakerhetskopia/"))
    expect(page.get_by_text("Senast säkerhetskopierad")).to_be_visible()


def test_a_copy_for_somebody_else_asks_for_whom_and_by_which_right(page, site):
    page.goto(site.url("sakerhetskopia/"))
    page.get_by_label("Någon annan ska få den").check()
    page.get_by_label("Kopians lösenfras").first.fill(PASSPHRASE)
    page.get_by_role("button", name="Säkerhetskopiera").click()
    expect(page.get_by_text("Skriv vem som ska få kopian")).to_be_focused()


def test_another_device_reads_the_copy_in_after_showing_what_would_happen(
    page, new_context, watch, site, tmp_path
):
    _, path = saved(made(page, site), tmp_path)
    other = new_context()
    stop_engine(other, watch)
    there = other.new_page()
    create_binder(there, site)
    there.goto(site.url("sakerhetskopia/"))
    read_in(there, path, "fel lösenfras här")
    expect(there.get_by_text("Lösenfrasen öppnar inte kopian.")).to_be_focused(timeout=SLOW_MS)
    read_in(there, path)
    expect(there.get_by_role("heading", name="Det här skulle hända")).to_be_focused(timeout=SLOW_MS)
    expect(there.get_by_role("listitem").filter(has_text="Mina mål")).to_contain_text(
        "Nytt: läggs till"
    )
    there.get_by_role("button", name="Återställ").click()
    expect(
        there.get_by_text("Återställt: ett blad lades till. Inget har skrivits över.")
    ).to_be_visible()
    expect(line(open_sheet(there, site, "mal"), "drom")).to_have_value("Bo nära havet")


def test_cancelling_changes_nothing(page, site, tmp_path):
    _, path = saved(made(page, site), tmp_path)
    line(open_sheet(page, site, "mal"), "drom").fill("Något annat")
    line(page, "drom").blur()
    expect_state(page, "saved")
    page.goto(site.url("sakerhetskopia/"))
    read_in(page, path)
    expect(page.get_by_text("Skiljer sig: båda behålls")).to_be_visible(timeout=SLOW_MS)
    page.get_by_role("button", name="Avbryt").click()
    expect(page.get_by_text("Avbrutet. Inget är ändrat.")).to_be_visible()
    page.goto(site.url("parmar/"))
    expect(page.get_by_role("link", name="Mina mål")).to_have_count(1)


def test_an_installed_app_shares_the_file_first(page, site):
    page.add_init_script("""
      Object.defineProperty(navigator, "standalone", {value: true});
      navigator.canShare = () => true;
      navigator.share = async ({files}) => { globalThis.shared = files[0].name; };
    """)
    made(page, site).get_by_role("button", name="Dela filen").click()
    expect(page.get_by_text("Filen har lämnats till det du valde.")).to_be_visible()
    assert page.evaluate("() => globalThis.shared").endswith(".age")


def not_noted(page, site):
    """The page says that the binder has not been copied."""
    page.goto(site.url("sakerhetskopia/"))
    expect(page.get_by_text("Pärmen har inte säkerhetskopierats.")).to_be_visible()


def test_a_copy_cut_short_while_it_is_encrypted_is_not_noted_and_the_sheet_stands(
    page, site, context
):
    other = context.new_page()
    other.goto(site.url("parmar/"))
    page.goto(site.url("sakerhetskopia/"))
    # The one who encrypts never comes, so the tab is surely closed in the midst of it.
    page.route("**/files/age.worker.js", lambda _route: None)
    page.get_by_label("Kopians lösenfras").first.fill(PASSPHRASE)
    page.get_by_role("button", name="Säkerhetskopiera").click()
    expect(page.get_by_text("Kopian krypteras och kontrolleras.")).to_be_visible()
    page.close()
    not_noted(other, site)
    expect(line(open_sheet(other, site, "mal"), "drom")).to_have_value("Bo nära havet")


def test_a_copy_cut_short_by_a_reload_leaves_a_page_that_can_make_a_new_one(page, site):
    page.goto(site.url("sakerhetskopia/"))
    page.get_by_label("Kopians lösenfras").first.fill(PASSPHRASE)
    page.get_by_role("button", name="Säkerhetskopiera").click()
    page.reload()
    expect(page.get_by_text("Pärmen har inte säkerhetskopierats.")).to_be_visible()
    made(page, site)


REFUSALS = {
    "the person closed the sheet": "AbortError",
    "the device forbids sharing": "NotAllowedError",
    "the program could not take it": "DataError",
}


@pytest.mark.parametrize("name", REFUSALS.values(), ids=REFUSALS)
def test_a_copy_that_was_not_shared_is_told_of_and_not_noted(page, site, name):
    page.add_init_script(f"""
      navigator.canShare = () => true;
      navigator.share = async () => {{ throw new DOMException("no", "{name}"); }};
    """)
    made(page, site).get_by_role("button", name="Dela filen").click()
    expect(page.get_by_text("Filen delades inte. Den finns kvar här.")).to_be_visible()
    expect(page.get_by_role("button", name="Spara filen")).to_be_visible()
    not_noted(page, site)


def test_a_download_that_was_cancelled_is_not_noted(page, site):
    made(page, site)
    with page.expect_download() as given:
        page.get_by_role("button", name="Spara filen").click()
    given.value.cancel()
    expect(page.get_by_text("Se efter att den ligger där du vill ha den.")).to_be_visible()
    not_noted(page, site)


def test_a_diary_that_cannot_be_written_is_told_of_and_nothing_is_noted(page, site):
    made(page, site)
    page.evaluate("""() => {
      IDBObjectStore.prototype.put = IDBObjectStore.prototype.add = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    }""")
    page.get_by_role("button", name="Ja, filen är sparad").click()
    expect(page.get_by_text("det gick inte att notera det i pärmen")).to_be_visible()
    not_noted(page, site)


def test_axe_finds_nothing_while_a_copy_is_made_and_shown(page, site):
    page.goto(site.url("sakerhetskopia/"))
    page.get_by_label("Någon annan ska få den").check()
    assert [] == violations(page, "main")
    made(page, site).get_by_text("Går det inte att spara filen?").click()
    assert [] == violations(page, "main")


def test_what_is_said_of_the_copy_is_what_it_holds_also_when_another_tab_has_written(
    page, site, context
):
    page.goto(site.url("sakerhetskopia/"))
    expect(page.get_by_text("innehåller ett blad")).to_be_visible()
    other = open_sheet(context.new_page(), site, "mina-besvar")
    other.locator("form[data-worksheet] textarea").first.fill("Skrivet sedan")
    other.locator("form[data-worksheet] textarea").first.blur()
    expect_state(other, "saved")
    page.get_by_label("Kopians lösenfras").first.fill(PASSPHRASE)
    page.get_by_role("button", name="Säkerhetskopiera").click()
    expect(page.get_by_text("Den går att öppna, och den innehåller 2 blad.")).to_be_visible(
        timeout=SLOW_MS
    )


def whole_copy(page, site, tmp_path):
    """A copy of every binder on the device, made on the page."""
    page.goto(site.url("sakerhetskopia/"))
    page.get_by_text("Gör en kopia av alla pärmar").click()
    part = page.locator("details", has_text="Gör en kopia av alla pärmar")
    part.get_by_label("Kopians lösenfras").fill(PASSPHRASE)
    part.get_by_role("button", name="Kopiera alla pärmar").click()
    expect(page.get_by_text("den innehåller en låst pärm")).to_be_visible(timeout=SLOW_MS)
    return saved(page, tmp_path)[1]


def shown_before_it_is_put(new_context, watch, site, path):
    """Another device, where a copy of every binder is opened and nothing is changed yet."""
    other = new_context()
    stop_engine(other, watch)
    there = other.new_page()
    there.goto(site.url("sakerhetskopia/"))
    read_in(there, path)
    expect(there.get_by_text("Ny: läggs till")).to_be_visible(timeout=SLOW_MS)
    return there


def test_every_binder_of_the_device_is_put_on_another(page, new_context, watch, site, tmp_path):
    there = shown_before_it_is_put(new_context, watch, site, whole_copy(page, site, tmp_path))
    there.get_by_role("button", name="Återställ").click()
    expect(there.get_by_text("En pärm lades till.")).to_be_visible()
    there.goto(site.url("parmar/"))
    expect(there.get_by_role("button", name="Öppna")).to_have_count(1)


def test_a_device_with_no_room_for_every_binder_says_how_many_are_there(
    page, new_context, watch, site, tmp_path
):
    there = shown_before_it_is_put(new_context, watch, site, whole_copy(page, site, tmp_path))
    there.evaluate("""() => {
      IDBObjectStore.prototype.add = () => { throw new DOMException("full", "QuotaExceededError"); };
    }""")
    there.get_by_role("button", name="Återställ").click()
    expect(there.get_by_text("0 av 1 låsta pärmar finns på enheten.")).to_be_visible()
    expect(there.get_by_label("Fil med säkerhetskopian")).to_be_visible()


def test_locking_takes_the_copy_off_the_screen(page, site, context):
    made(page, site)
    other = context.new_page()
    other.goto(site.url("parmar/"))
    other.get_by_role("button", name="Lås", exact=True).click()
    expect(page.get_by_text("Det finns inget att kopiera än.")).to_be_visible()
    expect(page.get_by_role("button", name="Spara filen")).to_have_count(0)
