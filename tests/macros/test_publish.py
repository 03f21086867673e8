import hashlib
import json
import zipfile

import pytest

from macros.publish import drop_unused, place, publish_all, publish_ract
from macros.runtime import RuntimeLock

DEFINITIONS = [{"id": "mal", "title": "Mål – ”mina”"}]


@pytest.fixture
def source(tmp_path):
    """A small `src` with all that must and must not be packed."""
    for name in (
        "ract/browser.py",
        "ract/render/forms.py",
        "ract/__pycache__/browser.pyc",
        "other.py",
    ):
        path = tmp_path / "src" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path / "src"


@pytest.fixture
def site(tmp_path, source):
    """A site that all was published to."""
    runtime = tmp_path / ".runtime" / "runtime"
    runtime.mkdir(parents=True)
    files = {}
    for name in ("typst-1.whl", "A.ttf"):
        (runtime / name).write_text(name)
        files[f"runtime/{name}"] = hashlib.sha256(name.encode()).hexdigest()
    folder = tmp_path / "site"
    publish_all(tmp_path, folder, RuntimeLock((), files), DEFINITIONS)
    return folder


@pytest.fixture
def manifest(site):
    return json.loads((site / "runtime" / "manifest.json").read_text(encoding="utf-8"))


def test_the_package_holds_ract_without_render_and_caches(site):
    with zipfile.ZipFile(site / "runtime" / "ract.zip") as archive:
        assert archive.namelist() == ["ract/browser.py"]


def test_the_package_has_the_same_bytes_whenever_it_is_made(source, tmp_path):
    publish_ract(source, tmp_path / "one")
    (source / "ract" / "browser.py").touch()
    publish_ract(source, tmp_path / "two")
    first, second = (
        (tmp_path / name / "runtime" / "ract.zip").read_bytes() for name in ("one", "two")
    )
    assert first == second


def test_definitions_keep_their_swedish_letters(site):
    assert json.loads((site / "definitions.json").read_text(encoding="utf-8")) == DEFINITIONS


def test_the_manifest_tells_where_everything_lies(manifest):
    del manifest["hashes"]
    assert manifest == {
        "build": "",
        "pyodide": "runtime/pyodide/",
        "ract": "runtime/ract.zip",
        "wheels": {"typst": "runtime/typst-1.whl"},
        "fonts": ["runtime/A.ttf"],
        "snapshot": True,
    }


def test_the_manifest_has_the_hash_of_every_file(site, manifest):
    expected = {
        path: hashlib.sha256((site / path).read_bytes()).hexdigest()
        for path in ("definitions.json", "runtime/A.ttf", "runtime/ract.zip", "runtime/typst-1.whl")
    }
    assert expected == manifest["hashes"]


def test_a_file_is_copied_where_the_disk_cannot_link(tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError

    monkeypatch.setattr("macros.publish.os.link", refuse)
    (tmp_path / "a").write_text("innehåll", encoding="utf-8")
    place(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_text(encoding="utf-8") == "innehåll"


def test_what_the_theme_brought_and_nobody_asks_for_is_dropped(tmp_path):
    scripts = tmp_path / "assets" / "javascripts"
    names = (
        "bundle.1.min.js",
        "workers/search.js",
        "workers/search.js.map",
        "lunr/min/lunr.sv.min.js",
        "lunr/min/lunr.de.min.js",
    )
    for name in names:
        (scripts / name).parent.mkdir(parents=True, exist_ok=True)
        (scripts / name).touch()
    drop_unused(tmp_path)
    left = sorted(p.relative_to(scripts).as_posix() for p in scripts.rglob("*") if p.is_file())
    assert left == []
