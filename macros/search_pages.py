"""What can be found: every page, sheet and word of the glossary, with its text by sections.

Svenska: sökbara sidor. May import: catalogue, front_matter, search_marks, ract. The text of the pages
comes from MkDocs' own search plugin; a sheet's text is its definition, without buttons and notices.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from macros.catalogue import FOLDER, Catalogue
from macros.front_matter import read_front_matter
from macros.search_marks import MARK
from ract.fields import Choice, Choices, Rows
from ract.model import Field, Worksheet

GLOSSARY = "ordlista/"
TERM = re.compile(r'^<dfn id="([^"]+)">(.+?)</dfn>(.*)\n:\s+(.+)$', re.MULTILINE)
LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
TAG = re.compile(r"<[^>]*>")
STOP = re.compile(r"([.!?:]) · ")
TAB = re.compile(r"^flikar/(\d+)-")
# What a sheet's page says on every sheet alike, and the way on: no reader looks for it there.
FORM_ANCHOR = re.compile(r"^(?:avsnitt-\d+|tidigare-svar|ga-vidare)?$")
KINDS = {
    "information": "Information",
    "ordlista": "Ordlista",
    "oversikt": "Översikt",
    "om": "Om pärmen",
}


@dataclass(frozen=True, slots=True)
class Part:
    """One section of a page: its place on the page, its heading and its text."""

    anchor: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Findable:
    """One thing that can be found. Svenska: träff."""

    address: str
    title: str
    kind: str
    tab: int = 0
    names: tuple[str, ...] = ()
    """What else it is called, in the glossary."""
    lead: str = ""
    """The words that say what it is for: the page's intro, the sheet's purpose."""
    parts: list[Part] = field(default_factory=list)

    @property
    def is_sheet(self) -> bool:
        """Tell whether this is a worksheet."""
        return self.kind.startswith("Arbetsblad")


def read_findables(docs: Path, site: Path, catalogue: Catalogue) -> list[Findable]:
    """Return everything that can be found on the built site, in the order of the addresses."""
    found: dict[str, Findable] = {}
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    for entry in index["docs"]:
        address, _, anchor = entry["location"].partition("#")
        page = found.get(address) or _page(docs, address, entry["title"], catalogue)
        found[address] = page
        if address != GLOSSARY and not (page.is_sheet and FORM_ANCHOR.match(anchor)):
            page.parts.append(Part(anchor, entry["title"] if anchor else "", plain(entry["text"])))
    terms = _terms(docs / GLOSSARY / "index.md")
    return [*found.values(), *terms]


def _page(docs: Path, address: str, title: str, catalogue: Catalogue) -> Findable:
    source = next(
        (
            file
            for file in (docs / address / "index.md", docs / f"{address.rstrip('/')}.md")
            if file.is_file()
        ),
        None,
    )
    head = read_front_matter(source.read_text(encoding="utf-8")).values if source else {}
    lead = str(head.get("ingress", ""))
    folder, _, name = address.strip("/").partition("/")
    sheet = catalogue.worksheets.get(name) if folder == FOLDER else None
    if sheet:
        kind = f"Arbetsblad · flik {sheet.tab}"
        page = Findable(address, sheet.title, kind, sheet.tab, lead=f"{lead} {sheet.purpose}")
        page.parts.extend(_sheet_parts(sheet))
        return page
    tab = TAB.match(address)
    kind = f"Sida · flik {tab[1]}" if tab else KINDS.get(folder, "Sida")
    return Findable(address, plain(title), kind, int(tab[1]) if tab else 0, lead=lead)


def _sheet_parts(sheet: Worksheet) -> Iterator[Part]:
    for number, section in enumerate(sheet.all_sections(), start=1):
        if section is not sheet.head and section is not sheet.foot:
            words = [section.intro, *(word for one in section.fields for word in _words(one))]
            yield Part(f"avsnitt-{number}", section.heading, " ".join(filter(None, words)))


def _words(question: Field) -> Iterator[str]:
    yield question.question
    yield question.help
    if isinstance(question, (Choice, Choices)):
        yield from question.options
    if isinstance(question, Rows):
        for column in question.columns:
            yield from _words(column)


def _terms(glossary: Path) -> Iterator[Findable]:
    for anchor, name, others, text in TERM.findall(glossary.read_text(encoding="utf-8")):
        names = tuple(part.strip() for part in others.split("·") if part.strip())
        title = plain(" · ".join((name, *names)))
        parts = [Part("", "", plain(LINK.sub(r"\1", text)))]
        yield Findable(
            f"{GLOSSARY}#{anchor}", title, KINDS["ordlista"], 0, (plain(name), *names), "", parts
        )


def plain(marked: str) -> str:
    """Return the words of a piece of HTML on one line, with a dot between cells and between items."""
    parts = html.unescape(TAG.sub(" ", marked.replace("</li>", MARK))).split(MARK)
    words = [" ".join(part.split()) for part in parts]
    line = " · ".join(part for part in words if part)
    # A whole sentence has its own stop.
    return STOP.sub(r"\1 ", line)
