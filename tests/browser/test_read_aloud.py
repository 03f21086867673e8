"""A leaflet is read aloud by the device's own Swedish voice, and by no other."""

import json
import re

import pytest
from playwright.sync_api import expect

PAGE = "information/dina-rattigheter/"
TABLE = "information/tidiga-tecken/"
TABLET = (820, 1180)
OWN = {"lang": "sv-SE", "localService": True, "name": "Alva"}
SERVED = {"lang": "sv-SE", "localService": False, "name": "Sofie Online"}
ENGLISH = {"lang": "en-GB", "localService": True, "name": "Daniel"}
ANDROID = {"lang": "sv_SE", "localService": True, "name": "Svenska"}
# A device whose voice says nothing but remembers everything; a test decides when a sentence ends.
DEVICE = """(() => {
  class Utterance extends EventTarget { constructor(text) { super(); this.text = text; } }
  const device = new EventTarget();
  Object.assign(device, {
    voices: VOICES, said: [], cancelled: 0,
    getVoices() { return this.voices; },
    speak(utterance) { this.said.push(utterance); },
    // Remembered by the tab, so that the next page can be asked how this one was left.
    cancel() { this.cancelled += 1; sessionStorage.setItem("silenced", document.title); },
    tell(type, more = {}, at = -1) { this.said.at(at).dispatchEvent(Object.assign(new Event(type), more)); },
    arrive(voices) { this.voices = voices; this.dispatchEvent(new Event("voiceschanged")); },
    sayAll() { for (let before = 0; before < this.said.length; ) { before = this.said.length; this.tell("end"); } },
  });
  Object.defineProperty(window, "speechSynthesis", { value: device });
  Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
})();"""
STARTED = (
    "Promise.all([...document.querySelectorAll('script[type=module]')].map((s) => import(s.src)))"
)


class Device:
    """A page on a device with some voices."""

    def __init__(self, page):
        self.page = page
        self.line = page.get_by_role("group", name="Uppläsning")

    def button(self, name):
        return self.line.get_by_role("button", name=name)

    def read(self):
        self.button("Läs upp").click()

    def do(self, what):
        return self.page.evaluate(f"() => speechSynthesis.{what}")

    def said(self):
        texts = self.do("said.map((utterance) => utterance.text)")
        return [" ".join(text.split()) for text in texts]

    def marked(self):
        """The words that are marked as being said."""
        return self.page.evaluate(
            "() => [...(CSS.highlights.get('read-aloud-word') ?? [])].map(String)"
        )


@pytest.fixture
def device(new_context, site):
    """Open a leaflet on a device that has these voices."""

    def go(*voices, address=PAGE):
        width, height = TABLET
        context = new_context(viewport={"width": width, "height": height})
        context.add_init_script(DEVICE.replace("VOICES", json.dumps(voices)))
        page = context.new_page()
        page.goto(site.url(address))
        page.evaluate(STARTED)
        return Device(page)

    return go


@pytest.mark.parametrize("voices", [[], [ENGLISH], [SERVED], [ENGLISH, SERVED]])
def test_nothing_is_shown_without_a_swedish_voice_on_the_device(device, voices):
    there = device(*voices)
    expect(there.page.locator(".read-aloud")).to_have_count(0)
    assert there.said() == []


def test_the_buttons_come_when_the_voice_comes_late(device):
    there = device()
    there.do("arrive([{lang: 'sv-SE', localService: true}])")
    expect(there.button("Läs upp")).to_be_visible()
    expect(there.line).to_contain_text(
        "Enligt webbläsaren finns rösten i din enhet. Vi skickar inget."
    )
    expect(there.button("Sluta")).to_be_hidden()


def test_a_voice_that_sends_the_text_away_is_never_used(device):
    there = device(SERVED, OWN, SERVED)
    there.read()
    there.do("sayAll()")
    assert set(there.do("said.map((utterance) => utterance.voice.name)")) == {"Alva"}


def test_an_android_voice_is_known_by_its_underscore(device):
    there = device(ANDROID)
    there.read()
    assert there.do("said[0].voice.name") == "Svenska"


def test_reading_ends_when_only_a_voice_from_afar_is_left(device):
    there = device(OWN)
    there.read()
    there.do("arrive([{lang: 'sv-SE', localService: false}])")
    there.do("tell('end')")
    expect(there.page.locator(".read-aloud")).to_have_count(0)
    assert len(there.said()) == 1


def test_a_worksheet_has_no_such_buttons(device):
    there = device(OWN, address="arbetsblad/mal/")
    expect(there.page.locator(".read-aloud")).to_have_count(0)


def test_the_words_of_the_page_are_read_in_order_without_the_notes(device):
    there = device(OWN)
    there.read()
    there.do("sayAll()")
    said = there.said()
    assert said[:7] == [
        "Dina rättigheter",
        "Här står saker som du har rätt till eller kan be om.",
        "Ta med sidan när du träffar din VSS.",
        "En plan som hänger ihop",
        "Behöver du hjälp från både kommunen och vården?",
        "Då kan du få en gemensam plan.",
        "Den kallas SIP.",
    ]
    assert said[7] == "Du kan själv fråga efter en SIP."
    assert said[-1] == "Du får ha någon med dig."
    together = " ".join(said)
    for silent in (
        "Läs i ordlistan",
        "case manager",
        "Källor",
        "Ladda ner",
        "Lästid",
        "Vi skickar inget",
    ):
        assert silent not in together


