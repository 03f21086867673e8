"""What every measurement stands on: the site built from nothing, served as a host does, and a browser."""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, sync_playwright

from tests.browser.conftest import ARGUMENTS, Handler, Site, executable, served
from tests.browser.sheets import TABLET, create_binder

ROOT = Path(__file__).resolve().parents[2]
# Not copied: what is installed, and what an earlier build has left that would make this one quicker.
LEFT = shutil.ignore_patterns(".*", "node_modules", "site", "dist", "__pycache__")
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
SLOW_CPU = 4
PATIENCE_MS = 120_000


class CachingHandler(Handler):
    """The same files, which the browser may keep: as on a real host, a second visit is quicker."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=3600")
        SimpleHTTPRequestHandler.end_headers(self)


@dataclass(frozen=True)
class Stage:
    """A copy of the repository, the site that was built from it, and a browser."""

    tree: Path
    built_in: float
    browser: Browser
    site: Site

    @contextlib.contextmanager
    def device(self) -> Iterator[BrowserContext]:
        """A device that has never been here."""
        width, height = TABLET
        viewport = {"width": width, "height": height}
        context = self.browser.new_context(locale="sv-SE", viewport=viewport)
        context.set_default_timeout(PATIENCE_MS)
        yield context
        context.close()

    def page_with_binder(self, context: BrowserContext) -> Page:
        """A page of the device, with a binder open: what is written goes to disk, sealed."""
        page = context.new_page()
        create_binder(page, self.site)
        return page


def copy_tree(folder: Path) -> Path:
    """A copy of the repository in which nothing has been built."""
    tree = folder / "tree"
    shutil.copytree(ROOT, tree, ignore=LEFT)
    (tree / ".runtime").symlink_to((ROOT / ".runtime").resolve())
    return tree


def build(tree: Path, folder: Path) -> float:
    """How many seconds it takes to build the whole site into the folder."""
    start = time.monotonic()
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", str(folder)]
    subprocess.run(command, cwd=tree, check=True, env=ENVIRONMENT)
    return time.monotonic() - start


@contextlib.contextmanager
def stage() -> Iterator[Stage]:
    """A stage that is taken down afterwards."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        tree, target = copy_tree(Path(folder)), Path(folder) / "site"
        seconds = build(tree, target)
        with served(target, CachingHandler) as site:
            browser = playwright.chromium.launch(executable_path=executable(), args=ARGUMENTS)
            yield Stage(tree, seconds, browser, site)
            browser.close()


def wait_until(page: Page, condition: str) -> None:
    """Nothing; the condition holds. Asked from outside: the page's policy lets no text become code."""
    deadline = time.monotonic() + PATIENCE_MS / 1000
    while not page.evaluate(condition):
        if time.monotonic() > deadline:
            raise TimeoutError(condition)
        time.sleep(0.2)


def slow_down(session: CDPSession, times: int = SLOW_CPU) -> None:
    """Let the page's processor be so many times slower."""
    session.send("Emulation.setCPUThrottlingRate", {"rate": times})
