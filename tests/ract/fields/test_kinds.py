import pytest

from ract.fields import KINDS, control_names
from ract.model import Written
from tests.ract.builders import ROWS, definition, mistakes, worksheet

PRIVATE = "bara jag och CM"


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_is_known_by_its_own_word(name):
    assert name == KINDS[name].kind


def test_no_two_kinds_that_differ_in_word_share_a_class():
    assert len(KINDS) == len(set(KINDS.values()))


def test_every_control_of_a_sheet_has_its_name():
    sheet = worksheet({"id": "vem", "typ": "person", "fråga": "Vem?"}, ROWS)
    found = control_names(sheet, Written({}, {"mal": ["a"]}))
    assert {"vem", "vem/rad", "mal/a/mal", "mal/a/borjar", "datum", "deltagare"} <= found


def test_a_row_that_was_not_written_has_no_controls():
    assert not any(name.startswith("mal/") for name in control_names(worksheet(ROWS), Written()))


def test_a_field_keeps_who_may_see_it():
    sheet = worksheet({"id": "svar", "typ": "text", "fråga": "Vad?", "delning": PRIVATE})
    assert PRIVATE == sheet.field("svar").sharing


def test_an_unknown_sharing_is_a_mistake():
    asked = {"id": "svar", "typ": "text", "fråga": "Vad?", "delning": "bara jag"}
    assert [True] == [
        "Menade du ”bara jag och CM”?" in line for line in mistakes(definition(asked))
    ]


def test_a_condition_may_name_several_answers():
    base = {"id": "bo", "typ": "val", "fråga": "Hur?", "alternativ": ["a", "b", "c"]}
    asked = {
        "id": "v",
        "typ": "text",
        "fråga": "Vad?",
        "visas om": {"fält": "bo", "är något av": ["a", "b"]},
    }
    assert ("a", "b") == worksheet(base, asked).field("v").visible_if.one_of
