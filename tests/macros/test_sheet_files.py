"""A blank sheet is made once, and again only when something about it has changed."""

import json

import pytest

from macros import sheet_files, tab_names
from macros.catalogue import read_catalogue
from macros.sheet_files import cached_blank, fingerprint_tools, publish_sheet_files
from ract.wording import FormWording
from tests.ract.builders import worksheet

SHEET = worksheet(sheet_id="mina-mal")


@pytest.fixture
def made(monkeypatch):
    """Every blank sheet that is made, by id; none is really set."""
    ids = []

    def write(sheet, _wording, _tab_name, _fonts):
        ids.append(sheet.id)
        return b"%PDF-" + str(len(ids)).encode()

    monkeypatch.setattr(sheet_files.blank, "write_blank", write)
    return ids


def cached(root, sheet=SHEET, tab="Planera", tools="1"):
    return cached_blank(root, sheet, FormWording(sheet, {}), tab, tools)


def test_a_second_build_makes_nothing(made, tmp_path):
    first, second = cached(tmp_path), cached(tmp_path)
    assert (first, made) == (second, ["mina-mal"])


@pytest.mark.parametrize(
    "change",
    [
        {"sheet": worksheet({"id": "nytt", "typ": "text", "fråga": "Nytt?"}, sheet_id="mina-mal")},
        {"tab": "Följa upp"},
        {"tools": "2"},
    ],
)
def test_a_change_makes_it_anew_and_leaves_nothing_old(made, tmp_path, change):
    cached(tmp_path)
    new = cached(tmp_path, **change)
    assert (new.read_bytes(), list(new.parent.iterdir())) == (b"%PDF-2", [new])


def test_sheets_whose_names_begin_alike_leave_each_other_alone(made, tmp_path):
    first = cached(tmp_path, worksheet(sheet_id="mina"))
    cached(tmp_path)
    assert first.is_file()


def test_the_mark_of_the_tools_holds_every_font(root):
    fonts = len(list((root / sheet_files.FONTS).glob("*.ttf")))
    assert len(fingerprint_tools(root).split()) == 2 + 4 + fonts


def test_both_files_lie_beside_the_page(made, root, tmp_path):
    catalogue = read_catalogue(root / "docs")
    publish_sheet_files(tmp_path, tmp_path / "site", catalogue, {7: "Planera"})
    found = {path.parent.name for path in tmp_path.glob("site/arbetsblad/*/questionnaire.json")}
    blanks = {path.stem for path in tmp_path.glob("site/arbetsblad/*/*.pdf")}
    cards = {f"{one.id}-ficka" for one in catalogue.worksheets.values() if one.pocket}
    assert {"krisplan-ficka", "kontaktkort-ficka"} <= cards
    assert (found, blanks) == (set(catalogue.worksheets), set(catalogue.worksheets) | cards)


def test_the_questionnaire_is_the_sheets_own(made, root, tmp_path):
    publish_sheet_files(tmp_path, tmp_path / "site", read_catalogue(root / "docs"), {})
    file = tmp_path / "site" / "arbetsblad" / "mal" / "questionnaire.json"
    assert json.loads(file.read_text(encoding="utf-8"))["title"] == "Mina mål"


def test_tabs_are_named_as_the_settings_say():
    settings = {"extra": {"flikar": [{"namn": "Introduktion"}, {"namn": "Kom igång"}]}}
    assert tab_names(settings) == {1: "Introduktion", 2: "Kom igång"}
