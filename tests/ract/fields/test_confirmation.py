from tests.ract.builders import field, problems, shown

KEYS = {"typ": "bekräftelse", "vem": "brukaren"}


def test_a_confirmation_is_a_name_and_a_day():
    written = {"svar/namn": "Kim Exempel", "svar/datum": "2026-03-27"}
    assert "Kim Exempel, 27 mars 2026" == shown(field(**KEYS), written)


def test_a_name_alone_is_shown():
    assert "Kim Exempel" == shown(field(**KEYS), {"svar/namn": "Kim Exempel"})


def test_a_day_that_cannot_be_read_is_a_problem():
    assert 1 == len(problems(field(**KEYS), {"svar/datum": "i går"}))


def test_it_has_a_control_for_the_name_and_one_for_the_day():
    assert ("svar/namn", "svar/datum") == field(**KEYS).parts("svar")
