"""What the plan holds, section by section, and what it asks for when it is missing.

Svenska: planens avsnitt. May import: plan.parts. This is data: a sheet, its field and
what the plan calls it. A changed worksheet is a changed line here, and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ract.plan.parts import Answers, Each, Grouped, Lines, Part, PictureOf, Source, TableOf

TITLE = "Min plan"
PLAN_SHEET = "personlig-plan"


@dataclass(frozen=True, slots=True)
class PlanSection:
    """A heading and the parts under it; left out when none of them holds anything."""

    heading: str
    parts: tuple[Part, ...]


class Gap(Protocol):
    """Something that the plan would gain from."""

    text: str
    sheet: str
    field: str

    def is_open(self, source: Source) -> bool:
        """Tell whether it is missing now."""


@dataclass(slots=True)
class Blank:
    """A field in which nothing is written."""

    text: str
    sheet: str
    field: str

    def is_open(self, source: Source) -> bool:
        """Tell whether the field is blank, on a sheet that the binder has."""
        field = source.field(self.sheet, self.field)
        return field is not None and field.is_blank(source.written(self.sheet), self.field)


@dataclass(slots=True)
class BlankColumn:
    """A column that some written row lacks."""

    text: str
    sheet: str
    field: str
    column: str

    def is_open(self, source: Source) -> bool:
        """Tell whether any written row has nothing in the column."""
        rows = source.rows(self.sheet, self.field)
        if rows is None:
            return False
        filled = rows.filled_rows(source.written(self.sheet), self.field)
        return any(not source.cell(self.sheet, rows, row_id, self.column) for row_id in filled)


GOALS = Each(
    "mal",
    "mal",
    "Mål",
    "mal",
    (
        ("omrade", "Livsområde"),
        ("varfor", "Därför är det viktigt för mig"),
        ("om_ett_ar", "Så märker jag om ett år att det har blivit bättre"),
        ("borjar", "Jag vill börja"),
    ),
)

STEPS = Each(
    "delmal",
    "delmal",
    "Delmål",
    "gora",
    (
        ("utgangslage", "Så är det i dag"),
        ("tecken", "Så ofta eller så mycket"),
        ("klart", "Klart senast"),
        ("hur_vet", "Så märker vi att det blev av"),
        ("hjalper", "De som hjälper mig"),
        ("status", "Hur det går"),
    ),
)

SECTIONS = (
    PlanSection(
        "Om planen",
        (
            Answers(
                PLAN_SHEET,
                (
                    ("datum", "Dag"),
                    ("deltagare", "De som var med"),
                    ("samtycke_ok", "Jag säger ja till att planen görs"),
                    ("samtycke_datum", "Den dag jag sa ja"),
                    ("status", "Så långt har vi kommit"),
                    ("bekraftelse", "Jag har läst planen"),
                    ("bekraftelse_cm", "VSS/CM har läst upp planen"),
                ),
            ),
        ),
    ),
    PlanSection(
        "Min situation", (Answers(PLAN_SHEET, (("min_bild", "Det här behöver gruppen förstå"),)),)
    ),
    PlanSection("Mina mål", (GOALS,)),
    PlanSection(
        "Delmål och nästa steg",
        (
            Grouped(STEPS, "under_mal", GOALS, "Övriga delmål"),
            Answers("delmal", (("steg", "Jag gör"), ("steg_datum", "Dag")), "Nästa lilla steg"),
            TableOf(
                "delmal",
                "hinder_plan",
                "Om det blir svårt",
                "Hinder",
                (("hinder", "Om det här händer"), ("plan", "Då gör jag så här")),
            ),
        ),
    ),
    PlanSection("Det gör jag själv", (Answers(PLAN_SHEET, (("jag_gor", "Det här gör jag"),)),)),
    PlanSection(
        "Så hjälps vi åt",
        (
            TableOf(
                PLAN_SHEET,
                "insatser_behov",
                "Insatser som behövs",
                "Insats",
                (
                    ("insats", "Insats"),
                    ("ansvarar", "Vem ansvarar"),
                    ("huvudman", "Huvudman"),
                    ("hur_ofta", "Hur ofta"),
                    ("fran", "Från"),
                    ("till", "Till"),
                ),
            ),
        ),
    ),
    PlanSection("Vad kommunen och regionen svarar för", (Lines(PLAN_SHEET, "svarar_for"),)),
    PlanSection(
        "Vad andra gör",
        (
            TableOf(
                PLAN_SHEET,
                "annans",
                "Det andra gör",
                "Uppgift",
                (("vem", "Vem"), ("vad", "Vad"), ("nar", "När")),
            ),
            TableOf(
                "mal",
                "narstaendemal",
                "Närståendes egna mål",
                "Närståendes mål",
                (("vem", "Vem"), ("mal", "Eget mål"), ("stod", "Det som kan hjälpa")),
                only=(("sagt_ja", "ja"),),
            ),
        ),
    ),
    PlanSection(
        "Övergripande ansvar",
        (
            Answers(
                PLAN_SHEET,
                (
                    ("overgripande", "Den som har det övergripande ansvaret"),
                    ("overgripande_kontakt", "Kontakt där"),
                ),
            ),
        ),
    ),
    PlanSection(
        "Mina livsområden",
        (
            Answers("livsomraden", (("egna_viktigast", "Här vill jag börja"),)),
            Lines("livsomraden", "viktigast", "Det är viktigast just nu", unless="egna_viktigast"),
            Answers("livsomraden", (("bra", "Det är bra och ska vara kvar"),)),
        ),
    ),
    PlanSection(
        "Mitt nätverk",
        (
            TableOf(
                "natverkskarta",
                "personer",
                "De här får frågas om resursgruppen",
                "Person",
                (("person", "Vem"), ("sektor", "Del av livet"), ("hjalper_mig", "Hjälper mig med")),
                only=(("fragas", "ja"),),
            ),
            PictureOf(
                "natverkskarta", "karta", only=(("fragas", "ja"),), filled=("sektor", "narhet")
            ),
        ),
    ),
    PlanSection(
        "Uppföljning",
        (
            Answers(
                PLAN_SHEET,
                (
                    ("uppfoljning", "Vi följer upp planen"),
                    ("uppfoljning_hur", "På vilket möte"),
                    ("kris_datum", "Krisplanen gjordes eller ändrades senast"),
                ),
            ),
        ),
    ),
    PlanSection(
        "Kontaktpersoner",
        (
            Answers(
                "mina-kontakter",
                (
                    ("huvudkontakt", "Ring först"),
                    ("nattid", "Kvällar, nätter och helger"),
                    ("fast_vardkontakt", "Fast vårdkontakt"),
                ),
            ),
            TableOf(
                "mina-kontakter",
                "personer",
                "Mina kontakter",
                "Person",
                (
                    ("namn", "Namn"),
                    ("relation", "Roll"),
                    ("organisation", "Arbetar på"),
                    ("telefon", "Telefon"),
                    ("nas_pa", "Nås på"),
                ),
                but_not=(("aktiv", "nej"), ("relation", "jag själv")),
            ),
        ),
    ),
    PlanSection(
        "Kopior och andra planer",
        (
            TableOf(
                PLAN_SHEET,
                "kopia_till",
                "De här får en kopia",
                "Kopia",
                (("vem", "Vem"), ("datum", "Dag"), ("grund", "Varför")),
            ),
            Answers(PLAN_SHEET, (("planer_kopplade", "Andra planer"),)),
        ),
    ),
)

GAPS: tuple[Gap, ...] = (
    Blank("dina mål", "mal", "mal"),
    Blank("delmål, alltså stegen till målen", "delmal", "delmal"),
    Blank("ditt ja till att planen görs", PLAN_SHEET, "samtycke_ok"),
    Blank("vilka insatser som behövs", PLAN_SHEET, "insatser_behov"),
    BlankColumn(
        "vilken huvudman som svarar för varje insats", PLAN_SHEET, "insatser_behov", "huvudman"
    ),
    BlankColumn("vem som ansvarar för varje insats", PLAN_SHEET, "insatser_behov", "ansvarar"),
    Blank("vad andra gör, om någon annan gör något", PLAN_SHEET, "annans"),
    Blank("vem som har det övergripande ansvaret", PLAN_SHEET, "overgripande"),
    Blank("vilken dag planen följs upp", PLAN_SHEET, "uppfoljning"),
    Blank("dina kontaktpersoner", "mina-kontakter", "personer"),
)
"""First what the person wants, then what a SIP must show, then what makes a plan work."""
