"""Every page says what it is, for whom, where its facts come from and when somebody last checked."""

from __future__ import annotations

import re

import pytest

from tests.content.prose import DOCS, Prose, prose_pages, source_register

READERS = {"brukare", "närstående", "personal", "chef"}
PAGES = [pytest.param(page, id=page.name) for page in prose_pages()]
ALL_PAGES = [
    pytest.param(Prose(file), id=file.relative_to(DOCS).as_posix())
    for file in sorted(DOCS.rglob("*.md"))
]


def named(page: Prose) -> list[tuple[str, str]]:
    """Return the code and, where it is written out, the name of each source of a page."""
    sources = page.head.values.get("källor", [])
    assert isinstance(sources, list)
    return [(code, name) for code, _, name in (str(s).partition(": ") for s in sources)]


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


@pytest.mark.parametrize("page", ALL_PAGES)
def test_every_source_has_its_place_in_the_list_of_sources(page: Prose) -> None:
    assert [] == [code for code, _ in named(page) if code not in source_register()]


@pytest.mark.parametrize("page", ALL_PAGES)
def test_a_source_has_the_same_name_everywhere(page: Prose) -> None:
    register = source_register()
    assert [] == [name for code, name in named(page) if name and name != register.get(code)]


def test_no_source_is_listed_that_no_page_rests_on() -> None:
    used = {code for file in DOCS.rglob("*.md") for code, _ in named(Prose(file))}
    assert set() == set(source_register()) - used


@pytest.mark.parametrize("page", PAGES)
def test_the_day_of_the_last_check_is_a_day(page: Prose) -> None:
    assert re.fullmatch(r"20\d\d-[01]\d-[0-3]\d", str(page.head.values["kontrollerad"]))


@pytest.mark.parametrize("page", PAGES)
def test_no_heading_competes_with_the_title(page: Prose) -> None:
    assert [] == re.findall(r"^# .*", page.body, re.MULTILINE)
