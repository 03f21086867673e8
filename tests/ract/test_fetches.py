"""What a sheet keeps of another: what differs now, what is chosen, and who may see it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ract.answers import homeless_answers
from ract.compare import compare
from ract.document import Answer, ItemList, Origin
from ract.drafts import read_written
from ract.fetches import fetch, fetches, first_fetches, read_kept
from ract.filled import HELD_BACK, sheet_document, shown_draft
from ract.flows import SINGLE
from ract.model import Written
from tests.ract.builders import ROWS, draft, flows, worksheet

PRIVATE, GROUP, RECORD = (
    "bara jag och CM",
    "får visas för gruppen",
    "får kopieras till journal eller akt",
)
DREAM = {"id": "drom", "typ": "långtext", "fråga": "Vad drömmer du om?"}
GOALS = worksheet(ROWS, DREAM, sheet_id="mal", title="Mina mål")
PLAN = worksheet(
    {"id": "mal", "typ": "hämtat", "från": "mal/mal", "visar": ["mal"], "fråga": "Vilka mål?"},
    {"id": "drom", "typ": "hämtat", "från": "mal/drom", "fråga": "Vilken dröm?"},
    {"id": "svar", "typ": "text", "fråga": "Vad?"},
    sheet_id="plan",
)
SHEETS = [GOALS, PLAN]
QUESTION = PLAN.field("mal")
NOVEMBER, DECEMBER = "2026-11-03T10:00:00", "2026-12-10T14:32:00"


def goals(rows, saved_at=NOVEMBER, **answers):
    """The sheet Mina mål with these rows, by id."""
    cells = {f"mal/{row}/mal": words for row, words in rows.items()}
    return draft("mal", {**cells, **answers}, {"mal": list(rows)}, saved_at=saved_at)


def kept(source, **answers):
    """The sheet Plan as it was when something was first written on it."""
    found = flows(SHEETS, source)
    first = first_fetches(PLAN, Written(answers), fetches(PLAN, Written(answers), found))
    return Written({**answers, **first.answers}, first.rows)


def later(before, after, *, took=None):
    """The goals of Plan, kept before and looked at after; some of the changes may be taken."""
    found = flows(SHEETS, *([after] if after else []))
    one = fetch(QUESTION, kept(before), found)
    if took is None:
        return one
    return fetch(QUESTION, one.choose(took).as_written(QUESTION), found)


def changes(one):
    """The changes of a fetched value, as plain tuples."""
    return [(c.row, c.kind, c.kept, c.now) for c in one.changes]


TWO = {"a": "Sjunga", "b": "Sova"}


def test_what_nobody_has_kept_is_what_stands_on_the_source():
    one = fetch(QUESTION, Written(), flows(SHEETS, goals(TWO)))
    assert (("Sjunga", "Sova"), "Från Mina mål, sparat 3 november 2026") == (one.lines, one.source)


def test_what_nobody_has_kept_differs_in_nothing_and_leaves_nothing_to_choose():
    one = fetch(QUESTION, Written(), flows(SHEETS, goals(TWO)))
    assert ((), "", None) == (one.changes, one.notice, one.choose({"a"}))


def test_a_source_without_words_is_not_told_of():
    assert "" == fetch(QUESTION, Written(), flows(SHEETS, goals({}))).source


def test_a_source_that_was_saved_on_no_known_day_is_told_without_one():
    assert "Från Mina mål" == later(goals(TWO, ""), goals(TWO, "")).source


NEW_GOALS = worksheet(ROWS, sheet_id="nya", title="Nya mål")
MOVED = worksheet(
    {"id": "mal", "typ": "hämtat", "från": "nya/mal", "visar": ["mal"], "fråga": "Vilka mål?"},
    sheet_id="plan",
)


@pytest.mark.parametrize(
    ("gone", "title"), [(False, "Mina mål"), (True, "Nya mål")], ids=["there", "gone"]
)
def test_what_is_kept_is_told_by_the_sheet_it_was_taken_from_while_that_is_there(gone, title):
    sheets = [NEW_GOALS, MOVED] if gone else [GOALS, NEW_GOALS, MOVED]
    one = fetch(MOVED.field("mal"), kept(goals(TWO)), flows(sheets))
    assert f"Från {title}, sparat 3 november 2026" == one.source


@pytest.mark.parametrize(("took", "sheet"), [({"a", "b"}, "nya"), ({"a"}, "mal")])
def test_words_are_of_the_new_source_when_all_of_them_were_taken_from_it(took, sheet):
    now = draft("nya", {"mal/a/mal": "Ett", "mal/b/mal": "Två"}, {"mal": ["a", "b"]})
    found = flows([GOALS, NEW_GOALS, MOVED], now)
    assert sheet == fetch(MOVED.field("mal"), kept(goals(TWO)), found).choose(took).worksheet


@pytest.mark.parametrize(
    ("written", "rows", "told"),
    [
        (Written({"delning": GROUP}), TWO, (False, True)),
        (Written({"delning": GROUP}), {}, (False, False)),
        (Written({"delning": PRIVATE}), TWO, (False, False)),
        (kept(goals(TWO, delning=PRIVATE)), TWO, (True, False)),
    ],
)
def test_the_page_is_told_what_is_kept_and_what_is_held_back(written, rows, told):
    one = fetch(QUESTION, written, flows(SHEETS, goals(rows, delning=PRIVATE)))
    data = one.as_data(written)
    assert told == (data["kept"], data["held_back"])


@pytest.mark.parametrize(
    ("took", "sharing"), [({"a", "b"}, GROUP), ({"a"}, PRIVATE), (set(), PRIVATE)]
)
def test_only_what_is_wholly_the_sources_own_may_be_seen_by_more(took, sharing):
    then = goals(TWO, delning=PRIVATE)
    now = goals({"a": "Sjunga i kör", "b": "Sova bättre"}, DECEMBER, delning=GROUP)
    assert sharing == later(then, now, took=took).kept.sharing


def test_what_is_kept_stays_when_the_source_changes():
    one = later(goals(TWO), goals({"a": "Sjunga i kör"}, DECEMBER))
    assert (("Sjunga", "Sova"), "Från Mina mål, sparat 3 november 2026") == (one.lines, one.source)


def test_a_source_that_is_saved_anew_with_the_same_words_is_no_change():
    one = later(goals(TWO), goals(TWO, DECEMBER, drom="Havet"))
    assert ((), "") == (one.changes, one.notice)


def test_another_order_on_the_source_is_no_change():
    assert () == later(goals(TWO), goals({"b": "Sova", "a": "Sjunga"})).changes


def test_what_is_new_changed_and_gone_is_told_row_by_row():
    one = later(goals(TWO), goals({"c": "Gå ut", "a": "Sjunga i kör"}, DECEMBER))
    assert [
        ("c", "nytt", "", "Gå ut"),
        ("a", "ändrat", "Sjunga", "Sjunga i kör"),
        ("b", "borta", "Sova", ""),
    ] == changes(one)
    assert "Det står något annat på Mina mål nu, sparat 10 december 2026." == one.notice


def test_a_change_on_the_same_day_is_told_with_the_clock():
    one = later(goals(TWO), goals({"a": "Sjunga i kör"}, "2026-11-03T14:32:05"))
    assert "nu, sparat 3 november 2026 klockan 14.32." in one.notice


def test_the_same_words_under_another_id_are_no_change():
    assert () == later(goals(TWO), goals({"x": "Sova", "y": "Sjunga"}, DECEMBER)).changes


def test_of_two_rows_with_the_same_words_the_one_that_is_gone_is_told():
    one = later(goals({"a": "Sova", "b": "Sova"}), goals({"b": "Sova"}, DECEMBER))
    assert [("a", "borta", "Sova", "")] == changes(one)


def test_words_that_moved_to_a_new_row_are_one_change_and_one_new_row():
    one = later(goals({"a": "Sjunga"}), goals({"a": "Sova", "c": "Sjunga"}, DECEMBER))
    assert [("a", "ändrat", "Sjunga", "Sova"), ("c", "nytt", "", "Sjunga")] == changes(one)


def test_one_row_is_taken_and_another_is_not():
    now = goals({"a": "Sjunga i kör", "b": "Sova bättre", "c": "Gå ut"}, DECEMBER)
    one = later(goals(TWO), now, took={"a"})
    assert ("Sjunga i kör", "Sova") == one.lines
    assert "Från Mina mål, sparat 3 november 2026 och 10 december 2026" == one.source


def test_a_choice_is_not_asked_for_twice():
    now = goals({"a": "Sjunga i kör", "b": "Sova bättre"}, DECEMBER)
    one = later(goals(TWO), now, took={"a"})
    assert (True, [("b", "ändrat", "Sova", "Sova bättre")]) == (one.is_settled, changes(one))


def test_a_choice_is_asked_for_again_when_the_source_changes_again():
    left = later(goals(TWO), goals({"a": "Sjunga i kör"}, DECEMBER), took=set())
    again = flows(SHEETS, goals({"a": "Sjunga solo"}, DECEMBER))
    assert not fetch(QUESTION, left.kept.as_written(QUESTION), again).is_settled


def test_a_choice_stays_when_something_else_on_the_source_changes():
    left = later(goals(TWO), goals({"a": "Sjunga i kör"}, DECEMBER), took=set())
    again = flows(SHEETS, goals({"a": "Sjunga i kör"}, "2026-12-24T10:00:00", drom="Havet"))
    assert fetch(QUESTION, left.kept.as_written(QUESTION), again).is_settled


def test_everything_taken_is_the_source_as_it_is():
    now = goals({"c": "Gå ut", "a": "Sjunga i kör"}, DECEMBER)
    one = later(goals(TWO), now, took={"a", "b", "c"})
    assert (("Gå ut", "Sjunga i kör"), "Från Mina mål, sparat 10 december 2026") == (
        one.lines,
        one.source,
    )


def test_a_row_that_is_gone_stays_after_the_one_it_followed():
    three = {"a": "Ett", "b": "Två", "c": "Tre"}
    one = later(goals(three), goals({"a": "Ett", "c": "Tre", "d": "Fyra"}, DECEMBER), took={"d"})
    assert ("Ett", "Två", "Tre", "Fyra") == one.lines


def test_a_row_that_another_occasion_has_is_known_by_its_new_id_after_a_choice():
    one = later(goals(TWO), goals({"x": "Sjunga", "b": "Sova"}, DECEMBER), took=set())
    assert ["x", "b"] == list(one.kept.rows)


@pytest.mark.parametrize(
    ("after", "notice"),
    [
        (
            goals({"b": "Sova"}, DECEMBER),
            "En rad finns inte längre på Mina mål. Den står kvar här.",
        ),
        (goals({}, DECEMBER), "2 rader finns inte längre på Mina mål. De står kvar här."),
        (
            None,
            "Bladet Mina mål är inte ifyllt nu. Det som hämtades därifrån står kvar här.",
        ),
    ],
)
def test_what_is_gone_from_the_source_stays_and_is_told(after, notice):
    one = later(goals(TWO), after)
    assert (("Sjunga", "Sova"), notice) == (one.lines, one.notice)


def test_an_answer_that_is_gone_from_the_source_stays_and_is_told():
    written = kept(goals({}, drom="Havet"))
    one = fetch(PLAN.field("drom"), written, flows(SHEETS, goals({}, DECEMBER)))
    assert (("Havet",), "Svaret finns inte längre på Mina mål. Det står kvar här.") == (
        one.lines,
        one.notice,
    )


def test_an_answer_of_several_lines_is_one_thing_to_choose():
    written = kept(goals({}, drom="Havet\nLugnet"))
    one = fetch(PLAN.field("drom"), written, flows(SHEETS, goals({}, DECEMBER, drom="Havet")))
    assert [(SINGLE, "ändrat", "Havet\nLugnet", "Havet")] == changes(one)
    assert ("Havet", "Lugnet") == one.lines


def test_a_source_without_words_is_not_kept():
    assert Written() == kept(goals({}))


def test_what_is_kept_once_is_not_taken_again():
    written = kept(goals(TWO))
    now = flows(SHEETS, goals({"c": "Gå ut"}, DECEMBER))
    assert {} == first_fetches(PLAN, written, fetches(PLAN, written, now)).answers


def test_a_question_that_is_not_asked_takes_nothing():
    hidden = {
        "id": "h", "typ": "hämtat", "från": "mal/drom", "fråga": "Vad?",
        "visas om": {"fält": "mer", "är": "ja"},
    }  # fmt: skip
    sheet = worksheet({"id": "mer", "typ": "ja/nej", "fråga": "Mer?"}, hidden)
    found = fetches(sheet, Written(), flows([GOALS, sheet], goals({}, drom="Havet")))
    assert Written() == first_fetches(sheet, Written(), found)


def test_what_is_kept_has_a_place_on_the_sheet():
    assert {} == homeless_answers(PLAN, kept(goals(TWO, drom="Havet")))


def test_a_kept_value_that_is_no_longer_fetched_is_shown_as_an_earlier_answer():
    other = worksheet({"id": "svar", "typ": "text", "fråga": "Vad?"}, sheet_id="plan")
    assert "mal/a/rad" in homeless_answers(other, kept(goals(TWO)))


ROW_ID = st.from_regex(r"[a-z0-9][a-z0-9-]{0,9}", fullmatch=True)
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip)
TABLE = st.dictionaries(ROW_ID, WORDS, max_size=5)
QUICK = settings(max_examples=60, deadline=None)


@QUICK
@given(TABLE)
def test_what_is_kept_is_read_back_from_a_draft(rows):
    written = kept(goals(rows))
    data = {"answers": dict(written.answers), "rows": dict(written.rows)}
    again = read_kept(QUESTION, read_written(data))
    assert read_kept(QUESTION, written) == again
    assert {row: words.strip() for row, words in rows.items()} == dict(again.rows if again else {})


@QUICK
@given(TABLE.filter(bool), TABLE, st.data())
def test_no_choice_drops_a_word_that_was_not_chosen(before, after, data):
    one = later(goals(before), goals(after, DECEMBER))
    chosen = data.draw(st.sets(st.sampled_from([c.row for c in one.changes] or ["-"])))
    left = [c.kept for c in one.changes if c.row not in chosen and c.kind != "nytt"]
    result = list(one.choose(chosen).rows.values())
    assert all(result.count(words) >= left.count(words) for words in left)


@QUICK
@given(TABLE.filter(bool), TABLE)
def test_after_a_choice_of_everything_nothing_differs(before, after):
    one = later(goals(before), goals(after, DECEMBER))
    taken = one.choose({c.row for c in one.changes}).as_written(QUESTION)
    assert () == fetch(QUESTION, taken, flows(SHEETS, goals(after, DECEMBER))).changes


def paper(written, *drafts):
    """The blocks of the filled sheet Plan."""
    return sheet_document(
        PLAN, draft("plan", written.answers, written.rows), flows(SHEETS, *drafts)
    ).blocks


def test_the_paper_has_what_is_kept_and_where_it_was_written():
    blocks = paper(kept(goals(TWO)), goals({"a": "Annat"}, DECEMBER))
    at = blocks.index(ItemList(("Sjunga", "Sova")))
    assert Origin("Från Mina mål, sparat 3 november 2026") == blocks[at + 1]


def test_two_occasions_are_compared_by_what_they_have_kept():
    then, now = kept(goals({"a": "Sjunga"})), kept(goals({"a": "Sjunga i kör"}, DECEMBER))
    found = compare(PLAN, then, now, flows(SHEETS, goals({"a": "Annat"})))
    assert [("Sjunga", "Sjunga i kör")] == [(c.before, c.now) for c in found]


def test_an_occasion_that_kept_nothing_is_not_compared_with_what_stands_elsewhere_now():
    assert () == compare(PLAN, Written(), kept(goals(TWO)), flows(SHEETS, goals(TWO)))


def shared(source_sharing, own_sharing, after_sharing, *, after=None):
    """The words of Plan's paper and of its data, when the goals were, and are, for these eyes."""
    written = kept(goals({"a": "Hemligt"}, delning=source_sharing), delning=own_sharing)
    now = [] if after is None else [goals(after, DECEMBER, delning=after_sharing)]
    found, saved = flows(SHEETS, *now), draft("plan", written.answers, written.rows)
    data = shown_draft(PLAN, saved, found).written
    return str(sheet_document(PLAN, saved, found).as_data()), str((data.answers, data.rows))


