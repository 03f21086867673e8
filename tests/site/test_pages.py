import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

# What a browser fetches by itself when it shows a page.
FETCHED = {
    "script": ("src",), "link": ("href",), "img": ("src", "srcset"), "source": ("src", "srcset"),
    "iframe": ("src",), "object": ("data",), "embed": ("src",), "video": ("src", "poster"),
    "audio": ("src",), "use": ("href", "xlink:href"), "image": ("href", "xlink:href"), "form": ("action",),
}  # fmt: skip


def fetched(page):
    """Every address that a page makes the browser fetch."""
    return [
        element.attributes[name]
        for element in page.elements
        for name in FETCHED.get(element.tag, ())
        if name in element.attributes
    ]


def test_the_front_page_was_built(built_site):
    assert (built_site / "index.html").is_file()


def test_every_worksheet_has_its_page(built_site, root):
    sheets = {p.stem for p in (root / "docs" / "arbetsblad").glob("*.md")} - {"index"}
    built = {p.parent.name for p in (built_site / "arbetsblad").glob("*/index.html")}
    assert sheets == built != set()


def test_every_worksheet_leads_to_its_guidance_before_its_first_question(pages):
    wrong = []
    for page in pages:
        if not (page.path.startswith("arbetsblad/") and page.path.count("/") == 2):
            continue
        above = page.html.partition("<form")[0]
        wanted = re.findall(r'<h2 id="(till-dig-som-fyller-i|handledning-for-cm)"', page.html)
        linked = re.findall(r'href="#([^"]+)"', above.partition("<article")[2])
        wrong += [] if wanted and wanted == linked else [page.path]
    assert wrong == []


def test_every_page_speaks_swedish(pages):
    assert [] == [p.path for p in pages if p.all("html")[0].attributes.get("lang") != "sv"]


def test_every_page_has_exactly_one_main_heading(pages):
    assert {} == {p.path: n for p in pages if (n := len(p.all("h1"))) != 1}


def test_every_page_has_a_title_of_its_own(pages):
    titles = [re.search(r"<title>(.*?)</title>", p.html, re.DOTALL)[1].strip() for p in pages]
    assert sorted(set(titles)) == sorted(titles)


def test_no_id_stands_twice_on_a_page(pages):
    twice = {}
    for page in pages:
        ids = [e.attributes["id"] for e in page.elements if "id" in e.attributes]
        if repeated := {name for name in ids if ids.count(name) > 1}:
            twice[page.path] = repeated
    assert twice == {}


def test_no_page_fetches_anything_from_outside_the_site(pages):
    foreign = {
        (page.path, address)
        for page in pages
        for address in fetched(page)
        if urlsplit(address).scheme not in ("", "data") or urlsplit(address).netloc
    }
    assert foreign == set()


def test_every_file_that_a_page_fetches_is_there(built_site, pages):
    missing = set()
    for page in pages:
        here = "/" + str(PurePosixPath(page.path).parent).removeprefix(".") + "/"
        for address in fetched(page):
            path = unquote(urlsplit(urljoin(here, address)).path).lstrip("/")
            if not address.startswith(("data:", "#")) and not (built_site / path).is_file():
                missing.add((page.path, address))
    assert missing == set()


def test_every_file_that_a_page_names_for_its_scripts_is_there(built_site, page):
    front = page("index.html")
    named = [
        value
        for element in front.elements
        for name, value in element.attributes.items()
        if name.startswith("data-") and re.fullmatch(r"[\w./-]+\.(js|json|whl)", value)
    ]
    assert [] == [value for value in named if not (built_site / value).is_file()]


def test_no_style_fetches_anything_from_outside_the_site(built_site):
    foreign = re.compile(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//", re.IGNORECASE)
    styles = list(built_site.rglob("*.css"))
    assert styles
    assert [] == [path.name for path in styles if foreign.search(path.read_text("utf-8"))]


def test_every_file_that_a_style_fetches_is_there(built_site):
    missing = set()
    for style in built_site.rglob("*.css"):
        for found in re.finditer(r"url\(\s*[\"']?([^)\"']+)", style.read_text("utf-8")):
            address = found[1].split("#")[0].split("?")[0]
            if not address.startswith("data:") and not (style.parent / address).is_file():
                missing.add((style.name, address))
    assert missing == set()


def test_no_script_of_ours_imports_from_outside_the_site(built_site):
    foreign = re.compile(r"(?:from|import\(?)\s*[\"'`](?:https?:)?//")
    scripts = [*(built_site / "assets" / "js").rglob("*.js"), *built_site.glob("sw*.js")]
    assert [] == [path.name for path in scripts if foreign.search(path.read_text("utf-8"))]


def test_every_module_that_a_script_of_ours_imports_is_there(built_site):
    missing = set()
    for script in (built_site / "assets" / "js").rglob("*.js"):
        for found in re.finditer(
            r"(?:from|import)\s+[\"'](\.[^\"']+)[\"']", script.read_text("utf-8")
        ):
            if not (script.parent / found[1]).is_file():
                missing.add((script.name, found[1]))
    assert missing == set()


def test_nothing_of_the_themes_own_script_is_left(built_site):
    assert [] == [path.name for path in built_site.rglob("bundle.*.js")]


def test_no_source_of_a_page_or_module_is_published(built_site):
    assert [] == [
        p.name for p in built_site.rglob("*") if p.suffix in {".md", ".py", ".map", ".j2"}
    ]
