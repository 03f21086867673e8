import io

import pypdf
import pytest

from ract.export.blank import blank_sheet, write_blank
from ract.fields import KINDS
from ract.wording import FormWording
from tests.ract.builders import worksheet

YES_NO = {"id": "hjalp", "typ": "ja/nej", "fråga": "Hade du hjälp?"}
FIXED = {"kolumn": "del", "värden": ["Kväll", "Natt"]}
PART = {"id": "del", "typ": "text", "fråga": "Vilken del?"}
PLACES = {
    "text": {"answer": "lines", "lines": 1},
    "långtext": {"answer": "lines", "lines": 4},
    "tal": {"answer": "number", "unit": ""},
    "datum": {"answer": "day"},
    "tid": {"answer": "clock"},
    "person": {"answer": "lines", "lines": 1},
    "personer": {"answer": "lines", "lines": 1},
}


def drawn(*fields, **form):
    """What is drawn of the sheet's own questions."""
    sheet = worksheet(*fields, **form)
    return blank_sheet(sheet, FormWording(sheet, {"mal": "Mina mål"}), "Planera")["sections"][1][
        "items"
    ]


def question(**keys):
    """The one question that these keys give, as it is drawn."""
    return drawn({"id": "svar", "fråga": "Vad?", **keys})[0]


def rows(*columns, **keys):
    """The rows that these columns give, as they are drawn."""
    asked = {"id": "steg", "typ": "rader", "fråga": "Vilka steg?", "rad": "Steg"}
    return drawn({**asked, "kolumner": list(columns), **keys})[0]


def column(name, kind="text", words="Vad?", **keys):
    return {"id": name, "typ": kind, "fråga": words, **keys}


@pytest.fixture
def pages(fonts):
    """A function that gives the words on each page of a blank sheet."""

    def writing(*fields):
        sheet = worksheet(*fields)
        content = write_blank(sheet, FormWording(sheet, {}), "Planera", fonts)
        return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]

    return writing


@pytest.mark.parametrize("kind", PLACES)
def test_a_kind_has_its_own_place_to_answer(kind):
    assert question(typ=kind)["answer"] == PLACES[kind]


def test_a_long_answer_has_as_many_lines_as_its_sheet_says():
    assert question(typ="långtext", rader="7")["answer"] == {"answer": "lines", "lines": 7}


def test_a_choice_has_a_box_for_each_option_and_room_for_own_words():
    answer = question(typ="val", alternativ=["hemma", "ute"], **{"egen text": "Annat"})["answer"]
    found = [option["text"] for option in answer["options"]]
    assert (found, answer["own"]) == (["hemma", "ute"], "Annat")


def test_a_choice_of_a_few_says_how_many():
    drawing = question(typ="flerval", alternativ=["sol", "regn", "snö"], högst="2")
    assert drawing["hint"] == "Välj högst 2."


def test_a_numbered_scale_has_a_box_for_each_step():
    steps = question(typ="skala", skala="målnivå")["answer"]["steps"]
    assert [step["number"] for step in steps] == ["−2", "−1", "0", "+1", "+2"]


def test_the_ends_of_a_long_scale_have_words():
    steps = question(typ="skala", skala="nöjd")["answer"]["steps"]
    assert (steps[0]["word"], steps[-1]["word"]) == ("inte alls nöjd", "helt nöjd")


def test_a_scale_of_colours_has_a_word_and_a_shape_for_each():
    options = question(typ="skala", skala="läge")["answer"]["options"]
    assert options == [
        {"text": "grön: som vanligt", "symbol": "circle"},
        {"text": "gul: börjar skava", "symbol": "triangle"},
        {"text": "röd: behöver hjälp", "symbol": "square"},
    ]


def test_a_question_with_a_condition_says_when_it_is_asked():
    then = {"id": "vem", "typ": "text", "fråga": "Vem?", "visas om": {"fält": "hjalp", "är": "ja"}}
    assert drawn(YES_NO, then)[1]["lead"] == "Om ja:"


def test_what_is_fetched_says_where_to_look():
    drawing = question(typ="hämtat", från="mal/mal")
    assert drawing["hint"] == "Står på ”Mina mål”. Skriv av det ni vill ha med här."


def test_two_short_questions_share_the_width():
    pair = drawn({"id": "a", "typ": "datum", "fråga": "Från?"}, column("b", "datum", "Till?"))
    assert [item["item"] for item in pair] == ["pair"]


def test_a_question_that_is_asked_sometimes_has_a_line_to_itself():
    day = {"id": "nar", "typ": "datum", "fråga": "När?", "visas om": {"fält": "hjalp", "är": "ja"}}
    assert [item["item"] for item in drawn(YES_NO, day)] == ["question", "question"]


def test_few_short_columns_are_a_table():
    assert rows(column("vad"), column("nar", "datum"))["item"] == "table"


def test_a_table_is_as_wide_as_the_paper():
    assert sum(rows(column("vad"), column("nar", "datum"))["widths"]) == pytest.approx(170)


