"""The closed list of what a sheet can have worked out from its own answers.

Svenska: uträkning. May import: model, fields. A definition names a computation and the
fields it reads; it never holds an expression.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ract.fields import Rows, Scale
from ract.model import Worksheet, Written

MOST = 3
"""How many life areas to begin with (domain.md 7.09)."""
TOP_OF_SATISFACTION = 10


@dataclass(frozen=True, slots=True)
class Computation:
    """One entry of the closed list."""

    needs: tuple[str, ...]
    """The keys that a definition must give under `av`."""
    run: Callable[[Worksheet, Written, Mapping[str, str]], list[str]]


def _rows(worksheet: Worksheet, field_id: str) -> Rows | None:
    field = worksheet.field(field_id)
    return field if isinstance(field, Rows) else None


def most_important(worksheet: Worksheet, written: Written, names: Mapping[str, str]) -> list[str]:
    """Return the three rows where what matters most is the least satisfying.

    The weight of a row is importance × (10 − satisfaction), as in domain.md 7.09.
    Rows without both steps are left out; among equals the sheet's order decides.
    """
    field = _rows(worksheet, names["rader"])
    if field is None:
        return []
    satisfied, important = field.column(names["nöjd"]), field.column(names["viktigt"])
    label = field.column(names["namn"])
    if not (isinstance(satisfied, Scale) and isinstance(important, Scale) and label):
        return []
    weighed: list[tuple[int, str]] = []
    for row_id in written.row_ids(field.id):
        matters = important.read(written, field.cell(field.id, row_id, important.id))
        pleased = satisfied.read(written, field.cell(field.id, row_id, satisfied.id))
        words = label.show(written, field.cell(field.id, row_id, label.id))
        if matters is not None and pleased is not None and words:
            weighed.append((matters * (TOP_OF_SATISFACTION - pleased), words))
    best = sorted((w for w in weighed if w[0] > 0), key=lambda pair: -pair[0])
    return [words for _, words in best[:MOST]]


def by_principal(worksheet: Worksheet, written: Written, names: Mapping[str, str]) -> list[str]:
    """Return who answers for what: one line per principal (huvudman), in the order they stand."""
    field = _rows(worksheet, names["rader"])
    if field is None:
        return []
    principal, measure = field.column(names["huvudman"]), field.column(names["insats"])
    if principal is None or measure is None:
        return []
    found: dict[str, list[str]] = {}
    for row_id in written.row_ids(field.id):
        who = principal.show(written, field.cell(field.id, row_id, principal.id))
        what = measure.show(written, field.cell(field.id, row_id, measure.id))
        if what:
            found.setdefault(who or "Huvudman saknas", []).append(what)
    return [f"{who[:1].upper()}{who[1:]}: {'; '.join(what)}" for who, what in found.items()]


LEGAL_POINTS = {
    "insatser": "Vilka insatser som behövs",
    "huvudman": "Vilka insatser kommunen och regionen svarar för",
    "andra": "Vad andra gör",
    "ansvar": "Vem som har det övergripande ansvaret",
}
"""The four things that a SIP must show (domain.md 3.1)."""


def legal_check(worksheet: Worksheet, written: Written, names: Mapping[str, str]) -> list[str]:
    """Return a line for each of the four points of a SIP: filled in, or missing.

    The second point asks that every measure has a principal. The third holds also when
    nobody else does anything, and then says so.
    """
    measures = _rows(worksheet, names["insatser"])
    others = worksheet.field(names["andra"])
    chief = worksheet.field(names["ansvar"])
    if measures is None or others is None or chief is None:
        return []
    principal = names["huvudman"]
    filled = measures.filled_rows(written, measures.id)
    answered = all(written.text(measures.cell(measures.id, row, principal)) for row in filled)
    states = {
        "insatser": "ifyllt" if filled else "saknas",
        "huvudman": "ifyllt" if filled and answered else "saknas",
        "andra": "inget ifyllt" if others.is_blank(written, others.id) else "ifyllt",
        "ansvar": "saknas" if chief.is_blank(written, chief.id) else "ifyllt",
    }
    return [
        f"{number}. {words}: {states[key]}"
        for number, (key, words) in enumerate(LEGAL_POINTS.items(), start=1)
    ]


COMPUTATIONS: dict[str, Computation] = {
    "tre viktigaste": Computation(("rader", "namn", "nöjd", "viktigt"), most_important),
    "per huvudman": Computation(("rader", "huvudman", "insats"), by_principal),
    "sip-koll": Computation(("insatser", "huvudman", "andra", "ansvar"), legal_check),
}
"""Every computation by the Swedish name after `räkna:`."""
