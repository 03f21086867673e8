import pytest

from ract.document import Answer, Figure, Heading, Note, Table
from ract.filled import EARLIER, HELD_BACK, sheet_document, shown_draft
from ract.model import Written
from ract.sharing import is_held_back, sharing_of
from tests.ract.builders import ROWS, draft, flows, worksheet

PRIVATE = "bara jag och CM"
GROUP = "får visas för gruppen"
TEXT = {"id": "svar", "typ": "text", "fråga": "Vad?"}
SECRET = {"id": "hemligt", "typ": "text", "fråga": "Vem?", "delning": PRIVATE}
HIDDEN = {"id": "mer", "typ": "text", "fråga": "Mer?", "visas om": {"fält": "svar", "ifyllt": "ja"}}
SHEET = worksheet(TEXT, HIDDEN, SECRET, ROWS)


def document(answers=None, rows=None):
    """The document of a sheet with these answers."""
    return sheet_document(SHEET, draft(answers=answers, rows=rows), flows([SHEET]))


def answers(made):
    """The answers of a document, by question."""
    return {b.question: b.text for b in made.blocks if isinstance(b, Answer)}


def test_an_unanswered_question_shows_a_dash():
    assert "–" == answers(document())["Vad?"]


def test_an_answer_stands_with_its_question():
    assert "Hej" == answers(document({"svar": "Hej"}))["Vad?"]


def test_a_question_that_is_not_asked_is_left_out():
    assert "Mer?" not in answers(document({"mer": "gömt"}))


def test_rows_become_a_table():
    made = document({"mal/a/mal": "Sjunga", "mal/a/borjar": "2026-04-01"}, {"mal": ["a"]})
    tables = [block for block in made.blocks if isinstance(block, Table)]
    assert [(("Sjunga", "1 april 2026"),)] == [table.rows for table in tables]


def test_a_cell_that_nobody_filled_shows_a_dash():
    made = document({"mal/a/mal": "Sjunga"}, {"mal": ["a"]})
    tables = [block for block in made.blocks if isinstance(block, Table)]
    assert [(("Sjunga", "–"),)] == [table.rows for table in tables]


def test_a_fixed_row_that_was_skipped_still_stands_there():
    fixed = {**ROWS, "fasta rader": {"kolumn": "mal", "värden": ["Sömn", "Pengar"]}}
    sheet = worksheet(fixed)
    written = {"mal/somn/mal": "Sömn", "mal/pengar/mal": "Pengar", "mal/somn/borjar": "2026-04-01"}
    saved = draft(answers=written, rows={"mal": ["somn", "pengar"]})
    made = sheet_document(sheet, saved, flows([sheet]))
    rows = [block.rows for block in made.blocks if isinstance(block, Table)]
    assert [(("Sömn", "1 april 2026"), ("Pengar", "–"))] == rows


def test_an_answer_without_a_question_is_shown_last():
    made = document({"gammal": "kvar"})
    assert [Heading(1, EARLIER), Answer("gammal", "kvar")] == [made.blocks[-3], made.blocks[-1]]


def test_an_answer_without_a_question_is_held_back_from_the_group():
    made = document({"gammal": "kvar", "delning": GROUP})
    assert [Heading(1, EARLIER), Note(HELD_BACK)] == list(made.blocks[-2:])


def test_the_foot_tells_the_day_the_sheet_and_its_version():
    assert "Provblad, 27 mars 2026 · prov, version 1" == document({"datum": "2026-03-27"}).foot


def test_the_band_tells_the_tab():
    assert "Flik 7 · Arbetsblad" == document().over_title


def test_a_private_answer_stands_on_a_private_sheet():
    assert "Grannen" == answers(document({"hemligt": "Grannen"}))["Vem?"]


def test_a_private_answer_is_held_back_from_a_sheet_for_the_group():
    assert HELD_BACK == answers(document({"hemligt": "Grannen", "delning": GROUP}))["Vem?"]


