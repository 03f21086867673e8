"""A real browser for every test: our own pages, nobody else's, and no error that goes unseen."""

import contextlib
import os
import re
import shutil
import signal
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Error,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

HERE = Path(__file__).resolve().parent
# A sub-path, as on many hosts: a link that starts at the root is found out at once.
PREFIX = "/parm/"
# An address that is not this device as far as the browser knows, so not a secure context.
INSECURE_HOST = "parm.test"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Nothing but this device is reachable: also for workers and the service worker.
    f"--host-resolver-rules=MAP {INSECURE_HOST} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
# Generous: the machines that run this are shared and at times slow. A right page answers at once.
TIMEOUT_MS = 20_000
# Devices that stretch passphrases lightly: what the page asks of a worker is made small on its way there.
# Each binder and each backup then takes a moment instead of seconds. What a binder says of itself is
# the full numbers; a backup says the small one.
ASKED_FOR_LESS = """(() => {
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (message, ...more) {
    return postMessage.call(this, WHICH ? { ...message, ...LESS } : message, ...more);
  };
})();"""
LIGHT_BINDERS = ASKED_FOR_LESS.replace("WHICH", "message?.passes").replace(
    "LESS", "{ memory: 64, passes: 1 }"
)
LIGHT_BACKUPS = ASKED_FOR_LESS.replace("WHICH", 'message?.work === "seal"').replace(
    "LESS", "{ logN: 10 }"
)
expect.set_options(timeout=TIMEOUT_MS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


class Handler(SimpleHTTPRequestHandler):
    """Static files under the prefix, quietly, never kept by the browser's own cache."""

    extensions_map = {  # noqa: RUF012 - the base class defines it so
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".woff2": "font/woff2",
    }

    def translate_path(self, path: str) -> str:
        if not path.startswith(PREFIX):
            return str(Path(self.directory) / "utanfor")
        return super().translate_path("/" + path.removeprefix(PREFIX))

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_words: object) -> None:
        """Say nothing: the browser's console tells what was missing."""


class Server(ThreadingHTTPServer):
    """A server whose visitors may leave in the middle of an answer."""

    daemon_threads = True

    def handle_error(self, *_whom: object) -> None:
        """Say nothing: a page that was closed does not want its files any more."""


@dataclass(frozen=True)
class Site:
    """A folder that is served, and the addresses in it."""

    folder: Path
    port: int

    @property
    def root(self) -> str:
        """The address of the first page, ending with a slash."""
        return f"http://127.0.0.1:{self.port}{PREFIX}"

    def url(self, path: str = "") -> str:
        """The address of a page."""
        return self.root + path

    def insecure_url(self, path: str = "") -> str:
        """The same page, on a host that the browser does not count as this device."""
        return f"http://{INSECURE_HOST}:{self.port}{PREFIX}{path}"


@contextlib.contextmanager
def served(folder: Path, handler: type[Handler] = Handler) -> Iterator[Site]:
    """Serve the folder on a free port for as long as it is needed."""
    server = Server(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Site(folder, server.server_port)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass
class Watch:
    """What went wrong in the pages of one test; `expect` tells what is meant to go wrong."""

    problems: list[str] = field(default_factory=list)
    expected: list[re.Pattern[str]] = field(default_factory=list)

    def expect(self, pattern: str) -> None:
        """Let console errors that match the pattern pass."""
        self.expected.append(re.compile(pattern))

    def note(self, words: str) -> None:
        if not any(pattern.search(words) for pattern in self.expected):
            self.problems.append(words)

    def attach(self, context: BrowserContext) -> BrowserContext:
        """The same context, watched."""
        context.set_default_timeout(TIMEOUT_MS)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.note(f"page error: {error.error}"))
        context.on("request", self._request)
        context.on("page", lambda page: page.on("crash", lambda _: self.note("page crashed")))
        return context

    def _console(self, message) -> None:
        if message.type == "error":
            where = message.location.get("url", "")
            self.note(f"console: {message.text} ({where})")

    def _request(self, request) -> None:
        ours = ("http://127.0.0.1:", f"http://{INSECURE_HOST}:", "blob:", "data:", "about:")
        if not request.url.startswith(ours):
            self.note(f"foreign request: {request.url}")


def executable() -> str | None:
    """The Chromium on this machine, without a window if it can be had; None lets Playwright use its own."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser")
    return next((path for path in map(shutil.which, names) if path), None)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One browser for all tests; each test has contexts of its own."""
    started = playwright.chromium.launch(executable_path=executable(), args=ARGUMENTS)
    yield started
    started.close()


@pytest.fixture
def watch() -> Iterator[Watch]:
    """What went wrong in this test's pages; anything that was not expected fails the test."""
    seen = Watch()
    yield seen
    assert [] == seen.problems


