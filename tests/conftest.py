"""What every test may ask for: the repository's root, and the site built once."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.new_sheets import build_preview

ROOT = Path(__file__).resolve().parent.parent
# Handed out first, one to each worker: what comes last decides when all is done, so the longest files
# begin. The second of them needs no site: its worker has work while the first one builds the site.
LONG_FIRST = (
    "tests/browser/test_every_sheet.py",
    "tests/content/test_paper.py",
    "tests/browser/test_accessibility_manual.py",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that writes recorded outputs anew; a test fails while it is on."""
    parser.addoption("--regenerate", action="store_true", help="write recorded outputs anew")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the long files first, then all that plays in a browser, then the many small tests.

    Files of the same sort keep their shuffled order, and so do the tests in them.
    """
    items.sort(key=lambda item: place_in_line(item.path.relative_to(ROOT).as_posix()))


def place_in_line(file: str) -> int:
    """How late a file's tests are handed out."""
    if file in LONG_FIRST:
        return LONG_FIRST.index(file)
    return len(LONG_FIRST) + (not file.startswith("tests/browser/"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def is_regenerating(request: pytest.FixtureRequest) -> bool:
    """Whether recorded outputs are written anew instead of compared."""
    return bool(request.config.getoption("--regenerate"))


@pytest.fixture(scope="session")
def fonts(root: Path) -> str:
    """The folder of the fonts that the PDFs are set in."""
    return str(root / ".runtime" / "runtime" / "fonts")


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """A folder that is filled once, whichever worker asks first: `made_once(name, fill)`."""
    ours = tmp_path_factory.getbasetemp()
    shared = ours.parent if "PYTEST_XDIST_WORKER" in os.environ else ours

    def make(name: str, fill: Callable[[Path], None]) -> Path:
        folder, done = shared / name, shared / f"{name}.done"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                fill(folder)
                done.touch()
        return folder

    return make


@pytest.fixture(scope="session")
def built_site(made_once: Callable[..., Path]) -> Path:
    """The folder of the whole site, strictly built, once for all tests; nothing is written in it."""
    return made_once("site", build_strictly)


@pytest.fixture(scope="session")
def site_with_new_sheets(made_once: Callable[..., Path], built_site: Path) -> Path:
    """The folder of the site as an editor previews it, with new worksheets in it that nobody has built before.

    The site itself is built first: its PDFs are made then, and a preview takes them as they are.
    """
    return made_once("new-sheets", lambda folder: build_preview(ROOT, folder)) / "site"


def build_strictly(folder: Path) -> None:
    """Build the site, or fail with what the build said."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", str(folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        command, cwd=ROOT, check=False, env=environment, capture_output=True, text=True
    )
    if done.returncode:
        pytest.fail(f"mkdocs build --strict:\n{done.stdout}{done.stderr}", pytrace=False)
