"""Swedish words as the search sees them."""

import pytest

from macros.search_words import fold, parts_of, stem, words_of

LEXICON = {
    "resurs",
    "grupp",
    "resursgrupp",
    "mote",
    "varning",
    "tecken",
    "skola",
    "halsa",
    "plan",
    "mal",
}


def test_dots_rings_accents_and_capitals_are_folded():
    assert words_of("Närstående på ÖPPENVÅRD, idé") == ["narstaende", "pa", "oppenvard", "ide"]


@pytest.mark.parametrize(
    "forms",
    [
        "möte mötet möten mötena mötets",
        "tecken tecknen tecknet",
        "krisplan krisplanen krisplanens krisplaner",
        "karta kartan kartor kartorna",
        "arbetsblad arbetsbladet arbetsbladen",
        "närstående närståendes",
        "psykisk psykiska psykiskt",
        "resurs resursen resurserna",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms):
    assert len({stem(fold(form)) for form in forms.split()}) == 1


def test_words_that_only_look_alike_keep_their_stems_apart():
    assert len({stem(fold(word)) for word in ("mål", "möte", "mat", "man", "plan", "plats")}) == 6


def test_a_short_word_is_left_whole():
    assert [stem(word) for word in ("sip", "cm", "vss", "ips", "lss")] == [
        "sip", "cm", "vss", "ips", "lss",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("resursgruppsmote", ("resurs", "grupp", "mote")),
        ("varningstecken", ("varning", "tecken")),
        ("skolplan", ("skola", "plan")),
        ("halsoplan", ("halsa", "plan")),
        ("plan", ()),
        ("xyzzyplan", ()),
    ],
)
def test_a_compound_is_taken_apart_into_words_that_the_site_uses(word, parts):
    assert parts_of(word, LEXICON) == parts
