"""The limits that keep a binder safe stand in one module; what cannot import it says the same."""

import re

LIMITS = "overrides/assets/js/storage/limits.js"


def number(text, name):
    """The number that a line of JavaScript gives a name."""
    return int(re.search(rf"\b{name}\b\s*[:=]\s*([\d_]+)", text)[1].replace("_", ""))


def test_the_service_worker_hands_nothing_out_once_a_page_would_have_locked(root):
    limits = (root / LIMITS).read_text("utf-8")
    worker = (root / "overrides/sw.js").read_text("utf-8")
    assert number(worker, "HIDDEN_MS") == number(limits, "HIDDEN_MS")


def test_a_binder_locks_after_five_minutes_or_two_out_of_sight_and_asks_half_a_minute_before(root):
    limits = (root / LIMITS).read_text("utf-8")
    told = [number(limits, name) for name in ("IDLE_MS", "HIDDEN_MS", "WARNING_MS")]
    assert told == [300_000, 120_000, 30_000]
