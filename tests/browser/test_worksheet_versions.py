"""Drafts of other versions than the page's: older ones are brought up, newer ones only read and passed on whole."""

import datetime
import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.sheets import (
    alive,
    bring_in,
    expect_state,
    line,
    open_sheet,
    sheet_file,
    stop_engine,
    written_file,
)

CASES = json.loads((Path(__file__).parents[1] / "door" / "changes.json").read_text("utf-8"))
THEN = datetime.datetime(2026, 3, 27, 14, 2)  # noqa: DTZ001 (the device's own clock)
BRING_UP = """async ({before, version, changes}) => {
  const {bringUp} = await import(new URL("../assets/js/form/older-draft.js", location.href));
  return bringUp(before, version, changes);
}"""
# The page as it would be when the sheet has had a second version.
SECOND = """() => {
  document.addEventListener("DOMContentLoaded", () =>
    document.querySelector("form[data-worksheet]")?.setAttribute("data-version", "2"));
}"""


@pytest.fixture
def device(context, watch):
    """A device where Python cannot start: versions never wait for it."""
    stop_engine(context, watch)
    return context


def with_changes(context, changes):
    """Let the site's sheet of goals have had a second version with these changes."""

    def answer(route):
        found = route.fetch().json()
        for sheet in found:
            if sheet["id"] == "mal":
                sheet["formulär"] |= {"version": "2", "ändringar": changes}
        route.fulfill(json=found)

    context.route("**/definitions.json", answer)
    context.add_init_script(f"({SECOND})()")


def first_version(page, site):
    """The sheet in memory as its first version left it, and the address to come back by."""
    open_sheet(page, site, "mal")
    page.evaluate("""async () => {
      const {resumeSession} = await import(new URL("../../assets/js/storage/session.js", location.href));
      const session = await resumeSession();
      await session.save({id: "a".repeat(16), worksheet: "mal", version: 1, rev: 0, saved_at: "",
        answers: {gammal_drom: "Bo nära havet", bortagen: "Finns kvar"}, rows: {}});
    }""")


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_the_page_brings_an_old_draft_up_as_python_does(context, bare, case):
    # JSON text, since Playwright would drop a key called __proto__.
    page = bare(context)
    text = page.evaluate(
        f"async (text) => JSON.stringify(await ({BRING_UP})(JSON.parse(text)))", json.dumps(case)
    )
    assert json.loads(text) == case["after"]


def test_an_older_draft_is_shown_under_the_new_names_and_the_rest_as_earlier_answers(device, site):
    with_changes(device, [{"till": "2", "namn": {"gammal_drom": "drom"}}])
    page = device.new_page()
    first_version(page, site)
    page.reload()
    expect(line(page, "drom")).to_have_value("Bo nära havet")
    expect(page.locator("[data-earlier]")).to_contain_text("Finns kvar")


def test_a_version_from_before_the_questions_changed_is_restored_under_the_new_names(device, site):
    with_changes(device, [{"till": "2", "namn": {"gammal_drom": "drom"}}])
    page = device.new_page()
    page.clock.set_fixed_time(THEN)
    first_version(page, site)
    page.clock.set_fixed_time(THEN + datetime.timedelta(hours=1))
    page.reload()
    alive(page)
    line(page, "drom").fill("Sjunga i kör")
    line(page, "drom").blur()
    page.get_by_role("button", name="Historik").click()
    page.get_by_role("button", name="27 mars 2026 klockan 14.02").click()
    expect(page.locator("[data-history]")).to_contain_text("Bo nära havetNuSjunga i kör")
    page.get_by_role("button", name="Återställ den här versionen").click()
    expect(line(page, "drom")).to_have_value("Bo nära havet")


def test_an_earlier_answer_stands_under_the_question_it_answered(device, site):
    with_changes(device, [])
    device.route(
        "**/old-questions.json",
        lambda route: route.fulfill(json={"mal": {"gammal_drom": "Vad drömde du om?"}}),
    )
    page = device.new_page()
    first_version(page, site)
    page.reload()
    expect(page.locator("[data-earlier] dt").first).to_have_text("Vad drömde du om?")


