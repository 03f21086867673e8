import hashlib
import json

import pytest
from mkdocs.exceptions import PluginError

from macros.runtime import find_damage, read_runtime_lock, require_whole

CONTENT = b"motor"


@pytest.fixture
def project(tmp_path):
    """A small project whose runtime is whole."""
    files = {name: hashlib.sha256(CONTENT).hexdigest() for name in ("runtime/a", "runtime/b")}
    part = {"name": "Del", "version": "1", "licence": "MIT", "text": "t", "about": "…"}
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools" / "runtime.lock.json").write_text(
        json.dumps({"parts": [part], "files": files}), encoding="utf-8"
    )
    (tmp_path / ".runtime" / "runtime").mkdir(parents=True)
    for name in files:
        (tmp_path / ".runtime" / name).write_bytes(CONTENT)
    (tmp_path / ".runtime" / ".stamp").write_text("done")
    return tmp_path


def test_a_whole_runtime_has_no_damage(project):
    assert find_damage(project, read_runtime_lock(project)) == []


def test_a_missing_file_stops_the_build_with_one_line_that_tells_what_to_run(project):
    (project / ".runtime" / "runtime" / "a").unlink()
    with pytest.raises(PluginError) as caught:
        require_whole(project, read_runtime_lock(project))
    expected = "Filen .runtime/runtime/a saknas eller är ändrad. Kör: make serve"
    assert expected == str(caught.value)


def test_an_altered_file_of_the_same_size_stops_the_build(project):
    (project / ".runtime" / "runtime" / "b").write_bytes(CONTENT[::-1])
    with pytest.raises(PluginError, match=r"runtime/b saknas eller är ändrad"):
        require_whole(project, read_runtime_lock(project))


def test_several_damaged_files_still_make_one_line(project):
    for name in "ab":
        (project / ".runtime" / "runtime" / name).unlink()
    with pytest.raises(PluginError, match=r"runtime/a \(och 1 till\) saknas"):
        require_whole(project, read_runtime_lock(project))


def test_damage_makes_the_next_set_up_lay_out_the_runtime_anew(project):
    (project / ".runtime" / "runtime" / "a").unlink()
    with pytest.raises(PluginError):
        require_whole(project, read_runtime_lock(project))
    assert not (project / ".runtime" / ".stamp").exists()
