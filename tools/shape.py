"""What ARCHITECTURE.md tells of the code, read from the code.

Svenska: husets form. May import: the standard library, and ract's glossary. `make shape` writes the
tables between the markers in ARCHITECTURE.md anew; a test compares them.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

from ract.definition import GLOSSARY

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "ARCHITECTURE.md"
PYTHON_ROOMS = ("src/ract", "macros", "tools")
JAVASCRIPT_ROOM = "overrides"


def python_modules(root: Path) -> list[Path]:
    """Return every Python module of the rooms, in a fixed order."""
    return sorted(path for room in PYTHON_ROOMS for path in (root / room).rglob("*.py"))


def javascript_modules(root: Path) -> list[Path]:
    """Return every JavaScript module of our own, in a fixed order."""
    return sorted((root / JAVASCRIPT_ROOM).rglob("*.js"))


def python_purpose(path: Path) -> str:
    """Return the first line of a module's docstring, or nothing."""
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return text.split("\n", 1)[0]


def javascript_purpose(path: Path) -> str:
    """Return the first line of the comment at the top of a file, or nothing."""
    text = path.read_text(encoding="utf-8")
    found = re.match(r"(?://+|/\*\*?)[ \t]*\n?[ \t]*\*?[ \t]*(.+)", text)
    return found[1].removesuffix("*/").strip() if found else ""


def module_table(root: Path) -> str:
    """Return a table of every module and what it is for."""
    purposes = {path: python_purpose(path) for path in python_modules(root)}
    purposes |= {path: javascript_purpose(path) for path in javascript_modules(root)}
    rows = [
        f"| `{path.relative_to(root).as_posix()}` | {purpose} |"
        for path, purpose in purposes.items()
    ]
    return "\n".join(["| Module | What it is for |", "|---|---|", *rows])


def glossary_table() -> str:
    """Return the table from Swedish key to English name."""
    rows = [f"| {swedish} | `{english}` |" for swedish, english in GLOSSARY.items()]
    return "\n".join(["| An editor writes | The code says |", "|---|---|", *rows])


def tables(root: Path) -> dict[str, str]:
    """Return every table by the name of its markers."""
    return {"modules": module_table(root), "glossary": glossary_table()}


def with_table(document: str, name: str, table: str) -> str:
    """Return the document with one table put between its markers."""
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    before, rest = document.split(begin, 1)
    after = rest.split(end, 1)[1]
    return f"{before}{begin}\n{table}\n{end}{after}"


def main() -> int:
    """Write every table of ARCHITECTURE.md anew."""
    document = DOCUMENT.read_text(encoding="utf-8")
    for name, table in tables(ROOT).items():
        document = with_table(document, name, table)
    DOCUMENT.write_text(document, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
