import pytest

from ract.conditions import hidden_names
from ract.model import Written
from tests.ract.builders import worksheet

BASE = {
    "id": "bo",
    "typ": "val",
    "fråga": "Hur bor du?",
    "alternativ": ["själv", "med andra", "annat"],
}


def sheet(condition):
    """A sheet whose second question has a condition on the first."""
    second = {
        "id": "vilka",
        "typ": "text",
        "fråga": "Vilka?",
        "visas om": {"fält": "bo", **condition},
    }
    return worksheet(BASE, second)


@pytest.mark.parametrize(
    ("condition", "answer", "hidden"),
    [
        ({"är": "med andra"}, "med andra", ()),
        ({"är": "med andra"}, "själv", ("vilka",)),
        ({"är": "med andra"}, "", ("vilka",)),
        ({"är något av": ["med andra", "annat"]}, "annat", ()),
        ({"är något av": ["med andra", "annat"]}, "själv", ("vilka",)),
        ({"ifyllt": "ja"}, "själv", ()),
        ({"ifyllt": "ja"}, "", ("vilka",)),
    ],
)
def test_a_question_is_asked_when_its_condition_holds(condition, answer, hidden):
    assert hidden == tuple(hidden_names(sheet(condition), Written({"bo": answer})))
