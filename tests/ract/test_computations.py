import pytest

from ract.model import Written
from tests.ract.computing import lines

AREAS = {
    "id": "omraden", "typ": "rader", "fråga": "Hur är det?", "rad": "Område",
    "kolumner": [
        {"id": "omrade", "typ": "text", "fråga": "Område?"},
        {"id": "nojd", "typ": "skala", "skala": "nöjd", "fråga": "Nöjd?"},
        {"id": "viktigt", "typ": "skala", "skala": "vikt", "fråga": "Viktigt?"},
    ],
}  # fmt: skip
MEASURES = {
    "id": "insatser", "typ": "rader", "fråga": "Insatser?", "rad": "Insats",
    "kolumner": [
        {"id": "insats", "typ": "text", "fråga": "Vad?"},
        {"id": "huvudman", "typ": "val", "fråga": "Vem?", "alternativ": ["kommun", "region"]},
    ],
}  # fmt: skip
OTHERS = {"id": "andra", "typ": "långtext", "fråga": "Andra?"}
CHIEF = {"id": "ansvar", "typ": "val", "fråga": "Ansvar?", "alternativ": ["kommun", "region"]}
SHEET = [AREAS, MEASURES, OTHERS, CHIEF]


def areas(*rows):
    """Written life areas: (name, satisfaction, importance)."""
    answers, ids = {}, []
    for number, cells in enumerate(rows):
        ids.append(f"r{number}")
        for column, words in zip(("omrade", "nojd", "viktigt"), cells, strict=True):
            answers[f"omraden/r{number}/{column}"] = words
    return Written(answers, {"omraden": ids})


def measures(*rows, **answers):
    """Written measures: (what, principal)."""
    for number, (what, who) in enumerate(rows):
        answers[f"insatser/r{number}/insats"] = what
        answers[f"insatser/r{number}/huvudman"] = who
    return Written(answers, {"insatser": [f"r{n}" for n in range(len(rows))]})


def compute(name, written, names):
    """The lines of a computation on the sheet with areas and measures."""
    return lines(SHEET, name, names, written)


IMPORTANT = {"rader": "omraden", "namn": "omrade", "nöjd": "nojd", "viktigt": "viktigt"}
PRINCIPALS = {"rader": "insatser", "huvudman": "huvudman", "insats": "insats"}
LEGAL = {"insatser": "insatser", "huvudman": "huvudman", "andra": "andra", "ansvar": "ansvar"}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [("Sömn", "2", "3"), ("Pengar", "4", "2"), ("Vänner", "3", "3")],
            ["Sömn", "Vänner", "Pengar"],
        ),
        ([("A", "5", "1"), ("B", "5", "1"), ("C", "5", "1"), ("D", "5", "1")], ["A", "B", "C"]),
        ([("Helt nöjd", "10", "3")], []),
        ([("Inte viktigt", "0", "0")], []),
        ([("Utan svar", "", "3"), ("Med svar", "1", "1")], ["Med svar"]),
        ([("", "1", "3")], []),
        ([("Fel", "elva", "3")], []),
        ([], []),
    ],
)
def test_the_three_most_important_areas(rows, expected):
    assert expected == compute("tre viktigaste", areas(*rows), IMPORTANT)


def test_each_principal_has_its_line():
    written = measures(("Boendestöd", "kommun"), ("Samtal", "region"), ("Råd", "kommun"))
    assert ["Kommun: Boendestöd; Råd", "Region: Samtal"] == compute(
        "per huvudman", written, PRINCIPALS
    )


def test_a_measure_without_principal_says_so():
    assert ["Huvudman saknas: Råd"] == compute("per huvudman", measures(("Råd", "")), PRINCIPALS)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (measures(), ["saknas", "saknas", "inget ifyllt", "saknas"]),
        (measures(("Råd", "")), ["ifyllt", "saknas", "inget ifyllt", "saknas"]),
        (
            measures(("Råd", "kommun"), andra="Mamma ringer"),
            ["ifyllt", "ifyllt", "ifyllt", "saknas"],
        ),
        (
            measures(("Råd", "kommun"), ansvar="region"),
            ["ifyllt", "ifyllt", "inget ifyllt", "ifyllt"],
        ),
    ],
)
def test_the_four_points_of_the_law(written, expected):
    told = compute("sip-koll", written, LEGAL)
    assert expected == [line.rpartition(": ")[2] for line in told]
