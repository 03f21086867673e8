"""One key costs the same in a sheet of two hundred rows as in one of a single row: counted, not timed."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.sheets import (
    TABLET,
    bring_in,
    cell,
    create_binder,
    engine_ready,
    expect_state,
    open_sheet,
    rows,
    sheet_file,
    stop_engine,
    written_file,
)

MANY = 200
# What the page's scripts visit and copy, wherever in them it is done.
COUNT = """() => {
  const work = (window.work = { visited: 0, copied: 0, changed: 0, read: 0, handed: 0 });
  for (const kind of [Document, DocumentFragment, Element]) {
    const query = kind.prototype.querySelectorAll;
    kind.prototype.querySelectorAll = function (selector) {
      const found = query.call(this, selector);
      work.visited += found.length;
      return found;
    };
  }
  const { keys } = Object;
  for (const [owner, name] of [[Object, "entries"], [Object, "fromEntries"], [JSON, "stringify"], [window, "structuredClone"]]) {
    const real = owner[name];
    owner[name] = (given, ...more) => {
      const made = real.call(owner, given, ...more);
      work.copied += typeof made === "string" ? made.length : keys(made).length;
      return made;
    };
  }
  for (const name of ["get", "getAll", "openCursor"]) {
    const real = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (...given) {
      if (this.name === "revisions") work.read += 1;
      return real.apply(this, given);
    };
  }
  // A text is one thing to hand over, however long; an object is as many as it holds.
  const held = (thing) =>
    Object(thing) !== thing || ArrayBuffer.isView(thing) ? 1 : keys(thing).reduce((sum, key) => sum + held(thing[key]), 0);
  for (const [kind, name] of [[ServiceWorker, "postMessage"], [BroadcastChannel, "postMessage"], [IDBObjectStore, "add"]]) {
    const real = kind.prototype[name];
    kind.prototype[name] = function (thing, ...more) {
      work.handed += thing?.ract === "alive" ? 0 : held(thing);
      return real.call(this, thing, ...more);
    };
  }
  new MutationObserver((records) => (work.changed += records.length)).observe(document, {
    subtree: true, childList: true, attributes: true, characterData: true,
  });
}"""
TYPE = """async (line) => {
  const before = { ...window.work };
  for (let n = 0; n < 10; n += 1) {
    line.value += "a";
    line.dispatchEvent(new InputEvent("input", { bubbles: true, data: "a" }));
  }
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return Object.fromEntries(["visited", "copied", "changed"].map((name) => [name, window.work[name] - before[name]]));
}"""
IS_DRAWN = """(rows) => rows.map((row) =>
  row.querySelector("[data-row-title]").checkVisibility({ contentVisibilityAuto: true }))"""
# Python that takes its time: each question is passed on a while after it was asked.
SLOW_PYTHON = """() => {
  const asked = new Set();
  window.python = { onTheirWay: () => asked.size, most: 0, last: "" };
  const { addEventListener, postMessage } = Worker.prototype;
  // A reply is counted before the page hears of it, which may ask anew at once.
  Worker.prototype.addEventListener = function (type, hear, ...more) {
    const counted = (event) => {
      asked.delete(event.data?.number);
      hear.call(this, event);
    };
    addEventListener.call(this, type, type === "message" ? counted : hear, ...more);
  };
  Worker.prototype.postMessage = function (message, ...more) {
    if (message?.name !== "check") return postMessage.call(this, message, ...more);
    asked.add(message.number);
    window.python.most = Math.max(window.python.most, asked.size);
    window.python.last = message.payload;
    setTimeout(() => postMessage.call(this, message, ...more), 900);
  };
}"""


@pytest.fixture
def device(new_context, watch):
    """A tablet where Python cannot start, so that only the page's own work is counted."""
    context = new_context(viewport={"width": TABLET[0], "height": TABLET[1]})
    stop_engine(context, watch)
    return context


def until(page, condition):
    """The condition holds in the page, or soon does; asked from outside, as the page's policy wants it."""
    for _ in range(200):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(100)
    pytest.fail(condition)


def with_rows(page, site, folder, count):
    """The sheet of goals with so many goals, all of it kept."""
    open_sheet(page, site, "mal")
    ids = [f"r{n:03}" for n in range(count)]
    answers = {f"mal/{row}/mal": f"Mål nummer {row}" for row in ids}
    bring_in(page, written_file(folder, sheet_file(answers=answers, rows={"mal": ids})))
    expect(rows(page, "mal")).to_have_count(count)
    return page


