import pytest

from ract.export.fhir import questionnaire
from tests.ract.builders import ROWS, worksheet

PICTURE = {
    "id": "karta",
    "typ": "bild",
    "bild": "tillfällen",
    "fråga": "Hur har det gått?",
    "hjälp": "En linje för varje skala.",
    "av": {"skalor": ["liv"]},
}
SCALE = {"id": "liv", "typ": "skala", "skala": "nöjd", "fråga": "Hur är livet?"}
HELPED = {"id": "hjalp", "typ": "ja/nej", "fråga": "Hade du hjälp?"}
ALONE = {"fält": "hjalp", "är": "ja"}


def asked(*fields):
    """The sheet's own items."""
    return questionnaire(worksheet(*fields))["item"][1]["item"]


def one(**keys):
    """The one item that these keys give."""
    return asked({"id": "svar", "fråga": "Vad?", **keys})[0]


def hanging(first, condition):
    """The tests of a question that hangs on another."""
    then = {"id": "sen", "typ": "text", "fråga": "Och sen?", "visas om": condition}
    return asked(first, then)[1]["enableWhen"]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ({"typ": "text"}, "string"),
        ({"typ": "långtext"}, "text"),
        ({"typ": "tal"}, "decimal"),
        ({"typ": "datum"}, "date"),
        ({"typ": "tid"}, "time"),
        ({"typ": "val", "alternativ": ["a", "b"]}, "choice"),
        ({"typ": "flerval", "alternativ": ["a", "b"]}, "choice"),
        ({"typ": "ja/nej"}, "boolean"),
        ({"typ": "ja/nej", "vet inte": "ja"}, "choice"),
        ({"typ": "skala", "skala": "nöjd"}, "choice"),
        ({"typ": "person"}, "string"),
        ({"typ": "personer"}, "string"),
        ({"typ": "hämtat", "från": "mal/mal"}, "text"),
        ({"typ": "uträknat", "räkna": "ordningsnummer"}, "text"),
        ({"typ": "bekräftelse", "vem": "brukaren"}, "group"),
    ],
)
def test_a_kind_has_its_type(kind, expected):
    assert one(**kind)["type"] == expected


def test_a_code_is_the_answer_as_it_is_stored():
    coding = one(typ="skala", skala="nöjd")["answerOption"][7]["valueCoding"]
    assert coding == {"system": "urn:ract:skala", "code": "7", "display": "7 av 10"}


def test_several_may_be_picked_only_where_the_sheet_says_so():
    kinds = ("val", "flerval")
    found = [one(typ=kind, alternativ=["a", "b"]).get("repeats", False) for kind in kinds]
    assert found == [False, True]


def test_own_words_are_an_item_of_their_own_under_the_question():
    item = one(typ="val", alternativ=["a", "b"], **{"egen text": "Annat"})
    assert item["item"] == [{"linkId": "svar/text", "text": "Annat", "type": "string"}]


@pytest.mark.parametrize(
    "kind",
    [{"typ": "hämtat", "från": "mal/mal"}, {"typ": "uträknat", "räkna": "ordningsnummer"}],
)
def test_what_nobody_writes_is_read_only(kind):
    assert one(**kind)["readOnly"] is True


def test_a_picture_is_words_to_read_and_no_question():
    item = asked(SCALE, PICTURE)[1]
    assert (item["type"], set(item)) == ("display", {"linkId", "text", "type"})
    assert item["text"].endswith("En linje för varje skala.")


def test_a_help_is_shown_under_its_question():
    item = one(typ="text", hjälp="Kort räcker.", exempel="Sol")
    expected = {"linkId": "svar.hjalp", "text": "Kort räcker. Till exempel: Sol", "type": "display"}
    assert item["item"] == [expected]


def test_rows_repeat():
    item = asked(ROWS)[0]
    found = (item["type"], item["repeats"], [column["linkId"] for column in item["item"]])
    assert found == ("group", True, ["mal/mal", "mal/borjar"])


def test_a_fixed_row_is_a_group_that_brings_its_own_name():
    fixed = {"fasta rader": {"kolumn": "mal", "värden": ["Mat och sömn"]}}
    row = asked({**ROWS, **fixed})[0]["item"][0]
    assert row["item"][0] == {
        "linkId": "mal/mat-och-somn/mal",
        "text": "Vad vill du?",
        "type": "string",
        "readOnly": True,
        "initial": [{"valueString": "Mat och sömn"}],
    }


def test_a_condition_on_yes_is_a_boolean():
    expected = {"question": "hjalp", "operator": "=", "answerBoolean": True}
    assert hanging(HELPED, ALONE) == [expected]


def test_a_condition_on_an_option_is_its_code():
    place = {"id": "var", "typ": "val", "fråga": "Var?", "alternativ": ["ute", "inne"]}
    expected = {"system": "urn:ract:svar", "code": "ute"}
    assert [when["answerCoding"] for when in hanging(place, {"fält": "var", "är": "ute"})] == [
        expected
    ]


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("tal", "7,5", {"answerDecimal": 7.5}),
        ("datum", "27 mars 2026", {"answerDate": "2026-03-27"}),
        ("text", "sol", {"answerString": "sol"}),
    ],
)
def test_a_condition_on_what_was_written_has_its_type(kind, value, expected):
    first = {"id": "forst", "typ": kind, "fråga": "Vad?"}
    [when] = hanging(first, {"fält": "forst", "är": value})
    assert when == {"question": "forst", "operator": "=", **expected}


@pytest.mark.parametrize(
    ("first", "links"),
    [
        ({"id": "vem", "typ": "person", "fråga": "Vem?"}, ["vem"]),
        (
            {"id": "vem", "typ": "bekräftelse", "vem": "cm", "fråga": "Ja?"},
            ["vem/namn", "vem/datum"],
        ),
        (ROWS, ["mal/mal", "mal/borjar"]),
    ],
)
def test_a_condition_on_an_answer_looks_where_answers_stand(first, links):
    found = hanging(first, {"fält": first["id"], "ifyllt": "ja"})
    assert [when["question"] for when in found] == links


def test_the_resource_names_its_sheet_and_version():
    found = questionnaire(worksheet(sheet_id="mina-mal"))
    keys = ("id", "url", "version", "name", "status", "language")
    assert [found[key] for key in keys] == [
        "mina-mal",
        "urn:ract:arbetsblad:mina-mal",
        "1",
        "ArbetsbladMinaMal",
        "active",
        "sv",
    ]
