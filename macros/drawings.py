"""The manual's drawings, put into their pages: letters in the page's font, colours that follow its look.

Svenska: teckningar. May import: MkDocs' PluginError. MkDocs calls `on_page_content` (mkdocs.yml, `hooks`). A drawing
shown as an image cannot reach the page's font nor its colours; so the lines that an editor wrote as a picture become
the drawing itself. In its file it keeps its own colours, for paper.
"""

from __future__ import annotations

import posixpath
import re
from functools import partial
from html import escape, unescape
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

CLASS = "drawing"
PICTURE = re.compile(r'<img (?P<attributes>[^>]*\bsrc="(?P<source>[^"]+)"[^>]*)>')
ALONE = re.compile(rf"<p>\s*{PICTURE.pattern}\s*</p>")
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
ROOT = re.compile(r"<svg\b([^>]*)>(.*)</svg>\s*$", re.DOTALL)
TITLE = re.compile(r"\s*<title>.*?</title>", re.DOTALL)
KEPT = ("viewBox", "width", "height", "font-size")


def on_page_content(html: str, page: Any, config: Any, **_: Any) -> str:
    """Return a page's HTML with each drawing in the place of its image.

    Raises:
        PluginError: When an image is no drawing, stands within a line, says nothing, or has ids of its own.
    """
    put = partial(_figure, Path(config["docs_dir"]), page)
    drawn = ALONE.sub(put, html)
    if left := PICTURE.search(drawn):
        raise _mistake(
            page, left["source"], "ska stå på en egen rad, med en tom rad före och efter"
        )
    return drawn


def _figure(docs: Path, page: Any, found: re.Match[str]) -> str:
    source = found["source"]
    said = dict(ATTRIBUTE.findall(found["attributes"]))
    file = docs / posixpath.normpath(posixpath.join(posixpath.dirname(page.url + "x"), source))
    if file.suffix != ".svg":
        raise _mistake(page, source, "är ingen SVG-fil. Boken och pärmen visar bara sådana")
    if not said.get("alt"):
        raise _mistake(page, source, "saknar text för den som inte ser den. Skriv den inom [ ]")
    whole = ROOT.search(file.read_text(encoding="utf-8")) if file.is_file() else None
    if whole is None:
        raise _mistake(page, source, "går inte att läsa som en SVG-fil")
    if " id=" in whole[0]:
        raise _mistake(page, source, "har id på sina delar, som kan krocka med sidans egna")
    own = dict(ATTRIBUTE.findall(whole[1]))
    kept = "".join(f' {name}="{own[name]}"' for name in KEPT if name in own)
    classes = f"{CLASS} {said.get('class', '')}".strip()
    return (
        f'<figure class="{classes}" data-drawing="{source}" data-search-exclude>'
        f'<svg role="img" aria-label="{escape(unescape(said["alt"]))}"{kept}>'
        f"{TITLE.sub('', whole[2])}</svg></figure>"
    )


def _mistake(page: Any, source: str, what: str) -> PluginError:
    return PluginError(f"docs/{page.file.src_uri}: bilden {posixpath.basename(source)} {what}.")
