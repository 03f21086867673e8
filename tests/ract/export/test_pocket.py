"""Cards for the pocket hold the chosen answers in order, never cut, and only what may be shown."""

import datetime
import io
import re

import pypdf
import pytest

from ract.export.pocket import blank_pocket, pocket_entries, write_blank_pocket, write_pocket
from tests.ract.builders import definition, draft, flows, mistakes, worksheet

NOW = datetime.datetime.fromisoformat("2026-11-28T10:00:00")
ROWS = {
    "id": "ring",
    "typ": "rader",
    "fråga": "Vem ringer du?",
    "rad": "Samtal",
    "tomma rader": "3",
    "kolumner": [
        {"id": "vem", "typ": "text", "fråga": "Vem?"},
        {"id": "nummer", "typ": "text", "fråga": "Vilket nummer?"},
    ],
}
WISH = {"id": "inte", "typ": "långtext", "fråga": "Vad vill du inte ska hända?"}
OTHER = {"id": "annat", "typ": "text", "fråga": "Vad mer?"}
SHEET = worksheet(OTHER, WISH, ROWS, ficka=["ring", "inte"])
CALLS = {"ring/a/vem": "Sam", "ring/a/nummer": "112", "ring/c/vem": "Noor"}
CALL_ROWS = {"ring": ["a", "b", "c"]}
CARD_PT = (85 / 25.4 * 72, 54 / 25.4 * 72)


@pytest.fixture(scope="module")
def fonts(root):
    return str(root / ".runtime/runtime/fonts")


def entries(answers, rows=CALL_ROWS, sheet=SHEET):
    found = pocket_entries(sheet, draft(answers=answers, rows=rows), flows([sheet]))
    return [(one["question"], one["text"]) for one in found]


def placed(content):
    """Every piece of text with the place where it begins, in points from the page's lower left."""
    found = []

    def note(text, page, at, *_):
        x = at[4] * page[0] + at[5] * page[2] + page[4]
        y = at[4] * page[1] + at[5] * page[3] + page[5]
        found.append((x, y, text))

    for page in pypdf.PdfReader(io.BytesIO(content)).pages:
        page.extract_text(visitor_text=note)
    return [piece for piece in found if piece[2].strip()]


def words_of(content):
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


def cards(answers, fonts):
    return write_pocket(SHEET, draft(answers=answers, rows=CALL_ROWS), flows([SHEET]), NOW, fonts)


def test_the_chosen_questions_stand_in_the_order_of_the_head():
    said = entries({**CALLS, "inte": "Ring inte mamma", "annat": "Nej"})
    assert said == [
        ("Vem ringer du?", "Sam · 112\nNoor"),
        ("Vad vill du inte ska hända?", "Ring inte mamma"),
    ]


def test_what_is_not_answered_takes_no_room():
    assert entries({"inte": "  "}) == []


def test_a_question_that_is_not_asked_is_not_on_the_card():
    hidden = {**WISH, "visas om": {"fält": "annat", "är": "ja"}}
    choice = {"id": "annat", "typ": "ja/nej", "fråga": "Något?"}
    sheet = worksheet(choice, hidden, ficka=["inte"])
    assert entries({"annat": "nej", "inte": "hemligt"}, sheet=sheet) == []


def test_rows_too_wide_for_a_table_are_a_line_each():
    long = "ord " * 60
    found = entries({"ring/a/vem": long.strip(), "ring/a/nummer": "112", "ring/c/vem": "Noor"})
    assert found == [("Vem ringer du?", f"{long.strip()} · 112\nNoor")]


def test_no_word_of_a_long_answer_is_cut(fonts):
    words = [f"ord{n}" for n in range(700)]
    said = words_of(cards({"inte": " ".join(words)}, fonts)).split()
    assert [word for word in words if word not in said] == []


def test_a_word_longer_than_a_card_is_all_there(fonts):
    word = "".join(f"{n:04d}" for n in range(300))
    said = re.sub(
        r"Provblad 28 november 2026 · \d av \d", "", words_of(cards({"inte": word}, fonts))
    )
    assert word in re.sub(r"\D", "", said)


def test_nothing_is_printed_outside_its_card(fonts):
    long = {"inte": "Mamma ska inte bli uppringd på natten. " * 40}
    content = cards({**CALLS, **long}, fonts)
    foot = 18 / 25.4 * 72
    lines = [(x, y) for x, y, _ in placed(content) if y > foot]
    assert len(lines) > 40
    left, top = 20 / 25.4 * 72, (297 - 9) / 25.4 * 72
    beside = [(x - left) % CARD_PT[0] for x, _ in lines]
    down = [(top - y) % CARD_PT[1] for _, y in lines]
    assert (min(beside) > 8, min(down) > 8, max(down) < CARD_PT[1] - 8) == (True, True, True)


def test_an_answer_that_goes_on_has_its_question_again(fonts):
    said = words_of(cards({"inte": "Mamma ska inte bli uppringd. " * 40}, fonts))
    assert "Vad vill du inte ska hända? (forts.)" in said


def test_eleven_cards_take_two_pages(fonts):
    content = cards({"inte": "Mamma ska inte bli uppringd på natten. " * 200}, fonts)
    assert len(pypdf.PdfReader(io.BytesIO(content)).pages) == 2


def test_the_page_says_which_sheet_version_and_day(fonts):
    said = words_of(cards(CALLS, fonts))
    assert "prov, version 1 · Utskrivet 28 november 2026" in said


def test_signs_without_a_font_stand_as_codes_and_the_card_says_so(fonts):
    said = words_of(cards({"inte": "Musik 🎵"}, fonts))
    assert ("[U+1F3B5]" in said, "finns inte i typsnittet" in said) == (True, True)


def test_a_sheet_with_nothing_for_the_card_gives_no_card(fonts):
    assert cards({"annat": "Nej"}, fonts) == b""


def test_a_blank_card_has_a_line_for_each_empty_row():
    lines = {one["question"]: one["lines"] for one in blank_pocket(SHEET)["entries"]}
    assert lines == {"Vem ringer du?": 3, "Vad vill du inte ska hända?": 2}


def test_blank_cards_are_the_same_bytes_each_time(fonts):
    assert write_blank_pocket(SHEET, fonts) == write_blank_pocket(SHEET, fonts)


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["rign"], "Det finns inget fält ”rign” på bladet. Menade du ”ring”?"),
        (["ring", "ring"], "”ring” står två gånger i ”ficka”."),
        ("ring", "”ficka” ska vara en lista med texter"),
    ],
)
def test_an_editors_slip_under_ficka_has_its_line(names, words):
    found = mistakes(definition(OTHER, ROWS, ficka=names))
    assert [line[: len(words)] for line in found] == [words]


def test_a_question_for_fewer_eyes_may_not_be_on_a_card():
    secret = {**OTHER, "delning": "bara jag och CM"}
    (line,) = mistakes(definition(secret, ficka=["annat"]))
    assert line == "”annat” är bara för dig och CM. Ett kort kan läsas av den som hittar det."
