from ract.model import Written
from tests.ract.builders import field, problems, shown


def test_the_typed_name_is_shown():
    assert "Gun Exempel" == shown(field(typ="person"), {"svar": "Gun Exempel", "svar/rad": "gun"})


def test_a_person_that_is_in_no_register_is_no_problem():
    assert [] == problems(field(typ="person"), "körledaren")


def test_a_reference_has_a_control_for_the_chosen_row():
    assert ("svar", "svar/rad") == field(typ="person").parts("svar")


def test_a_person_points_at_the_register():
    assert "mina-kontakter/personer" == field(typ="person").target


def test_a_chosen_row_without_a_name_is_blank():
    assert field(typ="person").is_blank(Written({"svar/rad": "gun"}), "svar")


def test_a_reference_says_where_it_points():
    assert "mal/mal" == field(typ="hänvisning", till="mal/mal", visar="mal").target


def test_several_people_are_one_text():
    assert "Kim Exempel, Gun Exempel" == shown(field(typ="personer"), "Kim Exempel, Gun Exempel")
