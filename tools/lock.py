"""The lock files, written anew after a change of version.

Svenska: låsfiler. May import: the standard library, tools.setup, tools.runtime. Run by `make lock`;
then commit the result.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
from pathlib import Path

from tools.runtime import WHEEL_LOCK, WHEEL_PLATFORM
from tools.setup import BIN, PYTHON, ROOT, assemble_runtime, find_program, install_javascript, run

UV = "uv==0.13.9"
# No addresses and no comments: a lock says what, never from where.
OPTIONS = (
    "--quiet",
    "--universal",
    "--generate-hashes",
    "--python-version=3.11",
    "--no-emit-index-url",
    "--no-annotate",
    "--no-header",
)
LOCKS = ("requirements", "requirements-test", "requirements-node")


def find_uv() -> str:
    """Return uv: the machine's own, else one put into the venv."""
    found = shutil.which("uv") or shutil.which("uv", path=str(BIN))
    if found:
        return found
    run(PYTHON, "-m", "pip", "install", "-q", UV)
    return str(BIN / "uv")


def lock_wheel() -> None:
    """Lock the Typst wheel of the browser at the version that the build uses."""
    text = (ROOT / "requirements.in").read_text(encoding="utf-8")
    wanted = re.search(r"^typst==.+$", text, re.MULTILINE)
    if wanted is None:
        raise SystemExit("requirements.in saknar typst.")
    with tempfile.TemporaryDirectory() as folder:
        options = ("--no-deps", "--only-binary=:all:", *WHEEL_PLATFORM, "-d", folder)
        run(PYTHON, "-m", "pip", "download", "-q", *options, wanted[0])
        wheel = next(Path(folder).glob("*.whl"))
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    WHEEL_LOCK.write_text(f"{wanted[0]} --hash=sha256:{digest}\n", encoding="utf-8")


def main() -> int:
    """Write every lock file, and lay out the runtime that they describe."""
    uv = find_uv()
    for name in LOCKS:
        run(uv, "pip", "compile", *OPTIONS, f"{name}.in", "-o", f"{name}.lock")
    run(find_program("npm"), "install", "--package-lock-only", "--ignore-scripts")
    install_javascript()
    lock_wheel()
    (ROOT / ".runtime" / ".stamp").unlink(missing_ok=True)
    assemble_runtime(write_lock=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
