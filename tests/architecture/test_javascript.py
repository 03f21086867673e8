import re

import pytest

from tools.shape import javascript_modules

VAULT = "assets/js/storage/vault.js"
# Tells what lies on the device, and takes it away.
DEVICE = "assets/js/storage/on-device.js"
# The service worker's half that keeps the site's own files on the device.
FILES = "sw-files.js"
STRETCHING = "assets/js/storage/stretching.js"
SNAPSHOT = "assets/js/engine/snapshot.js"
DIGEST = "assets/js/engine/digest.js"
PYTHON = "assets/js/engine/python.worker.js"
# What reaches out of the page has one owner each: (what, how it looks, who may).
OWNED = [
    ("keys and ciphers", r"crypto\.subtle\.(?!digest)", {VAULT, STRETCHING}),
    ("hashes", r"crypto\.subtle\.digest", {DIGEST, VAULT, FILES}),
    ("the database", r"\bindexedDB\b", {"assets/js/storage/drafts.js", DEVICE}),
    (
        "what the device remembers of how pages look",
        r"\blocalStorage\b",
        {"assets/js/early.js", "assets/js/frame/look.js", "assets/js/form/presentation.js", DEVICE},
    ),
    ("Python in the browser", r"[Pp]yodide", {PYTHON}),
    (
        "the device's voice",
        r"\bspeechSynthesis\b|SpeechSynthesisUtterance",
        {"assets/js/frame/read-aloud.js"},
    ),
    ("what a tab remembers on disk", r"\bsessionStorage\b", set()),
    ("cached files", r"\bcaches\.", {FILES, DEVICE, SNAPSHOT}),
    (
        "HTML made from text",
        r"innerHTML|outerHTML|insertAdjacentHTML|DOMParser|document\.write",
        set(),
    ),
    ("text run as code", r"\beval\(|new Function\b", set()),
    ("the console", r"console\.", set()),
    ("cookies", r"document\.cookie", set()),
    ("sending when the page closes", r"sendBeacon", set()),
    ("sockets", r"WebSocket|EventSource|RTCPeerConnection", set()),
]


@pytest.mark.parametrize(
    ("pattern", "owners"), [row[1:] for row in OWNED], ids=[r[0] for r in OWNED]
)
def test_what_reaches_out_of_the_page_has_one_owner(root, pattern, owners):
    users = {
        path.relative_to(root / "overrides").as_posix()
        for path in javascript_modules(root)
        if re.search(pattern, path.read_text("utf-8"))
    }
    assert users <= owners


def test_our_javascript_names_no_address_outside_the_site(root):
    # The name of SVG looks like an address, but nothing is fetched from it.
    foreign = re.compile(r"""["'`](?!http://www\.w3\.org/2000/svg")(?:https?:)?//[\w-]+\.""")
    assert [] == [p.name for p in javascript_modules(root) if foreign.search(p.read_text("utf-8"))]


def test_there_is_javascript_to_look_at(root):
    assert "main.js" in {path.name for path in javascript_modules(root)}
