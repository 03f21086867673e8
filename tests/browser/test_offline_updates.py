"""A new build: told of while somebody writes, taken when they say so; and the ways out when it is broken."""

import shutil
import threading

import pytest
from playwright.sync_api import expect

from macros.offline import LIST
from tests.browser.hosting import hosted, lay_out
from tests.browser.test_offline import HASHES, MAKE_READY, OUR_CACHES, STATUS, UPDATE, alive, visit

NEW = "Det finns en ny version av sidan. Uppdatera när du är klar."
NEIGHBOURS = ["grannens", "ract-utan-nat:/annan/:1234567890abcdef", "ract-utan-nat:/parm/under/:1"]
OTHERS_CACHES = (
    "async () => (await caches.keys()).filter((name) => !name.startsWith('ract-utan-nat:/parm/:'))"
)
REGISTERED = "async () => Boolean(await navigator.serviceWorker.getRegistration())"
MODE = "() => stored.mode()"
WORDS = "() => stored.words()"
SAVE = "(words) => stored.save(words)"
LOCK = "() => stored.lock()"
# How long a file is held back: longer than a test waits for a page.
FETCH_S = 60
TAKE_FROM_CACHE = """async (path) => {
  const own = `ract-utan-nat:${new URL(".", location.href).pathname}:${prov.BUILD}`;
  return (await caches.open(own)).delete(new URL(path, location.href));
}"""
START_UPDATE = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  globalThis.update = registration.update();
}"""
UPDATE_ENDED = """async () => {
  const { installing, waiting } = await globalThis.update;
  const worker = installing ?? waiting;
  while (worker.state === "installing") await new Promise((resolve) => setTimeout(resolve, 20));
}"""
START_FETCHING = "() => void prov.packages.fetchPackage('sidor', () => {})"
CREATE = "async () => { await stored.session.createBinder('en lösenfras som är lång'); }"


@pytest.fixture(scope="module")
def builds(root, tmp_path_factory):
    """Two builds of the small site."""
    return {name: lay_out(root, tmp_path_factory.mktemp(name), name) for name in ("ett", "två")}


@pytest.fixture(scope="module")
def stored_builds(root, tmp_path_factory):
    """Two builds of the small site, with our storage."""
    return {
        name: lay_out(root, tmp_path_factory.mktemp(name), name, stores=True)
        for name in ("ett", "två")
    }


@pytest.fixture
def host(builds):
    with hosted(builds["ett"]) as running:
        yield running


@pytest.fixture
def stored(stored_builds):
    with hosted(stored_builds["ett"]) as running:
        yield running


def made_ready(context, host, address=""):
    page = visit(context.new_page(), host, address)
    assert page.evaluate(MAKE_READY) == ""
    page.reload()
    return alive(page)


@pytest.fixture
def ready(context, host, watch):
    """A page of the first build, on a device that was made ready."""
    watch.expect("ERR_|Failed to|MIME|status of|503")
    return made_ready(context, host)


@pytest.fixture
def carried(context, stored, watch):
    """A bare page with our storage, on a device that was made ready."""
    watch.expect("ERR_|Failed to|503")
    return made_ready(context, stored)


def updated(page, host, builds):
    """The same page, when the new build waits and the page tells of it."""
    host.folder = builds["två"]
    assert page.evaluate(UPDATE) == "installed"
    expect(page.get_by_text(NEW)).to_be_visible()
    return page


def press(page):
    with page.expect_navigation():
        page.get_by_role("button", name="Uppdatera").click()
    return alive(page)


def test_a_new_build_is_only_told_of_while_somebody_writes(ready, host, builds):
    ready.locator("textarea").fill("Bo nära havet")
    loaded = ready.evaluate("() => prov.loaded")
    updated(ready, host, builds)
    ready.wait_for_timeout(1_000)
    assert ready.evaluate("() => prov.loaded") == loaded
    expect(ready.locator("textarea")).to_have_value("Bo nära havet")
    expect(ready.get_by_role("heading")).to_have_text("Start ett")


def test_until_the_button_is_pressed_every_new_page_is_of_the_old_build(ready, host, builds):
    updated(ready, host, builds)
    expect(visit(ready, host, "om/").get_by_role("heading")).to_have_text("Om ett")
    expect(ready.get_by_text(NEW)).to_be_visible()


def test_the_button_takes_the_new_build_with_one_reload(ready, host, builds):
    updated(ready, host, builds)
    loads = []
    ready.on("load", lambda _: loads.append(ready.url))
    expect(press(ready).get_by_role("heading")).to_have_text("Start två")
    ready.wait_for_timeout(500)
    assert len(loads) == 1
    expect(ready.locator("[data-build-note]")).to_have_count(0)


def test_the_new_build_works_without_a_network_and_the_old_is_gone(ready, host, builds):
    press(updated(ready, host, builds))
    ready.reload()
    host.goes_away()
    expect(visit(ready, host, "om/").get_by_role("heading")).to_have_text("Om två")
    assert len(ready.evaluate(OUR_CACHES)) == 1


def test_another_tab_keeps_its_build_and_is_told_that_there_is_a_newer(ready, host, builds):
    other = visit(ready.context.new_page(), host, "om/")
    other.locator("textarea").fill("Mitt i en mening")
    press(updated(ready, host, builds))
    expect(other.get_by_text("Sidan har uppdaterats i en annan flik.")).to_be_visible()
    expect(other.locator("textarea")).to_have_value("Mitt i en mening")
    file = host.site.url("app.js")
    old, new = other.evaluate(HASHES, [file]), ready.evaluate(HASHES, [file])
    assert old != new
    assert "// ett" in other.evaluate("async (file) => (await fetch(file)).text()", file)


def test_what_cannot_be_saved_is_never_loaded_away(carried, stored, stored_builds):
    updated(carried, stored, stored_builds)
    carried.evaluate("() => stored.saveBeforeReload(async () => false)")
    carried.get_by_role("button", name="Uppdatera").click()
    expect(carried.get_by_text("Det senaste går inte att spara just nu")).to_be_visible()
    assert carried.evaluate(
        "async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting)"
    )


def test_an_open_binder_stays_open_over_an_update(carried, stored, stored_builds):
    carried.evaluate(CREATE)
    carried.evaluate(SAVE, "i pärmen")
    press(updated(carried, stored, stored_builds))
    assert carried.evaluate(MODE) == "binder"
    assert carried.evaluate(WORDS) == ["i pärmen"]


def test_words_in_memory_follow_over_an_update(carried, stored, stored_builds):
    carried.evaluate(SAVE, "bara i minnet")
    press(updated(carried, stored, stored_builds))
    assert carried.evaluate(WORDS) == ["bara i minnet"]


def test_an_update_does_not_wait_for_a_page_that_never_asks_for_the_session(
    carried, stored, stored_builds
):
    carried.evaluate(SAVE, "bara i minnet")
    stored.goes_away()
    carried.goto(stored.site.url("finns-inte/"))
    stored.behaves()
    visit(carried, stored)
    press(updated(carried, stored, stored_builds))
    assert carried.evaluate(WORDS) == ["bara i minnet"]


def test_an_update_does_not_wait_for_what_is_still_being_fetched(ready, host, builds):
    updated(ready, host, builds)
    assert ready.evaluate(TAKE_FROM_CACHE, "om/index.html")
    goes_on = threading.Event()
    host.answers("om/index.html", lambda *_: not goes_on.wait(FETCH_S))
    host.asked.clear()
    ready.evaluate(START_FETCHING)
    while "om/index.html" not in host.asked:
        ready.wait_for_timeout(50)
    try:
        expect(press(ready).get_by_role("heading")).to_have_text("Start två")
    finally:
        goes_on.set()


@pytest.mark.parametrize("held", [LIST, "om/index.html"])
def test_files_removed_while_an_update_is_fetched_do_not_come_back(ready, host, builds, held):
    goes_on = threading.Event()
    host.folder = builds["två"]
    host.answers(held, lambda *_: not goes_on.wait(FETCH_S))
    host.asked.clear()
    ready.evaluate(START_UPDATE)
    while held not in host.asked:
        ready.wait_for_timeout(50)
    ready.evaluate("() => prov.packages.removePackage()")
    goes_on.set()
    ready.evaluate(UPDATE_ENDED)
    assert [] == ready.evaluate(OUR_CACHES)


def test_a_lock_after_an_update_still_forgets_the_binder_everywhere(carried, stored, stored_builds):
    carried.evaluate(CREATE)
    press(updated(carried, stored, stored_builds))
    other = visit(carried.context.new_page(), stored, "om/")
    assert other.evaluate(MODE) == "binder"
    carried.evaluate(LOCK)
    other.wait_for_function("async () => (await stored.mode()) === 'memory'")
    other.reload()
    assert alive(other).evaluate(MODE) == "memory"


def test_a_binder_locked_while_an_update_waits_is_not_handed_to_the_new_worker(
    carried, stored, stored_builds
):
    carried.evaluate(CREATE)
    updated(carried, stored, stored_builds)
    carried.evaluate(LOCK)
    assert press(carried).evaluate(MODE) == "memory"


def test_when_the_fetched_files_are_cleared_the_binder_is_there_and_the_device_says_it_is_not_ready(
    carried, stored
):
    carried.evaluate(CREATE)
    carried.evaluate(SAVE, "kvar")
    carried.evaluate(
        "async () => { for (const name of await caches.keys()) await caches.delete(name); }"
    )
    carried.reload()
    assert alive(carried).evaluate(WORDS) == ["kvar"]
    assert carried.evaluate(STATUS)["isReady"] is False
    assert carried.evaluate(MAKE_READY) == ""


def test_when_the_database_is_cleared_the_site_still_works_without_a_network(carried, stored):
    carried.evaluate(CREATE)
    carried.evaluate(LOCK)
    carried.goto("about:blank")
    stored.goes_away()
    page = visit(carried, stored, "om/")
    page.evaluate("""() => new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase("ract-parm");
      request.onsuccess = resolve; request.onerror = reject;
    })""")
    page.reload()
    assert alive(page).evaluate("async () => (await stored.session.listBinders()).length") == 0
    page.evaluate(CREATE)
    assert page.evaluate(MODE) == "binder"


def make_neighbours(page):
    page.evaluate(
        "async (names) => { for (const name of names) await caches.open(name); }", NEIGHBOURS
    )


def test_a_neighbours_caches_are_left_alone(ready, host, builds):
    make_neighbours(ready)
    press(updated(ready, host, builds))
    ready.evaluate("() => prov.packages.removePackage()")
    assert sorted(ready.evaluate(OTHERS_CACHES)) == sorted(NEIGHBOURS)
    assert ready.evaluate("async () => (await caches.keys()).length") == len(NEIGHBOURS)


def test_the_way_out_takes_the_worker_and_its_files_and_leaves_the_binders(carried, stored):
    make_neighbours(carried)
    carried.evaluate("async () => { await caches.open('ract-python:/parm/:'); }")
    carried.evaluate(CREATE)
    carried.evaluate(SAVE, "kvar")
    carried.goto(stored.site.url("om/?nosw=1"))
    expect(carried.locator("[data-killed]")).to_be_visible()
    assert carried.evaluate(REGISTERED) is False
    assert sorted(carried.evaluate("() => caches.keys()")) == sorted(NEIGHBOURS)
    names = carried.evaluate("async () => (await indexedDB.databases()).map(({ name }) => name)")
    assert names == ["ract-parm"]


def test_the_way_out_works_when_the_page_in_the_cache_is_broken(ready, host, builds):
    ready.evaluate("""async () => {
      const [name] = (await caches.keys()).filter((one) => one.startsWith("ract-utan-nat:/parm/:"));
      await (await caches.open(name)).put(new URL("app.js", location.href), new Response("throw 1", { headers: { "Content-Type": "text/javascript" } }));
    }""")
    ready.goto(host.site.url("?nosw=1"))
    ready.goto("about:blank")
    expect(visit(ready, host).get_by_role("heading")).to_have_text("Start ett")
    assert ready.evaluate(OUR_CACHES) == []


def test_an_empty_service_worker_lets_everything_come_from_the_network(
    context, ready, host, builds, tmp_path
):
    folder = tmp_path / "tom"
    shutil.copytree(builds["två"], folder)
    (folder / "sw.js").write_text("// tom\n")
    host.folder = folder
    assert ready.evaluate(UPDATE) == "installed"
    ready.close()
    expect(visit(context.new_page(), host).get_by_role("heading")).to_have_text("Start två")
