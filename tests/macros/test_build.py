import os
import shutil
import subprocess
import sys

import pytest
from mkdocs.exceptions import PluginError

from macros import is_preview, require_catalogue

BROKEN = "---\ntitle: Trasig\nformulär:\n  version: 1\n   flik: 7\n---\nText\n"


@pytest.fixture(scope="module")
def broken_build(tmp_path_factory, root):
    """What a build says when an editor has made one mistake in one worksheet."""
    return build_with(tmp_path_factory.mktemp("project"), root, "arbetsblad/trasig.md", BROKEN)


@pytest.fixture(scope="module")
def misspelt_build(tmp_path_factory, root):
    """What a build says when an editor calls a macro that does not exist."""
    text = "---\ntitle: Test\n---\n\nText\n\n{{ arbetsblad_lsta() }}\n"
    return build_with(tmp_path_factory.mktemp("project"), root, "om/felstavad.md", text)


def build_with(project, root, name, text):
    """Build a copy of the project with one page more."""
    for room in ("macros", "src", "overrides", "tools", ".runtime"):
        (project / room).symlink_to(root / room)
    shutil.copy(root / "mkdocs.yml", project)
    shutil.copytree(root / "docs", project / "docs")
    page = project / "docs" / name
    page.parent.mkdir(exist_ok=True)
    page.write_text(text, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-d", str(project / "site")],
        cwd=project,
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )


def test_a_broken_worksheet_stops_the_build(broken_build):
    assert broken_build.returncode == 1


def test_the_editor_is_told_the_file_and_the_line(broken_build):
    assert "docs/arbetsblad/trasig.md rad 5: " in broken_build.stderr


def test_the_editor_sees_no_traceback(broken_build):
    assert "Traceback" not in broken_build.stdout + broken_build.stderr


def test_a_misspelt_macro_stops_the_build(misspelt_build):
    assert misspelt_build.returncode == 1


def test_a_misspelt_macro_is_told_with_its_file_and_line(misspelt_build):
    expected = "docs/om/felstavad.md rad 7: Det finns inget som heter ”arbetsblad_lsta” att anropa."
    assert expected in misspelt_build.stderr


def test_a_misspelt_macro_gives_no_traceback(misspelt_build):
    assert "Traceback" not in misspelt_build.stdout + misspelt_build.stderr


def test_mistakes_come_as_lines_under_one_heading(tmp_path):
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "trasig.md").write_text(BROKEN, encoding="utf-8")
    with pytest.raises(PluginError, match=r"^Sajten kan inte byggas:\ndocs/trasig\.md rad 5: .+$"):
        require_catalogue(docs)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://127.0.0.1:8000/", True),
        ("http://127.0.0.1:8000/parm/", True),
        ("https://parmen.example.se/", False),
        (None, False),
    ],
)
def test_only_the_servers_own_address_makes_it_a_preview(address, expected):
    assert expected == is_preview({"site_url": address, "dev_addr": "127.0.0.1:8000"})
