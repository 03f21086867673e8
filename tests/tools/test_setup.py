import sys

import pytest

from tools import setup
from tools.setup import SetupError, find_program, fingerprint, main, make_venv, once, run


@pytest.fixture
def steps():
    """The steps that were run, in order."""
    return []


def test_a_step_runs_the_first_time(tmp_path, steps):
    once(tmp_path / "stamp", "a", "…", lambda: steps.append(1))
    assert steps == [1]


def test_a_step_with_the_same_inputs_runs_once(tmp_path, steps):
    for _ in range(2):
        once(tmp_path / "stamp", "a", "…", lambda: steps.append(1))
    assert steps == [1]


def test_a_step_with_other_inputs_runs_again(tmp_path, steps):
    for inputs in "ab":
        once(tmp_path / "stamp", inputs, "…", lambda: steps.append(1))
    assert steps == [1, 1]


def test_a_step_that_failed_leaves_no_stamp(tmp_path):
    with pytest.raises(SetupError):
        once(tmp_path / "stamp", "a", "…", lambda: run(sys.executable, "-c", "raise SystemExit(1)"))
    assert not (tmp_path / "stamp").exists()


def test_two_files_do_not_look_like_one(tmp_path):
    (tmp_path / "a").write_text("x")
    (tmp_path / "b").write_text("xx")
    assert fingerprint(tmp_path / "a", "xx") != fingerprint(tmp_path / "b", "x")


@pytest.fixture
def linked(tmp_path):
    """A folder of the project that leads to somebody else's, and that folder."""
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "kept").write_text("kept")
    link = tmp_path / ".venv"
    link.symlink_to(theirs)
    return link, theirs


def test_a_step_refuses_to_work_through_a_link(linked, steps):
    link, _ = linked
    with pytest.raises(SetupError, match=r"^Mappen \.venv är en länk .+$"):
        once(link / ".stamp", "a", "…", lambda: steps.append(1))
    assert steps == []


def test_a_step_that_need_not_run_may_stand_behind_a_link(linked, steps):
    link, theirs = linked
    (theirs / ".stamp").write_text("a", encoding="utf-8")
    once(link / ".stamp", "a", "…", lambda: steps.append(1))
    assert steps == []


def test_an_environment_behind_a_link_is_never_emptied(linked, monkeypatch):
    link, theirs = linked
    monkeypatch.setattr(setup, "VENV", link)
    monkeypatch.setattr(setup, "PYTHON", link / "bin" / "python")
    with pytest.raises(SetupError, match="är en länk"):
        make_venv()
    assert (theirs / "kept").read_text() == "kept"


@pytest.mark.parametrize(
    ("folder", "step"),
    [("node_modules", setup.install_javascript), (".runtime", setup.assemble_runtime)],
)
def test_nothing_is_laid_out_through_a_link(linked, monkeypatch, steps, folder, step):
    link, theirs = linked
    link.rename(link.with_name(folder))
    for name in ("package.json", "package-lock.json", *setup.RUNTIME_INPUTS):
        (theirs.parent / name).parent.mkdir(exist_ok=True)
        (theirs.parent / name).write_text("", encoding="utf-8")
    monkeypatch.setattr(setup, "ROOT", theirs.parent)
    monkeypatch.setattr(setup, "run", lambda *_: steps.append(1))
    with pytest.raises(SetupError, match=f"^Mappen {folder} är en länk"):
        step()
    assert steps == []


def test_an_environment_that_cannot_be_made_anew_is_left_as_it_was(tmp_path, monkeypatch):
    venv = tmp_path / ".venv"
    venv.mkdir()
    (venv / "kept").write_text("kept")
    monkeypatch.setattr(setup, "VENV", venv)

    def fail_midway(*_):
        venv.mkdir()
        (venv / "half").write_text("half")
        raise SetupError("disken är full")

    monkeypatch.setattr(setup, "run", fail_midway)
    with pytest.raises(SetupError, match="disken är full"):
        make_venv()
    assert [path.name for path in venv.iterdir()] == ["kept"]
    assert [path.name for path in tmp_path.iterdir()] == [".venv"]


