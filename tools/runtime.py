"""What the browser downloads besides our own pages, laid out in `.runtime/`.

Svenska: körfiler. May import: the standard library and fontTools, in the venv of `tools/setup.py`.
`tools/runtime.lock.json` (in git) names every file with its hash. `--lock` writes it anew after a
change of version; without it, a file that differs from the lock stops the set-up.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
RUNTIME = ROOT / ".runtime"
LOCK = ROOT / "tools" / "runtime.lock.json"
WHEEL_LOCK = ROOT / "requirements-browser.lock"
# The platform of Pyodide 314: see `platform` in its own lock file.
WHEEL_PLATFORM = ("--platform", "pyemscripten_2026_0_wasm32", "--python-version", "314")
FONT = "@fontsource/atkinson-hyperlegible-next"
STYLES = {
    "Regular": "400-normal",
    "Italic": "400-italic",
    "Bold": "700-normal",
    "BoldItalic": "700-italic",
}
SUBSETS = ("latin", "latin-ext")
AGE = "runtime/vendor/age"
# Browsers know addresses, not packages: each folder of AGE is named after one.
PACKAGE_IMPORT = re.compile(rb'from "@(?:noble|scure)/([a-z]+)(?:/([\w.]+))?"')


class RuntimeLockError(Exception):
    """A file that is not the one the lock names; its text is shown to the person as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing we pass on that others made: where it comes from and under which licence."""

    name: str
    package: str  # a folder in node_modules, or "" when it comes as a wheel
    licence: str
    licence_file: Path
    about: str
    copies: dict[str, str] = field(default_factory=dict)  # path in .runtime: path in the package


PARTS = (
    Part(
        name="Pyodide",
        package="pyodide",
        licence="MPL-2.0",
        # The npm package leaves the text out; this one is the same licence, word for word.
        licence_file=MODULES / "axe-core" / "LICENSE",
        about="Python i webbläsaren. Innehåller CPython (PSF-2.0).",
        copies={
            f"runtime/pyodide/{name}": name
            for name in (
                "pyodide.mjs",
                "pyodide.asm.mjs",
                "pyodide.asm.wasm",
                "python_stdlib.zip",
                "pyodide-lock.json",
            )
        },
    ),
    Part(
        name="idb",
        package="idb",
        licence="ISC",
        licence_file=MODULES / "idb" / "LICENSE",
        about="Lagring i webbläsaren.",
        copies={"runtime/vendor/idb.js": "build/index.js"},
    ),
    Part(
        name="hash-wasm",
        package="hash-wasm",
        licence="MIT",
        licence_file=MODULES / "hash-wasm" / "LICENSE",
        about="Gör lösenfrasen till en nyckel (Argon2).",
        copies={"runtime/vendor/argon2.umd.min.js": "dist/argon2.umd.min.js"},
    ),
    Part(
        name="age-encryption",
        package="age-encryption",
        licence="BSD-3-Clause",
        licence_file=MODULES / "age-encryption" / "LICENSE",
        about="Säkerhetskopians filformat (age).",
        copies={f"{AGE}/age/{name}.js": f"dist/{name}.js" for name in ("format", "io", "stream")},
    ),
    Part(
        name="noble-hashes",
        package="@noble/hashes",
        licence="MIT",
        licence_file=MODULES / "@noble" / "hashes" / "LICENSE",
        about="Gör säkerhetskopians lösenfras till en nyckel (scrypt).",
        copies={
            f"{AGE}/hashes/{name}.js": f"{name}.js"
            for name in ("_md", "_u64", "hkdf", "hmac", "pbkdf2", "scrypt", "sha2", "utils")
        },
    ),
    Part(
        name="noble-ciphers",
        package="@noble/ciphers",
        licence="MIT",
        licence_file=MODULES / "@noble" / "ciphers" / "LICENSE",
        about="Krypterar säkerhetskopian (ChaCha20-Poly1305).",
        copies={
            f"{AGE}/ciphers/{name}.js": f"{name}.js"
            for name in ("_arx", "_poly1305", "chacha", "utils")
        },
    ),
    Part(
        name="scure-base",
        package="@scure/base",
        licence="MIT",
        licence_file=MODULES / "@scure" / "base" / "LICENSE",
        about="Skriver säkerhetskopians huvud (base64).",
        copies={f"{AGE}/base/index.js": "index.js"},
    ),
    Part(
        name="Atkinson Hyperlegible Next",
        package=FONT,
        licence="OFL-1.1",
        licence_file=MODULES / FONT / "LICENSE",
        about="Typsnittet på sidorna och i utskrifterna.",
        copies={
            f"assets/fonts/atkinson-hyperlegible-next-{subset}-{style}.woff2": (
                f"files/atkinson-hyperlegible-next-{subset}-{style}.woff2"
            )
            for subset in SUBSETS
            for style in STYLES.values()
        },
    ),
)
THEME = "mkdocs-material"
THEME_NAME = "Material for MkDocs"
THEME_ABOUT = "Sökningen. Innehåller Lunr (MIT)."
TYPST_LICENCE = "Apache-2.0"
TYPST_ABOUT = "Gör PDF. Innehåller typsnitten Libertinus, New Computer Modern och DejaVu."


def package_version(package: str) -> str:
    """Return the installed version of an npm package."""
    text = (MODULES / package / "package.json").read_text(encoding="utf-8")
    return str(json.loads(text)["version"])


def convert_font(style: str) -> bytes:
    """Return one style as TTF for Typst, with the names of Europe in it.

    The web font comes in two files, so that a page loads only what it shows. Typst would take the
    letters of the second file (š, ł, ć) from another family, so here they become one font.
    """
    sources, born = [], 0
    for subset in SUBSETS:
        path = MODULES / FONT / "files" / f"atkinson-hyperlegible-next-{subset}-{style}.woff2"
        font = TTFont(path, recalcTimestamp=False)
        font.flavor = None
        born = font["head"].created
        plain = io.BytesIO()
        font.save(plain)
        plain.seek(0)
        sources.append(plain)
    merged = Merger().merge(sources)
    merged.recalcTimestamp = False
    # The merger would write the time of day, and the file would differ from the lock.
    merged["head"].created = merged["head"].modified = born
    out = io.BytesIO()
    merged.save(out)
    return out.getvalue()


def fetch_wheel() -> Path:
    """Return the Typst wheel for the browser, downloaded by pip and checked against its hash."""
    folder = RUNTIME / "download"
    for wheel in folder.glob("typst-*.whl"):
        return wheel
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--require-hashes"]
    command += ["--only-binary=:all:", *WHEEL_PLATFORM, "-d", str(folder), "-r", str(WHEEL_LOCK)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeLockError(f"Det gick inte att hämta Typst för webbläsaren.\n{done.stderr}")
    return next(folder.glob("typst-*.whl"))


def theme_licence(theme: importlib.metadata.Distribution) -> bytes:
    """Return the licence text of the theme, whose search script the site passes on."""
    ending = ".dist-info/licenses/LICENSE"
    [entry] = [file for file in theme.files or () if file.as_posix().endswith(ending)]
    return Path(str(entry.locate())).read_bytes()


def by_address(script: bytes) -> bytes:
    """Return a script of age's that imports the others by their addresses here."""
    return PACKAGE_IMPORT.sub(
        lambda found: b'from "../%b/%b"' % (found[1], found[2] or b"index.js"), script
    )


