"""`make new-sheet` writes a worksheet that can be built at once, and never over another."""

import shutil

import pytest

from macros.catalogue import read_catalogue
from macros.word_check import advice
from ract.answers import read_answers
from tests.new_sheets import MADE
from tools import new_sheet
from tools.new_sheet import NewSheetError, make_sheet


@pytest.fixture
def project(tmp_path, root):
    shutil.copytree(root / "docs", tmp_path / "docs")
    return tmp_path


def test_a_new_sheet_is_one_that_the_build_reads(project):
    make_sheet(project, "mitt-blad")
    sheet = read_catalogue(project / "docs").worksheets["mitt-blad"]
    assert read_answers(sheet, sheet.example).problems == ()


@pytest.mark.parametrize("wrong", ["Mitt", "mitt blad", "mått", "../ute", "-a", "a--b"])
def test_an_id_that_cannot_be_an_address_is_refused(project, wrong):
    with pytest.raises(NewSheetError, match="kan inte vara ett id"):
        make_sheet(project, wrong)


def test_a_sheet_that_exists_is_not_written_over(project):
    with pytest.raises(NewSheetError, match="Bladet ”mal” finns redan"):
        make_sheet(project, "mal")


@pytest.mark.parametrize("page", [f"arbetsblad/{MADE}", "arbetsblad", "oversikt/tolv-steg"])
def test_a_new_sheet_is_on_the_built_site_and_in_its_overviews(site_with_new_sheets, page):
    html = (site_with_new_sheets / page / "index.html").read_text(encoding="utf-8")
    assert "Mitt blad" in html


@pytest.mark.parametrize("file", [f"{MADE}.pdf", "questionnaire.json"])
def test_a_new_sheet_has_its_files(site_with_new_sheets, file):
    assert (site_with_new_sheets / "arbetsblad" / MADE / file).stat().st_size > 0


def test_a_new_sheet_gives_the_editor_no_advice_to_begin_with(project):
    make_sheet(project, "mitt-blad")
    assert [line for line in advice(project / "docs") if "mitt-blad" in line] == []


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], "Skriv vilket id bladet ska ha, till exempel make new-sheet id=mitt-blad."),
        ([""], "Skriv vilket id bladet ska ha, till exempel make new-sheet id=mitt-blad."),
        (["Mitt"], "”Mitt” kan inte vara ett id"),
        (["mal"], "Bladet ”mal” finns redan, så välj ett annat id."),
    ],
)
def test_a_name_that_will_not_do_ends_with_one_sentence(monkeypatch, capsys, arguments, expected):
    monkeypatch.setattr(new_sheet.sys, "argv", ["new_sheet.py", *arguments])
    assert new_sheet.main() == 1
    said = capsys.readouterr().out
    assert said.startswith(expected)
    assert said.count("\n") == 1
