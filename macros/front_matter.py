"""The head of a page, read strictly: every value stays text, every mistake gets its line.

Svenska: sidhuvud. May import: yaml. The only owner of YAML.

MkDocs builds a page with a broken head as if it had none, and YAML turns *no* into
False and *1:30* into ninety; so we read the heads ourselves (models.md 1, facts 1 and 2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import yaml

FENCE = "---"
Path = tuple[str | int, ...]

TABBED = "Här står ett tabbtecken. Använd mellanslag för att dra in rader."
_CAUSES = (
    ("but got '?'", "Sätt citattecken runt en fråga som står inom { }, till exempel ”Vad?”."),
    ("cannot start any token", TABBED),
    ("mapping values are not allowed", "Raden har ett kolon för mycket, eller fel indrag."),
    ("expected <block end>", "Indraget stämmer inte med raderna ovanför."),
    ("could not find expected ':'", "Det saknas ett kolon efter nyckeln."),
    ("inconsistent", "Indraget stämmer inte med raderna ovanför."),
    ("unexpected end of stream", "Ett citattecken eller en parentes saknar sitt slut."),
    ("expected ',' or", "En lista eller parentes saknar ett komma eller sitt slut."),
    ("found undefined alias", "Ett värde får inte börja med *. Sätt citattecken runt texten."),
)
_OTHER_CAUSE = "Raden går inte att läsa. Se efter kolon, streck, citattecken och indrag."


@dataclass(frozen=True, slots=True)
class Line:
    """One mistake at one line of a page."""

    number: int
    message: str


@dataclass(slots=True)
class FrontMatter:
    """A page's head: its values, the line where each stands, and what is wrong with it."""

    values: dict[str, object] = field(default_factory=dict)
    lines: dict[Path, int] = field(default_factory=dict)
    mistakes: list[Line] = field(default_factory=list)

    def line_of(self, path: Path) -> int:
        """Return the line of a path, or of the nearest part of it that stands in the file."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return 1


@lru_cache(maxsize=512)
def read_front_matter(page: str) -> FrontMatter:
    """Return the head of a page; a page without one has an empty head.

    What was read is kept, so that `mkdocs serve` reads only the page that changed; nobody changes it.
    A head that is broken has its first mistake in `mistakes` and no values. Duplicate
    keys are mistakes too, one line each.
    """
    found = FrontMatter()
    rows = page.removeprefix("\ufeff").splitlines()
    if not rows or rows[0].strip() != FENCE:
        return found
    try:
        end = next(n for n, row in enumerate(rows[1:], start=1) if row.strip() == FENCE)
    except StopIteration:
        found.mistakes.append(Line(1, "Sidhuvudet börjar med --- men avslutas aldrig med ---."))
        return found
    head = rows[1:end]
    tabbed = next((n for n, row in enumerate(head) if re.match(r"\s*\t", row)), None)
    if tabbed is not None:
        found.mistakes.append(Line(tabbed + 2, TABBED))
        return found
    _compose(head, found)
    return found


def _compose(head: list[str], found: FrontMatter) -> None:
    try:
        node = yaml.compose("\n".join(head), Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        found.mistakes.append(_explained(error, head))
        return
    except yaml.YAMLError:
        found.mistakes.append(Line(2, "Sidhuvudet har ett tecken som inte går att läsa."))
        return
    if node is None:
        return
    if not isinstance(node, yaml.MappingNode):
        found.mistakes.append(
            Line(2, "Sidhuvudet ska bestå av nycklar, till exempel ”title: Mina mål”.")
        )
        return
    reader = _Reader(found)
    found.values = reader.mapping(node, ())


def _explained(error: yaml.MarkedYAMLError, head: list[str]) -> Line:
    mark = error.problem_mark or error.context_mark
    number = min(mark.line, len(head) - 1) if mark else 0
    said = f"{error.context or ''} {error.problem or ''}"
    cause = next((words for sign, words in _CAUSES if sign in said), _OTHER_CAUSE)
    if "unexpected end" in said and error.context_mark:
        number = error.context_mark.line
    row = head[number].strip() if head else ""
    return Line(number + 2, f"{cause} Raden är ”{row}”.")


@dataclass(frozen=True, slots=True)
class _Reader:
    """Turns YAML nodes into plain values and notes the line of each."""

    found: FrontMatter

    def value(self, node: yaml.Node, path: Path) -> object:
        self.found.lines.setdefault(path, node.start_mark.line + 2)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, place)) for place, item in enumerate(node.value)]
        return str(node.value)

    def mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, object]:
        values: dict[str, object] = {}
        first_lines: dict[str, int] = {}
        for key, value in self._pairs(node):
            line = key.start_mark.line + 2
            word = str(key.value)
            if word in values:
                self.found.mistakes.append(
                    Line(
                        line,
                        f"Nyckeln ”{word}” står två gånger. Den finns redan på rad {first_lines[word]}.",
                    )
                )
                continue
            first_lines[word] = line
            self.found.lines[(*path, word)] = line
            values[word] = self.value(value, (*path, word))
        return values

    def _pairs(self, node: yaml.MappingNode) -> Iterator[tuple[yaml.Node, yaml.Node]]:
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield key, value
            else:
                line = key.start_mark.line + 2
                self.found.mistakes.append(Line(line, "En nyckel ska vara ett ord, inte en lista."))