@pytest.fixture
def init_scripts() -> list[str]:
    """What every device runs before a page's own scripts; a file about stretching says otherwise.

    A profile on disk never runs any of it: those who look for words on disk, and those who kill the
    browser, do so with binders that are made in full.
    """
    return [LIGHT_BINDERS, LIGHT_BACKUPS]


@pytest.fixture
def new_context(
    browser: Browser, watch: Watch, init_scripts: list[str]
) -> Iterator[Callable[..., BrowserContext]]:
    """Open a fresh, watched context, as a device that has never been here."""
    opened: list[BrowserContext] = []

    def make(**options) -> BrowserContext:
        context = watch.attach(browser.new_context(locale="sv-SE", **options))
        for script in init_scripts:
            context.add_init_script(script)
        opened.append(context)
        return context

    yield make
    for context in opened:
        context.close()


@pytest.fixture
def context(new_context) -> BrowserContext:
    """One fresh, watched context."""
    return new_context()


@pytest.fixture(scope="session")
def site(built_site: Path) -> Iterator[Site]:
    """The whole built site, served under a sub-path."""
    with served(built_site) as running:
        yield running


@pytest.fixture
def visit(new_context, site: Site) -> Callable[..., Page]:
    """Open a page of the built site on a fresh device: `visit(address, (width, height), **options)`."""

    def go(address: str = "", size: tuple[int, int] = (1280, 900), **options) -> Page:
        width, height = size
        page = new_context(viewport={"width": width, "height": height}, **options).new_page()
        page.goto(site.url(address))
        return page

    return go


@pytest.fixture(scope="session")
def script_site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Our scripts and two bare pages that lay the storage open: no build, no form, no engine."""
    folder = tmp_path_factory.mktemp("skript")
    shutil.copytree(root / "overrides/assets/js", folder / "assets/js")
    shutil.copytree(root / ".runtime/runtime/vendor", folder / "runtime/vendor")
    for worker in root.glob("overrides/sw*.js"):
        shutil.copy(worker, folder)
    shutil.copytree(HERE / "pages", folder, dirs_exist_ok=True)
    with served(folder) as running:
        yield running


@pytest.fixture
def bare(script_site: Site) -> Callable[..., Page]:
    """Open a bare page in a context, with `prova` (all our storage modules) ready to be called."""

    def go(context: BrowserContext, address: str = "prova/") -> Page:
        page = context.new_page()
        page.goto(script_site.url(address))
        page.locator("html[data-ready]").wait_for(state="attached")
        return page

    return go


class Profile:
    """One device's browser, whose disk can be looked at; it can be closed, killed and started again."""

    def __init__(self, playwright: Playwright, watch: Watch, folder: Path) -> None:
        self._playwright = playwright
        self._watch = watch
        self.folder = folder
        self.context: BrowserContext | None = None

    def open(self) -> BrowserContext:
        """Start the browser on this profile."""
        started = self._playwright.chromium.launch_persistent_context(
            self.folder, executable_path=executable(), args=ARGUMENTS, locale="sv-SE"
        )
        self.context = self._watch.attach(started)
        return self.context

    def close(self) -> None:
        """Close the browser as a person does."""
        context, self.context = self.context, None
        if context:
            with contextlib.suppress(Error):  # it may have ended by itself
                context.close()

    def kill(self) -> None:
        """End the browser's processes at once, as a flat battery does."""
        for process in self._processes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        while self._processes():
            time.sleep(0.05)
        self.close()
        # A killed browser leaves its lock behind; a device that starts again has lost it.
        for lock in self.folder.glob("Singleton*"):
            lock.unlink(missing_ok=True)

    def _processes(self) -> list[int]:
        """Only the processes that carry this very profile's path."""
        mark = f"--user-data-dir={self.folder}".encode()
        found = []
        for line in Path("/proc").glob("[0-9]*/cmdline"):
            with contextlib.suppress(OSError):
                if mark in line.read_bytes():
                    found.append(int(line.parent.name))
        return found

    def holds(self, words: str) -> list[str]:
        """The files on disk that hold the words, in any of the forms that a browser writes."""
        forms = [words.encode(form) for form in ("utf-8", "utf-16-le", "utf-16-be", "latin-1")]
        files = [path for path in self.folder.rglob("*") if path.is_file()]
        return [str(path) for path in files if any(form in path.read_bytes() for form in forms)]


@pytest.fixture
def profile(playwright: Playwright, watch: Watch, tmp_path: Path) -> Iterator[Profile]:
    """A browser with its own folder on disk."""
    made = Profile(playwright, watch, tmp_path / "profil")
    yield made
    made.close()
