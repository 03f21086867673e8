"""What can be wrong, as values: an editor's mistake, a person's problem, a foreign file.

Svenska: fel och brister. May import: nothing of ract.
"""

from __future__ import annotations

from dataclasses import dataclass

Path = tuple[str | int, ...]
"""Where in a definition: keys and list positions from the top, as `("avsnitt", 0, "fält")`."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing an editor wrote that the definition format does not allow."""

    path: Path
    message: str
    """A whole Swedish sentence: what was found and what is allowed."""


class DefinitionError(Exception):
    """A worksheet definition that cannot be used, with every mistake in it."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        """Keep the mistakes in the order in which they stand in the file."""
        super().__init__("\n".join(mistake.message for mistake in mistakes))
        self.mistakes = mistakes


@dataclass(frozen=True, slots=True)
class Problem:
    """What keeps one written answer from being understood. Svenska: brist."""

    name: str
    """The control the words belong to, as in the form's `name` attribute."""
    message: str
    """A whole Swedish sentence: what happened and what to do."""


class FileError(Exception):
    """A file that somebody wanted to read in, but which is not one of ours or is damaged."""


class MissingPartError(Exception):
    """A part that is loaded on demand and is not here yet, such as the PDF engine."""

    def __init__(self, part: str) -> None:
        """Name the part as the worker knows it."""
        super().__init__(part)
        self.part = part
