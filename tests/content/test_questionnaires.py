"""Every worksheet is a valid FHIR R4 questionnaire that asks what the sheet asks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from fhir.resources.R4B.questionnaire import Questionnaire

from ract.export.fhir import questionnaire, write_questionnaire
from ract.fields import Rows, control_names
from ract.model import Worksheet, Written
from tests.content.paper import SHEETS


@pytest.fixture(params=sorted(SHEETS))
def sheet(request: pytest.FixtureRequest) -> Worksheet:
    return SHEETS[request.param]


def items(resource: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield every item, however deep."""
    for item in resource.get("item", []):
        yield item
        yield from items(item)


def test_the_questionnaire_is_valid_and_loses_nothing(sheet: Worksheet) -> None:
    content = write_questionnaire(sheet)
    read = Questionnaire.model_validate_json(content)
    assert json.loads(content) == json.loads(read.model_dump_json())


def test_no_two_items_have_the_same_link(sheet: Worksheet) -> None:
    links = [item["linkId"] for item in items(questionnaire(sheet))]
    assert len(links) == len(set(links))


def test_every_control_of_the_sheet_has_its_item(sheet: Worksheet) -> None:
    rows = {f.id: list(f.fixed_ids()) or [""] for f in sheet.fields() if isinstance(f, Rows)}
    names = {name.replace("//", "/") for name in control_names(sheet, Written({}, rows))}
    asked = {name for name in names if not name.endswith("/rad")}
    assert set() == asked - {item["linkId"] for item in items(questionnaire(sheet))}


def test_a_condition_points_at_a_question_of_the_sheet(sheet: Worksheet) -> None:
    found = list(items(questionnaire(sheet)))
    links = {item["linkId"] for item in found if item["type"] not in {"group", "display"}}
    asked = {when["question"] for item in found for when in item.get("enableWhen", [])}
    assert set() == asked - links


def test_every_condition_of_the_sheet_is_there(sheet: Worksheet) -> None:
    hanging = {item["linkId"] for item in items(questionnaire(sheet)) if "enableWhen" in item}
    assert hanging == {field.id for field in sheet.fields() if field.visible_if}


def test_several_tests_say_how_they_go_together(sheet: Worksheet) -> None:
    silent = [
        item["linkId"]
        for item in items(questionnaire(sheet))
        if len(item.get("enableWhen", [])) > 1 and item.get("enableBehavior") != "any"
    ]
    assert [] == silent


def test_every_item_has_words(sheet: Worksheet) -> None:
    assert [] == [i["linkId"] for i in items(questionnaire(sheet)) if not i["text"].strip()]


def test_the_same_sheet_gives_the_same_file(sheet: Worksheet) -> None:
    assert write_questionnaire(sheet) == write_questionnaire(sheet)