def test_an_environment_that_is_made_anew_takes_the_place_of_the_old_one(tmp_path, monkeypatch):
    venv = tmp_path / ".venv"
    venv.mkdir()
    (venv / "old").write_text("old")
    monkeypatch.setattr(setup, "VENV", venv)
    monkeypatch.setattr(setup, "run", lambda *_: venv.mkdir(exist_ok=True))
    make_venv()
    assert list(tmp_path.rglob("*")) == [venv]


def test_a_command_that_fails_says_what_it_said(tmp_path):
    with pytest.raises(SetupError, match="disken är full"):
        run(sys.executable, "-c", "raise SystemExit('disken är full')")


def test_a_machine_without_venv_is_told_which_package_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    monkeypatch.setattr(setup, "is_root_on_debian", lambda: False)
    with pytest.raises(
        SetupError, match=r"^Python saknar venv\. Installera paketet python3\.\d+-venv"
    ):
        make_venv()


def test_a_machine_without_venv_gets_the_package_when_we_may_install_it(
    tmp_path, monkeypatch, steps
):
    monkeypatch.setattr(setup, "VENV", tmp_path / ".venv")
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    monkeypatch.setattr(setup, "is_root_on_debian", lambda: True)
    monkeypatch.setattr(setup, "install_debian", steps.append)
    monkeypatch.setattr(setup, "run", lambda *_: None)
    make_venv()
    assert steps == [f"python3.{sys.version_info.minor}-venv"]


@pytest.mark.parametrize(
    ("version", "expected"), [((24, 0), "/usr/bin/npm"), ((18, 13), "npm"), ((), "npm")]
)
def test_npm_is_the_machines_own_when_its_node_is_new_enough(monkeypatch, version, expected):
    monkeypatch.setattr(setup.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(setup, "node_version", lambda _: version)
    monkeypatch.setattr(setup, "install_python", lambda _: None)
    found = find_program("npm")
    assert expected == (found if version >= setup.OLDEST_NODE else found.rsplit("/", 1)[-1])


def test_npm_comes_from_the_venv_when_the_machine_has_none(monkeypatch, steps):
    monkeypatch.setattr(setup.shutil, "which", lambda _: None)
    monkeypatch.setattr(setup, "install_python", steps.append)
    assert find_program("npm") == str(setup.BIN / "npm")
    assert steps == ["requirements-node.lock"]


def test_an_old_python_is_told_so_in_plain_words(monkeypatch, capsys):
    monkeypatch.setattr(setup, "OLDEST_PYTHON", (99, 0))
    assert main(["site"]) == 1
    assert "behöver Python 3.11 eller nyare" in capsys.readouterr().out


def test_an_unknown_word_is_answered_with_the_known_ones(capsys):
    assert main(["allt"]) == 2
    assert capsys.readouterr().out == "Okänt val. Skriv ett av: site, test.\n"


def test_when_everything_is_in_place_no_step_is_left_to_run(monkeypatch, steps):
    def look(stamp, inputs, title, step):
        if not stamp.is_file() or stamp.read_text(encoding="utf-8") != inputs:
            steps.append(title)

    monkeypatch.setattr(setup, "once", look)
    monkeypatch.setattr(setup, "install_debian", steps.append)
    assert main(["test"]) == 0
    assert steps == []


def test_a_machine_that_cannot_steer_a_browser_is_told_which_package_it_lacks(monkeypatch):
    monkeypatch.setattr(setup, "drives_browsers", lambda: False)
    monkeypatch.setattr(setup, "is_root_on_debian", lambda: False)
    with pytest.raises(SetupError, match="libatomic1"):
        setup.install_driver_library()


def test_a_bare_debian_gets_the_library_that_steering_a_browser_needs(monkeypatch, steps):
    monkeypatch.setattr(setup, "drives_browsers", lambda: False)
    monkeypatch.setattr(setup, "is_root_on_debian", lambda: True)
    monkeypatch.setattr(setup, "install_debian", steps.append)
    setup.install_driver_library()
    assert steps == ["libatomic1"]
