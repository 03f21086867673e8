from types import SimpleNamespace

import pytest
from jinja2 import Environment, StrictUndefined
from mkdocs.exceptions import PluginError

from macros.page_errors import explain, stop_build

HEAD = "---\ntitle: Test\n---\n\n"


def mistake(body, **macros):
    """The error that a page's body gives."""
    try:
        Environment(undefined=StrictUndefined, autoescape=True).from_string(body).render(**macros)
    except Exception as error:  # noqa: BLE001
        return error
    pytest.fail("no mistake in the page")


@pytest.mark.parametrize(
    ("body", "line"),
    [("{{ finns_inte() }}\n", 5), ("Text\n\n{{ a( }}\n", 7), ("a\n{{ b }}\n{{ c }}\n", 6)],
)
def test_the_line_is_that_of_the_file_not_of_the_body(tmp_path, body, line):
    path = tmp_path / "sida.md"
    path.write_text(HEAD + body, encoding="utf-8")
    page = SimpleNamespace(file=SimpleNamespace(abs_src_path=str(path), src_uri="om/sida.md"))
    with pytest.raises(PluginError, match=rf"^docs/om/sida\.md rad {line}: "):
        stop_build(mistake(body), body, page)


def test_a_name_that_does_not_exist_is_named():
    expected = "Det finns inget som heter ”blad” att anropa. Är det rätt stavat?"
    assert expected == explain(mistake("{{ blad() }}"))


def test_a_call_that_cannot_be_read_is_told_what_to_look_for():
    assert explain(mistake("{{ blad( }}")).endswith("Se efter parenteser och citattecken.")


def test_what_a_macro_itself_says_is_passed_on():
    def blad():
        raise LookupError("sidan har inget formulär")

    assert explain(mistake("{{ blad() }}", blad=blad)) == "sidan har inget formulär"
