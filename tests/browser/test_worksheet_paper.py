"""A worksheet without script and on paper: readable, fillable, and never cut."""

import pypdf
import pytest
from playwright.sync_api import expect

from tests.browser.sheets import cell, hold_python, line, open_sheet, stop_engine

LONG = "\n".join(f"Rad {n}: något som är viktigt för mig." for n in range(1, 61))


@pytest.fixture
def bare_page(new_context, site):
    """The sheet of goals in a browser without JavaScript."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(site.url("arbetsblad/mal/"))
    return page


@pytest.fixture
def page(context, watch, site):
    """The sheet of goals with script, where Python cannot start."""
    stop_engine(context, watch)
    return open_sheet(context.new_page(), site, "mal")


def text_of(page, tmp_path):
    """The words of the page as it is printed."""
    path = tmp_path / "blad.pdf"
    page.pdf(path=path, format="A4")
    return "\n".join(sheet.extract_text() for sheet in pypdf.PdfReader(path).pages)


def test_without_script_every_question_can_be_answered(bare_page):
    line(bare_page, "drom").fill("Bo nära havet")
    line(bare_page, "mal/1/mal").fill("Sjunga i kören")
    bare_page.locator('[name="mal/1/vikt"]').nth(2).check()
    expect(line(bare_page, "mal/1/mal")).to_have_value("Sjunga i kören")


def test_without_script_no_button_stands_that_does_nothing(bare_page):
    expect(bare_page.locator("form[data-worksheet] button:visible")).to_have_count(0)


def test_without_script_the_page_says_that_nothing_is_kept(bare_page):
    note = bare_page.locator("form[data-worksheet] noscript p")
    assert (note.is_visible(), "inget sparas" in note.inner_text()) == (True, True)


def test_without_script_enter_sends_nothing(bare_page):
    line(bare_page, "datum").press("Enter")
    assert "?" not in bare_page.url


def test_without_script_what_was_filled_in_is_printed(bare_page, tmp_path):
    line(bare_page, "drom").fill(LONG)
    assert "Rad 60: något" in text_of(bare_page, tmp_path)


def test_the_whole_of_a_long_text_is_printed(page, tmp_path):
    line(page, "drom").fill(LONG)
    words = text_of(page, tmp_path)
    assert [n for n in range(1, 61) if f"Rad {n}: något" not in words] == []


def test_the_whole_of_a_long_line_is_printed(page, tmp_path):
    words = " ".join(f"ord{n}" for n in range(200))
    page.locator('[data-rows="mal"] [name$="/om_ett_ar"]').first.fill(words)
    printed = " ".join(text_of(page, tmp_path).split())
    assert [n for n in range(200) if f"ord{n}" not in printed] == []


def test_after_print_the_screen_is_as_before(page, tmp_path):
    line(page, "drom").fill("Bo nära havet")
    text_of(page, tmp_path)
    assert page.locator(".ws-mirror:not(:empty)").count() == 0


def test_no_button_is_printed(page, tmp_path):
    page.get_by_label("hemma").check()
    assert "Ta bort" not in text_of(page, tmp_path)


@pytest.mark.parametrize(("name", "is_told"), [("Noor Fiktiv", True), ("", False)])
def test_only_a_filled_sheet_printed_before_its_picture_is_drawn_says_that_it_is_not_there(
    context, site, tmp_path, name, is_told
):
    hold_python(context)
    page = open_sheet(context.new_page(), site, "natverkskarta")
    cell(page, "personer", 0, "person").fill(name)
    words = " ".join(text_of(page, tmp_path).split())
    assert is_told == ("ritar är inte med på den här utskriften" in words)
