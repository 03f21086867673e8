"""A worksheet as HTML: the names that scripts rely on, and a form that works without any."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

import ract.render
from ract.fields import KINDS
from ract.render import control_id, render_worksheet
from tests.ract.builders import ROWS, worksheet

TEMPLATES = Path(ract.render.__file__).parent / "templates"
VOID = {"input", "br", "hr", "img"}
NASTY = "<script>alert(1)</script>{{ 7*7 }}\"'&"
OPTIONS = ["ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta"]
EXTRA = {
    "val": {"alternativ": ["ja", "kanske"]},
    "flerval": {"alternativ": ["ja", "kanske"]},
    "skala": {"skala": "nöjd"},
    "rader": {"rad": "Mål", "kolumner": [{"id": "vad", "typ": "text", "fråga": "Vad?"}]},
    "hänvisning": {"till": "mal/mal", "visar": "mal"},
    "hämtat": {"från": "mal/mal"},
    "bekräftelse": {"vem": "brukaren"},
    "uträknat": {
        "räkna": "sip-koll",
        "av": {"insatser": "svar", "huvudman": "svar", "andra": "svar", "ansvar": "svar"},
    },
    "bild": {"bild": "vecka", "av": {"rader": "block", "dag": "vad", "tid": "vad", "gör": "vad"}},
}


# Kinds that other fields of the sheet have to be named for.
ALONE = {"uträknat", "bild"}


class Reader(HTMLParser):
    """Reads a form into its elements, and notes tags that do not close."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.open, self.text = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append((tag, attributes, tuple(self.open)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)

    def all(self, tag):
        return [attributes for name, attributes, _ in self.elements if name == tag]

    def names(self):
        return {
            a["name"] for _, a, above in self.elements if "name" in a and "template" not in above
        }

    def ids(self):
        return [a["id"] for _, a, _ in self.elements if "id" in a]

    def words(self):
        return " ".join("".join(self.text).split())


def form(*fields, needs=(), titles=None, **keys):
    if any(field.get("typ") == "bild" for field in fields):
        fields = (*fields, {**EXTRA["rader"], "id": "block", "typ": "rader", "fråga": "Vad?"})
    return Reader(render_worksheet(worksheet(*fields, **keys), needs, titles))


def asked(kind, **keys):
    return {"id": "svar", "typ": kind, "fråga": "Vad?", **EXTRA.get(kind, {}), **keys}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_template_and_a_whole_tree_of_tags(kind):
    assert form(asked(kind)).open == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_question_tells_its_name_and_kind(kind):
    fields = {a.get("data-field"): a.get("data-kind") for _, a, _ in form(asked(kind)).elements}
    assert fields["svar"] == KINDS[kind].template


@pytest.mark.parametrize("kind", KINDS)
def test_no_id_is_used_twice(kind):
    ids = form(asked(kind), {**ROWS, "id": "rader"}).ids()
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize(
    "kind", [k for k in KINDS if k not in {"rader", "hämtat", "uträknat", "bild"}]
)
def test_the_controls_of_a_kind_are_called_what_its_answers_are_called(kind):
    sheet = worksheet(asked(kind))
    assert set(sheet.field("svar").parts("svar")) <= form(asked(kind)).names()


@pytest.mark.parametrize("kind", KINDS)
def test_what_an_editor_writes_is_never_markup(kind):
    words = {"fråga": NASTY, "hjälp": NASTY, "exempel": NASTY}
    assert form({**asked(kind), **words}, titles={"mal": NASTY}).all("script") == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_element_carries_style_or_script(kind):
    attributes = {name for _, a, _ in form(asked(kind)).elements for name in a}
    assert {name for name in attributes if name == "style" or name.startswith("on")} == set()


@pytest.mark.parametrize("kind", KINDS)
def test_every_described_part_exists(kind):
    read = form(asked(kind, hjälp="Så här."))
    wanted = {i for _, a, _ in read.elements for i in a.get("aria-describedby", "").split()}
    assert wanted - set(read.ids()) == set()


@pytest.mark.parametrize("kind", KINDS)
def test_every_line_keeps_the_browsers_own_leaks_shut(kind):
    closed = {
        "autocomplete": "off",
        "spellcheck": "false",
        "writingsuggestions": "false",
        "translate": "no",
    }
    lines = [
        a
        for tag, a, _ in form(asked(kind)).elements
        if "name" in a and (tag == "textarea" or a.get("type") == "text")
    ]
    assert [a["name"] for a in lines if closed.items() - a.items()] == []


def test_a_legend_is_the_first_thing_in_its_group():
    html = render_worksheet(
        worksheet(*[{**asked(k), "id": f"f{n}"} for n, k in enumerate(KINDS) if k not in ALONE]),
        (),
    )
    parts = html.split("<fieldset")[1:]
    assert [p for p in parts if not p.split(">", 1)[1].lstrip().startswith("<legend")] == []


def test_the_form_tells_which_sheet_it_is_and_what_it_needs():
    [attributes] = form(needs=("mal", "mina-kontakter")).all("form")
    found = {name: attributes[name] for name in ("data-worksheet", "data-version", "data-needs")}
    assert found == {
        "data-worksheet": "prov",
        "data-version": "1",
        "data-needs": "mal mina-kontakter",
    }


def test_nothing_can_be_sent():
    read = form(*[{**asked(k), "id": f"f{n}"} for n, k in enumerate(KINDS) if k not in ALONE])
    [attributes] = read.all("form")
    assert ("action" in attributes, {b.get("type") for b in read.all("button")}) == (
        False,
        {"button"},
    )


