import json
import re


def part(tracked_texts, name):
    parts = json.loads(tracked_texts["tools/runtime.lock.json"])["parts"]
    return next(entry["version"] for entry in parts if entry["name"] == name)


def test_pyodide_has_one_version_everywhere(tracked_texts):
    package = json.loads(tracked_texts["package.json"])["dependencies"]["pyodide"]
    lock = json.loads(tracked_texts["package-lock.json"])["packages"]["node_modules/pyodide"]
    assert {package} == {lock["version"], part(tracked_texts, "Pyodide")}


def test_no_file_speaks_of_another_pyodide(tracked_texts):
    version = json.loads(tracked_texts["package.json"])["dependencies"]["pyodide"]
    said = {
        (name, found[1])
        for name, text in tracked_texts.items()
        for found in re.finditer(r"[Pp]yodide[ @/v\":]+(\d+\.\d+\.\d+)", text)
    }
    assert set() == {(name, number) for name, number in said if number != version}


def test_typst_has_one_version_for_build_and_browser(tracked_texts):
    versions = {
        re.search(r"^typst==([\d.]+)", tracked_texts[name], re.MULTILINE)[1]
        for name in ("requirements.in", "requirements.lock", "requirements-browser.lock")
    }
    assert versions == {part(tracked_texts, "Typst")}


def test_the_browsers_wheel_is_made_for_this_pyodide(root, tracked_texts):
    lock = json.loads((root / ".runtime/runtime/pyodide/pyodide-lock.json").read_text("utf-8"))
    wheel = next(path for path in runtime_files(tracked_texts) if path.endswith(".whl"))
    assert f"pyemscripten_{lock['info']['abi_version']}_wasm32" in wheel


def runtime_files(tracked_texts):
    return json.loads(tracked_texts["tools/runtime.lock.json"])["files"]


def test_every_package_is_named_with_an_exact_version(tracked_texts):
    package = json.loads(tracked_texts["package.json"])
    loose = [
        f"{name} {version}"
        for kind in ("dependencies", "devDependencies")
        for name, version in package[kind].items()
        if not re.fullmatch(r"\d+\.\d+\.\d+", version)
    ]
    for name in ("requirements.in", "requirements-test.in", "requirements-node.in"):
        lines = [line.strip() for line in tracked_texts[name].splitlines()]
        loose += [line for line in lines if line and line[0] not in "#-" and "==" not in line]
    assert loose == []
