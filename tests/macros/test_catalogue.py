"""Sheets that do not hold together stop the build with a line an editor understands."""

from pathlib import Path

import pytest

from macros.catalogue import CatalogueError, read_catalogue

SHEET = """---
title: {title}
formulär:
  version: 1
  flik: 7
  fas: [planering]
  steg: [7]
  nivå: kärna
  fylls i av: [brukare]
  tid: 10 minuter
  syfte: Att pröva.
  avsnitt:
    - rubrik: Allt
      fält:
{fields}
  exempel:
    svar: {{}}
---
Text.
"""
ROWS = """        - id: mal
          typ: rader
          fråga: Vilka är målen?
          rad: Mål
          kolumner:
            - {id: mal, typ: text, fråga: Mitt mål}"""


def fetched(field_id: str, source: str) -> str:
    return f"        - {{id: {field_id}, typ: hämtat, fråga: Vad, från: {source}}}"


def write(folder: Path, name: str, fields: str) -> None:
    sheets = folder / "docs" / "arbetsblad"
    sheets.mkdir(parents=True, exist_ok=True)
    (sheets / f"{name}.md").write_text(SHEET.format(title=name, fields=fields), encoding="utf-8")


def lines_of(folder: Path) -> list[str]:
    with pytest.raises(CatalogueError) as caught:
        read_catalogue(folder / "docs")
    return caught.value.lines


def test_sheets_that_fit_together_are_all_there(tmp_path: Path) -> None:
    write(tmp_path, "mal", ROWS)
    write(tmp_path, "plan", fetched("malen", "mal/mal"))

    assert ["mal", "plan"] == list(read_catalogue(tmp_path / "docs").worksheets)


def test_the_published_definition_reads_as_the_same_sheet(tmp_path: Path) -> None:
    from ract.definition import read_worksheet

    write(tmp_path, "mal", ROWS)
    catalogue = read_catalogue(tmp_path / "docs")
    (definition,) = catalogue.definitions

    assert catalogue.worksheets["mal"] == read_worksheet("mal", definition)


def test_a_fetch_from_a_sheet_that_is_not_there_names_the_nearest(tmp_path: Path) -> None:
    write(tmp_path, "mal", ROWS)
    write(tmp_path, "plan", fetched("malen", "mall/mal"))

    assert [
        "docs/arbetsblad/plan.md rad 15: Det finns inget blad ”mall”. Menade du ”mal”?"
    ] == lines_of(tmp_path)


def test_a_fetch_of_a_field_that_is_not_there_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "mal", ROWS)
    write(tmp_path, "plan", fetched("malen", "mal/maal"))

    assert [
        "docs/arbetsblad/plan.md rad 15: Bladet ”mal” har inget fält ”maal”. Menade du ”mal”?"
    ] == lines_of(tmp_path)


def test_a_computation_of_a_field_that_is_not_on_the_other_sheet_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "mal", ROWS)
    computed = """        - id: nasta
          typ: uträknat
          fråga: När?
          räkna: nästa möte
          av:
            dagar:
              - mal/datum
              - mal/mal/maal"""
    write(tmp_path, "plan", computed)

    assert [
        "docs/arbetsblad/plan.md rad 22: ”mal/mal” har ingen kolumn ”maal”. Menade du ”mal”?"
    ] == lines_of(tmp_path)


def test_sheets_that_fetch_in_a_circle_are_named(tmp_path: Path) -> None:
    write(tmp_path, "a", fetched("x", "b/y"))
    write(tmp_path, "b", fetched("y", "a/x"))

    assert [
        "docs/arbetsblad/a.md rad 12: Bladen hämtar från varandra i en cirkel: a/x ← b/y ← a/x."
    ] == lines_of(tmp_path)


def test_each_mistake_in_a_sheet_earns_exactly_one_line(tmp_path: Path) -> None:
    write(
        tmp_path,
        "mal",
        "        - {id: a, typ: skal, fråga: Hur}\n        - {id: b, typ: val, alternativ: [x]}",
    )

    assert [15, 16] == [int(line.split(" rad ")[1].split(":")[0]) for line in lines_of(tmp_path)]


def test_mistakes_in_several_files_are_all_told(tmp_path: Path) -> None:
    write(tmp_path, "a", "        - {id: a, typ: skal, fråga: Hur}")
    write(tmp_path, "b", "        - {id: b, typ: skal, fråga: Hur}")

    assert ["docs/arbetsblad/a.md", "docs/arbetsblad/b.md"] == [
        line.split(" rad ")[0] for line in lines_of(tmp_path)
    ]


def test_a_broken_head_on_any_page_is_told(tmp_path: Path) -> None:
    write(tmp_path, "mal", ROWS)
    (tmp_path / "docs" / "index.md").write_text("---\ntitle: a: b\n---\n", encoding="utf-8")

    assert lines_of(tmp_path)[0].startswith("docs/index.md rad 2: ")
