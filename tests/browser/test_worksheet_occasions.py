"""Several occasions of one sheet, compared; and the invented example beside them."""

from playwright.sync_api import expect

from tests.browser.sheets import (
    PHONE,
    TABLET,
    alive,
    engine_ready,
    expect_state,
    line,
    open_sheet,
    stop_engine,
    violations,
)


def two_occasions(page, site):
    """A sheet with an occasion in March and another, shown, in June."""
    open_sheet(page, site, "mal")
    line(page, "datum").fill("2026-03-27")
    line(page, "drom").fill("Bo nära havet")
    expect_state(page, "memory")
    page.get_by_role("button", name="Nytt tillfälle").click()
    expect(line(page, "drom")).to_have_value("")
    line(page, "datum").fill("2026-06-27")
    line(page, "drom").fill("Sjunga i kör")
    line(page, "drom").blur()
    return page


def test_a_new_occasion_leaves_the_one_before_as_it_was(context, site, watch):
    stop_engine(context, watch)
    page = two_occasions(context.new_page(), site)
    expect(page.locator("[data-occasion-name]")).to_have_text("Tillfälle 27 juni 2026")
    page.get_by_text("Tidigare tillfällen (1)").click()
    page.get_by_role("link", name="27 mars 2026").click()
    expect(line(page, "drom")).to_have_value("Bo nära havet")
    expect(page.locator("[data-occasion-name]")).to_be_focused()
    expect(page.get_by_text("Andra tillfällen (1)")).to_be_visible()
    page.get_by_role("link", name="27 juni 2026").click()
    expect(line(page, "drom")).to_have_value("Sjunga i kör")


def test_a_removed_occasion_comes_back(context, site, watch):
    stop_engine(context, watch)
    page = two_occasions(context.new_page(), site)
    page.get_by_role("button", name="Ta bort tillfället").click()
    expect(line(page, "drom")).to_have_value("Bo nära havet")
    page.get_by_role("button", name="Ångra").click()
    expect(line(page, "drom")).to_have_value("Sjunga i kör")
    expect(page.locator("[data-occasion-others] a")).to_have_count(1)


def test_what_differs_from_the_one_before_stands_first(new_context, site):
    width, height = PHONE
    page = new_context(viewport={"width": width, "height": height}).new_page()
    engine_ready(two_occasions(page, site))
    page.get_by_role("button", name="Jämför med förra").click()
    expect(page.get_by_role("heading", name="Jämfört med 27 mars 2026")).to_be_focused()
    expect(page.locator("[data-comparison]")).to_contain_text("Bo nära havetNuSjunga i kör")
    assert [] == violations(page)


def test_the_example_is_shown_without_becoming_an_answer(new_context, site):
    width, height = TABLET
    page = new_context(
        viewport={"width": width, "height": height}, java_script_enabled=False
    ).new_page()
    page.goto(site.url("arbetsblad/mal/"))
    page.get_by_text("Visa påhittat exempel").click()
    expect(page.get_by_role("heading", name="Påhittat exempel")).to_be_visible()
    expect(line(page, "drom")).to_have_value("")


def test_axe_finds_nothing_in_the_open_example(context, site, watch):
    stop_engine(context, watch)
    page = open_sheet(context.new_page(), site, "mal")
    page.get_by_text("Visa påhittat exempel").click()
    assert [] == violations(alive(page))