def licence_path(name: str) -> str:
    """Return where the licence text of a part is published."""
    return f"runtime/licenser/{name.lower().replace(' ', '-')}.txt"


def collect() -> tuple[dict[str, bytes], list[dict[str, str]]]:
    """Return every file by its path in the site, and the list of parts for the licence page."""
    files: dict[str, bytes] = {}
    parts = []
    for part in PARTS:
        for target, source in part.copies.items():
            data = (MODULES / part.package / source).read_bytes()
            files[target] = by_address(data) if target.startswith(AGE) else data
        files[licence_path(part.name)] = part.licence_file.read_bytes()
        parts.append(describe(part.name, package_version(part.package), part.licence, part.about))
    for name, style in STYLES.items():
        files[f"runtime/fonts/AtkinsonHyperlegibleNext-{name}.ttf"] = convert_font(style)
    wheel = fetch_wheel()
    files[f"runtime/{wheel.name}"] = wheel.read_bytes()
    version = wheel.name.split("-")[1]
    with zipfile.ZipFile(wheel) as archive:
        text = archive.read(f"typst-{version}.dist-info/licenses/LICENSE")
    files[licence_path("Typst")] = text
    theme = importlib.metadata.distribution(THEME)
    files[licence_path(THEME_NAME)] = theme_licence(theme)
    parts.append(describe(THEME_NAME, theme.version, "MIT", THEME_ABOUT))
    parts.append(describe("Typst", version, TYPST_LICENCE, TYPST_ABOUT))
    return files, parts


def describe(name: str, version: str, licence: str, about: str) -> dict[str, str]:
    """Return one line of the licence page."""
    return {
        "name": name,
        "version": version,
        "licence": licence,
        "text": licence_path(name),
        "about": about,
    }


def lock_text(files: dict[str, bytes], parts: list[dict[str, str]]) -> str:
    """Return the lock file: parts, and a hash for every file."""
    hashes = {path: hashlib.sha256(data).hexdigest() for path, data in sorted(files.items())}
    return json.dumps({"parts": parts, "files": hashes}, ensure_ascii=False, indent=2) + "\n"


def require_same(written: str, locked: str) -> None:
    """Stop when what was collected is not what the lock names."""
    if written == locked:
        return
    now: dict[str, Any] = json.loads(written)["files"]
    then: dict[str, Any] = json.loads(locked)["files"]
    odd = sorted(path for path in now | then if now.get(path) != then.get(path))
    raise RuntimeLockError(
        "De hämtade filerna stämmer inte med tools/runtime.lock.json: "
        + (", ".join(odd) or "versioner eller licenser skiljer sig")
        + ". Är ändringen avsiktlig: kör make lock."
    )


def assemble(*, write_lock: bool) -> None:
    """Lay out `.runtime/`, checked against the lock (or writing it)."""
    files, parts = collect()
    text = lock_text(files, parts)
    if write_lock:
        LOCK.write_text(text, encoding="utf-8")
    require_same(text, LOCK.read_text(encoding="utf-8"))
    for folder in ("runtime", "assets"):
        shutil.rmtree(RUNTIME / folder, ignore_errors=True)
    for path, data in files.items():
        target = RUNTIME / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    shutil.rmtree(RUNTIME / "download", ignore_errors=True)


def main(arguments: list[str]) -> int:
    """Assemble the runtime and return the exit code."""
    try:
        assemble(write_lock="--lock" in arguments)
    except RuntimeLockError as error:
        print(error)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
