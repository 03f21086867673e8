import pytest

from ract.texts import SCALES
from tests.ract.builders import field, problems, shown


@pytest.mark.parametrize(
    ("scale", "raw", "expected"),
    [
        ("nöjd", "7", "7 av 10"),
        ("nöjd", "0", "0 av 10 (inte alls nöjd)"),
        ("vikt", "2", "2 av 3 (viktigt)"),
        ("målnivå", "-1", "−1 (lite sämre än väntat)"),
        ("målnivå", "+2", "+2 (mycket bättre än väntat)"),
        ("läge", "gul", "gul: börjar skava"),
        ("nöjd", "elva", "elva"),
        ("nöjd", "", ""),
    ],
)
def test_a_step_is_shown_with_its_words(scale, raw, expected):
    assert expected == shown(field(typ="skala", skala=scale), raw)


@pytest.mark.parametrize("scale", SCALES)
def test_every_step_of_every_scale_is_no_problem(scale):
    kind = field(typ="skala", skala=scale)
    assert [] == [p for step in kind.ladder.values for p in problems(kind, step)]


@pytest.mark.parametrize("scale", SCALES)
def test_every_step_of_every_scale_has_words(scale):
    kind = field(typ="skala", skala=scale)
    assert all(shown(kind, step) for step in kind.ladder.values)


def test_a_step_outside_the_scale_is_a_problem():
    assert ["”11” finns inte på skalan. Välj ett steg, eller hoppa över."] == problems(
        field(typ="skala", skala="nöjd"), "11"
    )
