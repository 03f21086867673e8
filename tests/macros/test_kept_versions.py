"""Every published version of a sheet is kept, and a change of questions needs a new one."""

import json
import shutil

import pytest

from macros.catalogue import read_catalogue
from macros.kept_versions import faults, keep, old_questions, publish_old_questions, read_kept

SHEET = """---
title: Mina mål
formulär:
  version: {version}
  flik: 7
  fas: [planering]
  steg: [9]
  nivå: kärna
  fylls i av: [brukare]
  tid: 20 minuter
  syfte: Att veta vart vi ska.
  avsnitt:
    - rubrik: Mål
      fält:
        - {{id: {id}, typ: text, fråga: "{question}", hjälp: "{hint}"}}
  exempel:
    svar: {{{id}: "Påhittat exempel"}}
{more}
---
"""


class Repository:
    """A small repository whose one sheet is rewritten as an editor does."""

    def __init__(self, root):
        self.root = root
        (root / "docs" / "arbetsblad").mkdir(parents=True)

    def write(self, *, version=1, id="drom", question="Vad drömmer du om?", hint="", more=""):  # noqa: A002
        text = SHEET.format(
            version=version, id=id, question=question, hint=hint or "Ett ord", more=more
        )
        (self.root / "docs/arbetsblad/mal.md").write_text(text, encoding="utf-8")
        return self

    @property
    def catalogue(self):
        return read_catalogue(self.root / "docs")

    def keep(self, **how):
        keep(self.root, self.catalogue, **how)
        return self

    def faults(self):
        return list(faults(self.root, self.catalogue))


@pytest.fixture
def repository(tmp_path):
    return Repository(tmp_path).write().keep()


def test_a_kept_version_has_no_fault(repository):
    assert repository.faults() == []


def test_a_new_sheet_tells_what_to_run(repository):
    shutil.rmtree(repository.root / "versions")
    assert repository.faults() == [
        "Bladet mal: version 1 är inte sparad än. Kör: make keep-versions"
    ]


@pytest.mark.parametrize("change", [{"id": "dromen"}, {"question": "Vad vill du?"}])
def test_a_change_of_questions_without_a_new_version_tells_what_to_do(repository, change):
    (line,) = repository.write(**change).faults()
    assert "Höj ”version:” till 2 i docs/arbetsblad/mal.md" in line
    assert line.endswith("make keep-versions")


def test_a_better_hint_needs_no_new_version(repository):
    assert repository.write(hint="Skriv med egna ord").faults() == []


def test_a_raised_version_is_kept_beside_the_old_one(repository):
    repository.write(
        version=2, id="dromen", more="  ändringar:\n    - {till: 2, namn: {drom: dromen}}"
    )
    assert len(repository.faults()) == 1
    repository.keep()
    assert repository.faults() == []
    assert list(read_kept(repository.root, "mal")) == [1, 2]


def test_a_lost_old_version_is_missed(repository):
    repository.write(version=2, id="dromen").keep()
    (repository.root / "versions/mal/1.json").unlink()
    assert repository.faults() == [
        "Bladet mal: version 1 saknas i versions/mal/. Hämta tillbaka filen ur git."
    ]


def test_a_kept_version_is_never_written_over_unless_nobody_can_have_filled_it_in(repository):
    repository.write(question="Vad vill du?").keep()
    assert len(repository.faults()) == 1
    assert repository.keep(unpublished=True).faults() == []


def test_the_questions_that_are_gone_are_published_with_their_words(repository, tmp_path):
    repository.write(version=2, id="vilja", question="Vad vill du?").keep()
    publish_old_questions(repository.root, tmp_path, repository.catalogue)
    assert json.loads((tmp_path / "old-questions.json").read_text("utf-8")) == {
        "mal": {"drom": "Vad drömmer du om?"}
    }


def test_nothing_is_published_of_sheets_that_have_not_changed(repository):
    assert old_questions(repository.root, repository.catalogue) == {}
