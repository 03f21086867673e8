"""The glossary's words are known again in running text: synonyms joined, simple inflection, nothing more."""

import pytest

from macros.glossary import Entry, glossary_of, read_glossary

WORDS = glossary_of(
    [
        Entry("cm", "CM", ("case manager",), "Samma sak som [VSS](#vss)."),
        Entry("vss", "VSS", ("vård- och stödsamordnare", "CM"), "Den som håller ihop arbetet."),
        Entry("programtrohet", "Programtrohet", ("KSI",), "Hur nära man följer metoden."),
        Entry("ksi", "KSI", (), "Gävleborgs namn."),
        Entry("resursgrupp", "Resursgrupp", ("RG",), "De som hjälper till."),
        Entry("resursgruppsmote", "Resursgruppsmöte", (), "Gruppens möte."),
        Entry("personlig-plan", "Personlig plan", (), "Brukarens egen plan."),
        Entry("natverkskarta", "Nätverkskarta", (), "En bild."),
        Entry("brukare", "Brukare", (), "Den som planen tillhör."),
        Entry("mi", "MI", (), "Ett sätt att samtala."),
    ]
)


def found(text):
    return [WORDS.entry(match).id for match in WORDS.pattern.findall(text)]


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("Fråga din CM.", "vss"),
        ("Vård- och stödsamordnaren ringer.", "vss"),
        ("En case manager.", "vss"),
        ("Skalan KSI", "programtrohet"),
        ("resursgruppens", "resursgrupp"),
        ("resursgruppsmötena", "resursgruppsmote"),
        ("den personliga planen", "personlig-plan"),
        ("nätverkskartorna", "natverkskarta"),
        ("brukarnas", "brukare"),
    ],
)
def test_a_form_leads_to_the_entry_that_explains_it(text, entry):
    assert [entry] == found(text)


@pytest.mark.parametrize("text", ["mi", "resursgruppsarbete", "rg", "VSS-möte", "brukarinflytande"])
def test_another_word_is_left_alone(text):
    assert [] == found(text)


def test_a_word_over_a_line_break_is_still_one_word():
    assert ["personlig-plan"] == found("personlig\nplan")


def test_the_real_glossary_joins_the_words_that_mean_the_same(root):
    glossary = read_glossary(root / "docs")
    ids = {word: glossary.entry(word).id for word in ("CM", "VSS", "KSI", "CSI-R", "klient")}
    assert ids == {
        "CM": "vss",
        "VSS": "vss",
        "KSI": "programtrohet",
        "CSI-R": "programtrohet",
        "klient": "brukare",
    }
