"""One zip with the whole site, and the sums to check it by.

Svenska: utgåva. May import: the standard library. The same commit gives the same bytes, wherever
it is built.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
# Where there is no git (a downloaded copy), every build still tells the same time.
NO_DATE = "315532800"


def edition() -> str:
    """Return the edition that pyproject.toml names."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def commit_time() -> str:
    """Return when the last commit was made, in seconds, as builds want to know it."""
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        return NO_DATE
    return done.stdout.strip() or NO_DATE


def build(site: Path) -> None:
    """Build the site, strictly, into an empty folder."""
    shutil.rmtree(site, ignore_errors=True)
    environment = {**os.environ, "SOURCE_DATE_EPOCH": commit_time()}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", str(site)]
    done = subprocess.run(command, cwd=ROOT, check=False, env=environment)
    if done.returncode:
        raise SystemExit(done.returncode)


def sums(site: Path) -> str:
    """Return one line for every file: its SHA-256 and its path."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return "".join(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(site).as_posix()}\n"
        for path in files
    )


def pack(site: Path, target: Path) -> None:
    """Pack the site into a zip whose bytes depend on nothing but the files."""
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(site.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(path.relative_to(site).as_posix(), ZIP_EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, path.read_bytes())


def main() -> int:
    """Build, count and pack; tell where the zip is."""
    name = f"ract-parmen-{edition()}"
    site, target = DIST / name, DIST / f"{name}.zip"
    DIST.mkdir(exist_ok=True)
    build(site)
    (site / "SHA256SUMS").write_text(sums(site), encoding="utf-8")
    pack(site, target)
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    (DIST / f"{name}.zip.sha256").write_text(f"{digest}  {target.name}\n", encoding="utf-8")
    print(f"Klart: {target.relative_to(ROOT)} ({target.stat().st_size / 1e6:.0f} MB)\n{digest}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
