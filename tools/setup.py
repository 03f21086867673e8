"""Everything the project needs, installed from nothing but Python.

Svenska: förberedelser. May import: the standard library only, since it runs before anything is
installed. `python3 tools/setup.py site` prepares for `make serve`; `test` adds what tests and
checks need. A step is skipped when its stamp tells that the same inputs were already used.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
OLDEST_PYTHON = (3, 11)
OLDEST_NODE = (20, 19)


class SetupError(Exception):
    """A set-up step that cannot go on; its text is shown to the person as it is."""


def say(text: str) -> None:
    """Print one line at once, so that the person sees what takes time."""
    print(text, flush=True)


def run(*command: str | Path, quiet: bool = True) -> None:
    """Run a command; when it fails, stop with what it said."""
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=ROOT, check=False, text=True, capture_output=quiet)
    if done.returncode:
        said = f"{done.stdout}\n{done.stderr}".strip() if quiet else ""
        raise SetupError(f"Det gick inte att köra: {' '.join(words)}\n{said}")


def fingerprint(*parts: Path | str) -> str:
    """Return one hash of files and words, to tell whether a step must run again."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.read_bytes() if isinstance(part, Path) else part.encode())
        digest.update(b"\0")
    return digest.hexdigest()


def once(stamp: Path, print_: str, title: str, step: Callable[[], None]) -> None:
    """Run a step unless its stamp already holds this fingerprint."""
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == print_:
        return
    say(title)
    step()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(print_, encoding="utf-8")


def is_root_on_debian() -> bool:
    """Tell whether we may install Debian packages ourselves."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install_debian(*packages: str) -> None:
    """Install Debian packages, with a fresh package list."""
    run("apt-get", "update", "-qq")
    run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages)


def make_venv() -> None:
    """Make the virtual environment, with pip, on this Python."""
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian leaves it out of plain python3
    except ImportError:
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if not is_root_on_debian():
            raise SetupError(
                f"Python saknar venv. Installera paketet {package} (eller python3-venv) och försök igen."
            ) from None
        install_debian(package)
    run(sys.executable, "-m", "venv", "--clear", VENV)
    run(PYTHON, "-c", _WRITE_PATH_FILE, ROOT / "src")


# The venv itself knows best where its packages lie; "src" then imports like an installed package.
_WRITE_PATH_FILE = (
    "import pathlib, sys, sysconfig;"
    "pathlib.Path(sysconfig.get_path('purelib'), 'ract.pth')"
    ".write_text(sys.argv[1] + chr(10), encoding='utf-8')"
)


def install_python(lock: str) -> None:
    """Install what one lock file names, each file checked against its hash."""
    path = ROOT / lock
    version = f"{sys.version} {sysconfig.get_platform()}"
    once(
        VENV / f".{lock}.stamp",
        fingerprint(path, version),
        f"Installerar Pythonpaket ({lock}) …",
        lambda: run(
            PYTHON, "-m", "pip", "install", "-q", "--require-hashes", "--no-deps", "-r", path
        ),
    )


def node_version(node: str) -> tuple[int, ...]:
    """Return a node program's version, or an empty tuple when it does not run."""
    try:
        said = subprocess.run([node, "--version"], check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        return ()
    return tuple(int(part) for part in said.stdout.strip().lstrip("v").split(".")[:2])


def find_program(name: str) -> str:
    """Return node or npm: the machine's own when new enough, else the one in the venv."""
    node, wanted = shutil.which("node"), shutil.which(name)
    if node and wanted and node_version(node) >= OLDEST_NODE:
        return wanted
    install_python("requirements-node.lock")
    return str(BIN / name) if os.name != "nt" else str(BIN / f"{name}.exe")


def install_javascript() -> None:
    """Install the JavaScript packages that package-lock.json names."""
    modules = ROOT / "node_modules"
    files = [ROOT / name for name in ("package.json", "package-lock.json")]
    once(
        modules / ".stamp",
        fingerprint(*files),
        "Hämtar JavaScriptpaket …",
        lambda: run(find_program("npm"), "ci", "--ignore-scripts", "--no-fund", "--no-audit"),
    )


def assemble_runtime(*, write_lock: bool = False) -> None:
    """Lay out what the browser downloads (Pyodide, Typst, libraries, font) in `.runtime/`."""
    inputs = ["tools/runtime.py", "tools/runtime.lock.json", "requirements-browser.lock"]
    files = [ROOT / name for name in (*inputs, "package-lock.json", "requirements.lock")]
    once(
        ROOT / ".runtime" / ".stamp",
        fingerprint(*files),
        "Lägger fram det som webbläsaren hämtar …",
        lambda: run(PYTHON, ROOT / "tools" / "runtime.py", *(["--lock"] if write_lock else [])),
    )


def drives_browsers() -> bool:
    """Tell whether the program that steers the tests' browser can start on this machine."""
    words = [str(PYTHON), "-m", "playwright", "--version"]
    return subprocess.run(words, check=False, capture_output=True).returncode == 0


def install_driver_library() -> None:
    """Make sure that Playwright's own Node finds libatomic, which a bare Debian does not have."""
    if drives_browsers():
        return
    if not is_root_on_debian():
        raise SetupError(
            "Testerna behöver libatomic. Installera paketet libatomic1 och försök igen."
        )
    say("Installerar libatomic1 …")
    install_debian("libatomic1")


def find_chromium() -> str | None:
    """Return the machine's own Chromium or Chrome, when there is one."""
    names = (
        "chromium-headless-shell",
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    )
    return next((path for path in map(shutil.which, names) if path), None)


def install_chromium() -> None:
    """Make sure that there is a browser for the tests."""
    if find_chromium():
        return
    if is_root_on_debian():
        say("Installerar Chromium …")
        # The shell without windows: the tests take about a third less time in it.
        install_debian("chromium-headless-shell")
        return
    once(
        VENV / ".chromium.stamp",
        fingerprint(ROOT / "requirements-test.lock"),
        "Hämtar Chromium …",
        lambda: run(PYTHON, "-m", "playwright", "install", "chromium"),
    )


def install_poppler() -> None:
    """Make sure that the tests can read a PDF back (pdftotext, pdftoppm)."""
    if shutil.which("pdftotext"):
        return
    if not is_root_on_debian():
        raise SetupError(
            "Testerna behöver pdftotext. Installera paketet poppler-utils och försök igen."
        )
    say("Installerar poppler-utils …")
    install_debian("poppler-utils")


def prepare_site() -> None:
    """Prepare everything that building the site needs."""
    once(
        VENV / ".stamp",
        fingerprint(f"{sys.version} {ROOT}"),
        "Skapar .venv …",
        make_venv,
    )
    install_python("requirements.lock")
    install_javascript()
    assemble_runtime()


def prepare_test() -> None:
    """Prepare everything that the tests and checks need, a browser included."""
    prepare_site()
    install_python("requirements-test.lock")
    install_driver_library()
    install_chromium()
    install_poppler()


def main(arguments: list[str]) -> int:
    """Prepare what the argument names and return the exit code."""
    if sys.version_info < OLDEST_PYTHON:
        say(
            "RACT-pärmen behöver Python 3.11 eller nyare. Installera en nyare Python och försök igen."
        )
        return 1
    steps = {"site": prepare_site, "test": prepare_test}
    step = steps.get(arguments[0] if arguments else "site")
    if step is None:
        say(f"Okänt val. Skriv ett av: {', '.join(steps)}.")
        return 2
    try:
        step()
    except SetupError as error:
        say(str(error))
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
