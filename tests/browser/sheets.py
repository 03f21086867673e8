"""How a test fills in a worksheet: the page, its lines by name, and its save state."""

import json
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

TABLET, PHONE = (820, 1180), (390, 844)
PASSPHRASE = "påskägg på gröna ängar"
ENGINE_MS = 90_000
PYTHON = "**/runtime/pyodide/pyodide.mjs"
AXE = (Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js").read_text("utf-8")
# Sizes have a test of their own: axe counts what the fixed bar happens to cover.
EVERYTHING_IN_THE_FORM = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": False}},
}
# Only what is wrong is described element by element: to describe what is right takes longer than to find it.
CHECK = """async ([part, options]) => {
  const found = await axe.run(part ?? document, {...options, resultTypes: ["violations"]});
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`);
}"""
# In the dark only colours differ; everything else was asked in the light.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def stop_engine(context, watch) -> None:
    """Let Python's runtime be missing on this device: the form goes on without it."""
    context.route("**/runtime/pyodide/**", lambda route: route.abort())
    watch.expect(r"ERR_FAILED|Failed to fetch|pyodide")


def hold_python(context) -> None:
    """Let Python's runtime be on its way for good: pages stay as they are in their first seconds.

    To start Python takes longer than all the rest of a page; a test about something else goes without.
    """
    context.route(PYTHON, lambda _route: None)


def release_python(context) -> None:
    """Let Python come again, from the next page on."""
    context.unroute(PYTHON)


def open_sheet(page: Page, site, worksheet: str) -> Page:
    """The worksheet's page, its form alive."""
    page.goto(site.url(f"arbetsblad/{worksheet}/"))
    return alive(page)


def alive(page: Page) -> Page:
    """The same page, when its form has found its draft."""
    expect(page.locator("[data-done]")).to_be_visible()
    expect(page.locator("[data-session-name]")).not_to_be_empty()
    return page


def engine_ready(page: Page) -> Page:
    """The same page, when Python has started."""
    expect(page.locator("html[data-engine=ready]")).to_have_count(1, timeout=ENGINE_MS)
    return page


def line(page: Page, name: str) -> Locator:
    """The control with a name."""
    return page.locator(f'[name="{name}"]')


def rows(page: Page, field: str) -> Locator:
    """The rows of a field."""
    return page.locator(f'[data-rows="{field}"] > [data-row]')


def cell(page: Page, field: str, number: int, column: str) -> Locator:
    """A control in the row with a number, counted from 0."""
    return rows(page, field).nth(number).locator(f'[name^="{field}/"][name$="/{column}"]')


def expect_state(page: Page, state: str) -> None:
    """The save state is, or soon becomes, this one."""
    expect(page.locator("[data-save-state]")).to_have_attribute("data-save-state", state)


def create_binder(page: Page, site) -> None:
    """A binder is made on this device and stays open."""
    page.goto(site.url("parmar/"))
    page.get_by_label("Ny lösenfras").fill(PASSPHRASE)
    page.get_by_role("button", name="Skapa pärm").click()
    expect(page.get_by_role("button", name="Lås")).to_be_visible(timeout=30_000)


def written_file(tmp_path: Path, content) -> Path:
    """A file on disk with this text, these bytes or this data."""
    path = tmp_path / "blad.json"
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        text = content if isinstance(content, str) else json.dumps(content)
        path.write_text(text, encoding="utf-8")
    return path


def bring_in(page: Page, path: Path) -> None:
    """The file is chosen as by Läs in fil."""
    page.locator("[data-import-file]").set_input_files(path)


def sheet_file(worksheet: str = "mal", **draft) -> dict:
    """A sheet's file as a person has downloaded it."""
    whole = {
        "id": "0123456789abcdef",
        "worksheet": worksheet,
        "version": 1,
        "rev": 3,
        "saved_at": "2026-11-22T14:32:05",
        "answers": {"drom": "Bo nära havet"},
        "rows": {},
        **draft,
    }
    return {
        "format": "ract-arbetsblad",
        "format_version": 1,
        "exported": "2026-11-22",
        "draft": whole,
    }


def violations_in_the_dark(page: Page) -> list[str]:
    """What axe-core finds of colours in the whole page when the device is dark; then it is light again."""
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_css("color-scheme", "dark")
    found = violations(page, None, COLOURS)
    page.emulate_media(color_scheme="light")
    return found


def violations(
    page: Page, part: str | None = "form[data-worksheet]", options: dict = EVERYTHING_IN_THE_FORM
) -> list[str]:
    """What axe-core finds in a part of the page as it stands; without a part, in the whole page."""
    if not page.evaluate("() => 'axe' in globalThis"):
        page.evaluate(AXE)
    return page.evaluate(CHECK, [part, options])
