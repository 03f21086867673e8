import datetime
import io
import json
import sys

import pikepdf
import pypdf
import pytest

from ract.document import Answer, Document, Figure, Heading, ItemList, Note, Paragraph, Table
from ract.errors import MissingPartError
from ract.export.pdf import Attachment, column_widths, picture_width, stepwise, write_pdf
from ract.pictures.drawing import Box, Drawing
from tests.ract.pictures.sheets import NETWORK, drawn

NOW = datetime.datetime(2026, 11, 22, 14, 32, 5, tzinfo=datetime.UTC)
DATA = Attachment("svar.json", json.dumps({"svar": "å 🎵"}).encode(), "Svaren som data")
BLOCKS = (
    Heading(1, "Mina mål"),
    Answer("Vad vill du?", "Sjunga i kören"),
    Heading(2, "Insatser"),
    Table("Insatser", ("Vem", "Vad"), tuple((f"Person {n}", "Ringer") for n in range(60))),
    ItemList(("Kommun: Boendestöd", "Region: Samtal")),
    Note("Sammansatt den 22 november 2026"),
)


@pytest.fixture(scope="module")
def write(fonts):
    """A function that writes blocks as a PDF."""

    def writing(*blocks, attachment=DATA):
        made = Document(
            title="Min plan", over_title="Personlig plan", foot="Min plan", blocks=blocks
        )
        return write_pdf(made, attachment, NOW, fonts)

    return writing


@pytest.fixture(scope="module")
def pdf(write):
    """A whole PDF, opened."""
    return pikepdf.open(io.BytesIO(write(*BLOCKS)))


def text(content):
    """All text of a PDF, with every break as one space."""
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def tags(pdf):
    """Every tag of the structure tree with its element."""

    def walk(node):
        if isinstance(node, pikepdf.Array):
            for kid in node:
                yield from walk(kid)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                yield str(node.S), node
            if "/K" in node:
                yield from walk(node.K)

    return list(walk(pdf.Root.StructTreeRoot.K))


def test_the_language_is_swedish(pdf):
    assert "sv" == str(pdf.Root.Lang)


def test_the_pdf_is_marked_as_tagged(pdf):
    assert bool(pdf.Root.MarkInfo.Marked)


def test_the_title_is_in_the_document_and_shown_in_the_window(pdf):
    title = pdf.open_metadata()["dc:title"]
    assert ("Min plan", True) == (title, bool(pdf.Root.ViewerPreferences.DisplayDocTitle))


def test_it_says_that_it_follows_pdf_ua_and_pdf_a(pdf):
    data = pdf.open_metadata()
    assert ("1", "3", "A") == (
        data["pdfuaid:part"],
        data["pdfaid:part"],
        data["pdfaid:conformance"],
    )


def test_headings_are_tagged_by_level(pdf):
    assert ["/H1", "/H2"] == [tag for tag, _ in tags(pdf) if tag in {"/H1", "/H2", "/H3"}]


def test_every_header_cell_says_that_it_heads_a_column(pdf):
    cells = [node for tag, node in tags(pdf) if tag == "/TH"]
    scopes = {str(item.Scope) for node in cells for item in as_list(node.A) if "/Scope" in item}
    assert (2, {"/Column"}) == (len(cells), scopes)


def as_list(value):
    """A PDF value that may be one or several, as several."""
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def test_headings_are_bookmarks(pdf):
    with pdf.open_outline() as outline:
        found = [(item.title, [child.title for child in item.children]) for item in outline.root]
    assert [("Mina mål", ["Insatser"])] == found


def test_the_header_row_is_repeated_on_each_page(write):
    pages = pypdf.PdfReader(io.BytesIO(write(*BLOCKS))).pages
    assert all("Vem" in page.extract_text() for page in pages[:2])


def test_each_page_tells_its_number_and_how_many_there_are(write):
    pages = pypdf.PdfReader(io.BytesIO(write(*BLOCKS))).pages
    expected = [
        f"Sida {n} av {len(pages)}" in page.extract_text() for n, page in enumerate(pages, 1)
    ]
    assert {True} == set(expected)


def test_the_day_of_printing_stands_in_the_foot(write):
    assert "Utskrivet 22 november 2026" in text(write(*BLOCKS))


def test_the_data_lies_inside_as_it_was_written(pdf):
    assert DATA.data == pdf.attachments["svar.json"].get_file().read_bytes()


