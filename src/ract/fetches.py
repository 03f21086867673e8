"""What a sheet has taken from another, kept as it was: what differs now, and what may be chosen.

Svenska: hämtning. May import: flows, fields, conditions, model, sharing. A kept value changes
only when a person has chosen so; the rows of the source are known by their ids, never by position.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass, field

from ract.conditions import hidden_names
from ract.fields import Fetched
from ract.fields.date import read_day, show_day
from ract.fields.derived import DATE_PART, LINE_PART, SEEN_PART, SHARING_PART, SHEET_PART
from ract.flows import SINGLE, FetchedValue, Flows, lines_of_rows
from ract.model import Worksheet, Written
from ract.sharing import is_held_back, known_sharing, narrowest, sharing_of

NEW, CHANGED, GONE = "nytt", "ändrat", "borta"
SIGN_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Kept:
    """What was taken from another sheet: the words of each row and when that row was saved there."""

    worksheet: str
    sharing: str
    seen: str = ""
    rows: Mapping[str, str] = field(default_factory=dict)
    dates: Mapping[str, str] = field(default_factory=dict)

    def as_written(self, question: Fetched) -> Written:
        """Return it under the names it has in a draft."""
        answers: dict[str, str | list[str]] = {
            question.kept_name(SHEET_PART): self.worksheet,
            question.kept_name(SHARING_PART): self.sharing,
            question.kept_name(SEEN_PART): self.seen,
        }
        for row_id, words in self.rows.items():
            answers[question.kept_name(row_id, LINE_PART)] = words
            answers[question.kept_name(row_id, DATE_PART)] = self.dates[row_id]
        return Written(answers, {question.id: list(self.rows)})


@dataclass(frozen=True, slots=True)
class Change:
    """One row that is not the same on the source as here; blank where it is not."""

    row: str
    kind: str
    kept: str
    now: str


@dataclass(frozen=True, slots=True)
class Fetch:
    """One fetched value of a sheet: what is kept here, and what stands on its source now."""

    question: Fetched
    now: FetchedValue
    kept: Kept | None
    kept_title: str
    """What the sheet of the kept words is called."""

    @property
    def lines(self) -> tuple[str, ...]:
        """Return what the sheet shows: what it has kept, or else what stands on the source."""
        return self.now.lines if self.kept is None else lines_of_rows(self.kept.rows)

    @property
    def sharing(self) -> str:
        """Return who may see the lines.

        Words that the source still has may be seen as the source says now. Others were perhaps
        taken from it because it was to be for fewer eyes: then the narrower of then and now counts.
        """
        if self.kept is None:
            return self.now.sharing
        if not self.now.saved_at:
            return self.kept.sharing
        if all(change.kind == NEW for change in self.changes):
            return self.now.sharing
        return narrowest(self.kept.sharing, self.now.sharing)

    @property
    def source(self) -> str:
        """Return a sentence on where the lines were written, and when; blank without lines."""
        if not self.lines:
            return ""
        days = list(dict.fromkeys(_day(moment) for moment in self._moments() if _day(moment)))
        when = f", sparat {' och '.join(days)}" if days else ""
        return f"Från {self.kept_title}{when}"

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return the rows that differ: those of the source in its order, then those it no longer has."""
        if self.kept is None:
            return ()
        return tuple(_changes(self.kept.rows, self.now.rows))

    @property
    def sign(self) -> str:
        """Return a sign of what stands on the source now, the same for the same words."""
        text = json.dumps([self.now.worksheet, list(self.now.rows.items())])
        return hashlib.sha256(text.encode()).hexdigest()[:SIGN_LENGTH]

    @property
    def is_settled(self) -> bool:
        """Tell whether a person has already chosen, knowing what stands on the source now."""
        return self.kept is not None and self.kept.seen == self.sign

    @property
    def notice(self) -> str:
        """Return a sentence on how the source differs from what is kept; blank when it does not."""
        kinds = [change.kind for change in self.changes]
        title = self.now.title
        if not kinds:
            return ""
        if not self.now.saved_at:
            return f"Bladet {title} är inte ifyllt nu. Det som hämtades därifrån står kvar här."
        if set(kinds) != {GONE}:
            return f"Det står något annat på {title} nu, sparat {self._moment_now()}."
        if [change.row for change in self.changes] == [SINGLE]:
            return f"Svaret finns inte längre på {title}. Det står kvar här."
        if len(kinds) == 1:
            return f"En rad finns inte längre på {title}. Den står kvar här."
        return f"{len(kinds)} rader finns inte längre på {title}. De står kvar här."

    def as_data(self, written: Written) -> dict[str, object]:
        """Return what the page shows of it, as plain data."""
        return {
            "lines": list(self.lines),
            "source": self.source,
            "kept": self.kept is not None,
            "title": self.now.title,
            "notice": self.notice,
            "settled": self.is_settled,
            "held_back": bool(self.lines) and is_held_back(self.sharing, sharing_of(written)),
            "sign": self.sign,
            "changes": [asdict(change) for change in self.changes],
        }

    def taken(self) -> Kept | None:
        """Return the source's words as they are to be kept here, or None where there are none."""
        if not self.now.rows:
            return None
        dates = dict.fromkeys(self.now.rows, self.now.saved_at)
        return Kept(self.now.worksheet, self.now.sharing, self.sign, self.now.rows, dates)

    def choose(self, rows: Collection[str]) -> Kept | None:
        """Return what is kept when a person takes some of the changes and leaves the rest.

        Nothing leaves the sheet but what is among `rows`. None where nothing is kept yet.
        """
        if self.kept is None:
            return None
        merged = _merged(self.kept, self.now, self.changes, rows)
        is_source = merged == dict(self.now.rows)
        sharing = narrowest(self.kept.sharing, self.now.sharing)
        same_as = {**_same_elsewhere(self.kept.rows, self.now.rows), **{r: r for r in merged}}
        dates = {
            row_id: self.now.saved_at
            if self.now.rows.get(row_id) == words
            else next(self.kept.dates[old] for old, new in same_as.items() if new == row_id)
            for row_id, words in merged.items()
        }
        return Kept(
            self.now.worksheet if is_source else self.kept.worksheet,
            self.now.sharing if is_source else sharing,
            self.sign,
            merged,
            dates,
        )

    def _moments(self) -> Iterator[str]:
        yield from [self.now.saved_at] if self.kept is None else sorted(self.kept.dates.values())

    def _moment_now(self) -> str:
        """Return when the source was saved, with the clock when its day alone tells nothing."""
        day = _day(self.now.saved_at)
        is_same_day = day in {_day(moment) for moment in self._moments()}
        clock = self.now.saved_at[11:16].replace(":", ".")
        return f"{day} klockan {clock}" if is_same_day and clock else day


