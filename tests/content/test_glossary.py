"""The glossary explains every term of the sources and keeps words that mean the same together."""

from __future__ import annotations

import re

import pytest

from tests.content.prose import DOCS, Prose

GLOSSARY = Prose(DOCS / "ordlista" / "index.md")
ENTRY = re.compile(r'^<dfn id="([a-z0-9-]+)">([^<]+)</dfn>(.*)\n:   (.+)$', re.MULTILINE)
TERMS = [
    "ACT", "ACT-principer", "Brukare", "CM", "CMR", "ESL", "FACT", "Integrerad Psykiatri",
    "Intensiv case management", "IPS", "KSI", "Kvartalsrapport", "Lilla resursgruppen",
    "Nationella riktlinjer", "Personlig plan", "Programtrohet", "RACT", "Resursgrupp",
    "Resursgruppsmöte", "SIMBA", "SIP", "Vård- och stödmöte", "VSS", "Vårdplan",
    "Genomförandeplan", "Återfallsprevention", "Peer support", "Brukarcoach",
]  # fmt: skip
JOINED = {
    "VSS": ["CM", "case manager", "vård- och stödsamordnare"],
    "Programtrohet": ["KSI", "CSI-R"],
    "Vård- och stödmöte": ["lilla resursgruppen", "VSS-möte"],
    "Personlig plan": ["plan för personlig utveckling"],
    "Brukare": ["klient", "patient"],
    "SIP": ["samordnad individuell plan"],
}


def entries() -> dict[str, tuple[list[str], str]]:
    """Return each term with its other words and its explanation."""
    return {
        term: ([word.strip() for word in others.split("·") if word.strip()], text)
        for _, term, others, text in ENTRY.findall(GLOSSARY.body)
    }


@pytest.mark.parametrize("term", TERMS)
def test_every_term_of_the_sources_is_explained(term: str) -> None:
    assert term in entries()


def test_every_term_that_is_marked_has_an_explanation() -> None:
    assert GLOSSARY.body.count("<dfn ") == len(entries())


@pytest.mark.parametrize("term", list(JOINED))
def test_words_that_mean_the_same_stand_together(term: str) -> None:
    others, _ = entries()[term]
    assert set(JOINED[term]) <= set(others)


def test_every_term_has_an_address_of_its_own() -> None:
    ids = [found[0] for found in ENTRY.findall(GLOSSARY.body)]
    assert sorted(set(ids)) == sorted(ids)


def test_the_binding_part_of_sip_is_told_with_the_term() -> None:
    _, text = entries()["SIP"]
    assert "Kommun och region ska medverka. Andra bjuds in." in text


def test_terms_stand_in_swedish_order() -> None:
    order = "abcdefghijklmnopqrstuvwxyzåäö"
    spelled = [[order.find(letter) for letter in term.lower()] for term in entries()]
    assert sorted(spelled) == spelled
