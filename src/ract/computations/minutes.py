"""How long the points of a meeting take, beside its length and what the person has strength for.

Svenska: minuter. May import: computations.reading, fields.
"""

from __future__ import annotations

import re

from ract.computations.reading import Place, Reader, many
from ract.fields import Number

LONGEST = 24 * 60
"""More minutes than a day has are a slip of the finger."""


def minutes_of_points(reader: Reader) -> list[str]:
    """Return the sum of the minutes, and how it compares with the meeting and the person's strength."""
    table = reader.rows()
    minutes = reader.beside(table, "minuter") if table else None
    if table is None or minutes is None:
        return []
    found = [_minutes(minutes, row) for row in table.row_ids()]
    total = sum(one for one in found if one)
    if not total:
        return []
    lines = [f"Punkterna tar {many(total, 'minut', 'minuter')} ihop."]
    without = sum(1 for one in found if not one)
    if without:
        lines.append(f"{many(without, 'punkt', 'punkter')} har inga minuter än.")
    lines += _beside_length(total, reader.place("längd"))
    lines += _beside_strength(total, reader.place("ork"))
    return lines


def _minutes(place: Place, row: str = "") -> int:
    """Return whole minutes; 0 when none are written or when they cannot be minutes."""
    if isinstance(place.field, Number):
        value = place.field.read(place.raw(row))
        return int(value) if value is not None and 0 < value <= LONGEST else 0
    first = re.match(r"[0-9]{1,4}(?=\s*min)", place.raw(row))
    return int(first[0]) if first else 0


def _beside_length(total: int, place: Place | None) -> list[str]:
    length = _minutes(place) if place else 0
    if not length:
        return []
    if total > length:
        more = many(total - length, "minut", "minuter")
        return [f"Mötet är {length} minuter. Stryk eller korta: det är {more} för mycket."]
    if total < length:
        return [
            f"Mötet är {length} minuter, så det finns {length - total} över till luft och paus."
        ]
    return [f"Mötet är {length} minuter, så det är fullt. Lägg gärna in lite luft."]


def _beside_strength(total: int, place: Place | None) -> list[str]:
    strength = _minutes(place) if place else 0
    if not strength or total <= strength:
        return []
    pauses = -(-total // strength) - 1
    words = many(pauses, "paus", "pauser")
    return [f"Du orkar {strength} minuter i taget. Lägg in {words}, eller stryk något."]