def fetches(worksheet: Worksheet, written: Written, flows: Flows) -> dict[str, Fetch]:
    """Return every fetched value of a sheet, by field id."""
    return {
        question.id: fetch(question, written, flows)
        for question in worksheet.fields()
        if isinstance(question, Fetched)
    }


def fetch(question: Fetched, written: Written, flows: Flows) -> Fetch:
    """Return one fetched value of a sheet."""
    now, kept = flows.fetch(question), read_kept(question, written)
    origin = flows.worksheets.get(kept.worksheet) if kept else None
    return Fetch(question, now, kept, origin.title if origin else now.title)


def first_fetches(worksheet: Worksheet, written: Written, found: Mapping[str, Fetch]) -> Written:
    """Return what a sheet is to keep now that something is written on it.

    That is every value that it shows and has not kept yet.
    """
    hidden = hidden_names(worksheet, written)
    answers: dict[str, str | list[str]] = {}
    rows: dict[str, list[str]] = {}
    for name, one in found.items():
        taken = one.taken() if one.kept is None and name not in hidden else None
        if taken is not None:
            kept = taken.as_written(one.question)
            answers |= kept.answers
            rows |= {row: list(ids) for row, ids in kept.rows.items()}
    return Written(answers, rows)


def read_kept(question: Fetched, written: Written) -> Kept | None:
    """Return what a sheet has kept of a fetched value; None when it never kept anything."""
    sheet = written.text(question.kept_name(SHEET_PART))
    if not sheet:
        return None
    names = {row: question.kept_name(row, LINE_PART) for row in written.row_ids(question.id)}
    rows = {row: words for row, name in names.items() if (words := written.text(name))}
    return Kept(
        worksheet=sheet,
        sharing=known_sharing(written.text(question.kept_name(SHARING_PART))),
        seen=written.text(question.kept_name(SEEN_PART)),
        rows=rows,
        dates={row: written.text(question.kept_name(row, DATE_PART)) for row in rows},
    )


def _same_elsewhere(kept: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str]:
    """Return the kept rows that the source has word for word under another id, with that id.

    So it is when the source is another occasion of its sheet.
    """
    free = [row for row in now if row not in kept]
    found = {}
    for row in (row for row in kept if row not in now):
        twin = next((one for one in free if now[one] == kept[row]), None)
        if twin is not None:
            free.remove(twin)
            found[row] = twin
    return found


def _changes(kept: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Change]:
    same = _same_elsewhere(kept, now)
    twins = set(same.values())
    for row, words in now.items():
        if row in kept and kept[row] != words:
            yield Change(row, CHANGED, kept[row], words)
        elif row not in kept and row not in twins:
            yield Change(row, NEW, "", words)
    for row, words in kept.items():
        if row not in now and row not in same:
            yield Change(row, GONE, words, "")


def _merged(
    kept: Kept, now: FetchedValue, changes: Collection[Change], chosen: Collection[str]
) -> dict[str, str]:
    """Return the rows after a choice: in the source's order, each left row after the one it followed."""
    left = {c.row: c for c in changes if c.row not in chosen}
    merged = {
        row: left[row].kept if row in left else words
        for row, words in now.rows.items()
        if row not in left or left[row].kind != NEW
    }
    same, order, before = _same_elsewhere(kept.rows, now.rows), list(merged), -1
    for row in kept.rows:
        if row in left and left[row].kind == GONE:
            order.insert(before + 1, row)
            merged[row] = kept.rows[row]
        if (here := same.get(row, row)) in order:
            before = order.index(here)
    return {row: merged[row] for row in order}


def _day(moment: str) -> str:
    day = read_day(moment[:10])
    return show_day(day) if day else ""
