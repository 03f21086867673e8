"""What became of a sheet's questions from one version to the next, so that old answers find their place.

Svenska: ändringar. May import: model, node, errors. Declared data from a closed list of sorts: a
question or column with a new id, an option with new words. The browser's own
`form/older-draft.js` follows the same rules; one list of cases holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from ract.model import SEPARATOR, Change, OptionChange, Written
from ract.node import Node

COLUMN_PARTS = 3


def read_changes(form: Node) -> tuple[Change, ...]:
    """Return the changes of a sheet's definition, the oldest first; none when nothing has changed."""
    if "ändringar" not in form:
        form.plain("ändringar")
        return ()
    version = form.number("version", default=1) or 1
    found = [_read_change(node, version) for node in form.nodes("ändringar")]
    return tuple(sorted(found, key=lambda change: change.to))


def _read_change(node: Node, version: int) -> Change:
    to = node.number("till") or 0
    if not 1 < to <= version:
        node.mistake("till", f"”till” är {to}, men ska vara en version från 2 till {version}.")
    names = node.node("namn") if "namn" in node else None
    options = node.nodes("alternativ") if "alternativ" in node else ()
    change = Change(
        to=to,
        names={key: names.text(key) for key in names.all_plain()} if names else {},
        options=tuple(_read_option(option) for option in options),
    )
    node.plain("namn")
    node.plain("alternativ")
    node.finish()
    return change


def _read_option(node: Node) -> OptionChange:
    change = OptionChange(
        question=node.text("fält"), before=node.text("var"), after=node.text("blev")
    )
    node.finish()
    return change


def unknown_targets(changes: Iterable[Change], questions: Iterable[str]) -> Iterator[str]:
    """Yield what the changes lead to that is not on the sheet, as `fält` or `fält/kolumn`."""
    later = list(changes)
    known = set(questions)
    for number, change in enumerate(later):
        renamed = {name for other in later[number + 1 :] for name in other.names}
        targets = [*change.names.values(), *(option.question for option in change.options)]
        yield from (name for name in targets if name not in known | renamed)


def bring_up(written: Written, version: int, changes: Iterable[Change]) -> Written:
    """Return what was written on one version of a sheet, under the names of the newest.

    An answer whose new place is taken stays under its old name: nothing is written over.
    """
    for change in changes:
        if change.to > version:
            written = _with_options(_with_names(written, change.names), change.options)
    return written


def _with_names(written: Written, names: Mapping[str, str]) -> Written:
    answers = _places(written.answers, lambda name: _renamed(name, names))
    rows = _places(written.rows, lambda name: names.get(name, name))
    return Written(
        {answers[name]: value for name, value in written.answers.items()},
        {rows[name]: ids for name, ids in written.rows.items()},
    )


def _places(written: Iterable[str], new_name: Callable[[str], str]) -> dict[str, str]:
    """Return where each name goes when all move at once; one whose place is taken stays.

    At once, since questions may take each other's ids; one that stays may keep another out.
    """
    places = {name: new_name(name) for name in written}
    while (stuck := _first_stuck(places)) is not None:
        places[stuck] = stuck
    return places


def _first_stuck(places: Mapping[str, str]) -> str | None:
    taken = {name for name, place in places.items() if place == name}
    for name, place in places.items():
        if place != name:
            if place in taken:
                return name
            taken.add(place)
    return None


def _renamed(name: str, names: Mapping[str, str]) -> str:
    """Return a control's new name: its question's, its column's, or the same."""
    field, *more = name.split(SEPARATOR)
    if len(more) + 1 >= COLUMN_PARTS:
        row, column, *rest = more
        target = names.get(f"{field}{SEPARATOR}{column}", "").partition(SEPARATOR)
        if target[2]:
            return SEPARATOR.join([target[0], row, target[2], *rest])
    return SEPARATOR.join([names.get(field, field), *more])


def _with_options(written: Written, options: Iterable[OptionChange]) -> Written:
    """Return the answers with new words for options, all at once; own words beside them never change."""
    new: dict[str, dict[str, str]] = {}
    for option in options:
        new.setdefault(option.question, {}).setdefault(option.before, option.after)
    answers = {
        name: _picked(value, new.get(question_of(name), {})) if _holds_options(name) else value
        for name, value in written.answers.items()
    }
    return Written(answers, written.rows)


def _holds_options(name: str) -> bool:
    """Tell whether a control is a question's or a column's own, not a part of it such as free text."""
    return len(name.split(SEPARATOR)) in (1, COLUMN_PARTS)


def question_of(name: str) -> str:
    """Return a control's question, or its column's as `fält/kolumn`.

    >>> question_of("mal/a1/klart")
    'mal/klart'
    """
    parts = name.split(SEPARATOR)
    return SEPARATOR.join([parts[0], parts[2]] if len(parts) >= COLUMN_PARTS else parts[:1])


def _picked(value: str | list[str], new: Mapping[str, str]) -> str | list[str]:
    if isinstance(value, list):
        return [new.get(word, word) for word in value]
    return new.get(value, value)
