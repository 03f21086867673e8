import datetime

import pytest

from macros.catalogue import read_catalogue
from ract.document import Answer, Figure, Heading, ItemList, Note, Paragraph, Table
from ract.plan import assemble_plan
from ract.plan.parts import Source
from ract.plan.sections import GAPS, SECTIONS
from tests.ract.builders import draft, flows, worksheet

TODAY = datetime.date(2026, 11, 22)
GROUP = "får visas för gruppen"
COPY = "får kopieras till journal eller akt"


@pytest.fixture(scope="session")
def sheets(root):
    """The binder's own worksheets."""
    return list(read_catalogue(root / "docs").worksheets.values())


@pytest.fixture
def assemble(sheets):
    """A function that puts a plan together from drafts."""

    def assembling(*drafts):
        return assemble_plan(flows(sheets, *drafts), TODAY)

    return assembling


def goals(*words, **answers):
    """A draft with these goals."""
    for number, text in enumerate(words):
        answers[f"mal/m{number}/mal"] = text
    return draft("mal", answers, {"mal": [f"m{n}" for n in range(len(words))]})


def network(**answers):
    """A draft of the network map: Gun may be asked, the brother may not."""
    written = {
        "personer/gun/person": "Gun Exempel",
        "personer/gun/kanns": "blandat",
        "personer/gun/fragas": "ja",
        "personer/bror/person": "min bror",
        "personer/bror/fragas": "nej",
        "undviker": "Grannen från förra huset",
        **answers,
    }
    return draft("natverkskarta", written, {"personer": ["gun", "bror"]})


def words(plan):
    """Everything that the plan says, in one text."""
    return str([block.as_data() for block in plan.document.blocks])


def headings(plan, level=1):
    """The headings of a level."""
    return [b.text for b in plan.document.blocks if isinstance(b, Heading) and b.level == level]


def gaps(plan):
    """Where the plan says that something is missing."""
    return [(gap.worksheet, gap.field) for gap in plan.missing]


def known(sheets, sheet, name):
    """Whether a sheet has a field of a name."""
    return any(s.id == sheet and s.field(name) for s in sheets)


def parts():
    """Every part of the plan that names a field."""
    for section in SECTIONS:
        for part in section.parts:
            yield getattr(part, "child", part)


def test_every_field_that_the_plan_names_exists(sheets):
    named = [(p.sheet, p.field) for p in parts() if hasattr(p, "field")]
    named += [(p.sheet, f) for p in parts() for f, _ in getattr(p, "fields", ())]
    named += [(gap.sheet, gap.field) for gap in GAPS]
    assert [] == [pair for pair in named if not known(sheets, *pair)]


def test_every_column_that_the_plan_names_exists(sheets):
    by_id = {sheet.id: sheet for sheet in sheets}
    named = [(p.sheet, p.field, c) for p in parts() for c, _ in getattr(p, "columns", ())]
    assert [] == [
        (sheet, field, column)
        for sheet, field, column in named
        if by_id[sheet].field(field).column(column) is None
    ]


def test_an_empty_binder_gives_a_plan_that_only_says_when(assemble):
    assert [Note] == [type(block) for block in assemble().document.blocks]


def test_an_empty_binder_misses_what_the_law_asks_for(assemble):
    asked = [("personlig-plan", f) for f in ("insatser_behov", "annans", "overgripande")]
    assert set(asked) <= set(gaps(assemble()))


def test_what_is_missing_is_said_calmly(assemble):
    assert "Dina mål." == assemble().missing[0].text


def test_a_goal_is_in_the_plan(assemble):
    assert "Mål 1: Sjunga i kören" in headings(assemble(goals("Sjunga i kören")), 2)


def test_a_goal_that_is_written_is_not_missing(assemble):
    assert ("mal", "mal") not in gaps(assemble(goals("Sjunga i kören")))


def test_a_long_goal_is_never_cut(assemble):
    long = "Jag vill sjunga. " * 1_200
    assert Paragraph(long.strip()) in assemble(goals(long)).document.blocks


def test_only_the_newest_draft_of_a_sheet_counts(assemble):
    old = goals("Gammalt mål")
    new = draft(
        "mal",
        {"mal/x/mal": "Nytt mål"},
        {"mal": ["x"]},
        id="f" * 16,
        saved_at="2026-05-01T10:00:00",
    )
    assert ["Mål 1: Nytt mål"] == headings(assemble(new, old), 2)