@pytest.mark.parametrize(
    "columns",
    [
        [column(name) for name in "abcd"],
        [column("a", "skala", skala="nöjd")],
        [column("a", "långtext")],
        [column("a", words="Vad tycker du själv är " + "mycket " * 8 + "viktigt?")],
        [column("a", "datum", words="Välgörenhetsorganisationsdag?")],
        [column("a", "ja/nej", **{"egen text": "Annat"})],
    ],
)
def test_columns_that_would_be_cramped_in_a_table_are_blocks(columns):
    assert rows(*columns)["item"] == "blocks"


def test_boxes_stand_beside_each_other_where_the_names_have_room_enough():
    asked = column("finns", "val", "Finns det?", alternativ=["ja", "delvis", "nej"])
    drawing = rows(asked, **{"fasta rader": FIXED, "kolumner": [PART, asked]})
    assert [cell["columns"] for row in drawing["rows"] for cell in row["answers"]] == [0, 0]


def test_boxes_stand_under_each_other_where_words_are_to_be_written_too():
    drawing = rows(column("vad"), column("klart", "ja/nej", "Är det klart?"))
    assert drawing["rows"][0]["answers"][1]["columns"] == 1


def test_a_long_row_name_is_given_room():
    wide, narrow = (rows(column("vad"), rad=name)["widths"][0] for name in ("Uppgift hemma", "Del"))
    assert wide > narrow


def test_there_are_as_many_blank_rows_as_the_sheet_says():
    drawing = rows(column("a", "långtext"), **{"tomma rader": "2"})
    assert [row["name"] for row in drawing["rows"]] == ["Steg 1", "Steg 2"]


def test_there_is_a_row_to_write_in_also_when_the_sheet_says_none():
    assert len(rows(column("a"), **{"tomma rader": "0"})["rows"]) == 1


def test_fixed_rows_have_their_names_and_do_not_ask_for_them():
    drawing = rows(PART, column("hur", "långtext", "Hur?"), **{"fasta rader": FIXED})
    found = [(row["name"], [i["question"] for i in row["items"]]) for row in drawing["rows"]]
    assert found == [("Kväll", ["Hur?"]), ("Natt", ["Hur?"])]


def test_a_hint_stands_in_the_first_row_only():
    drawing = rows(column("a", "långtext", hjälp="Kort räcker."), **{"tomma rader": "2"})
    assert [row["items"][0]["hint"] for row in drawing["rows"]] == ["Kort räcker.", ""]


def test_the_band_says_what_and_for_whom(fonts):
    sheet = worksheet(**{"fylls i av": ["brukare", "närstående", "cm"]})
    drawing = blank_sheet(sheet, FormWording(sheet, {}), "Planera")
    assert (drawing["over_title"], drawing["facts"]) == (
        "Flik 7 · Planera",
        "Fylls i av brukaren, närstående och CM/VSS. Tar 10 minuter.",
    )


def test_a_question_is_never_split_over_pages(pages):
    found = pages(
        *({"id": f"f{n}", "typ": "långtext", "fråga": f"Fråga {n}?"} for n in range(30)),
        *(
            {"id": f"d{n}", "typ": "text", "fråga": f"Följd {n}?", "hjälp": "Kort räcker."}
            for n in range(9)
        ),
    )
    together = [page.count("Följd ") == page.count("Kort räcker.") for page in found]
    assert all(together)
    assert len(found) > 5


def test_a_block_of_lines_longer_than_a_page_goes_on(pages):
    found = pages(
        {"id": "lang", "typ": "långtext", "rader": "60", "fråga": "Vad minns du?"},
        {"id": "sist", "typ": "text", "fråga": "Var det allt?"},
    )
    place = next(n for n, words in enumerate(found) if "Var det allt?" in words)
    assert place >= 3


def test_a_row_that_goes_on_over_a_page_has_its_name_there_too(pages):
    columns = [column(f"k{n}", "långtext", f"Del {n}?", rader="6") for n in range(6)]
    asked = {"id": "steg", "typ": "rader", "fråga": "Vilka steg?", "rad": "Steg"}
    found = pages({**asked, "tomma rader": "1", "kolumner": columns})
    assert all("Steg 1" in words for words in found if "Del " in words)


def test_a_sign_that_no_font_has_stands_as_a_code(pages):
    found = pages({"id": "not", "typ": "text", "fråga": "Vad heter 🎵 låten?"})
    assert "Vad heter [U+1F3B5] låten?" in "".join(found)


def test_words_of_a_definition_are_never_code(pages):
    found = pages({"id": "kod", "typ": "text", "fråga": "Vad är #panic() och $x$?"})
    assert "Vad är #panic() och $x$?" in "".join(found)


def test_the_kinds_are_the_ones_that_have_been_drawn():
    choices = {"val", "flerval", "ja/nej", "skala"}
    apart = {"rader", "hänvisning", "hämtat", "uträknat", "bild"}
    assert set(KINDS) == {*PLACES, *choices, *apart, "bekräftelse"}


def test_the_names_of_rows_get_what_the_cells_to_write_in_can_spare():
    item = rows(*(column(name) for name in "abc"), rad="Sak i gult läge")
    assert [38, 44, 44, 44] == item["widths"]
