"""What one key costs: in a sheet with many rows against the same sheet with one.

One key is all that the page's thread does because of it: the event, style, layout, paint, saving
(sealed, written, read back) and showing what the engine answers. It is the thread's own time
(`TaskDuration` in `threadTicks`) over the second and a half that begins with the key, less what the same
page does in that time when nobody types.
"""

import json
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import CDPSession, Page, expect

from tests.bench.stage import Stage, slow_down, wait_until
from tests.bench.table import Row
from tests.browser.sheets import (
    bring_in,
    cell,
    engine_ready,
    expect_state,
    open_sheet,
    rows,
    sheet_file,
    written_file,
)

SHEET, FIELD, COLUMN = "mina-kontakter", "personer", "namn"
# Every row is filled in as a person fills one in: words in each column.
CELLS = {
    "namn": "Gun Exempel {}",
    "relation": "familj",
    "organisation": "Boendestödet i Exempelköpings kommun",
    "telefon": "finns i Kims telefon",
    "nas_pa": "Sms, vardagar efter klockan 16",
    "bra_att_veta": "Ringer alltid tillbaka samma dag.",
    "aktiv": "ja",
}
MANY = 200
SETTLE_S = 1.5
KEYS, WARM_KEYS = 6, 3
BURST = "Kommer på tisdagar"
SAVE_STATE = "document.querySelector('[data-save-state]').dataset.saveState"
# Asks counted, so that no measurement ends while Python still thinks.
COUNT_ASKS = """() => {
  window.asks = 0;
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...more) {
    if (message?.name) {
      if (!this.counted) this.addEventListener("message", ({data}) => (window.asks -= "number" in data ? 1 : 0));
      this.counted = true;
      window.asks += 1;
    }
    return post.call(this, message, ...more);
  };
}"""
# A revision is on disk when the transaction that added it is complete.
WATCH_SAVING = """() => {
  let typed = 0;
  window.waits = [];
  addEventListener("input", (event) => (typed = event.timeStamp), true);
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = function (...given) {
    const last = typed;
    this.transaction.addEventListener("complete", () => {
      if (last && last === typed) window.waits.push(performance.now() - last);
    });
    return add.apply(this, given);
  };
}"""


@contextmanager
def sheet_with(stage: Stage, count: int) -> Iterator[tuple[Page, CDPSession]]:
    """The sheet open with so many filled rows, saved in a binder, Python ready, all quiet."""
    ids = [f"r{n:03}" for n in range(count)]
    answers = {f"{FIELD}/{i}/{c}": words.format(i) for i in ids for c, words in CELLS.items()}
    with stage.device() as context, tempfile.TemporaryDirectory() as folder:
        context.add_init_script(f"({COUNT_ASKS})()")
        page = stage.page_with_binder(context)
        engine_ready(open_sheet(page, stage.site, SHEET))
        content = sheet_file(SHEET, answers=answers, rows={FIELD: ids})
        bring_in(page, written_file(Path(folder), content))
        expect(rows(page, FIELD)).to_have_count(count)
        expect_state(page, "saved")
        line = cell(page, FIELD, count // 2, COLUMN)
        line.click()
        page.keyboard.press("End")
        time.sleep(SETTLE_S)
        yield page, context.new_cdp_session(page)


def thread_time(session: CDPSession) -> float:
    """How long the page's thread has worked since the measuring began, in milliseconds."""
    found = session.send("Performance.getMetrics")["metrics"]
    return 1000 * next(m["value"] for m in found if m["name"] == "TaskDuration")


def work_of(page: Page, session: CDPSession, key: str = "") -> float:
    """The thread's work over the time it takes for everything to settle, after a key or none."""
    before = thread_time(session)
    if key:
        page.keyboard.press(key)
    time.sleep(SETTLE_S)
    wait_until(page, "window.asks === 0")
    spent = thread_time(session) - before
    # Asked with one small question: a test's own way of looking litters the page, which then has to tidy up.
    assert page.evaluate(SAVE_STATE) == "saved"
    return spent


def key_work(page: Page, session: CDPSession) -> float:
    """The work of one key, in milliseconds: the mean of several, so that collecting rubbish counts."""
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    for _ in range(WARM_KEYS):
        work_of(page, session, "a")
    # What opening the sheet left behind is tidied up first, or it would be counted as a key's or as nobody's.
    session.send("HeapProfiler.collectGarbage")
    idle = statistics.median(work_of(page, session) for _ in range(3))
    return statistics.mean(work_of(page, session, "a") for _ in range(KEYS)) - idle


def longest_task(stage: Stage, page: Page, session: CDPSession) -> float:
    """The longest task while a person types, with a slow processor, in milliseconds."""
    slow_down(session)
    stage.browser.start_tracing(page=page, categories=["toplevel", "devtools.timeline"])
    page.keyboard.type(BURST, delay=180)
    time.sleep(SETTLE_S)
    trace = stage.browser.stop_tracing()
    slow_down(session, 1)
    return longest_in(trace)


def longest_in(trace: bytes) -> float:
    """The longest task of the page's own thread in a trace, by the thread's own clock."""
    events = json.loads(trace)["traceEvents"]
    mains = {
        (e["pid"], e["tid"])
        for e in events
        if e["name"] == "thread_name" and e["args"]["name"] == "CrRendererMain"
    }
    tasks = [
        e.get("tdur", e["dur"])
        for e in events
        if e["ph"] == "X"
        and e["name"] == "ThreadControllerImpl::RunTask"
        and (e["pid"], e["tid"]) in mains
    ]
    return max(tasks) / 1000


def waits(page: Page) -> float:
    """The median time from the last key until the words are durable, in milliseconds."""
    page.evaluate(WATCH_SAVING)
    for _ in range(KEYS):
        page.keyboard.press("o")
        page.wait_for_timeout(1000 * SETTLE_S)
    found = page.evaluate("window.waits")
    assert len(found) >= KEYS, found
    return statistics.median(found)


def measure(stage: Stage, runs: int) -> list[Row]:
    """The lines about typing."""
    few: list[float] = []
    many: list[float] = []
    tasks: list[float] = []
    saved: list[float] = []
    for _ in range(runs):
        with sheet_with(stage, 1) as (page, session):
            few.append(key_work(page, session))
        with sheet_with(stage, MANY) as (page, session):
            many.append(key_work(page, session))
            saved.append(waits(page))
            tasks.append(longest_task(stage, page, session))
    return [
        Row(f"En tangent, {MANY} rader mot 1", many, "ms", 1.5, few),
        Row(f"Längsta arbetet när man skriver, {MANY} rader, 4 × långsammare", tasks, "ms", 50),
        Row(f"Sista tangenten till säkert på disk, {MANY} rader", saved, "ms", 500),
    ]
