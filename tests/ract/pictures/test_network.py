import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ract.pictures.drawing import Box
from tests.ract.pictures.boxes import label_boxes, label_boxes_of, mark_boxes, overlapping
from tests.ract.pictures.sheets import FEELINGS, NETWORK, SECTORS, drawn, people_in, words_in

NAMES = st.text("abcdefghijklmnopqrstuvwxyzåäöÅÄÖ -M", min_size=1, max_size=60)
PERSON = st.tuples(
    NAMES,
    st.sampled_from([*SECTORS, None]),
    st.sampled_from(["1", "2", "3", "4", "5", None]),
    st.sampled_from([*FEELINGS, None]),
)
CROWD = st.lists(PERSON, max_size=60)
CROWDED = st.lists(
    st.tuples(NAMES, st.just("vänner"), st.sampled_from(["4", "5"]), st.just("bra")),
    min_size=20,
    max_size=60,
)


def mark_of(drawing, row):
    group = next(s for s in drawing.shapes if s.person and s.person["row"] == row)
    hit = next(s for s in group.shapes if s.style == "hit")
    return hit.measures["cx"], hit.measures["cy"]


def mark_shape(*feeling):
    group = next(s for s in drawn(NETWORK, ("Noor", "vänner", "4", *feeling)).shapes if s.person)
    return next((s.tag, s.style) for s in group.shapes if s.style.startswith("mark"))


@settings(max_examples=60, deadline=None)
@given(CROWD | CROWDED)
def test_no_two_labels_share_room(people):
    assert overlapping(label_boxes(drawn(NETWORK, *people))) == []


@settings(max_examples=60, deadline=None)
@given(CROWD | CROWDED)
def test_every_label_stands_inside_the_picture(people):
    drawing = drawn(NETWORK, *people)
    assert [box for box in label_boxes(drawing) if not drawing.box.holds(box)] == []


@settings(max_examples=40, deadline=None)
@given(CROWD | CROWDED)
def test_no_two_marks_touch(people):
    assert overlapping(list(mark_boxes(drawn(NETWORK, *people)).values())) == []


@settings(max_examples=40, deadline=None)
@given(CROWD)
def test_no_name_stands_on_another_persons_mark(people):
    drawing = drawn(NETWORK, *people)
    marks = mark_boxes(drawing)
    names = {
        shape.person["row"]: box
        for shape in drawing.shapes
        if shape.person
        for box in label_boxes_of(shape)
    }
    assert [
        (row, other)
        for row, name in names.items()
        for other, mark in marks.items()
        if other != row and name.overlaps(mark)
    ] == []


@settings(max_examples=40, deadline=None)
@given(CROWD)
def test_everybody_is_on_the_map_once_and_in_order(people):
    written = [
        f"x{n}"
        for n, person in enumerate(people)
        if any(filter(None, (part and part.strip() for part in person)))
    ]
    assert sorted(people_in(drawn(NETWORK, *people))) == sorted(written)


@given(CROWD)
@settings(max_examples=20, deadline=None)
def test_the_same_rows_give_the_same_picture(people):
    assert drawn(NETWORK, *people) == drawn(NETWORK, *people)


@pytest.mark.parametrize("sector", SECTORS)
def test_a_person_stands_in_the_direction_of_the_sector(sector):
    x, y = mark_of(drawn(NETWORK, ("Noor", sector, "3")), "x0")
    degrees = (math.degrees(math.atan2(y, x)) + 90) % 360
    assert round(degrees) % 360 == 60 * SECTORS.index(sector)


def test_nearness_is_distance_and_five_is_nearest():
    people = [("Noor", "vänner", str(near)) for near in (5, 4, 3, 2, 1)]
    drawing = drawn(NETWORK, *people)
    away = [math.hypot(*mark_of(drawing, f"x{n}")) for n in range(5)]
    assert away == sorted(away)


def test_each_feeling_has_a_mark_of_its_own_shape():
    assert len({mark_shape(feeling) for feeling in [*FEELINGS, None]}) == 4


def test_the_legend_says_each_feeling_in_a_word():
    assert {*FEELINGS, "inget svar"} <= set(words_in(drawn(NETWORK)))


def test_a_feeling_that_is_held_back_is_neither_drawn_nor_explained():
    open_map = drawn(NETWORK, ("Noor", "vänner", "4", "svårt"), held_back=["kanns"])
    assert not set(FEELINGS) & set(words_in(open_map))
    assert "path" not in {s.tag for shape in open_map.shapes for s in shape.shapes}


def test_who_lacks_a_place_is_listed_beneath():
    drawing = drawn(NETWORK, ("Noor", None, "4"), ("Gun", "familj", None), ("Elin", "släkt", "1"))
    assert "Inte placerade än" in words_in(drawing)
    assert mark_of(drawing, "x0")[1] > mark_of(drawing, "x2")[1]


def test_nobody_is_listed_when_all_have_a_place():
    assert "Inte placerade än" not in words_in(drawn(NETWORK, ("Noor", "vänner", "4")))


def test_a_person_without_a_name_is_called_by_the_rows_number():
    assert people_in(drawn(NETWORK, (None, "vänner", "4")))["x0"]["name"] == "Rad 1"


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ([], "Tom nätverkskarta: en cirkel med dig i mitten och 6 delar."),
        (
            [("Noor", "vänner", "4"), ("Gun", None, None)],
            (
                "Nätverkskarta med 2 personer. familj: 0; släkt: 0; vänner: 1; fritid: 0;"
                " skola eller arbete: 0; vård och stöd: 0; inte placerade än: 1."
                " Allt som bilden visar står i ord på bladet, under ”Vad finns?”."
            ),
        ),
    ],
)
def test_the_sentence_counts_each_sector(people, expected):
    assert drawn(NETWORK, *people).alt == expected


def test_a_very_long_name_is_whole_in_its_button_and_short_in_the_picture():
    name = "ord " * 5000
    drawing = drawn(NETWORK, (name, "vänner", "4"))
    assert people_in(drawing)["x0"]["name"] == name.strip()
    assert drawing.size[0] < 1200


def test_two_hundred_people_still_have_room():
    people = [(f"Person {n}", SECTORS[n % 6], str(n % 5 + 1), "bra") for n in range(200)]
    drawing = drawn(NETWORK, *people)
    assert overlapping(label_boxes(drawing)) == []


def test_a_hand_is_told_where_the_rings_and_sectors_are():
    moves = drawn(NETWORK).moves
    assert (moves["rows"], moves["sector"], moves["near"]) == ("r", "sektor", "narhet")
    assert [ring["value"] for ring in moves["rings"]] == ["5", "4", "3", "2", "1"]
    assert moves["sectors"] == SECTORS


def test_a_map_whose_sectors_are_held_back_cannot_be_moved_in():
    assert drawn(NETWORK, held_back=["sektor"]).moves == {}


def test_the_picture_has_air_around_it():
    drawing = drawn(NETWORK, ("Noor", "vänner", "4"))
    inner = Box(*(side * 250 for side in (-1, -1, 1, 1)))
    assert drawing.box.holds(inner)
