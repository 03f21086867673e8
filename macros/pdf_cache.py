"""PDFs that were made before: taken out again as long as all that shapes them is the same.

Svenska: förråd av färdiga PDF-filer. May import: the standard library only. The name of a file is the sum of
what it says and of the tools that set it, so that a changed word, font or template makes it anew.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path


def made_once(
    folder: Path, tools: str, words: Mapping[str, object], make: Callable[[], bytes]
) -> Path:
    """Return the one PDF in a folder, made now only when none has been made of the same.

    Its time is when it was last asked for: that is the one a preview takes.
    """
    text = f"{tools}\n{json.dumps(words, sort_keys=True)}"
    file = folder / f"{hashlib.sha256(text.encode()).hexdigest()}.pdf"
    if file.is_file():
        os.utime(file)
        return file
    content = make()
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.pdf"):
        # Another build may just have made the very same one.
        if old != file:
            old.unlink(missing_ok=True)
    # A build that is stopped halfway leaves no half PDF under the right name.
    unfinished = file.with_suffix(f".{os.getpid()}")
    unfinished.write_bytes(content)
    unfinished.replace(file)
    return file


def sums_of(files: Iterable[Path]) -> str:
    """Return a mark of what some files hold."""
    return " ".join(hashlib.sha256(file.read_bytes()).hexdigest() for file in files)
