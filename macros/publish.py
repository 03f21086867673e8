"""What stands beside the pages on the built site: all that the browser's code asks for.

Svenska: publicering. May import: runtime. The names and places here are those that
`overrides/assets/js` relies on.
"""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from macros.runtime import FOLDER, RuntimeLock, sha256

PYODIDE = "runtime/pyodide/"
RACT = "runtime/ract.zip"
MANIFEST = "runtime/manifest.json"
DEFINITIONS = "definitions.json"
# render makes HTML at build time with Jinja2, which the browser does not have; blank sheets, the
# book and questionnaires are made by the build.
LEFT_OUT = (
    "ract/render/",
    "ract/wording.py",
    "ract/export/blank",
    "ract/export/book",
    "ract/export/fhir.",
)
# The one switch of the fast start: whether Python's memory is kept between pages (engine/snapshot.js).
SNAPSHOT = True
# Material's own script, search and styles, which our pages do not load.
UNUSED = (
    "assets/javascripts/*.js",
    "assets/javascripts/lunr/**/*.js",
    "assets/javascripts/workers/*",
    "assets/javascripts/**/*.map",
    "assets/stylesheets/*",
    "assets/images/favicon.png",
)
# The oldest moment a zip can tell; a fixed one keeps the file the same from build to build.
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def publish_all(
    root: Path, site: Path, lock: RuntimeLock, definitions: Sequence[Mapping[str, object]]
) -> None:
    """Put everything in place; the manifest comes last, since it holds the others' hashes."""
    publish_runtime(root, site, lock)
    publish_ract(root / "src", site)
    publish_definitions(definitions, site)
    publish_manifest(site, lock)
    drop_unused(site)


def publish_runtime(root: Path, site: Path, lock: RuntimeLock) -> None:
    """Copy the runtime into the site."""
    for path in lock.files:
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        place(root / FOLDER / path, target)


def place(source: Path, target: Path) -> None:
    """Put a file in the site: linked when the disk allows it, since the files are large."""
    target.unlink(missing_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def publish_ract(source: Path, site: Path) -> None:
    """Pack the pure half of our Python for the browser, the same bytes each time."""
    target = site / RACT
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted((source / "ract").rglob("*")):
            name = path.relative_to(source).as_posix()
            if path.is_file() and "__pycache__" not in name and not name.startswith(LEFT_OUT):
                archive.writestr(zipfile.ZipInfo(name, ZIP_EPOCH), path.read_bytes())


def publish_definitions(definitions: Sequence[Mapping[str, object]], site: Path) -> None:
    """Write every worksheet's definition, for the browser's half to read."""
    text = json.dumps(list(definitions), ensure_ascii=False, separators=(",", ":"))
    (site / DEFINITIONS).write_text(text, encoding="utf-8")


def publish_manifest(site: Path, lock: RuntimeLock) -> None:
    """Write where the runtime lies and what each file's hash is."""
    wheels = {Path(path).name.split("-")[0]: path for path in lock.files if path.endswith(".whl")}
    fonts = sorted(path for path in lock.files if path.endswith(".ttf"))
    own = {path: sha256(site / path) for path in (RACT, DEFINITIONS)}
    manifest = {
        # Filled in by the last step of the build (offline.py).
        "build": "",
        "pyodide": PYODIDE,
        "ract": RACT,
        "wheels": wheels,
        "fonts": fonts,
        "snapshot": SNAPSHOT,
        "hashes": dict(sorted({**lock.files, **own}.items())),
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    (site / MANIFEST).write_text(text, encoding="utf-8")


def drop_unused(site: Path) -> None:
    """Take away what the theme brought and no page of ours asks for."""
    for pattern in UNUSED:
        for path in site.glob(pattern):
            path.unlink()
