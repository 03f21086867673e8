"""Beside every worksheet's page lie its blank sheet and its questionnaire, and the page leads to paper."""

import json
from urllib.parse import urljoin

import pytest

BLANK = "Skriv ut tomt blad (PDF)"


@pytest.fixture(scope="module")
def sheets(built_site):
    """The id of every sheet that the site publishes."""
    definitions = json.loads((built_site / "definitions.json").read_text(encoding="utf-8"))
    return [definition["id"] for definition in definitions]


def test_every_sheet_has_its_blank_pdf(built_site, sheets):
    files = {name: built_site / "arbetsblad" / name / f"{name}.pdf" for name in sheets}
    assert [] == [n for n, file in files.items() if not file.read_bytes().startswith(b"%PDF-")]


def test_every_sheet_has_its_questionnaire(built_site, sheets):
    files = {name: built_site / "arbetsblad" / name / "questionnaire.json" for name in sheets}
    read = {name: json.loads(file.read_text(encoding="utf-8")) for name, file in files.items()}
    assert sheets == [name for name, questionnaire in read.items() if questionnaire["id"] == name]


def test_every_sheets_page_leads_to_its_blank_pdf(page, sheets):
    wrong = []
    for name in sheets:
        found = page(f"arbetsblad/{name}/index.html")
        links = [e.attributes for e in found.all("a") if e.attributes["href"] == f"{name}.pdf"]
        # A PDF in the same tab would take what is only in memory away with the page.
        if BLANK not in found.html or [link.get("target") for link in links] != ["_blank"]:
            wrong.append(name)
    assert wrong == []


def test_everything_in_the_table_of_sheets_exists(built_site, page):
    path = "om/bladtabell/index.html"
    addresses = {
        urljoin(f"/{path}", element.attributes["href"])
        for element in page(path).all("a")
        if "/arbetsblad/" in element.attributes.get("href", "")
    }
    files = {address + ("index.html" if address.endswith("/") else "") for address in addresses}
    assert (len(files) > 3, [f for f in files if not (built_site / f[1:]).is_file()]) == (True, [])
