import pytest

from ract.node import Node, listed, nearest


@pytest.fixture
def read():
    """A function that reads a mapping, and gives what was read and the mistakes."""

    def reading(mapping, what):
        found = []
        value = what(Node(mapping, (), found))
        return value, [mistake.message for mistake in found]

    return reading


@pytest.mark.parametrize(
    ("words", "expected"),
    [(["a"], "a"), (["a", "b"], "a eller b"), (["a", "b", "c"], "a, b eller c")],
)
def test_words_are_listed_in_swedish(words, expected):
    assert expected == listed(words)


def test_the_nearest_word_is_offered():
    assert " Menade du ”långtext”?" == nearest("langtext", ["text", "långtext"])


def test_nothing_is_offered_when_nothing_is_near():
    assert "" == nearest("xyz", ["text", "långtext"])


@pytest.mark.parametrize(
    ("mapping", "what", "expected"),
    [
        ({}, lambda n: n.text("fråga"), "Nyckeln ”fråga” saknas eller är tom."),
        ({"fråga": ""}, lambda n: n.text("fråga"), "Nyckeln ”fråga” saknas eller är tom."),
        (
            {"fråga": ["a"]},
            lambda n: n.text("fråga"),
            "”fråga” ska vara en text, men här står en lista.",
        ),
        (
            {"minst": "x"},
            lambda n: n.number("minst"),
            "”minst” ska vara ett heltal, men här står ”x”.",
        ),
        (
            {"vet inte": "kanske"},
            lambda n: n.flag("vet inte"),
            "”vet inte” är ”kanske”, men ska vara ja eller nej.",
        ),
        (
            {"alternativ": ["a", "a"]},
            lambda n: n.texts("alternativ"),
            "”a” står två gånger i ”alternativ”.",
        ),
        (
            {"alternativ": "a"},
            lambda n: n.texts("alternativ"),
            "”alternativ” ska vara en lista med texter, men är ”a”.",
        ),
        (
            {"fas": ["planerng"]},
            lambda n: n.some_of("fas", ["planering", "möten"]),
            "”planerng” kan inte stå i ”fas”. Välj planering eller möten. Menade du ”planering”?",
        ),
        (
            {"visas om": "x"},
            lambda n: n.node("visas om"),
            "Under ”visas om” ska det stå nycklar, men här står ”x”.",
        ),
        (
            {"fält": ["x"]},
            lambda n: list(n.nodes("fält")),
            "Här ska det stå nycklar, men det är ”x”.",
        ),
    ],
)
def test_each_mistake_has_its_line(read, mapping, what, expected):
    assert [expected] == read(mapping, what)[1]


def test_a_key_that_nobody_asked_for_is_a_mistake_with_the_nearest_right_one(read):
    def what(node):
        node.text("fråga")
        node.finish()

    line = "Nyckeln ”frga” känns inte igen här. Menade du ”fråga”? Tillåtna nycklar: fråga."
    assert line in read({"fråga": "Vad?", "frga": "x"}, what)[1]


def test_a_mistake_keeps_its_path():
    found = []
    Node({"alternativ": ["a", ""]}, ("fält", 2), found).texts("alternativ")
    assert [("fält", 2, "alternativ", 1)] == [mistake.path for mistake in found]


def test_a_missing_number_gives_the_default(read):
    assert (4, []) == read({}, lambda n: n.number("rader", default=4))
