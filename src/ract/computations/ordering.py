"""What to begin with: rows put in an order by how much they matter. The person's own order decides.

Svenska: ordning. May import: computations.reading.
"""

from __future__ import annotations

from ract.computations.reading import Reader

MOST = 3
"""How many life areas to begin with (domain.md 7.09)."""
TOP_OF_SATISFACTION = 10
FIRST = "ja"
MIDDLE = 2
"""What a row without an answer about energy is counted as: neither light nor heavy."""


def most_important(reader: Reader) -> list[str]:
    """Return the three rows where what matters most is the least satisfying.

    The weight of a row is importance × (10 − satisfaction), as in domain.md 7.09.
    Rows without both steps are left out; among equals the sheet's order decides.
    """
    table = reader.rows()
    if table is None:
        return []
    satisfied, important = reader.beside(table, "nöjd"), reader.beside(table, "viktigt")
    label = reader.beside(table, "namn")
    if satisfied is None or important is None or label is None:
        return []
    weighed: list[tuple[int, str]] = []
    for row in table.row_ids():
        matters, pleased, words = important.step(row), satisfied.step(row), label.words(row)
        if matters is not None and pleased is not None and words:
            weighed.append((matters * (TOP_OF_SATISFACTION - pleased), words))
    best = sorted((w for w in weighed if w[0] > 0), key=lambda pair: -pair[0])
    return [words for _, words in best[:MOST]]


def suggested_order(reader: Reader) -> list[str]:
    """Return the rows in a suggested order, each with the reason for its place.

    First what must be done before something else, then what matters most, then what one
    is surest of, then what takes least energy; among equals the sheet's order decides.
    A row without any answer about how much it matters is left out.
    """
    table = reader.rows()
    label = reader.beside(table, "namn") if table else None
    important = reader.beside(table, "viktigt") if table else None
    if table is None or label is None or important is None:
        return []
    sure, energy = reader.beside(table, "tilltro"), reader.beside(table, "kraft")
    before = reader.beside(table, "först")
    found: list[tuple[tuple[bool, int, int, int], str]] = []
    for row in table.row_ids():
        matters = important.step(row)
        must = before is not None and before.raw(row) == FIRST
        if not label.words(row) or (matters is None and not must):
            continue
        sureness = sure.step(row) if sure else None
        weight = energy.place_among_options(row) if energy else None
        key = (
            not must,
            -(matters or 0),
            -(sureness or 0),
            MIDDLE if weight is None else weight,
        )
        reason = "måste göras först" if must else important.words(row)
        found.append((key, f"{label.words(row)}: {reason}"))
    return [
        f"{number}. {words}"
        for number, (_, words) in enumerate(sorted(found, key=lambda pair: pair[0]), start=1)
    ]
