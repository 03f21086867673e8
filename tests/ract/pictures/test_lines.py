import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ract.context import Context, Occasion
from ract.model import Written
from ract.pictures import draw_picture
from ract.pictures.lines import Series, draw_lines
from tests.ract.builders import definition, mistakes, worksheet
from tests.ract.pictures.boxes import box_of, overlapping
from tests.ract.pictures.sheets import LINES, drawn, words_in

DAY = datetime.date(2026, 2, 18)
DAYS = st.dates(datetime.date(2020, 1, 1), datetime.date(2030, 1, 1))
POINTS = st.lists(st.tuples(DAYS, st.integers(0, 10)), max_size=12, unique_by=lambda p: p[0])
SERIES = st.builds(
    lambda name, points: Series(name, tuple(sorted(points))),
    st.text("abcdefghijklmåäö ", min_size=1, max_size=50),
    POINTS,
)


def curves(drawing):
    return [shape for shape in drawing.shapes if shape.tag == "polyline"]


@settings(max_examples=50, deadline=None)
@given(st.lists(SERIES, max_size=6))
def test_no_two_words_share_room_and_all_are_inside(series):
    drawing = draw_lines(series)
    boxes = [box_of(shape) for shape in drawing.shapes if shape.tag == "text"]
    assert overlapping(boxes, slack=1) == []
    assert [box for box in boxes if not drawing.box.holds(box)] == []


def test_rows_become_a_line_for_each_scale():
    drawing = drawn(LINES, ("2026-02-18", "4", "2"), ("2026-05-20", "6", "4"))
    assert len(curves(drawing)) == 2


def test_a_line_is_named_with_its_last_value():
    drawing = drawn(LINES, ("2026-02-18", "4"), ("2026-05-20", "6"))
    assert "Livet som helhet: 6" in words_in(drawing)


def test_rows_in_any_order_are_drawn_in_the_order_of_their_days():
    there = drawn(LINES, ("2026-02-18", "4"), ("2026-05-20", "6"))
    back = drawn(LINES, ("2026-05-20", "6"), ("2026-02-18", "4"))
    assert there == back


def test_a_row_without_a_day_or_a_value_is_left_out():
    drawing = drawn(LINES, ("2026-02-18", "4"), (None, "9"), ("2026-05-20", None))
    assert curves(drawing) == []


def test_lines_of_the_same_chart_differ_in_more_than_colour():
    series = [Series(f"{n}", ((DAY, n), (DAY.replace(month=5), n))) for n in range(4)]
    assert len({curve.style for curve in curves(draw_lines(series))}) == 4


def test_scales_of_different_length_get_a_chart_each():
    drawing = drawn(LINES, ("2026-02-18", "4", "2"))
    assert {"0", "10", "1", "5"} <= set(words_in(drawing))


def test_the_words_say_every_value_with_its_day():
    expected = "Linjer över tid. Livet som helhet: 4 (18 februari 2026), 6 (20 maj 2026)."
    assert drawn(LINES, ("2026-02-18", "4"), ("2026-05-20", "6")).alt == expected


def test_nothing_written_gives_an_empty_chart_that_says_so():
    assert drawn(LINES).alt == "Linjer över tid, än så länge utan värden."


OVER_OCCASIONS = worksheet(
    {"id": "liv", "typ": "skala", "skala": "nöjd", "fråga": "Livet som helhet?"},
    {"id": "laget", "typ": "skala", "skala": "läge", "fråga": "Läget?"},
    {"id": "bild", "typ": "bild", "bild": "tillfällen", "fråga": "Över tid?", "av": {"skalor": ["liv", "laget"]}},
)  # fmt: skip
GOALS = worksheet(
    {
        "id": "r", "typ": "rader", "fråga": "Delmål?", "rad": "Delmål",
        "kolumner": [
            {"id": "vad", "typ": "hänvisning", "till": "delmal/delmal", "visar": "gora", "fråga": "Vad?"},
            {"id": "niva", "typ": "skala", "skala": "målnivå", "fråga": "Nivå?"},
        ],
    },
    {"id": "bild", "typ": "bild", "bild": "tillfällen", "fråga": "Över tid?",
     "av": {"rader": "r", "namn": "vad", "skalor": ["niva"]}},
)  # fmt: skip


def over(sheet, *written):
    """The picture of a sheet over occasions in February, May and so on; the last one is now."""
    days = [DAY.replace(month=2 + 3 * n) for n in range(len(written))]
    *earlier, now = map(Occasion, days, written)
    context = Context(sheet, now.written, tuple(earlier), today=now.day)
    return draw_picture(context, sheet.field("bild"))


