"""`make new-sheet` writes a worksheet that can be built at once, and never over another."""

import shutil

import pytest

from macros.catalogue import read_catalogue
from ract.answers import read_answers
from tools.new_sheet import NewSheetError, make_sheet


@pytest.fixture
def project(tmp_path, root):
    shutil.copytree(root / "docs", tmp_path / "docs")
    return tmp_path


def test_a_new_sheet_is_one_that_the_build_reads(project):
    make_sheet(project, "mitt-blad")
    sheet = read_catalogue(project / "docs").worksheets["mitt-blad"]
    assert read_answers(sheet, sheet.example).problems == ()


@pytest.mark.parametrize("wrong", ["", "Mitt", "mitt blad", "mått", "../ute", "-a", "a--b"])
def test_an_id_that_cannot_be_an_address_is_refused(project, wrong):
    with pytest.raises(NewSheetError, match="kan inte vara ett id"):
        make_sheet(project, wrong)


def test_a_sheet_that_exists_is_not_written_over(project):
    with pytest.raises(NewSheetError, match="Bladet ”mal” finns redan"):
        make_sheet(project, "mal")
