"""Python's memory is kept between pages: used by the next, never when it is damaged or of other files."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.sheets import cell, engine_ready, line, open_sheet

# No example has them.
WORDS = "lila giraffer i trappan"
PDF_MS = 90_000
# Tenths of a second.
PATIENCE = 300

LOOK = """async () => {
  const found = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const kept = await cache.match(request);
      found.push({ name: request.url.split("/").at(-1), isMarked: kept.headers.has("x-mark") });
    }
  }
  return found;
}"""
# What a visit keeps has no mark: where the mark is still there, nothing was kept anew, since nothing was built up anew.
MARK = """async (change) => {
  const [name] = await caches.keys();
  const cache = await caches.open(name);
  const [request] = await cache.keys();
  const kept = await cache.match(request);
  let bytes = new Uint8Array(await kept.arrayBuffer());
  const headers = new Headers(kept.headers);
  headers.set("x-mark", "yes");
  if (change === "damaged") bytes.fill(7, 1_000_000, 2_000_000);
  if (change === "half, and proved") {
    bytes = bytes.slice(0, bytes.length / 2);
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    headers.set("x-sha-256", Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join(""));
  }
  await cache.put(request, new Response(bytes, { headers }));
}"""
HOLDS = """async (words) => {
  const [name] = await caches.keys();
  const cache = await caches.open(name);
  const bytes = await (await cache.match((await cache.keys())[0])).arrayBuffer();
  return new TextDecoder().decode(bytes).includes(words);
}"""


def kept(page, expected):
    """What is kept, as soon as it is as expected, or else when there has been more than time for it."""
    for _ in range(PATIENCE):
        found = page.evaluate(LOOK)
        if expected(found):
            break
        page.wait_for_timeout(100)
    return found


def kept_in_the_end(page):
    """What is kept, when the page has had time to keep it."""
    page.wait_for_timeout(2_000)
    return page.evaluate(LOOK)


def is_built_up_anew(page):
    """Whether something is kept that was not kept before."""
    marks = [
        one["isMarked"] for one in kept(page, lambda found: found and not found[0]["isMarked"])
    ]
    return marks == [False]


def visit(context, site):
    """A visit to a sheet, when Python is ready."""
    return engine_ready(open_sheet(context.new_page(), site, "mal"))


def change_manifest(context, **changes):
    """Let this device meet another manifest from now on."""

    def answer(route):
        response = route.fetch()
        route.fulfill(response=response, body=json.dumps({**response.json(), **changes}))

    context.route("**/runtime/manifest.json", answer)


@pytest.fixture
def visited(context, site):
    """The page of a device's first visit, which has kept Python's memory."""
    page = visit(context, site)
    assert is_built_up_anew(page)
    return page


def test_the_next_page_starts_from_what_was_kept(visited, context, site):
    visited.evaluate(MARK)
    assert [one["isMarked"] for one in kept_in_the_end(visit(context, site))] == [True]


def test_what_was_kept_works_out_answers_and_makes_a_pdf(visited, context, site):
    visited.evaluate(MARK)
    visited.close()
    page = visit(context, site)
    line(page, "datum").fill("hej")
    page.get_by_role("button", name="Klar", exact=True).click()
    expect(page.locator("#f-datum-fel")).to_contain_text("går inte att läsa som ett datum")
    with page.expect_download(timeout=PDF_MS) as download:
        page.get_by_role("button", name="Ladda ner PDF").click()
    assert download.value.path().read_bytes()[:5] == b"%PDF-"


def test_what_is_damaged_is_built_up_anew(visited, context, site):
    visited.evaluate(MARK, "damaged")
    assert is_built_up_anew(visit(context, site))


def test_what_python_cannot_wake_up_from_is_built_up_anew(visited, context, site):
    visited.evaluate(MARK, "half, and proved")
    assert is_built_up_anew(visit(context, site))


def test_what_was_kept_of_other_files_is_not_used_and_goes_away(visited, context, site):
    before = visited.evaluate(LOOK)
    change_manifest(context, hashes={"annan": "0"})
    after = kept(visit(context, site), lambda found: found and found != before)
    assert len(after) == 1
    assert before[0]["name"] != after[0]["name"]


def test_the_switch_lets_nothing_be_kept(context, site):
    change_manifest(context, snapshot=False)
    assert kept_in_the_end(visit(context, site)) == []


def test_what_is_kept_holds_nothing_that_was_written(context, site):
    page = open_sheet(context.new_page(), site, "mal")
    cell(page, "mal", 0, "mal").fill(WORDS)
    engine_ready(page)
    assert is_built_up_anew(page)
    assert not page.evaluate(HOLDS, WORDS)
    assert page.evaluate(HOLDS, "ract")
