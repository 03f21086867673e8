"""Two occasions of a sheet beside each other: what is written there, and nothing of what is around it."""

import pytest

from ract.compare import compare
from ract.model import Written
from tests.ract.builders import flows, worksheet

ASK = {"id": "svar", "typ": "text", "fråga": "Vad?"}
SCALE = {"id": "liv", "typ": "skala", "skala": "nöjd", "fråga": "Livet?"}


def computed(name, of):
    return {"id": "u", "typ": "uträknat", "fråga": "Uträknat?", "räkna": name, "av": of}


def questions(*fields):
    sheet = worksheet(*fields)
    before = Written({"svar": "Förr", "liv": "4", "datum": "2026-03-01"})
    now = Written({"svar": "Nu", "liv": "6", "datum": "2026-06-01"})
    return [one.question for one in compare(sheet, before, now, flows([sheet]))]


def test_a_value_worked_out_from_the_sheet_itself_is_compared():
    assert "Uträknat?" in questions(ASK, computed("tre månader fram", {"dag": "datum"}))


@pytest.mark.parametrize(
    ("name", "of"),
    [("då och nu", {"skalor": ["liv"]}), ("nästa möte", {"dagar": ["prov2/datum"]})],
)
def test_a_value_of_what_is_around_the_sheet_is_not_compared(name, of):
    assert "Uträknat?" not in questions(SCALE, computed(name, of))


def test_what_has_changed_stands_first():
    assert questions(ASK, SCALE)[:1] == ["Vilken dag fyller ni i bladet?"]
