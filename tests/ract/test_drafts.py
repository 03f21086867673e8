import json

import pytest

from ract import drafts
from ract.drafts import is_too_deep, newest_drafts, read_draft, read_file, read_json
from ract.errors import FileError
from tests.ract.builders import draft

FILE = {
    "format": "ract-arbetsblad",
    "format_version": 1,
    "exported": "2026-11-22",
    "draft": {
        "id": "0123456789abcdef",
        "worksheet": "mal",
        "version": 1,
        "rev": 3,
        "saved_at": "2026-11-22T14:32:05",
        "answers": {"drom": "Sjunga", "mal/m1/mal": "Kören", "val": ["a", "b"]},
        "rows": {"mal": ["m1"]},
    },
}

TEXT = json.dumps(FILE)


def changed(**keys):
    """The text of a file whose draft has other keys."""
    return json.dumps({**FILE, "draft": {**FILE["draft"], **keys}})


def refusal(text):
    """The sentence that a file is refused with."""
    with pytest.raises(FileError) as caught:
        read_file(text)
    return str(caught.value)


def test_an_exported_file_is_read():
    assert FILE["draft"] == read_file(json.dumps(FILE)).as_data()


def test_a_byte_order_mark_is_no_trouble():
    assert "mal" == read_file("\ufeff" + json.dumps(FILE)).worksheet


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", drafts.NOT_OURS),
        ("x", drafts.NOT_OURS),
        ("\x89PNG\r\n\x1a\n", drafts.NOT_OURS),
        ("[]", drafts.NOT_OURS),
        ("null", drafts.NOT_OURS),
        ('{"format": "annat"}', drafts.NOT_OURS),
        ('{"format": "ract-plan"}', drafts.IS_PLAN),
        ('{"format": "ract-arbetsblad"', drafts.DAMAGED),
        ('{"format": "ract-arbetsblad", "format_version": 1}', drafts.DAMAGED),
        (json.dumps({**FILE, "format_version": 2}), drafts.NEWER),
        (json.dumps({**FILE, "format_version": True}), drafts.DAMAGED),
        ("[" * 10_000, drafts.TOO_DEEP),
        ("[" * 65 + "]" * 65, drafts.TOO_DEEP),
        ('{"a":' * 65 + "1" + "}" * 65, drafts.TOO_DEEP),
        (TEXT.replace('"rev": 3', '"rev": 3, "rev": 3'), drafts.DAMAGED),
        (TEXT.replace('"drom":', '"drom": "först", "drom":'), drafts.DAMAGED),
        (TEXT.replace('"rev": 3', '"rev": 1' + "0" * 15), drafts.DAMAGED),
        ('{"format_version": NaN}', drafts.DAMAGED),
        ('{"format_version": Infinity}', drafts.DAMAGED),
        ('{"format_version": -Infinity}', drafts.DAMAGED),
        ('{"format_version": 1e999}', drafts.DAMAGED),
        ('{"format_version": 1.0}', drafts.DAMAGED),
        ('{"format_version": ' + "9" * 4_301 + "}", drafts.DAMAGED),
        (" " * 10_000_001, drafts.TOO_BIG),
    ],
)
def test_a_file_that_is_not_ours_is_refused_in_swedish(text, expected):
    assert expected == refusal(text)


@pytest.mark.parametrize(
    "keys",
    [
        {"id": "kort"},
        {"id": None},
        {"worksheet": "../mal"},
        {"worksheet": "Mål"},
        {"version": "1"},
        {"version": -1},
        {"version": True},
        {"rev": None},
        {"saved_at": "i går"},
        {"answers": []},
        {"answers": {"drom": 7}},
        {"answers": {"drom": {"a": "b"}}},
        {"answers": {"drom": ["a", 1]}},
        {"answers": {"__proto__": "x"}},
        {"answers": {"hasOwnProperty": "x"}},
        {"answers": {"constructor.prototype": "x"}},
        {"answers": {"<script>": "x"}},
        {"rows": {"mal": "m1"}},
        {"rows": {"mal": ["m1", "m1"]}},
        {"rows": {"mal": ["__proto__"]}},
        {"rows": {"mal": [["m1"]]}},
    ],
)
def test_a_draft_of_the_wrong_shape_is_damaged(keys):
    assert drafts.DAMAGED == refusal(changed(**keys))


@pytest.mark.parametrize("share", range(1, 100, 7))
def test_a_truncated_file_is_damaged(share):
    text = json.dumps(FILE)
    assert drafts.DAMAGED == refusal(text[: len(text) * share // 100])


@pytest.mark.parametrize(
    "words",
    ["<script>alert(1)</script>", "{{ 7*7 }}", "__proto__", "=cmd|x", "[[[[{{{{", "x" * 20_000],
)
def test_any_words_are_only_words(words):
    assert words == read_file(changed(answers={"drom": words})).written.text("drom")


def test_half_characters_are_replaced():
    assert "a\ufffd" == read_file(changed(answers={"drom": "a\ud800"})).written.text("drom")


def test_sixty_four_levels_are_not_too_deep():
    assert not is_too_deep("[" * 64 + "]" * 64)


@pytest.mark.parametrize(
    "text", ["[" + "[]," * 100 + "[]]", "[" * 64 + "]" * 64 + "[]"], ids=["beside", "within"]
)
def test_brackets_that_close_again_are_not_deep(text):
    assert not is_too_deep(text)


def test_a_draft_that_was_never_saved_is_read():
    assert 0 == read_draft({**FILE["draft"], "rev": 0}).rev


def test_brackets_in_words_do_not_count():
    assert not is_too_deep(json.dumps({"drom": '\\"' + "[" * 100}))


def test_a_number_keeps_its_value():
    assert {"a": 123456789012345} == read_json('{"a": 123456789012345}')


def test_what_was_not_saved_yet_has_no_moment():
    data = {**FILE["draft"], "saved_at": ""}
    assert "" == read_draft(data).saved_at


def test_the_last_saved_draft_of_a_sheet_counts():
    old = draft(id="a" * 16, saved_at="2026-01-01T10:00:00")
    new = draft(id="b" * 16, saved_at="2026-02-01T10:00:00")
    assert {"prov": new} == newest_drafts([new, old])


def test_of_one_draft_the_highest_revision_counts_whatever_the_clock_says():
    first = draft(rev=1, saved_at="2026-02-01T10:00:00")
    second = draft(rev=2, saved_at="2026-01-01T10:00:00")
    assert {"prov": second} == newest_drafts([first, second])


def test_the_newest_does_not_hang_on_the_order_they_come_in():
    one, other = draft(id="a" * 16), draft(id="b" * 16)
    assert newest_drafts([one, other]) == newest_drafts([other, one])
