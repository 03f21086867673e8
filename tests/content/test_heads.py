"""Every page says what it is, for whom, where its facts come from and when somebody last checked."""

from __future__ import annotations

import re

import pytest

from tests.content.prose import Prose, prose_pages

READERS = {"brukare", "närstående", "personal", "chef"}
PAGES = [pytest.param(page, id=page.name) for page in prose_pages()]
SOURCE = re.compile(r"([A-Z0-9-]+): \S.*")


def known_sources() -> set[str]:
    (register,) = (page for page in prose_pages() if page.name == "om/kallor.md")
    return set(re.findall(r'<span id="[a-z0-9-]+">([A-Z0-9-]+)</span>', register.body))


@pytest.mark.parametrize("page", PAGES)
def test_the_head_is_read_without_a_mistake(page: Prose) -> None:
    assert [] == list(page.head.mistakes)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("key", ["title", "ingress", "för", "källor", "kontrollerad", "lästid"])
def test_the_head_has_every_key(page: Prose, key: str) -> None:
    assert page.head.values.get(key), f"{page.name} saknar ”{key}”"


@pytest.mark.parametrize("page", PAGES)
def test_the_gist_is_two_sentences(page: Prose) -> None:
    gist = str(page.head.values["ingress"])
    assert len(re.findall(r"[.?!](?:\s|$)", gist)) == 2


@pytest.mark.parametrize("page", PAGES)
def test_the_readers_are_ones_the_binder_knows(page: Prose) -> None:
    readers = page.head.values["för"]
    assert isinstance(readers, list)
    assert set(readers) <= READERS


@pytest.mark.parametrize("page", PAGES)
def test_every_source_has_its_place_in_the_list_of_sources(page: Prose) -> None:
    sources = page.head.values["källor"]
    assert isinstance(sources, list)
    codes = [match.group(1) if (match := SOURCE.fullmatch(str(s))) else str(s) for s in sources]
    assert [] == [code for code in codes if code not in known_sources()]


@pytest.mark.parametrize("page", PAGES)
def test_the_day_of_the_last_check_is_a_day(page: Prose) -> None:
    assert re.fullmatch(r"20\d\d-[01]\d-[0-3]\d", str(page.head.values["kontrollerad"]))


@pytest.mark.parametrize("page", PAGES)
def test_no_heading_competes_with_the_title(page: Prose) -> None:
    assert [] == re.findall(r"^# .*", page.body, re.MULTILINE)
