"""The page that a preview shows instead of the site while something is to be mended.

Svenska: felsidan. May import: the standard library. It needs nothing of the site, which may not exist.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

_PLACE = re.compile(r"(?P<place>\S+ rad \d+): (?P<words>.+)", re.DOTALL)
_PAGE = """<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'">
<meta name="viewport" content="width=device-width">
<title>{count} att rätta</title>
<style>
body {{ margin: 0; background: #fbf8f1; color: #22201c; font: 18px/1.5 system-ui, sans-serif; }}
main {{ max-width: 44rem; margin: 0 auto; padding: 2.5rem 1.25rem; }}
h1 {{ font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }}
ol {{ list-style: none; margin: 2rem 0; padding: 0; }}
li {{ border-left: 4px solid #9d2f1f; padding: .1rem 0 .1rem 1rem; margin: 0 0 1.5rem; overflow-wrap: anywhere; }}
strong {{ display: block; }}
@media (prefers-color-scheme: dark) {{ body {{ background: #1c1b19; color: #f1ede4; }} li {{ border-color: #f0907c; }} }}
</style>
</head>
<body>
<main>
<h1>{heading}</h1>
<p>Rätta i filen och spara. Sedan visas sidan av sig själv. Sajten som är publicerad påverkas inte.</p>
<ol>
{items}
</ol>
</main>
</body>
</html>
"""


def mistake_page(lines: Sequence[str]) -> str:
    """Return a whole page that says each line: the place on a row of its own, then what is wrong."""
    count = "En sak" if len(lines) == 1 else f"{len(lines)} saker"
    heading = f"{count} att rätta innan sajten kan visas"
    return _PAGE.format(count=count, heading=heading, items="\n".join(map(_item, lines)))


def _item(line: str) -> str:
    found = _PLACE.fullmatch(line)
    if not found:
        return f"<li>{escape(line)}</li>"
    return f"<li><strong>{escape(found['place'])}</strong> {escape(found['words'])}</li>"
