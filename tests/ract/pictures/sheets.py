"""Sheets with pictures, and what is written on them."""

from ract.context import Context
from ract.model import Written
from ract.pictures import draw_picture
from tests.ract.builders import worksheet

SECTORS = ["familj", "släkt", "vänner", "fritid", "skola eller arbete", "vård och stöd"]
FEELINGS = ["bra", "blandat", "svårt"]
DAYS = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"]
TIMES = ["natt", "morgon", "dag", "eftermiddag", "kväll"]


def choice(column, options):
    return {"id": column, "typ": "val", "fråga": f"{column}?", "alternativ": options}


def picture(sort, columns, **of):
    """A sheet with rows and a picture of them."""
    rows = {"id": "r", "typ": "rader", "fråga": "Vad finns?", "rad": "Rad", "kolumner": columns}
    drawn = {"id": "bild", "typ": "bild", "bild": sort, "fråga": "Så ser det ut"}
    return worksheet(rows, {**drawn, "av": {"rader": "r", **of}})


NETWORK = picture(
    "nätverkskarta",
    [
        {"id": "vem", "typ": "text", "fråga": "Vem?"},
        choice("sektor", SECTORS),
        {"id": "narhet", "typ": "skala", "skala": "närhet", "fråga": "Hur nära?"},
        choice("kanns", FEELINGS),
    ],
    namn="vem",
    sektor="sektor",
    närhet="narhet",
    känsla="kanns",
)
WEEK = picture(
    "vecka",
    [
        choice("dag", DAYS),
        choice("tid", TIMES),
        {"id": "gor", "typ": "text", "fråga": "Vad?"},
        {"id": "med", "typ": "personer", "fråga": "Med vem?"},
        choice("kansla", ["bra", "ok", "jobbigt"]),
        {"id": "viktigt", "typ": "ja/nej", "fråga": "Viktigt?"},
    ],
    dag="dag",
    tid="tid",
    gör="gor",
    med="med",
    känsla="kansla",
    viktigt="viktigt",
)
LINES = picture(
    "linjer",
    [
        {"id": "dag", "typ": "datum", "fråga": "När?"},
        {"id": "liv", "typ": "skala", "skala": "nöjd", "fråga": "Livet som helhet"},
        {"id": "vet", "typ": "skala", "skala": "stämmer", "fråga": "Jag vet vem som gör vad"},
    ],
    dag="dag",
    skalor=["liv", "vet"],
)


def rows(sheet, *lines):
    """What is written when each line fills the columns in order; None leaves one blank."""
    columns = [column.id for column in sheet.field("r").columns]
    answers = {
        f"r/x{n}/{column}": words
        for n, line in enumerate(lines)
        for column, words in zip(columns, line, strict=False)
        if words
    }
    return Written(answers, {"r": [f"x{n}" for n in range(len(lines))]})


def drawn(sheet, *lines, held_back=()):
    """The picture of a sheet with these rows."""
    return draw_picture(Context(sheet, rows(sheet, *lines)), sheet.field("bild"), held_back)


def words_in(drawing):
    """Every line of words in a drawing, in order."""
    found = []

    def look(shapes):
        for shape in shapes:
            found.extend([shape.words] if shape.words else [])
            look(shape.shapes)

    look(drawing.shapes)
    return found


def people_in(drawing):
    """What each movable group says of its person, by row."""
    return {shape.person["row"]: shape.person for shape in drawing.shapes if shape.person}
