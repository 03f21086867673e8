"""Where the links of the pages lead when the pages are a book.

Svenska: bokens länkar. May import: article, prose. A place in the book is the page's address, with
`#` and the id when the link leads to a part of the page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import unquote, urljoin, urlsplit

from macros.article import Element
from macros.prose import Run

START = "start"
"""What the site's first page, which has no address of its own, is called."""
ADDRESSED = {"http", "https"}
SPOKEN = {"tel", "mailto"}
HERE = "https://parm.invalid/"
"""Stands for the site while addresses are worked out; nothing is ever fetched."""


def place_of(address: str) -> str:
    """Return what a page is called in the book, by its address in the site."""
    return address or START


def target_of(address: str, page: str) -> str:
    """Return the place that a link on a page leads to, or nothing for a link out of the site."""
    whole = urlsplit(urljoin(HERE + page, address))
    if f"{whole.scheme}://{whole.netloc}/" != HERE:
        return ""
    place = place_of(unquote(whole.path).lstrip("/"))
    return f"{place}#{unquote(whole.fragment)}" if whole.fragment else place


def targets(article: Element, page: str) -> set[str]:
    """Return every place that an article's links lead to."""
    links = (e.attributes.get("href", "") for e in article.all() if e.tag == "a")
    return {target_of(address, page) for address in links if address} - {""}


def follow(page: str, tabs: Mapping[str, int]) -> Callable[[str], Run]:
    """Return what tells where an address on a page leads; `tabs` gives each place its tab."""

    def leads(address: str) -> Run:
        target = target_of(address, page)
        if target:
            place = target.split("#")[0]
            return {"to": target, "tab": tabs[place]} if place in tabs else {}
        scheme = urlsplit(address).scheme
        if scheme in SPOKEN:
            return {"url": address}
        return {"url": address, "address": spoken(address)} if scheme in ADDRESSED else {}

    return leads


def spoken(address: str) -> str:
    """Return an address as it stands on paper: what one types, without what the browser adds."""
    return unquote(address).split("://", 1)[-1].removeprefix("www.").rstrip("/")


def anchor_on(page: str, wanted: set[str]) -> Callable[[str], str]:
    """Return what gives an id on a page its name in the book, when a link leads to it."""

    def anchor(name: str) -> str:
        place = f"{place_of(page)}#{name}"
        return place if place in wanted else ""

    return anchor
