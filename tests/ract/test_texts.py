from ract.texts import MONTHS, SCALES, SHARING


def test_a_year_has_twelve_months():
    assert 12 == len(set(MONTHS))


def test_the_most_private_sharing_comes_first():
    assert "bara jag och CM" == SHARING[0]


def test_no_scale_has_a_step_twice():
    assert [] == [name for name, s in SCALES.items() if len(set(s.values)) != len(s.values)]
