"""How long an editor waits: for the whole build from nothing, and for a change to show in a preview."""

import contextlib
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from tests.bench.stage import ENVIRONMENT, Stage
from tests.bench.table import Row, several

LONGEST_S = 120
LOOK_EVERY_S = 0.05


@contextlib.contextmanager
def preview(tree: Path) -> Iterator[str]:
    """The address of a running preview."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        where = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "-q", "--dev-addr", where]
    running = subprocess.Popen(command, cwd=tree, env=ENVIRONMENT)
    try:
        yield f"http://{where}/"
    finally:
        running.terminate()
        running.wait()


def wait_for(address: str, words: str) -> float:
    """How many seconds it took until the page held the words."""
    start = time.monotonic()
    while time.monotonic() - start < LONGEST_S:
        with contextlib.suppress(OSError), urllib.request.urlopen(address) as answer:
            if words in answer.read().decode():
                return time.monotonic() - start
        time.sleep(LOOK_EVERY_S)
    raise TimeoutError(address)


def measure(stage: Stage, runs: int) -> list[Row]:
    """The lines about building."""
    page = stage.tree / "docs" / "index.md"
    original = page.read_text(encoding="utf-8")
    changes = iter(range(1000))

    def change() -> float:
        words = f"Ändrad för gång {next(changes)}"
        page.write_text(f"{original}\n\n{words}\n", encoding="utf-8")
        return wait_for(address, words)

    with preview(stage.tree) as address:
        wait_for(address, "</html>")
        shown = several(change, runs)
    return [
        Row("Hela bygget från början", [stage.built_in], "s", 60),
        Row("En ändrad sida syns i förhandsvisningen", shown, "s", 3),
    ]
