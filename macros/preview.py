"""The site on the editor's own computer: built anew when a file is saved, with its mistakes in plain words.

Svenska: förhandsvisning. May import: build_words, mistake_page, MkDocs' server. Run by `make serve`.
MkDocs' own `serve` stops at a mistake when it starts, and goes on showing the old site when one
comes later. Here a mistake is shown wherever one looks, until it is mended.
"""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer

from macros.build_words import SETTINGS, editor_lines, unforeseen_line
from macros.mistake_page import mistake_page

HOST = "127.0.0.1"
WATCHED = ("docs", "overrides", SETTINGS)


class Collector(logging.Handler):
    """Keeps what the build warns of; the server's own log, of pages asked for, is none of it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        if not record.name.endswith(".livereload"):
            self.messages.append(record.getMessage())


class Preview(LiveReloadServer):
    """MkDocs' server, which shows the mistakes of the last build instead of the site, if there are any."""

    def __init__(self, root: Path, site: Path, port: int) -> None:
        super().__init__(self.rebuild, HOST, port, str(site))
        self.project, self.site, self.address = root, site, f"{HOST}:{port}"
        self.mistakes: list[str] = []
        self.error_handler = self._read_error_page

    def rebuild(self) -> None:
        """Build, and tell how it went; never raise, so that browsers always load what came of it."""
        started = time.monotonic()
        self.mistakes = build_site(self.project, self.site, self.address)
        if self.mistakes:
            say("Att rätta:", *self.mistakes)
        else:
            say(f"Klart på {time.monotonic() - started:.1f} s.".replace(".", ",", 1))

    def _serve_request(
        self, environ: dict[str, Any], start_response: Any
    ) -> Iterable[bytes] | None:
        if not environ["PATH_INFO"].startswith("/livereload/"):
            with self._epoch_cond:
                self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
                mistakes, epoch = self.mistakes, self._visible_epoch
            if mistakes:
                html = mistake_page(mistakes).encode()
                page: bytes = self._inject_js_into_html(html, epoch)  # type: ignore[no-untyped-call]
                kind = ("Content-Type", "text/html; charset=utf-8")
                start_response("500 Internal Server Error", [kind, ("Cache-Control", "no-store")])
                return [page]
        return super()._serve_request(environ, start_response)

    def _read_error_page(self, code: int) -> bytes | None:
        page = self.site / f"{code}.html"
        return page.read_bytes() if page.is_file() else None


def build_site(root: Path, site: Path, address: str) -> list[str]:
    """Build the site for a preview, and return a line for each thing that the editor must mend."""
    collector = Collector()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    try:
        # What strict counts as a fault is collected here, and told in words.
        config = load_config(
            str(root / SETTINGS), site_dir=str(site), dev_addr=address, strict=False
        )
        config.site_url = f"http://{address}/"
        build(config, serve_url=config.site_url)
    except Abort:
        pass  # What led to it has been logged.
    except MkDocsException as error:
        collector.messages.append(str(error))
    except Exception as error:  # noqa: BLE001 (an unforeseen mistake is shown as well, and the preview goes on)
        return list(_lines(collector, root)) or [unforeseen_line(error)]
    finally:
        logger.removeHandler(collector)
    return list(_lines(collector, root))


def _lines(collector: Collector, root: Path) -> dict[str, None]:
    """Return each line once, in the order of the messages."""
    return dict.fromkeys(line for said in collector.messages for line in editor_lines(said, root))


def say(*lines: str) -> None:
    """Print lines at once, since the person waits for them."""
    for line in lines:
        sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def show(root: Path, port: int, *, open_in_browser: bool) -> int:
    """Show the site until the person ends it, and return the exit code."""
    # Nothing of MkDocs' own log reaches the terminal: what matters is said in Swedish.
    logger = logging.getLogger("mkdocs")
    logger.addHandler(logging.NullHandler())
    logger.propagate = False
    with tempfile.TemporaryDirectory(prefix="ract-") as site:
        server = Preview(root, Path(site), port)
        try:
            say("Bygger sajten …")
            server.rebuild()
            for path in WATCHED:
                server.watch(str(root / path))
            say(f"Öppna http://{server.address}/ i webbläsaren. Avsluta med Ctrl + C.")
            server.serve(open_in_browser=open_in_browser)  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            say("Avslutat.")
        except OSError as error:
            say(
                f"Det går inte att visa sajten på http://{server.address}/ ({error.strerror})."
                " Är den redan öppen från ett annat fönster? Stäng det och försök igen."
            )
            return 1
        finally:
            server.shutdown()
    return 0


def main() -> int:
    """Show the site of this folder."""
    parser = argparse.ArgumentParser(prog="python -m macros.preview")
    parser.add_argument("--open", action="store_true", help="öppna webbläsaren")
    parser.add_argument("--port", type=int, default=8000, help="annan port än 8000")
    choice = parser.parse_args()
    return show(Path.cwd(), choice.port, open_in_browser=choice.open)


if __name__ == "__main__":
    sys.exit(main())
