"""A worksheet as the HTML of a form: readable, fillable and printable before any script runs.

Svenska: formuläret på sidan. Build only (Jinja2). May import: document, model, fields, context, pictures, texts.
One template per kind of question, `templates/<Field.template>.html`.
"""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ract.context import Context
from ract.document import Document
from ract.fields.picture import Picture
from ract.fields.reference import REGISTER, REGISTER_NAME
from ract.model import SEPARATOR, Field, Worksheet, Written
from ract.pictures import Drawing, draw_picture
from ract.pictures.svg import write_inline_svg
from ract.wording import FormWording, ends, steps

_ID_SEPARATOR = "--"
SELECT_FROM = 8
"""So many options inside a row become a select; fewer stand in sight."""


def control_id(name: str) -> str:
    """Return the id of the control that has a name.

    The prefix keeps it apart from the ids that Markdown gives to headings.

    >>> control_id("mal/m1/vikt")
    'f-mal--m1--vikt'
    """
    return "f-" + name.replace(SEPARATOR, _ID_SEPARATOR)


def _draw(field: Field, name: str, wording: FormWording, in_row: bool) -> Markup:
    """Return one question by the template of its kind."""
    template = _ENVIRONMENT.get_template(f"{field.template}.html")
    return Markup(template.render(field=field, name=name, wording=wording, in_row=in_row))  # noqa: S704 (the template has escaped it)


def _blank_picture(worksheet: Worksheet, field: Picture) -> Markup:
    """Return a picture before anything is written: on paper, something to draw on by hand."""
    return _inline_picture(draw_picture(Context(worksheet, Written()), field))


def _inline_picture(drawing: Drawing) -> Markup:
    """Return a drawing as the SVG of a page."""
    return Markup(write_inline_svg(drawing))  # noqa: S704 (the writer has escaped it)


def _make_environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("ract.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        blank_picture=_blank_picture,
        control_id=control_id,
        draw=_draw,
        ends=ends,
        inline_picture=_inline_picture,
        steps=steps,
        REGISTER=REGISTER,
        REGISTER_NAME=REGISTER_NAME,
        SELECT_FROM=SELECT_FROM,
    )
    environment.globals["parts"] = environment.get_template("parts.html").module
    return environment


_ENVIRONMENT = _make_environment()


def render_worksheet(
    worksheet: Worksheet,
    needs: tuple[str, ...],
    titles: Mapping[str, str] | None = None,
    example: Document | None = None,
) -> str:
    """Return the whole form of a worksheet as HTML.

    Args:
        worksheet: The sheet to draw.
        needs: The ids of the sheets whose drafts its check reads.
        titles: The titles of other sheets by id, for "Hämtas från …".
        example: The sheet filled in for an invented person, to be read beside the form.
    """
    wording = FormWording(worksheet, titles or {})
    html = _ENVIRONMENT.get_template("form.html").render(
        worksheet=worksheet, needs=needs, wording=wording, example=example
    )
    # Markdown ends a block of HTML at a blank line that stands between two elements it knows.
    return "\n".join(line for line in html.splitlines() if line.strip())
