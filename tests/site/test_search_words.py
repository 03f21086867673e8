"""The build and the browser see the same words: both fold and stem every word of the site."""

import json
import subprocess

import pytest

from macros.search_words import fold, stem

SCRIPT = """
import { readFileSync } from "node:fs";
const { fold, stem, isOneSlipApart } = await import(process.argv[1]);
const { words, pairs } = JSON.parse(readFileSync(0, "utf8"));
const slips = pairs.map(([typed, meant]) => isOneSlipApart(typed, meant));
process.stdout.write(JSON.stringify({ stems: words.map((word) => stem(fold(word))), slips }));
"""


@pytest.fixture(scope="module")
def browser_says(root):
    """What the browser's module says about words and pairs."""
    module = (root / "overrides/assets/js/frame/search-words.js").as_uri()

    def ask(words=(), pairs=()):
        given = json.dumps({"words": list(words), "pairs": list(pairs)})
        command = ["node", "--input-type=module", "-e", SCRIPT, module]
        done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return ask


def test_the_browser_stems_every_word_of_the_docs_as_the_build_does(browser_says, root):
    texts = [path.read_text("utf-8") for path in (root / "docs").rglob("*.md")]
    words = sorted({word.strip(".,:;!?()”*#[]") for text in texts for word in text.split()})
    words = [word for word in words if word.isalpha()]
    said = browser_says(words=words)["stems"]
    assert len(words) > 5000
    differing = {
        w: (stem(fold(w)), s) for w, s in zip(words, said, strict=True) if stem(fold(w)) != s
    }
    assert differing == {}


@pytest.mark.parametrize(
    ("typed", "is_slip"),
    [
        ("kirsplan", True),
        ("krisplann", True),
        ("kisplan", True),
        ("krixplan", True),
        ("krisplan", False),
        ("kirspaln", False),
        ("krispl", False),
    ],
)
def test_one_slip_is_a_letter_too_many_missing_wrong_or_two_that_changed_places(
    browser_says, typed, is_slip
):
    assert browser_says(pairs=[(typed, "krisplan")])["slips"] == [is_slip]


def test_a_word_of_three_letters_is_never_taken_for_a_slip(browser_says):
    assert browser_says(pairs=[("sep", "sip")])["slips"] == [False]
