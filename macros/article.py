"""The words of a built page, as a small tree of elements to read.

Svenska: sidans artikel. May import: the standard library. Only what stands in `<article>` is read;
what is around it belongs to the screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

EMPTY = {"br", "hr", "img", "input", "wbr", "path", "link", "meta", "circle", "rect", "line"}
ARTICLE = "article"
HIDDEN = {"hidden", "popover"}
"""What an element says when it is shown first when somebody asks for it."""


@dataclass(slots=True)
class Element:
    """An element with its attributes, and what stands in it: words and elements."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        """The element's class names."""
        return self.attributes.get("class", "").split()

    def elements(self) -> Iterator[Element]:
        """Yield the elements that stand directly in this one."""
        return (child for child in self.children if isinstance(child, Element))

    def all(self) -> Iterator[Element]:
        """Yield this element and every one inside it, in order."""
        yield self
        for child in self.elements():
            yield from child.all()

    def words(self) -> str:
        """Return the words that are read in the element, with single spaces; what is hidden is no part of them."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif not HIDDEN & set(child.attributes):
                yield from child._texts()  # noqa: SLF001 (the same class)


class _Reader(HTMLParser):
    """Builds the tree; an end without a beginning is passed over, as a browser does."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.article: Element | None = None
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        if self._open:
            self._open[-1].children.append(element)
        elif tag == ARTICLE and self.article is None:
            self.article = element
        else:
            return
        if tag not in EMPTY:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self._open and self._open[-1].tag == tag and tag not in EMPTY:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        tags = [element.tag for element in self._open]
        if tag in tags:
            del self._open[len(tags) - 1 - tags[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if self._open:
            self._open[-1].children.append(data)


def read_article(html: str) -> Element | None:
    """Return a built page's article, or None when the page has none."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.article
