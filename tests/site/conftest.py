"""What the site tests look at: every built page, read into its elements."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest


@dataclass
class Element:
    """One start tag with its attributes, and the raw text of a script or style."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Page:
    """One built page: where it lies, its text, its elements in order."""

    path: str
    html: str
    elements: list[Element] = field(default_factory=list)

    def all(self, *tags: str) -> list[Element]:
        """Every element with one of these tags."""
        return [element for element in self.elements if element.tag in tags]

    def policy(self) -> dict[str, list[str]]:
        """The page's policy, directive by directive."""
        [meta] = [
            element.attributes["content"]
            for element in self.all("meta")
            if element.attributes.get("http-equiv") == "Content-Security-Policy"
        ]
        return {rule.split()[0]: rule.split()[1:] for rule in meta.split("; ")}


class PageReader(HTMLParser):
    """Reads a page's elements."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page

    def handle_starttag(self, tag, attrs):
        self.page.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data):
        if self.page.elements and self.cdata_elem:
            self.page.elements[-1].text += data


def read_page(site: Path, path: Path) -> Page:
    page = Page(path.relative_to(site).as_posix(), path.read_text(encoding="utf-8"))
    PageReader(page).feed(page.html)
    return page


@pytest.fixture(scope="session")
def pages(built_site: Path) -> list[Page]:
    """Every page of the built site."""
    return [read_page(built_site, path) for path in sorted(built_site.rglob("*.html"))]


@pytest.fixture(scope="session")
def page(built_site: Path):
    """Give one page of the built site by its path."""
    return lambda path: read_page(built_site, built_site / path)
