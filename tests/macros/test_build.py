import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from macros import is_preview, require_catalogue
from macros.publish import place

BROKEN = "---\ntitle: Trasig\nformulär:\n  version: 1\n   flik: 7\n---\nText\n"
MISSPELT = "---\ntitle: Test\n---\n\nText\n\n{{ arbetsblad_lsta() }}\n"
SHARED = ("macros", "src", "overrides", "tools")


@pytest.fixture(scope="module")
def copy_project(tmp_path_factory, root):
    """Give a copy of the project that a test may spoil."""

    def copy():
        project = tmp_path_factory.mktemp("project")
        for room in SHARED:
            (project / room).symlink_to(root / room)
        shutil.copytree(root / ".runtime", project / ".runtime", copy_function=link)
        (root / ".cache").mkdir(exist_ok=True)
        (project / ".cache").symlink_to(root / ".cache")
        shutil.copy(root / "mkdocs.yml", project)
        shutil.copytree(root / "docs", project / "docs")
        return project

    return copy


def link(source, target):
    """Put a file in place without copying it, where the disk allows."""
    place(Path(source), Path(target))


def build(project):
    """Build a project, and return what was said."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-d", str(project / "site")],
        cwd=project,
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )


@pytest.fixture(scope="module")
def broken_build(copy_project):
    """What a build says when an editor has made one mistake in one worksheet."""
    project = copy_project()
    (project / "docs" / "arbetsblad" / "trasig.md").write_text(BROKEN, encoding="utf-8")
    return build(project)


@pytest.fixture(scope="module")
def misspelt_build(copy_project):
    """What a build says when an editor calls a macro that does not exist."""
    project = copy_project()
    (project / "docs" / "om" / "felstavad.md").write_text(MISSPELT, encoding="utf-8")
    return build(project)


@pytest.fixture(scope="module")
def damaged_build(copy_project):
    """What a build says when a file of the runtime is gone."""
    project = copy_project()
    (project / ".runtime" / "runtime" / "vendor" / "idb.js").unlink()
    return build(project)


@pytest.fixture(scope="module")
def previewed_page(site_with_new_sheets):
    """The front page as a preview builds it, at the server's own address."""
    return (site_with_new_sheets / "index.html").read_text(encoding="utf-8")


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


def test_a_damaged_runtime_stops_the_build(damaged_build):
    assert damaged_build.returncode == 1


def test_a_damaged_runtime_is_told_with_what_to_run(damaged_build):
    expected = "Filen .runtime/runtime/vendor/idb.js saknas eller är ändrad. Kör: make serve"
    assert expected in damaged_build.stderr


def test_a_preview_lets_the_servers_reload_script_run(previewed_page):
    assert "script-src 'self' 'unsafe-inline';" in previewed_page


def test_a_preview_reaches_nobody_outside_either(previewed_page):
    assert "connect-src 'self';" in previewed_page


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
