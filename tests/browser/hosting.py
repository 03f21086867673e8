"""A host that misbehaves as hosts do: it goes away, wants a login, cuts off, or changes its files midway."""

import contextlib
import hashlib
import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from macros.offline import LIST, PLACES, publish_offline, published_files
from tests.browser.conftest import PREFIX, Handler, Site, served

LOGIN = b"<!doctype html><title>Logga in</title><p>Logga in</p>"
HALF_S = 2

PAGE = """<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="build" content="">
<title>{title}</title><link rel="icon" href="data:,"></head><body><main id="innehall"><h1>{title} {version}</h1>
<p><a href="{root}">Start</a> <a href="{root}om/">Om</a></p><textarea></textarea></main>
<script type="module" src="{root}app.js"></script></body></html>"""
APP = """
import * as packages from "./assets/js/offline/package.js";
import { killWorker } from "./assets/js/offline/kill-switch.js";
import { watchForUpdates } from "./assets/js/offline/update.js";
import { BUILD, ROOT } from "./assets/js/shared/root.js";
const isKilled = new URLSearchParams(location.search).has("nosw");
if (isKilled) await killWorker();
else {
  await navigator.serviceWorker.register(new URL("sw.js", ROOT), { scope: ROOT.href, updateViaCache: "none" });
  await navigator.serviceWorker.ready;
  await watchForUpdates();
}
globalThis.prov = { packages, BUILD, loaded: Date.now() };
document.documentElement.dataset.ready = "yes";
"""
READY = 'document.documentElement.dataset.ready = "yes";'
NEEDED = ("offline", "shared", "storage/on-device.js")
STORED = """
import * as session from "./assets/js/storage/session.js";
import { saveBeforeReload } from "./assets/js/shared/save-first.js";
if (!isKilled) await session.resumeSession();
const draft = (words) => ({ id: "a".repeat(16), worksheet: "mal", version: 1, rev: 0, saved_at: "", answers: { drom: words }, rows: {} });
globalThis.stored = {
  session,
  saveBeforeReload,
  mode: async () => (await session.resumeSession()).mode,
  save: async (words) => void (await (await session.resumeSession()).save(draft(words))),
  words: async () => (await (await session.resumeSession()).drafts()).map(({ answers }) => answers.drom),
  lock: async () => (await session.resumeSession()).lock(),
};
"""


class Host:
    """A served folder, and how its server answers at the moment."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []
        self.site: Site
        self.answer: Callable[[Handler, str], bool] | None = None

    def behaves(self) -> None:
        """Answer as it should again."""
        self.answer = None

    def goes_away(self) -> None:
        """Answer nothing at all from now on."""
        self.answer = lambda handler, _path: hang_up(handler)

    def cuts_off_from(self, number: int) -> None:
        """Answer so many more requests for files of the list, then hang up on each."""
        left = [number]

        def answer(handler: Handler, path: str) -> bool:
            if path.startswith("sw"):
                return False
            left[0] -= 1
            return hang_up(handler) if left[0] < 0 else False

        self.answer = answer

    def wants_login(self) -> None:
        """Answer everything with a page to log in on, as a guest network does."""
        self.answer = lambda handler, _path: send(handler, LOGIN)

    def answers(self, which: str, how: Callable[[Handler, bytes], bool]) -> None:
        """Answer one file in another way than it should."""

        def answer(handler: Handler, path: str) -> bool:
            return path == which and how(handler, (self.folder / which).read_bytes())

        self.answer = answer


def send(handler: Handler, body: bytes, status: int = 200, **headers: str) -> bool:
    """Send this instead of the file."""
    handler.send_response(status)
    handler.send_header("Content-Type", headers.pop("content_type", "text/html"))
    handler.send_header("Content-Length", str(len(body)))
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)
    return True


def hang_up(handler: Handler) -> bool:
    """End the conversation without a word."""
    handler.close_connection = True
    with contextlib.suppress(OSError):
        handler.connection.shutdown(2)
    return True


def stall(handler: Handler, body: bytes) -> bool:
    """Send one half, and nothing more for a long while."""
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body[: len(body) // 2])
    handler.wfile.flush()
    time.sleep(HALF_S)
    return hang_up(handler)


@contextlib.contextmanager
def hosted(folder: Path) -> Iterator[Host]:
    """Serve a folder that can be exchanged, by a server that can be told to misbehave."""
    host = Host(folder)

    class Answering(Handler):
        def do_GET(self) -> None:  # noqa: N802 - the base class names it so
            path = self.path.removeprefix(PREFIX).split("?")[0]
            host.asked.append(path)
            self.directory = str(host.folder)
            if host.answer is None or not host.answer(self, path):
                super().do_GET()

    with served(folder, Answering) as site:
        host.site = site
        yield host


def lay_out(root: Path, folder: Path, version: str, *, stores: bool = False) -> Path:
    """A site of some fifteen files with our own modules for working without a network, all of one build.

    With storage it has some sixty.
    """
    for name in ("offline", "shared", "storage") if stores else NEEDED:
        source, target = root / "overrides/assets/js" / name, folder / "assets/js" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    for spare in (folder / "assets/js/shared").glob("*.js"):
        if not stores and spare.name not in ("dom.js", "root.js", "save-first.js"):
            spare.unlink()
    if stores:
        (folder / "runtime/vendor").mkdir(parents=True)
        for library in (root / ".runtime/runtime/vendor").glob("*.js"):
            shutil.copy(library, folder / "runtime/vendor")
    for worker in root.glob("overrides/sw*.js"):
        shutil.copy(worker, folder)
    # Every file of a version differs from the same file of another.
    for script in folder.rglob("assets/**/*.js"):
        script.write_text(f"{script.read_text('utf-8')}\n// {version}\n", "utf-8")
    script = APP.replace(READY, STORED + READY) if stores else APP
    write(folder / "app.js", f"{script}\n// {version}\n")
    write(folder / "runtime/manifest.json", f'{{"build": "", "version": "{version}"}}')
    write(folder / "index.html", PAGE.format(title="Start", root="./", version=version))
    write(folder / "om/index.html", PAGE.format(title="Om", root="../", version=version))
    publish_offline(folder)
    return folder


def write(path: Path, text: str) -> None:
    """Write a file and the folders it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def deploy_anew(site: Path, folder: Path, changed: dict[str, tuple[str, str]]) -> Path:
    """The same site built again with some words exchanged, in a folder of its own: another build."""
    shutil.copytree(site, folder, copy_function=os.link)
    own = f'"{build_of(site)}"'
    worker = f'const LIST = "{list_hash(site)}";'
    (folder / LIST).unlink()
    for path in published_files(folder):
        if path not in PLACES and not path.endswith(".html") and path not in changed:
            continue
        text = (folder / path).read_text("utf-8").replace(own, '""')
        if path == "sw.js":
            text = text.replace(worker, 'const LIST = "";')
        if path in changed:
            assert changed[path][0] in text
            text = text.replace(*changed[path])
        # The file is linked: it is exchanged, never written to.
        (folder / path).unlink()
        (folder / path).write_text(text, "utf-8")
    publish_offline(folder)
    return folder


def build_of(site: Path) -> str:
    """The id of a site's build."""
    return json.loads((site / LIST).read_text("utf-8"))["build"]


def list_hash(site: Path) -> str:
    """The hash of a site's list of files."""
    return hashlib.sha256((site / LIST).read_bytes()).hexdigest()
