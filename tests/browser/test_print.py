"""A worksheet on paper, as the browser prints it: all the words, room to write, nothing cut."""

import io
import re

import pypdf
import pytest

SHEET = "arbetsblad/mal/"
LONG = " ".join(f"Mening {n} om att laga middag tre kvällar i veckan." for n in range(60))
SMALLEST_PT = 12


def words_of(page):
    """The text of the page as printed to PDF, with every run of space as one."""
    pdf = page.pdf(tagged=True, prefer_css_page_size=True)
    sheets = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return re.sub(r"\s+", " ", " ".join(sheet.extract_text() for sheet in sheets))


@pytest.fixture
def sheet(visit):
    """An open worksheet on a tablet, in the dark: paper must not care."""
    page = visit(SHEET, (820, 1180), color_scheme="dark")
    page.locator("form.ws [data-script]:not([hidden])").first.wait_for()
    return page


def test_a_long_answer_is_printed_to_its_last_word(sheet):
    sheet.locator("form.ws textarea").first.fill(LONG)
    assert LONG in words_of(sheet)


def test_an_answer_of_half_a_page_is_printed_whole_without_scripts(visit):
    # A control cannot be parted between two pages; a longer answer needs the script's mirror.
    page = visit(SHEET, (820, 1180), java_script_enabled=False)
    page.locator("form.ws textarea").first.fill(LONG[:1200])
    assert LONG[:1200] in words_of(page)


def test_a_blank_sheet_prints_every_question(sheet):
    asked = sheet.locator("form.ws .ws-question:visible").all_inner_texts()
    printed = words_of(sheet)
    assert [] == [q for q in asked if re.sub(r"\s+", " ", q).strip() not in printed]


def test_no_button_is_printed(sheet):
    sheet.emulate_media(media="print")
    assert [] == [b.inner_text() for b in sheet.locator("button").all() if b.is_visible()]


def test_a_blank_sheet_leaves_a_line_for_every_written_answer(sheet):
    sheet.emulate_media(media="print")
    low = sheet.locator("form.ws :is(input[type=text], textarea)").evaluate_all(
        """all => all.filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 28)
                     .map((e) => e.name)"""
    )
    assert low == []


def test_no_word_on_paper_is_smaller_than_twelve_points(sheet):
    sheet.emulate_media(media="print")
    small = sheet.locator(
        "main :is(p, li, span, legend, label, h1, h2, h3, input, textarea)"
    ).evaluate_all(
        f"""all => all.filter((e) => e.checkVisibility() && e.getBoundingClientRect().width > 1)
                     .filter((e) => parseFloat(getComputedStyle(e).fontSize) < {SMALLEST_PT} * 96 / 72 - 0.1)
                     .map((e) => `${{e.className}} ${{e.textContent.slice(0, 30)}}`)"""
    )
    assert small == []


def test_paper_is_light_even_when_the_screen_is_dark(sheet):
    sheet.emulate_media(media="print", color_scheme="dark")
    assert sheet.locator("h1").evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"


def test_a_chosen_answer_is_told_apart_by_more_than_colour(sheet):
    choices = sheet.locator("form.ws .ws-choice:visible:has(input[type=radio])")
    choices.first.click()
    sheet.emulate_media(media="print")
    weights = [choices.nth(n).evaluate("e => getComputedStyle(e).fontWeight") for n in (0, 1)]
    assert weights == ["700", "400"]


def test_the_first_page_is_one_paper(visit):
    pdf = visit("").pdf(format="A4", prefer_css_page_size=True)
    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) == 1
