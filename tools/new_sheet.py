"""A new worksheet's file, small and whole, for an editor to go on from.

Svenska: nytt blad. May import: the standard library. Run by `make new-sheet id=mitt-blad`.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHEETS = Path("docs", "arbetsblad")
ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")

SHEET = """---
title: {title}
ingress: Här skriver du om något som är viktigt för dig. Byt ut den här texten.
källor: [F2]
# Dagen då någon senast jämförde bladet med källorna.
kontrollerad: 2026-11-22
formulär:
  # Räkna upp när du ändrar frågor på ett blad som är i bruk.
  version: 1
  # 7 är kartläggning och planering. 8 är uppföljning och genomförande.
  flik: 7
  fas: [kartläggning]
  steg: [4]
  # kärna eller tillval
  nivå: tillval
  fylls i av: [brukare, cm]
  tid: 10–15 minuter
  syfte: Ger en bild av något som är viktigt.
  avsnitt:
    - rubrik: Så är det nu
      fält:
        # Byt aldrig id på en fråga som är i bruk.
        - id: viktigt
          typ: långtext
          rader: 3
          fråga: Vad är viktigt för dig?
          hjälp: Skriv med dina egna ord.
        - id: nojd
          typ: skala
          skala: nöjd
          fråga: Hur nöjd är du med hur det är nu?
  # Påhittade svar. De måste stämma med frågorna.
  exempel:
    svar:
      viktigt: Att hinna äta frukost i lugn och ro.
      nojd: "6"
---

{{{{ arbetsblad() }}}}

## Till dig som fyller i

Svara på det du vill. Hoppa över resten. Du kan ändra dig senare.

## Handledning för CM

Fråga om det som är viktigt i dag. Vänta in svaret.

## Gå vidare

- Läs mer: [Kartläggningen steg för steg](../flikar/2-komma-igang/kartlaggningen.md)
"""


class NewSheetError(Exception):
    """A file that cannot be made; the message is one Swedish sentence."""


def make_sheet(root: Path, sheet_id: str) -> Path:
    """Return the file of a new worksheet, written now.

    Raises:
        NewSheetError: When there is no id, when it cannot be an address, or when it is taken.
    """
    if not sheet_id:
        raise NewSheetError(
            "Skriv vilket id bladet ska ha, till exempel make new-sheet id=mitt-blad."
        )
    if not ID.fullmatch(sheet_id):
        raise NewSheetError(
            f"”{sheet_id}” kan inte vara ett id: använd små bokstäver a–z, siffror och"
            " bindestreck, till exempel make new-sheet id=mitt-blad."
        )
    file = root / SHEETS / f"{sheet_id}.md"
    if file.exists():
        raise NewSheetError(f"Bladet ”{sheet_id}” finns redan, så välj ett annat id.")
    title = sheet_id.replace("-", " ").capitalize()
    file.write_text(SHEET.format(title=title), encoding="utf-8")
    return file


def main() -> int:
    """Make the sheet that the command names and tell where it is."""
    try:
        file = make_sheet(ROOT, sys.argv[1] if len(sys.argv) > 1 else "")
    except NewSheetError as error:
        print(error)
        return 1
    print(f"Bladet finns i {file.relative_to(ROOT).as_posix()}. Öppna filen och byt ut frågorna.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
