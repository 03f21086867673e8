"""A volume on paper: nothing is cut, links have page numbers, and the same words give the same bytes."""

import io
import re

import pypdf
import pytest

from ract.export.book import LARGE_SIZE, LEAFLET_SIZES, TEXT_SIZE, count_pages, write_book

LONG = "Resursgruppsmötesanteckningsuppföljningsblankettsammanställning" * 4


def words(text, **more):
    return [{"text": text, **more}]


def paragraph(*runs):
    return {"block": "paragraph", "runs": [run for one in runs for run in one]}


def chapter(*blocks, label="a/", title="Sidans namn", marks=()):
    return {
        "label": label,
        "title": title,
        "over_title": "Flik 3",
        "foot": "Flik 3",
        "gist": "Det viktigaste.",
        "facts": [["Lästid", "1 minut"]],
        "blocks": list(blocks),
        "sources": [words("F0: Pärmen")],
        "marks": list(marks),
    }


def volume(*chapters, sizes=(TEXT_SIZE,), cover=False, alone=False, terms=()):
    part = {"tab": 3, "heading": "Flik 3 · Plan", "label": "del-3", "divided": not alone}
    return {
        "title": "Bok", "subtitle": "", "gist": "", "checked": "", "sizes": list(sizes),
        "large": LARGE_SIZE in sizes, "cover": cover, "alone": alone, "tab": 3,
        "terms": list(terms), "parts": [{**part, "chapters": list(chapters)}],
    }  # fmt: skip


@pytest.fixture
def read(fonts):
    """A function that sets a volume and gives it back as a reader."""
    return lambda content: pypdf.PdfReader(io.BytesIO(write_book(content, fonts)))


def text_of(reader):
    return "\n".join(page.extract_text() for page in reader.pages)


def unspaced(text):
    return re.sub(r"\s", "", text)


def sizes_of(reader):
    """The sizes of all letters that stand in a volume."""
    found = set()

    def note(text, _cm, tm, _font, size):
        if text.strip():
            found.add(round(abs(tm[3]) * size, 1))

    for page in reader.pages:
        page.extract_text(visitor_text=note)
    return found


def heights_of(reader):
    """How far above the page's lower edge all words stand, in points."""
    found = []

    def note(text, cm, tm, _font, _size):
        if text.strip():
            found.append(cm[3] * tm[5] + cm[5])

    for page in reader.pages:
        page.extract_text(visitor_text=note)
    return found


def strokes_of(reader):
    """How many lines are drawn on a volume's pages."""
    return sum(page.get_contents().get_data().split().count(b"S") for page in reader.pages)


def test_the_same_words_give_the_same_bytes(fonts):
    content = volume(chapter(paragraph(words("Ord."))), cover=True)
    assert write_book(content, fonts) == write_book(content, fonts)


def test_a_word_longer_than_a_line_is_whole(read):
    assert LONG in unspaced(text_of(read(volume(chapter(paragraph(words(LONG)))))))


def test_a_word_longer_than_its_column_is_whole(read):
    table = {
        "block": "table", "caption": [], "header": [words("A"), words("B")],
        "rows": [[words(LONG), words("Ja.")]], "widths": [60, 4],
    }  # fmt: skip
    assert LONG in unspaced(text_of(read(volume(chapter(table)))))


def test_a_table_over_many_pages_has_every_row_and_its_header_on_each(read):
    rows = [[words(f"Rad {n}"), words("ett svar " * 8)] for n in range(120)]
    table = {
        "block": "table", "caption": [], "header": [words("Namn"), words("Svar")],
        "rows": rows, "widths": [10, 40],
    }  # fmt: skip
    reader = read(volume(chapter(table), alone=True))
    text = text_of(reader)
    assert [n for n in range(120) if not re.search(rf"Rad {n}\b", text)] == []
    assert text.count("Namn") == len(reader.pages) > 1


def test_a_table_too_wide_for_paper_has_every_word(read):
    header = [words(f"Kolumn {n}") for n in range(9)]
    row = [words(f"Svar {n}") for n in range(9)]
    item = {"block": "records", "caption": [], "header": header, "rows": [row], "widths": []}
    text = text_of(read(volume(chapter(item))))
    wanted = [f"Kolumn {n}: Svar {n}" for n in range(9)]
    assert [one for one in wanted if one not in " ".join(text.split())] == []


def test_a_link_in_the_volume_has_its_page(read):
    link = paragraph(words("Mål", to="b/", tab=3))
    text = text_of(read(volume(chapter(link), chapter(label="b/", title="Mål"))))
    assert "Mål (s. 3)" in text.replace("\xa0", " ")


