"""A drawing that an editor put on a page stands in it as a drawing, or the build says what is wrong."""

import re
from types import SimpleNamespace

import pytest
from mkdocs.exceptions import PluginError

from macros.drawings import on_page_content

FILE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 440 9" width="440" height="9" role="img"'
    ' font-family="Verdana" font-size="19">\n  <title>Kartan</title>\n  <text x="1">Ord</text>\n</svg>\n'
)
IMAGE = '<p><img alt="En &quot;karta&quot; &amp; vägar" src="../karta.svg" /></p>'


@pytest.fixture
def drawn(tmp_path):
    """The HTML of the page `flik/sida/` with this in it, beside a drawing."""
    (tmp_path / "flik").mkdir()
    page = SimpleNamespace(url="flik/sida/", file=SimpleNamespace(src_uri="flik/sida.md"))

    def go(html, file=FILE):
        (tmp_path / "flik/karta.svg").write_text(file)
        return on_page_content(html, page=page, config={"docs_dir": str(tmp_path)})

    return go


def test_the_drawing_stands_in_the_page_with_its_words_for_the_one_who_does_not_see_it(drawn):
    assert drawn(f"<h1>A</h1>{IMAGE}<p>B</p>") == (
        '<h1>A</h1><figure class="drawing" data-drawing="../karta.svg"'
        ' data-search-exclude><svg role="img"'
        ' aria-label="En &quot;karta&quot; &amp; vägar" viewBox="0 0 440 9" width="440" height="9"'
        ' font-size="19">\n  <text x="1">Ord</text>\n</svg></figure><p>B</p>'
    )


def test_what_the_editor_says_of_the_image_holds_for_the_drawing(drawn):
    assert '<figure class="drawing on-screen"' in drawn(
        IMAGE.replace("<img ", '<img class="on-screen" ')
    )


def test_a_page_at_the_top_of_its_folder_finds_its_drawing(tmp_path):
    (tmp_path / "karta.svg").write_text(FILE)
    page = SimpleNamespace(url="", file=SimpleNamespace(src_uri="index.md"))
    html = on_page_content(IMAGE.replace("../", ""), page=page, config={"docs_dir": str(tmp_path)})
    assert '<text x="1">Ord</text>' in html


def test_a_page_without_pictures_is_as_it_was(drawn):
    assert drawn("<p>Ord</p>") == "<p>Ord</p>"


@pytest.mark.parametrize(
    ("html", "file", "told"),
    [
        (IMAGE.replace("<p>", "<p>Se "), FILE, "bilden karta.svg ska stå på en egen rad"),
        (re.sub('alt="[^"]*"', 'alt=""', IMAGE), FILE, "saknar text för den som inte ser den"),
        (IMAGE.replace("karta.svg", "foto.jpg"), FILE, "bilden foto.jpg är ingen SVG-fil"),
        (IMAGE.replace("karta.svg", "borta.svg"), FILE, "går inte att läsa som en SVG-fil"),
        (IMAGE, "<p>Hej</p>", "går inte att läsa som en SVG-fil"),
        (IMAGE, FILE.replace("<text", '<text id="ord"'), "har id på sina delar"),
    ],
)
def test_a_mistake_names_the_page_and_what_is_wrong(drawn, html, file, told):
    with pytest.raises(PluginError, match=rf"^docs/flik/sida\.md: .*{told}"):
        drawn(html, file)
