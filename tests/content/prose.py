"""The manual's pages as a reader meets them: head, plain sentences, links, and how heavy they are.

Svenska: löptext. Only for the tests in this folder.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from macros.front_matter import FrontMatter, read_front_matter

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
SHINGLE = 9
"""Nine words in a row in common with a source is one more than allowed."""

_HEAD = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]+)\)")
_TAG = re.compile(r"<[^>]+>")
_MARKS = re.compile(r"[*_`#|]|^\s*(?:[-+]|\d+\.|:)\s+|^!!! \w+")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_ATOM = re.compile(r"\w+")


@dataclass(frozen=True)
class Prose:
    """One Markdown page of the manual."""

    file: Path

    @property
    def name(self) -> str:
        """The page's path inside docs, as an editor would say it."""
        return self.file.relative_to(DOCS).as_posix()

    @cached_property
    def source(self) -> str:
        """The whole file."""
        return self.file.read_text(encoding="utf-8")

    @cached_property
    def head(self) -> FrontMatter:
        """The page's head, read as strictly as the build reads it."""
        return read_front_matter(self.source)

    @property
    def body(self) -> str:
        """The Markdown under the head."""
        return _HEAD.sub("", self.source)

    @property
    def links(self) -> list[str]:
        """Every address the page links to."""
        return [address for _, address in _LINK.findall(self.body)]

    def sentences(self) -> Iterator[list[str]]:
        """Yield the words of each sentence of paragraphs and lists; headings and tables are not sentences."""
        for paragraph in _paragraphs(self.body):
            for sentence in re.split(r"[.!?:](?=\s|$)", paragraph):
                words = _WORD.findall(sentence)
                if words:
                    yield words


def prose_pages() -> list[Prose]:
    """Return every page that the manual's editors wrote: all but forms and the site's own tools."""
    found = (Prose(file) for file in sorted(DOCS.rglob("*.md")))
    tools = ("arbetsblad/", "parmar", "min-plan", "sakerhetskopia", "om/den-har-enheten")
    return [page for page in found if not page.name.startswith(tools)]


def source_register() -> dict[str, str]:
    """Return the name of every source by its code, as the page of sources lists them."""
    rows = re.findall(
        r'^\| <span id="[a-z0-9-]+">([A-Z0-9-]+)</span> \| (.+) \|$',
        (DOCS / "om" / "kallor.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    return {code: _LINK.sub(r"\1", cell) for code, cell in rows}


def lix(page: Prose) -> float:
    """Return LIX: words per sentence plus the share of words longer than six letters."""
    sentences = list(page.sentences())
    words = [word for sentence in sentences for word in sentence]
    long = [word for word in words if len(word) > 6]
    return len(words) / len(sentences) + 100 * len(long) / len(words)


def shingles(text: str) -> set[str]:
    """Return a short hash of every run of nine words, spelled without case, marks or markup."""
    plain = _LINK.sub(r"\1", _TAG.sub(" ", text)).lower()
    words = _ATOM.findall(plain)
    runs = (" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))
    return {hashlib.sha256(run.encode()).hexdigest()[:10] for run in runs}


def _paragraphs(body: str) -> Iterator[str]:
    """Yield each paragraph and list item as one line of plain words."""
    gathered: list[str] = []
    for line in [*body.splitlines(), ""]:
        text = line.strip()
        starts = re.match(r"(?:[-+]|\d+\.|:)\s|!!!|#|\||\{\{", text)
        if gathered and (not text or starts):
            yield _plain(" ".join(gathered))
            gathered = []
        if text and not text.startswith(("#", "|", "!!!", "{{", "<dfn")):
            gathered.append(text)


def _plain(text: str) -> str:
    return _MARKS.sub("", _TAG.sub("", _LINK.sub(r"\1", text)))
