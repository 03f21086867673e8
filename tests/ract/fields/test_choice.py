import pytest

from tests.ract.builders import field, problems, shown

OPTIONS = ["ja, gärna", "nej", "senare"]


@pytest.mark.parametrize("raw", ["", "nej", "ja, gärna"])
def test_an_option_or_nothing_is_no_problem(raw):
    assert [] == problems(field(typ="val", alternativ=OPTIONS), raw)


def test_an_option_that_left_the_sheet_is_a_problem():
    assert ["”kanske” är inte längre ett av svaren. Välj ett som finns."] == problems(
        field(typ="val", alternativ=OPTIONS), "kanske"
    )


def test_an_option_that_left_the_sheet_is_still_shown():
    assert "kanske" == shown(field(typ="val", alternativ=OPTIONS), "kanske")


def test_own_words_stand_after_the_option():
    kind = field(typ="val", alternativ=OPTIONS, **{"egen text": "Något annat"})
    assert "nej, men tack" == shown(kind, {"svar": "nej", "svar/text": "men tack"})


def test_own_words_alone_are_an_answer():
    kind = field(typ="val", alternativ=OPTIONS, **{"egen text": "Något annat"})
    assert "på söndag" == shown(kind, {"svar/text": "på söndag"})


def test_a_choice_with_own_words_has_two_controls():
    kind = field(typ="val", alternativ=OPTIONS, **{"egen text": "Något annat"})
    assert ("svar", "svar/text") == kind.parts("svar")


def test_several_options_are_shown_with_commas():
    kind = field(typ="flerval", alternativ=OPTIONS)
    assert "nej, senare" == shown(kind, ["nej", "senare"])


def test_more_options_than_allowed_are_a_problem():
    kind = field(typ="flerval", alternativ=OPTIONS, högst="1")
    assert ["Du har valt 2. Välj högst 1."] == problems(kind, ["nej", "senare"])


def test_yes_or_no_has_two_options():
    assert ("ja", "nej") == field(typ="ja/nej").options


def test_yes_or_no_may_be_unsure():
    assert ("ja", "nej", "vet inte") == field(typ="ja/nej", **{"vet inte": "ja"}).options
