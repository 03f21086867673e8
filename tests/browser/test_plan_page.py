"""The page Min plan: shows the plan, says what is missing, and hands it out."""

import io
import json
from collections.abc import Iterator

import pypdf
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watch
from tests.browser.sheets import AXE, TABLET, stop_engine

PUT = """async ([address, drafts]) => {
  const session = await (await import(address)).resumeSession();
  for (const draft of drafts) await session.save(draft);
}"""
LOCK = "async (address) => { await (await (await import(address)).resumeSession()).lock(); }"
CHECK = """async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const found = await axe.run("main", {runOnly: tags});
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`);
}"""
CODE = "<img src=x onerror=alert(1)> {{ 7*7 }} __proto__"
GOAL = "Jag vill sjunga i kören – å ä ö ” ’ …"


def draft(worksheet="mal", number=1, answers=None, rows=None) -> dict:
    """A draft that nobody has saved yet."""
    return {
        "id": f"{number:016x}",
        "worksheet": worksheet,
        "version": 1,
        "rev": 0,
        "saved_at": "",
        "answers": answers or {"mal/m1/mal": GOAL, "mal/m1/varfor": CODE},
        "rows": rows or {"mal": ["m1"]},
    }


def with_drafts(page: Page, site, *drafts) -> Page:
    """The plan, put together from drafts that are only in memory."""
    page.goto(site.url("parmar/"))
    page.evaluate(PUT, [site.url("assets/js/storage/session.js"), list(drafts)])
    page.goto(site.url("min-plan/"))
    return page


@pytest.fixture
def open_plan(visit, site):
    """A function that opens the page with some drafts in memory."""
    return lambda *drafts, size=TABLET: with_drafts(visit("parmar/", size), site, *drafts)


def test_sheets_that_cannot_be_read_are_told_of(visit, site):
    page = visit("parmar/")
    page.evaluate(
        "async (address) => void (await (await import(address)).createBinder('en lösenfras som är lång'))",
        site.url("assets/js/storage/session.js"),
    )
    page.add_init_script("""
      IDBDatabase.prototype.transaction = () => { throw new DOMException("broken", "UnknownError"); };
    """)
    page.goto(site.url("min-plan/"))
    expect(page.locator("[data-plan-alert]")).to_contain_text(
        "Bladen går inte att läsa på enheten just nu."
    )
    expect(page.locator("[data-plan-state]")).to_be_empty()


@pytest.fixture(scope="module")
def plan_page(browser: Browser, site) -> Iterator[Page]:
    """The page with one goal on it, for all the tests that leave it as it is."""
    watch = Watch()
    width, height = TABLET
    context = browser.new_context(locale="sv-SE", viewport={"width": width, "height": height})
    page = with_drafts(watch.attach(context).new_page(), site, draft())
    expect(page.get_by_role("button", name="Ladda ner PDF")).to_be_visible(timeout=60_000)
    yield page
    context.close()
    assert [] == watch.problems


def test_a_goal_written_on_its_sheet_stands_in_the_plan(plan_page):
    expect(plan_page.get_by_role("heading", name=f"Mål 1: {GOAL}")).to_be_visible()


def test_code_in_an_answer_is_only_words(plan_page):
    expect(plan_page.locator("[data-plan-document] dd").first).to_have_text(CODE)


def test_what_is_missing_leads_to_its_question(plan_page, site):
    link = plan_page.get_by_role("link", name="Vilka insatser som behövs.")
    address = link.evaluate("link => link.href")
    assert site.url("arbetsblad/personlig-plan/#insatser_behov") == address


def test_the_page_says_that_nothing_is_kept(plan_page):
    expect(plan_page.locator("[data-plan-state]")).to_contain_text("Du har ingen pärm öppen.")


def test_the_pdf_holds_the_goal(plan_page):
    with plan_page.expect_download(timeout=90_000) as waiting:
        plan_page.get_by_role("button", name="Ladda ner PDF").click()
    content = waiting.value.path().read_bytes()
    assert GOAL in pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text()


def test_the_file_holds_the_goal(plan_page):
    with plan_page.expect_download() as waiting:
        plan_page.get_by_role("button", name="Ladda ner fil (JSON)").click()
    plan = json.loads(waiting.value.path().read_bytes())["plan"]
    assert {"block": "heading", "level": 2, "text": f"Mål 1: {GOAL}"} in plan["blocks"]


def test_an_empty_page_says_where_to_begin(open_plan):
    page = open_plan()
    expect(page.get_by_role("link", name="Mina mål", exact=True).last).to_be_visible()


def test_locking_takes_the_plan_from_the_page(open_plan, site):
    page = open_plan(draft())
    expect(page.locator("[data-plan-document]")).to_contain_text(GOAL, timeout=60_000)
    page.evaluate(LOCK, site.url("assets/js/storage/session.js"))
    expect(page.locator("[data-plan-document]")).to_be_empty()


def test_without_the_engine_the_sheets_can_be_taken_home_as_files(visit, site, watch):
    page = visit("parmar/", (820, 1180))
    page.evaluate(PUT, [site.url("assets/js/storage/session.js"), [draft()]])
    stop_engine(page.context, watch)
    page.goto(site.url("min-plan/"))
    expect(page.get_by_role("alert").filter(has_text="kan inte sättas samman")).to_be_visible(
        timeout=60_000
    )
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Ladda ner Mina mål").click()
    assert GOAL == json.loads(waiting.value.path().read_bytes())["draft"]["answers"]["mal/m1/mal"]


def test_without_the_network_the_page_says_that_the_network_is_what_is_missing(visit, site, watch):
    page = visit("parmar/", TABLET)
    page.evaluate(PUT, [site.url("assets/js/storage/session.js"), [draft()]])
    stop_engine(page.context, watch)
    page.context.route("**/runtime/manifest.json", lambda route: route.abort())
    page.goto(site.url("min-plan/"))
    expect(page.get_by_role("alert").filter(has_text="Du behöver nät")).to_be_visible(
        timeout=60_000
    )


@pytest.mark.parametrize("width", [360, 820, 1280])
def test_nothing_sticks_out_at_the_side(open_plan, width):
    long = draft(answers={"mal/m1/mal": "x" * 300, "mal/m1/varfor": "ord " * 5_000})
    page = open_plan(long, size=(width, 900))
    expect(page.get_by_role("heading", name="Mina mål")).to_be_visible(timeout=60_000)
    assert width >= page.evaluate("document.documentElement.scrollWidth")


def test_axe_finds_nothing_wrong(plan_page):
    plan_page.evaluate(AXE)
    assert [] == plan_page.evaluate(CHECK)


def test_the_map_of_those_who_may_be_asked_is_on_the_plan(open_plan):
    answers = {
        "personer/noor/person": "Noor Fiktiv",
        "personer/noor/sektor": "vänner",
        "personer/noor/narhet": "4",
        "personer/noor/fragas": "ja",
    }
    page = open_plan(draft("natverkskarta", answers=answers, rows={"personer": ["noor"]}))
    picture = page.get_by_role("img", name="Nätverkskarta med 1 person.")
    expect(picture).to_be_visible(timeout=60_000)
    expect(picture).to_contain_text("Noor Fiktiv")
    page.evaluate(AXE)
    assert page.evaluate(CHECK) == []
