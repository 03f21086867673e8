"""Does the search of the built site find what people look for? The browser's own code is run, in Node."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
INDEX = "search/search_index.json"
SHARE, FIRST = 0.95, 3
BUDGET = 400_000


def place(address):
    """An address as the list has it: a word of the glossary whole, any other without its section."""
    page, _, anchor = address.partition("#")
    return f"ordlista#{anchor}" if page == "ordlista/" and anchor else page.rstrip("/")


@pytest.fixture(scope="module")
def ask(built_site, tmp_path_factory):
    """Ask the search of the built site: the answer of each question."""
    module = tmp_path_factory.mktemp("node") / "package.json"
    module.write_text('{"type": "module"}', encoding="utf-8")

    def answers(questions):
        command = ["node", str(HERE / "search-queries.mjs"), str(built_site)]
        done = subprocess.run(
            command, input=json.dumps(questions), capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return answers


@pytest.fixture(scope="module")
def first(ask):
    """The places of the first hits of one question."""

    def places(question, most=FIRST):
        [answer] = ask([question])
        return [place(hit["address"]) for hit in answer["hits"][:most]]

    return places


@pytest.fixture(scope="module")
def queries():
    """The list of everyday questions, each with its right places."""
    lines = (HERE / "search-queries.txt").read_text("utf-8").splitlines()
    pairs = [line.split(" | ") for line in lines if line and not line.startswith("#")]
    return {question: right.split() for question, right in pairs}


@pytest.fixture(scope="module")
def index(built_site):
    """What the build published for the search."""
    return json.loads((built_site / INDEX).read_text("utf-8"))


def test_the_list_of_questions_is_long_enough(queries):
    assert len(queries) >= 120


def test_everyday_questions_find_a_right_page_among_the_first_three(ask, queries):
    answers = dict(zip(queries, ask(list(queries)), strict=True))
    found = {q: [place(hit["address"]) for hit in a["hits"][:FIRST]] for q, a in answers.items()}
    missed = [q for q, places in found.items() if not set(places) & set(queries[q])]
    share = 1 - len(missed) / len(queries)
    # Shown by: python -m pytest -s tests/site/test_search.py -k everyday
    lines = [f"  misses {question}: {found[question]}" for question in missed]
    sys.stdout.write("\n".join(["", f"{share:.1%} of {len(queries)} questions", *lines, ""]))
    assert share >= SHARE, missed


def test_every_question_has_a_right_place_that_exists(index, queries):
    places = {place(page[0]) for page in index["pages"]}
    assert [] == [question for question, right in queries.items() if not places & set(right)]


def test_every_sheet_is_the_first_hit_for_its_own_title(ask, index):
    sheets = {page[1]: page[0] for page in index["pages"] if page[2].startswith("Arbetsblad")}
    answers = dict(zip(sheets, ask(list(sheets)), strict=True))
    assert sheets
    assert {} == {
        title: answer["hits"][0]["address"]
        for title, answer in answers.items()
        if answer["hits"][0]["address"] != sheets[title]
    }


def test_every_page_is_among_the_first_hits_for_its_own_title(ask, index):
    pages = [(page[1], page[0]) for page in index["pages"] if page[0]]
    answers = ask([title for title, _ in pages])
    assert [] == [
        title
        for (title, address), answer in zip(pages, answers, strict=True)
        if place(address) not in [place(hit["address"]) for hit in answer["hits"][:FIRST]]
    ]


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("tecken", "arbetsblad/tidiga-tecken"),
        ("varningstecken", "arbetsblad/tidiga-tecken"),
        ("narstaende", "information/till-dig-som-ar-narstaende"),
        ("case manager", "ordlista#vss"),
        ("krisplanerna", "arbetsblad/krisplan"),
        ("krisp", "arbetsblad/krisplan"),
        ("mötesresultat", "arbetsblad/motesanteckningar"),
    ],
)
def test_swedish_is_found_as_it_is_written(first, question, right):
    assert right in first(question, 6)


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("utan internet", "om/den-har-enheten"),
        ("offline", "om/den-har-enheten"),
        ("radera allt", "om/den-har-enheten"),
        ("säkerhetskopiera", "sakerhetskopia"),
        ("läsa upp texten", "om/tillganglighet"),
        ("stor stil", "om/tillganglighet"),
        ("vem tar hand om katten", "arbetsblad/krisplan"),
        ("motionera", "arbetsblad/halsa-levnadsvanor"),
        ("adhd", "flikar/2-komma-igang/for-vem"),
    ],
)
def test_an_everyday_word_that_no_page_uses_leads_to_the_page_that_answers(first, question, right):
    assert right in first(question)


@pytest.mark.parametrize("slip", ["kirsplan", "krispaln", "krsplan", "krissplan", "krizplan"])
def test_one_typing_error_is_seen_through_and_said(ask, slip):
    [answer] = ask([slip])
    assert answer["meant"] == "krisplan"
    assert "arbetsblad/krisplan/" in [hit["address"] for hit in answer["hits"][:FIRST]]


def test_a_word_that_is_right_is_not_corrected(ask, queries):
    right = ["krisplan", "möte", "god man", "SIP", "närstående"]
    assert [answer["meant"] for answer in ask(right)] == [""] * len(right)


@pytest.mark.parametrize("empty", ["", "   ", "!?", "xyzzyq", "\u0000", "\ud83d\ude00"])
def test_what_cannot_be_found_gives_no_hits_and_no_error(ask, empty):
    [answer] = ask([empty])
    assert (answer["hits"], answer["total"]) == ([], 0)


def test_the_words_that_were_found_are_marked_within_the_text(ask):
    [answer] = ask(["krisplan"])
    pieces = [piece for hit in answer["hits"] for piece in hit["snippet"]]
    marked = [piece["text"].lower() for piece in pieces if piece["hit"]]
    assert marked
    assert all("krisplan" in word for word in marked)


def test_a_hit_says_what_kind_of_page_it_is(ask):
    [answer] = ask(["tidiga tecken"])
    kinds = {hit["kind"] for hit in answer["hits"][:4]}
    assert kinds == {"Arbetsblad · flik 7", "Sida · flik 3", "Information", "Ordlista"}


def test_no_button_or_notice_of_the_form_is_searched(index):
    sheets = [page for page in index["pages"] if page[2].startswith("Arbetsblad")]
    texts = [text for page in sheets for _, _, text in page[4]]
    assert [] == [text for text in texts if "Ladda ner fil" in text or "Välj i kalender" in text]


def test_the_index_keeps_within_its_budget_when_compressed(built_site):
    assert len(gzip.compress((built_site / INDEX).read_bytes())) <= BUDGET


def test_the_cells_of_the_table_of_sheets_stand_apart(index):
    [text] = [
        text
        for address, _, _, _, parts, _ in index["pages"]
        if address == "om/bladtabell/"
        for anchor, _, text in parts
        if anchor == "alla-arbetsblad"
    ]
    assert "Id · Titel · Flik · Frågor" in text
    assert " · mal · Mina mål · 7 · " in text


def test_the_words_of_a_drawing_are_no_part_of_a_pages_text(index):
    texts = [text for page in index["pages"] for _, _, text in page[4]]
    assert not any("Brukarcoach eller peer God man, arbetsgivare" in text for text in texts)


def test_no_page_shows_the_marks_of_the_search(built_site):
    assert [] == [
        path.name for path in built_site.rglob("*.html") if "\u241f" in path.read_text("utf-8")
    ]
