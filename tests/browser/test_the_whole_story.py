"""Kim and Robin fill in six sheets, close the browser, come back, and take home a plan."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader

from tests.browser.sheet import Example, Sheet

PASSPHRASE = "fyra små björnar på väg till kören"
SHEETS = ("mina-kontakter", "natverkskarta", "livsomraden", "mal", "delmal", "personlig-plan")
SHORT = 12
KEPT_FROM_OTHERS = "bara jag och CM"


@pytest.fixture(scope="module")
def examples(built_site: Path) -> dict[str, Example]:
    definitions = json.loads((built_site / "definitions.json").read_text(encoding="utf-8"))
    return {one["id"]: Example.of(one) for one in definitions}


def open_sheet(page: Page, site, worksheet: str) -> Sheet:
    page.goto(site.url(f"arbetsblad/{worksheet}/"))
    return Sheet(page)


def create_binder(page: Page) -> None:
    page.get_by_role("link", name="Pärmar").first.click()
    page.get_by_label("Ny lösenfras").fill(PASSPHRASE)
    page.get_by_role("button", name="Skapa pärm").click()
    expect(page.get_by_role("heading", name="Pärm 1 är öppen")).to_be_visible(timeout=30_000)


def open_binder(context: BrowserContext, site) -> Page:
    page = context.new_page()
    page.goto(site.url("parmar/"))
    page.get_by_label("Lösenfras", exact=True).fill(PASSPHRASE)
    page.get_by_role("button", name="Öppna").click()
    expect(page.get_by_role("heading", name="Pärm 1 är öppen")).to_be_visible(timeout=30_000)
    return page


def own_words(example: Example) -> list[str]:
    """The answers that were typed: long enough not to stand there by chance, and shown as they are."""
    return [
        words
        for name, words in example.answers.items()
        if isinstance(words, str)
        and len(words) > SHORT
        and not name.endswith("/rad")
        and name != "delning"
    ]


def squeezed(words: str) -> str:
    """Words without white space and line-end hyphens, as a page breaks them where it must."""
    return re.sub(r"[\s\u00ad\u200b]+", "", words)


def text_of_pdf(file: Path) -> str:
    return squeezed("".join(page.extract_text() for page in PdfReader(file).pages))


def download(page: Page, button: str, folder: Path) -> Path:
    with page.expect_download(timeout=90_000) as waiting:
        page.get_by_role("button", name=button, exact=True).click()
    target = folder / waiting.value.suggested_filename
    waiting.value.save_as(target)
    return target


def test_six_sheets_are_filled_in_closed_opened_again_and_become_a_plan(
    profile, site, examples: dict[str, Example], tmp_path: Path
) -> None:
    page = profile.open().new_page()
    first = open_sheet(page, site, SHEETS[0])
    expect(first.form).to_contain_text("Inget sparas på den här enheten")
    first.fill(examples[SHEETS[0]])
    first.wait_until("memory")
    create_binder(page)
    for name in SHEETS[1:]:
        sheet = open_sheet(page, site, name)
        sheet.fill(examples[name])
        sheet.page.get_by_role("button", name="Klar", exact=True).click()
        said = sheet.form.locator("[data-notice]")
        expect(said).to_contain_text("Allt på bladet går att läsa.", timeout=60_000)
        sheet.wait_until("saved")
    profile.close()

    page = open_binder(profile.open(), site)
    for name in SHEETS:
        sheet = open_sheet(page, site, name)
        sheet.wait_until("saved")
        sheet.adopt(examples[name])
        found = {k: v for k, v in sheet.read().items() if not k.endswith("/rad")}
        assert sheet.expected(examples[name]) == found, name

    page.goto(site.url("min-plan/"))
    plan = page.locator("[data-plan-document]")
    expect(plan).to_contain_text("Mina mål", timeout=60_000)
    file = download(page, "Ladda ner PDF", tmp_path)
    said = text_of_pdf(file)
    goals = [
        v for k, v in examples["mal"].answers.items() if k.startswith("mal/") and k.endswith("/mal")
    ]
    steps = [v for k, v in examples["delmal"].answers.items() if k.endswith("/gora")]
    names = [v for k, v in examples["mina-kontakter"].answers.items() if k.endswith("/namn")]
    missing = [words for words in [*goals, *steps, *names] if squeezed(words) not in said]

    assert [] == missing
    assert re.fullmatch(r"min-plan-\d{4}-\d\d-\d\d-[a-z]{4}\.pdf", file.name)


def test_everything_typed_on_a_sheet_stands_in_its_pdf(
    context: BrowserContext, site, examples: dict[str, Example], tmp_path: Path
) -> None:
    page = context.new_page()
    lost: dict[str, list[str]] = {}
    for name in SHEETS:
        sheet = open_sheet(page, site, name)
        sheet.fill(examples[name])
        # A sheet that others may see leaves the private answers out of its file.
        sheet.answer("delning", KEPT_FROM_OTHERS)
        sheet.wait_until("memory")
        said = text_of_pdf(download(page, "Ladda ner PDF", tmp_path))
        lost[name] = [words for words in own_words(examples[name]) if squeezed(words) not in said]

    assert {name: [] for name in SHEETS} == lost
