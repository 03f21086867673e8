"""Every drawing of the manual says in words what it shows, and is drawn with the site's own colours."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from macros.process_maps import MAPS
from tests.content.prose import DOCS, ROOT

DRAWINGS = sorted(DOCS.rglob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}"
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+\.svg)\)")
COLOUR = re.compile(r'(?:fill|stroke|color|stop-color)="([^"]+)"')
PAINTED = re.compile(r'(fill|stroke)="(#[^"]+)"')
FOLLOWS = re.compile(r'\.drawing \[(fill|stroke)="(#\w+)"\] \{ \1: var\((--[\w-]+)\); \}')
TELEPHONE, MARGINS, SMALLEST = 390, 40, 14
LARGEST_FILE = 6_000


def shown() -> list[tuple[Path, str, Path]]:
    """Return each picture on a page: the page, what it says, the drawing."""
    return [
        (page, words, (page.parent / address).resolve())
        for page in sorted(DOCS.rglob("*.md"))
        for words, address in PICTURE.findall(page.read_text(encoding="utf-8"))
    ]


def palette() -> set[str]:
    """Return the colours of the light look, which is also that of paper."""
    css = (ROOT / "overrides/assets/css/base.css").read_text(encoding="utf-8")
    return set(re.findall(r"--[a-z0-9-]+: (#[0-9a-f]{3,6});", css))


def followed() -> set[tuple[str, str]]:
    """Return what is painted in which colour by a rule whose variable has that colour in the light look."""
    base = (ROOT / "overrides/assets/css/base.css").read_text(encoding="utf-8")
    manual = (ROOT / "overrides/assets/css/manual.css").read_text(encoding="utf-8")
    return {
        (what, colour)
        for what, colour, variable in FOLLOWS.findall(manual)
        if f"{variable}: {colour};" in base
    }


def drawn() -> list[object]:
    """Return every drawing as text: those in files, and the maps that the build draws."""
    files = [pytest.param(file.read_text(encoding="utf-8"), id=file.stem) for file in DRAWINGS]
    return [*files, *(pytest.param(plan.svg(), id=name) for name, plan in MAPS.items())]


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_a_drawing_stands_on_a_page(file: Path) -> None:
    assert file in {drawing for _, _, drawing in shown()}


@pytest.mark.parametrize(
    ("page", "words", "drawing"), shown(), ids=lambda value: Path(value).stem[:30]
)
def test_where_a_drawing_stands_all_its_words_are_said(
    page: Path, words: str, drawing: Path
) -> None:
    texts = ElementTree.parse(drawing).iter(f"{SVG}text")
    inside = {w for text in texts for w in re.findall(r"[a-zåäö]{4,}", str(text.text).lower())}
    said = page.read_text(encoding="utf-8").lower()
    assert words.strip()
    assert set() == {word for word in inside if word not in said}


@pytest.mark.parametrize("svg", drawn())
def test_a_drawing_has_only_colours_of_the_palette(svg: str) -> None:
    assert set() == set(COLOUR.findall(svg)) - palette() - {"none", "currentColor"}


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_every_colour_of_a_drawing_follows_the_look_of_the_page(file: Path) -> None:
    assert set() == set(PAINTED.findall(file.read_text(encoding="utf-8"))) - followed()


@pytest.mark.parametrize("svg", drawn())
def test_a_drawing_is_readable_on_a_telephone(svg: str) -> None:
    root = ElementTree.fromstring(svg)
    scale = min(1.0, (TELEPHONE - MARGINS) / float(root.attrib["width"]))
    sizes = [float(e.attrib["font-size"]) for e in root.iter() if "font-size" in e.attrib]
    assert sizes
    assert min(sizes) * scale >= SMALLEST


@pytest.mark.parametrize("svg", drawn())
def test_a_drawing_is_plain_lines_without_scripts_or_styles(svg: str) -> None:
    root = ElementTree.fromstring(svg)
    plain = {"svg", "title", "g", "path", "rect", "circle", "text", "a"}
    assert set() == {e.tag.removeprefix(SVG) for e in root.iter()} - plain
    assert set() == {n for e in root.iter() for n in e.attrib if n == "style" or n[:2] == "on"}


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_a_drawing_is_light_to_load(file: Path) -> None:
    assert file.stat().st_size < LARGEST_FILE
