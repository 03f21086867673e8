"""Everything a machine can say about the code, in one go.

Svenska: granskning. May import: the standard library. Each check runs even when an earlier one
failed, so that one run tells all there is to mend.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"


def python(*words: str) -> list[str]:
    """Return a command that runs a module of this environment."""
    return [sys.executable, "-m", *words]


def node(script: str, *words: str) -> list[str]:
    """Return a command that runs an installed JavaScript tool."""
    own = Path(sys.executable).with_name("node.exe" if os.name == "nt" else "node")
    program = str(own) if own.exists() else shutil.which("node") or "node"
    return [program, str(MODULES / script), *words]


CHECKS = {
    "ruff: regler": python("ruff", "check", "--quiet", "."),
    "ruff: form": python("ruff", "format", "--check", "--quiet", "."),
    "mypy: typer i Python": python("mypy"),
    "import-linter: vem som får importera vem": [
        str(Path(sys.executable).with_name("lint-imports"))
    ],
    "tsc: typer i sidornas JavaScript": node("typescript/bin/tsc", "-p", "tsconfig.json"),
    "tsc: typer i bakgrundsskripten": node("typescript/bin/tsc", "-p", "tsconfig.worker.json"),
    "eslint: vad JavaScript inte får göra": node("eslint/bin/eslint.js", "--max-warnings=0"),
    "pytest: husets form": python("pytest", "-q", "tests/architecture"),
}


def main() -> int:
    """Run every check and return how it went."""
    failed = []
    for title, command in CHECKS.items():
        start = time.monotonic()
        done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
        seconds = time.monotonic() - start
        print(f"{'ok ' if done.returncode == 0 else 'FEL'} {title} ({seconds:.1f} s)", flush=True)
        if done.returncode:
            failed.append(title)
            print(f"{done.stdout}{done.stderr}".rstrip(), flush=True)
    if failed:
        print(f"\n{len(failed)} av {len(CHECKS)} granskningar hittade något att laga.")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
