"""Steps seen together: counts, means, and a suggested order."""

import pytest

from tests.ract.computing import lines, rows

GOALS = {
    "id": "delmal", "typ": "rader", "fråga": "Delmål?", "rad": "Delmål",
    "kolumner": [
        {"id": "vad", "typ": "text", "fråga": "Vad?"},
        {"id": "niva", "typ": "skala", "skala": "målnivå", "fråga": "Nivå?"},
    ],
}  # fmt: skip
AREAS = {
    "id": "omraden", "typ": "rader", "fråga": "Områden?", "rad": "Område",
    "kolumner": [
        {"id": "vad", "typ": "text", "fråga": "Vad?"},
        {"id": "niva", "typ": "val", "fråga": "Nivå?",
         "alternativ": ["0 inte påbörjat", "2 delvis", "4 helt"]},
    ],
}  # fmt: skip
CHOICES = {
    "id": "forslag", "typ": "rader", "fråga": "Vad?", "rad": "Förslag",
    "kolumner": [
        {"id": "vad", "typ": "text", "fråga": "Vad?"},
        {"id": "vikt", "typ": "skala", "skala": "vikt", "fråga": "Viktigt?"},
        {"id": "tilltro", "typ": "skala", "skala": "tilltro", "fråga": "Säker?"},
        {"id": "energi", "typ": "val", "fråga": "Kraft?", "alternativ": ["lite", "mycket"]},
        {"id": "forst", "typ": "ja/nej", "fråga": "Först?"},
    ],
}  # fmt: skip
LEVELS = {"rader": "delmal", "nivå": "niva"}
MEANS = {"rader": "omraden", "namn": "vad", "nivå": "niva"}
ORDER = {"rader": "forslag", "namn": "vad", "viktigt": "vikt"}
ORDER |= {"tilltro": "tilltro", "kraft": "energi", "först": "forst"}


def goals(name, *steps):
    written = rows("delmal", *[("Mål", step) for step in steps], columns=("vad", "niva"))
    return lines([GOALS], name, LEVELS, written)


def areas(*cells, before=()):
    def made(cells):
        return rows("omraden", *cells, columns=("vad", "niva"))

    return lines([AREAS], "medelnivå", MEANS, made(cells), before=[made(one) for one in before])


def order(*cells):
    columns = ("vad", "vikt", "tilltro", "energi", "forst")
    return lines([CHOICES], "föreslagen ordning", ORDER, rows("forslag", *cells, columns=columns))


def test_each_step_has_its_count_with_the_highest_first():
    assert goals("antal per nivå", "0", "+1", "0", None)[1:] == [
        "+1 (lite bättre än väntat): 1 av 3",
        "0 (som vi tänkte): 2 av 3",
    ]


@pytest.mark.parametrize(
    ("steps", "reached"),
    [(["0", "+1", "-1"], "2 av 3"), (["-2", "-1"], "0 av 2"), (["+2", "0", None], "2 av 2")],
)
def test_the_first_line_sums_up_how_many_came_as_far_as_expected(steps, reached):
    assert goals("antal per nivå", *steps)[0] == f"Som ni tänkte eller bättre: {reached}"


def test_a_single_goal_needs_no_summing_up():
    assert goals("antal per nivå", "-1") == ["−1 (lite sämre än väntat): 1 av 1"]


def test_steps_without_a_middle_are_only_counted():
    assert lines(
        [AREAS],
        "antal per nivå",
        {"rader": "omraden", "nivå": "niva"},
        rows("omraden", ("Plan", "4 helt"), ("Kris", "2 delvis"), columns=("vad", "niva")),
    ) == ["4 helt: 1 av 2", "2 delvis: 1 av 2"]


def test_without_steps_nothing_is_counted():
    assert goals("antal per nivå", None, "tre") == []


def test_the_mean_of_the_areas_says_that_it_is_no_csi_r_score():
    assert areas(("Plan", "4 helt"), ("Kris", "0 inte påbörjat")) == [
        "Lägst nu: Kris",
        "Medel för 2 områden: 2 av 4",
        "Det är inget CSI-R-poäng. Jämför inte personer med varandra.",
    ]


def test_an_area_stands_beside_its_earlier_step_and_its_mean_over_time():
    told = areas(("Plan", "4 helt"), before=[[("Plan", "0 inte påbörjat")], [("Plan", "2 delvis")]])
    assert told[0] == "Plan: 4 (förra gången 2, medel över tid 2)"


def test_areas_without_a_level_are_not_in_the_mean():
    assert "Medel för 1 område: 4 av 4" in areas(("Plan", "4 helt"), ("Kris", None))


def test_what_must_be_done_first_comes_first():
    assert order(("Kör", "3"), ("Skuld", "1", None, None, "ja")) == [
        "1. Skuld: måste göras först",
        "2. Kör: 3 av 3 (mycket viktigt)",
    ]


def test_what_matters_more_comes_before_what_matters_less():
    assert [line[3:6] for line in order(("Jobb", "1"), ("Kör", "3"))] == ["Kör", "Job"]


def test_of_what_matters_alike_the_surest_comes_first():
    assert [line[3] for line in order(("A", "2", "3"), ("B", "2", "8"))] == ["B", "A"]


def test_of_the_alike_and_sure_the_lightest_comes_first():
    assert [line[3] for line in order(("A", "2", "5", "mycket"), ("B", "2", "5", "lite"))] == [
        "B",
        "A",
    ]


def test_among_equals_the_sheets_order_decides():
    assert [line[3] for line in order(*[(name, "2") for name in "ÅÄÖA"])] == ["Å", "Ä", "Ö", "A"]


@pytest.mark.parametrize("cells", [("", "3"), ("Utan svar", None), ("Fel", "elva")])
def test_a_row_without_name_or_weight_has_no_place(cells):
    assert order(cells) == []
