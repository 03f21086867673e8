"""Swedish words that more than one module says: months, phases, who fills in, scales.

Svenska: ord. May import: nothing of ract.
"""

from __future__ import annotations

from dataclasses import dataclass

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)

PHASES = (
    "motivation",
    "kartläggning",
    "planering",
    "första mötet",
    "arbetsfas",
    "möten",
    "stödfas",
    "kvalitet",
)
"""SIMBA's course of work, in order; the last stands beside it (domain.md 7.1)."""

LEVELS = ("kärna", "tillval")

FILLED_IN_BY = {
    "brukare": "brukaren",
    "cm": "CM/VSS",
    "närstående": "närstående",
    "resursperson": "resurspersonen",
    "chef": "chefen",
    "läkare": "läkaren",
    "sjuksköterska": "sjuksköterskan",
    "brukarcoach": "brukarcoachen",
}

PLACES = ("hemma", "hos mig på jobbet eller i skolan", "mottagningen", "digitalt", "annan plats")
STATUSES = ("påbörjat", "klart", "se över")
SHARING = ("bara jag och CM", "får visas för gruppen", "får kopieras till journal eller akt")
"""Who may see a sheet, most private first; the first is the default (domain.md 7.4)."""

UNANSWERED = "–"
"""Stands on paper where nothing was written."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """A named scale: its steps, each with a number and, where it has one, a word."""

    steps: tuple[tuple[str, str], ...]
    colours: bool = False

    @property
    def values(self) -> tuple[str, ...]:
        """Return what is stored for each step."""
        return tuple(value for value, _ in self.steps)

    def worded(self, value: str) -> str:
        """Return a step as words: the number, its place, and what the step is called."""
        word = dict(self.steps)[value]
        if not value.lstrip("-+").isdigit():
            return word or value
        top = self.steps[-1][0]
        place = (
            value if value.startswith(("-", "+")) or self.steps[0][0] < "0" else f"{value} av {top}"
        )
        return f"{place.replace('-', '−')} ({word})" if word else place


def _ends(low: int, high: int, words: dict[int, str]) -> Ladder:
    return Ladder(tuple((str(step), words.get(step, "")) for step in range(low, high + 1)))


SCALES = {
    "nöjd": _ends(0, 10, {0: "inte alls nöjd", 5: "mitt emellan", 10: "helt nöjd"}),
    "vikt": _ends(
        0, 3, {0: "inte viktigt nu", 1: "lite viktigt", 2: "viktigt", 3: "mycket viktigt"}
    ),
    "besvär": _ends(0, 10, {0: "inga besvär", 10: "värsta jag kan tänka mig"}),
    "tilltro": _ends(0, 10, {0: "tror inte alls att jag klarar det", 10: "helt säker"}),
    "hjälpte": _ends(
        1, 5, {1: "inte alls", 2: "lite", 3: "en del", 4: "ganska mycket", 5: "mycket"}
    ),
    "stämmer": _ends(
        1,
        5,
        {1: "stämmer inte", 2: "lite", 3: "delvis", 4: "stämmer ganska bra", 5: "stämmer helt"},
    ),
    "läge": Ladder(
        (
            ("grön", "grön: som vanligt"),
            ("gul", "gul: börjar skava"),
            ("röd", "röd: behöver hjälp"),
        ),
        colours=True,
    ),
    "målnivå": Ladder(
        (
            ("-2", "mycket sämre än väntat"),
            ("-1", "lite sämre än väntat"),
            ("0", "som vi tänkte"),
            ("+1", "lite bättre än väntat"),
            ("+2", "mycket bättre än väntat"),
        )
    ),
    "närhet": _ends(1, 5, {1: "längst bort", 3: "mitt emellan", 5: "närmast"}),
    "tank": _ends(0, 10, {0: "tom", 10: "full"}),
    "känsla": Ladder(
        (
            ("-3", "mycket svårt"),
            ("-2", ""),
            ("-1", ""),
            ("0", "varken eller"),
            ("+1", ""),
            ("+2", ""),
            ("+3", "mycket bra"),
        )
    ),
}
"""Our own scales, in our own words (domain.md 7.3); no licensed question is among them."""
