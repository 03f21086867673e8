"""Every sheet of the binder: filled in from its example, saved, opened again, printed, taken home."""

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.browser.conftest import Watch
from tests.browser.sheet import Example, Sheet
from tests.browser.sheets import TABLET, alive, create_binder

DOCS = Path(__file__).resolve().parents[2] / "docs" / "arbetsblad"
SHEETS = sorted(p.stem for p in DOCS.glob("*.md") if p.stem != "index")


@pytest.fixture(scope="module")
def device(browser: Browser) -> Iterator[Page]:
    """One page on one device, in which every sheet is filled in."""
    watch = Watch()
    width, height = TABLET
    context = browser.new_context(locale="sv-SE", viewport={"width": width, "height": height})
    yield watch.attach(context).new_page()
    context.close()
    assert [] == watch.problems


@pytest.fixture
def binder(device: Page, site) -> Page:
    """The same page with a binder open: each sheet stands for itself, whatever became of the last."""
    device.goto(site.url("parmar/"))
    device.locator("[data-binders] > *").first.wait_for()
    if not device.get_by_role("button", name="Lås").is_visible():
        create_binder(device, site)
    return device


@pytest.fixture(scope="module")
def examples(built_site: Path) -> dict[str, Example]:
    definitions = json.loads((built_site / "definitions.json").read_text(encoding="utf-8"))
    return {one["id"]: Example.of(one) for one in definitions}


def squeezed(words: str) -> str:
    return re.sub(r"[\s\u00ad]+", "", words).replace("−", "-")


def printed(page: Page) -> str:
    """The words on paper, without the white space that paper puts between them."""
    file = page.pdf(format="A4", print_background=True)
    return squeezed("".join(one.extract_text() for one in PdfReader(io.BytesIO(file)).pages))


def answered(sheet: Sheet) -> dict[str, str | list[str]]:
    return {name: value for name, value in sheet.read().items() if not name.endswith("/rad")}


@pytest.mark.parametrize("name", SHEETS)
def test_what_is_written_on_a_sheet_is_kept_printed_and_taken_home(
    binder: Page, site, examples: dict[str, Example], name: str
) -> None:
    example = examples[name]
    binder.goto(site.url(f"arbetsblad/{name}/"))
    sheet = Sheet(alive(binder))
    sheet.fill_at_once(example)
    sheet.wait_until("saved")
    binder.reload()
    sheet = Sheet(alive(binder))
    sheet.wait_until("saved")
    sheet.adopt(example)
    written = sheet.expected(example)

    assert written == answered(sheet), "read again"

    on_paper = printed(binder)
    lines = [value for value in written.values() if isinstance(value, str)]

    assert [] == [line for line in lines if squeezed(line) not in on_paper], "printed"

    with binder.expect_download() as waiting:
        binder.get_by_role("button", name="Ladda ner fil").first.click()
    file = json.loads(Path(waiting.value.path()).read_text(encoding="utf-8"))
    kept = {k: v for k, v in file["draft"]["answers"].items() if v and not k.endswith("/rad")}

    assert written == kept, "taken home"
