"""The two maps of the work lead to what they name, on the screen, and stand as pictures in the book."""

import re

import pytest
from mkdocs.exceptions import PluginError

from macros.article import read_article
from macros.overviews import PHASE_HEADINGS, STEP_HEADINGS
from macros.process_maps import MAPS, PHASES, process_map
from macros.prose import Prose
from tests.content.prose import DOCS

BOX = r'<a href="#([^"]+)">(.*?)</a>'


def places(name):
    """The anchor and the words of each place on a map, in order."""
    return [
        (anchor, " ".join(re.findall(r">([^<]+)</text>", inner)))
        for anchor, inner in re.findall(BOX, process_map(name))
    ]


def test_the_phases_on_the_map_are_those_of_the_overview_and_then_the_end():
    overview = [words for name, (words, _) in PHASE_HEADINGS.items() if name != "kvalitet"]
    assert [words for _, words in places("korschema")] == [*overview, "Avslut eller vila"]


def test_each_phase_leads_to_its_own_item_on_the_page():
    page = (DOCS / "flikar/1-introduktion/arbetsgangen.md").read_text(encoding="utf-8")
    items = re.findall(r"^\d\. \*\*[^*]+\*\*\{ #(\S+) \}", page, re.MULTILINE)
    assert [anchor for anchor, _ in places("korschema")] == items


def test_the_steps_on_the_map_are_the_twelve_of_the_overview():
    assert [words for _, words in places("tolv-steg")] == [
        f"{number} {words}" for number, words in enumerate(STEP_HEADINGS, start=1)
    ]


def test_every_phase_has_a_box():
    assert len(places("korschema")) == len(PHASES)


@pytest.mark.parametrize("name", MAPS)
def test_the_words_of_a_map_are_large_enough_on_a_telephone(name):
    """Letters of 19 in a drawing of 440 are 15 pixels on a telephone of 390."""
    assert 'viewBox="0 0 440 ' in process_map(name)
    assert set(re.findall(r'font-size="(\d+)"', process_map(name))) == {"19"}


@pytest.mark.parametrize("name", MAPS)
def test_the_book_has_the_same_map_as_the_page(name):
    article = read_article(f"<main><article>{process_map(name)}</article></main>")
    [figure] = Prose(DOCS, lambda to: {"to": to}, lambda anchor: anchor).blocks(article)
    assert (figure["svg"], figure["alt"]) == (MAPS[name].svg(), MAPS[name].words)


def test_a_map_that_does_not_exist_stops_the_build():
    with pytest.raises(PluginError, match="ingen processkarta ”karta”"):
        process_map("karta")
