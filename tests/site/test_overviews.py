"""Every sheet is found in every overview of the built site, and in the list of its tab."""

import re

import pytest

from macros.catalogue import read_catalogue

OVERVIEWS = [
    "oversikt/index.html",
    "oversikt/tolv-steg/index.html",
    "oversikt/vem-fyller-i/index.html",
    "oversikt/karna-och-tillval/index.html",
    "arbetsblad/index.html",
]
TABS = {7: "flikar/7-kartlaggning/index.html", 8: "flikar/8-genomforande-blad/index.html"}


def linked(page):
    """Return the ids of the sheets that a page's own text links to, in order."""
    words = page.html.split("<h1", 1)[1]
    return re.findall(r'<a href="[./]*(?:arbetsblad/)?([a-z0-9-]+)/">', words)


@pytest.mark.parametrize("path", OVERVIEWS)
def test_an_overview_links_to_every_sheet(root, page, path):
    assert set() == set(read_catalogue(root / "docs").worksheets) - set(linked(page(path)))


@pytest.mark.parametrize(("tab", "path"), TABS.items())
def test_a_tab_lists_its_own_sheets(root, page, tab, path):
    sheets = read_catalogue(root / "docs").worksheets.values()
    assert set() == {sheet.id for sheet in sheets if sheet.tab == tab} - set(linked(page(path)))


def test_a_tab_lists_its_sheets_in_the_order_of_the_work(page):
    wanted = ["forsta-traffen", "mina-kontakter", "livsomraden", "mal", "delmal", "personlig-plan"]
    found = [name for name in linked(page(TABS[7])) if name in wanted]
    assert found == wanted
