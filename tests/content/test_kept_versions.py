"""Every worksheet's published versions stand in versions/, and the newest asks what its page asks."""

from pathlib import Path

from macros.catalogue import read_catalogue
from macros.kept_versions import faults, read_kept

ROOT = Path(__file__).resolve().parents[2]


def test_every_version_of_every_sheet_is_kept_and_asks_what_its_page_asks() -> None:
    assert [] == list(faults(ROOT, read_catalogue(ROOT / "docs")))


def test_nothing_is_kept_of_a_sheet_that_is_not_there() -> None:
    sheets = read_catalogue(ROOT / "docs").worksheets
    assert {folder.name for folder in (ROOT / "versions").iterdir()} == set(sheets)


def test_a_kept_version_says_its_own_number() -> None:
    wrong = [
        (folder.name, number)
        for folder in (ROOT / "versions").iterdir()
        for number, kept in read_kept(ROOT, folder.name).items()
        if kept["formulär"]["version"] != str(number)  # type: ignore[index]
    ]
    assert wrong == []
