from ract.answers import computed_values, homeless_answers, read_answers
from ract.context import Context
from ract.model import Written
from tests.ract.builders import ROWS, worksheet

DAY = {"id": "dag", "typ": "datum", "fråga": "Vilken dag?"}
ASK = {"id": "fler", "typ": "ja/nej", "fråga": "Fler dagar?"}
HIDDEN = {**DAY, "id": "andra_dag", "visas om": {"fält": "fler", "är": "ja"}}
SHEET = worksheet(DAY, ASK, HIDDEN, ROWS)


def test_a_blank_sheet_has_no_problem():
    assert () == read_answers(SHEET, Written()).problems


def test_a_problem_names_its_control():
    reading = read_answers(SHEET, Written({"dag": "snart"}))
    assert ["dag"] == [problem.name for problem in reading.problems]


def test_a_hidden_question_is_not_checked():
    assert () == read_answers(SHEET, Written({"andra_dag": "snart"})).problems


def test_a_question_whose_condition_holds_is_checked():
    reading = read_answers(SHEET, Written({"fler": "ja", "andra_dag": "snart"}))
    assert ["andra_dag"] == [problem.name for problem in reading.problems]


def test_a_sheet_without_computations_has_no_computed_value():
    assert {} == computed_values(Context(SHEET, Written()))


def test_answers_without_a_question_are_kept():
    written = Written({"dag": "2026-03-27", "gammal_fraga": "kvar", "mal/x/mal": "rad utan plats"})
    assert {"gammal_fraga": "kvar", "mal/x/mal": "rad utan plats"} == homeless_answers(
        SHEET, written
    )
