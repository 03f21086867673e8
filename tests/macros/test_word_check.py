"""The advice about words tells the file, the line, what it is and what to do."""

import pytest

from macros.word_check import advice

SHEET = """---
formulär:
  avsnitt:
    - fält:
        - id: a
          fråga: {question}
          {more}
---
"""
LONG = "ord " * 21


@pytest.mark.parametrize(
    ("question", "more", "line", "words"),
    [
        (LONG, "typ: text", 6, "Frågan har 21 ord."),
        ("Vad?", "obligatoriskt: ja", 7, "Ingen fråga får vara obligatorisk."),
    ],
)
def test_what_to_mend_is_told_with_its_line(tmp_path, question, more, line, words):
    (tmp_path / "arbetsblad").mkdir()
    text = SHEET.format(question=question, more=more)
    (tmp_path / "arbetsblad" / "a.md").write_text(text, encoding="utf-8")
    [said] = advice(tmp_path)
    assert said.startswith(f"docs/arbetsblad/a.md rad {line}: {words}")


def test_the_binders_own_sheets_need_no_advice(root):
    assert advice(root / "docs") == []