def test_a_pdf_needs_no_data_inside(write):
    assert 0 == len(pikepdf.open(io.BytesIO(write(attachment=None))).attachments)


@pytest.mark.parametrize(
    "words",
    [
        "å ä ö Å Ä Ö é ü – — ” ’ … • §",
        "Łódź, Čapek, Şahin, Đorđe",
        "<script>alert(1)</script> {{ 7*7 }} #eval($x$) *fet* _kursiv_ = Rubrik @ref \\ [a] `b`",
        "// ingen kommentar /* inte heller */ https://exempel.invalid",
        "__proto__ constructor",
        "Привет, مرحبا",
        "Hon sa \"hej\" och 'hå'",
        "1. inte en lista - inte heller",
    ],
)
def test_what_was_typed_is_what_the_pdf_says(write, words):
    assert words in text(write(Answer("Fråga?", words))).replace("\u202b", "").replace("\u202c", "")


def test_line_breaks_are_kept(write):
    page = pypdf.PdfReader(io.BytesIO(write(Answer("Fråga?", "rad ett\nrad två")))).pages[0]
    assert "rad ett\nrad två" in page.extract_text()


def test_twenty_thousand_characters_are_all_there(write):
    words = " ".join(f"ord{n}" for n in range(2_500))
    found = text(write(Answer("Fråga?", words)))
    assert 2_500 == sum(f"ord{n}" in found.split() for n in range(2_500))


def test_a_word_of_three_hundred_characters_breaks_and_loses_nothing(write):
    word = "abcdefghij" * 30
    content = write(Answer("Fråga?", word))
    with_breaks = pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text()
    assert (True, False) == (word in with_breaks.replace("\n", ""), word in with_breaks)


@pytest.mark.parametrize(
    "kind", [Paragraph("🎵"), Heading(2, "🎵"), ItemList(("🎵",)), Table("🎵", ("🎵",), (("🎵",),))]
)
def test_a_sign_that_no_font_has_is_shown_as_a_code(write, kind):
    assert "[U+1F3B5]" in text(write(kind))


def test_it_is_told_that_signs_were_replaced(write):
    assert "Några tecken finns inte i typsnittet" in text(write(Paragraph("中文")))


def test_many_signs_that_no_font_has_do_not_stop_the_pdf(write):
    signs = [chr(0x1F600 + n) for n in range(80)]
    found = text(write(Paragraph("".join(signs)))).replace(" ", "")
    assert [] == [s for s in signs if s not in found and f"[U+{ord(s):04X}]" not in found]


def test_headings_go_down_one_level_at_a_time():
    made = stepwise([Heading(3, "a"), Heading(3, "b"), Heading(1, "c"), Heading(3, "d")])
    assert [1, 2, 1, 2] == [block.level for block in made]


def test_the_same_words_and_time_give_the_same_bytes(write):
    assert write(*BLOCKS) == write(*BLOCKS)


def test_without_typst_the_missing_part_is_named(write, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingPartError) as caught:
        write(*BLOCKS)
    assert "typst" == caught.value.part


def test_no_column_is_narrower_than_its_longest_word():
    widths = column_widths(("Vem", "Vad"), [("Gun", "Kommunikationshjälpmedel")])
    assert widths[1] > len("Kommunikationshjälpmedel")


def test_a_picture_is_a_figure_with_its_sentence(write):
    map_ = drawn(NETWORK, ("Noor", "vänner", "4", "bra"))
    made = pikepdf.open(io.BytesIO(write(Heading(1, "Karta"), Figure(map_))))
    assert [str(node.Alt) for tag, node in tags(made) if tag == "/Figure"] == [map_.alt]


def test_a_sign_without_a_letter_form_does_not_stop_a_picture(write):
    map_ = drawn(NETWORK, ("Noor 🎵", "vänner", "4"))
    assert b"%PDF" in write(Heading(1, "Karta"), Answer("Vem?", "Noor 🎵"), Figure(map_))


@pytest.mark.parametrize(
    ("size", "expected"), [((100, 100), 26.0), ((2000, 500), 166.0), ((500, 2000), 53.8)]
)
def test_a_picture_is_never_wider_than_the_line_nor_higher_than_the_page(size, expected):
    assert expected == picture_width(Drawing(Box(0, 0, *size), "", ()))
