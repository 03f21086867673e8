"""The binder's pages and sheets in their order, as the parts and chapters of a book.

Svenska: boken. May import: article, prose, book_links, index_terms, order, ract.export.
A part is a tab, or what stands before and after the tabs; a chapter is a page or a blank sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from mkdocs.exceptions import PluginError

from macros.article import Element, read_article
from macros.book_links import anchor_on, follow, place_of, targets
from macros.catalogue import FOLDER
from macros.index_terms import Chapter
from macros.order import Order
from macros.prose import Prose, UnknownPartError
from ract.export.blank import blank_sheet
from ract.model import Worksheet
from ract.wording import FormWording

Part = dict[str, object]
NAME = "RACT-pärmen"
LAST = "Längst bak i pärmen"
NUMBERED = re.compile(r"(\d) ")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the manual: its address in the site, its tab, the section of the binder."""

    address: str
    tab: int
    section: str

    @property
    def place(self) -> str:
        """What the page is called in the book."""
        return place_of(self.address)


def read_leaves(nav: Sequence[object], section: str = "") -> list[Leaf]:
    """Return every page that mkdocs.yml lists, in its order."""
    leaves: list[Leaf] = []
    for item in nav:
        if isinstance(item, str):
            found = NUMBERED.match(section)
            leaves.append(Leaf(address_of(item), int(found[1]) if found else 0, section))
        elif isinstance(item, Mapping):
            for name, inside in item.items():
                inner = inside if isinstance(inside, list) else [inside]
                leaves += read_leaves(inner, section or str(name))
    return leaves


def address_of(source: str) -> str:
    """Return where in the site the page of a Markdown file lies."""
    path = PurePosixPath(source)
    folder = path.parent if path.stem == "index" else path.with_suffix("")
    return "" if folder == PurePosixPath() else f"{folder}/"


class Binder:
    """The built pages and the worksheets, ready to be put together into volumes."""

    def __init__(
        self, site: Path, nav: Sequence[object], order: Order, tab_names: Mapping[int, str]
    ) -> None:
        self._site = site
        self._leaves = read_leaves(nav)
        self._order = order
        self._tab_names = tab_names
        self.articles = {leaf.place: self._read(leaf) for leaf in self._leaves}
        self._tabs = {leaf.place: leaf.tab for leaf in self._leaves}
        self._tabs |= {f"{FOLDER}/{sheet.id}/": sheet.tab for sheet in order.sheets}
        self._wanted = {
            target
            for leaf in self._leaves
            for target in targets(self.articles[leaf.place], leaf.address)
        }

    def want(self, places: Iterable[str]) -> None:
        """Let more places be possible to lead to, as the words of the glossary."""
        self._wanted |= set(places)

    def parts(self) -> list[Part]:
        """Return the whole binder: what comes first, the nine tabs, what comes last.

        Raises:
            PluginError: When a page holds something that paper has no look for.
        """
        first = [leaf for leaf in self._leaves if not leaf.section]
        last = [leaf for leaf in self._leaves if leaf.section and not leaf.tab]
        # A tab without a page in the menu has nothing to divide, and no folder of its own.
        tabs = sorted(self._tab_names.keys() & {leaf.tab for leaf in self._leaves})
        return [
            {**self._part(0, NAME, first), "divided": False},
            *(self._tab(number) for number in tabs),
            self._part(0, LAST, last),
        ]

    def _tab(self, number: int) -> Part:
        leaves = [leaf for leaf in self._leaves if leaf.tab == number]
        part = self._part(number, f"Flik {number} · {self._tab_names[number]}", leaves)
        sheets = [self._sheet(sheet) for sheet in self._order.of_tab(number)]
        return {**part, "chapters": [*_chapters(part), *sheets], "folder": leaves[0].address}

    def _part(self, tab: int, heading: str, leaves: Sequence[Leaf]) -> Part:
        return {
            "tab": tab,
            "heading": heading,
            "label": f"del-{tab}-{len(leaves)}",
            "divided": True,
            "chapters": [self._page(leaf, heading) for leaf in leaves],
        }

    def _read(self, leaf: Leaf) -> Element:
        file = self._site / leaf.address / "index.html"
        article = read_article(file.read_text(encoding="utf-8"))
        if article is None:
            raise PluginError(f"{_blame(leaf)} den har ingen artikel att läsa.")
        return article

    def _page(self, leaf: Leaf, heading: str) -> Chapter:
        article = self.articles[leaf.place]
        leads, anchor = follow(leaf.address, self._tabs), anchor_on(leaf.address, self._wanted)
        prose = Prose(self._site / leaf.address, leads, anchor)
        sources = _part_of(article, "sources")
        try:
            return {
                "label": leaf.place,
                "tab": leaf.tab,
                "title": _title(article),
                "over_title": heading if leaf.tab else (leaf.section or ""),
                "foot": heading if leaf.tab else NAME,
                "gist": _words_of(article, "gist"),
                "facts": _facts(article),
                "blocks": prose.blocks(article),
                "sources": [prose.runs(e) for e in sources.all() if e.tag == "li"]
                if sources
                else [],
                "marks": [],
            }
        except UnknownPartError as error:
            raise PluginError(f"{_blame(leaf)} den har {error}. Se macros/prose.py.") from None

    def _sheet(self, sheet: Worksheet) -> Chapter:
        titles = {other.id: other.title for other in self._order.sheets}
        paper = blank_sheet(sheet, FormWording(sheet, titles), self._tab_names.get(sheet.tab, ""))
        return {
            "label": f"{FOLDER}/{sheet.id}/",
            "title": sheet.title,
            "gist": sheet.purpose,
            "sheet": paper,
            "marks": [],
        }


def chapters_of(parts: Sequence[Part]) -> list[Chapter]:
    """Return all chapters of some parts, in order."""
    return [chapter for part in parts for chapter in _chapters(part)]


def _chapters(part: Part) -> list[Chapter]:
    chapters = part["chapters"]
    return chapters if isinstance(chapters, list) else []


def _blame(leaf: Leaf) -> str:
    return f"Sidan {leaf.address or 'index'} kan inte tas med i boken (parm.pdf):"


def _part_of(article: Element, name: str) -> Element | None:
    return next((element for element in article.all() if name in element.classes), None)


def _words_of(article: Element, name: str) -> str:
    found = _part_of(article, name)
    return found.words() if found else ""


def _title(article: Element) -> str:
    return next((e.words() for e in article.all() if e.tag == "h1"), "")


def _facts(article: Element) -> list[tuple[str, str]]:
    """Return what stands in the line of facts: who the page is for, when it was checked."""
    found = _part_of(article, "facts")
    names = [(element.tag, element.words()) for element in (found.all() if found else ())]
    return list(
        zip(
            (words for tag, words in names if tag == "dt"),
            (words for tag, words in names if tag == "dd"),
            strict=True,
        )
    )
