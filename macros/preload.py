"""The modules that a page's script imports, told to the browser before it asks for them.

Svenska: förladdning. May import: the standard library. A module tells what it imports only when it
has come, so a first visit would wait for one row of modules after another. The page names them all
from the start instead. What a page starts is read from the table in main.js, what that imports from
the import lines.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

MAIN = "assets/js/main.js"
STATIC_IMPORT = re.compile(
    r'^(?:import\s+(?:[^"\';]*?\sfrom\s+)?|export\s[^"\';=]*?\sfrom\s+)"(\.[^"]+)";', re.MULTILINE
)
# One line of the table in main.js: what a page may hold, and the module that brings it to life.
STARTED = re.compile(r"""\[(["'])(\w*)\[([\w-]+)(?:="([\w-]+)")?\]\1, "(\.[^"]+)"\]""")
MAIN_SCRIPT = re.compile(rf'<script src="([^"]*){re.escape(MAIN)}"')
END_OF_HEAD = "</head>"


class Starter(NamedTuple):
    """What a page must hold for a module to be started: an element, an attribute, its value."""

    tag: str
    attribute: str
    value: str
    module: str


class ElementReader(HTMLParser):
    """Notes which of the starters' elements a page holds."""

    def __init__(self, starters: Sequence[Starter]) -> None:
        super().__init__()
        self.starters = starters
        self.modules: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the modules that this element starts."""
        values = dict(attrs)
        for starter in self.starters:
            has_tag = starter.tag in ("", tag)
            has_value = starter.value in ("", values.get(starter.attribute))
            if has_tag and has_value and starter.attribute in values:
                self.modules.add(starter.module)


def static_imports(text: str, path: str) -> list[str]:
    """Return the modules that a module imports before it runs, by their paths in the site."""
    folder = posixpath.dirname(path)
    return [posixpath.normpath(posixpath.join(folder, way)) for way in STATIC_IMPORT.findall(text)]


def import_graph(site: Path, start: str) -> list[str]:
    """Return a module and all that it imports, however far away, the nearest first."""
    found = [start]
    for path in found:
        imported = static_imports((site / path).read_text(encoding="utf-8"), path)
        found += [one for one in dict.fromkeys(imported) if one not in found]
    return found


def read_starters(main: str) -> tuple[Starter, ...]:
    """Return the table in main.js: what a page may hold, and the module that it starts."""
    folder = posixpath.dirname(MAIN)
    return tuple(
        Starter(tag, attribute, value, posixpath.normpath(posixpath.join(folder, way)))
        for _, tag, attribute, value, way in STARTED.findall(main)
    )


@lru_cache(maxsize=256)
def started_modules(html: str, starters: tuple[Starter, ...]) -> tuple[str, ...]:
    """Return the modules that main.js starts on a page, in the order of its table.

    What was read is kept, so that a preview reads only the pages that changed.
    """
    reader = ElementReader(starters)
    reader.feed(html)
    reader.close()
    return tuple(starter.module for starter in starters if starter.module in reader.modules)


def with_preloads(html: str, modules: list[str]) -> str:
    """Return a page that names the modules at the end of its head, as it names its main script."""
    script = MAIN_SCRIPT.search(html)
    if script is None:
        return html
    links = "".join(f'<link rel="modulepreload" href="{script[1]}{path}">' for path in modules)
    return html.replace(END_OF_HEAD, links + END_OF_HEAD, 1)


def preload_pages(site: Path) -> None:
    """Let every page of the built site name the modules that it will import."""
    starters = read_starters((site / MAIN).read_text(encoding="utf-8"))
    graphs = {path: import_graph(site, path) for path in (MAIN, *(one.module for one in starters))}
    for page in sorted(site.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        starts = [MAIN, *started_modules(html, starters)]
        modules = list(dict.fromkeys(module for start in starts for module in graphs[start]))
        page.write_text(with_preloads(html, modules), encoding="utf-8")
