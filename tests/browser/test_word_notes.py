"""An explained word opens its note by tap, mouse and keyboard, closes again, and is plain on paper."""

import pytest
from playwright.sync_api import expect

PAGE = "flikar/2-komma-igang/samtycke-och-sekretess/"
TABLET, PHONE = (820, 1180), (390, 844)


@pytest.fixture
def word(visit):
    """Open a page on a device and find a word that is explained there, and its note."""

    def find(size=TABLET, **options):
        page = visit(PAGE, size, **options)
        return page.locator("button.word", has_text="resursgruppsmöte"), page.locator(
            "#ord-resursgruppsmote"
        )

    return find


def test_a_tap_opens_escape_closes_and_the_keyboard_stays_at_the_word(word):
    button, note = word(has_touch=True)
    button.tap()
    expect(note).to_contain_text("Bara här ändras planen.")
    expect(note).to_be_visible()
    note.get_by_role("link", name="Läs i ordlistan").focus()
    button.page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(button).to_be_focused()


def test_a_second_tap_closes(word):
    button, note = word(has_touch=True)
    button.tap()
    button.tap()
    expect(note).to_be_hidden()


def test_the_note_opens_without_scripts(word):
    button, note = word(java_script_enabled=False)
    button.click()
    expect(note).to_be_visible()


def test_the_tab_key_opens_on_the_way_in_and_closes_on_the_way_out(word):
    button, note = word()
    button.page.keyboard.press("Tab")
    button.focus()
    expect(note).to_be_visible()
    button.page.keyboard.press("Tab")
    expect(note.get_by_role("link")).to_be_focused()
    button.page.keyboard.press("Tab")
    expect(note).to_be_hidden()


def test_a_mouse_that_rests_opens_and_may_move_into_the_note(word):
    button, note = word()
    button.hover()
    expect(note).to_be_visible()
    note.hover()
    button.page.wait_for_timeout(600)
    expect(note).to_be_visible()
    button.page.mouse.move(5, 1000)
    expect(note).to_be_hidden()


def test_a_click_keeps_open_what_the_mouse_only_rested_on(word):
    button, note = word()
    button.hover()
    expect(note).to_be_visible()
    button.click()
    button.page.mouse.move(5, 1000)
    button.page.wait_for_timeout(600)
    expect(note).to_be_visible()


@pytest.mark.parametrize("size", [TABLET, PHONE])
def test_every_note_stands_whole_within_the_screen(visit, size):
    page = visit(PAGE, size)
    outside = page.evaluate("""async () => {
      const found = [];
      for (const word of document.querySelectorAll("button.word")) {
        word.scrollIntoView({block: "center"});
        const note = document.getElementById(word.getAttribute("popovertarget"));
        word.click();
        await new Promise(requestAnimationFrame);
        const box = note.getBoundingClientRect();
        const inside = box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
        if (!inside || box.height < 40) found.push(`${word.textContent} ${JSON.stringify(box)}`);
        note.hidePopover();
      }
      return found;
    }""")
    assert outside == []


def test_on_paper_the_word_is_plain(word):
    button, note = word()
    button.click()
    button.page.emulate_media(media="print")
    assert "none" in button.evaluate("e => getComputedStyle(e).textDecorationLine")
    expect(note).to_be_hidden()
