"""What the privacy page says of the device is what the code does: the same numbers, the same names."""

from __future__ import annotations

import re

import pytest
from mkdocs.exceptions import PluginError

from macros.settings import MANUAL_LOCK, SETTINGS, lock_sentence, settings_table, told
from tests.content.prose import DOCS, ROOT, Prose

PRIVACY = Prose(DOCS / "om" / "integritet.md").body
SCRIPTS = sorted((ROOT / "overrides").rglob("*.js"))
CODE = "\n".join(file.read_text(encoding="utf-8") for file in SCRIPTS)


def test_the_shortest_passphrase_is_the_one_the_page_tells() -> None:
    (shortest,) = re.findall(r"export const SHORTEST = (\d+);", CODE)
    assert f"minst {shortest} tecken" in PRIVACY


def test_the_database_on_the_device_is_named() -> None:
    names = set(re.findall(r'"(ract-parm)"', CODE))
    assert {"ract-parm"} == {name for name in names if f"*{name}*" in PRIVACY}


def test_the_files_on_the_device_are_named_and_only_fetched_when_somebody_chose_it() -> None:
    names = re.findall(r"(?:PREFIX|FILES) = `([\w-]+):", CODE)
    assert ["ract-utan-nat"] * 2 == [name for name in names if f"*{name}*" in PRIVACY]
    assert "Bara om du har valt det på *Den här enheten*" in PRIVACY


def test_what_is_only_in_memory_is_gone_within_seconds() -> None:
    (milliseconds,) = re.findall(r"FORGET_AFTER_MS = ([\d_]+);", CODE)
    assert int(milliseconds.replace("_", "")) <= 10_000
    assert "Några sekunder efter" in PRIVACY


def test_nothing_but_how_pages_look_is_kept_outside_the_binders() -> None:
    keys = set(re.findall(r'(?:localStorage|sessionStorage)\.\w+\(\s*"([^"]+)"', CODE))
    assert keys <= {"ract-utseende", "ract-visning"}


@pytest.mark.parametrize("row", ["Val av ljust eller mörkt utseende", "Val av *Ett steg i taget*"])
def test_what_is_kept_outside_the_binders_is_told(row: str) -> None:
    assert f"| {row}" in PRIVACY


@pytest.mark.parametrize(
    "forbidden", ["document.cookie", "sendBeacon", "WebSocket(", "sessionStorage"]
)
def test_no_script_uses_a_way_out_or_a_place_to_keep_that_the_page_does_not_tell(
    forbidden: str,
) -> None:
    assert forbidden not in CODE


@pytest.mark.parametrize("promise", ["helt säker", "GDPR-säker", "anonym", "PIN-koden skyddar"])
def test_the_page_promises_nothing_that_no_test_can_hold(promise: str) -> None:
    assert promise not in PRIVACY


def test_every_setting_that_the_page_shows_stands_in_the_code() -> None:
    shown = settings_table(CODE)
    assert [] == [setting.about for setting in SETTINGS if told(CODE, setting) not in shown]


def test_a_setting_that_leaves_the_code_stops_the_build() -> None:
    with pytest.raises(PluginError, match="finns inte i koden längre"):
        settings_table(CODE.replace("WORK_FACTOR =", "OTHER ="))


def test_the_page_tells_the_automatic_lock_as_the_code_has_it() -> None:
    locks = "LOCK = {IDLE_MS: 300_000, HIDDEN_MS: 120_000}"
    assert "på 5 minuter, eller när ingen sida har synts på 2 minuter" in lock_sentence(locks)
    assert lock_sentence("") == MANUAL_LOCK
    assert "{{ automatiskt_las() }}" in PRIVACY


@pytest.mark.parametrize(
    "said",
    [
        "Texten lämnar inte enheten av sig själv.",
        "Krypterade rester kan finnas kvar på disken",
        "**De är inte krypterade.**",
        "byter ut webbplatsens filer",
        "finns ingen bakväg",
    ],
)
def test_the_page_says_both_what_holds_and_what_cannot_be_promised(said: str) -> None:
    assert said in PRIVACY
