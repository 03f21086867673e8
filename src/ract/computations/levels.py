"""Steps seen together: how many there are of each, and their mean.

Svenska: nivåer. May import: computations.reading, fields.
"""

from __future__ import annotations

from collections import Counter

from ract.computations.reading import Place, Reader, many
from ract.fields import Scale

NOT_A_SCORE = "Det är inget CSI-R-poäng. Jämför inte personer med varandra."


def _steps(reader: Reader, key: str) -> list[tuple[Place, str, int]]:
    table = reader.rows()
    place = reader.beside(table, key) if table else None
    if table is None or place is None:
        return []
    return [(place, row, step) for row in table.row_ids() if (step := place.step(row)) is not None]


def count_by_step(reader: Reader) -> list[str]:
    """Return how many rows stand on each step, the highest step first; the empty are left out.

    On a scale that goes below zero, zero is what was expected: then the first line sums it up.
    """
    found = _steps(reader, "nivå")
    counted = Counter(step for _, _, step in found)
    words = {step: place.words(row) for place, row, step in found}
    lines = [
        f"{words[step]}: {counted[step]} av {len(found)}" for step in sorted(counted, reverse=True)
    ]
    if len(found) > 1 and _has_expected(found[0][0]):
        reached = sum(count for step, count in counted.items() if step >= 0)
        return [f"Som ni tänkte eller bättre: {reached} av {len(found)}", *lines]
    return lines


def mean_level(reader: Reader) -> list[str]:
    """Return each area's step beside its earlier ones, the lowest areas and the mean of all.

    The last line says that it is no score.
    """
    found = _steps(reader, "nivå")
    table = reader.rows()
    label = reader.beside(table, "namn") if table else None
    if not found or label is None:
        return []
    highest = _highest(found[0][0])
    mean = sum(step for _, _, step in found) / len(found)
    named = [(label.words(row), row, step) for _, row, step in found if label.words(row)]
    lines = [
        f"{name}: {step}{then}" for name, row, step in named if (then := _then(reader, row, step))
    ]
    lowest = [name for name, _, step in named if step == min(s for _, _, s in found)]
    if lowest and len(lowest) < len(found):
        lines.append(f"Lägst nu: {'; '.join(lowest)}")
    areas = many(len(found), "område", "områden")
    return [*lines, f"Medel för {areas}: {_decimal(mean)} av {highest}", NOT_A_SCORE]


def _then(reader: Reader, row: str, step: int) -> str:
    then = [
        old
        for occasion in reader.context.earlier
        for _, other, old in _steps(reader.at(occasion.written), "nivå")
        if other == row
    ]
    if not then:
        return ""
    mean = (sum(then) + step) / (len(then) + 1)
    return f" (förra gången {then[-1]}, medel över tid {_decimal(mean)})"


def _has_expected(place: Place) -> bool:
    scale = place.field
    return isinstance(scale, Scale) and any(value.startswith("-") for value in scale.ladder.values)


def _highest(place: Place) -> int:
    if isinstance(place.field, Scale):
        values = place.field.ladder.values
        return max((int(v) for v in values if v.lstrip("+-").isdigit()), default=0)
    options = getattr(place.field, "options", ())
    return max((int(w.split()[0]) for w in options if w.split()[0].isdigit()), default=0)


def _decimal(value: float) -> str:
    """Return a number with at most one decimal, as Swedish writes it."""
    return f"{value:.1f}".removesuffix(".0").replace(".", ",").replace("-", "−")
