"""A built page's article as blocks for paper: headings, paragraphs, lists, tables, boxes, pictures.

Svenska: löptext. May import: article, process_maps, ract.export.pdf. An element that is not known here stops the
build, so that nothing on a page is left out of the book without a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from macros.article import HIDDEN, Element
from macros.drawings import CLASS as DRAWING
from macros.process_maps import CLASS, MAPS
from ract.document import LINE, MOST_COLUMNS, longest_words
from ract.export.pdf import column_widths

Run = dict[str, object]
"""Some words that look alike: `text`, and perhaps `bold`, `italic`, `to`, `url` or `anchor`."""
Block = dict[str, object]
"""One part of a page, from top to bottom, as the template `book.typ` draws it."""
Leads = Callable[[str], Run]
"""Where an address leads: in the book (`to`), out in the world (`url`), or nowhere on paper."""

PLAIN = {"span", "a", "dfn", "abbr", "button", "small", "time", "mark", "sub", "sup", "kbd", "q"}
"""Elements within a line whose words simply stand there."""
STYLES = {
    "strong": "bold",
    "b": "bold",
    "em": "italic",
    "i": "italic",
    "cite": "italic",
    "code": "",
}
INLINE = PLAIN | set(STYLES) | {"br", "wbr"}
FOLDING = {"div", "section", "figure", "aside"}
"""Elements that only hold others."""
UNSEEN = {"svg", "template", "script", "noscript", "hr", "nav", "h1"}
"""What a screen shows beside the words: icons, parts for scripts, lines, ways onward. The title is the chapter's."""
SCREEN_ONLY = {
    "band",
    "facts",
    "gist",
    "onward",
    "sources",
    "paper",
    "paper-foot",
    "report",
    "on-screen",
}
"""Parts of a page that the book sets in its own way, or that only lead around the screen."""
HEADINGS = {"h2": 1, "h3": 2, "h4": 3}
SVG_SIZE = re.compile(r'viewBox="[\d.]+ [\d.]+ ([\d.]+) ([\d.]+)"')
LINE_MM, TALLEST_MM, UNIT_MM = 166.0, 170.0, 0.26


class UnknownPartError(ValueError):
    """A page holds something that paper has no look for."""