def work_of_keys(page, site, folder, count):
    """What ten quick keys in the last row make the page do."""
    with_rows(page, site, folder, count)
    expect_state(page, "memory")
    line = cell(page, "mal", count - 1, "mal")
    line.evaluate(TYPE.replace("window.work", "{}"))
    page.wait_for_timeout(1_000)
    page.evaluate(COUNT)
    return line.evaluate(TYPE)


def test_the_work_of_a_key_does_not_grow_with_the_rows(device, site, tmp_path):
    one = work_of_keys(device.new_page(), site, tmp_path, 1)
    many = work_of_keys(device.new_page(), site, tmp_path, MANY)
    assert one == many


def test_the_work_of_a_key_in_a_step_does_not_grow_with_the_rows(device, site, tmp_path):
    device.add_init_script("if (location.host) localStorage.setItem('ract-visning', 'steg')")
    one = work_of_keys(device.new_page(), site, tmp_path, 1)
    many = work_of_keys(device.new_page(), site, tmp_path, MANY)
    assert one == many


def test_a_save_changes_reads_and_hands_over_no_more(device, site, tmp_path):
    found = []
    page = device.new_page()
    create_binder(page, site)
    for count in (1, MANY):
        with_rows(page, site, tmp_path, count)
        expect_state(page, "saved")
        page.wait_for_timeout(1_000)
        page.evaluate(COUNT)
        cell(page, "mal", count - 1, "mal").press("a")
        until(page, "window.work.read > 0")
        page.wait_for_timeout(500)
        expect_state(page, "saved")
        work = page.evaluate("window.work")
        found.append(work)
    one, many = found
    # A message more or less may be on its way; what is done for each row would be done two hundred times.
    assert all(many[name] < one[name] + 10 for name in ("changed", "read", "handed"))


def test_a_key_in_a_line_lays_out_that_line_alone(device, browser, site, tmp_path):
    page = with_rows(device.new_page(), site, tmp_path, MANY)
    # The first key also takes away the words about the file that was read in.
    cell(page, "mal", 0, "mal").press("a")
    page.wait_for_timeout(1_000)
    browser.start_tracing(page=page, categories=["devtools.timeline"])
    page.keyboard.press("a")
    page.wait_for_timeout(100)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    layouts = [event["args"]["beginData"] for event in events if event["name"] == "Layout"]
    # The line, its inner box and its text; the whole sheet has over a thousand things to lay out.
    assert layouts
    assert max(one["totalObjects"] for one in layouts) < 10


def test_rows_out_of_sight_are_not_drawn(device, site, tmp_path):
    page = with_rows(device.new_page(), site, tmp_path, MANY)
    page.wait_for_timeout(500)
    assert rows(page, "mal").evaluate_all(IS_DRAWN).count(True) < MANY / 10


def test_a_row_out_of_sight_is_drawn_when_one_goes_to_it(device, site, tmp_path):
    page = with_rows(device.new_page(), site, tmp_path, MANY)
    cell(page, "mal", MANY - 1, "mal").focus()
    page.wait_for_timeout(500)
    assert rows(page, "mal").evaluate_all(IS_DRAWN)[-1]
    expect(cell(page, "mal", MANY - 1, "mal")).to_be_in_viewport()


def test_on_paper_every_row_is_drawn(device, site, tmp_path):
    page = with_rows(device.new_page(), site, tmp_path, MANY)
    page.emulate_media(media="print")
    page.wait_for_timeout(500)
    assert all(rows(page, "mal").evaluate_all(IS_DRAWN))


def test_python_is_asked_one_thing_at_a_time_and_always_about_the_last_words(context, site):
    context.add_init_script(f"({SLOW_PYTHON})()")
    page = engine_ready(open_sheet(context.new_page(), site, "mal"))
    line = cell(page, "mal", 0, "mal")
    for words in ("ett", "ett två", "ett två tre", "ett två tre fyra"):
        line.fill(words)
        page.wait_for_timeout(350)
    until(page, "window.python.onTheirWay() === 0 && window.python.last.includes('fyra')")
    assert page.evaluate("window.python.most") == 1
