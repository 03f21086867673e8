"""`make bench`: what the promises about speed come to on this machine, as one table.

Every figure is the median of several runs, and every ratio has both its sides from the same run:
what another machine takes says nothing here. Single parts: `python -m tests.bench tangent --runs 7`.
"""

import argparse
import sys

from tests.bench import building, filling, keys, papers, starting, weight
from tests.bench.stage import stage
from tests.bench.table import table

PARTS = {
    "tangent": keys.measure,
    "fyllas": filling.measure,
    "python": starting.measure,
    "besok": weight.measure,
    "pdf": papers.measure,
    "bygge": building.measure,
}
FOOT = f"""
Medianer av {{runs}} omgångar, med minst–mest inom parentes. Allt mäts i samma körning, i samma webbläsare, på den här datorn.
En tangent: allt sidans tråd gör för en tangent tills sidan är ritad, bladet är sparat på disk och tillbakaläst
och svaret från Python visas, också skräpsamling. Medel av {keys.KEYS} tangenter i ett blad med ifyllda rader och öppen pärm,
trådens egen tid, minus vad sidan gör när ingen skriver.
Längsta arbetet: den längsta uppgiften i sidans tråd medan någon skriver, trådens egen tid.
Går att fylla i: kontrollerna är ritade och bladets skript har tagit över dem.
Inte med här: SurveyJS, Form.io och LHC-Forms (de hör inte till det som installeras), och sökningen.
"""


def main() -> int:
    """Print the table; the answer is 1 when a limit is broken."""
    parser = argparse.ArgumentParser(
        prog="make bench", description="Mäter hur snabb sajten är och skriver en tabell."
    )
    known = ", ".join(PARTS)
    parser.add_argument("parts", nargs="*", metavar="del", help=f"bara dessa: {known}")
    parser.add_argument("--runs", type=int, default=5, help="hur många omgångar")
    asked = parser.parse_args()
    if unknown := set(asked.parts) - set(PARTS):
        parser.error(
            f"det finns ingen del som heter {', '.join(sorted(unknown))}; det finns {known}"
        )
    with stage() as ready:
        rows = [row for part in asked.parts or PARTS for row in PARTS[part](ready, asked.runs)]
    print(table(rows))
    print(FOOT.format(runs=asked.runs))
    return 0 if all(row.keeps for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
