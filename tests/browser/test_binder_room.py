"""The room of binders, by hand: named, opened with paper, given another passphrase, taken away, practised."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.sheets import AXE, PASSPHRASE, create_binder, line, open_sheet, stop_engine

NEW = "blåsippor under granarna"
CHECK = """async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const found = await axe.run("main", {runOnly: tags});
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`);
}"""
ROWS = """async () => {
  const {readBinders} = await import(new URL("../assets/js/storage/drafts.js", location.href));
  return (await readBinders()).length;
}"""


@pytest.fixture
def page(new_context, watch, site):
    context = new_context(viewport={"width": 820, "height": 1180})
    stop_engine(context, watch)
    opened = context.new_page()
    opened.goto(site.url("parmar/"))
    return opened


@pytest.fixture
def opened(page, site):
    """The page of binders with a new binder open."""
    create_binder(page, site)
    return page


def unfold(page, heading):
    page.locator("summary").filter(has_text=heading).click()


def lock(page):
    page.get_by_role("button", name="Lås", exact=True).click()
    expect(page.get_by_role("heading", name="Dina pärmar på den här enheten")).to_be_focused()


def open_with(page, passphrase):
    page.get_by_label("Lösenfras", exact=True).fill(passphrase)
    page.get_by_role("button", name="Öppna", exact=True).click()


def is_open(page, name="Pärm 1"):
    expect(page.get_by_role("heading", name=f"{name} är öppen")).to_be_visible()


def code_of(page):
    groups = page.locator(".binders-groups li").all_inner_texts()
    assert len(groups) == 7
    return "-".join(groups)


def give_name(page, name, *, shown):
    unfold(page, "Byt namn")
    page.get_by_label("Vad ska pärmen heta?").fill(name)
    page.get_by_label("Namnet får synas i listan").set_checked(shown)
    page.get_by_role("button", name="Spara namnet").click()
    expect(page.get_by_text("Namnet är sparat.")).to_be_visible()


def test_a_hidden_name_stands_only_in_the_open_binder(opened):
    give_name(opened, "Fjäril", shown=False)
    lock(opened)
    assert "Fjäril" not in opened.locator("main").inner_text()
    open_with(opened, PASSPHRASE)
    is_open(opened, "Fjäril")


def test_a_name_that_may_be_shown_stands_in_the_list(opened):
    give_name(opened, "Fjäril", shown=True)
    lock(opened)
    expect(opened.get_by_role("radio", name=re.compile("Fjäril"))).to_be_checked()


def test_the_sheet_says_whose_binder_it_is(opened, site):
    give_name(opened, "Fjäril", shown=False)
    open_sheet(opened, site, "mal")
    expect(opened.locator("[data-whose]")).to_have_text("Fjäril")


def test_another_passphrase_is_chosen_and_opens(opened):
    unfold(opened, "Byt lösenfras")
    opened.locator("#gammal-losenfras").fill(PASSPHRASE)
    opened.get_by_label("Den nya lösenfrasen").fill(NEW)
    opened.get_by_role("button", name="Byt lösenfras").click()
    expect(opened.get_by_text("Lösenfrasen är bytt.")).to_be_visible()
    lock(opened)
    open_with(opened, PASSPHRASE)
    expect(opened.get_by_text("Lösenfrasen öppnade inte pärmen.")).to_be_visible()
    open_with(opened, NEW)
    is_open(opened)


def test_the_code_opens_when_the_passphrase_is_forgotten(opened):
    code = code_of(opened)
    opened.get_by_role("button", name="Jag har koden på papper").click()
    expect(opened.locator(".binders-code")).to_have_count(0)
    lock(opened)
    unfold(opened, "Glömt lösenfrasen?")
    opened.get_by_label("Återställningskod", exact=True).fill(code.lower().replace("-", " "))
    opened.get_by_label("Lösenfras från och med nu").fill(NEW)
    opened.get_by_role("button", name="Använd koden").click()
    is_open(opened)
    lock(opened)
    open_with(opened, NEW)
    is_open(opened)


def test_a_wrong_group_in_the_code_is_named(opened):
    code = code_of(opened).split("-")
    lock(opened)
    code[2] = ("A" if code[2][0] != "A" else "B") + code[2][1:]
    unfold(opened, "Glömt lösenfrasen?")
    opened.get_by_label("Återställningskod", exact=True).fill("-".join(code))
    opened.get_by_role("button", name="Använd koden").click()
    expect(opened.get_by_text("Grupp 3 stämmer inte.")).to_be_focused()


def test_on_paper_stands_the_code_and_nothing_of_the_binder(opened, site):
    give_name(opened, "Fjäril", shown=False)
    opened.emulate_media(media="print")
    said = opened.locator("body").inner_text()
    assert code_of(opened).replace("-", "") in re.sub(r"\s|\d\.", "", said).replace("-", "")
    assert "Fjäril" not in said
    assert "Välj pärmen, tryck på Glömt lösenfrasen?" in said


def test_a_locked_binder_shows_the_code_no_more(opened):
    code = code_of(opened)
    lock(opened)
    assert code[:5] not in opened.locator("body").inner_text()


def test_a_binder_is_taken_away_only_when_the_words_are_typed(opened):
    unfold(opened, "Ta bort pärmen")
    act = opened.get_by_role("button", name="Ta bort pärmen för alltid")
    act.click()
    expect(opened.get_by_text("Skriv orden ta bort i rutan")).to_be_focused()
    assert opened.evaluate(ROWS) == 1
    opened.get_by_label("Skriv ta bort för att bekräfta").fill("Ta bort")
    act.click()
    expect(opened.get_by_text("Pärmen är borttagen.")).to_be_visible()
    assert opened.evaluate(ROWS) == 0


def test_the_next_meeting_is_seen_when_the_binder_is_open_and_never_before(opened, site):
    open_sheet(opened, site, "inbjudan")
    line(opened, "mote").fill("3 december 2999")
    line(opened, "mote_tid").fill("14.00")
    expect(opened.locator("[data-save-state=saved]")).to_be_attached()
    opened.goto(site.url("parmar/"))
    glance = opened.locator(".binders-glance")
    expect(glance).to_contain_text("3 december 2999 klockan 14.00")
    expect(glance).to_contain_text("aldrig")
    lock(opened)
    assert "2999" not in opened.locator("body").inner_text()


def test_two_binders_show_nothing_of_each_other(opened, site):
    give_name(opened, "Fjäril", shown=False)
    line(open_sheet(opened, site, "mal"), "drom").fill("Bo nära havet")
    expect(opened.locator("[data-save-state=saved]")).to_be_attached()
    opened.goto(site.url("parmar/"))
    lock(opened)
    opened.get_by_label("Ny lösenfras", exact=True).fill(NEW)
    opened.get_by_role("button", name="Skapa pärm").click()
    is_open(opened, "Pärm 2")
    said = opened.locator("main").inner_text()
    assert "Fjäril" not in said
    assert "Mina mål" not in said
    expect(line(open_sheet(opened, site, "mal"), "drom")).to_have_value("")


def test_a_binder_of_ones_own_device_says_what_protects_it_and_opens_with_a_press(page, site):
    unfold(page, "Egen enhet")
    page.get_by_role("button", name="Skapa utan lösenfras").click()
    is_open(page)
    expect(page.locator("#parmen ~ p").first).to_contain_text("Bara enhetens skärmlås skyddar den")
    lock(page)
    expect(page.get_by_label("Lösenfras", exact=True)).to_be_hidden()
    page.get_by_role("button", name="Öppna", exact=True).click()
    is_open(page)
    open_sheet(page, site, "mal")
    expect(page.get_by_role("button", name="Lämna över")).to_have_count(0)


def test_the_words_about_ones_own_device_never_call_it_encrypted(page):
    text = page.locator("details").filter(has_text="Egen enhet").inner_text()
    said = " ".join([text, page.locator(".binders-ways > div").nth(2).inner_text()])
    assert not re.search("krypt|säker", said, re.IGNORECASE)


def test_the_ways_to_keep_are_three_sentences(page):
    ways = page.locator(".binders-ways dd")
    expect(ways).to_have_count(3)
    assert all(len(way.split()) <= 25 for way in ways.all_inner_texts())


def practise(page):
    page.get_by_role("button", name="Börja öva").click()
    expect(page.get_by_role("heading", name="Övningspärmen är öppen")).to_be_visible()
    return page


def test_practice_has_every_sheet_of_the_invented_person(page):
    practise(page)
    expect(page.locator(".binders-sheets li")).to_have_count(58)


@pytest.mark.parametrize("address", ["arbetsblad/mal/", "om/", "min-plan/", "parmar/"])
def test_practice_is_marked_on_every_page(page, site, address):
    practise(page)
    page.goto(site.url(address))
    expect(page.locator("[data-practice]")).to_contain_text("Kim finns inte på riktigt")


def test_practice_shows_the_example_and_keeps_nothing_on_the_device(page, site):
    practise(page)
    line(open_sheet(page, site, "mal"), "drom").fill("Ändrat under övning")
    expect(page.locator("[data-save-state]")).to_have_text("Övning. Inget sparas.")
    page.goto(site.url("parmar/"))
    assert page.evaluate(ROWS) == 0


def test_when_practice_ends_nothing_of_it_is_left(page, site):
    practise(page)
    page.get_by_role("button", name="Avsluta övningen").last.click()
    expect(page.locator("[data-practice]")).to_have_count(0)
    expect(line(open_sheet(page, site, "mal"), "drom")).to_have_value("")


def test_practice_never_follows_into_a_real_binder(page, site):
    practise(page)
    page.get_by_role("button", name="Avsluta övningen").last.click()
    page.get_by_label("Ny lösenfras", exact=True).fill(PASSPHRASE)
    page.get_by_role("button", name="Skapa pärm").click()
    expect(page.get_by_text("Inga blad än.")).to_be_visible()


def test_practice_does_not_begin_over_real_sheets_in_memory(page, site):
    line(open_sheet(page, site, "mal"), "drom").fill("Bo nära havet")
    expect(page.locator("[data-save-state=memory]")).to_be_attached()
    page.goto(site.url("parmar/"))
    page.get_by_role("button", name="Börja öva").click()
    expect(page.get_by_text("Det finns blad utan pärm som skulle försvinna.")).to_be_visible()
    expect(line(open_sheet(page, site, "mal"), "drom")).to_have_value("Bo nära havet")


def test_a_passphrase_can_be_pasted(page):
    pasted = page.get_by_label("Ny lösenfras", exact=True).evaluate(
        """(input, words) => {
      const data = new DataTransfer();
      data.setData("text/plain", words);
      return input.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, cancelable: true, bubbles: true}));
    }""",
        NEW,
    )
    assert pasted is True


def violations(page):
    page.evaluate(AXE)
    return page.evaluate(CHECK)


def test_the_room_has_no_barrier_with_everything_unfolded(opened):
    for summary in opened.locator("summary").all():
        summary.click()
    # What the header covers after the last click is not smaller for that.
    opened.evaluate("scrollTo(0, 0)")
    assert violations(opened) == []


def test_the_closed_room_has_no_barrier_with_everything_unfolded(opened):
    lock(opened)
    for summary in opened.locator("summary").all():
        summary.click()
    # What the header covers after the last click is not smaller for that.
    opened.evaluate("scrollTo(0, 0)")
    assert violations(opened) == []


def test_the_practice_binder_has_no_barrier(page):
    assert violations(practise(page)) == []
