"""All that a worksheet says, as plain words with their lines: to the one who fills in, and to the CM.

Svenska: bladets ord. May import: front_matter, readability.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.front_matter import FrontMatter, read_front_matter
from macros.readability import Text, body_of, paragraphs

FORM = "formulär"
FOR_THE_PERSON = "Till dig som fyller i"
LINKS = "Gå vidare"
ASKED = ("fråga", "hjälp", "exempel")
Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class SheetWords:
    """One worksheet's file as its words."""

    head: FrontMatter
    asked: list[Text]
    """What the one who fills in reads: gist, purpose, intros, questions, help, and the part of their own."""
    picked: list[Text]
    """The options to pick from: words, but no sentences."""
    guidance: list[Text]
    """The rest of the page, above all how a CM asks."""

    @property
    def is_for_one_alone(self) -> bool:
        """Whether the person fills in the sheet alone."""
        form: Any = self.head.values.get(FORM)
        return isinstance(form, dict) and form.get("fylls i av") == ["brukare"]


def read_words(page: str) -> SheetWords:
    """Return the words of a worksheet's file."""
    head = read_front_matter(page)
    asked, guidance = list(_of_head(head)), list[Text]()
    for heading, texts in _parts(page):
        if heading == FOR_THE_PERSON:
            asked += texts
        elif heading != LINKS:
            guidance += texts
    return SheetWords(head, asked, list(_options(head)), guidance)


def fields_of(head: FrontMatter) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Yield every question of a form, columns too, with its place in the head."""
    form: Any = head.values.get(FORM)
    for number, section in enumerate(form.get("avsnitt", []) if isinstance(form, dict) else []):
        for place, field in enumerate(section.get("fält", [])):
            path = (FORM, "avsnitt", number, "fält", place)
            yield path, field
            for spot, column in enumerate(field.get("kolumner", [])):
                yield (*path, "kolumner", spot), column


def _of_head(head: FrontMatter) -> Iterator[Text]:
    form: Any = head.values.get(FORM)
    if not isinstance(form, dict):
        return
    yield from _said(head, head.values, (), ("ingress",))
    yield from _said(head, form, (FORM,), ("syfte",))
    for number, section in enumerate(form.get("avsnitt", [])):
        yield from _said(head, section, (FORM, "avsnitt", number), ("rubrik", "ingress"))
    for path, field in fields_of(head):
        yield from _said(head, field, path, ASKED)


def _said(
    head: FrontMatter, values: dict[str, Any], path: Place, keys: tuple[str, ...]
) -> Iterator[Text]:
    for key in keys:
        if values.get(key):
            yield Text(head.line_of((*path, key)), str(values[key]))


def _options(head: FrontMatter) -> Iterator[Text]:
    for path, field in fields_of(head):
        for number, option in enumerate(field.get("alternativ", [])):
            yield Text(head.line_of((*path, "alternativ", number)), str(option))


def _parts(page: str) -> Iterator[tuple[str, list[Text]]]:
    """Yield the body part by part: its heading, and its plain words."""
    body = body_of(page)
    line = page.count("\n") - body.count("\n") + 1
    for part in ("\n" + body).split("\n## "):
        heading = part.partition("\n")[0].strip()
        # The marker of the heading itself has gone with the split, and its line is no sentence.
        text = part.partition("\n")[2]
        yield heading, list(paragraphs(text, line + (1 if heading else 0)))
        line += part.count("\n") + (1 if heading else 0)