def test_a_step_stands_under_its_goal(assemble):
    steps = draft(
        "delmal",
        {
            "delmal/a/gora": "Ringa körledaren",
            "delmal/a/under_mal": "Sjunga",
            "delmal/a/under_mal/rad": "m1",
            "delmal/b/gora": "Stänga av mobilen",
            "delmal/b/under_mal": "Sova",
            "delmal/b/under_mal/rad": "m0",
        },
        {"delmal": ["a", "b"]},
    )
    plan = assemble(goals("Sova gott", "Sjunga i kör"), steps)
    place = plan.document.blocks.index(Heading(1, "Delmål och nästa steg"))
    expected = [
        "Mål 1: Sova gott",
        "Delmål 1: Stänga av mobilen",
        "Mål 2: Sjunga i kör",
        "Delmål 1: Ringa körledaren",
    ]
    assert expected == [b.text for b in plan.document.blocks[place + 1 :] if isinstance(b, Heading)]


def test_a_step_under_no_goal_stands_last(assemble):
    steps = draft(
        "delmal",
        {"delmal/a/gora": "Gå ut", "delmal/b/gora": "Ringa", "delmal/b/under_mal": "Sjunga"},
        {"delmal": ["a", "b"]},
    )
    assert ["Mål 1: Sjunga", "Övriga delmål"] == headings(assemble(goals("Sjunga"), steps), 2)[-2:]


def test_a_step_without_any_goals_needs_no_heading_over_it(assemble):
    steps = draft("delmal", {"delmal/a/gora": "Gå ut"}, {"delmal": ["a"]})
    assert ["Delmål 1: Gå ut"] == headings(assemble(steps), 2)


def test_the_principals_are_listed(assemble):
    written = {
        "insatser_behov/a/insats": "Boendestöd",
        "insatser_behov/a/huvudman": "kommun",
        "insatser_behov/b/insats": "Samtal",
        "insatser_behov/b/huvudman": "region",
    }
    plan = assemble(draft("personlig-plan", written, {"insatser_behov": ["a", "b"]}))
    assert ItemList(("Kommun: Boendestöd", "Region: Samtal")) in plan.document.blocks


def test_a_measure_without_principal_is_missing_it(assemble):
    written = {"insatser_behov/a/insats": "Boendestöd"}
    plan = assemble(draft("personlig-plan", written, {"insatser_behov": ["a"]}))
    texts = [gap.text for gap in plan.missing]
    assert "Vilken huvudman som svarar för varje insats." in texts


def test_an_answer_under_a_condition_that_no_longer_holds_stays_out(assemble):
    plan = assemble(draft("personlig-plan", {"kris": "nej", "kris_datum": "2026-01-01"}))
    assert "1 januari 2026" not in words(plan)


def test_those_who_may_be_asked_are_in_the_plan(assemble):
    assert "Gun Exempel" in words(assemble(network()))


@pytest.mark.parametrize("secret", ["Grannen från förra huset", "min bror", "blandat"])
@pytest.mark.parametrize("sharing", ["", GROUP, COPY])
def test_what_is_for_the_person_and_the_cm_alone_never_goes_into_the_plan(
    assemble, secret, sharing
):
    assert secret not in words(assemble(network(delning=sharing)))


def test_what_others_want_for_the_person_never_goes_into_the_plan(assemble):
    assert "Brodern vill" not in words(assemble(goals("Sjunga", inte_mina="Brodern vill")))


@pytest.mark.parametrize(
    ("plan_sharing", "sheet_sharing", "expected"),
    [
        ("", "", True),
        ("", GROUP, True),
        (GROUP, "", False),
        (GROUP, "bara jag och CM", False),
        (GROUP, GROUP, True),
        (GROUP, COPY, True),
        (COPY, GROUP, False),
    ],
)
def test_a_sheet_for_fewer_eyes_than_the_plan_stays_out(
    assemble, plan_sharing, sheet_sharing, expected
):
    plan = assemble(
        draft("personlig-plan", {"delning": plan_sharing}), network(delning=sheet_sharing)
    )
    assert expected is ("Gun Exempel" in words(plan))


def test_a_sheet_that_stays_out_is_told_of(assemble):
    plan = assemble(draft("personlig-plan", {"delning": GROUP}), network())
    assert ("natverkskarta", "delning") in gaps(plan)


