"""A worksheet page as a person uses it: opened, filled in, saved, read again."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

WRITE = """(form, answers) => {
  for (const [name, value] of Object.entries(answers)) {
    for (const control of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (control.type === "hidden") continue;
      const isPicked = control.type === "radio" || control.type === "checkbox";
      if (isPicked) control.checked = [value].flat().includes(control.value);
      else control.value = value;
      control.dispatchEvent(new InputEvent("input", { bubbles: true }));
      control.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
}"""
# The rows on the way to a button get their real heights when it is scrolled to: a pointer may miss it meanwhile.
PRESS = "button => button.click()"
SAVE_MS = 15_000


@dataclass(frozen=True)
class Example:
    """What a sheet's own invented example answers, as flat control names."""

    worksheet: str
    answers: Mapping[str, str | list[str]]
    rows: Mapping[str, list[str]]

    @classmethod
    def of(cls, definition: Mapping) -> "Example":
        example = definition["formulär"]["exempel"]
        return cls(definition["id"], example["svar"], example.get("rader", {}))

    def texts(self) -> Iterator[str]:
        """Every answer that a person writes with their own words or picks."""
        for name, value in self.answers.items():
            if not name.endswith("/rad"):
                yield from [value] if isinstance(value, str) else value


class Sheet:
    """One open worksheet page; row ids of an example are turned into those of the page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.form = page.locator("form[data-worksheet]")
        self._rows: dict[tuple[str, str], str] = {}

    def fill(self, example: Example) -> None:
        """Answer every question as the example does."""
        for field, row_ids in example.rows.items():
            self._add_rows(field, row_ids)
        for name, value in example.answers.items():
            if not name.endswith("/rad"):
                self.answer(self._own_name(name), value)

    def fill_at_once(self, example: Example) -> None:
        """Answer every question as the example does, by script: quicker than by hand."""
        for field, row_ids in example.rows.items():
            self._add_rows(field, row_ids, press=lambda button: button.evaluate(PRESS))
        self.form.evaluate(WRITE, self.expected(example))

    def answer(self, name: str, value: str | list[str]) -> None:
        """Answer one question, whatever sort of control it has."""
        controls = self.controls(name)
        first = controls.first
        sort = first.evaluate("e => e.type || e.tagName.toLowerCase()")
        if sort == "hidden":
            return
        if sort in ("radio", "checkbox"):
            for one in [value] if isinstance(value, str) else value:
                option = self.page.locator(f'[name="{name}"][value="{one}"]')
                self.form.locator("label").filter(has=option).click()
        elif sort == "select-one":
            first.select_option(str(value))
        else:
            first.fill(str(value))

    def controls(self, name: str) -> Locator:
        """The controls with a name."""
        return self.form.locator(f'[name="{name}"]')

    def read(self) -> dict[str, str | list[str]]:
        """What stands in the form now, by control name; blank controls are left out."""
        return self.form.evaluate(
            """form => {
              const found = {};
              for (const control of form.elements) {
                const { name, type, value } = control;
                if (!name || value === "") continue;
                if (type === "checkbox") { if (control.checked) (found[name] ??= []).push(value); }
                else if (type !== "radio" || control.checked) found[name] = value;
              }
              return found;
            }"""
        )

    def expected(self, example: Example) -> dict[str, str | list[str]]:
        """What `read` gives when the sheet holds the example."""
        return {
            self._own_name(name): value
            for name, value in example.answers.items()
            if value and not name.endswith("/rad")
        }

    def state(self) -> Locator:
        """The element that tells whether the sheet is saved."""
        return self.form.locator("[data-save-state]")

    def wait_until(self, state: str) -> None:
        """Wait for a save state."""
        expect(self.state()).to_have_attribute("data-save-state", state, timeout=SAVE_MS)

    def row_ids(self, field: str) -> list[str]:
        """The ids of the rows of a field, in order."""
        rows = self.form.locator(f'[data-rows="{field}"] [data-row]')
        return [rows.nth(n).get_attribute("data-row") or "" for n in range(rows.count())]

    def adopt(self, example: Example) -> None:
        """Take the rows that are there for the example's, in order."""
        for field, row_ids in example.rows.items():
            self._rows |= {
                (field, theirs): ours
                for theirs, ours in zip(row_ids, self._free_rows(field, row_ids), strict=True)
            }

    def _free_rows(self, field: str, row_ids: list[str]) -> list[str]:
        """The page's rows in the example's order: fixed rows keep their names."""
        there = self.row_ids(field)
        loose = iter([row for row in there if row not in row_ids])
        return [row if row in there else next(loose) for row in row_ids]

    def _add_rows(
        self, field: str, row_ids: list[str], press: Callable[[Locator], None] = Locator.click
    ) -> None:
        missing = [row for row in row_ids if row not in self.row_ids(field)]
        add = self.form.locator(f'[data-add-row="{field}"]')
        loose = [row for row in self.row_ids(field) if row not in row_ids]
        rows = self.form.locator(f'[data-rows="{field}"] [data-row]')
        for _ in range(len(missing) - len(loose)):
            count = rows.count()
            press(add)
            expect(rows).to_have_count(count + 1)
        for theirs, ours in zip(row_ids, self._free_rows(field, row_ids), strict=True):
            self._rows[field, theirs] = ours

    def _own_name(self, name: str) -> str:
        match = re.fullmatch(r"([^/]+)/([^/]+)/(.+)", name)
        if not match or (match[1], match[2]) not in self._rows:
            return name
        return f"{match[1]}/{self._rows[match[1], match[2]]}/{match[3]}"