def test_every_word_of_the_text_is_read_once(device):
    there = device(OWN, address=TABLE)
    there.read()
    there.do("sayAll()")
    shown = there.page.evaluate(
        """() => {
          const copy = document.querySelector("article.prose").cloneNode(true);
          const aside = ".band, .facts, .read-aloud, .paper, .sources, .paper-foot, .onward, .word-note";
          for (const part of copy.querySelectorAll(aside)) part.remove();
          return copy.textContent;
        }"""
    )
    assert re.findall(r"\w+", " ".join(there.said())) == re.findall(r"\w+", shown)


def test_the_squares_of_a_row_are_read_with_a_stop_between(device):
    there = device(OWN, address=TABLE)
    there.read()
    there.do("sayAll()")
    said = there.said()
    first = said.index("Sömn och kropp.")
    assert said[first + 1] == "Jag sover mindre, eller mycket mer."


def test_a_pause_stops_the_voice_and_going_on_says_the_sentence_anew(device):
    there = device(OWN)
    there.read()
    there.do("tell('end')")
    there.button("Pausa").click()
    assert there.do("cancelled") == 1
    there.do("tell('error')")  # what browsers tell of a sentence that was broken off
    expect(there.line).to_contain_text("Vi skickar inget.")
    there.button("Fortsätt").click()
    assert there.said()[1:] == [there.said()[1]] * 2
    there.do("tell('end', {}, -2)")  # a late word from the sentence that was paused
    assert len(there.said()) == 3
    expect(there.button("Pausa")).to_be_focused()


@pytest.mark.parametrize("way", ["button", "Escape"])
def test_stopping_leaves_no_mark_and_starts_from_the_top_again(device, way):
    there = device(OWN)
    there.read()
    there.do("tell('end')")
    if way == "button":
        there.button("Sluta").click()
    else:
        there.page.keyboard.press("Escape")
    expect(there.button("Sluta")).to_be_hidden()
    expect(there.button("Läs upp")).to_be_focused()
    expect(there.page.locator(".is-read-aloud")).to_have_count(0)
    assert there.do("cancelled") == 1
    there.read()
    assert there.said()[-1] == "Dina rättigheter"


def test_the_end_of_the_page_leaves_the_button_as_it_was(device):
    there = device(OWN)
    there.read()
    there.do("sayAll()")
    expect(there.button("Läs upp")).to_be_focused()
    expect(there.page.locator(".is-read-aloud")).to_have_count(0)


def test_a_voice_that_fails_is_told_in_words_and_can_go_on(device):
    there = device(OWN)
    there.read()
    there.do("tell('error')")
    expect(there.line.get_by_role("status")).to_contain_text("Uppläsningen avbröts.")
    there.button("Fortsätt").click()
    assert there.said() == ["Dina rättigheter"] * 2
    expect(there.line.get_by_role("status")).to_have_text(
        "Enligt webbläsaren finns rösten i din enhet. Vi skickar inget."
    )


def test_the_part_and_the_word_being_read_are_marked(device):
    there = device(OWN)
    there.read()
    for _ in range(2):
        there.do("tell('end')")
    block = there.page.locator(".is-read-aloud")
    expect(block).to_have_class(re.compile(r"\bgist\b"))
    at = there.do("said.at(-1).text.indexOf('VSS')")
    there.do(f"tell('boundary', {{name: 'word', charIndex: {at}, charLength: 3}})")
    assert there.marked() == ["VSS"]


def test_a_word_is_marked_whole_where_the_browser_does_not_tell_its_length(device):
    there = device(OWN)
    there.read()
    there.do("tell('boundary', {name: 'word', charIndex: 5})")
    assert there.marked() == ["rättigheter"]
    there.button("Pausa").click()
    assert there.marked() == []


def test_a_part_out_of_sight_comes_into_sight_and_the_keyboard_stays(device):
    there = device(OWN)
    there.page.emulate_media(reduced_motion="reduce")
    there.read()
    while there.said()[-1] != "Är du inte nöjd?":
        there.do("tell('end')")
    expect(there.page.locator(".is-read-aloud")).to_be_in_viewport(ratio=1)
    expect(there.button("Pausa")).to_be_focused()


def test_leaving_the_page_silences_the_voice(device, site):
    there = device(OWN)
    there.read()
    left = there.page.title()
    there.page.goto(site.url(TABLE))
    assert there.page.evaluate("() => sessionStorage.getItem('silenced')") == left


def test_nothing_of_it_is_printed(device):
    there = device(OWN)
    there.read()
    there.page.emulate_media(media="print")
    expect(there.line).to_be_hidden()
    tint = there.page.locator(".is-read-aloud").evaluate("e => getComputedStyle(e).backgroundColor")
    assert tint == "rgba(0, 0, 0, 0)"
