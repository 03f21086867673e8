"""Explanations put into the built pages: each word of the glossary, where it first stands on a page.

Svenska: förklarade ord. May import: glossary. The words are marked in the finished HTML, so that the search
index and the files made from the Markdown keep the plain text. A word is a button that opens its
note by the browser's own popover; `overrides/assets/js/frame/word-notes.js` adds hover and focus.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

from macros.glossary import LINK, Entry, Glossary

PAGES = ("flikar/", "information/")
ARTICLE = re.compile(r'(<article class="prose">)(.*)(</article>)', re.DOTALL)
PIECE = re.compile(r"<!--.*?-->|<[^>]+>|[^<]+", re.DOTALL)
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)([^>]*)>")
# Inside these a button has no place, or the word is a name there and not running text.
LEFT_ALONE = frozenset(
    [
        "a",
        "button",
        "caption",
        "code",
        "dfn",
        "dl",
        "dt",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "label",
        "legend",
        "nav",
        "pre",
        "script",
        "section",
        "style",
        "summary",
        "svg",
        "th",
    ]
)
OWN_LINES = ('class="band"', 'class="admonition-title"', 'class="report"')
"""Paragraphs of the frame: the band of the tab, the heading of a note, the line about mistakes."""


def explain_pages(site: Path, glossary: Glossary) -> None:
    """Mark the words of the glossary in every page of the manual."""
    for folder in PAGES:
        for file in sorted((site / folder).rglob("*.html")):
            page = file.read_text(encoding="utf-8")
            home = "../" * len(file.relative_to(site).parent.parts)
            file.write_text(explain(page, glossary, f"{home}ordlista/"), encoding="utf-8")


def explain(page: str, glossary: Glossary, address: str) -> str:
    """Return a page where each explained word, the first time it is said, opens its explanation."""
    found = ARTICLE.search(page)
    if not found:
        return page
    words = "".join(_with_notes(PIECE.findall(found[2]), glossary, address))
    return page[: found.start(2)] + words + page[found.end(2) :]


def _with_notes(pieces: Iterable[str], glossary: Glossary, address: str) -> Iterable[str]:
    """Yield the pieces of an article, with notes in its running text."""
    said: set[str] = set()
    closed_by: list[str] = []

    def note(found: re.Match[str]) -> str:
        entry = glossary.entry(found[0])
        if entry.id in said:
            return found[0]
        said.add(entry.id)
        return word_with_note(found[0], entry, address)

    for piece in pieces:
        tag = TAG.fullmatch(piece)
        if tag and _is_shut(tag, closed_by):
            _step(tag, closed_by)
        running = not closed_by and not piece.startswith("<")
        yield glossary.pattern.sub(note, piece) if running else piece


def _is_shut(tag: re.Match[str], closed_by: list[str]) -> bool:
    """Tell whether a tag begins or ends what is left alone, or stands within it by the same name."""
    _, name, attributes = tag.groups()
    if closed_by:
        return name == closed_by[-1]
    return name in LEFT_ALONE or (name == "p" and any(line in attributes for line in OWN_LINES))


def _step(tag: re.Match[str], closed_by: list[str]) -> None:
    if tag[1]:
        if closed_by:
            closed_by.pop()
    elif not tag[3].endswith("/"):
        closed_by.append(tag[2])


def word_with_note(word: str, entry: Entry, address: str) -> str:
    """Return a word as a button, with the note that it opens right after it."""
    head = " · ".join(entry.words)
    return (
        f'<button type="button" class="word" popovertarget="ord-{entry.id}">{word}</button>'
        f'<span class="word-note" id="ord-{entry.id}" popover role="note">'
        f'<strong class="word-note__head">{escape(head)}</strong> {_plain(entry.text)} '
        f'<a href="{address}#{entry.id}">Läs i ordlistan</a></span>'
    )


def _plain(text: str) -> str:
    """Return an explanation without links, its emphasis kept."""
    return re.sub(r"\*([^*]+)\*", r"<em>\1</em>", escape(LINK.sub(r"\1", text), quote=False))