class Prose:
    """Reads one page's article; it knows where the page lies and where its links lead."""

    def __init__(self, folder: Path, leads: Leads, anchors: Callable[[str], str]) -> None:
        self._folder = folder
        self._leads = leads
        self._anchors = anchors

    def blocks(self, parent: Element) -> list[Block]:
        """Return what stands in an element, block by block.

        Raises:
            UnknownPartError: When it holds an element that is not known.
        """
        found: list[Block] = []
        loose: list[Element | str] = []
        for child in parent.children:
            if isinstance(child, str) or child.tag in INLINE:
                loose.append(child)
                continue
            found += self._loose(loose)
            loose = []
            found += self._block(child)
        return found + self._loose(loose)

    def runs(self, parent: Element) -> list[Run]:
        """Return the words of an element, piece by piece, with single spaces."""
        return tidy(self._runs(parent, {}))

    def _loose(self, children: Sequence[Element | str]) -> list[Block]:
        """Return words that stand beside blocks, as in a list item, as a paragraph."""
        return self._paragraph(Element("p", {}, list(children)))

    def _block(self, element: Element) -> list[Block]:
        tag = element.tag
        if is_unseen(element):
            return []
        if tag in HEADINGS:
            return [{"block": "heading", "level": HEADINGS[tag], "runs": self._anchored(element)}]
        if tag in {"p", "figcaption", "caption"}:
            return self._paragraph(element)
        if tag in {"ul", "ol"}:
            return [self._list(element)]
        if tag == "dl":
            return [self._terms(element)]
        if tag == "table":
            return [self._table(element)]
        if CLASS in element.classes or DRAWING in element.classes:
            return [self._figure(element)]
        if tag in {"blockquote", "details"} or "admonition" in element.classes:
            return [self._box(element)]
        if tag in FOLDING:
            return self.blocks(element)
        raise UnknownPartError(f"elementet <{tag}>")

    def _paragraph(self, element: Element) -> list[Block]:
        runs = self.runs(element)
        pen = {"pen": True} if "pen" in element.classes else {}
        return [{"block": "paragraph", "runs": runs, **pen}] if runs else []

    def _anchored(self, element: Element) -> list[Run]:
        return self._anchor(element) + self.runs(element)

    def _anchor(self, element: Element) -> list[Run]:
        name = self._anchors(element.attributes.get("id", ""))
        return [{"anchor": name}] if name else []

    def _list(self, element: Element) -> Block:
        items = [self.blocks(item) for item in _only(element, {"li"})]
        start = int(element.attributes.get("start") or 1)
        return {"block": "list", "ordered": element.tag == "ol", "start": start, "items": items}

    def _terms(self, element: Element) -> Block:
        items: list[dict[str, object]] = []
        for part in _unfolded(element):
            if part.tag == "dt" and (not items or items[-1]["blocks"]):
                items.append({"runs": self.runs(part), "blocks": []})
            elif part.tag == "dt":
                items[-1]["runs"] = [*_list_of(items[-1]["runs"]), {"text": ", "}, *self.runs(part)]
            elif items:
                items[-1]["blocks"] = [*_list_of(items[-1]["blocks"]), *self.blocks(part)]
        return {"block": "terms", "items": items}

    def _table(self, element: Element) -> Block:
        caption = [self.runs(e) for e in element.elements() if e.tag == "caption"]
        rows = [row for row in element.all() if row.tag == "tr"]
        cells = [list(_only(row, {"th", "td"})) for row in rows]
        head = cells.pop(0) if cells and all(cell.tag == "th" for cell in cells[0]) else []
        width = len(head or cells[0])
        if any(len(row) != width for row in cells):
            raise UnknownPartError("en tabell vars rader är olika långa")
        words = [tuple(cell.words() for cell in row) for row in cells]
        header = tuple(cell.words() for cell in head) or ("",) * width
        return {
            "block": "table" if not head or fits_paper(header, words) else "records",
            "caption": caption[0] if caption else [],
            "header": [self.runs(cell) for cell in head],
            "rows": [[self._cell(cell) for cell in row] for row in cells],
            "widths": column_widths(header, words),
        }

    def _cell(self, cell: Element) -> list[Run]:
        runs: list[Run] = []
        for block in self.blocks(cell):
            if block["block"] not in {"paragraph", "list"}:
                raise UnknownPartError("en tabellruta med något annat än text och listor")
            for more in _lines_of(block):
                runs += [{"text": "\n"}, *more] if runs else more
        if cell.tag == "th":
            runs = [{**run, "bold": True} if "text" in run else run for run in runs]
        return runs

    def _figure(self, element: Element) -> Block:
        if name := element.attributes.get("data-map"):
            return _drawing(MAPS[name].svg(), MAPS[name].words, name)
        # The page's drawing follows the look of the screen; its file has the colours of paper.
        source = element.attributes["data-drawing"]
        words = next(e.attributes["aria-label"] for e in element.all() if e.tag == "svg")
        return _drawing((self._folder / source).read_text(encoding="utf-8"), words, source)

    def _box(self, element: Element) -> Block:
        children = list(element.children)
        titles = [e for e in element.elements() if _is_box_title(e)]
        rest = Element("div", {}, [child for child in children if child not in titles])
        kind = "warning" if {"warning", "danger"} & set(element.classes) else "box"
        title = self.runs(titles[0]) if titles else []
        return {"block": "box", "kind": kind, "title": title, "blocks": self.blocks(rest)}

    def _runs(self, parent: Element, look: Run) -> list[Run]:
        runs: list[Run] = []
        for child in parent.children:
            if isinstance(child, str):
                runs.append({**look, "text": child})
            elif is_unseen(child) or child.tag == "wbr":
                continue
            elif child.tag == "br":
                runs.append({"text": "\n"})
            elif child.tag in INLINE:
                runs += self._anchor(child) + self._inline(child, look)
            else:
                raise UnknownPartError(f"elementet <{child.tag}> mitt i en rad")
        return runs

    def _inline(self, child: Element, look: Run) -> list[Run]:
        style = STYLES.get(child.tag, "")
        inner = {**look, style: True} if style else dict(look)
        if child.tag == "a" and child.attributes.get("href"):
            inner.update(self._leads(child.attributes["href"]))
        if child.tag == "dfn":
            inner["bold"] = True
        return self._runs(child, inner)


