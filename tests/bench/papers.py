"""How long a person waits for a long plan as PDF: the first, when Typst is fetched too, and the next."""

import time

import pypdf
from playwright.sync_api import Page, expect

from tests.bench.stage import PATIENCE_MS, Stage
from tests.bench.table import Row

PUT = """async ([address, drafts]) => {
  const session = await (await import(address)).resumeSession();
  for (const draft of drafts) await session.save(draft);
}"""
# As many goals as fill the pages.
GOALS, PAGES = 62, 10
WORDS = {
    "mal": "Kim vill sjunga i kören igen, nummer {}. Det är på tisdagar, och det är långt dit. ",
    "varfor": "Det var roligt förr, och där finns folk som Kim tycker om att träffa, nummer {}. ",
}


def long_plan() -> dict:
    """The sheet of goals, with so many that the plan becomes long."""
    ids = [f"m{n}" for n in range(GOALS)]
    answers = {
        f"mal/{i}/{column}": words.format(i) * 2 for i in ids for column, words in WORDS.items()
    }
    blank = {"worksheet": "mal", "version": 1, "rev": 0, "saved_at": ""}
    return {"id": "1" * 16, **blank, "answers": answers, "rows": {"mal": ids}}


def pdf(page: Page) -> float:
    """How many seconds it took from the press until the whole file was there."""
    start = time.monotonic()
    with page.expect_download(timeout=PATIENCE_MS) as waiting:
        page.get_by_role("button", name="Ladda ner PDF").click()
    path = waiting.value.path()
    seconds = time.monotonic() - start
    pages = len(pypdf.PdfReader(path).pages)
    assert pages == PAGES, pages
    return seconds


def first_and_next(stage: Stage) -> tuple[float, float]:
    """The two on a device that has never been here, when Python is ready."""
    with stage.device() as context:
        page = context.new_page()
        page.goto(stage.site.url("parmar/"))
        page.evaluate(PUT, [stage.site.url("assets/js/storage/session.js"), [long_plan()]])
        page.goto(stage.site.url("min-plan/"))
        button = page.get_by_role("button", name="Ladda ner PDF")
        expect(button).to_be_visible(timeout=PATIENCE_MS)
        return pdf(page), pdf(page)


def measure(stage: Stage, runs: int) -> list[Row]:
    """The lines about the plan as PDF."""
    first, following = zip(*(first_and_next(stage) for _ in range(runs)), strict=True)
    return [
        Row(f"Plan på {PAGES} sidor som PDF, den första", first, "s", 4),
        Row(f"Plan på {PAGES} sidor som PDF, nästa", following, "s", 0.5),
    ]
