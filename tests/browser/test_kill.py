"""Killed while somebody types: what is lost is at most the last half second, and no revision is ever half."""

import random

import pytest
from playwright.sync_api import expect

from tests.browser.sheets import (
    PASSPHRASE,
    create_binder,
    expect_state,
    hold_python,
    line,
    open_sheet,
)

LOST_AT_MOST_MS = 500
TYPED_EVERY_MS = 20
# Every sign is typed at a moment of its own, and what is typed is that moment.
TYPE = """() => {
  const control = document.querySelector('[name="drom"]');
  setInterval(() => {
    const moment = Date.now();
    control.value += `${moment} `;
    control.dispatchEvent(new InputEvent("input", {bubbles: true}));
    globalThis.typed(moment);
  }, 20);
}"""


def binder_page(profile, site, *, is_new=False, is_only_read=False):
    """A sheet in an open binder, on a device that has just been started."""
    page = profile.open().new_page()
    if is_only_read:
        hold_python(page.context)
    if is_new:
        create_binder(page, site)
    else:
        page.goto(site.url("parmar/"))
        page.get_by_label("Lösenfras", exact=True).fill(PASSPHRASE)
        page.get_by_role("button", name="Öppna", exact=True).click()
        expect(page.get_by_role("button", name="Lås", exact=True)).to_be_visible()
        # A damaged revision would be told of here.
        expect(page.get_by_text("går inte att läsa")).to_have_count(0)
    return open_sheet(page, site, "mal")


def kept(page):
    """The moments that stand on the sheet."""
    return [int(moment) for moment in line(page, "drom").input_value().split()]


def kill_while_typing(profile, site, wait_ms, before):
    """The moments on the sheet after a kill, and those that were typed before it."""
    typed = list(before or [])
    page = binder_page(profile, site, is_new=before is None)
    page.expose_function("typed", lambda moment: typed.extend([moment]))
    page.evaluate(TYPE)
    page.wait_for_timeout(wait_ms)
    profile.kill()
    again = binder_page(profile, site, is_only_read=True)
    expect_state(again, "saved" if typed else "empty")
    found = kept(again)
    profile.close()
    return typed, found


def slowness(typed):
    """How much slower than asked the page could type: so much slower it could save, too."""
    last = typed[-20:]
    return max(1, (last[-1] - last[0]) / (len(last) - 1) / TYPED_EVERY_MS)


def kill_many_times(profile, site, times, patience=slowness):
    """How old the oldest lost sign of each kill was, in milliseconds; half a second is the most, on a device that keeps up."""
    chance = random.Random(7)
    before, ages = None, []
    for _ in range(times):
        typed, found = kill_while_typing(profile, site, chance.randrange(600, 2_500), before)
        assert found == typed[: len(found)] or typed == found[: len(typed)]
        lost = typed[len(found) :]
        ages.append(typed[-1] - lost[0] if lost else 0)
        assert ages[-1] <= LOST_AT_MOST_MS * patience(typed)
        before = found
    return ages


def test_five_kills_while_typing_lose_at_most_the_last_half_second(profile, site):
    kill_many_times(profile, site, 5)


@pytest.mark.long
def test_a_hundred_kills_while_typing_lose_at_most_the_last_half_second(profile, site):
    ages = sorted(kill_many_times(profile, site, 100, patience=lambda _: 1))
    # Shown with `-s`.
    print(f"oldest lost sign: {ages[50]} ms in the middle, {ages[-1]} ms at most")  # noqa: T201
