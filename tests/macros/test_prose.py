"""A built page becomes blocks for paper, and what paper has no look for stops the build."""

import pytest

from macros.article import read_article
from macros.prose import Prose, UnknownPartError

SVG = '<svg viewBox="0 0 100 50" width="100"><title>x</title></svg>'
FIGURE = (
    '<figure class="drawing{}" data-drawing="karta.svg"><svg role="img" aria-label="En karta">'
    '<rect width="1" height="1"/></svg></figure>'
)


def blocks(html, folder=None):
    """The blocks of a page with this in its article."""
    prose = Prose(folder, lambda address: {"to": address}, lambda name: name)
    return prose.blocks(read_article(f"<main><article>{html}</article></main>"))


def words(runs):
    return "".join(run.get("text", "") for run in runs)


def test_only_the_article_is_read():
    html = "<header>Meny</header><article><p>Ord</p></article><footer>Fot</footer>"
    assert read_article(html).words() == "Ord"


def test_a_page_without_an_article_is_told_apart():
    assert read_article("<main><p>Ord</p></main>") is None


def test_a_heading_keeps_its_level_and_the_place_that_links_lead_to():
    assert blocks('<h2 id="mal">Mål</h2>') == [
        {"block": "heading", "level": 1, "runs": [{"anchor": "mal"}, {"text": "Mål"}]}
    ]


def test_line_ends_in_the_source_are_single_spaces():
    assert words(blocks("<p>Ett\n  delmål <em>är</em> ett steg.</p>")[0]["runs"]) == (
        "Ett delmål är ett steg."
    )


def test_a_line_to_write_on_is_told_apart():
    assert blocks('<p class="pen">Telefon:</p>') == [
        {"block": "paragraph", "runs": [{"text": "Telefon:"}], "pen": True}
    ]


def test_strong_and_italic_words_stay_so():
    runs = blocks("<p><strong>Ring</strong> <em>nu</em></p>")[0]["runs"]
    assert runs == [{"text": "Ring", "bold": True}, {"text": " "}, {"text": "nu", "italic": True}]


def test_a_link_says_where_it_leads():
    assert blocks('<p><a href="../mal/">Mål</a></p>')[0]["runs"] == [
        {"text": "Mål", "to": "../mal/"}
    ]


def test_an_explained_word_is_its_word():
    html = '<p>Din <button class="term" aria-expanded="false">VSS</button> vet.</p>'
    assert words(blocks(html)[0]["runs"]) == "Din VSS vet."


@pytest.mark.parametrize("hidden", ["hidden", "popover"])
def test_what_is_hidden_until_asked_for_is_not_on_paper(hidden):
    html = f"<p>VSS<span {hidden}>: samordnare</span> vet.</p>"
    assert words(blocks(html)[0]["runs"]) == "VSS vet."


def test_the_title_is_the_chapters_and_not_one_of_its_blocks():
    assert blocks("<div><h1>Mål</h1></div>") == []


def test_a_list_in_a_list_stays_inside():
    [outer] = blocks("<ul><li>Ett<ul><li>Två</li></ul></li></ul>")
    assert [block["block"] for block in outer["items"][0]] == ["paragraph", "list"]


def test_a_numbered_list_starts_where_it_says():
    assert blocks('<ol start="4"><li>Fyra</li></ol>')[0]["start"] == 4


def test_a_table_has_its_header_and_its_rows():
    html = "<table><tr><th>Vad</th><th>När</th></tr><tr><td>Kör</td><td>30 april</td></tr></table>"
    [table] = blocks(html)
    found = [[words(cell) for cell in row] for row in [table["header"], *table["rows"]]]
    assert (table["block"], found) == ("table", [["Vad", "När"], ["Kör", "30 april"]])


def test_a_table_that_paper_has_no_room_for_becomes_lines():
    head = "".join(f"<th>Kolumn {n}</th>" for n in range(8))
    row = "".join(f"<td>Ord {n}</td>" for n in range(8))
    assert blocks(f"<table><tr>{head}</tr><tr>{row}</tr></table>")[0]["block"] == "records"


def test_an_example_is_a_box_with_its_title():
    html = (
        '<div class="admonition example"><p class="admonition-title">Exempel</p><p>Kim.</p></div>'
    )
    [box] = blocks(html)
    assert (words(box["title"]), words(box["blocks"][0]["runs"])) == ("Exempel", "Kim.")


def test_words_of_the_glossary_keep_their_meaning_beside_them():
    [found] = blocks('<dl><dt><dfn id="act">ACT</dfn> · stöd</dt><dd>Vård hemma.</dd></dl>')
    item = found["items"][0]
    assert (words(item["runs"]), words(item["blocks"][0]["runs"])) == ("ACT · stöd", "Vård hemma.")


def test_a_picture_has_its_words_for_the_one_who_does_not_see_it(tmp_path):
    (tmp_path / "karta.svg").write_text(SVG)
    [figure] = blocks(FIGURE.format(""), tmp_path)
    assert (figure["alt"], figure["svg"], figure["width"]) == ("En karta", SVG, 26.0)


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<video></video>", "elementet <video>"),
        ("<p>Ett <video></video></p>", "elementet <video> mitt i en rad"),
        ("<ul><p>Ett</p></ul>", "elementet <p> direkt i <ul>"),
        ("<ul>Ett</ul>", "ord direkt i <ul>"),
        ("<table><tr><td>1</td></tr><tr><td>1</td><td>2</td></tr></table>", "olika långa"),
        ("<table><tr><td><h3>1</h3></td></tr></table>", "tabellruta"),
        ('<p><img src="foto.jpg" alt="Ett foto"></p>', "elementet <img>"),
    ],
)
def test_what_paper_has_no_look_for_is_told_and_never_left_out(html, told, tmp_path):
    with pytest.raises(UnknownPartError, match=told):
        blocks(html, tmp_path)


def test_a_picture_for_the_screen_alone_takes_no_room_on_paper(tmp_path):
    html = FIGURE.format(" on-screen") + "<p>Ord</p>"
    assert [words(block["runs"]) for block in blocks(html, tmp_path)] == ["Ord"]
