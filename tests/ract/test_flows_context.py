"""What is around a sheet: its other occasions in their order, and the sheets that it needs."""

import pytest

from ract.flows import needed_worksheets
from ract.model import Written
from tests.ract.builders import draft, flows, worksheet

SCALE = {"id": "liv", "typ": "skala", "skala": "nöjd", "fråga": "Livet?"}
ASK = {"id": "svar", "typ": "text", "fråga": "Vad?"}
SHEET = worksheet(ASK)
OTHER = worksheet(ASK, sheet_id="annat")


def occasion(number, day="", saved="2026-03-27T10:00:00"):
    """A saved copy that answers with its own number."""
    answers = {"svar": str(number), **({"datum": day} if day else {})}
    return draft(answers=answers, id=f"{number:016x}", saved_at=saved)


def computed(name, of):
    return {"id": "u", "typ": "uträknat", "fråga": "Vad?", "räkna": name, "av": of}


def around(*drafts, written=None, draft_id=""):
    context = flows([SHEET], *drafts).context(SHEET, written or Written(), draft_id)
    return [[one.written.text("svar") for one in part] for part in (context.earlier, context.later)]


def test_a_sheet_that_is_not_saved_comes_after_all_others():
    assert around(occasion(1), occasion(2)) == [["1", "2"], []]


def test_occasions_stand_in_the_order_of_their_own_days_not_of_saving():
    late, early = occasion(1, "2026-05-01", "2026-01-01T10:00:00"), occasion(2, "2026-02-01")
    assert around(late, early)[0] == ["2", "1"]


def test_the_open_copy_is_not_among_its_own_occasions():
    first, mine, last = (occasion(n, f"2026-0{n}-01") for n in (1, 2, 3))
    assert around(first, mine, last, written=mine.written, draft_id=mine.id) == [["1"], ["3"]]


def test_a_day_that_does_not_exist_counts_as_the_day_of_saving():
    wrong = occasion(1, "2026-02-30", "2026-04-01T10:00:00")
    assert around(wrong, occasion(2, "2026-03-01"))[0] == ["2", "1"]


def test_only_the_highest_revision_of_a_copy_is_an_occasion():
    older, newer = occasion(1), draft(answers={"svar": "ny"}, id=f"{1:016x}", rev=2)
    assert around(newer, older)[0] == ["ny"]


@pytest.mark.parametrize(
    ("name", "of", "expected"),
    [
        ("då och nu", {"skalor": ["liv"]}, ("prov",)),
        ("ordningsnummer", {}, ("prov",)),
        ("nästa möte", {"dagar": ["annat/datum"]}, ("annat",)),
        ("tre månader fram", {"dag": "datum"}, ()),
        ("tre månader fram", {"dag": "prov/datum"}, ()),
    ],
)
def test_a_sheet_needs_what_its_computations_read(name, of, expected):
    field = computed(name, of)
    made = worksheet(SCALE, field if of else {k: v for k, v in field.items() if k != "av"})
    assert needed_worksheets(made) == expected


def test_a_sheet_with_a_picture_over_occasions_needs_its_own_drafts():
    of = {"skalor": ["liv"]}
    drawn = {"id": "b", "typ": "bild", "bild": "tillfällen", "fråga": "Tid?", "av": of}
    assert needed_worksheets(worksheet(SCALE, drawn)) == ("prov",)


def test_a_chosen_row_of_the_own_sheet_is_called_what_this_very_copy_calls_it():
    rows = {
        "id": "r", "typ": "rader", "fråga": "Vad?", "rad": "Rad",
        "kolumner": [{"id": "namn", "typ": "text", "fråga": "Namn?"}],
    }  # fmt: skip
    point = {"id": "val", "typ": "hänvisning", "till": "prov/r", "visar": "namn", "fråga": "Vem?"}
    sheet = worksheet(rows, point)
    old = draft(answers={"r/a/namn": "Förr"}, rows={"r": ["a"]})
    now = Written({"r/a/namn": "Nu", "val": "Förr", "val/rad": "a"}, {"r": ["a"]})
    assert flows([sheet], old).follow(sheet, now).text("val") == "Nu"


def test_a_fetched_value_that_is_computed_knows_its_own_sheets_occasions():
    counting = worksheet(
        {k: v for k, v in computed("ordningsnummer", {}).items() if k != "av"}, sheet_id="motet"
    )
    sheet = worksheet({"id": "h", "typ": "hämtat", "från": "motet/u", "fråga": "Vad?"})
    copies = [
        draft(
            "motet", {"datum": f"2026-0{n}-01"}, id=f"{n:016x}", saved_at=f"2026-0{n}-01T10:00:00"
        )
        for n in (1, 2, 3)
    ]
    assert flows([sheet, counting], *copies).fetched(sheet)["h"].lines == ("3",)
