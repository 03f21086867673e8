"""What several people have answered after the same meeting, gathered without saying who wrote what.

Svenska: samlade svar. May import: computations.reading, context, fields.
"""

from __future__ import annotations

from ract.computations.reading import Reader, many
from ract.context import Occasion


def gathered_answers(reader: Reader) -> list[str]:
    """Return every scale with all its answers from low to high, and every line of words.

    The sheets of the same day are taken together. Nothing is gathered before two have answered,
    and words stand in the order of the alphabet, so that no order tells who wrote them.
    """
    context = reader.context
    mine = Occasion(context.day, context.written)
    same = [one for one in (*context.others, mine) if one.day == context.day and _says(reader, one)]
    if len(same) < 2:  # noqa: PLR2004 (one answer is nobody's but the writer's)
        return []
    lines = [f"{many(len(same), 'svar', 'svar')} från samma dag."]
    for path in reader.given("skalor"):
        found = [reader.at(one.written).find(path) for one in same]
        steps = sorted(step for place in found if place and (step := place.step()) is not None)
        place = next((place for place in found if place), None)
        if steps and place:
            question = place.field.question.rstrip("?").removeprefix("Stämmer det att ")
            told = ", ".join(str(step) for step in steps)
            lines.append(f"{question[:1].upper()}{question[1:]}: {told}")
    for path in reader.given("ord"):
        found = [reader.at(one.written).find(path) for one in same]
        words = sorted({place.words() for place in found if place and place.words()})
        question = next((place.field.question for place in found if place), "")
        lines += [f"{question} {one}" for one in words]
    return lines


def _says(reader: Reader, one: Occasion) -> bool:
    """Tell whether a sheet answers anything that is gathered."""
    then = reader.at(one.written)
    return any(place.raw() for key in ("skalor", "ord") for place in then.places(key))
