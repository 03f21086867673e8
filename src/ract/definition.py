"""A worksheet definition read into a `Worksheet`, or every mistake in it.

Svenska: formulärdefinition. May import: model, node, fields, computations, pictures, conditions,
changes, errors, texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ract.changes import read_changes, unknown_targets
from ract.computations.fitting import misfits_on_sheet
from ract.errors import DefinitionError, Mistake
from ract.fields import (
    Choice,
    Computed,
    Date,
    LongText,
    People,
    Picture,
    Rows,
    Scale,
    control_names,
    read_field,
)
from ract.fields.rows import misfits
from ract.model import SEPARATOR, Condition, Field, Section, Worksheet, Written
from ract.node import Node, listed, nearest
from ract.pictures import picture_misfits
from ract.texts import FILLED_IN_BY, LEVELS, PHASES, PLACES, SHARING, STATUSES

GLOSSARY = {
    "arbetsblad": "worksheet",
    "avsnitt": "section",
    "fält": "field",
    "fråga": "question",
    "hjälp": "help",
    "svar": "answer",
    "alternativ": "option",
    "villkor": "condition",
    "uträkning": "computation",
    "brist": "problem",
    "utkast": "draft",
    "plan": "plan",
    "flik": "tab",
    "fas": "phase",
    "steg": "step",
    "nivå": "level",
    "fylls i av": "filled_in_by",
    "tid": "time",
    "syfte": "purpose",
    "rubrik": "heading",
    "ingress": "intro",
    "exempel": "example",
    "kolumner": "columns",
    "fasta rader": "fixed_rows",
    "tomma rader": "blank_rows",
    "egen text": "free_text",
    "högst": "at_most",
    "delning": "sharing",
    "visas om": "visible_if",
    "pärm": "binder",
    "lösenfras": "passphrase",
}
"""The one table between the editor's words and the programmer's. ARCHITECTURE.md prints it."""

TABS = range(1, 10)
STEPS = range(1, 13)
BEFORE = "tidigare"


HEAD = Section(
    heading="Om det här tillfället",
    fields=(
        Date(id="datum", question="Vilken dag fyller ni i bladet?"),
        People(id="deltagare", question="Vilka är med?", help="Skriv namn med komma mellan."),
    ),
)
FOOT = Section(
    heading="Till sist",
    fields=(
        Choice(id="plats", question="Var är ni?", options=PLACES),
        LongText(id="anteckning", question="Något mer som ni vill minnas?", lines=3),
        Choice(
            id="delning",
            question="Vem får se det här bladet?",
            help="Svarar du inte gäller det första.",
            options=SHARING,
        ),
        Choice(id="status", question="Hur långt har ni kommit?", options=STATUSES),
    ),
)
"""What every sheet begins and ends with (domain.md 7.4); an editor never writes it.