def test_a_chart_has_room_on_a_phone():
    assert over(OVER_OCCASIONS, Written({"liv": "4", "laget": "gul"})).size[0] * 0.8 < 350


def test_a_chart_tells_what_its_ends_mean():
    assert "0 inte alls nöjd, 10 helt nöjd" in words_in(over(OVER_OCCASIONS, Written({"liv": "4"})))


def test_scales_that_mean_different_things_get_a_chart_each():
    two = worksheet(
        {"id": "liv", "typ": "skala", "skala": "nöjd", "fråga": "Livet?"},
        {"id": "oro", "typ": "skala", "skala": "besvär", "fråga": "Oro?"},
        {"id": "bild", "typ": "bild", "bild": "tillfällen", "fråga": "Tid?", "av": {"skalor": ["liv", "oro"]}},
    )  # fmt: skip
    assert words_in(over(two, Written({"liv": "4", "oro": "7"}))).count("10") == 2


def test_several_filled_in_sheets_become_one_line():
    drawing = over(OVER_OCCASIONS, Written({"liv": "4"}), Written({"liv": "6"}))
    assert drawing.alt == (
        "Linjer över tid. Livet som helhet: 4 (18 februari 2026), 6 (18 maj 2026)."
    )


def test_a_scale_of_words_says_its_words_on_the_axis_and_in_the_sentence():
    drawing = over(OVER_OCCASIONS, Written({"laget": "röd"}), Written({"laget": "grön"}))
    assert {"grön", "gul", "röd"} <= set(words_in(drawing))
    assert "Läget: röd (18 februari 2026), grön (18 maj 2026)" in drawing.alt


def test_the_words_on_the_axis_are_inside_the_picture():
    drawing = over(OVER_OCCASIONS, Written({"laget": "röd", "liv": "3"}))
    boxes = [box_of(shape) for shape in drawing.shapes if shape.tag == "text"]
    assert [box for box in boxes if not drawing.box.holds(box)] == []


def test_green_is_drawn_above_red():
    drawing = over(OVER_OCCASIONS, Written({"laget": "grön"}))
    tops = {s.words: s.measures["y"] for s in drawing.shapes if s.words in {"grön", "röd"}}
    assert tops["grön"] < tops["röd"]


def test_rows_of_several_occasions_are_a_line_for_each_thing_whatever_the_row_is_called():
    then = Written({"r/a/vad": "Kör", "r/a/vad/rad": "kor", "r/a/niva": "-2"}, {"r": ["a"]})
    now = Written({"r/b/vad": "Kören", "r/b/vad/rad": "kor", "r/b/niva": "+1"}, {"r": ["b"]})
    assert over(GOALS, then, now).alt == (
        "Linjer över tid. Kören: −2 (18 februari 2026), +1 (18 maj 2026)."
    )


def test_an_empty_chart_has_the_steps_of_its_own_scale():
    assert words_in(over(GOALS, Written({}))) == ["−2", "0", "+2"]


def test_two_occasions_of_the_same_day_are_one_point_the_latest():
    drawing = draw_picture(
        Context(
            OVER_OCCASIONS,
            Written({"liv": "6"}),
            (Occasion(DAY, Written({"liv": "4"})),),
            today=DAY,
        ),
        OVER_OCCASIONS.field("bild"),
    )
    assert drawing.alt == "Linjer över tid. Livet som helhet: 6 (18 februari 2026)."


def test_a_scale_that_may_not_be_shown_is_not_drawn():
    context = Context(OVER_OCCASIONS, Written({"liv": "6", "laget": "gul"}), today=DAY)
    drawing = draw_picture(context, OVER_OCCASIONS.field("bild"), ["liv"])
    assert drawing.alt == "Linjer över tid. Läget: gul (18 februari 2026)."


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (["livv"], "Det finns inget fält ”livv” på bladet. Menade du ”liv”?"),
        (["datum"], "”datum” ska vara av typen skala, men är datum."),
    ],
)
def test_a_picture_over_occasions_of_what_is_no_scale_is_a_mistake(of, expected):
    scale = {"id": "liv", "typ": "skala", "skala": "nöjd", "fråga": "Livet?"}
    drawn_of = {
        "id": "bild",
        "typ": "bild",
        "bild": "tillfällen",
        "fråga": "Tid?",
        "av": {"skalor": of},
    }
    assert mistakes(definition(scale, drawn_of)) == [expected]
