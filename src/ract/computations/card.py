"""The pocket card: whom to call and when the next meeting is, from the register of people.

Svenska: kontaktkort. May import: computations.reading, computations.meetings, fields.
"""

from __future__ import annotations

from ract.computations.meetings import shown_next_meeting
from ract.computations.reading import Place, Reader
from ract.fields.reference import Reference

COORDINATOR = "VSS/CM"
NO_LONGER = "nej"


def contact_card(reader: Reader) -> list[str]:
    """Return the lines of the card; what nobody has written is left out."""
    people = reader.rows("personer")
    found = (
        ("Ring först", _somebody(reader, reader.place("ring"), people)),
        ("Kväll, natt och helg", _words(reader.place("natt"))),
        ("VSS eller CM", _coordinators(reader, people)),
        ("Fast vårdkontakt", _somebody(reader, reader.place("fast"), people)),
        ("Nästa möte", shown_next_meeting(reader)),
    )
    return [f"{what}: {words}" for what, words in found if words]


def _words(place: Place | None) -> str:
    return place.words() if place else ""


def _somebody(reader: Reader, place: Place | None, people: Place | None) -> str:
    """Return a person with the telephone number that stands in the register."""
    if place is None or not place.words():
        return ""
    row = _row_of(reader, place, people) if people else ""
    return _with_number(reader, people, row, place.words()) if people and row else place.words()


def _row_of(reader: Reader, place: Place, people: Place) -> str:
    """Return the register's row of a person: the chosen one, or the one with the same name."""
    rows = people.row_ids()
    if isinstance(place.field, Reference):
        chosen = place.field.chosen_row(place.written, place.name())
        if chosen in rows:
            return chosen
    name = reader.beside(people, "namn")
    wanted = place.words().casefold()
    return next((r for r in rows if name and name.words(r).casefold() == wanted), "")


def _with_number(reader: Reader, people: Place, row: str, name: str) -> str:
    number = reader.beside(people, "telefon")
    return ", ".join(part for part in (name, number.words(row) if number else "") if part)


def _coordinators(reader: Reader, people: Place | None) -> str:
    """Return everybody who is VSS or CM and still in touch."""
    if people is None:
        return ""
    role, name = reader.beside(people, "roll"), reader.beside(people, "namn")
    active = reader.beside(people, "aktiv")
    if role is None or name is None:
        return ""
    return "; ".join(
        _with_number(reader, people, row, name.words(row))
        for row in people.row_ids()
        if COORDINATOR in role.written.texts(role.name(row))
        and name.words(row)
        and not (active and active.raw(row) == NO_LONGER)
    )
