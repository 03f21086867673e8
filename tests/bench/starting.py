"""How soon Python is ready in the browser, against nothing but `loadPyodide()` in a worker."""

import json
from pathlib import Path

from playwright.sync_api import BrowserContext

from tests.bench.stage import Stage, wait_until
from tests.bench.table import Row

SHEET = "mal"
BARE = "bara-python.html"
WORKER = """import { loadPyodide } from %s;
loadPyodide({ indexURL: %s }).then(() => self.postMessage("ready"));
"""
PAGE = """<!doctype html><html lang="sv"><meta charset="utf-8"><title>Bara Python</title>
<script type="module">
  document.documentElement.dataset.engine = "starting";
  const worker = new Worker("bara-python.js", { type: "module" });
  worker.onmessage = () => (document.documentElement.dataset.engine = "ready");
</script>
"""
WATCH = """() => {
  const moments = (window.moments = {});
  new MutationObserver(() => {
    const state = document.documentElement?.dataset.engine;
    if (state) moments[state] ??= performance.now();
  }).observe(document, {attributes: true, subtree: true, childList: true});
}"""


def write_bare(site: Path, root: str) -> None:
    """Nothing; the bare page stands beside our own."""
    manifest = json.loads((site / "runtime" / "manifest.json").read_text(encoding="utf-8"))
    home = json.dumps(f"{root}{manifest['pyodide']}")
    module = json.dumps(f"{root}{manifest['pyodide']}pyodide.mjs")
    (site / "bara-python.js").write_text(WORKER % (module, home), encoding="utf-8")
    (site / BARE).write_text(PAGE, encoding="utf-8")


def start(stage: Stage, context: BrowserContext, address: str) -> float:
    """Milliseconds from the start of Python until it is ready, in one visit."""
    page = context.new_page()
    page.goto(stage.site.url(address))
    wait_until(page, "Boolean(window.moments?.ready)")
    moments = page.evaluate("window.moments")
    page.close()
    return moments["ready"] - moments["starting"]


def visits(stage: Stage, address: str) -> tuple[float, float]:
    """How long a first and a second visit of one device took."""
    with stage.device() as context:
        context.add_init_script(f"({WATCH})()")
        return start(stage, context, address), start(stage, context, address)


def measure(stage: Stage, runs: int) -> list[Row]:
    """The lines about Python's start."""
    write_bare(stage.site.folder, stage.site.root)
    ours, bare = [], []
    for _ in range(runs):
        bare.append(visits(stage, BARE))
        ours.append(visits(stage, f"arbetsblad/{SHEET}/"))
    first, second = (list(each) for each in zip(*ours, strict=True))
    bare_first, bare_second = (list(each) for each in zip(*bare, strict=True))
    return [
        Row("Python redo, första besöket, mot bara loadPyodide", first, "ms", 1.15, bare_first),
        Row("Python redo, andra besöket, mot bara loadPyodide", second, "ms", 0.35, bare_second),
    ]
