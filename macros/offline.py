"""What a device needs to use the site without a network: every file with its hash, and the build's id.

Svenska: utan nät. May import: runtime, MkDocs' PluginError. It is the last step of the build, since it
hashes what the others have made. The pages carry the id and the id comes from the pages, so the id is
taken while its place in each file is still blank, and each file's hash after the place is filled in:
what the browser checks is the very bytes that it gets. The service worker carries the hash of the list.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from macros.runtime import sha256

LIST = "offline.json"
SITE, PDF = "sidor", "pdf"
BLANK_META = '<meta name="build" content="">'
BLANK_LINE = 'const BUILD = "";'
BLANK_CALL = 'requireBuild("");'
BLANK_LIST_LINE = 'const LIST = "";'
BLANK_KEY = '"build": ""'
WORKER = "sw.js"
# The browser keeps a service worker's own scripts beside it.
WORKERS = (WORKER, "sw-files.js", "sw-serve.js")
# What each of these files says of the build, while it is still blank.
PLACES = {
    "sw.js": BLANK_LINE,
    "sw-files.js": BLANK_CALL,
    "sw-serve.js": BLANK_CALL,
    "assets/js/shared/root.js": BLANK_LINE,
    "runtime/manifest.json": BLANK_KEY,
}
ID_LENGTH = 16
# Tells when it was made, and is for search engines.
UNHASHED = ("sitemap.xml", "sitemap.xml.gz")


def publish_offline(site: Path) -> str:
    """Give every file its build, write the list of them, and return the build's id."""
    build = build_id(site)
    for path in stamped_files(site):
        stamp(site, path, build)
    text = json.dumps(offline_list(site, build), ensure_ascii=False, indent=1)
    (site / LIST).write_text(text, encoding="utf-8")
    fill_in(site, WORKER, BLANK_LIST_LINE, f'const LIST = "{sha256(site / LIST)}";')
    return build


def published_files(site: Path) -> list[str]:
    """Return the path of every file that the build answers for, in a fixed order."""
    paths = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return sorted(path for path in paths if path not in (*UNHASHED, LIST))


def build_id(site: Path) -> str:
    """Return what tells this build from every other: a digest of all files, their ids blank."""
    lines = (f"{sha256(site / path)}  {path}\n" for path in published_files(site))
    return hashlib.sha256("".join(lines).encode("utf-8")).hexdigest()[:ID_LENGTH]


def stamped_files(site: Path) -> list[str]:
    """Return the files that say which build they belong to: the pages, and those with a place."""
    pages = [path for path in published_files(site) if path.endswith(".html")]
    return [*pages, *PLACES]


def stamp(site: Path, path: str, build: str) -> None:
    """Let one file say which build it belongs to."""
    blank = PLACES.get(path, BLANK_META)
    fill_in(site, path, blank, blank.replace('""', f'"{build}"'))


def fill_in(site: Path, path: str, blank: str, filled: str) -> None:
    """Fill in the one blank place of a file; without it old and new could be mixed unseen."""
    file = site / path
    text = file.read_text(encoding="utf-8")
    if text.count(blank) != 1:
        raise PluginError(f"Filen {path} ska ha en plats för byggets nummer: {blank}")
    file.write_text(text.replace(blank, filled), encoding="utf-8")


def part_of(path: str) -> str | None:
    """Return which part of the package a file belongs to, or None when it needs the network.

    >>> part_of("om/index.html"), part_of("runtime/typst.whl"), part_of("parm.pdf")
    ('sidor', 'pdf', None)
    """
    if path in WORKERS or path.endswith(".pdf"):
        return None
    return PDF if path.endswith((".whl", ".ttf")) else SITE


def offline_list(site: Path, build: str) -> dict[str, Any]:
    """Return the list that the service worker downloads by."""
    files = [
        {
            "path": path,
            "part": part,
            "bytes": (site / path).stat().st_size,
            "sha256": sha256(site / path),
        }
        for path in published_files(site)
        if (part := part_of(path)) is not None
    ]
    return {"build": build, "files": files}
