"""A link on a page leads to a page of the book, to an address, or nowhere."""

import pytest

from macros.book_links import follow, target_of

PAGE = "flikar/1-start/ett/"
TABS = {"start": 0, "flikar/2-mer/": 2, "arbetsblad/mal/": 7}


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("../../../", "start"),
        ("../../2-mer/", "flikar/2-mer/"),
        ("../../2-mer/#mal", "flikar/2-mer/#mal"),
        ("#har", "flikar/1-start/ett/#har"),
        ("https://exempel.se/", ""),
        ("tel:112", ""),
    ],
)
def test_a_link_has_one_place(address, place):
    assert target_of(address, PAGE) == place


def test_a_page_of_the_book_is_led_to_with_its_tab():
    assert follow(PAGE, TABS)("../../2-mer/") == {"to": "flikar/2-mer/", "tab": 2}


def test_an_address_outside_stands_as_one_types_it():
    found = follow(PAGE, TABS)("https://www.exempel.se/st%C3%B6d/")
    assert found == {"url": "https://www.exempel.se/st%C3%B6d/", "address": "exempel.se/stöd"}


def test_a_telephone_number_is_no_address():
    assert follow(PAGE, TABS)("tel:112") == {"url": "tel:112"}


def test_a_page_that_is_only_on_the_screen_leads_nowhere():
    assert follow(PAGE, TABS)("../../../parmar/") == {}
