import base64
import hashlib
import re

EXECUTABLE = {"", "module", "text/javascript", "application/javascript", "importmap"}
EXPECTED = {
    "default-src": ["'none'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "worker-src": ["'self'", "blob:"],
    "manifest-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
    "object-src": ["'none'"],
}
WASM = "'wasm-unsafe-eval'"


def source_of(text):
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def test_every_page_has_its_policy_right_after_the_character_set(pages):
    start = re.compile(
        r'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="[^"]+">'
    )
    assert [] == [p.path for p in pages if len(start.findall(p.html)) != 1]


def test_nothing_that_runs_stands_before_the_policy(pages):
    early = []
    for page in pages:
        before = page.html.split("Content-Security-Policy")[0]
        if re.search(r"<(script|style|link)\b", before):
            early.append(page.path)
    assert early == []


def test_every_page_speaks_only_with_its_own_site(pages):
    odd = {
        (page.path, name)
        for page in pages
        for name, values in EXPECTED.items()
        if page.policy().get(name) != values
    }
    assert odd == set()


def test_every_inline_script_is_named_by_its_hash(pages):
    unnamed = [
        page.path
        for page in pages
        for element in page.all("script")
        if "src" not in element.attributes
        and element.attributes.get("type", "") in EXECUTABLE
        and source_of(element.text) not in page.policy()["script-src"]
    ]
    assert unnamed == []


def test_every_inline_style_is_named_by_its_hash(pages):
    unnamed = [
        page.path
        for page in pages
        for element in page.all("style")
        if source_of(element.text) not in page.policy()["style-src"]
    ]
    assert unnamed == []


def test_no_page_lets_unnamed_scripts_or_styles_run(pages):
    loose = re.compile(r"'unsafe-inline'|'unsafe-eval'|'strict-dynamic'|https?:|\*")
    assert [] == [
        p.path for p in pages if any(loose.search(" ".join(v)) for v in p.policy().values())
    ]


def test_no_element_has_a_style_or_an_event_of_its_own(pages):
    own = {
        (page.path, element.tag, name)
        for page in pages
        for element in page.elements
        for name in element.attributes
        if name == "style" or name.startswith("on")
    }
    assert own == set()


def test_no_link_runs_a_script(pages):
    assert [] == [p.path for p in pages if re.search(r"href=[\"']?javascript:", p.html)]


def test_every_worksheet_may_start_the_engine(pages):
    sheets = [p for p in pages if re.fullmatch(r"arbetsblad/[^/]+/index\.html", p.path)]
    assert sheets
    assert [] == [p.path for p in sheets if WASM not in p.policy()["script-src"]]


def test_no_page_of_the_manual_may_start_the_engine(pages):
    manual = [p for p in pages if p.path.startswith(("flikar/", "om/", "information/", "index"))]
    assert manual
    assert [] == [p.path for p in manual if WASM in p.policy()["script-src"]]


def test_every_page_keeps_its_address_to_itself(pages):
    assert [] == [
        p.path for p in pages if p.html.count('<meta name="referrer" content="no-referrer">') != 1
    ]
