"""A volume is made once, and again only when its words have changed; a preview takes what there is."""

import pytest

from macros import book_files
from macros.book_files import BOOK, CACHE, Volume, cached_volume, publish_latest


@pytest.fixture
def made(monkeypatch):
    """The title of every volume that is made; none is really set."""
    titles = []

    def write(content, _fonts):
        titles.append(content["title"])
        return b"%PDF-" + str(len(titles)).encode()

    monkeypatch.setattr(book_files.book, "write_book", write)
    return titles


def cached(root, title="Pärmen", path=BOOK, tools="1"):
    return cached_volume(root, Volume(path, {"title": title}), tools)


def test_a_second_build_makes_nothing(made, tmp_path):
    first, second = cached(tmp_path), cached(tmp_path)
    assert (first, made) == (second, ["Pärmen"])


@pytest.mark.parametrize("change", [{"title": "Ny"}, {"tools": "2"}])
def test_a_change_makes_it_anew_and_leaves_nothing_old(made, tmp_path, change):
    cached(tmp_path)
    new = cached(tmp_path, **change)
    assert (new.read_bytes(), list(new.parent.iterdir())) == (b"%PDF-2", [new])


def test_volumes_leave_each_other_alone(made, tmp_path):
    first = cached(tmp_path, path="information/a/a.pdf")
    cached(tmp_path, path="information/a/a-stor.pdf")
    assert first.is_file()


def test_a_preview_takes_what_was_made_last(made, tmp_path):
    cached(tmp_path)
    cached(tmp_path, path="flikar/1/flik-1.pdf")
    publish_latest(tmp_path, tmp_path / "site")
    found = {p.relative_to(tmp_path / "site").as_posix() for p in tmp_path.glob("site/**/*.pdf")}
    assert found == {BOOK, "flikar/1/flik-1.pdf"}


def test_a_preview_without_a_book_says_so(tmp_path):
    (tmp_path / CACHE).mkdir(parents=True)
    assert publish_latest(tmp_path, tmp_path / "site") is False
