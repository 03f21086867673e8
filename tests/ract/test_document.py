import pytest

from ract.document import (
    Answer,
    Document,
    Heading,
    Note,
    Paragraph,
    Table,
    longest_words,
    numbered_heading,
    rows_as_blocks,
)

LONG = "Ett långt mål. " * 100
HEADER = ("Vem", "Vad")


def test_a_block_is_plain_data():
    table = Table("Alla", HEADER, (("Gun", "Ringer"),))
    expected = {
        "block": "table", "caption": "Alla", "header": ["Vem", "Vad"], "rows": [["Gun", "Ringer"]],
    }  # fmt: skip
    assert expected == table.as_data()


def test_a_document_is_plain_data():
    made = Document(title="Min plan", blocks=(Note("Klart"),))
    assert [{"block": "note", "text": "Klart"}] == made.as_data()["blocks"]


def test_short_words_stand_in_the_heading():
    assert (Heading(2, "Mål 1: Sjunga"),) == numbered_heading(2, "Mål", 1, "Sjunga")


@pytest.mark.parametrize("words", [LONG, "rad ett\nrad två"])
def test_words_too_long_for_a_heading_follow_it_whole(words):
    assert (Heading(2, "Mål 1"), Paragraph(words)) == numbered_heading(2, "Mål", 1, words)


def test_a_row_without_words_has_its_number():
    assert (Heading(2, "Mål 1"),) == numbered_heading(2, "Mål", 1, "")


def test_short_rows_become_a_table():
    found = rows_as_blocks("Alla", "Uppgift", HEADER, [["Gun", "Ringer"]])
    assert (Table("Alla", HEADER, (("Gun", "Ringer"),)),) == found


def test_an_empty_column_is_left_out():
    (table,) = rows_as_blocks("Alla", "Uppgift", ("Vem", "När", "Vad"), [["Gun", "", "Ringer"]])
    assert HEADER == table.header


def test_no_rows_become_nothing():
    assert () == rows_as_blocks("Alla", "Uppgift", HEADER, [])


@pytest.mark.parametrize("cell", [LONG, "x" * 300])
def test_rows_that_would_not_fit_become_a_group_each(cell):
    found = rows_as_blocks("Alla", "Uppgift", HEADER, [["Gun", cell]])
    assert (Heading(3, "Uppgift 1"), Answer("Vem", "Gun"), Answer("Vad", cell)) == found


def test_more_than_six_columns_become_a_group_for_each_row():
    found = rows_as_blocks("Alla", "Rad", tuple("abcdefg"), [list("1234567")])
    assert Heading(3, "Rad 1") == found[0]


def test_the_longest_word_counts_the_header():
    assert [3, 6] == longest_words(HEADER, [["Gu", "Ringer på"]])
