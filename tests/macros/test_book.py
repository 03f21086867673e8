"""The pages and sheets become parts and chapters, in the binder's order."""

import pytest
from mkdocs.exceptions import PluginError

from macros.book import Binder, address_of, chapters_of, read_leaves
from macros.book_files import checked_between
from macros.order import Order
from tests.ract.builders import worksheet

NAV = ["index.md", {"1 Start": ["flikar/1-start/index.md"]}, {"Om": ["om/index.md"]}]
PAGE = """<article><p class="band">Flik 1</p><h1>{title}</h1><p class="gist">Kort.</p>
<dl class="facts"><div><dt>Lästid</dt> <dd>1 minut</dd></div></dl>{body}
<section class="sources"><h2>Källor</h2><ul><li>F0: Pärmen</li></ul></section>
<nav class="onward">Nästa</nav></article>"""
SHEETS = Order((worksheet(sheet_id="mina-mal"),))
TAB = SHEETS.sheets[0].tab


@pytest.fixture
def binder(tmp_path):
    """A function that makes a binder of three small pages."""

    def made(body="<p>Ord.</p>"):
        for address, title in (("", "Start"), ("flikar/1-start/", "Ett"), ("om/", "Om")):
            file = tmp_path / address / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(PAGE.format(title=title, body=body), encoding="utf-8")
        return Binder(tmp_path, NAV, SHEETS, {1: "Start"})

    return made


@pytest.mark.parametrize(
    ("source", "address"), [("index.md", ""), ("om/index.md", "om/"), ("om/a.md", "om/a/")]
)
def test_a_page_lies_where_mkdocs_puts_it(source, address):
    assert address_of(source) == address


def test_a_section_with_a_number_is_a_tab():
    assert [leaf.tab for leaf in read_leaves(NAV)] == [0, 1, 0]


def test_the_parts_are_what_comes_first_the_tabs_and_what_comes_last(binder):
    assert [part["heading"] for part in binder().parts()] == [
        "RACT-pärmen",
        "Flik 1 · Start",
        "Längst bak i pärmen",
    ]


def test_what_only_leads_around_the_screen_is_not_in_a_chapter(binder):
    chapter = chapters_of(binder().parts())[1]
    assert (chapter["title"], chapter["gist"], len(chapter["blocks"])) == ("Ett", "Kort.", 1)


def test_the_note_of_an_explained_word_is_no_part_of_a_chapters_gist(tmp_path):
    word = (
        '<button class="word">VSS</button><span popover role="note">Vård- och stödsamordnare</span>'
    )
    file = tmp_path / "index.html"
    file.write_text(PAGE.format(title="Start", body="").replace("Kort.", f"{word} hjälper dig."))
    binder = Binder(tmp_path, ["index.md"], Order(()), {})
    assert chapters_of(binder.parts())[0]["gist"] == "VSS hjälper dig."


def test_a_chapter_has_its_facts_and_sources_beside_its_words(binder):
    chapter = chapters_of(binder().parts())[1]
    found = (chapter["facts"], chapter["sources"])
    assert found == ([("Lästid", "1 minut")], [[{"text": "F0: Pärmen"}]])


def test_a_place_that_no_link_leads_to_is_not_marked(binder):
    chapter = chapters_of(binder('<h2 id="a">A</h2>').parts())[0]
    assert chapter["blocks"][0]["runs"] == [{"text": "A"}]


def test_a_place_that_a_link_leads_to_is_marked(binder):
    body = '<h2 id="a">A</h2><p><a href="#a">A</a></p>'
    chapter = chapters_of(binder(body).parts())[0]
    assert chapter["blocks"][0]["runs"][0] == {"anchor": "start#a"}


def test_a_part_that_paper_cannot_show_is_told_with_its_page(binder):
    with pytest.raises(PluginError, match=r"Sidan index kan inte tas med i boken.*<video>"):
        binder("<video></video>").parts()


def test_the_cover_tells_when_the_pages_were_checked():
    chapters = [
        {"facts": [("Senast kontrollerad", day)]} for day in ("2 mars 2026", "9 april 2025")
    ]
    assert checked_between(chapters) == (
        "Sidorna kontrollerades mot sina källor mellan den 9 april 2025 och den 2 mars 2026."
    )
