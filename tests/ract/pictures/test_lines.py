import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from ract.model import Written
from ract.pictures.lines import Series, draw_lines, series_of_occasions
from tests.ract.builders import worksheet
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


def test_a_line_is_named_where_it_ends_with_its_last_value():
    drawing = drawn(LINES, ("2026-02-18", "4"), ("2026-05-20", "6"))
    assert "Livet som helhet 6" in words_in(drawing)


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


def test_several_filled_in_sheets_become_one_line():
    sheet = worksheet({"id": "liv", "typ": "skala", "skala": "nöjd", "fråga": "Livet som helhet?"})
    occasions = [(DAY.replace(month=m), Written({"liv": v})) for m, v in ((5, "6"), (2, "4"))]
    [series] = series_of_occasions(sheet, occasions, ["liv", "datum"])
    assert series == Series(
        "Livet som helhet", ((DAY, 4), (DAY.replace(month=5), 6)), low=0, high=10
    )