@pytest.mark.parametrize(
    ("then", "own", "now", "after"),
    [
        (PRIVATE, GROUP, PRIVATE, {"a": "Hemligt"}),
        (PRIVATE, GROUP, PRIVATE, None),
        (GROUP, RECORD, GROUP, {}),
        (GROUP, GROUP, PRIVATE, {"a": "Hemligt"}),
        (GROUP, GROUP, PRIVATE, {"a": "Annat"}),
        (PRIVATE, GROUP, GROUP, {"a": "Annat"}),
        (PRIVATE, GROUP, GROUP, {}),
        ("", GROUP, "", {"a": "Hemligt"}),
        ("påhittat", GROUP, "påhittat", None),
    ],
)
def test_a_copy_of_what_was_for_fewer_eyes_is_on_no_paper_and_in_no_data(then, own, now, after):
    words, data = shared(then, own, now, after=after)
    assert HELD_BACK in words
    assert "Hemligt" not in words + data


@pytest.mark.parametrize(
    ("then", "own", "now", "after"),
    [
        (PRIVATE, PRIVATE, PRIVATE, {"a": "Hemligt"}),
        (GROUP, GROUP, GROUP, {"a": "Annat"}),
        (PRIVATE, GROUP, GROUP, {"a": "Hemligt"}),
        (PRIVATE, GROUP, GROUP, {"a": "Hemligt", "b": "Mer"}),
        (GROUP, GROUP, "", None),
    ],
)
def test_a_copy_of_what_may_be_seen_is_on_the_paper_and_in_its_data(then, own, now, after):
    words, data = shared(then, own, now, after=after)
    assert ("Hemligt" in words, "Hemligt" in data) == (True, True)


