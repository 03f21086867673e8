"""New worksheets among those there are, each of them one new file: all are built in one preview.

Svenska: nya blad.
"""

import re
import shutil
from pathlib import Path

from macros.preview import build_site
from tools.new_sheet import make_sheet

ADDRESS = "127.0.0.1:8000"
# The one that `make new-sheet` writes.
MADE = "mitt-blad"
# The one that the editors' guide shows.
SHOWN = "min-morgon"
# The one with a question of every kind.
EVERY_KIND = Path(__file__).parent / "content" / "alla-sorter.md"


def shown_sheet(root: Path) -> str:
    """The worksheet that the editors' guide shows, as the file would be."""
    guide = (root / "REDAKTOR.md").read_text(encoding="utf-8")
    (sheet,) = re.findall(r"^```markdown\n(.*?)^```$", guide, re.DOTALL | re.MULTILINE)
    return sheet


def build_preview(root: Path, project: Path) -> None:
    """Copy the project's words to the folder, add the new sheets, and build without a word from the build."""
    (root / ".cache").mkdir(exist_ok=True)
    for room in ("macros", "src", "overrides", "tools", ".runtime", ".cache"):
        (project / room).symlink_to(root / room)
    shutil.copy(root / "mkdocs.yml", project)
    shutil.copytree(root / "docs", project / "docs")
    sheets = project / "docs" / "arbetsblad"
    make_sheet(project, MADE)
    (sheets / f"{SHOWN}.md").write_text(shown_sheet(root), encoding="utf-8")
    shutil.copy(EVERY_KIND, sheets)
    assert build_site(project, project / "site", ADDRESS) == []
