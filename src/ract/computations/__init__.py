"""The closed list of what a sheet can have worked out, from its own answers and from what is around it.

Svenska: uträkning. May import: context, conditions, fields, model, node. A definition names a computation and
the fields it reads; it never holds an expression.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ract.computations.card import contact_card
from ract.computations.change import change_of_rows, then_and_now
from ract.computations.feedback import gathered_answers
from ract.computations.legal import by_principal, legal_check
from ract.computations.levels import count_by_step, mean_level
from ract.computations.meetings import months_ahead, next_meeting, ordinal
from ract.computations.minutes import minutes_of_points
from ract.computations.ordering import most_important, suggested_order
from ract.computations.process import days_of_phases, days_of_steps, missing_steps
from ract.computations.reading import Reader, split
from ract.computations.tasks import late_tasks, open_tasks, tasks_by_person
from ract.context import Context
from ract.fields import Computed
from ract.model import Worksheet

__all__ = ["COMPUTATIONS", "Computation", "compute", "looks_around", "read_sheets"]


@dataclass(frozen=True, slots=True)
class Computation:
    """One entry of the closed list."""

    run: Callable[[Reader], list[str]]
    needs: tuple[str, ...]
    """The keys that a definition must give under `av`."""
    may_have: tuple[str, ...] = ()
    """The keys that it can give besides."""
    by_row: tuple[str, ...] = ()
    """Keys under which each row of the sheet, by its own name, has names of its own."""
    reads_occasions: bool = False
    """Whether it reads other copies of the sheet it stands on."""
    reads_only_days: bool = False
    """Whether it tells nothing but days, so that it may stand on a paper for more eyes than its sheets."""


_TASKS = (("vad", "vem"), ("när", "läge"))
_STEPS = ("först", "senast")

COMPUTATIONS: dict[str, Computation] = {
    "tre viktigaste": Computation(most_important, ("rader", "namn", "nöjd", "viktigt")),
    "föreslagen ordning": Computation(
        suggested_order, ("rader", "namn", "viktigt"), ("tilltro", "kraft", "först")
    ),
    "per huvudman": Computation(by_principal, ("rader", "huvudman", "insats")),
    "sip-koll": Computation(legal_check, ("insatser", "huvudman", "andra", "ansvar")),
    "minuter": Computation(minutes_of_points, ("rader", "minuter"), ("längd", "ork")),
    "då och nu": Computation(then_and_now, ("skalor",), reads_occasions=True),
    "förändring": Computation(
        change_of_rows, ("rader", "namn", "nu", "före"), reads_occasions=True
    ),
    "antal per nivå": Computation(count_by_step, ("rader", "nivå")),
    "medelnivå": Computation(mean_level, ("rader", "namn", "nivå"), reads_occasions=True),
    "uppgifter per person": Computation(tasks_by_person, *_TASKS),
    "försenade uppgifter": Computation(late_tasks, *_TASKS),
    "öppna uppgifter": Computation(open_tasks, *_TASKS),
    "ordningsnummer": Computation(ordinal, (), reads_occasions=True),
    "nästa möte": Computation(next_meeting, ("dagar",), ("tider",), reads_only_days=True),
    "tre månader fram": Computation(months_ahead(3), ("dag",)),
    "sex månader fram": Computation(months_ahead(6), ("dag",)),
    "stegens dagar": Computation(
        days_of_steps, ("rader",), ("läge", "dag", *_STEPS), _STEPS, reads_only_days=True
    ),
    "steg som saknas": Computation(missing_steps, ("steg",), reads_only_days=True),
    "dagar i varje fas": Computation(
        days_of_phases, ("steg", "faser"), by_row=("faser",), reads_only_days=True
    ),
    "kontaktkort": Computation(
        contact_card,
        ("personer", "namn", "telefon", "roll", "ring"),
        ("aktiv", "natt", "fast", "dagar", "tider"),
    ),
    "samlade svar": Computation(gathered_answers, ("skalor",), ("ord",), reads_occasions=True),
}
"""Every computation by the Swedish name after `räkna:`. REDAKTOR.md tells editors of each."""


def compute(context: Context, field: Computed) -> list[str]:
    """Return the lines of one computed field; none when there is nothing to work out."""
    return COMPUTATIONS[field.computation].run(Reader(context, field))


def read_sheets(field: Computed, worksheet: Worksheet) -> tuple[str, ...]:
    """Return the ids of the sheets that a computed field reads drafts of besides the open one.

    The own sheet is among them when its other occasions are read.
    """
    known = COMPUTATIONS.get(field.computation)
    found = {worksheet.id} if known and known.reads_occasions else set()
    for path in field.paths():
        sheet_id, field_id, _ = split(path, worksheet.id)
        other = worksheet.field(field_id) if sheet_id == worksheet.id else None
        if sheet_id != worksheet.id:
            found.add(sheet_id)
        elif isinstance(other, Computed) and other is not field:
            nested = {split(one, worksheet.id)[0] for one in other.paths()}
            found.update(nested - {worksheet.id})
    return tuple(sorted(found))


def looks_around(field: Computed, worksheet: Worksheet) -> bool:
    """Tell whether a computed field says something of more than what stands on its own sheet."""
    return bool(read_sheets(field, worksheet))
