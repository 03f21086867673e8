"""An editor's mistake is told in plain words by a real build, and shown wherever one looks until it is mended."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager

import pytest
import yaml

from macros.build_words import unforeseen_line
from macros.mistake_page import mistake_page
from macros.preview import build_site
from tests.macros.small_project import SHEET, small_project, write_page, write_settings

ADDRESS = "127.0.0.1:8000"
PATIENCE = 90
"""Seconds that the slowest machine may need to show a change."""
BAD_LINKS = """---
title: Om
---

[a](finns-inte.md)
[b](../index.md#nej)
[c](#nej)
[d](/rot/)
[e](../arbetsblad/min-morgon)
"""


@pytest.fixture
def project(tmp_path, root):
    """A project of three pages that a test may spoil."""
    folder = tmp_path / "project"
    folder.mkdir()
    return small_project(folder, root)


@pytest.fixture
def lines(project, tmp_path):
    """Build the project, and return what the editor is told."""
    return lambda: build_site(project, tmp_path / "site", ADDRESS)


def test_a_project_without_mistakes_has_nothing_to_mend(lines, tmp_path):
    assert lines() == []
    assert (tmp_path / "site/arbetsblad/min-morgon/index.html").is_file()


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (5, "Länken ”finns-inte.md” leder till en fil som inte finns. Rätta adressen"),
        (6, "Länken ”../index.md#nej” leder till en rubrik som inte finns."),
        (7, "Länken ”#nej” leder till en rubrik som inte finns."),
        (8, "Länken ”/rot/” går inte att följa. Skriv vägen till filen"),
        (9, "går inte att följa. Menade du ”../arbetsblad/min-morgon.md”?"),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_its_line(project, lines, number, words):
    write_page(project, "om/index.md", BAD_LINKS)
    told = [line for line in lines() if line.startswith(f"docs/om/index.md rad {number}: ")]
    assert len(told) == 1
    assert words in told[0]


def test_a_page_that_the_menu_lacks_is_told(project, lines):
    write_page(project, "om/ny.md", "---\ntitle: Ny\n---\n")
    expected = "Sidan finns inte i menyn. Lägg till den i mkdocs.yml, under nav."
    assert lines() == [f"docs/om/ny.md rad 1: {expected}"]


def test_a_page_that_only_the_menu_has_is_told_with_its_line(project, lines):
    settings = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    write_settings(project, settings | {"nav": [*settings["nav"], "om/borta.md"]})
    rows = (project / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    number = rows.index("- om/borta.md") + 1
    start = f"mkdocs.yml rad {number}: Sidan ”om/borta.md” finns inte i docs."
    assert [line[: len(start)] for line in lines()] == [start]


def test_settings_that_cannot_be_read_are_told_with_their_line(project, lines):
    (project / "mkdocs.yml").write_text("site_name: RACT\nnav:\n  - a: b: c\n", encoding="utf-8")
    assert [line.partition(": ")[0] for line in lines()] == ["mkdocs.yml rad 3"]


def test_a_setting_of_the_wrong_kind_is_told_by_its_name(project, lines):
    settings = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    write_settings(project, settings | {"nav": "index.md"})
    assert "Inställningen ”nav” går inte att använda. Ta tillbaka ändringen." in lines()[0]


def test_settings_that_are_gone_are_told(project, lines):
    (project / "mkdocs.yml").unlink()
    assert lines() == ["mkdocs.yml saknas. Lägg tillbaka filen."]


def test_a_file_in_another_encoding_is_told_with_its_line(project, lines):
    (project / "docs/arbetsblad/min-morgon.md").write_bytes(SHEET.encode("latin-1"))
    expected = "Raden har ett tecken som inte går att läsa. Spara filen med kodningen UTF-8."
    assert lines() == [f"docs/arbetsblad/min-morgon.md rad 3: {expected}"]


def test_a_setting_that_nobody_foresaw_is_told_without_a_traceback(project, lines):
    settings = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    settings["extra"]["flikar"] = ["Introduktion"]
    write_settings(project, settings)
    (told,) = lines()
    assert told.startswith("Bygget stannade av något oväntat: ")
    assert "Ta tillbaka den senaste ändringen." in told


def test_an_unforeseen_mistake_is_told_with_its_place_in_the_code():
    with pytest.raises(KeyError) as caught:
        {}["namn"]
    told = unforeseen_line(caught.value)
    assert re.search(r"KeyError: 'namn' \(test_preview\.py rad \d+\)", told)


def test_what_an_editor_wrote_is_only_ever_text_on_the_page_of_mistakes():
    page = mistake_page(["docs/a.md rad 3: ”<script>alert(1)</script>” är fel."])
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)" in page


@contextmanager
def served(project):
    """Run the preview on a free port, and give what asks for a page and what was said so far."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    command = [sys.executable, "-m", "macros.preview", "--port", port]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    said = project / "said.txt"
    with said.open("w", encoding="utf-8") as output:
        running = subprocess.Popen(
            command, cwd=project, stdout=output, stderr=subprocess.STDOUT, env=environment
        )
    try:
        address = f"http://127.0.0.1:{port}/"
        yield (lambda path: fetch(address + path)), lambda: said.read_text(encoding="utf-8")
    finally:
        running.terminate()
        running.wait(timeout=PATIENCE)


def fetch(address):
    """Return the status and the text of one page."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as reply:
            return reply.status, reply.read().decode("utf-8")
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode("utf-8")
    except urllib.error.URLError:
        return 0, ""


def wait_for(look, what):
    """Return what a look gives, as soon as it gives something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.05)
    pytest.fail(f"{what} did not come", pytrace=False)


def test_a_mistake_at_the_start_is_shown_until_it_is_mended(project):
    write_page(project, "arbetsblad/min-morgon.md", SHEET.replace("flik: 7", "flik: 17"))
    with served(project) as (page, said):
        status, text = wait_for(lambda: (reply := page("om/"))[0] and reply, "an answer")
        assert (status, "<strong>docs/arbetsblad/min-morgon.md rad 5</strong>" in text) == (
            500,
            True,
        )
        write_page(project, "arbetsblad/min-morgon.md", SHEET)
        wait_for(lambda: "Om pärmen" in page("om/")[1], "the site")
        assert "docs/arbetsblad/min-morgon.md rad 5: " in said()


def test_a_mistake_that_comes_later_is_shown_instead_of_the_old_site(project):
    with served(project) as (page, said):
        wait_for(lambda: "Om pärmen" in page("om/")[1], "the site")
        write_page(project, "om/index.md", "---\ntitle: Om\n---\n\n[a](finns-inte.md)\n")
        wait_for(
            lambda: "leder till en fil som inte finns" in page("arbetsblad/min-morgon/")[1],
            "the mistake",
        )
        assert "livereload(" in page("")[1]
        write_page(project, "om/index.md", "---\ntitle: Om\n---\n\nLagat\n")
        wait_for(lambda: "Lagat" in page("om/")[1], "the mended site")
        assert "Traceback" not in said()


def test_a_change_is_told_to_the_pages_that_are_open(project):
    with served(project) as (page, _):
        text = wait_for(lambda: page("om/")[1], "the site")
        epoch = re.search(r"livereload\((\d+), \d+\)", text)[1]
        write_page(project, "om/index.md", "---\ntitle: Om\n---\n\nÄndrat\n")
        _, newer = page(f"livereload/{epoch}/1")
        assert int(newer) > int(epoch)
