"""What the built site says that a device needs to use it without a network."""

import hashlib
import json
import re

import pytest

from macros.offline import LIST, PLACES, published_files

# What a first press fetches; more than this is too much to ask of a phone's data.
MOST_SITE_BYTES = 30_000_000
MOST_PDF_BYTES = 30_000_000


@pytest.fixture(scope="module")
def listed(built_site):
    return json.loads((built_site / LIST).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def files(listed):
    return {file["path"]: file for file in listed["files"]}


def test_every_file_of_the_list_is_there_as_it_says(built_site, files):
    found = {path: hashlib.sha256((built_site / path).read_bytes()).hexdigest() for path in files}
    assert found == {path: file["sha256"] for path, file in files.items()}


def test_only_finished_pdfs_and_the_service_worker_itself_are_left_out(built_site, files):
    left_out = set(published_files(built_site)) - set(files)
    assert {path for path in left_out if not path.endswith(".pdf")} == {
        "sw.js",
        "sw-files.js",
        "sw-serve.js",
    }


def test_every_page_says_which_build_it_is(pages, listed):
    wrong = [
        page.path
        for page in pages
        if page.html.count(f'<meta name="build" content="{listed["build"]}">') != 1
    ]
    assert wrong == []


def test_no_place_for_the_build_is_left_blank(built_site, listed):
    texts = {path: (built_site / path).read_text(encoding="utf-8") for path in PLACES}
    assert [] == [path for path, text in texts.items() if f'"{listed["build"]}"' not in text]


def test_the_worker_carries_the_hash_of_the_very_list(built_site):
    worker = (built_site / "sw.js").read_text(encoding="utf-8")
    carried = re.search(r'const LIST = "(\w+)";', worker)[1]
    assert carried == hashlib.sha256((built_site / LIST).read_bytes()).hexdigest()


def test_python_itself_is_the_largest_file_of_the_first_part(files):
    first = [file for file in files.values() if file["part"] == "sidor"]
    largest = max(first, key=lambda file: file["bytes"])
    assert largest["path"].endswith("pyodide.asm.wasm")


@pytest.mark.parametrize(("part", "most"), [("sidor", MOST_SITE_BYTES), ("pdf", MOST_PDF_BYTES)])
def test_a_part_is_no_larger_than_a_person_can_be_asked_to_fetch(files, part, most):
    assert 0 < sum(file["bytes"] for file in files.values() if file["part"] == part) < most
