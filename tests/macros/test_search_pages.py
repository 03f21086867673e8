"""The words that the search reads of a page: cells and items stand apart, and no mark is left behind."""

import pytest

from macros.search_marks import MARK, on_page_content, on_post_page
from macros.search_pages import plain

TABLE = "<table><tr><th>Id</th><th>Titel</th></tr><tr><td>mal</td><td>Mina mål</td></tr></table>"


def test_the_cells_of_a_table_stand_apart_when_the_tags_are_gone():
    untagged = on_page_content(TABLE).replace("<", "|<").replace(">", ">|")
    assert plain("".join(untagged.split("|")[::2])) == "Id · Titel · mal · Mina mål"


def test_the_finished_page_has_no_marks():
    assert on_post_page(on_page_content(TABLE)) == TABLE


@pytest.mark.parametrize(
    ("marked", "line"),
    [
        ("<ul><li>en vän</li>\n<li>en granne</li></ul><p>Alla.</p>", "en vän · en granne · Alla."),
        ("<p>Ett stycke.</p><p>Ett till.</p>", "Ett stycke. Ett till."),
        (f"Vad?{MARK}En sak.{MARK}Slut{MARK}", "Vad? En sak. Slut"),
        (f"{MARK} {MARK}Ett{MARK}{MARK}Två &amp; tre", "Ett · Två & tre"),
        ("", ""),
    ],
)
def test_a_line_has_one_dot_between_its_parts_and_none_after_a_sentence(marked, line):
    assert plain(marked) == line
