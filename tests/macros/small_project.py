"""A project of three pages, so small that a test may build it many times."""

import yaml

SHEET = """---
title: Min morgon
formulär:
  version: 1
  flik: 7
  fas: [kartläggning]
  steg: [4]
  nivå: tillval
  fylls i av: [brukare]
  tid: 5 minuter
  syfte: Ger en bild av morgonen.
  avsnitt:
    - rubrik: Så är det nu
      fält:
        - {id: vaken, typ: text, fråga: "När vaknar du?"}
  exempel:
    svar: {vaken: klockan åtta}
---

{{ arbetsblad() }}
"""


GLOSSARY = """---
title: Ordlista
---

<dfn id="brukare">Brukare</dfn> · klient
:   Den person som pärmen handlar om.
"""


def small_project(folder, root):
    """Lay out the rooms of the project in a folder, with three pages of its own."""
    for room in ("macros", "src", "overrides", "tools", ".runtime"):
        (folder / room).symlink_to(root / room)
    settings = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    for tab in settings["extra"]["flikar"]:
        tab.pop("blad", None)
    settings["nav"] = ["index.md", "om/index.md", "ordlista/index.md"]
    write_settings(folder, settings)
    write_page(folder, "index.md", "---\ntitle: Start\n---\n\nVälkommen\n")
    write_page(folder, "om/index.md", "---\ntitle: Om\n---\n\nOm pärmen\n")
    write_page(folder, "ordlista/index.md", GLOSSARY)
    write_page(folder, "ordlista/vardagsord.txt", "pärm, mapp: brukare\n")
    write_page(folder, "arbetsblad/min-morgon.md", SHEET)
    return folder


def write_settings(folder, settings):
    """Write mkdocs.yml."""
    text = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")


def write_page(folder, name, text):
    """Write one page."""
    page = folder / "docs" / name
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(text, encoding="utf-8")
