"""Who may import whom among the browser's modules, read from their import lines."""

import posixpath
import re

import pytest

from macros.preload import static_imports
from tools.shape import javascript_modules

HOME = "overrides/assets/js/"
# A module imports from its own room and from the rooms below, never sideways or upwards.
LAYERS = [
    {"main"},
    {"frame", "pages", "form"},
    {"files", "guard", "offline"},
    {"engine", "storage"},
    {"shared"},
]
# Modules that are fetched when they are needed, and types, count like any other.
LATER = re.compile(r'\bimport\("(\.[^"]+)"\)')
RUNTIME = "overrides/runtime/vendor/"


def room_of(path):
    inside = path.removeprefix(HOME)
    return inside.split("/")[0] if "/" in inside else inside.removesuffix(".js")


def depth_of(room):
    return next((at for at, rooms in enumerate(LAYERS) if room in rooms), None)


@pytest.fixture(scope="module")
def texts(root):
    """Every module by its path from the repository's root."""
    paths = {path.relative_to(root).as_posix(): path for path in javascript_modules(root)}
    return {path: file.read_text("utf-8") for path, file in paths.items() if path.startswith(HOME)}


@pytest.fixture(scope="module")
def imports(texts):
    """What each module imports of our own: at once, later, or only as a type."""
    found = {}
    for path, text in texts.items():
        later = [
            posixpath.normpath(posixpath.join(posixpath.dirname(path), way))
            for way in LATER.findall(text)
        ]
        every = {*static_imports(text, path), *later}
        found[path] = sorted(one for one in every if not one.startswith(RUNTIME))
    return found


def test_every_module_stands_in_a_room_that_has_its_place(texts):
    # early.js is no module: it runs before the first paint, and imports nothing.
    strays = {path for path in texts if depth_of(room_of(path)) is None}
    assert strays == {f"{HOME}early.js"}


def test_every_import_of_the_pages_scripts_goes_downwards_or_stays_in_its_room(imports):
    wrong = [
        f"{path} -> {one}"
        for path, ones in imports.items()
        for one in ones
        if room_of(path) != room_of(one)
        and not (depth_of(room_of(path)) or 0) < (depth_of(room_of(one)) or 0)
    ]
    assert wrong == []


def test_every_import_of_the_pages_scripts_leads_to_a_module(imports, texts):
    assert [] == [one for ones in imports.values() for one in ones if one not in texts]


def test_no_module_waits_for_itself_in_a_circle(texts):
    waits = {path: set(static_imports(text, path)) & set(texts) for path, text in texts.items()}
    while free := [path for path, ones in waits.items() if not ones]:
        waits = {path: ones - set(free) for path, ones in waits.items() if path not in free}
    assert waits == {}


def test_there_are_imports_to_look_at(imports):
    assert f"{HOME}storage/session.js" in imports[f"{HOME}form/sheet-saving.js"]
