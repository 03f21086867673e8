import json

from ract.document import Document, Note
from ract.drafts import read_file
from ract.export.json_file import write_draft_file, write_plan_file
from tests.ract.builders import draft

DRAFT = draft(answers={"svar": "å ä ö – ” ’ … 🎵", "val": ["a"]}, rows={"mal": ["m1"]})


def test_a_file_that_is_written_can_be_read():
    assert read_file(write_draft_file(DRAFT, "2026-11-22").decode()) == DRAFT


def test_the_file_tells_the_day_it_was_written():
    assert "2026-11-22" == json.loads(write_draft_file(DRAFT, "2026-11-22"))["exported"]


def test_swedish_letters_can_be_read_in_the_file():
    assert "å ä ö" in write_draft_file(DRAFT, "2026-11-22").decode()


def test_the_plans_file_holds_its_blocks():
    made = json.loads(
        write_plan_file(Document(title="Min plan", blocks=(Note("Klart"),)), "2026-11-22")
    )
    assert ("ract-plan", [{"block": "note", "text": "Klart"}]) == (
        made["format"],
        made["plan"]["blocks"],
    )
