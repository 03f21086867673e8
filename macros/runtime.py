"""What the browser downloads besides our pages, proved to be whole.

Svenska: körfiler. May import: MkDocs' PluginError. Laid out by `tools/runtime.py`.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from mkdocs.exceptions import PluginError

LOCK = Path("tools", "runtime.lock.json")
FOLDER = Path(".runtime")
STAMP = FOLDER / ".stamp"


@dataclass(frozen=True, slots=True)
class Part:
    """Something others made that the site passes on, with its licence."""

    name: str
    version: str
    licence: str
    text: str
    about: str


@dataclass(frozen=True, slots=True)
class RuntimeLock:
    """Every part, and the SHA-256 of every file by its path in the site."""

    parts: tuple[Part, ...]
    files: dict[str, str]


def read_runtime_lock(root: Path) -> RuntimeLock:
    """Return what git says that the runtime is."""
    raw = json.loads((root / LOCK).read_text(encoding="utf-8"))
    return RuntimeLock(tuple(Part(**part) for part in raw["parts"]), dict(raw["files"]))


def find_damage(root: Path, lock: RuntimeLock) -> list[str]:
    """Return the paths of runtime files that are missing or not what the lock names."""
    return [path for path, wanted in lock.files.items() if sha256(root / FOLDER / path) != wanted]


def require_whole(root: Path, lock: RuntimeLock) -> None:
    """Stop the build, with the one line that tells what to run, unless the runtime is whole."""
    damaged = find_damage(root, lock)
    if not damaged:
        return
    # Without its stamp the next set-up lays everything out anew.
    (root / STAMP).unlink(missing_ok=True)
    more = f" (och {len(damaged) - 1} till)" if len(damaged) > 1 else ""
    raise PluginError(
        f"Filen {FOLDER.as_posix()}/{damaged[0]}{more} saknas eller är ändrad. Kör: make serve"
    )


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal, or nothing when there is no such file."""
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
