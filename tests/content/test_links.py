"""No link on a page leads nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown.extensions.toc import slugify

from tests.content.prose import DOCS, Prose

PAGES = [
    pytest.param(Prose(file), id=file.relative_to(DOCS).as_posix())
    for file in sorted(DOCS.rglob("*.md"))
]


def places(page: Prose) -> set[str]:
    """Return every place on a page that a link can lead to."""
    headings = re.findall(r"^#{2,6} (.+)$", page.body, re.MULTILINE)
    return {slugify(heading, "-") for heading in headings} | set(
        re.findall(r'\bid="([^"]+)"', page.body)
    )


def dead(page: Prose, link: str) -> bool:
    address, _, place = link.partition("#")
    file = (page.file.parent / address).resolve() if address else page.file
    if not file.is_file():
        return True
    return bool(place) and place not in places(Prose(Path(file)))


@pytest.mark.parametrize("page", PAGES)
def test_every_inner_link_leads_to_a_page_and_a_place_on_it(page: Prose) -> None:
    inner = [link for link in page.links if not re.match(r"[a-z]+:", link)]
    assert [] == [link for link in inner if dead(page, link)]


@pytest.mark.parametrize("page", PAGES)
def test_an_outer_link_is_written_out_in_full(page: Prose) -> None:
    outer = [link for link in page.links if re.match(r"[a-z]+:", link)]
    assert [] == [link for link in outer if not re.match(r"https?://|tel:\d+$|mailto:", link)]
