"""The recorded calls, played in CPython; `tests/browser` plays the same list in the worker.

`pytest --regenerate` writes the replies anew; look at the difference before it is kept.
"""

import json
from pathlib import Path

import pytest

from ract import browser

FILE = Path(__file__).with_name("calls.json")
CALLS = json.loads(FILE.read_text(encoding="utf-8"))


def play(item):
    """The reply to one recorded call."""
    payload = item["raw"] if "raw" in item else json.dumps(item["payload"])
    return json.loads(browser.call(item["call"], payload))


@pytest.fixture(scope="module", autouse=True)
def _load():
    """Load the definitions, which is the first call of the list."""
    play(CALLS[0])


@pytest.mark.parametrize("item", CALLS, ids=[item["about"] for item in CALLS])
def test_the_reply_is_as_recorded(item):
    assert item["reply"] == play(item)


def test_replies_are_recorded_anew_when_asked(is_regenerating):
    if is_regenerating:
        made = [{**item, "reply": play(item)} for item in CALLS]
        FILE.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert not is_regenerating


def test_each_of_the_five_names_is_among_the_calls():
    assert set(browser.CALLS) == {item["call"] for item in CALLS if "ok" in item["reply"]}
