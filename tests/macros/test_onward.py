"""A worksheet's page leads on to its neighbours and to the manual's pages that speak of it."""

import pytest

from macros.catalogue import read_catalogue
from macros.onward import speaking_pages, with_onward
from macros.order import Order


@pytest.fixture(scope="module")
def order(root):
    sheets = read_catalogue(root / "docs").worksheets
    return Order((sheets["mal"], sheets["livslinje"], sheets["delmal"]))


def test_a_page_without_the_heading_gets_it(order):
    made = with_onward("Text.", order.sheets[0], order, {})
    assert made == "Text.\n\n## Gå vidare\n\n- Nästa blad: [Livslinje](livslinje.md) (tillval)\n"


def test_what_the_editor_wrote_stays_between(order):
    page = "Text.\n\n## Gå vidare\n\n- Läs mer: [A](../flikar/a.md)\n"
    made = with_onward(page, order.sheets[2], order, {"delmal": [("flikar/b.md", "B")]})
    assert made.splitlines()[4:] == [
        "- Förra bladet: [Livslinje](livslinje.md) (tillval)",
        "- Läs mer: [A](../flikar/a.md)",
        "- Läs mer: [B](../flikar/b.md)",
    ]


def test_a_manual_page_that_is_linked_already_is_not_linked_twice(order):
    page = "Text.\n\n## Gå vidare\n\n- Läs mer: [A](../flikar/a.md#del)\n"
    made = with_onward(page, order.sheets[2], order, {"delmal": [("flikar/a.md", "A")]})
    assert made.count("flikar/a.md") == 1


def test_a_link_in_the_manual_is_found_with_its_page_and_title(tmp_path):
    (tmp_path / "flikar" / "1").mkdir(parents=True)
    page = "---\ntitle: 'Mål: del ett'\n---\n[Mina mål](../../arbetsblad/mal.md#del)\n"
    (tmp_path / "flikar" / "1" / "a.md").write_text(page, encoding="utf-8")
    assert speaking_pages(tmp_path) == {"mal": [("flikar/1/a.md", "Mål")]}
