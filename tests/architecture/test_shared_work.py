"""What the tests share between workers, and the order in which their files are handed out."""

from tests.conftest import LONG_FIRST, place_in_line


def test_a_folder_that_is_shared_is_filled_by_the_first_who_asks(made_once, tmp_path):
    fillings = []
    first = made_once(f"{tmp_path.name}-shared", fillings.append)
    second = made_once(f"{tmp_path.name}-shared", fillings.append)
    assert ([first], first) == (fillings, second)


def test_a_folder_whose_filling_failed_is_filled_by_the_next(made_once, tmp_path):
    name = f"{tmp_path.name}-failed"
    tries = []

    def fill(folder):
        tries.append(folder)
        if len(tries) == 1:
            raise OSError

    try:
        made_once(name, fill)
    except OSError:
        made_once(name, fill)
    assert len(tries) == 2


def test_every_file_that_is_handed_out_first_exists(root):
    assert [] == [file for file in LONG_FIRST if not (root / file).is_file()]


def test_what_plays_in_a_browser_is_handed_out_before_the_many_small_tests():
    browser, small = "tests/browser/test_print.py", "tests/ract/test_model.py"
    files = [small, browser, *reversed(LONG_FIRST)]
    assert [*LONG_FIRST, browser, small] == sorted(files, key=place_in_line)
