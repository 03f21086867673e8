from tests.ract.builders import field, problems, shown

LONG = "ord " * 5_000


def test_a_text_is_shown_as_it_was_written():
    assert "å ä ö – ” ’ …" == shown(field(typ="text"), "å ä ö – ” ’ …")


def test_code_in_a_text_is_only_text():
    assert "<script>{{ 7*7 }}" == shown(field(typ="text"), "<script>{{ 7*7 }}")


def test_a_long_text_is_never_cut():
    assert LONG.strip() == shown(field(typ="långtext"), LONG)


def test_no_text_is_a_problem():
    assert [] == problems(field(typ="långtext"), LONG)


def test_a_long_text_has_four_lines_on_paper_unless_told():
    assert 4 == field(typ="långtext").lines


def test_a_long_text_has_the_lines_it_is_told():
    assert 2 == field(typ="långtext", rader="2").lines
