"""What is new stands in one place, and the start page says the same."""

import re

import pytest
from mkdocs.exceptions import PluginError

from macros.news import news


@pytest.fixture
def versions(tmp_path):
    def write(words):
        (tmp_path / "om").mkdir()
        (tmp_path / "om" / "versioner.md").write_text(words, encoding="utf-8")
        return tmp_path

    return write


def test_the_newest_list_is_given_and_no_older(versions):
    docs = versions(
        "---\ntitle: V\n---\n\n## Nytt i maj\n\n- A.\n- B.\n\n## Nytt i april\n\n- C.\n"
    )
    assert news(docs) == "- A.\n- B."


def test_a_link_holds_from_the_start_page(versions):
    docs = versions("## Nytt\n\n- [A](../arbetsblad/mal.md#del), [B](kallor.md).\n")
    assert news(docs) == "- [A](arbetsblad/mal.md#del), [B](om/kallor.md)."


def test_a_page_without_a_list_stops_the_build_with_a_plain_line(versions):
    with pytest.raises(PluginError, match=r"om/versioner\.md: det nyaste ska stå först"):
        news(versions("## Nytt\n\nInget.\n"))


def test_the_real_list_is_short(root):
    assert 1 <= len(re.findall(r"^- ", news(root / "docs"), re.MULTILINE)) <= 5
