"""Den här enheten: what it says is what is so, and emptying takes ours and leaves the neighbours'."""

import pytest
from playwright.sync_api import expect

from tests.browser.sheets import create_binder, violations

NEIGHBOUR = """async () => {
  localStorage.setItem("grannens", "kvar");
  await (await caches.open("grannens")).put("/x", new Response("kvar"));
  await new Promise((resolve) => {
    const request = indexedDB.open("grannens");
    request.onsuccess = () => { request.result.close(); resolve(); };
  });
}"""
KEEP_MEMORY = "async () => { await caches.open('ract-python:/parm/:'); }"
LEFT = """async () => ({
  databases: (await indexedDB.databases()).map(({name}) => name),
  caches: await caches.keys(),
  habits: Object.keys(localStorage),
})"""


@pytest.fixture
def page(context, site):
    opened = context.new_page()
    opened.goto(site.url("om/den-har-enheten/"))
    expect(opened.get_by_role("heading", name="Töm enheten")).to_be_visible()
    return opened


def emptied(page):
    page.get_by_label("Jag förstår att det inte går att ångra").check()
    page.get_by_role("button", name="Töm enheten").click()
    expect(page.get_by_role("heading", name="Enheten är tömd")).to_be_focused()
    return page.evaluate(LEFT)


def test_it_tells_what_lies_on_the_device_by_name(page, site):
    create_binder(page, site)
    page.get_by_label("Utseende").select_option("morkt")
    page.evaluate(KEEP_MEMORY)
    page.goto(site.url("om/den-har-enheten/"))
    stored = page.get_by_role("region", name="Det här ligger på enheten")
    for name in ("ract-parm", "ract-python:/parm/:", "ract-utseende", "sw.js"):
        expect(stored).to_contain_text(name)


def test_emptying_takes_all_of_ours_and_nothing_of_the_neighbours(page, site):
    page.evaluate(NEIGHBOUR)
    page.evaluate("async () => { await caches.open('ract-utan-nat:/parm/:0123456789abcdef'); }")
    page.evaluate(KEEP_MEMORY)
    create_binder(page, site)
    page.get_by_label("Utseende").select_option("morkt")
    page.goto(site.url("om/den-har-enheten/"))
    expect(page.get_by_text("En pärm försvinner för alltid.")).to_be_visible()
    assert emptied(page) == {
        "databases": ["grannens"],
        "caches": ["grannens"],
        "habits": ["grannens"],
    }


def test_emptying_must_be_meant(page):
    page.get_by_role("button", name="Töm enheten").click()
    expect(page.get_by_text("Kryssa i rutan först")).to_be_focused()


def test_after_emptying_a_new_binder_can_be_made(page, site):
    create_binder(page, site)
    page.goto(site.url("om/den-har-enheten/"))
    emptied(page)
    page.goto(site.url("parmar/"))
    expect(page.get_by_text("Det finns ingen pärm här än.")).to_be_visible()
    create_binder(page, site)


def test_an_open_binder_tells_that_it_was_never_backed_up(page, site):
    create_binder(page, site)
    page.goto(site.url("om/den-har-enheten/"))
    expect(page.get_by_text("Pärm 1 har inte säkerhetskopierats")).to_be_visible()


@pytest.mark.parametrize(
    ("script", "words"),
    [
        (
            "if (navigator.storage) navigator.storage.persisted = async () => true;",
            "har lovat att behålla",
        ),
        (
            "if (navigator.storage) navigator.storage.persisted = async () => false;",
            "har inte lovat att behålla",
        ),
        ("Object.defineProperty(navigator, 'standalone', {value: true});", "ligger på hemskärmen"),
        (
            "Object.defineProperty(navigator, 'vendor', {value: 'Apple Computer, Inc.'});",
            "sju dagar",
        ),
        (
            "if (navigator.storage) navigator.storage.estimate = async () => ({quota: 5e7, usage: 0});",
            "ont om plats",
        ),
        ("delete IDBFactory.prototype.open;", "Den här webbläsaren kan inte spara"),
    ],
    ids=["promised", "not promised", "installed", "Safari", "full", "cannot keep"],
)
def test_each_device_gets_the_advice_that_holds_for_it(context, site, script, words):
    context.add_init_script(script)
    page = context.new_page()
    page.goto(site.url("om/den-har-enheten/"))
    expect(page.get_by_role("region", name="Behåller enheten det ni skriver?")).to_contain_text(
        words
    )


def test_axe_finds_nothing(page):
    assert violations(page, "main") == []
