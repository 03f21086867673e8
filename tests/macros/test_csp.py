import base64
import hashlib

import pytest
from mkdocs.exceptions import PluginError

from macros.csp import protect, protect_pages, read_inline

HEAD = '<!doctype html><html lang="sv"><head><meta charset="utf-8">'


def hash_of(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def directive(html: str, name: str) -> list[str]:
    policy = html.split('Content-Security-Policy" content="')[1].split('"', maxsplit=1)[0]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    return rules[name].split()


def test_the_policy_stands_right_after_the_character_set():
    html = protect(f"{HEAD}<script>1</script></head>", "index.html")
    assert html.startswith(f'{HEAD}<meta http-equiv="Content-Security-Policy"')


def test_everything_that_is_not_named_is_forbidden():
    assert directive(protect(HEAD, "index.html"), "default-src") == ["'none'"]


def test_an_inline_script_is_allowed_by_its_hash_alone():
    html = protect(f"{HEAD}<script>a < b && c</script>", "index.html")
    assert directive(html, "script-src") == ["'self'", f"'sha256-{hash_of('a < b && c')}'"]


def test_an_inline_style_is_allowed_by_its_hash_alone():
    html = protect(f"{HEAD}<style>p > a {{}}</style>", "index.html")
    assert directive(html, "style-src") == ["'self'", f"'sha256-{hash_of('p > a {}')}'"]


def test_two_equal_scripts_need_one_hash():
    html = protect(f"{HEAD}<script>1</script><script>1</script>", "index.html")
    assert len(directive(html, "script-src")) == 2


def test_data_in_a_script_element_needs_no_hash():
    html = protect(f'{HEAD}<script type="application/json">{{}}</script>', "index.html")
    assert directive(html, "script-src") == ["'self'"]


def test_a_script_from_a_file_needs_no_hash():
    assert (
        read_inline(
            '<script src="a.js"></script><script type="module" src="b.js"></script>'
        ).scripts
        == []
    )


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("arbetsblad/mal/index.html", True),
        ("parmar/index.html", True),
        ("min-plan/index.html", True),
        ("index.html", False),
        ("arbetsblad/index.html", False),
        ("flikar/parmar/index.html", False),
    ],
)
def test_only_pages_that_start_the_engine_or_make_keys_may_run_webassembly(page, expected):
    assert expected == ("'wasm-unsafe-eval'" in directive(protect(HEAD, page), "script-src"))


def test_a_style_attribute_stops_the_build_and_names_the_page_and_line():
    with pytest.raises(PluginError, match=r"^Sidan a/index\.html har style= på <p> \(rad 2\)\."):
        protect(f'{HEAD}\n<p style="color: red">', "a/index.html")


def test_an_event_attribute_stops_the_build():
    with pytest.raises(PluginError, match=r"har onclick= på <button>"):
        protect(f'{HEAD}<button onclick="go()">', "a/index.html")


def test_a_page_without_a_character_set_stops_the_build():
    with pytest.raises(PluginError, match="saknar <meta charset"):
        protect("<!doctype html><html><head>", "a/index.html")


def test_the_page_tells_nobody_where_the_reader_came_from():
    assert protect(HEAD, "index.html").count('<meta name="referrer" content="no-referrer">') == 1


def test_a_referrer_rule_that_the_theme_wrote_is_not_repeated():
    html = protect(f'{HEAD}<meta name="referrer" content="no-referrer">', "index.html")
    assert html.count('name="referrer"') == 1


def test_a_preview_lets_the_servers_own_script_run_but_reaches_nobody():
    html = protect(f"{HEAD}<script>1</script>", "index.html", preview=True)
    assert directive(html, "script-src") == ["'self'", "'unsafe-inline'"]
    assert directive(html, "connect-src") == ["'self'"]


def test_every_page_in_every_folder_gets_its_policy(tmp_path):
    for name in ("index.html", "a/b/index.html", "404.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(HEAD, encoding="utf-8")
    protect_pages(tmp_path)
    texts = [path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.html")]
    assert [1, 1, 1] == [text.count("Content-Security-Policy") for text in texts]
