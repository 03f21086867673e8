import re
from itertools import pairwise

import pytest

TABS = range(1, 10)
LIGHT, DARK = "base.css", "dark.css"


@pytest.fixture(scope="module")
def tokens(root):
    """Read the colours of the light page, and of the dark page upon it."""

    def read(*sheets):
        found = {}
        for sheet in sheets:
            text = (root / "overrides" / "assets" / "css" / sheet).read_text("utf-8")
            found |= dict(re.findall(r"(--[\w-]+):\s*(#[0-9a-f]{3,6})\b", text))
        return found

    return {"light": read(LIGHT), "dark": read(LIGHT, DARK)}


def channels(colour):
    digits = colour[1:]
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    return [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]


def luminance(colour):
    """Relative luminance as WCAG 2.2 defines it."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour)]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lightness(colour):
    """Perceived lightness, 0–100 (CIE L*)."""
    return 116 * luminance(colour) ** (1 / 3) - 16


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("tab", TABS)
def test_the_number_of_a_tab_can_be_read_on_its_colour(tokens, look, tab):
    assert contrast(tokens[look][f"--flik-{tab}"], tokens[look][f"--flik-{tab}-ink"]) >= 4.5


@pytest.mark.parametrize("look", ["light", "dark"])
def test_no_two_tabs_share_a_lightness(tokens, look):
    found = sorted(lightness(tokens[look][f"--flik-{tab}"]) for tab in TABS)
    assert min(b - a for a, b in pairwise(found)) >= 2


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("ground", ["--paper", "--desk", "--field"])
@pytest.mark.parametrize("ink", ["--ink", "--ink-soft", "--main", "--warn"])
def test_words_can_be_read_on_every_ground(tokens, look, ground, ink):
    assert contrast(tokens[look][ink], tokens[look][ground]) >= 4.5


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("line", ["--edge", "--focus", "--main", "--warn"])
def test_edges_and_focus_can_be_seen_on_paper(tokens, look, line):
    assert contrast(tokens[look][line], tokens[look]["--paper"]) >= 3


@pytest.mark.parametrize("look", ["light", "dark"])
def test_a_filled_button_can_be_read(tokens, look):
    assert contrast(tokens[look]["--main"], tokens[look]["--main-ink"]) >= 4.5
