from ract.errors import DefinitionError, MissingPartError, Mistake


def test_a_definition_error_tells_every_mistake():
    error = DefinitionError((Mistake(("a",), "Ett fel."), Mistake(("b",), "Ett till.")))
    assert "Ett fel.\nEtt till." == str(error)


def test_a_missing_part_is_named():
    assert "typst" == MissingPartError("typst").part
