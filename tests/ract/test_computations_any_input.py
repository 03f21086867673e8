"""Whatever is written, and on however many sheets: a computation answers, and answers the same."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.catalogue import read_catalogue
from ract.answers import computed_values, pictures
from ract.drafts import Draft
from ract.fields import Computed, Picture, Rows
from ract.flows import Flows, needed_worksheets
from ract.model import Written
from tests.ract.computing import TODAY

SHEETS = read_catalogue(Path(__file__).parents[2] / "docs").worksheets
COMPUTING = [
    name
    for name, sheet in SHEETS.items()
    if any(isinstance(field, (Computed, Picture)) for field in sheet.fields())
]
ODD = ["", " ", "\0", "\ud83d", "🙂", "ÅÄÖ", "2026-02-30", "2026-05-01", "9999-12-31", "−3", "1e9"]
ODD += ["0", "+1", "3", "10", "ja", "klart", "röd", "15 minuter", "4 helt", "x" * 3000]
WORDS = st.one_of(st.sampled_from(ODD), st.text(max_size=20))
ANSWER = st.one_of(WORDS, st.lists(WORDS, max_size=3))


@st.composite
def written(draw, name):
    """Anything at all written on a sheet: each control may have any words, rows may repeat."""
    answers, ids = {}, {}
    for field in SHEETS[name].fields():
        if isinstance(field, Rows):
            ids[field.id] = draw(
                st.lists(st.sampled_from(["a", "b", *field.fixed_ids()]), max_size=4)
            )
            for row in ids[field.id]:
                for column in field.columns:
                    for part in column.parts(field.cell(field.id, row, column.id)):
                        answers[part] = draw(ANSWER)
        else:
            for part in field.parts(field.id):
                answers[part] = draw(ANSWER)
    return Written(answers, ids)


@st.composite
def binders(draw, name):
    """A sheet with anything on it, and drafts of what it needs, some of them twice."""
    needs = draw(st.lists(st.sampled_from([name, *needed_worksheets(SHEETS[name])]), max_size=3))
    drafts = [
        Draft(
            id=f"{number:016x}",
            worksheet=one,
            version=1,
            rev=1,
            saved_at=draw(st.sampled_from(["", "2026-03-27T10:00:00", "2026-03-28T10:00:00"])),
            written=draw(written(one)),
        )
        for number, one in enumerate(needs)
    ]
    return draw(written(name)), drafts


@pytest.mark.parametrize("name", COMPUTING)
@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_a_computation_and_a_picture_always_answer_and_always_the_same(name, data):
    now, drafts = data.draw(binders(name))

    def told(drafts):
        context = Flows(SHEETS, drafts, TODAY).context(SHEETS[name], now)
        shown = {field: picture.as_data() for field, picture in pictures(context).items()}
        return json.dumps([computed_values(context), shown])

    assert told(drafts) == told(list(reversed(drafts)))
