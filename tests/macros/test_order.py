"""The sheets stand in the order that mkdocs.yml gives them, and a new sheet needs no line there."""

from pathlib import Path, PurePosixPath

import pytest
from mkdocs.exceptions import PluginError

from macros.catalogue import Catalogue, read_catalogue
from macros.order import read_order
from macros.overviews import by_level, by_person, by_phase, by_step, grouped, listed

SHEET = """---
title: Blad {name}
formulär:
  version: 1
  flik: {tab}
  fas: [planering]
  steg: [7]
  nivå: kärna
  fylls i av: [brukare]
  tid: 10 minuter
  syfte: Att pröva.
  avsnitt:
    - rubrik: Allt
      fält:
        - {{id: ord, typ: text, fråga: "Vad?"}}
  exempel:
    svar: {{ord: något}}
---
Text.
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    (tmp_path / "arbetsblad").mkdir()
    for name, tab in (("ett", 1), ("tva", 1), ("tre", 1), ("fyra", 2)):
        file = tmp_path / "arbetsblad" / f"{name}.md"
        file.write_text(SHEET.format(name=name, tab=tab), encoding="utf-8")
    return read_catalogue(tmp_path)


def names(sheets):
    return [sheet.id for sheet in sheets]


def test_sheets_stand_as_they_are_listed(catalogue):
    order = read_order([{"blad": ["tva", "tre", "ett"]}, {"blad": ["fyra"]}], catalogue)
    assert names(order.sheets) == ["tva", "tre", "ett", "fyra"]


def test_a_sheet_that_is_not_listed_comes_last_in_its_tab(catalogue):
    order = read_order([{"blad": ["tva", "tre"]}, {}], catalogue)
    assert names(order.of_tab(1)) == ["tva", "tre", "ett"]


def test_the_sheet_after_the_last_of_a_tab_is_the_first_of_the_next(catalogue):
    order = read_order([{"blad": ["tva", "tre", "ett"]}, {}], catalogue)
    assert order.after("ett").id == "fyra"


def test_the_first_sheet_has_none_before_and_the_last_none_after(catalogue):
    order = read_order([{"blad": ["tva"]}, {}], catalogue)
    assert (order.before("tva"), order.after("fyra")) == (None, None)


@pytest.mark.parametrize(
    ("listed_names", "words"),
    [
        (["fem"], "mkdocs.yml: flik 1 har ”fem” i listan ”blad”, men det finns ingen fil"),
        (["fyra"], "mkdocs.yml: flik 1 har ”fyra” i listan ”blad”, men bladet säger flik 2."),
        (["ett", "ett"], "mkdocs.yml: flik 1 har ”ett” i listan ”blad”, men där står det redan."),
    ],
)
def test_a_list_that_cannot_be_kept_stops_the_build(catalogue, listed_names, words):
    with pytest.raises(PluginError, match=words):
        read_order([{"blad": listed_names}], catalogue)


def test_a_sheet_in_a_list_tells_its_purpose_level_and_time(catalogue):
    order = read_order([{}, {}], catalogue)
    assert listed(order.of_tab(2), PurePosixPath("oversikt/index.md")) == (
        "- [Blad fyra](../arbetsblad/fyra.md): Att pröva. Kärna, 10 minuter."
    )


def test_a_group_without_sheets_has_no_heading(catalogue):
    order = read_order([{}, {}], catalogue)
    assert grouped(by_phase(order), PurePosixPath("index.md")).count("###") == 1


@pytest.mark.parametrize("view", [by_phase, by_step, by_person, by_level])
def test_no_view_leaves_a_sheet_out(root, view):
    order = read_order([], read_catalogue(root / "docs"))
    shown = {sheet.id for _, _, sheets in view(order) for sheet in sheets}
    assert shown == set(names(order.sheets))
