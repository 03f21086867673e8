import pytest

from tests.ract.builders import ROWS, definition, mistakes, worksheet

TEXT = {"id": "svar", "typ": "text", "fråga": "Vad?"}


def test_a_whole_definition_has_no_mistake():
    assert [] == mistakes(definition(TEXT, ROWS))


def test_a_page_without_a_form_is_told_so():
    assert ["Nyckeln ”formulär” saknas."] == mistakes({"title": "Prov"})


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ({"version": "0"}, "”version” är 0, men den första är 1."),
        ({"flik": "x"}, "”flik” är ”x”, men ska vara 1, 2, 3, 4, 5, 6, 7, 8 eller 9."),
        (
            {"nivå": "karna"},
            "”nivå” är ”karna”, men ska vara kärna eller tillval. Menade du ”kärna”?",
        ),
        (
            {"exempel": {"svar": {"svra": "x"}}},
            "Exemplet svarar på ”svra”, som inte finns på bladet. Menade du ”svar”?",
        ),
        ({"exempel": {}}, "”svar” saknas under ”exempel”."),
    ],
)
def test_a_wrong_head_earns_its_line(form, expected):
    assert [expected] == mistakes(definition(TEXT, **form))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({**TEXT, "typ": "kryss"}, "”typ” är ”kryss”, men ska vara"),
        ({**TEXT, "id": "Mål"}, "Id ”Mål” går inte att använda."),
        ({**TEXT, "id": "__proto__"}, "Id ”__proto__” går inte att använda."),
        ({**TEXT, "id": "datum"}, "Id ”datum” finns redan på varje blad. Välj ett annat."),
        ({**TEXT, "hjlp": "x"}, "Nyckeln ”hjlp” känns inte igen här. Menade du ”hjälp”?"),
        (
            {**TEXT, "visas om": {"fält": "svra", "är": "ja"}},
            "Det finns inget fält ”svra” på bladet. Menade du ”svar”?",
        ),
        ({**TEXT, "visas om": {"fält": "svar"}}, "”visas om” behöver ”är”, ”är något av” eller"),
        (
            {"id": "u", "typ": "uträknat", "fråga": "Vad?", "räkna": "sipkoll", "av": {"a": "b"}},
            "Det finns ingen uträkning ”sipkoll”.",
        ),
        (
            {"id": "u", "typ": "uträknat", "fråga": "Vad?", "räkna": "sip-koll", "av": {"a": "b"}},
            "Under ”av” ska det stå insatser, huvudman, andra och ansvar.",
        ),
    ],
)
def test_a_wrong_field_earns_its_line(asked, expected):
    found = mistakes(definition(asked))
    assert [True] == [line.startswith(expected) for line in found], found


def test_two_fields_of_one_id_are_a_mistake():
    assert ["Id ”svar” används redan ovanför. Välj ett annat."] == mistakes(definition(TEXT, TEXT))


def test_a_condition_on_an_answer_that_does_not_exist_is_a_mistake():
    choice = {"id": "val", "typ": "val", "fråga": "Vad?", "alternativ": ["a", "b"]}
    asked = {**TEXT, "visas om": {"fält": "val", "är": "c"}}
    assert ["”c” är inget svar på ”val”. Svaren är a eller b."] == mistakes(
        definition(choice, asked)
    )


def test_an_example_must_pass_its_own_sheet():
    day = {**TEXT, "typ": "datum"}
    found = mistakes(definition(day, exempel={"svar": {"svar": "i går"}}))
    assert [True] == [line.startswith("Exemplet har ett fel: ”i går”") for line in found]


def test_all_mistakes_are_told_at_once():
    found = mistakes(definition({**TEXT, "hjlp": "x"}, {**TEXT, "id": "datum"}, nivå="x"))
    assert 3 == len(found)


def test_the_example_is_kept_as_written():
    made = worksheet(TEXT, exempel={"svar": {"svar": "å ä ö"}})
    assert {"svar": "å ä ö"} == made.example.answers
