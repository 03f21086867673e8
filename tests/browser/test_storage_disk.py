"""On disk: nothing a person wrote can be found there in clear, whatever happens to the browser."""

import pytest
from playwright.sync_api import expect

# Words that stand nowhere else, with letters that differ between encodings.
MARK = "Fjärilsmärke-7319-åäö"
ANSWER = f"Jag vill {MARK} och bo nära havet"
PASSPHRASE = f"lösenfras {MARK}x"
WRITE = """async ([passphrase, words]) => {
  const session = await prova.session.createBinder(passphrase);
  for (let rev = 0; rev < 25; rev += 1) await session.save(prova.draft("a", `${words} ${rev}`, {rev}));
  await session.save(prova.draft("b", words));
  await session.remove("b".repeat(16));
}"""


@pytest.mark.parametrize("ending", ["closed", "killed"])
def test_the_words_are_nowhere_in_the_profile(profile, bare, ending):
    page = bare(profile.open())
    page.evaluate(WRITE, [PASSPHRASE, ANSWER])
    page.get_by_role("link", name="Annan sida").click()
    expect(page).to_have_title("Annan")
    page.wait_for_timeout(500)
    profile.kill() if ending == "killed" else profile.close()
    assert profile.holds("ract-parm") != []
    assert profile.holds(MARK) == []


def test_words_in_memory_are_nowhere_in_the_profile(profile, bare):
    page = bare(profile.open())
    page.evaluate(
        """async (words) => {
      const session = await prova.session.resumeSession();
      await navigator.serviceWorker.ready;
      await session.save(prova.draft("a", words));
    }""",
        ANSWER,
    )
    page.get_by_role("link", name="Annan sida").click()
    expect(page).to_have_title("Annan")
    page.locator("html[data-ready]").wait_for(state="attached")
    assert page.evaluate("() => prova.words()") == [ANSWER]
    profile.kill()
    assert profile.holds(MARK) == []


def test_the_search_of_the_disk_finds_what_is_written_in_clear(profile, bare):
    page = bare(profile.open())
    page.evaluate("(words) => localStorage.setItem('x', words)", ANSWER)
    profile.close()
    assert profile.holds(MARK) != []


def test_a_saved_draft_is_there_after_the_browser_was_killed(profile, bare):
    page = bare(profile.open())
    page.evaluate(WRITE, [PASSPHRASE, ANSWER])
    profile.kill()
    again = bare(profile.open())
    words = again.evaluate(
        """async (passphrase) => {
      const [{id}] = await prova.session.listBinders();
      await prova.session.openBinder(id, passphrase);
      return prova.words();
    }""",
        PASSPHRASE,
    )
    assert words == [f"{ANSWER} 24"]


def test_a_passphrase_shown_as_text_is_not_kept_with_the_window(profile, site):
    page = profile.open().new_page()
    page.goto(site.url("parmar/"))
    page.get_by_label("Ny lösenfras").fill(PASSPHRASE)
    page.get_by_role("button", name="Visa lösenfrasen").click()
    page.goto(site.url("om/"))
    page.wait_for_timeout(3_000)
    profile.close()
    assert profile.holds(MARK) == []
