"""Lists of worksheets from different sides: tab, phase, step, who fills in, core or optional.

Svenska: bladöversikter. May import: catalogue, order, ract. The lists are Markdown with links to files,
so that MkDocs checks them; they are made anew in every build and never written by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from macros.catalogue import FOLDER
from macros.order import Order
from ract.model import Worksheet
from ract.texts import FILLED_IN_BY, LEVELS, PHASES

PHASE_HEADINGS = {
    "motivation": ("Motivation", "Ni har nyss träffats."),
    "kartläggning": ("Kartläggning", "Ni lär känna varandra och undersöker vardagen."),
    "planering": ("Planering", "Ni väljer vad som är viktigast och sätter mål."),
    "första mötet": ("Första resursgruppsmötet", "Gruppen ska träffas för första gången."),
    "arbetsfas": ("Arbetsfas", "Ni gör det som står i planen."),
    "möten": ("Möten var tredje månad", "Ni följer upp och ändrar."),
    "stödfas": ("Stödfas", "Målen är nådda och samordningen håller."),
    "kvalitet": ("Vid sidan av", "Blad om arbetet självt."),
}
STEP_HEADINGS = (
    "Välja ut och börja",
    "Lära känna varandra",
    "Samtycke och kontakter",
    "Börja med bladen",
    "Det som måste samordnas nu",
    "Kvartalsrapporten",
    "Sammanfatta och sätta mål",
    "Välja och förbereda gruppen",
    "Gruppen börjar",
    "Följa upp",
    "Brukaren kallar, CM stöttar",
    "CM drar sig tillbaka",
)
"""Gävleborg's twelve steps in a few words each."""

LEVEL_HEADINGS = {
    "kärna": ("Kärna", "De här bladen använder de flesta."),
    "tillval": ("Tillval", "Ta dem när de behövs."),
}
NO_STEP = "Utan eget steg"
Group = tuple[str, str, list[Worksheet]]


def define_overviews(env: Any, order: Order) -> None:
    """Give the pages the lists of sheets, each under a macro's name."""
    views: dict[str, Callable[[Order], Iterable[Group]]] = {
        "blad_per_fas": by_phase,
        "blad_per_steg": by_step,
        "blad_per_person": by_person,
        "blad_per_niva": by_level,
    }
    for name, view in views.items():
        env.macro(_macro(env, order, view), name)

    def blad_i_flik(flik: int) -> str:
        """Return a list of one tab's sheets, in their order."""
        return listed(order.of_tab(flik), page_of(env))

    def arbetsblad_lista() -> str:
        """Return a list of all sheets, in their order."""
        return listed(order.sheets, page_of(env))

    def bladrader_per_fas() -> str:
        """Return one line for each phase with links to its sheets."""
        return "\n".join(
            f"- **{heading}.** {', '.join(link(sheet, page_of(env)) for sheet in sheets)}"
            for heading, _, sheets in by_phase(order)
        )

    env.macro(arbetsblad_lista)
    env.macro(blad_i_flik)
    env.macro(bladrader_per_fas)


def _macro(env: Any, order: Order, view: Callable[[Order], Iterable[Group]]) -> Callable[[], str]:
    def macro() -> str:
        return grouped(view(order), page_of(env))

    return macro


def page_of(env: Any) -> PurePosixPath:
    """Return the file of the page that is being built, from the docs folder."""
    return PurePosixPath(env.page.file.src_uri)


def by_phase(order: Order) -> Iterator[Group]:
    """Yield SIMBA's phases with their sheets."""
    for phase in PHASES:
        heading, when = PHASE_HEADINGS[phase]
        yield heading, when, [sheet for sheet in order.sheets if phase in sheet.phases]


def by_step(order: Order) -> Iterator[Group]:
    """Yield Gävleborg's twelve steps with their sheets, and last the sheets that have none."""
    for step, words in enumerate(STEP_HEADINGS, start=1):
        yield f"Steg {step}: {words}", "", [s for s in order.sheets if step in s.steps]
    yield NO_STEP, "", [sheet for sheet in order.sheets if not sheet.steps]


def by_person(order: Order) -> Iterator[Group]:
    """Yield each who fills in, with the sheets where that person holds the pen."""
    alone = [sheet for sheet in order.sheets if sheet.filled_in_by == ("brukare",)]
    yield "Brukaren på egen hand", "Brukaren får alltid be om hjälp.", alone
    for name, words in FILLED_IN_BY.items():
        sheets = [s for s in order.sheets if name in s.filled_in_by and s not in alone]
        heading = f"{words[0].upper()}{words[1:]}"
        yield (f"{heading} och någon mer" if name == "brukare" else heading), "", sheets


def by_level(order: Order) -> Iterator[Group]:
    """Yield the core sheets and then the optional ones."""
    for level in LEVELS:
        heading, about = LEVEL_HEADINGS[level]
        yield heading, about, [sheet for sheet in order.sheets if sheet.level == level]


def grouped(groups: Iterable[Group], page: PurePosixPath) -> str:
    """Return headings with a list under each; a group without sheets is left out."""
    return "\n\n".join(
        "\n\n".join(part for part in (f"### {heading}", about, listed(sheets, page)) if part)
        for heading, about, sheets in groups
        if sheets
    )


def listed(sheets: Iterable[Worksheet], page: PurePosixPath) -> str:
    """Return a list of sheets: title, purpose, time, and whether it is core or optional."""
    return "\n".join(
        f"- {link(sheet, page)}: {sheet.purpose} {capitalised(sheet.level)}, {sheet.time}."
        for sheet in sheets
    )


def link(sheet: Worksheet, page: PurePosixPath) -> str:
    """Return a link to a sheet as its file stands from the page."""
    return f"[{sheet.title}]({'../' * (len(page.parts) - 1)}{FOLDER}/{sheet.id}.md)"


def capitalised(words: str) -> str:
    """Return words with a capital first and the rest as they were."""
    return f"{words[:1].upper()}{words[1:]}"
