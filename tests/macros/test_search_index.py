"""The index that the search reads."""

from macros.search_index import build_index, read_everyday
from macros.search_pages import Findable, Part

SHEET = Findable("arbetsblad/mal/", "Mina mål", "Arbetsblad · flik 7", 7, lead="Det du vill.")
PAGE = Findable("flikar/mal/", "Mina mål", "Sida · flik 3", 3, lead="Så gör ni.")
TERM = Findable("ordlista/#vss", "VSS · case manager", "Ordlista", names=("VSS", "case manager"))
OTHER = Findable(
    "om/",
    "Om",
    "Om pärmen",
    parts=[Part("a", "", "Ett resursgruppsmöte."), Part("b", "", "Möte, möte, resurs, resurs.")],
)
FINDABLES = [PAGE, SHEET, TERM, OTHER]


def pages_of(term, everyday=None):
    """The addresses that a term leads to, heaviest first."""
    index = build_index(FINDABLES, everyday or {})
    return [index["pages"][number][0] for number in index["terms"].get(term, [])[::2]]


def test_a_sheet_comes_before_a_page_of_the_same_name():
    assert pages_of("mal") == [SHEET.address, PAGE.address]


def test_a_compound_leads_to_its_parts():
    only = Findable("b/", "Resursmöte", "Sida")
    index = build_index([OTHER, only], {})
    assert 1 in index["terms"]["mot"][::2]
    assert 1 in index["terms"]["resur"][::2]


def test_the_names_of_one_thing_in_the_glossary_lead_to_each_other():
    synonyms = build_index(FINDABLES, {})["synonyms"]
    assert (synonyms["vss"], synonyms["cas manag"]) == (["cas manag"], ["vss"])


def test_an_everyday_word_leads_to_the_words_of_the_binder_and_not_back():
    everyday = read_everyday("# Rubrik\njobb, lön: arbete, mål\n")
    synonyms = build_index(FINDABLES, everyday)["synonyms"]
    assert (synonyms["jobb"], synonyms["lon"]) == (["arbet", "mal"], ["arbet", "mal"])
    assert "arbet" not in synonyms


def test_words_that_tell_nothing_lead_nowhere():
    assert pages_of("du") == []
