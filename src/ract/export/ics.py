"""What a worksheet has for a calendar, as an iCalendar file (RFC 5545).

Svenska: kalenderfil. May import: calendar. Times are local without a zone, as they are
written: a meeting at two is at two on the device that shows it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from ract.calendar import Event

MOST_OCTETS = 75
PRODUCT = "-//RACT-pärmen//Arbetsblad//SV"
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def write_calendar(
    events: Iterable[Event], draft_id: str, now: datetime.datetime, *, detailed: bool
) -> bytes:
    """Return the events as a file; the same draft and question give the same id each time.

    Args:
        events: What to put in the calendar.
        draft_id: The random id of the draft, which makes the events' ids unique.
        now: When the file is made, with its zone: the file says it in UTC, as RFC 5545 asks.
        detailed: Whether the person wants place and purpose in it. A calendar is often shared,
            so without their word it holds nothing but "Möte" and when.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}"]
    for event in events:
        lines += _event(event, f"{draft_id}-{event.key}@ract-parmen.invalid", now, detailed)
    lines.append("END:VCALENDAR")
    return "".join(f"{fold(line)}\r\n" for line in lines).encode()


def _event(event: Event, uid: str, now: datetime.datetime, detailed: bool) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}"
    yield f"DTSTAMP:{now.astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}"
    if event.time is None:
        yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    else:
        start = datetime.datetime.combine(event.day, datetime.time(*event.time))
        yield f"DTSTART:{start:%Y%m%dT%H%M%S}"
        if event.minutes:
            yield f"DURATION:PT{event.minutes}M"
    yield f"SUMMARY:{escape(event.summary)}"
    if detailed and event.place:
        yield f"LOCATION:{escape(event.place)}"
    if detailed and event.about:
        yield f"DESCRIPTION:{escape(event.about)}"
    yield "CLASS:PRIVATE"
    yield "END:VEVENT"


def escape(words: str) -> str:
    r"""Return words as a calendar's text holds them.

    >>> escape("Rum 2, plan 3; ring")
    'Rum 2\\, plan 3\\; ring'
    """
    return words.translate(_ESCAPES)


def fold(line: str) -> str:
    """Return a line in parts of at most 75 octets, never in the middle of a letter."""
    parts, part, size = [], "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > MOST_OCTETS:
            parts.append(part)
            part, size = "", 1  # the space that says that the line goes on
        part += sign
        size += octets
    return "\r\n ".join([*parts, part])
