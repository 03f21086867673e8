"""A binder locks by itself when nobody is there, saves first, asks before, and leaves nothing on the page."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ARGUMENTS, executable
from tests.browser.sheets import (
    PASSPHRASE,
    TABLET,
    alive,
    create_binder,
    engine_ready,
    expect_state,
    line,
    open_sheet,
    stop_engine,
)

MINUTE = 60_000
WORDS = "Bo nära havet"
TOLD = "Pärmen låstes av sig själv."
SIGHT = """(state) => {
  Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def sheet_in_binder(page, site):
    """A sheet with words in an open binder, on a page whose clock the test holds."""
    page.clock.install()
    create_binder(page, site)
    line(open_sheet(page, site, "mal"), "drom").fill(WORDS)
    expect_state(page, "saved")
    return page


@pytest.fixture
def context(new_context, watch):
    made = new_context(viewport={"width": TABLET[0], "height": TABLET[1]})
    stop_engine(made, watch)
    return made


@pytest.fixture
def page(context, site):
    """A tablet on which Python cannot start, with words in an open binder."""
    return sheet_in_binder(context.new_page(), site)


def pass_by(page, milliseconds):
    """Time passes on a device that is awake."""
    page.clock.run_for(milliseconds + 2_000)


def sleep(page, milliseconds):
    """Time passes at one go, as for a device that sleeps; then it is awake for a moment."""
    page.clock.fast_forward(milliseconds)
    page.clock.run_for(2_000)


def expect_locked(page):
    expect(page.locator("[data-locked-by-itself]")).to_contain_text(TOLD)
    expect(page.locator("[data-session-name]")).to_have_text("Ingen pärm är öppen.")
    expect(line(page, "drom")).to_have_value("")
    expect(page.locator("html[data-veiled]")).to_have_count(0)


def expect_open(page):
    expect(page.locator("[data-whose]")).to_have_text("Pärm 1")
    expect(line(page, "drom")).to_have_value(WORDS)


def warning(page):
    return page.get_by_role("dialog", name="Är du kvar?")


def test_a_binder_that_nobody_touches_is_locked_and_the_page_says_why(page):
    pass_by(page, 5 * MINUTE)
    expect_locked(page)


def test_what_was_typed_last_is_in_the_binder_after_the_lock(page, site):
    line(page, "drom").press_sequentially(" och ha hund")
    pass_by(page, 5 * MINUTE)
    expect_locked(page)
    page.goto(site.url("parmar/"))
    page.get_by_label("Lösenfras", exact=True).fill(PASSPHRASE)
    page.get_by_role("button", name="Öppna", exact=True).click()
    expect(page.get_by_role("heading", name="Pärm 1 är öppen")).to_be_visible()
    expect(line(open_sheet(page, site, "mal"), "drom")).to_have_value(f"{WORDS} och ha hund")


@pytest.mark.parametrize(
    ("address", "part"),
    [
        ("sakerhetskopia/", "Säkerhetskopiera"),
        ("om/den-har-enheten/", "Behåller enheten det ni skriver?"),
        ("min-plan/", "Bladen som fil"),
        ("parmar/", "Pärm 1 är öppen"),
    ],
)
def test_a_page_without_a_sheet_also_locks_by_itself(page, site, address, part):
    page.goto(site.url(address))
    expect(page.get_by_role("heading", name=part, exact=True)).to_be_visible()
    pass_by(page, 5 * MINUTE)
    expect(page.locator("[data-locked-by-itself]")).to_contain_text(TOLD)


def test_half_a_minute_before_the_page_asks_and_one_key_goes_on(page):
    pass_by(page, 4.5 * MINUTE)
    expect(warning(page)).to_contain_text("låses om 30 sekunder")
    expect(warning(page).get_by_role("button", name="Fortsätt")).to_be_focused()
    page.keyboard.press("Enter")
    expect(warning(page)).to_have_count(0)
    pass_by(page, 4 * MINUTE)
    expect_open(page)


def test_one_can_go_on_ten_times(page):
    for _ in range(10):
        pass_by(page, 4.6 * MINUTE)
        page.keyboard.press("Enter")
        expect(warning(page)).to_have_count(0)
    expect_open(page)


def test_the_question_is_answered_with_lock_too(page):
    pass_by(page, 4.5 * MINUTE)
    warning(page).get_by_role("button", name="Lås nu").click()
    expect(page.locator("[data-session-name]")).to_have_text("Ingen pärm är öppen.")


def test_typing_starts_the_time_anew(page):
    for _ in range(3):
        pass_by(page, 4 * MINUTE)
        line(page, "drom").press("End")
    expect_open(page)


def test_the_page_says_why_where_the_reader_sees_it(page):
    page.locator("[data-done]").scroll_into_view_if_needed()
    pass_by(page, 5 * MINUTE)
    expect_locked(page)
    expect(page.locator("[data-locked-by-itself]")).to_be_in_viewport()
    assert page.evaluate("() => history.scrollRestoration") == "auto"


def test_a_page_out_of_sight_is_veiled_at_once(page):
    page.evaluate(SIGHT, "hidden")
    expect(page.locator("html[data-veiled]")).to_have_count(1)
    assert page.evaluate("() => getComputedStyle(document.body).opacity") == "0"


def test_a_page_that_comes_back_in_time_is_shown_and_open(page):
    page.evaluate(SIGHT, "hidden")
    pass_by(page, 1.5 * MINUTE)
    page.evaluate(SIGHT, "visible")
    expect(page.locator("html[data-veiled]")).to_have_count(0)
    expect_open(page)


def test_a_page_out_of_sight_for_two_minutes_is_locked(page):
    page.evaluate(SIGHT, "hidden")
    pass_by(page, 2 * MINUTE)
    expect_locked(page)


def test_a_device_that_slept_wakes_with_a_locked_binder(page):
    sleep(page, 8 * 60 * MINUTE)
    expect_locked(page)


def test_the_first_touch_after_a_sleep_does_not_count_as_somebody_being_there(page):
    # The clock has gone on, but no timer has run yet: the touch comes first.
    now = page.evaluate("() => Date.now()") / 1000
    page.clock.set_system_time(now + 8 * 3600)
    page.keyboard.press("Shift")
    page.clock.run_for(2_000)
    expect_locked(page)


def test_a_clock_set_back_a_day_neither_locks_nor_keeps_open(page):
    now = page.evaluate("() => Date.now()") / 1000
    page.clock.set_system_time(now - 86_400)
    page.clock.run_for(2_000)
    expect_open(page)
    pass_by(page, 5 * MINUTE)
    expect_locked(page)


def test_what_is_being_written_or_read_in_finishes_before_the_lock(page):
    page.evaluate("""async () => {
      const {whileBusy} = await import(new URL("../../assets/js/shared/busy.js", location.href));
      void whileBusy(new Promise((resolve) => (globalThis.finish = resolve)));
    }""")
    pass_by(page, 6 * MINUTE)
    expect(line(page, "drom")).to_have_value(WORDS)
    page.evaluate("() => globalThis.finish()")
    page.clock.run_for(3_000)
    expect_locked(page)


def test_somebody_in_another_tab_keeps_the_binder_open(context, site, page):
    other = open_sheet(context.new_page(), site, "livsomraden")
    for _ in range(3):
        pass_by(page, 2 * MINUTE)
        other.keyboard.press("Shift")
        page.wait_for_timeout(500)
    expect_open(page)


def test_when_nobody_is_in_any_tab_all_are_locked(context, site, page):
    other = open_sheet(context.new_page(), site, "livsomraden")
    expect(other.locator("[data-whose]")).to_have_text("Pärm 1")
    # In short steps: the clocks of two tabs do not go at the same time here, as they do on a device.
    for _ in range(32):
        page.clock.run_for(10_000)
    expect(other.locator("[data-session-name]")).to_have_text("Ingen pärm är öppen.")
    expect_locked(page)


def test_a_page_to_read_locks_the_binder_too(page, site):
    page.goto(site.url("om/"))
    expect(page.locator("html.no-js")).to_have_count(0)
    page.wait_for_timeout(1_000)
    pass_by(page, 5 * MINUTE)
    expect(page.locator("[data-locked-by-itself]")).to_contain_text(TOLD)


def test_without_a_binder_nothing_is_locked_and_no_word_is_lost(context, site):
    page = context.new_page()
    page.clock.install()
    line(open_sheet(page, site, "mal"), "drom").fill(WORDS)
    expect_state(page, "memory")
    sleep(page, 60 * MINUTE)
    expect(line(page, "drom")).to_have_value(WORDS)


def test_the_lock_ends_python(new_context, site):
    page = engine_ready(sheet_in_binder(new_context().new_page(), site))
    [python] = [one for one in page.workers if one.url.startswith("blob:")]
    with python.expect_event("close"):
        page.get_by_role("button", name="Lås", exact=True).click()


def test_back_after_a_lock_shows_nothing_of_what_was_written(playwright, watch, site):
    # The browser's memory of whole pages, which the test runner else turns off.
    browser = playwright.chromium.launch(
        executable_path=executable(),
        args=ARGUMENTS,
        ignore_default_args=["--disable-back-forward-cache"],
    )
    try:
        context = watch.attach(browser.new_context(locale="sv-SE"))
        stop_engine(context, watch)
        page = context.new_page()
        create_binder(page, site)
        line(open_sheet(page, site, "mal"), "drom").fill(WORDS)
        expect_state(page, "saved")
        page.goto(site.url("parmar/"))
        page.get_by_role("button", name="Lås", exact=True).click()
        expect(page.get_by_role("heading", name="Dina pärmar på den här enheten")).to_be_focused()
        page.go_back()
        expect(line(alive(page), "drom")).to_have_value("")
    finally:
        browser.close()


def test_a_tab_that_the_browser_brings_back_shows_nothing(profile, site, watch):
    device = profile.open()
    stop_engine(device, watch)
    page = device.new_page()
    create_binder(page, site)
    line(open_sheet(page, site, "mal"), "drom").fill(WORDS)
    expect_state(page, "saved")
    profile.kill()
    again = profile.open()
    stop_engine(again, watch)
    page = again.new_page()
    open_sheet(page, site, "mal")
    expect(line(page, "drom")).to_have_value("")
    expect(page.locator("[data-session-name]")).to_have_text("Ingen pärm är öppen.")
