import re

from tools.shape import javascript_modules, javascript_purpose, python_modules, tables, with_table

# Written in pieces, so that this file does not hold what it looks for.
HOSTS = "|".join(
    ["registry" + r"\.npmjs", "pypi" + r"\.org", "python" + "hosted", "deb" + r"\.debian"]
)
MACHINE_PATHS = "/(work|farm|root)/"
LEFT_BEHIND = r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "HA" + "CK"]) + r")\b"
CODE_ROOMS = ("src/", "macros/", "overrides/", "docs/", "tools/")


def hits(texts, pattern):
    return [name for name, text in texts.items() if re.search(pattern, text)]


def test_every_python_module_says_what_it_is_for(root):
    assert [] == [p.name for p in python_modules(root) if not module_docstring(p)]


def module_docstring(path):
    found = re.match(r'"""(.+?)"""', path.read_text(encoding="utf-8"), re.DOTALL)
    return found[1] if found else ""


def test_every_python_module_has_a_swedish_word_for_its_noun(root):
    assert [] == [
        p.name
        for p in python_modules(root)
        if not re.search(r"[Ss]venska: \w+", module_docstring(p))
    ]


def test_every_python_module_says_what_it_may_import(root):
    assert [] == [
        p.name
        for p in python_modules(root)
        if not re.search(r"[Mm]ay import|imports\s+nothing but", module_docstring(p))
    ]


def test_every_javascript_module_says_what_it_is_for(root):
    assert [] == [p.name for p in javascript_modules(root) if not javascript_purpose(p)]


def test_every_exported_function_in_javascript_has_its_types(root):
    texts = {str(path): path.read_text(encoding="utf-8") for path in javascript_modules(root)}
    bare = [
        f"{name}: {found[1]}"
        for name, text in texts.items()
        for found in re.finditer(r"^export (?:async )?function\*? (\w+)", text, re.MULTILINE)
        if not text[: found.start()].rstrip().endswith("*/")
    ]
    assert bare == []


def test_the_architecture_page_tells_of_the_code_as_it_is(root):
    document = (root / "ARCHITECTURE.md").read_text(encoding="utf-8")
    expected = document
    for name, table in tables(root).items():
        expected = with_table(expected, name, table)
    assert expected == document, "make shape writes the tables anew"


def test_no_file_names_a_package_registry(tracked_texts):
    texts = {name: text for name, text in tracked_texts.items() if not name.endswith(".lock")}
    assert hits(texts, HOSTS) == []


def test_no_file_names_a_path_of_a_machine(tracked_texts):
    assert hits(tracked_texts, MACHINE_PATHS) == []


def test_nothing_is_left_behind_for_later(tracked_texts):
    rooms = {name: text for name, text in tracked_texts.items() if name.startswith(CODE_ROOMS)}
    assert hits(rooms, LEFT_BEHIND) == []


def test_the_npm_lock_names_no_addresses_to_fetch_from(tracked_texts):
    assert '"resolved"' not in tracked_texts["package-lock.json"]


def test_every_command_that_the_guides_name_is_there(tracked_texts):
    targets = set(re.findall(r"^([a-z-]+):", tracked_texts["Makefile"], re.MULTILINE))
    guides = [name for name in tracked_texts if re.fullmatch(r"[A-Z]+\.md|\.ci/run", name)]
    named = {
        word
        for name in guides
        for word in re.findall(r"(?:^|[`(] ?)make ([a-z-]+)", tracked_texts[name], re.MULTILINE)
    }
    assert {"serve", "test", "check"} <= named <= targets