def test_a_link_to_a_part_of_a_page_has_the_page_of_that_part(read):
    link = paragraph(words("Mål", to="b/#x", tab=3))
    filling = [paragraph(words("Ord. " * 900)), paragraph([{"anchor": "b/#x"}, {"text": "Här."}])]
    text = text_of(read(volume(chapter(link), chapter(*filling, label="b/"))))
    assert "Mål (s. 4)" in text.replace("\xa0", " ")


def test_a_link_to_another_tab_names_the_tab(read):
    link = paragraph(words("Krisplan", to="c/", tab=7))
    assert "Krisplan (flik 7)" in text_of(read(volume(chapter(link))))


def test_a_link_that_says_its_tab_does_not_say_it_twice(read):
    link = words("bladen i flik 7", to="arbetsblad/mal/", tab=7)
    assert "bladen i flik 7." in text_of(read(volume(chapter(paragraph(link, words("."))))))


def test_an_address_stands_on_the_paper(read):
    link = paragraph(words("Lagen", url="https://exempel.se/lag", address="exempel.se/lag"))
    assert "Lagen (exempel.se/lag)" in text_of(read(volume(chapter(link))))


def test_the_index_has_the_pages_that_marks_stand_on(read):
    terms = [{"letter": "M", "entries": [{"name": "Mål", "id": "mal", "to": "o/#mal"}]}]
    glossary = chapter(paragraph([{"anchor": "o/#mal"}, {"text": "Mål"}]), label="o/")
    about = chapter(paragraph([{"mark": "mal"}, {"text": "Mål"}]))
    text = text_of(read(volume(about, glossary, terms=terms, cover=True)))
    assert "Mål 5, 4" in text.replace("\u2060", "")


def test_a_leaflet_has_the_largest_letters_that_fit_its_page(read):
    short = read(volume(chapter(paragraph(words("Ord."))), sizes=LEAFLET_SIZES, alone=True))
    long = read(volume(chapter(paragraph(words("Ord. " * 700))), sizes=LEAFLET_SIZES, alone=True))
    assert [len(short.pages), len(long.pages)] == [1, 1]
    assert (14.0 in sizes_of(short), 14.0 in sizes_of(long)) == (True, False)


def test_large_print_has_no_smaller_letters(read):
    content = volume(chapter(paragraph(words("Ord. " * 300))), sizes=(LARGE_SIZE,), alone=True)
    assert min(sizes_of(read(content))) == LARGE_SIZE


def test_no_heading_is_left_behind_by_the_list_under_it(read):
    item = {"block": "list", "ordered": True, "start": 1, "items": [[paragraph(words("Först."))]]}
    heading = {"block": "heading", "level": 1, "runs": words("Gör så här")}
    lines = [paragraph(words("Ord."))] * 30
    left = []
    for number in range(10, 26):
        reader = read(
            volume(chapter(*lines[:number], heading, item), sizes=(LARGE_SIZE,), alone=True)
        )
        pages = [page.extract_text() for page in reader.pages]
        left += [number for text in pages if "Gör så här" in text and "Först." not in text]
    assert left == []


def test_a_long_title_at_the_foot_of_large_print_is_well_within_the_page(read):
    title = "Till dig som är inbjuden till en grupp med många personer i"
    reader = read(volume(chapter(paragraph(words("Ord.")), title=title), sizes=(18,), alone=True))
    assert min(heights_of(reader)) > 28  # 10 millimetres, which most printers can print


def test_a_line_to_write_on_is_drawn(read):
    fill_in = {**paragraph(words("Min person:")), "pen": True}
    plain, lined = (
        read(volume(chapter(one))) for one in (paragraph(words("Min person:")), fill_in)
    )
    assert strokes_of(lined) == strokes_of(plain) + 1


def test_words_are_never_read_as_code(read):
    code = "#panic() *fet* $x$ [hak] \\ @a <b>"
    assert code in text_of(read(volume(chapter(paragraph(words(code)), title=code))))


def test_a_sign_that_the_font_lacks_stands_as_its_code(read):
    assert "[U+1F3B5]" in text_of(read(volume(chapter(paragraph(words("Sång \U0001f3b5"))))))


def test_the_pages_are_counted(fonts):
    content = write_book(volume(chapter(), chapter(label="b/")), fonts)
    assert count_pages(content) == len(pypdf.PdfReader(io.BytesIO(content)).pages) == 3
