import hashlib
import json
import zipfile

import pytest

from macros.catalogue import read_catalogue
from macros.runtime import read_runtime_lock


@pytest.fixture(scope="module")
def manifest(built_site):
    return json.loads((built_site / "runtime" / "manifest.json").read_text(encoding="utf-8"))


def test_every_file_of_the_manifest_is_there_with_its_hash(built_site, manifest):
    found = {
        path: hashlib.sha256((built_site / path).read_bytes()).hexdigest()
        for path in manifest["hashes"]
    }
    assert found == manifest["hashes"]


def test_every_file_of_the_runtime_is_in_the_manifest(built_site, manifest):
    files = {
        path.relative_to(built_site).as_posix()
        for path in (built_site / "runtime").rglob("*")
        if path.is_file()
    }
    assert files - {"runtime/manifest.json"} == {
        p for p in manifest["hashes"] if p.startswith("runtime/")
    }


def test_everything_the_manifest_points_at_is_there(built_site, manifest):
    places = [manifest["ract"], *manifest["wheels"].values(), *manifest["fonts"]]
    places += [manifest["pyodide"] + name for name in ("pyodide.mjs", "pyodide.asm.wasm")]
    assert [] == [path for path in places if not (built_site / path).is_file()]


def test_the_libraries_lie_where_our_scripts_import_them(built_site):
    names = ("idb.js", "argon2.umd.min.js")
    assert [] == [n for n in names if not (built_site / "runtime" / "vendor" / n).is_file()]


def test_the_package_for_the_browser_has_the_door_and_no_render(built_site):
    with zipfile.ZipFile(built_site / "runtime" / "ract.zip") as archive:
        names = archive.namelist()
    assert "ract/browser.py" in names
    assert [] == [name for name in names if "render/" in name or "__pycache__" in name]


def test_the_published_definitions_are_those_that_the_build_read(built_site, root):
    published = json.loads((built_site / "definitions.json").read_text(encoding="utf-8"))
    assert published == read_catalogue(root / "docs").definitions


def test_every_worksheet_has_its_definition(built_site, root):
    published = json.loads((built_site / "definitions.json").read_text(encoding="utf-8"))
    sheets = {p.stem for p in (root / "docs" / "arbetsblad").glob("*.md")} - {"index"}
    assert sheets == {definition["id"] for definition in published}


def test_the_licence_page_names_everything_that_others_made(root, page):
    html = page("om/licenser/index.html").html
    parts = read_runtime_lock(root).parts
    assert parts
    assert [] == [
        part.name
        for part in parts
        if f'<th scope="row">{part.name}</th><td>{part.version}</td>' not in html
    ]


def test_the_theme_whose_search_we_pass_on_is_named_too(root):
    assert "Material for MkDocs" in {part.name for part in read_runtime_lock(root).parts}


def test_the_licence_page_leads_to_every_licence_text(built_site, root, page):
    links = {e.attributes.get("href", "") for e in page("om/licenser/index.html").all("a")}
    for part in read_runtime_lock(root).parts:
        assert f"../../{part.text}" in links
        assert (built_site / part.text).stat().st_size > 500


def test_everything_in_the_runtime_belongs_to_a_part_with_a_licence(root):
    known = ("runtime/pyodide/", "runtime/vendor/idb", "runtime/vendor/argon2", "runtime/vendor/age/",
             "runtime/typst-",
             "runtime/licenser/", "runtime/fonts/AtkinsonHyperlegibleNext-",
             "assets/fonts/atkinson-hyperlegible-next-")  # fmt: skip
    assert [] == [path for path in read_runtime_lock(root).files if not path.startswith(known)]


def test_the_font_for_pdf_has_the_letters_of_swedish_and_of_european_names(root):
    from fontTools.ttLib import TTFont

    font = TTFont(root / ".runtime/runtime/fonts/AtkinsonHyperlegibleNext-Regular.ttf")
    missing = [
        letter for letter in "åäöÅÄÖéüŠšŁłćčğ–—”’…•" if ord(letter) not in font.getBestCmap()
    ]
    assert missing == []
