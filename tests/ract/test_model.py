import pytest

from ract.model import Written, clean
from tests.ract.builders import worksheet


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("rad ett\r\nrad två", "rad ett\nrad två"),
        ("rad ett\rrad två", "rad ett\nrad två"),
        ("a\x00b", "a\ufffdb"),
        ("a\ud800b", "a\ufffdb"),
        ("a\x1bb", "a\ufffdb"),
        ("en\ttabb", "en\ttabb"),
        ("å ä ö – ” ’ …", "å ä ö – ” ’ …"),
        ("🎵", "🎵"),
    ],
)
def test_text_is_cleaned_of_what_cannot_be_shown(raw, expected):
    assert expected == clean(raw)


def test_an_unwritten_answer_is_blank():
    assert "" == Written().text("svar")


def test_an_answer_loses_its_outer_space():
    assert "hej" == Written({"svar": "  hej \n"}).text("svar")


def test_a_list_of_answers_reads_as_one_text():
    assert "ett, två" == Written({"svar": ["ett", "två"]}).text("svar")


def test_a_single_answer_reads_as_a_list_of_one():
    assert ("ett",) == Written({"svar": "ett"}).texts("svar")


def test_blank_options_are_left_out():
    assert ("ett",) == Written({"svar": ["", " ", "ett"]}).texts("svar")


def test_rows_keep_the_persons_order():
    assert ("b", "a") == Written({}, {"mal": ["b", "a"]}).row_ids("mal")


def test_a_field_without_rows_has_none():
    assert () == Written().row_ids("mal")


def test_a_sheet_begins_and_ends_with_what_all_sheets_share():
    headings = [section.heading for section in worksheet().all_sections()]
    assert ["Om det här tillfället", "Frågor", "Till sist"] == headings


def test_a_field_is_found_by_its_id():
    assert "Vad?" == worksheet().field("svar").question


def test_an_unknown_field_is_none():
    assert worksheet().field("okand") is None
