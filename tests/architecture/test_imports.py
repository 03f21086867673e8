import json
import subprocess
import sys
from pathlib import Path

import pytest

from macros.catalogue import read_catalogue

# Parts of the standard library that would make the browser wait, or reach for the net.
HEAVY = {
    "asyncio", "ctypes", "email", "http", "logging", "multiprocessing", "socket", "sqlite3",
    "ssl", "subprocess", "tempfile", "threading", "unittest", "urllib.request", "xml", "zipfile",
}  # fmt: skip

PROGRAM = """
import json, sys
before = set(sys.modules)
sys.path.insert(0, sys.argv[1])
from ract.browser import call
request = json.load(sys.stdin)
replies = [json.loads(call(name, json.dumps(payload))) for name, payload in request]
json.dump({"loaded": sorted(set(sys.modules) - before), "replies": replies}, sys.stdout)
"""


@pytest.fixture(scope="module")
def fresh_start(root):
    """What a fresh interpreter has loaded when it has checked one worksheet."""
    definitions = read_catalogue(root / "docs").definitions
    sheet = {"worksheet": definitions[0]["id"], "answers": {}, "rows": {}, "drafts": []}
    calls = [
        ["load", {"definitions": definitions}],
        ["check", {**sheet, "today": "2026-11-22"}],
    ]
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", PROGRAM, str(root / "src")],
        input=json.dumps(calls),
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(done.stdout)


def test_a_fresh_interpreter_can_check_a_worksheet(fresh_start):
    assert [["ok"], ["ok"]] == [list(reply) for reply in fresh_start["replies"]]


def test_the_browsers_half_loads_only_the_standard_library_and_itself(fresh_start):
    foreign = {name.split(".")[0] for name in fresh_start["loaded"]} - sys.stdlib_module_names
    assert foreign == {"ract"}


def test_the_browsers_half_loads_nothing_heavy(fresh_start):
    assert [] == [name for name in fresh_start["loaded"] if name in HEAVY]


def test_the_browsers_half_loads_neither_render_nor_a_pdf_engine(fresh_start):
    assert [] == [
        name for name in fresh_start["loaded"] if name.startswith(("ract.render", "typst"))
    ]


def test_every_import_goes_downwards(root):
    linter = Path(sys.executable).with_name("lint-imports")
    command = [sys.executable, linter]
    done = subprocess.run(command, cwd=root, check=False, capture_output=True, text=True)
    assert "Contracts: 4 kept, 0 broken." in done.stdout, done.stdout
