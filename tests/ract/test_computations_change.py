"""Then and now: scales at this occasion beside the one before."""

import pytest

from ract.model import Written
from tests.ract.computing import both, lines, rows

LIFE = {"id": "liv", "typ": "skala", "skala": "nöjd", "fråga": "Hur är livet?"}
STATE = {"id": "laget", "typ": "skala", "skala": "läge", "fråga": "Läget?"}
SUPPORT = {
    "id": "stod", "typ": "rader", "fråga": "Stödet?", "rad": "Påstående",
    "fasta rader": {"kolumn": "vad", "värden": ["Jag bestämmer"]},
    "kolumner": [
        {"id": "vad", "typ": "text", "fråga": "Vad?"},
        {"id": "steg", "typ": "skala", "skala": "stämmer", "fråga": "Stämmer det?"},
    ],
}  # fmt: skip
GOALS = {
    "id": "delmal", "typ": "rader", "fråga": "Delmål?", "rad": "Delmål",
    "kolumner": [
        {"id": "vad", "typ": "hänvisning", "till": "delmal/delmal", "visar": "gora", "fråga": "Vad?"},
        {"id": "nu", "typ": "skala", "skala": "målnivå", "fråga": "Nu?"},
        {"id": "fore", "typ": "skala", "skala": "målnivå", "fråga": "Före?"},
    ],
}  # fmt: skip
MARCH = {"datum": "2026-03-11"}
SCALES = {"skalor": ["liv", "laget", "prov/stod/steg"]}
MOVE = {"rader": "delmal", "namn": "vad", "nu": "nu", "före": "fore"}


def then_and_now(written, *before):
    return lines([LIFE, STATE, SUPPORT], "då och nu", SCALES, written, before=before)


def change(*cells, before=()):
    written = rows("delmal", *cells, columns=("vad", "nu", "fore", "vad/rad"))
    return lines([GOALS], "förändring", MOVE, written, before=before)


def test_a_scale_stands_beside_the_occasion_before():
    assert then_and_now(Written({"liv": "6"}), Written({"liv": "4", **MARCH})) == [
        "Förra gången var 11 mars 2026.",
        "Hur är livet: från 4 till 6",
    ]


def test_the_first_time_there_is_nothing_to_compare_with():
    assert then_and_now(Written({"liv": "6"})) == []


def test_an_unchanged_scale_says_so():
    assert then_and_now(Written({"liv": "4"}), Written({"liv": "4"}))[1] == (
        "Hur är livet: samma som förra gången, 4"
    )


def test_an_occasion_that_skipped_the_question_is_passed_over_for_an_older_one_with_its_day():
    older, newer = Written({"liv": "3", "datum": "2026-01-05"}), Written(MARCH)
    assert then_and_now(Written({"liv": "6"}), older, newer)[1] == (
        "Hur är livet: från 3 till 6 (från 5 januari 2026)"
    )


def test_an_occasion_that_comes_after_this_one_is_not_before_it():
    now = Written({"liv": "6", "datum": "2026-03-01"})
    assert then_and_now(now, Written({"liv": "4", **MARCH})) == []


def test_a_scale_of_words_is_told_with_its_words():
    assert then_and_now(Written({"laget": "grön"}), Written({"laget": "röd"}))[1] == (
        "Läget: från röd till grön"
    )


def test_a_scale_in_fixed_rows_is_told_by_the_name_of_the_row():
    def at(step):
        return rows("stod", ("Jag bestämmer", step), columns=("vad", "steg"))

    def named(written):
        swap = {name.replace("/r0/", "/jag-bestammer/"): v for name, v in written.answers.items()}
        return Written(swap, {"stod": ["jag-bestammer"]})

    told = then_and_now(named(at("4")), named(at("2")))
    assert told[1] == "Jag bestämmer: från 2 till 4"


def test_a_day_that_does_not_exist_never_orders_the_occasions():
    wrong = Written({"liv": "2", "datum": "2026-02-30"})
    assert then_and_now(Written({"liv": "6"}), wrong)[1] == "Hur är livet: från 2 till 6"


def test_a_row_has_moved_from_its_start_to_now():
    assert change(("Kören", "+1", "-2"), ("Posten", "0", "0")) == [
        "Kören: från −2 till +1, 3 steg upp",
        "Posten: kvar på 0",
    ]


def test_a_row_that_went_down_says_so():
    assert change(("Kören", "-1", "0")) == ["Kören: från 0 till −1, 1 steg ner"]


def test_a_row_without_a_start_begins_at_its_first_step_at_an_earlier_occasion():
    first = rows("delmal", ("Kören", "-2", None), columns=("vad", "nu", "fore"))
    second = rows("delmal", ("Kören", "-1", None), columns=("vad", "nu", "fore"))
    told = change(("kören", "+1", None), before=(first, both(second, Written(MARCH))))
    assert told == ["kören: från −2 till +1, 3 steg upp"]


def test_a_row_that_points_at_the_same_thing_is_the_same_also_under_a_new_name():
    then = rows("delmal", ("Kör", "-2", None, "k1"), columns=("vad", "nu", "fore", "vad/rad"))
    assert change(("Kören", "0", None, "k1"), before=(then,)) == [
        "Kören: från −2 till 0, 2 steg upp"
    ]


@pytest.mark.parametrize("cells", [("", "+1", "-2"), ("Kören", None, "-2"), ("Kören", "+1", None)])
def test_a_row_that_lacks_a_part_is_left_out(cells):
    assert change(cells) == []
