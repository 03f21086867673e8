"""The one table that `make bench` prints: what we took, what the yardstick took, and the budget."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

HEADINGS = ("Vad", "Hos oss", "Måttstock", "Kvot", "Gräns", "Håller")


@dataclass(frozen=True)
class Row:
    """One line of the table: medians of what was measured in this very run."""

    what: str
    ours: float
    unit: str
    limit: float
    yardstick: float | None = None

    @property
    def judged(self) -> float:
        """What the limit is held against: the ratio where there is a yardstick."""
        return self.ours if self.yardstick is None else self.ours / self.yardstick

    @property
    def keeps(self) -> bool:
        """Whether the limit is kept."""
        return self.judged <= self.limit

    def cells(self) -> tuple[str, ...]:
        """The line's words, in the order of the headings."""
        has_ratio = self.yardstick is not None
        return (
            self.what,
            f"{number(self.ours)} {self.unit}",
            f"{number(self.yardstick)} {self.unit}" if has_ratio else "–",
            number(self.judged) if has_ratio else "–",
            f"≤ {self.limit:g}".replace(".", ",") + (" ×" if has_ratio else f" {self.unit}"),
            "ja" if self.keeps else "NEJ",
        )


def number(value: float) -> str:
    """A number as it is read in Swedish, with as many decimals as say something."""
    decimals = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{value:.{decimals}f}".replace(".", ",")


def median(measure: Callable[[], float], runs: int) -> float:
    """The median of several measurements."""
    return statistics.median(measure() for _ in range(runs))


def table(rows: Sequence[Row]) -> str:
    """The whole table, as Markdown whose columns stand under each other."""
    lines = [HEADINGS, *(row.cells() for row in rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(HEADINGS))]
    lines.insert(1, tuple("-" * width for width in widths))
    return "\n".join(
        "| " + " | ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)) + " |"
        for line in lines
    )
