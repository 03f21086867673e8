"""What the shape tests look at: the files that git keeps."""

import subprocess
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def tracked_files(root: Path) -> list[Path]:
    """Every file that git keeps, by its path from the root."""
    command = ["git", "ls-files", "-z"]
    done = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    paths = [Path(name) for name in done.stdout.split("\0") if name]
    return [path for path in paths if (root / path).is_file()]


@pytest.fixture(scope="session")
def tracked_texts(root: Path, tracked_files: list[Path]) -> dict[str, str]:
    """The text of every file that git keeps and that is text."""
    texts = {}
    for path in tracked_files:
        try:
            texts[path.as_posix()] = (root / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return texts
