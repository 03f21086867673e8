"""SAKERHET.md: every threat and every fault has its row, and every test that a row names is there."""

import re

import pytest

from tools.shape import javascript_modules

THREATS = {f"T{number}" for number in range(1, 23)}
FAULTS = {str(number) for number in [*range(1, 18), *range(21, 71)]}
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
ROW = re.compile(r"^\| (T?\d+) \| .+ \|$", re.MULTILINE)


@pytest.fixture(scope="module")
def table(root):
    return (root / "SAKERHET.md").read_text(encoding="utf-8")


def test_every_threat_and_every_fault_has_its_row(table):
    assert set(ROW.findall(table)) == THREATS | FAULTS


def test_every_row_names_a_test_or_says_that_there_is_none(table):
    silent = [
        row[0] for row in ROW.finditer(table) if not re.search(r"`tests/|Inget prov än", row[0])
    ]
    assert silent == []


def test_every_test_that_is_named_is_there(table, root):
    named = set(NAMED.findall(table))
    missing = [
        f"{file}::{name}"
        for file, name in sorted(named)
        if not (root / file).is_file()
        or not re.search(rf"^def {name}\(", (root / file).read_text("utf-8"), re.MULTILINE)
    ]
    assert (missing, len(named) > 60) == ([], True)


def test_nothing_is_copied_to_the_clipboard_but_by_a_button(root):
    users = {
        path.relative_to(root / "overrides").as_posix()
        for path in javascript_modules(root)
        if "navigator.clipboard" in path.read_text("utf-8")
    }
    assert users == {"assets/js/pages/backup-make.js"}
