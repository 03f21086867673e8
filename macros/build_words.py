"""What MkDocs says about a mistake, in an editor's words: file, line, what is wrong, what to do.

Svenska: byggets ord. May import: front_matter. Knows MkDocs' sentences as they are in the locked
version; one that it does not know is passed on as it is, behind two Swedish words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from macros.front_matter import FENCE, read_front_matter

SETTINGS = "mkdocs.yml"
HEADING = "Sajten kan inte byggas:"
_PAGE_LINK = r"Doc file '(?P<page>.+?)' contains an? (?:absolute |unrecognized relative )?link '(?P<link>.+?)', "
_HINT = r"(?: Did you mean '(?P<hint>.+)'\?)?"


def editor_lines(message: str, root: Path) -> Iterator[str]:
    """Yield the lines that one message of the build says to the editor of the project in a folder."""
    for pattern, tell in _SENTENCES:
        found = pattern.fullmatch(message.strip())
        if found:
            yield from tell(root, found)
            return
    said = [line for line in message.strip().splitlines() if line != HEADING]
    known = [line for line in said if re.match(r"docs/|mkdocs\.yml|\.runtime|Filen |Sidan ", line)]
    yield from known or [f"Bygget säger: {' '.join(said)}"]


def line_with(file: Path, words: str) -> int:
    """Return the first line of a file that holds some words, or 1."""
    if not file.is_file():
        return 1
    rows = file.read_text(encoding="utf-8", errors="replace").splitlines()
    return next((number for number, row in enumerate(rows, start=1) if words in row), 1)


def settings_lines(root: Path) -> list[str]:
    """Return the lines about a mkdocs.yml that cannot be read at all."""
    file = root / SETTINGS
    if not file.is_file():
        return [f"{SETTINGS} saknas. Lägg tillbaka filen."]
    text = file.read_text(encoding="utf-8", errors="replace")
    mistakes = read_front_matter(f"{FENCE}\n{text}\n{FENCE}\n").mistakes
    return [f"{SETTINGS} rad {one.number - 1}: {one.message}" for one in mistakes]


def unforeseen_line(error: Exception) -> str:
    """Return the line about a mistake that nobody has foreseen, with its place in the code."""
    trace, place = error.__traceback__, ""
    while trace:
        place = f"{Path(trace.tb_frame.f_code.co_filename).name} rad {trace.tb_lineno}"
        trace = trace.tb_next
    return (
        f"Bygget stannade av något oväntat: {type(error).__name__}: {error} ({place})."
        " Ta tillbaka den senaste ändringen. Hjälper det inte, visa raden för den som sköter koden."
    )


def _link(advice: str) -> Callable[[Path, re.Match[str]], Iterator[str]]:
    def tell(root: Path, found: re.Match[str]) -> Iterator[str]:
        page, link, hint = found["page"], found["link"], found.groupdict().get("hint")
        number = line_with(root / "docs" / page, f"({link}")
        end = f"Menade du ”{hint}”?" if hint else advice.partition("|")[2]
        yield f"docs/{page} rad {number}: Länken ”{link}” {advice.partition('|')[0]} {end}"

    return tell


def _missing_in_menu(root: Path, found: re.Match[str]) -> Iterator[str]:
    number = line_with(root / SETTINGS, found["link"])
    yield f"{SETTINGS} rad {number}: Sidan ”{found['link']}” finns inte i docs. Rätta namnet eller ta bort raden."


def _not_in_menu(_: Path, found: re.Match[str]) -> Iterator[str]:
    for page in re.findall(r"- (.+)", found["pages"]):
        yield f"docs/{page} rad 1: Sidan finns inte i menyn. Lägg till den i {SETTINGS}, under nav."


def _setting(root: Path, found: re.Match[str]) -> Iterator[str]:
    number = line_with(root / SETTINGS, f"{found['key']}:")
    yield (
        f"{SETTINGS} rad {number}: Inställningen ”{found['key']}” går inte att använda."
        f" Ta tillbaka ändringen. MkDocs säger: {found['said']}"
    )


def _unreadable_settings(root: Path, _: re.Match[str]) -> Iterator[str]:
    yield from settings_lines(root) or [f"{SETTINGS} går inte att läsa. Ta tillbaka ändringen."]


def _broken_page(_: Path, found: re.Match[str]) -> Iterator[str]:
    """Yield nothing when the reason follows in a message of its own."""
    if found["said"]:
        yield f"docs/{found['page']} rad 1: Sidan går inte att bygga. Bygget säger: {found['said']}"


_SENTENCES = tuple(
    (re.compile(sentence, re.DOTALL), tell)
    for sentence, tell in (
        (
            rf"{_PAGE_LINK}but the target.* is not found among documentation files\.{_HINT}",
            _link("leder till en fil som inte finns.|Rätta adressen eller ta bort länken."),
        ),
        (
            rf"{_PAGE_LINK}but (?:there is no such anchor|the doc '.+' does not contain).*",
            _link("leder till en rubrik som inte finns.|Se efter hur rubriken är skriven."),
        ),
        (
            rf"{_PAGE_LINK}it was left as is\.{_HINT}",
            _link(
                "går inte att följa.|Skriv vägen till filen från den här filen, till exempel ../om/kallor.md."
            ),
        ),
        (
            r"(?:A reference|An absolute path) to '(?P<link>.+)' is included in the 'nav' .*",
            _missing_in_menu,
        ),
        (
            r"The following pages exist .* not included in the \"nav\" configuration:(?P<pages>.+)",
            _not_in_menu,
        ),
        (r"Config value '(?P<key>.+?)': (?P<said>.+)", _setting),
        (r"MkDocs encountered an error parsing the configuration file.*", _unreadable_settings),
        (r"Config file '.+' does not exist\.", _unreadable_settings),
        (r"Error (?:building|reading) page '(?P<page>.+?)':(?P<said>.*)", _broken_page),
    )
)
