"""Where a worksheet's page leads on: the sheets before and after, its tab, the manual that speaks of it.

Svenska: gå vidare. May import: catalogue, front_matter, order, overviews, ract.model. The lines are put
under the page's own heading *Gå vidare*, as Markdown, so that MkDocs checks the links.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from macros.catalogue import FOLDER
from macros.front_matter import read_front_matter
from macros.order import Order
from ract.model import Worksheet

HEADING = "## Gå vidare"
MANUAL = "flikar"
LINK = re.compile(r"\]\(([^)#\s]+\.md)[^)\s]*\)")
SAID = {"tillval": " (tillval)"}
Places = dict[str, list[tuple[str, str]]]


def speaking_pages(docs: Path) -> Places:
    """Return, by sheet id, the manual's pages that link to the sheet: their file and title."""
    found: Places = {}
    for file in sorted((docs / MANUAL).rglob("*.md")):
        words = file.read_text(encoding="utf-8")
        source = file.relative_to(docs).as_posix()
        title = str(read_front_matter(words).values.get("title", "")).partition(":")[0]
        targets = (resolve(source, address) for address in LINK.findall(words))
        for folder, name in dict.fromkeys(posixpath.split(target) for target in targets):
            if folder == FOLDER:
                found.setdefault(name.removesuffix(".md"), []).append((source, title))
    return found


def resolve(source: str, address: str) -> str:
    """Return the file that a link on a page leads to, from the docs folder."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), address))


def with_onward(markdown: str, sheet: Worksheet, order: Order, places: Places) -> str:
    """Return a sheet's page that tells where to go on, whatever the editor wrote there."""
    before, heading, own = markdown.partition(f"\n{HEADING}\n")
    lines = neighbours(sheet, order)
    already = {resolve(f"{FOLDER}/x.md", address) for address in LINK.findall(own)}
    tail = list(manual_lines(sheet, places, already))
    kept = own.strip() if heading else ""
    parts = [*lines, *([kept] if kept else []), *tail]
    return f"{before.rstrip()}\n\n{HEADING}\n\n" + "\n".join(parts) + "\n"


def neighbours(sheet: Worksheet, order: Order) -> list[str]:
    """Return the lines to the sheets before and after in the order of the binder."""
    found = (("Förra bladet", order.before(sheet.id)), ("Nästa blad", order.after(sheet.id)))
    return [
        f"- {word}: [{other.title}]({other.id}.md){SAID.get(other.level, '')}"
        for word, other in found
        if other
    ]


def manual_lines(sheet: Worksheet, places: Places, already: set[str]) -> Iterator[str]:
    """Yield a line to each manual page that speaks of the sheet and is not linked already."""
    for source, title in places.get(sheet.id, []):
        if source not in already:
            yield f"- Läs mer: [{title}](../{source})"
