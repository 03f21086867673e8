"""The numbers that keep what is written safe, read from the browser's own code, as words for a page.

Svenska: inställningar. May import: MkDocs' PluginError. What the page on privacy tells must be what
the code does: the numbers stand in one place, and a number that is not found stops the build.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

SCRIPTS = Path("overrides")
MANUAL_LOCK = "Pärmen låses när du trycker på Lås. Den låser sig inte av sig själv."
MILLISECONDS, KIBIBYTES, BYTES_PER_MB = 1_000, 1_024, 1_000_000


def spaced(number: int) -> str:
    """Return a number as Swedes write it.

    >>> spaced(600000)
    '600 000'
    """
    return f"{number:,}".replace(",", " ")


def seconds(milliseconds: int) -> str:
    """Return a time in seconds.

    >>> seconds(300), seconds(5000)
    ('0,3 sekunder', '5 sekunder')
    """
    value = f"{milliseconds / MILLISECONDS:g}".replace(".", ",")
    return f"{value} sekunder"


def minutes(milliseconds: int) -> str:
    """Return a time in minutes.

    >>> minutes(300000)
    '5 minuter'
    """
    return f"{milliseconds / MILLISECONDS / 60:g} minuter".replace(".", ",")


@dataclass(frozen=True, slots=True)
class Setting:
    """One number in the code: what it means, where it stands, and how it is told."""

    about: str
    pattern: str
    words: Callable[[int], str] = spaced


SETTINGS = (
    Setting("Kortaste lösenfras", r"SHORTEST = ([\d_]+);", lambda n: f"{n} tecken"),
    Setting(
        "Pärmens lås: minne för varje försök (Argon2id)",
        r"ARGON2_CHOICES = [^;]*?memory: ([\d_]+)",
        lambda n: f"{n // KIBIBYTES} MiB",
    ),
    Setting("Pärmens lås: varv (Argon2id)", r"ARGON2_CHOICES = [^;]*?passes: ([\d_]+)"),
    Setting(
        "Pärmens lås i en webbläsare utan WebAssembly: varv (PBKDF2-SHA-256)",
        r"PBKDF2_ROUNDS = ([\d_]+);",
    ),
    Setting(
        "Säkerhetskopians lås (scrypt, r = 8, p = 1)",
        r"WORK_FACTOR = ([\d_]+);",
        lambda n: f"N = 2 upphöjt till {n}",
    ),
    Setting("Det som skrivs börjar sparas inom", r"export const PAUSE_MS = ([\d_]+);", seconds),
    Setting("Öppen pärm glöms efter sista sidan", r"FORGET_AFTER_MS = ([\d_]+);", seconds),
    Setting("Senaste versioner av varje blad", r"export const KEPT_REVISIONS = ([\d_]+);"),
    Setting(
        "Största arbetsblad som läses in",
        r"MOST_BYTES = ([\d_]+);",
        lambda n: f"{n // BYTES_PER_MB} MB",
    ),
    Setting(
        "Största säkerhetskopia som läses in",
        r"MOST_BACKUP_BYTES = ([\d_]+);",
        lambda n: f"{n // BYTES_PER_MB} MB",
    ),
)
IDLE, HIDDEN = r"\bIDLE_MS: ([\d_]+)", r"\bHIDDEN_MS: ([\d_]+)"


def define_settings(env: Any, root: Path) -> None:
    """Give the pages `installningar()`, a table, and `automatiskt_las()`, a sentence."""
    code = read_code(root)

    @env.macro  # type: ignore[untyped-decorator]
    def installningar() -> str:
        return settings_table(code)

    @env.macro  # type: ignore[untyped-decorator]
    def automatiskt_las() -> str:
        return lock_sentence(code)


def read_code(root: Path) -> str:
    """Return all scripts of the site as one text."""
    files = sorted((root / SCRIPTS).rglob("*.js"))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def find_number(code: str, pattern: str) -> int | None:
    """Return the number that a pattern finds, or None."""
    found = re.search(pattern, code)
    return int(found[1].replace("_", "")) if found else None


def told(code: str, setting: Setting) -> str:
    """Return a setting in words; a number that is gone from the code stops the build."""
    number = find_number(code, setting.pattern)
    if number is None:
        raise PluginError(
            f"Inställningen ”{setting.about}” finns inte i koden längre. Rätta macros/settings.py."
        )
    return setting.words(number)


def settings_table(code: str) -> str:
    """Return the table of settings as HTML."""
    rows = "".join(
        f'<tr><th scope="row">{escape(setting.about)}</th><td>{escape(told(code, setting))}</td></tr>'
        for setting in SETTINGS
    )
    return (
        "<table><caption>Så är programmet inställt</caption><thead><tr>"
        '<th scope="col">Vad</th><th scope="col">Hur</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def lock_sentence(code: str) -> str:
    """Return when a binder locks by itself, or that it does not."""
    idle, hidden = find_number(code, IDLE), find_number(code, HIDDEN)
    if idle is None or hidden is None:
        return MANUAL_LOCK
    return (
        f"Pärmen låser sig av sig själv när ingen har rört sidan på {minutes(idle)}, "
        f"eller när ingen sida har synts på {minutes(hidden)}. Inget går förlorat av det."
    )
