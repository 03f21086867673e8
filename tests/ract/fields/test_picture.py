import pytest

from tests.ract.builders import definition, mistakes

ROWS = {
    "id": "r",
    "typ": "rader",
    "fråga": "Vilka?",
    "rad": "Person",
    "kolumner": [
        {"id": "vem", "typ": "text", "fråga": "Vem?"},
        {"id": "sektor", "typ": "val", "fråga": "Var?", "alternativ": ["familj", "vänner"]},
        {"id": "narhet", "typ": "skala", "skala": "närhet", "fråga": "Hur nära?"},
    ],
}
OF = {"rader": "r", "namn": "vem", "sektor": "sektor", "närhet": "narhet"}


def found(**keys):
    asked = {"id": "karta", "typ": "bild", "bild": "nätverkskarta", "fråga": "Karta", "av": OF}
    return mistakes(definition(ROWS, {**asked, **keys}))


def test_a_picture_that_fits_its_rows_has_no_mistake():
    assert found() == []


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ({"bild": "natverkskarta"}, "Menade du ”nätverkskarta”?"),
        ({"av": None}, "Nyckeln ”av” saknas."),
        ({"av": {**OF, "rader": "rr"}}, "”rr” är inga rader på bladet."),
        ({"av": {**OF, "namn": "vemm"}}, "”vemm” är ingen kolumn i ”r”. Menade du ”vem”?"),
        ({"av": {**OF, "sektor": "vem"}}, "”vem” ska vara av typen val, men är text."),
        ({"av": {**OF, "närhet": "vem"}}, "”vem” ska vara av typen skala, men är text."),
        ({"av": {**OF, "kansla": "vem"}}, "Menade du ”känsla”?"),
    ],
)
def test_a_mistake_gets_its_swedish_line(keys, line):
    assert [True] == [line in one for one in found(**keys)]
