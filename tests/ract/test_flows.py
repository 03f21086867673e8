import pytest

from ract.flows import needed_worksheets
from ract.model import Written
from tests.ract.builders import ROWS, draft, flows, worksheet

NAME = {"id": "namn", "typ": "text", "fråga": "Vad heter personen?"}
REGISTER = worksheet(
    {"id": "personer", "typ": "rader", "fråga": "Vilka?", "rad": "Person", "kolumner": [NAME]},
    sheet_id="mina-kontakter",
)
GOALS = worksheet(ROWS, sheet_id="mal")
PLAN = worksheet(
    {"id": "vem", "typ": "person", "fråga": "Vem?"},
    {"id": "mal", "typ": "hämtat", "från": "mal/mal", "fråga": "Mål?"},
    {"id": "bara_mal", "typ": "hämtat", "från": "mal/mal", "visar": ["mal"], "fråga": "Mål?"},
    {
        "id": "rader", "typ": "rader", "fråga": "Vilka?", "rad": "Rad",
        "kolumner": [{"id": "vem", "typ": "person", "fråga": "Vem?"}],
    },
    sheet_id="plan",
)  # fmt: skip
CHAIN = worksheet(
    {"id": "mal", "typ": "hämtat", "från": "plan/bara_mal", "fråga": "Mål?"}, sheet_id="led"
)
SHEETS = [REGISTER, GOALS, PLAN, CHAIN]
KNOWN = draft("mina-kontakter", {"personer/gun/namn": "Gun Nyttnamn"}, {"personer": ["gun"]})
WANTED = draft(
    "mal",
    {"mal/a/mal": "Sjunga", "mal/a/borjar": "2026-04-01", "mal/b/mal": "Sova"},
    {"mal": ["b", "a"]},
)


def test_a_sheet_needs_the_sheets_that_it_shows_something_from():
    assert ("mal", "mina-kontakter") == needed_worksheets(PLAN)


def test_a_sheet_never_needs_itself():
    own = worksheet(ROWS, {"id": "h", "typ": "hämtat", "från": "prov/mal", "fråga": "Mål?"})
    assert () == needed_worksheets(own)


def test_a_person_is_called_what_the_register_calls_them_now():
    written = Written({"vem": "Gun Exempel", "vem/rad": "gun"})
    assert "Gun Nyttnamn" == flows(SHEETS, KNOWN).follow(PLAN, written).text("vem")


def test_a_person_in_a_row_is_followed_too():
    written = Written({"rader/x/vem": "Gun", "rader/x/vem/rad": "gun"}, {"rader": ["x"]})
    assert "Gun Nyttnamn" == flows(SHEETS, KNOWN).follow(PLAN, written).text("rader/x/vem")


@pytest.mark.parametrize(
    "answers",
    [
        {"vem": "Gun Exempel"},
        {"vem": "Gun Exempel", "vem/rad": "borta"},
        {"vem": "Gun Exempel", "vem/rad": ""},
    ],
)
def test_a_person_that_is_not_in_the_register_keeps_the_typed_name(answers):
    assert "Gun Exempel" == flows(SHEETS, KNOWN).follow(PLAN, Written(answers)).text("vem")


def test_without_a_register_the_typed_name_stays():
    written = Written({"vem": "Gun Exempel", "vem/rad": "gun"})
    assert "Gun Exempel" == flows(SHEETS).follow(PLAN, written).text("vem")


def test_a_name_that_was_taken_away_does_not_come_back():
    written = Written({"vem": "", "vem/rad": "gun"})
    assert "" == flows(SHEETS, KNOWN).follow(PLAN, written).text("vem")


def test_a_fetched_value_has_a_line_for_each_filled_row():
    assert ("Sova", "Sjunga: 1 april 2026") == flows(SHEETS, WANTED).fetched(PLAN)["mal"].lines


def test_a_fetched_value_shows_the_columns_it_names():
    assert ("Sova", "Sjunga") == flows(SHEETS, WANTED).fetched(PLAN)["bara_mal"].lines


def test_a_fetched_value_says_where_it_was_written():
    value = flows(SHEETS, WANTED).fetched(PLAN)["mal"]
    assert ("mal", "Provblad", "2026-03-27T10:00:00") == (
        value.worksheet,
        value.title,
        value.saved_at,
    )


def test_a_value_that_nobody_wrote_is_no_lines():
    assert () == flows(SHEETS).fetched(PLAN)["mal"].lines


def test_a_chain_of_fetched_values_is_followed_to_its_end():
    value = flows(SHEETS, WANTED).fetched(CHAIN)["mal"]
    assert ("mal", ("Sova", "Sjunga")) == (value.worksheet, value.lines)


def test_a_circle_ends():
    one = worksheet({"id": "a", "typ": "hämtat", "från": "tva/a", "fråga": "A?"}, sheet_id="ett")
    two = worksheet({"id": "a", "typ": "hämtat", "från": "ett/a", "fråga": "A?"}, sheet_id="tva")
    assert () == flows([one, two], draft("ett"), draft("tva")).fetched(one)["a"].lines


def test_a_draft_of_an_unknown_sheet_is_passed_over():
    assert {} == flows(SHEETS, draft("okand")).drafts


def test_a_hidden_answer_is_not_fetched():
    ask = {"id": "fler", "typ": "ja/nej", "fråga": "Fler?"}
    dependent = {
        "id": "svar",
        "typ": "text",
        "fråga": "Vad?",
        "visas om": {"fält": "fler", "är": "ja"},
    }
    source = worksheet(ask, dependent, sheet_id="kalla")
    target = worksheet({"id": "h", "typ": "hämtat", "från": "kalla/svar", "fråga": "Vad?"})
    drafts = draft("kalla", {"fler": "nej", "svar": "gömt"})
    assert () == flows([source, target], drafts).fetched(target)["h"].lines
