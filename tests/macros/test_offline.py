import hashlib
import json

import pytest
from mkdocs.exceptions import PluginError

from macros.offline import LIST, PLACES, part_of, publish_offline, published_files

PAGE = '<!doctype html><html><head><meta name="build" content=""></head><body>Sida</body></html>'
WORKER = 'const BUILD = "";\nconst LIST = "";\n'
OTHERS = {
    "runtime/typst-1.whl": "hjul",
    "runtime/fonts/A.ttf": "typsnitt",
    "parm.pdf": "bok",
    "sitemap.xml": "karta",
    "definitions.json": "[]",
}


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def write_site(tmp_path_factory):
    """Lay out a small site, with some files changed or added, and publish it."""

    def write(**changed):
        folder = tmp_path_factory.mktemp("sajt")
        files = {"index.html": PAGE, "om/index.html": PAGE, **PLACES, **OTHERS, "sw.js": WORKER}
        files |= changed
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        publish_offline(folder)
        return folder

    return write


@pytest.fixture
def site(write_site):
    return write_site()


def listed(site):
    return json.loads((site / LIST).read_text(encoding="utf-8"))


def build_of(site):
    return listed(site)["build"]


def test_every_file_in_the_list_has_its_very_bytes_after_the_build_is_filled_in(site):
    told = {file["path"]: (file["bytes"], file["sha256"]) for file in listed(site)["files"]}
    assert told == {path: ((site / path).stat().st_size, sha256(site / path)) for path in told}


def test_every_published_file_is_in_the_list_or_among_the_exceptions(site):
    missing = set(published_files(site)) - {file["path"] for file in listed(site)["files"]}
    assert missing == {"sw.js", "sw-files.js", "sw-serve.js", "parm.pdf"}


def test_what_makes_a_pdf_is_a_part_of_its_own(site):
    parts = {file["path"]: file["part"] for file in listed(site)["files"]}
    assert {path for path, part in parts.items() if part == "pdf"} == {
        "runtime/typst-1.whl",
        "runtime/fonts/A.ttf",
    }


def test_pages_scripts_and_python_say_the_same_build(site):
    build = build_of(site)
    assert f'<meta name="build" content="{build}">' in (site / "om/index.html").read_text()
    for path in PLACES:
        assert f'"{build}"' in (site / path).read_text()


def test_the_service_worker_carries_the_hash_of_the_list(site):
    assert f'const LIST = "{sha256(site / LIST)}";' in (site / "sw.js").read_text()


def test_the_same_files_give_the_same_build_and_the_same_list(write_site):
    one, two = write_site(), write_site()
    assert (one / LIST).read_bytes() == (two / LIST).read_bytes()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("om/index.html", PAGE.replace("Sida", "Annan sida")),
        ("definitions.json", "[1]"),
        ("parm.pdf", "en annan bok"),
        ("sw.js", WORKER + "// ny\n"),
        ("nytt.css", ""),
    ],
)
def test_a_file_that_changes_makes_another_build(site, write_site, path, text):
    assert build_of(write_site(**{path: text})) != build_of(site)


def test_a_file_that_changes_its_name_makes_another_build(site, write_site):
    assert build_of(write_site(**{"a.css": "x"})) != build_of(write_site(**{"b.css": "x"}))


def test_the_moment_of_the_build_makes_no_other_build(site, write_site):
    assert build_of(write_site(**{"sitemap.xml": "i morgon"})) == build_of(site)


@pytest.mark.parametrize("path", ["index.html", *PLACES])
def test_a_file_that_could_not_say_its_build_stops_the_build(write_site, path):
    with pytest.raises(PluginError, match=f"Filen {path} ska ha en plats för byggets nummer"):
        write_site(**{path: "utan plats"})


def test_a_finished_pdf_needs_the_network():
    assert part_of("information/till-dig.pdf") is None
