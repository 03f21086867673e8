"""What every test may ask for: the repository's root, and the site built once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that writes recorded outputs anew; a test fails while it is on."""
    parser.addoption("--regenerate", action="store_true", help="write recorded outputs anew")


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
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the whole site, strictly built, once for all tests."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", str(folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        command, cwd=ROOT, check=False, env=environment, capture_output=True, text=True
    )
    if done.returncode:
        pytest.fail(f"mkdocs build --strict:\n{done.stdout}{done.stderr}", pytrace=False)
    return folder
