"""What is written on a sheet, as plain data: always just what stands there, and never changed afterwards."""

import random

NAMES = ["drom", "mal/r1/mal", "mal/r2/mal", "__proto__", "constructor", "1", "dagar"]
VALUES = ["", "Bo nära havet", "x", "ja", ["mån", "tis"], []]
PLAY = """async (runs) => {
  const { Written } = await import(new URL("../assets/js/form/written.js", location.href));
  const { jsonText } = await import(new URL("../assets/js/shared/json-text.js", location.href));
  const sorted = (entries) => JSON.stringify([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
  const wrong = [];
  for (const steps of runs) {
    const written = new Written();
    let expected = new Map();
    const given = [];
    for (const [what, name, value] of steps) {
      if (what === "set") {
        written.set(name, value);
        if (value.length === 0) expected.delete(name);
        else expected.set(name, value);
      } else if (what === "take") {
        expected = new Map([[name, value]].filter(([, one]) => one.length > 0));
        written.take({ answers: Object.fromEntries(expected), rows: { mal: ["r1"] } });
      } else {
        const { answers } = written.raw();
        given.push([answers, sorted(expected)]);
        if (sorted(Object.entries(JSON.parse(jsonText(answers)))) !== sorted(expected)) wrong.push(["text", steps]);
      }
    }
    for (const [answers, then] of given) if (sorted(Object.entries(answers)) !== then) wrong.push(["data", steps]);
  }
  return wrong;
}"""


def runs(count: int, length: int):
    """So many sequences of things that are done to a sheet, the same each time."""
    chance = random.Random(1)
    done = ["set"] * 6 + ["take"] + ["raw"] * 4
    return [
        [[chance.choice(done), chance.choice(NAMES), chance.choice(VALUES)] for _ in range(length)]
        for _ in range(count)
    ]


def test_the_answers_as_plain_data_are_what_is_written_and_stay_as_they_were(context, bare):
    assert bare(context).evaluate(PLAY, runs(300, 30)) == []
