"""The minutes of a meeting's points, beside its length and the person's strength."""

import pytest

from ract.model import Written
from tests.ract.builders import worksheet
from tests.ract.computing import lines, rows

POINTS = {
    "id": "punkter", "typ": "rader", "fråga": "Vad?", "rad": "Punkt",
    "kolumner": [
        {"id": "rubrik", "typ": "text", "fråga": "Vad heter punkten?"},
        {"id": "minuter", "typ": "tal", "enhet": "minuter", "fråga": "Hur många minuter?"},
    ],
}  # fmt: skip
INVITATION = worksheet(
    {"id": "mote_langd", "typ": "tal", "fråga": "Hur länge?"}, sheet_id="inbjudan"
)
WAYS = worksheet(
    {
        "id": "ork", "typ": "val", "fråga": "Hur länge orkar du?", "egen text": "Annat",
        "alternativ": ["15 minuter", "60 minuter eller mer"],
    },
    sheet_id="sa-fungerar-jag-bast",
)  # fmt: skip
OF = {
    "rader": "punkter",
    "minuter": "minuter",
    "längd": "inbjudan/mote_langd",
    "ork": "sa-fungerar-jag-bast/ork",
}


def told(*minutes, length=None, strength=None):
    points = rows("punkter", *[("Punkt", one) for one in minutes], columns=("rubrik", "minuter"))
    others = []
    if length:
        others.append((INVITATION, Written({"mote_langd": length})))
    if strength:
        others.append((WAYS, Written({"ork": strength})))
    return lines([POINTS], "minuter", OF, points, others=others)


def test_the_minutes_of_all_points_are_added():
    assert told("5", "10") == ["Punkterna tar 15 minuter ihop."]


def test_without_any_minutes_nothing_is_said():
    assert told(None, "") == []


def test_a_point_without_minutes_is_told():
    assert told("5", None, "tio")[1] == "2 punkter har inga minuter än."


@pytest.mark.parametrize("slip", ["-5", "0", "1e9", "99999999", "NaN"])
def test_what_cannot_be_minutes_is_left_out_of_the_sum(slip):
    assert told("5", slip)[0] == "Punkterna tar 5 minuter ihop."


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        ("20", "Mötet är 20 minuter. Stryk eller korta: det är 10 minuter för mycket."),
        ("30", "Mötet är 30 minuter, så det är fullt. Lägg gärna in lite luft."),
        ("45", "Mötet är 45 minuter, så det finns 15 över till luft och paus."),
    ],
)
def test_the_sum_stands_beside_the_length_of_the_meeting(length, expected):
    assert told("10", "20", length=length)[1] == expected


def test_more_than_the_person_has_strength_for_is_told_with_how_many_pauses():
    expected = "Du orkar 15 minuter i taget. Lägg in 2 pauser, eller stryk något."
    assert told("20", "20", strength="15 minuter")[-1] == expected


@pytest.mark.parametrize("strength", ["60 minuter eller mer", "beror på dagen", ""])
def test_within_the_strength_nothing_is_said_of_it(strength):
    assert told("20", "20", strength=strength) == ["Punkterna tar 40 minuter ihop."]
