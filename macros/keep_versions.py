"""The command that keeps new versions of the worksheets, and tells an editor what must be mended.

Svenska: spara versioner. May import: catalogue, kept_versions. Run by `make keep-versions`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from macros.catalogue import CatalogueError, read_catalogue
from macros.kept_versions import faults, keep

UNPUBLISHED = "--opublicerad"


def main(arguments: list[str]) -> int:
    """Keep what is not kept yet; tell what an editor must mend."""
    root = Path.cwd()
    try:
        catalogue = read_catalogue(root / "docs")
    except CatalogueError as error:
        sys.stdout.write("\n".join(error.lines) + "\n")
        return 1
    written = keep(root, catalogue, unpublished=UNPUBLISHED in arguments)
    lines = [f"Sparad: {file.relative_to(root).as_posix()}" for file in written]
    wrong = list(faults(root, catalogue))
    sys.stdout.write("\n".join([*lines, *wrong] or ["Alla versioner är sparade."]) + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
