"""What a plan must show by law: who answers for what, and the four points of a SIP.

Svenska: lagens punkter. May import: computations.reading.
"""

from __future__ import annotations

from ract.computations.reading import Reader

NOBODY = "Huvudman saknas"
LEGAL_POINTS = {
    "insatser": "Vilka insatser som behövs",
    "huvudman": "Vilka insatser kommunen och regionen svarar för",
    "andra": "Vad andra gör",
    "ansvar": "Vem som har det övergripande ansvaret",
}
"""The four things that a SIP must show (domain.md 3.1)."""


def by_principal(reader: Reader) -> list[str]:
    """Return who answers for what: one line per principal (huvudman), in the order they stand."""
    table = reader.rows()
    if table is None:
        return []
    principal, measure = reader.beside(table, "huvudman"), reader.beside(table, "insats")
    if principal is None or measure is None:
        return []
    found: dict[str, list[str]] = {}
    for row in table.row_ids():
        if what := measure.words(row):
            found.setdefault(principal.words(row) or NOBODY, []).append(what)
    return [f"{who[:1].upper()}{who[1:]}: {'; '.join(what)}" for who, what in found.items()]


def legal_check(reader: Reader) -> list[str]:
    """Return a line for each of the four points of a SIP: filled in, or missing.

    The second point asks that every measure has a principal. The third holds also when
    nobody else does anything, and then says so.
    """
    measures, others, chief = reader.rows("insatser"), reader.place("andra"), reader.place("ansvar")
    principal = reader.beside(measures, "huvudman") if measures else None
    if measures is None or principal is None or others is None or chief is None:
        return []
    filled = measures.row_ids()
    answered = all(principal.raw(row) for row in filled)
    states = {
        "insatser": "ifyllt" if filled else "saknas",
        "huvudman": "ifyllt" if filled and answered else "saknas",
        "andra": "inget ifyllt"
        if others.field.is_blank(others.written, others.field.id)
        else "ifyllt",
        "ansvar": "saknas" if chief.field.is_blank(chief.written, chief.field.id) else "ifyllt",
    }
    return [
        f"{number}. {words}: {states[key]}"
        for number, (key, words) in enumerate(LEGAL_POINTS.items(), start=1)
    ]
