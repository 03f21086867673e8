import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ract.pictures.drawing import Box, Drawing, number, stack, text
from ract.pictures.letters import text_width, wrap
from ract.pictures.svg import STYLES, write_inline_svg, write_svg
from tests.ract.pictures.sheets import NETWORK, drawn

NASTY = '<script>alert(1)</script> & " {{ 7*7 }}'


@given(st.text(max_size=200), st.floats(20, 300))
def test_a_wrapped_line_is_never_wider_than_its_room_unless_it_is_one_letter(words, width):
    lines = wrap(words, 15, width)
    assert [one for one in lines if len(one) > 1 and text_width(one, 15) > width] == []


@given(st.text("abc åäö", max_size=100))
def test_wrapping_keeps_every_letter_when_there_is_room(words):
    assert "".join(wrap(words, 15, 100, most=999)).replace(" ", "") == words.replace(" ", "")


def test_words_beyond_the_last_line_end_in_an_ellipsis():
    assert wrap("ett två tre fyra fem sex", 15, 50, most=2)[-1].endswith("…")


@given(st.lists(st.tuples(st.floats(-500, 500), st.floats(5, 60)), max_size=20))
def test_stacked_boxes_never_meet(wanted):
    wanted = sorted(wanted)
    tops = stack(wanted, gap=2)
    feet = [top + height for top, (_, height) in zip(tops, wanted, strict=True)]
    assert all(foot < top for foot, top in zip(feet, tops[1:], strict=False))


@pytest.mark.parametrize(("value", "expected"), [(-0.0, "0"), (1.25, "1.2"), (10.0, "10")])
def test_a_measure_is_written_the_same_everywhere(value, expected):
    assert expected == number(value)


@pytest.mark.parametrize("write", [write_svg, write_inline_svg])
def test_what_a_person_writes_is_never_markup(write):
    tree = ET.fromstring(write(drawn(NETWORK, (NASTY, "vänner", "4"))))
    assert {element.tag.rpartition("}")[2] for element in tree.iter()} <= {
        "svg", "g", "circle", "line", "path", "polyline", "text",
    }  # fmt: skip


def test_the_picture_on_the_page_carries_no_style_but_class_names():
    html = write_inline_svg(drawn(NETWORK, ("Noor", "vänner", "4", "bra")))
    assert not re.search(r'\b(style|fill|stroke|onclick)="', html)


def test_every_style_on_paper_has_a_rule_for_the_screen(root):
    css = (root / "overrides/assets/css/pictures.css").read_text("utf-8")
    assert [name for name in STYLES if f".pic-{name}" not in css] == []


def test_the_same_shapes_are_given_as_data_and_as_svg():
    drawing = Drawing(Box(0, 0, 10, 10), "Alt", (text("name", 1, 2, "Noor"),))
    assert drawing.as_data()["shapes"] == [
        {
            "tag": "text",
            "style": "name",
            "set": {"x": "1", "y": "2", "font-size": "17"},
            "words": "Noor",
        }
    ]
    assert 'x="1" y="2" font-size="17"' in write_svg(drawing)