def test_the_data_in_a_pdf_has_no_sign_of_what_was_seen_and_left():
    written = kept(goals(TWO, delning=GROUP), delning=GROUP)
    saved = draft("plan", written.answers, written.rows)
    found = flows(SHEETS, goals(TWO, delning=GROUP))
    assert "mal/sett" in written.answers
    assert "mal/sett" not in shown_draft(PLAN, saved, found).written.answers


def test_a_private_field_on_an_open_source_is_held_back_too():
    source = worksheet({**DREAM, "delning": PRIVATE}, sheet_id="mal")
    sheet = worksheet({"id": "h", "typ": "hämtat", "från": "mal/drom", "fråga": "Vad?"})
    found = flows([source, sheet], draft("mal", {"drom": "Hemligt", "delning": GROUP}))
    made = sheet_document(sheet, draft(answers={"delning": GROUP}), found)
    assert Answer("Vad?", HELD_BACK) in made.blocks


def test_a_private_column_on_an_open_source_is_held_back_too():
    columns = [ROWS["kolumner"][0], {**ROWS["kolumner"][1], "delning": PRIVATE}]
    source = worksheet({**ROWS, "kolumner": columns}, sheet_id="mal")
    sheet = worksheet(
        {"id": "alla", "typ": "hämtat", "från": "mal/mal", "fråga": "Alla?"},
        {"id": "en", "typ": "hämtat", "från": "mal/mal", "visar": ["mal"], "fråga": "En?"},
    )
    saved = draft("mal", {"mal/a/mal": "Sjunga", "delning": GROUP}, {"mal": ["a"]})
    made = sheet_document(sheet, draft(answers={"delning": GROUP}), flows([source, sheet], saved))
    assert Answer("Alla?", HELD_BACK) in made.blocks
    assert Answer("En?", "Sjunga") in made.blocks


def test_a_private_step_on_the_way_is_held_back_too():
    step = worksheet(
        {"id": "h", "typ": "hämtat", "från": "mal/drom", "fråga": "Vad?", "delning": PRIVATE},
        sheet_id="steg",
    )
    end = worksheet({"id": "h", "typ": "hämtat", "från": "steg/h", "fråga": "Vad?"})
    found = flows([GOALS, step, end], goals({}, drom="Hemligt", delning=GROUP))
    assert PRIVATE == fetch(end.field("h"), Written(), found).sharing