def test_no_line_is_a_number_box():
    types = {a.get("type") for a in form(asked("tal", enhet="timmar")).all("input")}
    assert "number" not in types


def test_an_example_is_worded_in_the_hint():
    assert (
        "Så här. Till exempel: En balkong"
        in form(asked("text", hjälp="Så här.", exempel="En balkong")).words()
    )


def test_blank_rows_stand_ready_for_a_pen():
    names = form({**ROWS, "tomma rader": "2"}).names()
    assert {"mal/1/mal", "mal/1/borjar", "mal/2/mal", "mal/2/borjar"} <= names


def test_blank_rows_are_numbered_in_words():
    assert "Mål 1" in form(ROWS).words()
    assert "Mål 3" in form(ROWS).words()


def test_the_row_pattern_waits_in_a_template():
    held = [a["name"] for _, a, above in form(ROWS).elements if "template" in above and "name" in a]
    assert held == ["mal/__row__/mal", "mal/__row__/borjar"]


def test_a_fixed_row_carries_its_own_name_out_of_sight():
    fixed = {**ROWS, "fasta rader": {"kolumn": "mal", "värden": ["Boende och hem"]}}
    hidden = {a["name"]: a["value"] for a in form(fixed).all("input") if a.get("type") == "hidden"}
    assert hidden["mal/boende-och-hem/mal"] == "Boende och hem"


def test_a_fixed_row_cannot_be_taken_away():
    fixed = {**ROWS, "fasta rader": {"kolumn": "mal", "värden": ["Boende och hem"]}}
    outside = [
        a for t, a, above in form(fixed).elements if t == "button" and "template" not in above
    ]
    assert [a for a in outside if "data-remove-row" in a] == []


@pytest.mark.parametrize(("count", "selects"), [(7, 0), (8, 1)])
def test_many_options_in_a_row_become_a_select(count, selects):
    column = {"id": "roll", "typ": "val", "fråga": "Roll?", "alternativ": OPTIONS[:count]}
    read = form({**ROWS, "tomma rader": "1", "kolumner": [column]})
    named = [
        a
        for t, a, above in read.elements
        if t == "select" and "template" not in above and "name" in a
    ]
    assert len(named) == selects


def test_many_options_outside_rows_stay_in_sight():
    read = form(asked("val", alternativ=OPTIONS))
    assert len([a for a in read.all("input") if a.get("name") == "svar"]) == len(OPTIONS)


def test_a_long_scale_words_its_ends():
    words = form(asked("skala")).words()
    assert "0 = inte alls nöjd" in words
    assert "10 = helt nöjd" in words


def test_each_step_of_a_long_scale_says_its_place():
    assert "7 av 10" in form(asked("skala")).words()


def test_a_short_scale_has_its_words_beside_the_numbers():
    assert "2 viktigt" in form(asked("skala", skala="vikt")).words()


def test_a_scale_of_words_has_no_numbers():
    read = form(asked("skala", skala="läge"))
    assert {a["data-colour"] for a in read.all("label") if "data-colour" in a} == {
        "grön",
        "gul",
        "röd",
    }


YES = {"id": "barn", "typ": "ja/nej", "fråga": "Har du barn?"}
NAMES = {
    "id": "namn",
    "typ": "text",
    "fråga": "Vad heter de?",
    "visas om": {"fält": "barn", "är": "ja"},
}


def test_a_condition_right_beneath_its_question_is_short():
    assert "Om ja: Vad heter de?" in form(YES, NAMES).words()


def test_a_condition_further_down_names_its_question():
    between = {"id": "annat", "typ": "text", "fråga": "Något annat?"}
    assert "Om svaret på ”Har du barn?” är ja: Vad heter de?" in form(YES, between, NAMES).words()


def test_a_fetched_value_says_where_it_comes_from():
    assert "Hämtas från ”Mina mål”" in form(asked("hämtat"), titles={"mal": "Mina mål"}).words()


def test_a_fetched_value_of_an_unknown_sheet_still_says_that_it_is_fetched():
    assert "Hämtas från ett annat blad" in form(asked("hämtat")).words()


def test_a_computed_value_says_what_it_waits_for():
    kinds = {"nöjd": "nojd", "viktigt": "viktigt", "namn": "namn"}
    columns = [
        {"id": "namn", "typ": "text", "fråga": "Namn?"},
        {"id": "nojd", "typ": "skala", "skala": "nöjd", "fråga": "Nöjd?"},
        {"id": "viktigt", "typ": "skala", "skala": "vikt", "fråga": "Viktigt?"},
    ]
    rows = {
        "id": "omraden",
        "typ": "rader",
        "fråga": "Hur är livet?",
        "rad": "Område",
        "kolumner": columns,
    }
    computed = {
        "id": "tre",
        "typ": "uträknat",
        "fråga": "Först?",
        "räkna": "tre viktigaste",
        "av": {"rader": "omraden", **kinds},
    }
    assert "Räknas ut när du har fyllt i ”Hur är livet?”." in form(rows, computed).words()


def test_control_ids_keep_apart_from_headings():
    assert control_id("mal/m1/vikt") == "f-mal--m1--vikt"


@pytest.mark.parametrize("path", sorted(TEMPLATES.iterdir()), ids=lambda p: p.name)
def test_no_template_is_longer_than_one_can_see(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 60
