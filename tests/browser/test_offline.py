"""The files on the device: all of one build or none, whatever the host answers."""

import json

import pytest
from playwright.sync_api import expect

from macros.offline import LIST
from tests.browser.hosting import LOGIN, deploy_anew, hang_up, hosted, lay_out, send, stall

MAKE_READY = "() => prov.packages.fetchPackage('sidor', () => {})"
STATUS = "() => prov.packages.lookAtPackage(true)"
OUR_CACHES = "async () => (await caches.keys()).filter((name) => name.startsWith('ract-utan-nat:'))"
# Resolves when the new worker is installed or was refused.
UPDATE = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  if (!(await registration.update().then(() => true, () => false))) return "refused";
  const worker = registration.installing ?? registration.waiting;
  if (!worker) return "none";
  while (worker.state === "installing") await new Promise((resolve) => setTimeout(resolve, 20));
  return worker.state;
}"""
TAKE_OVER = """async () => {
  const { waiting } = await navigator.serviceWorker.getRegistration();
  const taken = new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve));
  waiting.postMessage({ ract: "take-over" });
  await taken;
}"""
# What was fetched of another build than the page's own is gone.
FORGET_HALVES = """async () => {
  const own = `ract-utan-nat:${new URL(".", location.href).pathname}:${prov.BUILD}`;
  for (const name of await caches.keys()) if (name !== own) await caches.delete(name);
}"""
# How many caches of ours say that they hold a whole part.
MARKED = """async () => {
  const asked = (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url));
  return (await Promise.all(asked)).flat().filter((url) => url.includes("?klar=")).length;
}"""
# What the page is given for each path now: its hash, by the same way as any file of the page.
HASHES = """async (paths) => {
  const given = {};
  for (const path of paths) {
    const bytes = await (await fetch(path)).arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    given[path] = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
  return given;
}"""
REFUSALS = {
    "other bytes of the same length": lambda handler, body: send(
        handler, body[:-1] + bytes([body[-1] ^ 1])
    ),
    "cut short": lambda handler, body: send(handler, body[:-5]),
    "longer": lambda handler, body: send(handler, body + b"//"),
    "a login page": lambda handler, _: send(handler, LOGIN),
    "led away": lambda handler, _: send(handler, b"", 302, Location="om/index.html"),
    "led away and back": lambda handler, _: (
        "?" not in handler.path and send(handler, b"", 302, Location=f"{handler.path}?igen")
    ),
    "missing": lambda handler, _: send(handler, b"", 404),
    "part of it": lambda handler, body: send(handler, body, 206),
    "hung up": lambda handler, _: hang_up(handler),
}


@pytest.fixture(scope="module")
def builds(root, tmp_path_factory):
    """Two builds of the small site; no file of one is a file of the other."""
    return {name: lay_out(root, tmp_path_factory.mktemp(name), name) for name in ("ett", "två")}


@pytest.fixture
def host(builds):
    with hosted(builds["ett"]) as running:
        yield running


@pytest.fixture
def page(context, host, watch):
    """A page of the first build, on a device that nothing was fetched to."""
    watch.expect("ERR_|Failed to|MIME|status of|503")
    opened = context.new_page()
    return visit(opened, host)


@pytest.fixture
def ready(page):
    """The same page, when the device was made ready and the worker is in charge of it."""
    assert page.evaluate(MAKE_READY) == ""
    page.reload()
    return alive(page)


def visit(page, host, address=""):
    page.goto(host.site.url(address))
    return alive(page)


def alive(page):
    page.locator("html[data-ready]").wait_for(state="attached")
    return page


def is_whole(page, host, folder):
    """Whether the page is given every file of this build and of no other, without a network."""
    host.goes_away()
    listed = json.loads((folder / LIST).read_text("utf-8"))["files"]
    expected = {host.site.url(file["path"]): file["sha256"] for file in listed}
    given = page.evaluate(HASHES, list(expected))
    host.behaves()
    return given == expected


def test_nothing_is_fetched_before_somebody_asked_for_it(page):
    page.reload()
    assert alive(page).evaluate(OUR_CACHES) == []


def test_a_device_that_was_made_ready_shows_every_page_without_a_network(ready, host):
    host.goes_away()
    expect(visit(ready, host, "om/").get_by_role("heading")).to_have_text("Om ett")
    expect(visit(ready, host).get_by_role("heading")).to_have_text("Start ett")
    assert ready.evaluate(STATUS)["isReady"]


def test_what_was_fetched_is_every_file_of_the_build(ready, host, builds):
    assert is_whole(ready, host, builds["ett"])


def test_a_folder_named_without_its_slash_leads_to_its_page_without_a_network(ready, host):
    host.goes_away()
    ready.goto(host.site.url("om"))
    assert alive(ready).url == host.site.url("om/")


def test_without_a_network_a_page_that_is_not_there_says_so(ready, host):
    host.goes_away()
    ready.goto(host.site.url("finns-inte/"))
    expect(ready.get_by_role("heading", name="Den här sidan behöver nät")).to_be_visible()


def test_a_device_that_was_not_made_ready_says_that_it_needs_the_network(page, host):
    host.goes_away()
    page.goto(host.site.url("om/"))
    expect(page.get_by_role("heading", name="Du behöver nät första gången")).to_be_visible()


def test_fetching_that_is_cut_off_leaves_nothing_in_use_and_is_gone_on_with(page, host, builds):
    host.cuts_off_from(6)
    assert page.evaluate(MAKE_READY) == "network"
    assert (page.evaluate(STATUS)["isReady"], page.evaluate(MARKED)) == (False, 0)
    host.behaves()
    host.asked.clear()
    assert page.evaluate(MAKE_READY) == ""
    assert 0 < len(host.asked) < len(json.loads((builds["ett"] / LIST).read_text())["files"])


def test_fetching_that_is_stopped_leaves_nothing_in_use(page, host):
    host.answers("app.js", stall)
    ended = page.evaluate("""async () => {
      const ending = prov.packages.fetchPackage("sidor", () => {});
      await new Promise((resolve) => setTimeout(resolve, 200));
      await prov.packages.stopFetching();
      return ending;
    }""")
    assert (ended, page.evaluate(STATUS)["isReady"]) == ("stopped", False)


def test_an_update_cut_off_at_any_file_leaves_the_old_build_whole(ready, host, builds):
    count = len(json.loads((builds["två"] / LIST).read_text("utf-8"))["files"])
    outcomes = {}
    for number in range(count + 1):
        host.folder = builds["två"]
        host.cuts_off_from(number)
        state = ready.evaluate(UPDATE)
        whole = is_whole(ready, host, builds["ett"])
        outcomes[number] = (state, whole, ready.evaluate(MARKED))
        ready.evaluate(FORGET_HALVES)
    assert outcomes == dict.fromkeys(range(count + 1), ("redundant", True, 1))


@pytest.mark.parametrize("path", ["app.js", LIST])
def test_an_update_with_one_wrong_answer_is_refused_and_the_old_build_is_whole(
    ready, host, builds, path
):
    host.folder = builds["två"]
    outcomes = {}
    for name, how in REFUSALS.items():
        host.answers(path, how)
        outcomes[name] = (ready.evaluate(UPDATE), is_whole(ready, host, builds["ett"]))
        ready.evaluate(FORGET_HALVES)
    assert outcomes == dict.fromkeys(REFUSALS, ("redundant", True))


def test_the_list_of_another_build_is_refused_also_when_every_file_of_it_is_there(
    ready, host, builds
):
    host.folder = builds["två"]
    older = (builds["ett"] / LIST).read_bytes()
    host.answers(LIST, lambda handler, _: send(handler, older))
    assert ready.evaluate(UPDATE) == "redundant"
    assert is_whole(ready, host, builds["ett"])


def test_files_that_change_while_an_update_is_fetched_are_refused(ready, host, builds):
    host.folder = builds["två"]
    older = (builds["ett"] / "om/index.html").read_bytes()
    host.answers("om/index.html", lambda handler, _: send(handler, older))
    assert ready.evaluate(UPDATE) == "redundant"
    assert is_whole(ready, host, builds["ett"])


def test_scripts_of_two_builds_never_become_a_worker(ready, host, builds):
    host.folder = builds["två"]
    older = (builds["ett"] / "sw-serve.js").read_bytes()
    host.answers(
        "sw-serve.js", lambda handler, _: send(handler, older, content_type="text/javascript")
    )
    assert ready.evaluate(UPDATE) == "refused"
    assert is_whole(ready, host, builds["ett"])


def test_a_network_that_wants_a_login_changes_nothing(ready, host):
    host.wants_login()
    assert ready.evaluate(UPDATE) == "refused"
    expect(visit(ready, host, "om/").get_by_role("heading")).to_have_text("Om ett")


def test_a_network_that_wants_a_login_is_not_taken_for_the_site(page, host):
    host.wants_login()
    assert page.evaluate(MAKE_READY) == "altered"
    assert page.evaluate(STATUS)["isReady"] is False


def test_an_update_fetches_only_what_has_changed(ready, host, builds, tmp_path):
    host.folder = deploy_anew(
        builds["ett"], tmp_path / "tre", {"om/index.html": ("Om ett", "Om tre")}
    )
    host.asked.clear()
    assert ready.evaluate(UPDATE) == "installed"
    changed = {"om/index.html", "runtime/manifest.json", "assets/js/shared/root.js"}
    assert {path for path in host.asked if not path.startswith("sw")} == {LIST, *changed}


def test_a_page_that_was_not_fetched_anew_is_the_new_builds_own(ready, host, builds, tmp_path):
    newer = deploy_anew(builds["ett"], tmp_path / "tre", {"app.js": ("// ett", "// tre")})
    host.folder = newer
    assert ready.evaluate(UPDATE) == "installed"
    ready.evaluate(TAKE_OVER)
    host.asked.clear()
    visit(ready, host, "om/")
    assert "om/index.html" not in host.asked
    assert is_whole(ready, host, newer)
