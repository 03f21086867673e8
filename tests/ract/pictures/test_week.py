import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ract.pictures.boxes import box_of, overlapping
from tests.ract.pictures.sheets import DAYS, TIMES, WEEK, choice, drawn, picture, words_in

WORDS = st.text("abcdefghijklmnopqrstuvwxyzåäö  M", max_size=120)
MOMENT = st.tuples(
    st.sampled_from([*DAYS, None]),
    st.sampled_from([*TIMES, None]),
    WORDS,
    WORDS,
    st.sampled_from(["bra", "ok", "jobbigt", None]),
    st.sampled_from(["ja", "nej", None]),
)
CHOIR = ("onsdag", "kväll", "Kör", "Noor Fiktiv", "bra", "ja")


def lines(drawing):
    return [box_of(shape) for shape in drawing.shapes if shape.tag == "text"]


@settings(max_examples=40, deadline=None)
@given(st.lists(MOMENT, max_size=25))
def test_no_two_lines_of_words_share_room(moments):
    assert overlapping(lines(drawn(WEEK, *moments)), slack=1) == []


@settings(max_examples=40, deadline=None)
@given(st.lists(MOMENT, max_size=25))
def test_every_line_of_words_stands_inside_the_picture(moments):
    drawing = drawn(WEEK, *moments)
    assert [box for box in lines(drawing) if not drawing.box.holds(box)] == []


def test_a_blank_week_has_its_days_and_parts_of_the_day():
    expected = [word.capitalize() for word in [*TIMES, *DAYS]]
    assert words_in(drawn(WEEK)) == expected


def test_a_moment_tells_what_with_whom_and_how_it_feels():
    expected = [*words_in(drawn(WEEK)), "Kör", "med Noor Fiktiv", "bra, viktigt"]
    assert sorted(words_in(drawn(WEEK, CHOIR))) == sorted(expected)


def test_a_moment_stands_right_of_its_day_and_beneath_its_time():
    shapes = {s.words: s.measures for s in drawn(WEEK, CHOIR).shapes if s.words}
    assert shapes["Kör"]["x"] == shapes["Kväll"]["x"]
    assert abs(shapes["Kör"]["y"] - shapes["Onsdag"]["y"]) < 6


@pytest.mark.parametrize("feeling", ["bra", "ok", "jobbigt"])
def test_a_feeling_has_a_word_beside_its_mark(feeling):
    assert feeling in words_in(drawn(WEEK, ("måndag", "dag", "Vilar", None, feeling)))


def test_what_has_no_day_stands_beneath_the_week():
    assert "Utan dag eller tid" in words_in(drawn(WEEK, (None, None, "Musik")))


def test_a_row_with_only_a_day_draws_nothing():
    assert words_in(drawn(WEEK, ("måndag", "dag"))) == words_in(drawn(WEEK))


def test_the_sentence_counts_each_day():
    assert drawn(WEEK, CHOIR, CHOIR).alt.startswith("Veckan som rutor. onsdag: 2.")


def test_the_name_of_a_row_stays_left_of_the_first_part_of_the_day():
    columns = [choice("dag", [*DAYS, "de flesta dagar"]), choice("tid", TIMES)]
    columns.append({"id": "gor", "typ": "text", "fråga": "Vad?"})
    week = picture("vecka", columns, dag="dag", tid="tid", gör="gor")
    moment = ("de flesta dagar", "natt", "Sover")
    shapes = [s for s in drawn(week, moment).shapes if s.words]
    inner = min(s.measures["x"] for s in shapes if s.words == "Sover")
    named = [
        box_of(s).right for s in shapes if s.words in {"De flesta", "dagar", "De flesta dagar"}
    ]
    assert max(named) < inner
