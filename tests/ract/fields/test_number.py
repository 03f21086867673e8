import pytest

from tests.ract.builders import definition, field, mistakes, problems, shown


@pytest.mark.parametrize("raw", ["", "7", "7,5", "7.5", "-3", "−3", "10 000", "10\u00a0000"])
def test_a_number_as_people_write_it_is_no_problem(raw):
    assert [] == problems(field(typ="tal"), raw)


@pytest.mark.parametrize("raw", ["sju", "7-8", "1e999", "NaN", "²", "٣٣x", "9" * 5_000])
def test_what_is_no_number_is_a_problem(raw):
    assert [f"”{raw[:40]}” är inget tal. Skriv med siffror, till exempel 7 eller 7,5."] == problems(
        field(typ="tal"), raw
    )


@pytest.mark.parametrize(
    ("keys", "raw", "expected"),
    [
        (
            {"minst": "0", "mest": "10"},
            "11",
            "Talet 11 passar inte här. Skriv ett tal från 0 till 10.",
        ),
        ({"minst": "0"}, "-1", "Talet -1 passar inte här. Skriv ett tal som är minst 0."),
        ({"mest": "24"}, "25", "Talet 25 passar inte här. Skriv ett tal som är högst 24."),
    ],
)
def test_a_number_outside_its_bounds_is_told_the_bounds(keys, raw, expected):
    assert [expected] == problems(field(typ="tal", **keys), raw)


def test_a_number_is_shown_with_its_unit():
    assert "7,5 timmar" == shown(field(typ="tal", enhet="timmar"), "7,5")


def test_bounds_the_wrong_way_round_are_a_mistake():
    wrong = {"id": "svar", "typ": "tal", "fråga": "Hur många?", "minst": "5", "mest": "1"}
    assert ["”minst” är 5, som är mer än ”mest”, 1."] == mistakes(definition(wrong))
