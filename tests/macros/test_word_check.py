"""The advice about words tells the file, the line, what it is and what to do."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from macros.word_check import advice
from ract.texts import SCALES

SHEET = """---
ingress: {intro}
formulär:
  fylls i av: [{who}]
  avsnitt:
    - fält:
        - id: a
          fråga: {question}
          {more}
---

{body}
"""
LONG = "ord " * 21
LIX_35 = "Den som har en sjukdom behöver veta vad som hjälper och vad som stjälper"
LIX_60 = (
    "Samordnaren dokumenterar överenskommelser tillsammans med kommunens handläggare varje vecka"
)


@pytest.fixture
def docs(tmp_path):
    """Give a folder of pages whose glossary explains VSS, its other words, and Programtrohet."""
    (tmp_path / "arbetsblad").mkdir()
    (tmp_path / "ordlista").mkdir()
    words = '<dfn id="vss">VSS</dfn> · CM · case manager\n:   Ord.\n\n<dfn id="p">Programtrohet</dfn>\n:   Ord.\n'
    (tmp_path / "ordlista" / "index.md").write_text(words, encoding="utf-8")
    return tmp_path


@pytest.fixture
def advise(docs):
    """Write one sheet and return the advice about it."""

    def about(question="Vad?", more="typ: text", who="cm", intro="Hej.", body="Hej."):
        text = SHEET.format(question=question, more=more, who=who, intro=intro, body=body)
        (docs / "arbetsblad" / "a.md").write_text(text, encoding="utf-8")
        return advice(docs)

    return about


@pytest.mark.parametrize(
    ("change", "line", "words"),
    [
        ({"question": LONG}, 8, "Frågan har 21 ord."),
        ({"more": "obligatoriskt: ja"}, 9, "Ingen fråga får vara obligatorisk."),
        (
            {"intro": f"{LIX_60}."},
            2,
            "Frågorna och texten till den som fyller i är tung att läsa: LIX",
        ),
        ({"body": f"Hej.\n\n{LIX_60}."}, 14, "Handledningen är tung att läsa: LIX"),
        ({"body": "Hej.\n\n## Mer\n\nFråga om KSI."}, 16, "”KSI” finns inte i ordlistan."),
        (
            {"question": "Har du fått psykoedukation?"},
            8,
            "”psykoedukation” finns inte i ordlistan.",
        ),
        ({"more": "alternativ: [enligt LSS]"}, 9, "”LSS” finns inte i ordlistan."),
    ],
)
def test_what_to_mend_is_told_with_its_line(advise, change, line, words):
    [said] = advise(**change)
    assert said.startswith(f"docs/arbetsblad/a.md rad {line}: {words}")


def test_a_scale_without_worded_ends_is_told(advise, monkeypatch):
    wordless = replace(SCALES["nöjd"], steps=(("1", ""), *SCALES["nöjd"].steps[1:]))
    monkeypatch.setattr("macros.word_check.SCALES", {"nöjd": wordless})
    [said] = advise(more="skala: nöjd")
    assert said.startswith("docs/arbetsblad/a.md rad 9: Skalans ändar saknar ord.")


def test_the_heaviest_text_is_named(advise):
    [said] = advise(body=f"Den här meningen är inte särskilt tung alls.\n\n{LIX_60}.")
    assert f"Tyngst är ”{LIX_60}.”" in said


def test_a_sheet_for_the_person_alone_is_to_be_lighter(advise):
    [said] = advise(intro=f"{LIX_35}.", who="brukare")
    assert "högst 30" in said


def test_the_same_words_are_light_enough_when_somebody_helps(advise):
    assert advise(intro=f"{LIX_35}.", who="brukare, cm") == []


@pytest.mark.parametrize(
    "body",
    [
        "En CM följer upp.",
        "Vi ska mäta programtroheten nu.",
        "Vården sker enligt tvångslagen (LPT).",
        "Mät med KSI (en skala).",
        "Ta ett EKG.",
    ],
)
def test_a_word_that_is_explained_or_everyday_needs_no_advice(advise, body):
    assert advise(body=body) == []


def test_the_binders_own_sheets_need_no_advice(root):
    assert advice(root / "docs") == []


def run_in(folder, root):
    """Run what `make lint-words` runs, in a folder of its own."""
    return subprocess.run(
        [sys.executable, "-m", "macros.word_check"],
        cwd=folder,
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": f"{root}{os.pathsep}{root / 'src'}", "PYTHONUTF8": "1"},
    )


def test_the_command_prints_its_advice_and_is_never_a_failure(tmp_path, root):
    (tmp_path / "docs" / "arbetsblad").mkdir(parents=True)
    text = SHEET.format(question=LONG, more="typ: text", who="cm", intro="Hej.", body="Hej.")
    (tmp_path / "docs" / "arbetsblad" / "a.md").write_text(text, encoding="utf-8")
    said = run_in(tmp_path, root)
    expected = (
        "docs/arbetsblad/a.md rad 8: Frågan har 21 ord. Dela den, eller korta den till högst 20.\n"
    )
    assert (said.returncode, said.stdout) == (0, expected)


def test_the_command_says_so_when_there_is_nothing_to_mend(tmp_path, root):
    said = run_in(tmp_path, root)
    assert (said.returncode, said.stdout) == (0, "Inga råd. Arbetsbladens språk ser bra ut.\n")
