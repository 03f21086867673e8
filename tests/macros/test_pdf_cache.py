"""A PDF is made once of the same words and tools, and never found half made."""

import os

import pytest

from macros.pdf_cache import made_once, sums_of


@pytest.fixture
def take(tmp_path):
    """Ask for the PDF of some words; `take.made` tells of each time that it was made."""

    def go(words="Hej", tools="1", folder="a"):
        def make():
            go.made.append(words)
            return f"%PDF-{words}".encode()

        return made_once(tmp_path / folder, tools, {"words": words}, make)

    go.made = []
    return go


def test_the_same_words_are_made_once(take):
    first, second = take(), take()
    assert (first, take.made) == (second, ["Hej"])


@pytest.mark.parametrize("change", [{"words": "Hej då"}, {"tools": "2"}])
def test_a_change_makes_it_anew_and_leaves_nothing_old(take, change):
    take()
    new = take(**change)
    assert (len(take.made), list(new.parent.iterdir())) == (2, [new])


def test_the_file_holds_what_was_made(take):
    assert take().read_bytes() == b"%PDF-Hej"


def test_folders_leave_each_other_alone(take):
    first = take()
    take("Hej då", folder="b")
    assert first.is_file()


def test_what_cannot_be_made_leaves_the_old_one(take, tmp_path):
    old = take()

    def fail():
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        made_once(tmp_path / "a", "1", {"words": "Ny"}, fail)
    assert list(old.parent.iterdir()) == [old]


def test_the_one_asked_for_last_is_the_newest(take):
    first, second = take(), take("Hej då", folder="b")
    os.utime(first, (1, 1))
    os.utime(second, (2, 2))
    assert take().stat().st_mtime > second.stat().st_mtime


def test_the_sum_of_files_changes_with_what_they_hold(tmp_path):
    file = tmp_path / "mall.typ"
    file.write_text("ett")
    before = sums_of([file])
    file.write_text("två")
    assert sums_of([file]) != before
