"""How soon a long sheet can be written in, against the same controls as bare HTML.

Fillable is when the controls are painted and, on our page, the form's scripts have taken them over:
what is typed from then on is saved, checked and worked out.
"""

from html import escape
from html.parser import HTMLParser
from pathlib import Path

from tests.bench.stage import Stage, slow_down, wait_until
from tests.bench.table import Row, several

SHEET = "livsomraden"
BARE = "bara-kontroller.html"
KEPT = ("name", "type", "value", "id", "for", "rows")
CONTROLS = ("input", "textarea", "select", "option", "label", "legend", "fieldset", "button", "p")
WATCH = """() => {
  const isAlive = () => {
    if (document.readyState === "loading") return false;
    const form = document.querySelector("form[data-worksheet]");
    return !form || !form.querySelector("[data-done]").closest("[hidden]");
  };
  const look = () => {
    if (!isAlive()) requestAnimationFrame(look);
    else requestAnimationFrame(() => setTimeout(() => (window.fillable = performance.now())));
  };
  requestAnimationFrame(look);
}"""


class Bare(HTMLParser):
    """The controls of a page's form with their words, and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.names: set[str] = set()
        self._form = self._template = False
        self._depth = 0

    def handle_starttag(self, tag, attrs) -> None:
        given = dict(attrs)
        if tag == "form":
            self._form = "data-worksheet" in given
        if tag == "template":
            self._template = True
        if not self._form or self._template or tag not in CONTROLS:
            return
        kept = "".join(f' {k}="{escape(given[k] or "")}"' for k in KEPT if k in given)
        self.parts.append(f"<{tag}{kept}>")
        self._depth += tag != "input"
        if "name" in given:
            self.names.add(given["name"])

    def handle_endtag(self, tag) -> None:
        if tag == "template":
            self._template = False
        elif self._form and not self._template and tag in CONTROLS and tag != "input":
            self.parts.append(f"</{tag}>")
            self._depth -= 1
        if tag == "form":
            self._form = False

    def handle_data(self, words) -> None:
        if self._form and not self._template and self._depth:
            self.parts.append(escape(words))


def write_bare(site: Path) -> int:
    """How many named controls the bare page has, now that it stands beside the sheet's own."""
    bare = Bare()
    bare.feed((site / "arbetsblad" / SHEET / "index.html").read_text(encoding="utf-8"))
    form = f"<form>{''.join(bare.parts)}</form>"
    head = '<!doctype html><html lang="sv"><meta charset="utf-8"><title>Bara kontroller</title>'
    (site / BARE).write_text(head + form, encoding="utf-8")
    return len(bare.names)


def fillable(stage: Stage, address: str) -> float:
    """Milliseconds from the start of a first visit until the page can be written in."""
    with stage.device() as context:
        context.add_init_script(f"({WATCH})()")
        page = context.new_page()
        slow_down(context.new_cdp_session(page))
        page.goto(stage.site.url(address), wait_until="commit")
        wait_until(page, "Boolean(window.fillable)")
        return page.evaluate("window.fillable")


def measure(stage: Stage, runs: int) -> list[Row]:
    """The line about a long sheet."""
    count = write_bare(stage.site.folder)
    ours = several(lambda: fillable(stage, f"arbetsblad/{SHEET}/"), runs)
    bare = several(lambda: fillable(stage, BARE), runs)
    what = f"Blad med {count} fält går att fylla i, 4 × långsammare, mot ren HTML"
    return [Row(what, ours, "ms", 2, bare)]
