import pytest

from tests.ract.builders import field, problems, shown


@pytest.mark.parametrize(
    ("raw", "expected"),
    [("14:30", "14.30"), ("14.30", "14.30"), ("kl 8", "08.00"), ("kl. 8.05", "08.05"), ("", "")],
)
def test_a_time_is_shown_as_swedish_writes_it(raw, expected):
    assert expected == shown(field(typ="tid"), raw)


@pytest.mark.parametrize("raw", ["24:00", "12:60", "halv tre", "1430"])
def test_what_is_no_time_is_a_problem(raw):
    assert [f"”{raw}” går inte att läsa som ett klockslag. Skriv till exempel 14.30."] == problems(
        field(typ="tid"), raw
    )


def test_what_cannot_be_read_is_shown_as_it_was_written():
    assert "halv tre" == shown(field(typ="tid"), "halv tre")
