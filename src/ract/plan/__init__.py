"""The person's plan, put together from the worksheets; nobody writes a goal twice.

Svenska: plan. May import: its own parts and sections, document, flows, filled, fields.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ract.document import Block, Document, Heading, Note
from ract.fields.date import read_day, show_day
from ract.flows import Flows
from ract.plan.parts import Source
from ract.plan.sections import GAPS, PLAN_SHEET, SECTIONS, TITLE
from ract.sharing import sharing_of

__all__ = ["Missing", "Plan", "assemble_plan"]


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that the plan would gain from, and where to write it. It never stops anything."""

    text: str
    worksheet: str
    field: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan as a document, what is missing in it, and from which sheets it comes."""

    document: Document
    missing: tuple[Missing, ...]
    sources: tuple[tuple[str, str], ...]
    """Each sheet that the plan has read, with when it was saved."""


def assemble_plan(flows: Flows, today: datetime.date) -> Plan:
    """Return the plan from the newest draft of each sheet.

    Who may see the plan is answered on the plan's own sheet. A sheet for fewer eyes is
    left out, and that is said among what is missing.
    """
    source = Source(flows, sharing_of(flows.written(PLAN_SHEET)))
    blocks: list[Block] = []
    used: dict[str, None] = {}
    for section in SECTIONS:
        found: list[Block] = []
        for part in section.parts:
            more = list(part.blocks(source))
            if more:
                used[part.sheet] = None
            found.extend(more)
        if found:
            blocks.extend([Heading(1, section.heading), *found])
    sources = tuple((name, flows.drafts[name].saved_at) for name in used)
    blocks.append(Note(_about(flows, source, sources, today)))
    document = Document(
        title=TITLE,
        over_title="Personlig plan",
        foot=TITLE,
        blocks=tuple(blocks),
    )
    return Plan(document, (*_private(source), *_gaps(source)), sources)


def _about(
    flows: Flows, source: Source, sources: tuple[tuple[str, str], ...], today: datetime.date
) -> str:
    """Return from where the plan comes, in one paragraph."""
    lines = [f"Planen sattes samman den {show_day(today)}. Delning: {source.sharing}."]
    named = [f"{flows.worksheets[name].title}{_saved(saved_at)}" for name, saved_at in sources]
    if named:
        lines.append(f"Den är hämtad ur: {', '.join(named)}.")
    return " ".join(lines)


def _saved(saved_at: str) -> str:
    day = read_day(saved_at[:10])
    return f" (sparat {show_day(day)})" if day else ""


def _private(source: Source) -> list[Missing]:
    """Return a line for each sheet that is left out because it is for fewer eyes."""
    sheets = dict.fromkeys(part.sheet for section in SECTIONS for part in section.parts)
    return [
        Missing(
            f"{source.flows.worksheets[sheet].title}: bladet får ses av färre än planen."
            " Du väljer själv om det ska vara så.",
            sheet,
            "delning",
        )
        for sheet in sheets
        if source.is_private(sheet)
    ]


def _gaps(source: Source) -> list[Missing]:
    return [
        Missing(f"{gap.text[:1].upper()}{gap.text[1:]}.", gap.sheet, gap.field)
        for gap in GAPS
        if not source.is_private(gap.sheet) and gap.is_open(source)
    ]
