"""Days that the page reads without Python: as Python reads them."""

import json
from pathlib import Path

DAYS = json.loads((Path(__file__).parents[1] / "door" / "days.json").read_text("utf-8"))
READ = """async (written) => {
  const {readDay} = await import(new URL("../assets/js/shared/days.js", location.href));
  return written.map((words) => readDay(words));
}"""


def test_the_page_reads_days_as_python_does(context, bare):
    written = [words for words, _ in DAYS]
    read = bare(context).evaluate(READ, written)
    assert dict(zip(written, read, strict=True)) == dict(DAYS)