def _drawing(svg: str, alt: str, name: str) -> Block:
    """Return a picture as wide as its letters want, and never taller than the page."""
    size = SVG_SIZE.search(svg)
    if size is None:
        raise UnknownPartError(f"bilden {name}, som inte säger hur stor den är (viewBox)")
    width, height = float(size[1]), float(size[2])
    shown = min(LINE_MM, width * UNIT_MM, TALLEST_MM * width / height)
    return {"block": "figure", "svg": svg, "alt": alt, "width": round(shown, 1)}


def fits_paper(header: tuple[str, ...], rows: Iterable[Sequence[str]]) -> bool:
    """Tell whether every word of a table has room on its column's line."""
    needed = sum(length + 3 for length in longest_words(header, rows))
    return len(header) <= MOST_COLUMNS and needed <= LINE


def is_unseen(element: Element) -> bool:
    """Tell whether an element is for the screen only."""
    return (
        element.tag in UNSEEN
        or bool(HIDDEN & set(element.attributes))
        or bool(SCREEN_ONLY & set(element.classes))
    )


def tidy(runs: Iterable[Run]) -> list[Run]:
    """Return runs with single spaces, none at either end or beside a line break."""
    tidied: list[Run] = []
    space = True
    for run in runs:
        words = run.get("text")
        if not isinstance(words, str):
            tidied.append(run)
            continue
        if words == "\n":
            space = True
        else:
            words = re.sub(r"[ \t\r\n]+", " ", words)
            words = words.lstrip(" ") if space else words
            space = words.endswith(" ") if words else space
        if words:
            tidied.append({**run, "text": words})
    return _trimmed(tidied)


def _trimmed(runs: list[Run]) -> list[Run]:
    """Return runs without white space at the end; runs that hold nothing are none."""
    for place in range(len(runs) - 1, -1, -1):
        words = runs[place].get("text")
        if isinstance(words, str):
            if words.rstrip():
                runs[place] = {**runs[place], "text": words.rstrip()}
                return runs
            del runs[place]
    return runs


def _is_box_title(element: Element) -> bool:
    return element.tag == "summary" or "admonition-title" in element.classes


def _only(parent: Element, tags: set[str]) -> Iterable[Element]:
    for child in parent.children:
        if isinstance(child, str):
            if child.strip():
                raise UnknownPartError(f"ord direkt i <{parent.tag}>")
        elif child.tag not in tags:
            raise UnknownPartError(f"elementet <{child.tag}> direkt i <{parent.tag}>")
        else:
            yield child


def _unfolded(element: Element) -> Iterable[Element]:
    for child in _only(element, {"div", "dt", "dd"}):
        if child.tag == "div":
            yield from _unfolded(child)
        else:
            yield child


def _list_of(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else []


def _lines_of(block: Block) -> Iterable[list[Run]]:
    """Yield the lines of a block in a table's square; each item of a list has its sign."""
    if block["block"] == "paragraph":
        yield block["runs"]  # type: ignore[misc]
        return
    for item in block["items"]:  # type: ignore[attr-defined]
        for number, inner in enumerate(item):
            for line in _lines_of(inner):
                yield [{"text": "• "}, *line] if number == 0 else line
