"""The binder as PDF beside its pages: all of it, each tab, each information sheet in two sizes.

Svenska: bokfiler. May import: book, index_terms, pdf_cache, sheet_files, publish, ract.export.book.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from macros.book import NAME, Binder, Part, chapters_of
from macros.index_terms import Chapter, index_entries, mark_terms, read_terms
from macros.pdf_cache import made_once, sums_of
from macros.publish import place
from macros.sheet_files import FONTS, fingerprint_tools
from ract.export import book
from ract.texts import MONTHS

CACHE = Path(".cache", "bok")
GLOSSARY = "ordlista/"
LEAFLETS = "information/"
BOOK = "parm.pdf"


@dataclass(frozen=True, slots=True)
class Volume:
    """One PDF: where it lies in the site, and all that stands in it."""

    path: str
    content: dict[str, object]


def publish_books(root: Path, site: Path, binder: Binder, subtitle: str) -> None:
    """Put every volume in the site, made now only when none has been made of the same words."""
    tools = f"{fingerprint_tools(root)} {sums_of(book.TEMPLATES)}"
    for volume in volumes(binder, subtitle):
        _publish(cached_volume(root, volume, tools), site / volume.path)


def publish_latest(root: Path, site: Path) -> bool:
    """Put the volumes that were made last in the site; tell whether there were any.

    They are good enough for a preview, where a changed word is to be seen at once.
    """
    files = [path for path in (root / CACHE).rglob("*.pdf") if path.is_file()]
    newest = {file.parent: file for file in sorted(files, key=_age)}
    for folder, file in newest.items():
        _publish(file, site / folder.relative_to(root / CACHE))
    return root / CACHE / BOOK in newest


def volumes(binder: Binder, subtitle: str) -> Iterator[Volume]:
    """Yield every volume of the binder."""
    terms = read_terms(binder.articles[GLOSSARY])
    binder.want({f"{GLOSSARY}#{term.id}" for term in terms})
    parts = binder.parts()
    for part in parts:
        if part["tab"]:
            yield _tab_volume(part)
    for chapter in chapters_of(parts):
        label = str(chapter["label"])
        if label.startswith(LEAFLETS):
            name = label.strip("/").split("/")[-1]
            yield Volume(f"{label}{name}.pdf", _leaflet(chapter, *book.LEAFLET_SIZES))
            yield Volume(f"{label}{name}-stor.pdf", _leaflet(chapter, book.LARGE_SIZE))
    whole = copy.deepcopy(parts)
    mark_terms(chapters_of(whole), terms, GLOSSARY)
    yield Volume(
        BOOK,
        {
            **_look(NAME, book.TEXT_SIZE),
            "cover": True,
            "subtitle": subtitle,
            "gist": str(chapters_of(whole)[0]["gist"]),
            "checked": checked_between(chapters_of(whole)),
            "parts": whole,
            "terms": index_entries(terms, GLOSSARY),
        },
    )


def _tab_volume(part: Part) -> Volume:
    path = f"{part['folder']}flik-{part['tab']}.pdf"
    look = _look(str(part["heading"]), book.TEXT_SIZE)
    return Volume(path, {**look, "tab": part["tab"], "parts": [part]})


def _leaflet(chapter: Chapter, *sizes: int) -> dict[str, object]:
    part = {"tab": chapter["tab"], "heading": "", "label": "", "divided": False}
    return {
        **_look(str(chapter["title"]), *sizes),
        "alone": True,
        "tab": chapter["tab"],
        "parts": [{**part, "chapters": [chapter]}],
    }


def _look(title: str, *sizes: int) -> dict[str, object]:
    """Return how a volume looks when nothing else is said."""
    return {
        "title": title,
        "subtitle": "",
        "gist": "",
        "checked": "",
        "sizes": list(sizes),
        "large": book.LARGE_SIZE in sizes,
        "cover": False,
        "alone": False,
        "tab": 0,
        "terms": [],
    }


def checked_between(chapters: Sequence[Chapter]) -> str:
    """Return when the pages were last held against their sources, in words."""
    days = sorted(
        (int(year), MONTHS.index(month), int(day))
        for chapter in chapters
        for name, value in _facts(chapter)
        if name == "Senast kontrollerad"
        for day, month, year in [value.split()]
    )
    if not days:
        return ""
    first, last = (f"{day} {MONTHS[month]} {year}" for year, month, day in (days[0], days[-1]))
    when = f"den {first}" if first == last else f"mellan den {first} och den {last}"
    return f"Sidorna kontrollerades mot sina källor {when}."


def _facts(chapter: Chapter) -> list[tuple[str, str]]:
    facts = chapter.get("facts")
    return facts if isinstance(facts, list) else []


def cached_volume(root: Path, volume: Volume, tools: str) -> Path:
    """Return the file of a volume, made now only when none has been made of the same."""
    make = partial(book.write_book, volume.content, str(root / FONTS))
    return made_once(root / CACHE / volume.path, tools, volume.content, make)


def _publish(file: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    place(file, target)


def _age(file: Path) -> float:
    return file.stat().st_mtime
