import ast

import pytest

from tools.shape import javascript_modules, python_modules

MODULE_LINES = 350
FUNCTION_LINES = 40
TRACKED_BYTES = 400_000


def lines_of(path):
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_module_is_longer_than_one_can_keep_in_mind(root):
    modules = python_modules(root) + javascript_modules(root)
    assert {} == {p.name: n for p in modules if (n := lines_of(p)) > MODULE_LINES}


def test_no_function_is_longer_than_a_screen(root):
    long = {}
    for path in python_modules(root):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.FunctionDef)
                and node.end_lineno - node.lineno >= FUNCTION_LINES
            ):
                long[f"{path.name}:{node.name}"] = node.end_lineno - node.lineno + 1
    assert long == {}


def test_no_large_file_is_kept_in_git(root, tracked_files):
    sizes = {str(path): (root / path).stat().st_size for path in tracked_files}
    assert {} == {path: size for path, size in sizes.items() if size > TRACKED_BYTES}


@pytest.mark.parametrize("word", ["utils", "helpers", "manager", "misc", "common"])
def test_no_module_has_a_name_that_says_nothing(root, word):
    modules = python_modules(root) + javascript_modules(root)
    assert [] == [path.name for path in modules if path.stem == word]
