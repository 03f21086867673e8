"""A drawing as SVG text: for paper with its looks written out, for the page with class names.

Svenska: SVG. May import: pictures.drawing. The words go through escaping; nothing else is text.
"""

from __future__ import annotations

from collections.abc import Iterator

from ract.pictures.drawing import Drawing, Shape

INK, QUIET, FAINT, PAPER, MAIN = "#1d1a16", "#565047", "#cfc8bb", "#ffffff", "#1d5560"
NARROW = 500
"""A picture that is not as wide as this has room on a phone."""
FONT = "Atkinson Hyperlegible Next"
_WORDS = {"fill": INK, "font-family": FONT}
_HALO = {"stroke": PAPER, "stroke-width": "5", "stroke-linejoin": "round", "paint-order": "stroke"}
_LINE = {"fill": "none", "stroke-linecap": "round", "stroke-linejoin": "round"}

STYLES: dict[str, dict[str, str]] = {
    "group": {},
    "head": {**_WORDS, **_HALO, "fill": QUIET, "font-weight": "700"},
    "me": {**_WORDS, "fill": MAIN, "font-weight": "700"},
    "name": {**_WORDS, **_HALO},
    "word": {**_WORDS},
    "small": {**_WORDS, **_HALO, "fill": QUIET},
    "ring": {**_LINE, "stroke": FAINT, "stroke-width": "1"},
    "rim": {**_LINE, "stroke": QUIET, "stroke-width": "1.5"},
    "spoke": {**_LINE, "stroke": FAINT, "stroke-width": "1.5"},
    "centre": {"fill": PAPER, "stroke": MAIN, "stroke-width": "2"},
    "leader": {**_LINE, "stroke": QUIET, "stroke-width": "1"},
    "grid": {**_LINE, "stroke": FAINT, "stroke-width": "1"},
    "mark": {"fill": MAIN, "stroke": MAIN, "stroke-width": "1.5", "stroke-linejoin": "round"},
    "mark-open": {"fill": PAPER, "stroke": MAIN, "stroke-width": "2", "stroke-linejoin": "round"},
    "curve": {**_LINE, "stroke": MAIN, "stroke-width": "2.5"},
    "curve-2": {**_LINE, "stroke": MAIN, "stroke-width": "2.5", "stroke-dasharray": "9 5"},
    "curve-3": {**_LINE, "stroke": MAIN, "stroke-width": "2.5", "stroke-dasharray": "2 6"},
    "curve-4": {**_LINE, "stroke": QUIET, "stroke-width": "1.5"},
    "hit": {"fill": "none"},
}
"""How each style looks on paper; `pictures.css` says the same for the screen."""


def escape(words: str) -> str:
    """Return words that can stand in SVG.

    >>> escape('<b> & "c"')
    '&lt;b&gt; &amp; &quot;c&quot;'
    """
    for sign, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        words = words.replace(sign, name)
    return words


def write_svg(drawing: Drawing) -> str:
    """Return a drawing as a file of SVG with its looks, for paper."""
    width, height = drawing.size
    inner = "".join(_element(shape, on_paper=True) for shape in drawing.shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{drawing.view_box()}"'
        f' width="{round(width)}" height="{round(height)}">{inner}</svg>'
    )


def write_inline_svg(drawing: Drawing) -> str:
    """Return a drawing as SVG inside a page, whose looks are the page's CSS."""
    inner = "".join(_element(shape, on_paper=False) for shape in drawing.shapes)
    narrow = " picture__svg--narrow" if drawing.size[0] < NARROW else ""
    return (
        f'<svg class="picture__svg{narrow}" viewBox="{drawing.view_box()}" role="img"'
        f' aria-label="{escape(drawing.alt)}">{inner}</svg>'
    )


def _element(shape: Shape, *, on_paper: bool) -> str:
    written = " ".join(
        f'{name}="{escape(value)}"' for name, value in _attributes(shape, on_paper=on_paper)
    )
    inner = escape(shape.words) + "".join(_element(s, on_paper=on_paper) for s in shape.shapes)
    return f"<{shape.tag} {written}>{inner}</{shape.tag}>"


def _attributes(shape: Shape, *, on_paper: bool) -> Iterator[tuple[str, str]]:
    yield from shape.attributes().items()
    if on_paper:
        yield from STYLES[shape.style].items()
    else:
        yield "class", f"pic-{shape.style}"
