"""The binders page: made, opened and locked by hand, with words that are true and calm."""

import pytest
from playwright.sync_api import expect

PASSPHRASE = "påskägg på gröna ängar"
WRONG = "Lösenfrasen öppnade inte pärmen."
# A page to read takes over what is open after it has loaded; the worker must not end before.
UNTIL_CARRIED_MS = 3_000


@pytest.fixture
def page(visit):
    return visit("parmar/", (820, 1180))


def create(page, passphrase=PASSPHRASE):
    page.get_by_label("Ny lösenfras").fill(passphrase)
    page.get_by_role("button", name="Skapa pärm").click()
    return page


def created_and_locked(page):
    create(page)
    page.get_by_role("button", name="Lås").click()
    expect(page.get_by_role("status").filter(has_text="Pärmen är låst.")).to_be_visible()
    return page


def open_with(page, passphrase):
    page.get_by_label("Lösenfras", exact=True).fill(passphrase)
    page.get_by_role("button", name="Öppna").click()
    return page


def test_a_made_binder_is_open_and_the_reader_stands_at_its_heading(page):
    create(page)
    expect(page.get_by_role("heading", name="Pärm 1 är öppen")).to_be_focused()


def test_an_open_binder_says_that_it_holds_nothing_yet(page):
    create(page)
    expect(page.get_by_text("Inga blad än.")).to_be_visible()


def test_a_lock_takes_the_reader_to_the_list_and_tells(page):
    created_and_locked(page)
    expect(page.get_by_role("heading", name="Dina pärmar på den här enheten")).to_be_focused()


def test_the_binder_opens_again_after_a_reload(page):
    created_and_locked(page)
    page.reload()
    open_with(page, PASSPHRASE)
    expect(page.get_by_role("heading", name="Pärm 1 är öppen")).to_be_focused()


def test_a_wrong_passphrase_is_told_calmly_and_the_field_keeps_what_was_typed(page):
    created_and_locked(page)
    open_with(page, "inte den rätta")
    field = page.get_by_label("Lösenfras", exact=True)
    expect(page.get_by_text(WRONG)).to_be_focused()
    expect(field).to_have_value("inte den rätta")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(
        "Skriv den precis som när pärmen skapades. Lösenfrasen öppnade inte pärmen. Inget har "
        "ändrats. Kontrollera stora och små bokstäver och mellanslag, och försök igen."
    )


@pytest.mark.parametrize(
    ("passphrase", "words"),
    [
        ("", "Skriv lösenfrasen."),
        ("för kort", "För kort: 8 av minst 12 tecken."),
        ("aaaaaaaaaaaaaaaa", "Samma tecken om och om igen"),
        ("199001011234", "Bara siffror går lätt att gissa"),
        (" gröna ängar och hav", "börjar eller slutar med mellanslag"),
    ],
)
def test_a_weak_passphrase_is_refused_with_the_reason(page, passphrase, words):
    create(page, passphrase)
    expect(page.locator("#ny-losenfras-fel")).to_contain_text(words)
    expect(page.locator("#ny-losenfras-fel")).to_be_focused()


def test_the_five_words_are_shown_make_a_binder_and_open_it(page):
    page.get_by_role("button", name="Föreslå fem ord").click()
    field = page.get_by_label("Ny lösenfras")
    suggested = field.input_value()
    assert len(suggested.split(" ")) == 5
    expect(field).to_have_attribute("type", "text")
    expect(page.get_by_text("Stark. 5 ord är slumpade")).to_be_visible()
    page.get_by_role("button", name="Skapa pärm").click()
    page.get_by_role("button", name="Lås").click()
    open_with(page, suggested)
    expect(page.get_by_role("heading", name="Pärm 1 är öppen")).to_be_visible()


def test_the_passphrase_can_be_shown_and_hidden(page):
    field = page.get_by_label("Ny lösenfras")
    page.get_by_role("button", name="Visa lösenfrasen").click()
    expect(field).to_have_attribute("type", "text")
    expect(field).to_have_attribute("autocomplete", "off")
    page.get_by_role("button", name="Dölj lösenfrasen").click()
    expect(field).to_have_attribute("type", "password")
    expect(field).to_have_attribute("autocomplete", "new-password")


def test_the_strength_is_told_in_words_while_one_writes(page):
    page.get_by_label("Ny lösenfras").press_sequentially("gröna ängar")
    expect(page.get_by_role("status").filter(has_text="För kort: 11 av minst 12")).to_be_visible()


def test_a_closed_binder_tells_only_its_number_and_day(page):
    created_and_locked(page)
    text = page.locator("fieldset").inner_text()
    assert text.startswith("Vilken pärm?\nPärm 1, senast sparad ")
    assert len(text.splitlines()) == 2


def test_two_binders_are_told_apart_and_each_opens_with_its_own_passphrase(page):
    created_and_locked(page)
    create(page, "en helt annan lösenfras")
    page.get_by_role("button", name="Lås").click()
    page.get_by_role("radio", name="Pärm 1").check()
    open_with(page, PASSPHRASE)
    expect(page.get_by_role("heading", name="Pärm 1 är öppen")).to_be_visible()


def test_the_lock_in_another_tab_locks_this_page(page, site):
    create(page)
    expect(page.get_by_role("heading", name="Pärm 1 är öppen")).to_be_visible()
    other = page.context.new_page()
    other.goto(site.url("parmar/"))
    other.get_by_role("button", name="Lås").click()
    expect(page.get_by_role("heading", name="Dina pärmar på den här enheten")).to_be_visible()
    expect(page.get_by_text("Pärmen är låst.")).to_be_visible()


def test_a_browser_that_cannot_keep_says_so_above_the_forms(site, new_context):
    context = new_context()
    context.add_init_script("Object.defineProperty(globalThis, 'indexedDB', {value: undefined})")
    page = context.new_page()
    page.goto(site.url("parmar/"))
    expect(page.get_by_role("alert").filter(has_text="kan inte spara")).to_be_visible()


def test_a_filled_sheet_lies_in_the_binder_by_its_title(page, site):
    create(page)
    expect(page.get_by_role("heading", name="Pärm 1 är öppen")).to_be_visible()
    page.goto(site.url("arbetsblad/mal/"))
    page.locator("form textarea").first.fill("Bo nära havet")
    expect(page.locator("[data-save-state=saved]")).to_be_attached()
    page.goto(site.url("parmar/"))
    page.get_by_role("list").get_by_role("link", name="Mina mål").last.click()
    expect(page.locator("form textarea").first).to_have_value("Bo nära havet")


def test_the_binder_stays_open_while_one_reads_in_the_manual(page, site):
    create(page)
    expect(page.get_by_role("heading", name="Pärm 1 är öppen")).to_be_visible()
    page.goto(site.url("om/integritet/"))
    page.wait_for_timeout(UNTIL_CARRIED_MS)
    control = page.context.new_cdp_session(page)
    control.send("ServiceWorker.enable")
    # As the browser does by itself after half a minute.
    control.send("ServiceWorker.stopAllWorkers")
    page.goto(site.url("parmar/"))
    expect(page.get_by_role("heading", name="Pärm 1 är öppen")).to_be_visible()


def test_a_reader_who_never_opened_a_binder_gets_no_service_worker_and_no_store(visit):
    page = visit("om/integritet/")
    kept = page.evaluate("""async () => {
      const workers = await navigator.serviceWorker.getRegistrations();
      return [workers.length, (await indexedDB.databases()).length];
    }""")
    assert kept == [0, 0]
