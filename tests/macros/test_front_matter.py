"""An editor's broken head earns one Swedish line at the right row."""

import pytest

from macros.front_matter import read_front_matter


def head(*rows: str) -> str:
    return "\n".join(["---", *rows, "---", "", "Text."])


def test_every_value_stays_the_text_that_was_written() -> None:
    found = read_front_matter(head("a: no", "b: 1:30", "c: 2026-01-05", "d: 007", "e: null"))

    assert {"a": "no", "b": "1:30", "c": "2026-01-05", "d": "007", "e": "null"} == found.values


def test_the_line_of_each_value_is_known() -> None:
    found = read_front_matter(head("title: Blad", "formulär:", "  avsnitt:", "    - rubrik: R"))

    assert 5 == found.line_of(("formulär", "avsnitt", 0, "rubrik"))


def test_a_path_that_is_not_there_gets_the_line_of_its_nearest_part() -> None:
    found = read_front_matter(head("title: Blad", "formulär:", "  version: 1"))

    assert 3 == found.line_of(("formulär", "avsnitt", 0))


@pytest.mark.parametrize(
    ("rows", "line", "words"),
    [
        (["title: Blad", "title: Annat"], 3, "står två gånger"),
        (["title: Blad", "formulär:", "\tversion: 1"], 4, "tabbtecken"),
        (["title: Blad: och mer"], 2, "kolon för mycket"),
        (["title: Blad", "formulär:", "  version: 1", " flik: 7"], 5, "Indraget stämmer inte"),
        (["title: 'Blad"], 2, "saknar sitt slut"),
        (["- bara en lista"], 2, "nycklar"),
        (["f:", "  - {id: a, fråga: Vad?, typ: text}"], 3, "Sätt citattecken runt en fråga"),
        (["fas: [a, b"], 2, "komma eller sitt slut"),
    ],
)
def test_a_broken_head_is_explained_at_its_row(rows: list[str], line: int, words: str) -> None:
    (mistake,) = read_front_matter(head(*rows)).mistakes

    assert (line, True) == (mistake.number, words in mistake.message), mistake


def test_a_head_that_never_ends_is_explained() -> None:
    (mistake,) = read_front_matter("---\ntitle: Blad\n").mistakes

    assert "avslutas aldrig" in mistake.message


def test_a_page_without_a_head_has_no_values() -> None:
    assert {} == read_front_matter("# Rubrik\n").values
