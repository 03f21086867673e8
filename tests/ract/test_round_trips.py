"""What we write, we can read; and no words, however odd, make the engine raise."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.catalogue import read_catalogue
from ract.answers import read_answers
from ract.drafts import Draft, read_file
from ract.errors import FileError
from ract.export.json_file import write_draft_file
from ract.fetches import fetches, first_fetches
from ract.fields import Fetched, control_names
from ract.filled import sheet_document, shown_draft
from ract.flows import Flows
from ract.model import Written
from ract.plan import assemble_plan
from tests.ract.plan.test_plan import TODAY

SHEETS = read_catalogue(Path(__file__).parents[2] / "docs").worksheets
QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

PLAIN = st.text(st.characters(exclude_categories=["Cs", "Cc"]))
ODD = st.one_of(
    st.text(), st.sampled_from(["\ud800", "\x00", "9" * 99, "²", "2026-02-30", "__proto__"])
)
ANSWER = st.one_of(ODD, st.lists(ODD, max_size=3))
CONTROL = st.from_regex(
    r"[a-z][a-z0-9_]{0,9}(/[a-z0-9][a-z0-9-]{0,5}(/[a-z]{1,5})?)?", fullmatch=True
)
ROWS = st.lists(st.from_regex(r"[a-z][a-z0-9]{0,7}", fullmatch=True), max_size=3, unique=True)


def drafts(answers):
    """Drafts of any sheet, with these answers."""
    return st.builds(
        Draft,
        id=st.from_regex(r"[0-9a-f]{16}", fullmatch=True),
        worksheet=st.sampled_from(sorted(SHEETS)),
        version=st.integers(1, 9),
        rev=st.integers(0, 999),
        saved_at=st.just("2026-11-22T14:32:05"),
        written=st.builds(
            Written, st.dictionaries(CONTROL, answers), st.dictionaries(CONTROL, ROWS, max_size=3)
        ),
    )


@st.composite
def answered(draw):
    """A draft in which the sheet's own controls hold odd words."""
    sheet = draw(st.sampled_from(sorted(SHEETS)))
    fields = list(SHEETS[sheet].fields())
    fetched = [field for field in fields if isinstance(field, Fetched)]
    rows = {f.id: draw(ROWS) for f in fields if f.holds_columns or f in fetched}
    blank = Written({}, rows)
    kept = {name for field in fetched for name in field.kept_names(blank)}
    names = sorted(control_names(SHEETS[sheet], blank) | kept)
    picked = draw(st.lists(st.sampled_from(names), max_size=12))
    written = Written({name: draw(ANSWER) for name in picked}, rows)
    return Draft(id="0" * 16, worksheet=sheet, version=1, rev=1, saved_at="", written=written)


@QUICK
@given(drafts(st.one_of(PLAIN, st.lists(PLAIN, max_size=3))))
def test_a_draft_that_is_written_to_a_file_is_read_back(draft):
    assert read_file(write_draft_file(draft, "2026-11-22").decode()) == draft


@QUICK
@given(answered())
def test_no_words_make_the_check_raise(draft):
    reading = read_answers(SHEETS[draft.worksheet], draft.written)
    assert all(problem.message for problem in reading.problems)


@QUICK
@given(answered())
def test_no_words_make_a_sheets_document_raise(draft):
    sheet = SHEETS[draft.worksheet]
    made = sheet_document(sheet, draft, Flows(SHEETS, [draft]))
    flows = Flows(SHEETS, [draft])
    assert shown_draft(sheet, draft, flows).id == draft.id
    assert json.dumps(made.as_data())


@QUICK
@given(answered(), st.lists(answered(), max_size=4))
def test_no_words_make_what_is_fetched_raise(draft, others):
    sheet = SHEETS[draft.worksheet]
    found = fetches(sheet, draft.written, Flows(SHEETS, others))
    data = {name: one.as_data(draft.written) for name, one in found.items()}
    chosen = [one.choose({change.row for change in one.changes}) for one in found.values()]
    assert len(chosen) == len(found)
    assert json.dumps([data, first_fetches(sheet, draft.written, found).rows])


@QUICK
@given(st.lists(answered(), max_size=4))
def test_no_words_make_the_plan_raise(found):
    assert assemble_plan(Flows(SHEETS, found), TODAY).document.blocks


@QUICK
@given(
    st.one_of(
        st.text(), st.recursive(st.none() | st.booleans() | st.text(), st.lists).map(json.dumps)
    )
)
def test_any_text_is_a_draft_or_a_file_error(text):
    with pytest.raises(FileError):
        read_file(text)


@pytest.mark.parametrize("sheet", sorted(SHEETS))
def test_every_example_passes_its_own_sheet(sheet):
    assert () == read_answers(SHEETS[sheet], SHEETS[sheet].example).problems