Only what two lines can answer stands first, so that a tired person meets the sheet's own
questions soon.
"""


def read_worksheet(worksheet_id: str, definition: Mapping[str, object]) -> Worksheet:
    """Return the worksheet that the whole head of `<worksheet_id>.md` defines, every scalar as text.

    Raises:
        DefinitionError: With every mistake, in the order of the file's sections.
    """
    mistakes: list[Mistake] = []
    page = Node(definition, (), mistakes)
    title = page.text("title")
    form = page.node("formulär")
    if form is None:
        if not mistakes:
            page.mistake(None, "Nyckeln ”formulär” saknas.")
        raise DefinitionError(tuple(mistakes))
    unread: set[str] = set()
    example, before = _read_examples(form)
    worksheet = Worksheet(
        id=worksheet_id,
        title=title,
        version=_read_version(form),
        changes=read_changes(form),
        tab=_read_one(form, "flik", TABS),
        phases=form.some_of("fas", PHASES),
        steps=tuple(int(s) for s in form.some_of("steg", [str(s) for s in STEPS])),
        level=form.one_of("nivå", LEVELS),
        filled_in_by=form.some_of("fylls i av", FILLED_IN_BY),
        time=form.text("tid"),
        purpose=form.text("syfte"),
        head=HEAD,
        sections=tuple(_read_section(section, unread) for section in form.nodes("avsnitt")),
        foot=FOOT,
        example=example,
        example_before=before,
    )
    form.finish()
    mistakes.extend(_mistakes_between(worksheet, form, unread))
    if mistakes:
        raise DefinitionError(tuple(mistakes))
    return worksheet


def _read_version(form: Node) -> int:
    version = form.number("version", default=None)
    if version is None and "version" not in form:
        form.mistake(None, "Nyckeln ”version” saknas. Ett nytt blad har version 1.")
    if version is not None and version < 1:
        form.mistake("version", f"”version” är {version}, men den första är 1.")
    return version or 1


def _read_one(form: Node, key: str, allowed: range) -> int:
    return int(form.one_of(key, [str(number) for number in allowed]))


def _read_section(node: Node, unread: set[str]) -> Section:
    """Return a section; ids of fields that could not be read are added to `unread`."""
    heading, intro = node.text("rubrik"), node.text("ingress", default="")
    fields: list[Field] = []
    for item in node.nodes("fält"):
        field = read_field(item)
        if field is None:
            unread.add(str(item.plain("id")))
        else:
            fields.append(field)
    node.finish()
    return Section(heading=heading, intro=intro, fields=tuple(fields))


def _read_examples(form: Node) -> tuple[Written, tuple[Written, ...]]:
    """Return the invented person's sheet, and the same person's earlier copies of it."""
    node = form.node("exempel")
    if node is None:
        form.mistake(None, "Nyckeln ”exempel” saknas. Varje blad har ett påhittat exempel.")
        return Written(), ()
    before = tuple(map(_read_example, node.nodes(BEFORE))) if BEFORE in node else ()
    node.plain(BEFORE)
    return _read_example(node), before


def _read_example(node: Node) -> Written:
    answers, rows = node.plain("svar"), node.plain("rader")
    node.finish()
    if not isinstance(answers, Mapping):
        node.mistake(None, "”svar” saknas under ”exempel”.")
        return Written()
    kept = {str(k): v for k, v in answers.items() if isinstance(v, (str, list))}
    listed_rows = rows if isinstance(rows, Mapping) else {}
    return Written(kept, {str(k): v for k, v in listed_rows.items() if isinstance(v, list)})


def _mistakes_between(worksheet: Worksheet, form: Node, unread: set[str]) -> Iterator[Mistake]:
    """Yield what is wrong not in one field but between fields.

    What points at a field in `unread` is passed over: that mistake has its line already.
    """
    ids = [field.id for field in worksheet.fields()]
    common = {field.id for field in (*HEAD.fields, *FOOT.fields)}
    seen: set[str] = set()
    for number, section in enumerate(worksheet.sections):
        for place, field in enumerate(section.fields):
            path = (*form.path, "avsnitt", number, "fält", place)
            if field.id in seen or field.id in common:
                where = (
                    "finns redan på varje blad" if field.id in common else "används redan ovanför"
                )
                yield Mistake((*path, "id"), f"Id ”{field.id}” {where}. Välj ett annat.")
            seen.add(field.id)
            yield from _mistakes_of_field(worksheet, field, path, [*ids, *unread])
    for name in unknown_targets(worksheet.changes, _questions(worksheet)):
        text = f"Det finns ingen fråga ”{name}” på bladet."
        yield Mistake((*form.path, "ändringar"), text + nearest(name, _questions(worksheet)))
    yield from _mistakes_in_examples(worksheet, form, unread)


def _questions(worksheet: Worksheet) -> list[str]:
    """Return every question's id, and every column's as `fält/kolumn`."""
    columns = [
        f"{field.id}{SEPARATOR}{column.id}"
        for field in worksheet.fields()
        if isinstance(field, Rows)
        for column in field.columns
    ]
    return [*(field.id for field in worksheet.fields()), *columns]


def _mistakes_of_field(
    worksheet: Worksheet, field: Field, path: tuple[str | int, ...], ids: list[str]
) -> Iterator[Mistake]:
    if field.visible_if is not None:
        yield from _mistakes_of_condition(worksheet, field.visible_if, (*path, "visas om"), ids)
    if isinstance(field, Rows):
        yield from (Mistake((*path, "kolumner"), words) for words in misfits(field))
    if isinstance(field, Computed):
        found = misfits_on_sheet(worksheet, field, ids)
        yield from (Mistake((*path, *keys), words) for keys, words in found)
    if isinstance(field, Picture) and _can_be_proved(worksheet, field, ids):
        yield from (Mistake((*path, "av", k), w) for k, w in picture_misfits(worksheet, field))


def _can_be_proved(worksheet: Worksheet, field: Picture, ids: list[str]) -> bool:
    """Tell whether a picture's rows were read, or are nowhere: what has its line already is passed over."""
    if not field.rows:
        return field.is_over_occasions
    return worksheet.field(field.rows) is not None or field.rows not in ids


def _mistakes_of_condition(
    worksheet: Worksheet, condition: Condition, path: tuple[str | int, ...], ids: list[str]
) -> Iterator[Mistake]:
    other = worksheet.field(condition.field_id)
    if other is None and condition.field_id in ids:
        return
    if other is None:
        text = f"Det finns inget fält ”{condition.field_id}” på bladet."
        yield Mistake((*path, "fält"), text + nearest(condition.field_id, ids))
        return
    options = getattr(other, "options", None)
    if isinstance(other, Scale):
        options = other.ladder.values
    for value in condition.one_of:
        if options is not None and value not in options:
            text = f"”{value}” är inget svar på ”{other.id}”. Svaren är {listed(options)}."
            yield Mistake(path, text + nearest(value, options))


def _mistakes_in_examples(worksheet: Worksheet, form: Node, unread: set[str]) -> Iterator[Mistake]:
    path = (*form.path, "exempel")
    yield from _mistakes_in_example(worksheet, worksheet.example, path, unread)
    for number, example in enumerate(worksheet.example_before):
        yield from _mistakes_in_example(worksheet, example, (*path, BEFORE, number), unread)


def _mistakes_in_example(
    worksheet: Worksheet, example: Written, path: tuple[str | int, ...], unread: set[str]
) -> Iterator[Mistake]:
    for field in worksheet.fields():
        for problem in field.problems(example, field.id):
            words = f"Exemplet har ett fel: {problem.message}"
            yield Mistake((*path, "svar", problem.name), words)
    known = control_names(worksheet, example)
    for name in example.answers:
        if name not in known and name.split(SEPARATOR)[0] not in unread:
            text = f"Exemplet svarar på ”{name}”, som inte finns på bladet."
            yield Mistake((*path, "svar", name), text + nearest(name, known))
