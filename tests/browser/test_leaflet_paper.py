"""A sheet to give away is one A4, and two in large print; every page on paper says how to point out a mistake."""

import io
from pathlib import Path

import pypdf
import pytest

ROOT = Path(__file__).resolve().parents[2]
SHEETS = [f"information/{f.stem}/" for f in sorted((ROOT / "docs/information").glob("*.md"))]
LARGE = 1.5
"""Twelve points become eighteen: what the reader chooses as the scale when printing."""


def paper(page, scale=1.0):
    """The pages of paper that a page becomes."""
    pdf = page.pdf(tagged=True, prefer_css_page_size=True, scale=scale)
    return pypdf.PdfReader(io.BytesIO(pdf)).pages


@pytest.mark.parametrize(("scale", "most"), [(1.0, 1), (LARGE, 2)])
def test_a_sheet_to_give_away_fits_its_paper(visit, site, scale, most):
    page = visit("", (820, 1180))
    long = {}
    for address in SHEETS:
        page.goto(site.url(address))
        count = len(paper(page, scale))
        if count > most:
            long[address] = count
    assert long == {}


@pytest.mark.parametrize("address", [SHEETS[0], "flikar/9-cmr/andra-modeller/"])
def test_a_printed_page_tells_its_address_to_whoever_finds_a_mistake(visit, address):
    last = paper(visit(address, (820, 1180)))[-1].extract_text()
    assert "Ser du ett fel?" in last
    assert address in last.replace("\n", "")


@pytest.mark.parametrize("address", ["flikar/9-cmr/", "arbetsblad/mal/", "parmar/"])
def test_the_foot_tells_the_pages_own_address_and_sends_nothing(visit, address):
    foot = visit(address).locator(".foot")
    assert foot.locator(".foot__address").inner_text() == address
    assert foot.locator("a[href^='mailto:'], a[href^='http']").count() == 0