def test_what_is_fetched_from_a_more_private_sheet_is_held_back():
    source = worksheet(TEXT, sheet_id="kalla")
    target = worksheet({"id": "h", "typ": "hämtat", "från": "kalla/svar", "fråga": "Vad?"})
    written = draft(answers={"delning": GROUP})
    made = sheet_document(
        target, written, flows([source, target], draft("kalla", {"svar": "gömt"}))
    )
    assert HELD_BACK == answers(made)["Vad?"]


@pytest.mark.parametrize(
    ("words", "expected"), [("", PRIVATE), ("påhittat", PRIVATE), (GROUP, GROUP)]
)
def test_an_unanswered_sharing_is_the_most_private(words, expected):
    assert expected == sharing_of(Written({"delning": words}))


@pytest.mark.parametrize(
    ("field", "sheet", "expected"),
    [
        (PRIVATE, GROUP, True),
        (PRIVATE, PRIVATE, False),
        (GROUP, PRIVATE, False),
        ("", GROUP, False),
    ],
)
def test_a_field_is_held_back_from_more_eyes_than_its_own(field, sheet, expected):
    assert expected is is_held_back(field, sheet)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ({"hemligt": "x", "delning": GROUP}, ["delning"]),
        ({"hemligt": "x"}, ["hemligt"]),
        ({"mer": "gömt"}, []),
        ({"gammal": "kvar"}, ["gammal"]),
        ({"gammal": "kvar", "delning": GROUP}, ["delning"]),
    ],
)
def test_the_data_in_a_pdf_holds_only_what_the_pdf_shows(written, kept):
    assert kept == list(shown_draft(SHEET, draft(answers=written), flows([SHEET])).written.answers)


def test_a_private_column_is_left_out_of_the_data_in_a_pdf():
    columns = [ROWS["kolumner"][0], {**ROWS["kolumner"][1], "delning": PRIVATE}]
    sheet = worksheet({**ROWS, "kolumner": columns})
    written = {"mal/a/mal": "Sjunga", "mal/a/borjar": "2026-04-01", "delning": GROUP}
    saved = draft(answers=written, rows={"mal": ["a"]})
    kept = shown_draft(sheet, saved, flows([sheet])).written.answers
    assert ["mal/a/mal", "delning"] == list(kept)


def map_of(*feelings, **answers):
    """The pictures on the paper of a map with a person for each feeling."""
    cells = {f"r/x{n}/kanns": words for n, words in enumerate(feelings)}
    cells |= {f"r/x{n}/vem": f"Person {n}" for n in range(len(feelings))}
    rows = {"r": [f"x{n}" for n in range(len(feelings))]}
    made = sheet_document(MAP, draft(answers={**cells, **answers}, rows=rows), flows([MAP]))
    return [str(block.as_data()) for block in made.blocks if isinstance(block, Figure)]


MAP = worksheet(
    {
        "id": "r",
        "typ": "rader",
        "fråga": "Vilka?",
        "rad": "Person",
        "kolumner": [
            {"id": "vem", "typ": "text", "fråga": "Vem?"},
            {"id": "del", "typ": "val", "fråga": "Var?", "alternativ": ["familj", "vänner"]},
            {"id": "nara", "typ": "skala", "skala": "närhet", "fråga": "Hur nära?"},
            {
                "id": "kanns",
                "typ": "val",
                "fråga": "Hur känns det?",
                "alternativ": ["bra", "blandat", "svårt"],
                "delning": PRIVATE,
            },
        ],
    },
    {
        "id": "karta",
        "typ": "bild",
        "bild": "nätverkskarta",
        "fråga": "Karta",
        "av": {"rader": "r", "namn": "vem", "sektor": "del", "närhet": "nara", "känsla": "kanns"},
    },
)


def test_a_picture_stands_on_the_filled_sheet():
    assert ["Person 0" in picture for picture in map_of("svårt")] == [True]


def test_no_picture_is_drawn_of_nothing():
    assert map_of() == []


def test_a_picture_for_more_eyes_leaves_out_what_is_private():
    [picture] = map_of("svårt", delning=GROUP)
    assert "Person 0" in picture
    assert "svårt" not in picture
