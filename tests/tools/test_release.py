import os
import zipfile

import pytest

from tools.release import pack, sums


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    (folder / "a").mkdir(parents=True)
    (folder / "index.html").write_text("hej", encoding="utf-8")
    (folder / "a" / "b.txt").write_text("", encoding="utf-8")
    return folder


def test_the_zip_has_the_same_bytes_whatever_the_clock_says(site, tmp_path):
    pack(site, tmp_path / "one.zip")
    os.utime(site / "index.html", (0, 0))
    pack(site, tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_the_zip_holds_every_file(site, tmp_path):
    pack(site, tmp_path / "one.zip")
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.namelist() == ["a/b.txt", "index.html"]


def test_every_file_has_its_sum(site):
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert sums(site).splitlines()[0] == f"{empty}  a/b.txt"


def test_as_many_sums_as_files(site):
    assert len(sums(site).splitlines()) == 2
