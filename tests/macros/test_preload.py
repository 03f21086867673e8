import pytest

from macros.preload import (
    Starter,
    import_graph,
    preload_pages,
    read_starters,
    started_modules,
    static_imports,
    with_preloads,
)

MAIN = """// The entry.
import { startLook } from "./frame/look.js";

const ROOMS = [
  ["form[data-worksheet]", "./form/worksheet.js"],
  ['[data-page="parmar"]', "./pages/binders.js"],
];
const { startSearch } = await import("./frame/search.js");
"""
MODULES = {
    "main.js": MAIN,
    "frame/look.js": "",
    "frame/search.js": "",
    "form/worksheet.js": 'import { part } from "./parts.js";\nimport { say } from "../shared/dom.js";\n',
    "form/parts.js": 'import { say } from "../shared/dom.js";\n',
    "shared/dom.js": 'import { worksheet } from "../form/worksheet.js";\n',
    "pages/binders.js": 'import { say } from "../shared/dom.js";\n',
}
STARTERS = (
    Starter("form", "data-worksheet", "", "assets/js/form/worksheet.js"),
    Starter("", "data-page", "parmar", "assets/js/pages/binders.js"),
)


@pytest.fixture
def site(tmp_path):
    """A small site of modules that import one another, one of them in a circle."""
    for name, text in MODULES.items():
        path = tmp_path / "assets/js" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def page(body, way=""):
    script = f'<script src="{way}assets/js/main.js" type="module"></script>'
    return f"<html><head><title>x</title></head><body>{body}{script}</body></html>"


@pytest.mark.parametrize(
    "line",
    [
        'import { a } from "./b.js";',
        'import {\n  a,\n  c,\n} from "./b.js";',
        'import * as a from "./b.js";',
        'import "./b.js";',
        'export { a } from "./b.js";',
        'export * from "./b.js";',
    ],
)
def test_every_way_to_import_before_running_is_read(line):
    assert static_imports(f"// First.\n{line}\n", "x/a.js") == ["x/b.js"]


@pytest.mark.parametrize(
    "line",
    [
        'const a = await import("./b.js");',
        '/** @typedef {import("./b.js").A} A */',
        'export const a = "./b.js";',
        'export function a() {\n  return "./b.js";\n}',
        'const address = new URL("./b.js", import.meta.url);',
    ],
)
def test_what_is_not_imported_before_running_is_left_out(line):
    assert static_imports(f"{line}\n", "x/a.js") == []


def test_a_module_brings_all_that_it_imports_each_once_and_the_nearest_first(site):
    graph = import_graph(site, "assets/js/form/worksheet.js")
    names = ["form/worksheet.js", "form/parts.js", "shared/dom.js"]
    assert graph == [f"assets/js/{name}" for name in names]


def test_the_table_of_what_pages_start_is_read_from_the_main_script():
    assert read_starters(MAIN) == STARTERS


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<form data-worksheet="mal"></form>', ["assets/js/form/worksheet.js"]),
        ('<div data-worksheet="mal"></div>', []),
        ('<p data-page="parmar">', ["assets/js/pages/binders.js"]),
        ('<p data-page="annan">', []),
        ("<p>&lt;form data-worksheet&gt;</p>", []),
    ],
)
def test_a_page_starts_what_it_holds(body, expected):
    assert list(started_modules(page(body), STARTERS)) == expected


def test_a_page_names_its_modules_as_it_names_its_main_script():
    html = with_preloads(page("", way="../../"), ["assets/js/main.js"])
    assert '<link rel="modulepreload" href="../../assets/js/main.js"></head>' in html


def test_a_page_without_the_main_script_is_left_as_it_is():
    assert with_preloads("<head></head>", ["assets/js/main.js"]) == "<head></head>"


def test_a_page_to_read_names_nothing_that_only_a_form_imports(site):
    (site / "index.html").write_text(page("<p>Text</p>"))
    preload_pages(site)
    html = (site / "index.html").read_text()
    assert html.count("modulepreload") == len(["main.js", "frame/look.js"])
