"""The one table that `make bench` prints: what we took, what the yardstick took, and the budget."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

HEADINGS = ("Vad", "Hos oss", "Måttstock", "Kvot", "Gräns", "Håller")


@dataclass(frozen=True)
class Row:
    """One line of the table: everything measured in this very run, in the order it was measured."""

    what: str
    ours: Sequence[float]
    unit: str
    limit: float
    yardstick: Sequence[float] = ()

    @property
    def judged(self) -> float:
        """What the limit is held against: the ratio of the medians where there is a yardstick."""
        ours = statistics.median(self.ours)
        return ours / statistics.median(self.yardstick) if self.yardstick else ours

    @property
    def ratios(self) -> list[float]:
        """The ratio of each round by itself: how far one may land from the other."""
        return [ours / bare for ours, bare in zip(self.ours, self.yardstick, strict=True)]

    @property
    def keeps(self) -> bool:
        """Whether the limit is kept."""
        return self.judged <= self.limit

    def cells(self) -> tuple[str, ...]:
        """The line's words, in the order of the headings."""
        has_ratio = bool(self.yardstick)
        return (
            self.what,
            f"{number(statistics.median(self.ours))} {self.unit}{spread(self.ours)}",
            f"{number(statistics.median(self.yardstick))} {self.unit}{spread(self.yardstick)}"
            if has_ratio
            else "–",
            f"{number(self.judged)}{spread(self.ratios)}" if has_ratio else "–",
            f"≤ {self.limit:g}".replace(".", ",") + (" ×" if has_ratio else f" {self.unit}"),
            "ja" if self.keeps else "NEJ",
        )


def number(value: float) -> str:
    """A number as it is read in Swedish, with as many decimals as say something."""
    decimals = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{value:.{decimals}f}".replace(".", ",")


def spread(values: Sequence[float]) -> str:
    """The least and the most beside a median; nothing where it was measured once."""
    return f" ({number(min(values))}–{number(max(values))})" if len(values) > 1 else ""


def several(measure: Callable[[], float], runs: int) -> list[float]:
    """What several measurements gave."""
    return [measure() for _ in range(runs)]


def table(rows: Sequence[Row]) -> str:
    """The whole table, as Markdown whose columns stand under each other."""
    lines = [HEADINGS, *(row.cells() for row in rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(HEADINGS))]
    lines.insert(1, tuple("-" * width for width in widths))
    return "\n".join(
        "| " + " | ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)) + " |"
        for line in lines
    )
