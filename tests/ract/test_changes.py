"""Old answers find their place on a newer sheet, by declared changes alone."""

import json
from pathlib import Path

import pytest

from ract.changes import bring_up, read_changes, unknown_targets
from ract.model import Written
from ract.node import Node

CASES = json.loads((Path(__file__).parents[1] / "door" / "changes.json").read_text("utf-8"))


def changes(listed, version=9):
    mistakes = []
    found = read_changes(Node({"version": str(version), "ändringar": listed}, (), mistakes))
    return found, [mistake.message for mistake in mistakes]


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_an_old_draft_is_brought_up(case):
    found, mistakes = changes(case["changes"])
    assert mistakes == []
    after = bring_up(Written(**case["before"]), case["version"], found)
    assert {"answers": dict(after.answers), "rows": dict(after.rows)} == case["after"]


def test_no_answer_is_ever_dropped():
    for case in CASES:
        before = Written(**case["before"])
        after = bring_up(before, case["version"], changes(case["changes"])[0])
        assert len(after.answers) == len(before.answers)


def test_a_sheet_without_changes_has_none():
    assert read_changes(Node({}, (), [])) == ()


def test_a_change_to_a_version_that_is_not_there_is_a_mistake():
    _, mistakes = changes([{"till": "3", "namn": {"a": "b"}}], version=2)
    assert mistakes == ["”till” är 3, men ska vara en version från 2 till 2."]


def test_an_unknown_key_is_a_mistake():
    _, mistakes = changes([{"till": "2", "kod": "x"}])
    assert mistakes[0].startswith("Nyckeln ”kod” känns inte igen här.")


def test_a_change_must_lead_to_a_question_on_the_sheet_or_to_a_later_change():
    found, _ = changes([{"till": "2", "namn": {"a": "b"}}, {"till": "3", "namn": {"b": "c"}}])
    assert list(unknown_targets(found, ["c"])) == []
    assert list(unknown_targets(found, ["d"])) == ["c"]
