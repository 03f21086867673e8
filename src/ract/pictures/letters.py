"""How wide words become in our typeface, so that no word in a picture meets another.

Svenska: bokstavsbredd. May import: model. Measured on Atkinson Hyperlegible Next, in hundredths
of the letter size; a letter that the table lacks counts as wide.
"""

from __future__ import annotations

from ract.model import clean

_WIDTHS = {
    24: " '`|!.,:;¡´·’‘",
    26: "ijlIìíîïīįıĺļÌÍÎÏĪĮİ",
    36: '()[]{}frt°-¨ľłţťŕř/\\_"”“',
    46: "cxvzyskżźžýÿśşščçćċķ*?1",
    53: "aeLuàáâãäåāăąèéêëùúûüēėęěĹĻĽūůűų7J§×–",
    56: "bdghnopqTFE2<>^~ñòóôõöøħńņňőðđğġģŢŤ«»",
    60: "3569PSVYBR4+$ÈÉÊËÝþĒĖĘĚŁŶŸÞßŚŞŠŔŘŹŻŽZ=÷£",
    64: "8X0CAKÀÁÂÃÄÅĀĂĄďĶÇĆĊČ#",
    71: "DGHNUOQwŵĎÐÑÙÚÛÜĐĞĠĢĦŃŅŇŪŮŰŲÒÓÔÕÖØŐ…&",
    90: "mMWŴÆæœ@%©®—",
}
_OF_LETTER = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
UNKNOWN = 110
BOLD = 1.12
MARGIN = 1.04
"""Screens round each letter their own way."""
ELLIPSIS = "…"


def text_width(words: str, size: float, *, bold: bool = False) -> float:
    """Return at most how wide a line of words becomes."""
    hundredths = sum(_OF_LETTER.get(letter, UNKNOWN) for letter in words)
    return hundredths / 100 * size * MARGIN * (BOLD if bold else 1.0)


def wrap(words: str, size: float, width: float, *, most: int = 8, bold: bool = False) -> list[str]:
    """Return words as lines that fit a width; what goes beyond `most` lines ends in `…`.

    >>> wrap("Kör och sedan fika hos Noor", 14, 100)
    ['Kör och', 'sedan fika', 'hos Noor']
    """
    lines: list[str] = []
    line = ""
    for word in clean(words).split():
        for piece in _pieces(word, size, width, bold=bold):
            longer = f"{line} {piece}".strip()
            if line and text_width(longer, size, bold=bold) > width:
                lines.append(line)
                line = piece
            else:
                line = longer
        if len(lines) > most:
            break
    lines.extend([line] if line else [])
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and text_width(last + ELLIPSIS, size, bold=bold) > width:
        last = last[:-1]
    return [*lines[: most - 1], last + ELLIPSIS]


def _pieces(word: str, size: float, width: float, *, bold: bool) -> list[str]:
    """Return a word whole, or in pieces that each fit the width."""
    if text_width(word, size, bold=bold) <= width:
        return [word]
    pieces = [""]
    for letter in word:
        if pieces[-1] and text_width(pieces[-1] + letter, size, bold=bold) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces
