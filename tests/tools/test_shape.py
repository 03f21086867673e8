import pytest

from tools.shape import javascript_purpose, python_purpose, with_table


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("// Keeps drafts.\nexport {};\n", "Keeps drafts."),
        ("/** Keeps drafts. */\n", "Keeps drafts."),
        ("/**\n * Keeps drafts.\n * More.\n */\n", "Keeps drafts."),
        ("export {};\n", ""),
    ],
)
def test_a_scripts_purpose_is_its_first_comment_line(tmp_path, text, expected):
    (tmp_path / "a.js").write_text(text, encoding="utf-8")
    assert expected == javascript_purpose(tmp_path / "a.js")


def test_a_modules_purpose_is_its_first_docstring_line(tmp_path):
    (tmp_path / "a.py").write_text('"""Keeps drafts.\n\nMore.\n"""\n', encoding="utf-8")
    assert python_purpose(tmp_path / "a.py") == "Keeps drafts."


def test_a_table_replaces_what_stood_between_its_markers():
    document = "a\n<!-- t -->\nold\n<!-- /t -->\nb\n"
    assert with_table(document, "t", "new") == "a\n<!-- t -->\nnew\n<!-- /t -->\nb\n"
