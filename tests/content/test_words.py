"""The words are our own, nothing unconfirmed is said as fact, and the sentences can be read aloud."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.readability import lix
from tests.content.prose import DOCS, Prose, prose_pages, shingles

PAGES = [pytest.param(page, id=page.name) for page in prose_pages()]
ALL_PAGES = [
    pytest.param(Prose(file), id=file.relative_to(DOCS).as_posix())
    for file in sorted(DOCS.rglob("*.md"))
]
SEEDS = Path(__file__).with_name("seed_shingles.txt")
UNREADY = re.compile(r"[❓◐✅]|TODO|FIXME|XXX|lorem ipsum", re.IGNORECASE)
FALSE_PROMISES = re.compile(
    r"raderas säkert|helt säker\b|GDPR-säker|\banonymt?\b|PIN-kod", re.IGNORECASE
)


def for_the_person(page: Prose) -> bool:
    return page.name.startswith(("information/", "flikar/6-information/"))


@pytest.mark.parametrize("page", ALL_PAGES)
def test_no_nine_words_in_a_row_come_from_a_source(page: Prose) -> None:
    taken = set(SEEDS.read_text(encoding="utf-8").split())
    assert set() == shingles(page.source) & taken


def test_a_copied_sentence_is_known_again_in_other_clothes() -> None:
    plain = "ett två tre fyra fem sex sju åtta nio"
    assert shingles(plain) == shingles("**Ett** två, [tre fyra](../x.md) fem (sex) sju ÅTTA nio!")


def test_the_fingerprints_cover_whole_sources() -> None:
    assert len(SEEDS.read_text(encoding="utf-8").split()) > 3000


@pytest.mark.parametrize("page", ALL_PAGES)
def test_nothing_is_unready(page: Prose) -> None:
    assert [] == UNREADY.findall(page.source)


@pytest.mark.parametrize("page", ALL_PAGES)
def test_nothing_is_promised_that_cannot_be_kept(page: Prose) -> None:
    found = [line for line in page.source.splitlines() if FALSE_PROMISES.search(line)]
    assert [] == [line for line in found if "säger därför inte" not in line]


@pytest.mark.parametrize("page", ALL_PAGES)
def test_nobody_but_municipality_and_region_is_told_that_they_must_come(page: Prose) -> None:
    assert not re.search(r"måste (?:alltid )?komma (?:till|på)\b", page.source)


@pytest.mark.parametrize("page", PAGES)
def test_the_page_is_light_enough_for_its_readers(page: Prose) -> None:
    most = 30 if for_the_person(page) else 45
    assert lix(page.sentences()) < most


@pytest.mark.parametrize("page", PAGES)
def test_no_sentence_is_too_long_to_say_in_one_breath(page: Prose) -> None:
    most = 20 if for_the_person(page) else 25
    assert [] == [" ".join(words) for words in page.sentences() if len(words) > most]


@pytest.mark.parametrize("page", PAGES)
def test_dashes_do_not_carry_the_sentences(page: Prose) -> None:
    assert [] == [line for line in page.body.splitlines() if re.search(r"\s[–—]\s", line)]


@pytest.mark.parametrize("page", PAGES)
def test_an_invented_person_is_called_invented(page: Prose) -> None:
    invented = re.search(
        r"\b(?:Exempelköping|Kim|Testsson|Låtsas|Fiktiv|Påhitt|Modell|Noor)\b", page.body
    )
    assert not invented or "påhitta" in page.body.lower()
