"""What an editor gets wrong in a computed field earns a Swedish line that says what to do."""

import pytest

from ract.computations import COMPUTATIONS
from ract.computations.fitting import misfits_between
from ract.node import listed
from tests.ract.builders import ROWS, definition, mistakes, worksheet

DAY = {"id": "dag", "typ": "datum", "fråga": "När?"}
STEPS = {
    "id": "steg", "typ": "rader", "fråga": "Steg?", "rad": "Steg",
    "fasta rader": {"kolumn": "moment", "värden": ["Samtycke", "Första mötet"]},
    "kolumner": [{"id": "moment", "typ": "text", "fråga": "Vilket?"}],
}  # fmt: skip
FOUND = {
    "id": "funnet", "typ": "uträknat", "fråga": "Dagar?", "räkna": "stegens dagar",
    "av": {"rader": "steg", "först": {"Samtycke": "samtycke/datum"}},
}  # fmt: skip


def computed(name, of):
    return {"id": "u", "typ": "uträknat", "fråga": "Vad?", "räkna": name, "av": of}


def told(*fields):
    return mistakes(definition(*fields))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (
            computed("minutr", {"rader": "mal"}),
            f"Det finns ingen uträkning ”minutr”. Välj {listed(COMPUTATIONS)}. Menade du ”minuter”?",
        ),
        (
            computed("minuter", {"rader": "mal"}),
            "Under ”av” ska det stå rader och minuter. Där kan också stå längd eller ork.",
        ),
        (
            computed("minuter", {"rader": "mal", "minuter": "borjar", "lengd": "dag"}),
            "Under ”av” ska det stå rader och minuter. Där kan också stå längd eller ork.",
        ),
        (
            computed("ordningsnummer", {"dag": "dag"}),
            "”ordningsnummer” ska inte ha något under ”av”.",
        ),
        (
            computed("tre månader fram", {"dag": "dagg"}),
            "”dagg” är varken ett fält eller en kolumn på bladet. Menade du ”dag”?",
        ),
        (
            computed("tre månader fram", {"dag": "prov/dagg"}),
            "Bladet ”prov” har inget fält ”dagg”. Menade du ”dag”?",
        ),
        (
            computed("då och nu", {"skalor": ["prov/mal/malet"]}),
            "”prov/mal” har ingen kolumn ”malet”. Menade du ”mal”?",
        ),
        (
            computed("tre månader fram", {"dag": {"Samtycke": "dag"}}),
            "Under ”av” ska det stå dag.",
        ),
        (
            computed("dagar i varje fas", {"steg": "funnet", "faser": {"Start": "Samtyke"}}),
            "”Samtyke” är ingen fast rad på bladet. Menade du ”Samtycke”?",
        ),
        (
            computed("stegens dagar", {"rader": "steg", "senast": {"Forsta mötet": "motet/datum"}}),
            "”Forsta mötet” är ingen fast rad på bladet. Menade du ”Första mötet”?",
        ),
    ],
)
def test_a_definition_that_does_not_fit_its_sheet_is_told_so(asked, expected):
    assert told(DAY, ROWS, STEPS, FOUND, asked) == [expected]


def test_a_definition_that_fits_earns_no_line():
    phases = computed("dagar i varje fas", {"steg": "funnet", "faser": {"Start": "Samtycke"}})
    assert told(STEPS, FOUND, phases) == []


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("inbjudn/mote", "Det finns inget blad ”inbjudn”. Menade du ”inbjudan”?"),
        ("inbjudan/motet", "Bladet ”inbjudan” har inget fält ”motet”. Menade du ”mote”?"),
        ("inbjudan/mal/mall", "”inbjudan/mal” har ingen kolumn ”mall”. Menade du ”mal”?"),
        ("inbjudan/mote/dag", "”inbjudan/mote” har ingen kolumn ”dag”."),
        ("inbjudan/mal/mal", ""),
        ("inbjudan/mote", ""),
    ],
)
def test_a_path_to_another_sheet_must_lead_somewhere(path, expected):
    sheet = worksheet(computed("nästa möte", {"dagar": [path]}))
    call = worksheet({**DAY, "id": "mote"}, ROWS, sheet_id="inbjudan")
    found = [words for _, words in misfits_between(sheet, sheet.field("u"), {"inbjudan": call})]
    assert found == ([expected] if expected else [])
