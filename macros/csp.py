"""Each page's content security policy: what the browser may do there, and with whom it may speak.

Svenska: innehållsskydd. May import: MkDocs' PluginError. The policy is that of a page that speaks
to nobody: its own files, the inline scripts and styles that were there when it was built, no more.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

from mkdocs.exceptions import PluginError

# Only these start the engine or turn a passphrase into a key, which both need WebAssembly.
WASM_PAGES = re.compile(r"(arbetsblad/[^/]+|parmar|min-plan)/index\.html")
CHARSET = re.compile(r"<meta charset=[\"']?utf-8[\"']?\s*/?>", re.IGNORECASE)
NO_REFERRER = '<meta name="referrer" content="no-referrer">'
EXECUTABLE_TYPES = {"", "module", "text/javascript", "application/javascript", "importmap"}


@dataclass(slots=True)
class Inline:
    """What a page carries inside itself: scripts and styles, and what no hash can allow."""

    scripts: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


class InlineReader(HTMLParser):
    """Collects inline scripts, inline styles and forbidden attributes while reading a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Inline()
        self._target: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note forbidden attributes, and begin to collect a script or style."""
        values = {name: value or "" for name, value in attrs}
        for name in values:
            if name == "style" or name.startswith("on"):
                self.found.faults.append(f"{name}= på <{tag}> (rad {self.getpos()[0]})")
        if tag == "style":
            self._begin(self.found.styles)
        elif tag == "script" and "src" not in values:
            kind = values.get("type", "").strip().lower()
            if kind in EXECUTABLE_TYPES:
                self._begin(self.found.scripts)

    def _begin(self, target: list[str]) -> None:
        self._target = target
        target.append("")

    def handle_data(self, data: str) -> None:
        """Add text to the script or style that is being collected."""
        if self._target is not None:
            self._target[-1] += data

    def handle_endtag(self, tag: str) -> None:
        """End the script or style that was collected."""
        if tag in {"script", "style"}:
            self._target = None


@lru_cache(maxsize=256)
def read_inline(html: str) -> Inline:
    """Return the inline scripts, inline styles and forbidden attributes of a page.

    What was read is kept, so that `mkdocs serve` reads only the pages that changed.
    """
    reader = InlineReader()
    reader.feed(html)
    reader.close()
    return reader.found


def source(text: str) -> str:
    """Return how a policy names one inline script or style.

    >>> source("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def sources(texts: list[str]) -> list[str]:
    """Return the hashes of several inline texts, each once, in a fixed order."""
    return sorted({source(text) for text in texts})


def policy(inline: Inline, *, wasm: bool, preview: bool = False) -> str:
    """Return the policy of one page.

    In a preview `mkdocs serve` adds a script of its own to every page, new each time, which no hash
    can foresee; so there, and only there, inline scripts run. Nothing may reach out there either.
    """
    scripts = ["'unsafe-inline'"] if preview else sources(inline.scripts)
    rules = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *(["'wasm-unsafe-eval'"] if wasm else []), *scripts],
        "style-src": ["'self'", *sources(inline.styles)],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'", "blob:"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "object-src": ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(values)}" for name, values in rules.items())


def protect(html: str, page: str, *, preview: bool = False) -> str:
    """Return a page with its policy in place, right after the character set.

    A policy only governs what comes after it, so it must stand before the first script.
    """
    inline = read_inline(html)
    if inline.faults:
        raise PluginError(
            f"Sidan {page} har {inline.faults[0]}. Webbläsaren får inte köra det: "
            "flytta stilen till en CSS-fil och händelsen till ett skript."
        )
    charset = CHARSET.search(html)
    if charset is None:
        raise PluginError(f'Sidan {page} saknar <meta charset="utf-8">.')
    rules = policy(inline, wasm=WASM_PAGES.fullmatch(page) is not None, preview=preview)
    tags = f'<meta http-equiv="Content-Security-Policy" content="{rules}">'
    if NO_REFERRER not in html:
        tags += NO_REFERRER
    return html[: charset.end()] + tags + html[charset.end() :]


def protect_pages(site: Path, *, preview: bool = False) -> None:
    """Give every page of the built site its policy."""
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix()
        html = protect(path.read_text(encoding="utf-8"), page, preview=preview)
        path.write_text(html, encoding="utf-8")