def test_an_older_draft_that_cannot_be_brought_up_is_only_read_and_passed_on_as_it_was(
    device, site, watch
):
    watch.expect("Failed to load resource")
    device.add_init_script(f"({SECOND})()")
    page = device.new_page()
    first_version(page, site)
    device.route("**/definitions.json", lambda route: route.abort())
    page.reload()
    expect(page.locator("[data-reader]")).to_contain_text("kan inte föras över just nu")
    assert downloaded(page)["answers"] == {
        "gammal_drom": "Bo nära havet",
        "bortagen": "Finns kvar",
    }


def downloaded(page):
    """The draft in the file that the page hands out, as text with its keys in order."""
    with page.expect_download() as given:
        page.get_by_role("button", name="Ladda ner fil", exact=True).click()
    return json.loads(given.value.path().read_text("utf-8"))["draft"]


def test_a_newer_draft_is_only_read_and_passed_on_sign_for_sign(device, site):
    page = device.new_page()
    open_sheet(page, site, "mal")
    newer = """{"id":"bbbbbbbbbbbbbbbb","worksheet":"mal","version":99,"rev":1,"saved_at":"2030-01-01T10:00:00",
      "answers":{"zz_framtid":"\\u0001 <b>","drom":"Bo nära havet","ak":["ett","två"]},"rows":{"zz":["q9"]}}"""
    kept = page.evaluate(
        """async (text) => {
      const {resumeSession} = await import(new URL("../../assets/js/storage/session.js", location.href));
      const session = await resumeSession();
      await session.save({...JSON.parse(text), rev: 0});
      return JSON.stringify((await session.drafts())[0]);
    }""",
        newer,
    )
    page.reload()
    expect(page.locator("[data-reader]")).to_contain_text("ifyllt i en nyare version")
    assert json.dumps(downloaded(page), ensure_ascii=False, separators=(",", ":")) == json.dumps(
        json.loads(kept), ensure_ascii=False, separators=(",", ":")
    )


def test_no_person_is_added_to_contacts_of_a_newer_version(device, site):
    page = device.new_page()
    open_sheet(page, site, "mal")
    before = page.evaluate("""async () => {
      const {resumeSession} = await import(new URL("../../assets/js/storage/session.js", location.href));
      const session = await resumeSession();
      await session.save({id: "c".repeat(16), worksheet: "mina-kontakter", version: 99, rev: 0, saved_at: "",
        answers: {zz_framtid: "Gun Exempel"}, rows: {}});
      return (await session.drafts()).map(({worksheet, rev}) => [worksheet, rev]);
    }""")
    page.reload()
    alive(page)
    line(page, "deltagare").fill("Noor Fiktiv")
    page.locator('[data-field="deltagare"]').get_by_role(
        "button", name="Lägg till i Mina kontakter"
    ).click()
    expect(page.get_by_text("Mina kontakter är ifyllt i en nyare version")).to_be_visible()
    after = page.evaluate("""async () => {
      const {resumeSession} = await import(new URL("../../assets/js/storage/session.js", location.href));
      return (await (await resumeSession()).drafts()).map(({worksheet, rev}) => [worksheet, rev]);
    }""")
    assert [found for found in after if found[0] == "mina-kontakter"] == before


def test_a_file_of_an_older_version_is_brought_up_when_it_is_read_in(device, site, tmp_path):
    with_changes(device, [{"till": "2", "namn": {"gammal_drom": "drom"}}])
    page = device.new_page()
    open_sheet(page, site, "mal")
    bring_in(page, written_file(tmp_path, sheet_file(answers={"gammal_drom": "Bo nära havet"})))
    expect(line(page, "drom")).to_have_value("Bo nära havet")
    expect_state(page, "memory")