@pytest.mark.parametrize(("said", "expected"), [("ja", True), ("nej", False), ("", False)])
def test_a_relatives_goal_needs_their_yes(assemble, said, expected):
    written = {
        "narstaendemal/a/vem": "Gun",
        "narstaendemal/a/mal": "Sova",
        "narstaendemal/a/sagt_ja": said,
    }
    assert expected is ("Sova" in words(assemble(draft("mal", written, {"narstaendemal": ["a"]}))))


def test_contacts_that_have_ended_are_left_out(assemble):
    written = {
        "personer/a/namn": "Gun Exempel",
        "personer/b/namn": "Ivar Mall",
        "personer/b/aktiv": "nej",
        "personer/c/namn": "Kim Exempel",
        "personer/c/relation": "jag själv",
    }
    plan = assemble(draft("mina-kontakter", written, {"personer": ["a", "b", "c"]}))
    tables = [block.rows for block in plan.document.blocks if isinstance(block, Table)]
    assert ["Gun Exempel"] == [row[0] for rows in tables for row in rows]


def test_ones_own_choice_takes_the_place_of_the_proposal(assemble):
    written = {
        "omraden/somn/omrade": "Sömn", "omraden/somn/nojd": "1", "omraden/somn/viktigt": "3",
        "egna_viktigast": "Kören",
    }  # fmt: skip
    plan = assemble(draft("livsomraden", written, {"omraden": ["somn"]}))
    assert ([Answer("Här vill jag börja", "Kören")], False) == (
        [b for b in plan.document.blocks if isinstance(b, Answer)],
        "Sömn" in words(plan),
    )


def test_the_plan_says_where_it_comes_from(assemble):
    assert (("mal", "2026-03-27T10:00:00"),) == assemble(goals("Sjunga")).sources


def test_the_same_drafts_give_the_same_plan(assemble):
    drafts = [goals("Sjunga"), network()]
    assert assemble(*drafts) == assemble(*reversed(drafts))


def pictures(plan):
    """The pictures of a plan, as plain words."""
    return [str(b.as_data()) for b in plan.document.blocks if isinstance(b, Figure)]


PLACED = {
    f"personer/{who}/{column}": words
    for who in ("gun", "bror")
    for column, words in (("sektor", "familj"), ("narhet", "5"))
}


def test_the_map_of_those_who_may_be_asked_is_drawn(assemble):
    [picture] = pictures(assemble(network(**PLACED)))
    assert "Gun Exempel" in picture
    assert "min bror" not in picture


def test_the_plans_map_never_tells_how_a_contact_feels(assemble):
    [picture] = pictures(assemble(network(**PLACED)))
    assert "blandat" not in picture


def test_no_map_is_drawn_of_people_without_a_place(assemble):
    assert pictures(assemble(network())) == []


def test_a_map_for_fewer_eyes_than_the_plan_is_not_drawn(assemble):
    plan = draft("personlig-plan", {"delning": GROUP}, id="1" * 16)
    assert pictures(assemble(network(**PLACED), plan)) == []


def test_a_copy_of_private_goals_on_the_plans_own_sheet_is_not_in_the_plan(assemble):
    kept = {
        "mal/blad": "mal",
        "mal/delning": "bara jag och CM",
        "mal/a/rad": "Hemligt",
        "mal/a/datum": "2026-11-03T10:00:00",
        "delning": GROUP,
    }
    made = assemble(draft("personlig-plan", kept, {"mal": ["a"]}), goals("Annat"))
    assert "Hemligt" not in words(made)


@pytest.mark.parametrize(("sharing", "expected"), [("bara jag och CM", []), (GROUP, ["Havet"])])
def test_a_fetched_value_is_in_the_plan_only_when_its_own_source_may_be(sharing, expected):
    dream = {"id": "drom", "typ": "text", "fråga": "Vad?"}
    source = worksheet(dream, sheet_id="kalla")
    sheet = worksheet({"id": "h", "typ": "hämtat", "från": "kalla/drom", "fråga": "Vad?"})
    written = draft("kalla", {"drom": "Havet", "delning": sharing})
    found = flows([source, sheet], written, draft("prov", {"delning": GROUP}))
    assert expected == list(Source(found, GROUP).lines("prov", "h"))
