"""The index leads to the pages that are about a word, before those that only mention it."""

import pytest

from macros.article import read_article
from macros.index_terms import Term, index_entries, mark_terms, read_terms

GLOSSARY = "ordlista/"
MAL = Term("mal", "Mål", ())


def chapter(label, title="Titel", text="Ord.", heading=""):
    blocks = [{"block": "paragraph", "runs": [{"text": text}]}]
    if heading:
        blocks.insert(0, {"block": "heading", "level": 1, "runs": [{"text": heading}]})
    return {"label": label, "title": title, "gist": "", "blocks": blocks, "marks": []}


def marked(chapters, *terms):
    """The labels of the chapters that a term's mark stands in."""
    mark_terms(chapters, terms, GLOSSARY)
    return [one["label"] for one in chapters if "'mark'" in str(one)]


def test_the_terms_are_read_with_the_other_words_for_them():
    html = '<article><dl><dt><dfn id="rg">Resursgrupp</dfn> · RG · gruppen</dt></dl></article>'
    assert read_terms(read_article(html)) == [Term("rg", "Resursgrupp", ("RG", "gruppen"))]


@pytest.mark.parametrize("word", ["mål", "Mål", "målet", "målen", "måls"])
def test_a_word_is_found_in_its_forms(word):
    assert MAL.pattern().search(f"Dina {word}.")


@pytest.mark.parametrize("word", ["delmål", "målning", "måltid"])
def test_another_word_is_not_taken_for_it(word):
    assert not MAL.pattern().search(f"Dina {word}.")


def test_an_abbreviation_is_found_in_capitals_only():
    pattern = Term("act", "ACT", ()).pattern()
    assert (bool(pattern.search("med ACT:s team")), pattern.search("act")) == (True, None)


def test_a_mention_is_marked_where_it_stands():
    page = chapter("a", text="Skriv dina mål.")
    marked([page], MAL)
    assert page["blocks"][0]["runs"] == [{"mark": "mal"}, {"text": "Skriv dina mål."}]


def test_a_heading_is_marked_where_it_stands():
    page = chapter("a", heading="Mål", text="Ett mål.")
    marked([page], MAL)
    assert page["blocks"][0]["runs"] == [{"mark": "mal"}, {"text": "Mål"}]


def test_a_word_that_many_pages_are_about_is_not_told_of_where_it_is_only_mentioned():
    about = [chapter(f"om{n}", title="Mål") for n in range(4)]
    assert marked([chapter("a", text="Ett mål."), *about], MAL) == ["om0", "om1", "om2", "om3"]


def test_the_number_of_pages_has_a_limit():
    assert len(marked([chapter(str(n), text="Ett mål.") for n in range(30)], MAL)) == 10


def test_the_glossary_itself_is_not_told_of_twice():
    assert marked([chapter(GLOSSARY, title="Mål")], MAL) == []


def test_another_word_for_a_term_points_to_it():
    terms = [Term("rg", "Resursgrupp", ("RG",))]
    [letter] = index_entries(terms, GLOSSARY)
    assert [entry.get("see") for entry in letter["entries"]] == [None, "Resursgrupp"]


def test_the_index_is_in_the_order_of_the_swedish_alphabet():
    terms = [Term(name, name, ()) for name in ("Öppen", "Zon", "Åtgärd", "Akt", "Ärende")]
    letters = [letter["letter"] for letter in index_entries(terms, GLOSSARY)]
    assert letters == ["A", "Z", "Å", "Ä", "Ö"]
