import pytest

from ract.fields.rows import slug
from ract.model import Written
from tests.ract.builders import ROWS, definition, mistakes, worksheet

WRITTEN = Written(
    {"mal/a/mal": "Sjunga i kören", "mal/a/borjar": "2026-04-01", "mal/b/mal": "  "},
    {"mal": ["b", "a"]},
)
FIXED = {**ROWS, "fasta rader": {"kolumn": "mal", "värden": ["Sömn", "Pengar"]}}


@pytest.fixture
def rows():
    """Rows of goals."""
    return worksheet(ROWS).field("mal")


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Boende och hem", "boende-och-hem"), ("Sömn, mat", "somn-mat"), ("Åäö", "aao")],
)
def test_a_fixed_row_gets_its_id_from_its_words(words, expected):
    assert expected == slug(words)


def test_rows_with_only_space_are_not_filled(rows):
    assert ("a",) == rows.filled_rows(WRITTEN, "mal")


def test_rows_are_shown_one_to_a_line(rows):
    assert "Sjunga i kören: 1 april 2026" == rows.show(WRITTEN, "mal")


def test_the_table_has_the_filled_rows(rows):
    assert [["Sjunga i kören", "1 april 2026"]] == rows.table(WRITTEN, "mal")


def test_a_problem_is_told_at_its_cell(rows):
    wrong = Written({"mal/a/borjar": "snart"}, {"mal": ["a"]})
    assert ["mal/a/borjar"] == [problem.name for problem in rows.problems(wrong, "mal")]


def test_answers_of_a_row_that_was_removed_are_not_checked(rows):
    assert [] == list(rows.problems(Written({"mal/a/borjar": "snart"}, {"mal": []}), "mal"))


def test_a_fixed_rows_own_name_does_not_fill_it():
    fixed = worksheet(FIXED).field("mal")
    assert fixed.is_blank(Written({"mal/somn/mal": "Sömn"}, {"mal": ["somn"]}), "mal")


def test_fixed_rows_have_ids_made_from_their_words():
    assert ("somn", "pengar") == worksheet(FIXED).field("mal").fixed_ids()


def test_rows_in_rows_are_a_mistake():
    inner = {**ROWS, "id": "inre"}
    nested = {**ROWS, "kolumner": [*ROWS["kolumner"], inner]}
    assert "”inre” är rader i rader, och det går inte." in mistakes(definition(nested))


def test_two_columns_of_one_id_are_a_mistake():
    twice = {**ROWS, "kolumner": [ROWS["kolumner"][0]] * 2}
    assert ["Två kolumner heter ”mal”. Ge dem olika id."] == mistakes(definition(twice))
