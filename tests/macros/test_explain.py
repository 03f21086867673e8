"""A word is explained where it first stands in running text, and nowhere that a button has no place."""

import re

import pytest

from macros.explain import explain, explain_pages
from macros.glossary import Entry, glossary_of

WORDS = glossary_of(
    [
        Entry("vss", "VSS", ("CM",), "Den som *håller ihop* [arbetet](../x.md) & mer."),
        Entry("sip", "SIP", (), "En gemensam plan."),
    ]
)


def made(article):
    return explain(f'<article class="prose">{article}</article>', WORDS, "../ordlista/")


def explained(html):
    return re.findall(r'popovertarget="ord-([^"]+)"', html)


def test_the_first_time_is_a_button_that_opens_the_note_after_it():
    html = made("<p>Fråga din CM.</p>")
    assert (
        '<p>Fråga din <button type="button" class="word" popovertarget="ord-vss">CM</button>'
        '<span class="word-note" id="ord-vss" popover role="note">'
    ) in html


def test_the_note_says_the_synonyms_the_words_and_where_to_read_more():
    html = made("<p>CM</p>")
    assert "VSS · CM</strong> Den som <em>håller ihop</em> arbetet &amp; mer. " in html
    assert '<a href="../ordlista/#vss">Läs i ordlistan</a>' in html


def test_the_second_time_is_plain_also_by_another_name():
    assert ["vss"] == explained(made("<p>VSS och CM</p><p>VSS</p>"))


@pytest.mark.parametrize(
    "left",
    [
        "<h2>SIP</h2>",
        '<a href="x">En <em>SIP</em></a>',
        "<table><tr><th>SIP</th></tr></table>",
        "<form><p>SIP</p></form>",
        "<code>SIP</code>",
        '<p class="band">SIP</p>',
        '<p class="admonition-title">SIP</p>',
        '<section class="sources"><section>x</section><p>SIP</p></section>',
        '<img alt="SIP">',
        "<!-- SIP -->",
    ],
)
def test_a_word_that_is_no_running_text_is_left_alone(left):
    html = made(f"{left}<p>En SIP.</p>")
    assert left in html
    assert ["sip"] == explained(html)


def test_words_outside_the_article_are_left_alone():
    page = '<nav>SIP</nav><article class="prose"><p>x</p></article><footer>SIP</footer>'
    assert page == explain(page, WORDS, "")


def test_only_the_pages_of_the_manual_are_explained(tmp_path):
    for name in ("flikar/1/a", "arbetsblad/mal"):
        (tmp_path / name).mkdir(parents=True)
        page = '<article class="prose"><p>SIP</p></article>'
        (tmp_path / name / "index.html").write_text(page, encoding="utf-8")
    explain_pages(tmp_path, WORDS)
    assert "../../../ordlista/#sip" in (tmp_path / "flikar/1/a/index.html").read_text("utf-8")
    assert "ordlista" not in (tmp_path / "arbetsblad/mal/index.html").read_text("utf-8")
