"""Write seed_shingles.txt: what the sources' own sentences look like, without holding the sentences.

Svenska: fingeravtryck av förlagorna. Run it only when a source text changes:
`python -m tests.content.make_seed_shingles <folder with the sources as text files>`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.content.prose import shingles

KEPT = Path(__file__).with_name("seed_shingles.txt")


def main(folder: Path) -> None:
    """Write the hash of every run of nine words in the folder's files, sorted."""
    found: set[str] = set()
    for file in sorted(folder.iterdir()):
        found |= shingles(file.read_text(encoding="utf-8"))
    KEPT.write_text("".join(f"{each}\n" for each in sorted(found)), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
