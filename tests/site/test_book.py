"""The whole binder as one PDF, each tab as one, each information sheet in two sizes."""

import re
from html.parser import HTMLParser

import pypdf
import pytest
import yaml

from macros.article import read_article
from macros.book import address_of, read_leaves
from macros.catalogue import read_catalogue
from macros.index_terms import read_terms

BOOK = "parm.pdf"
CONTENTS = "Innehåll"
LINE = re.compile(r"(.+?)(?: ?\.){3,} ?(\d+)")
VOID = {"img", "br", "hr", "input", "wbr"}
BY_ROWS = "om/bladtabell/"
"""The one page with a table too wide for paper, where each row tells its columns' names anew."""
AFAR = 600
"""So many letters may stand between two words of a page: an address, a foot, a link's number."""


class Words(HTMLParser):
    """Reads what a reader meets of an article: all its words but those that lead around the screen."""

    def __init__(self, article):
        super().__init__()
        self.words, self.title, self.hidden, self.in_title = [], "", 0, False
        self.feed(article)

    def handle_starttag(self, tag, attrs):
        name = dict(attrs).get("class") or ""
        around = re.search(r"\b(paper|band|paper-foot|report)\b", name) or tag in {
            "nav",
            "svg",
            "noscript",
        }
        if self.hidden or around or {"hidden", "popover"} & set(dict(attrs)):
            self.hidden += tag not in VOID
        self.in_title = self.in_title or tag == "h1"

    def handle_endtag(self, tag):
        self.hidden = max(self.hidden - (tag not in VOID), 0)
        self.in_title = self.in_title and tag != "h1"

    def handle_data(self, data):
        if self.in_title:
            self.title += data
        if not self.hidden:
            self.words += data.split()


class Book:
    """A PDF whose pages are read when they are asked for."""

    def __init__(self, file):
        self.reader = pypdf.PdfReader(file)
        self.root = self.reader.trailer["/Root"]
        self._texts = {}

    def text(self, page):
        """The words of a page, with single spaces; the first page is 1."""
        if page not in self._texts:
            text = self.reader.pages[page - 1].extract_text()
            self._texts[page] = " ".join(re.sub("[\u2060\u200b]", "", text).split())
        return self._texts[page]

    def bookmarks(self, outline=None, level=1):
        """Every bookmark: its level, its words, its page."""
        for item in self.reader.outline if outline is None else outline:
            if isinstance(item, list):
                yield from self.bookmarks(item, level + 1)
            else:
                page = self.reader.get_destination_page_number(item) + 1
                yield level, " ".join(item.title.split()), page


@pytest.fixture(scope="module")
def book(built_site):
    """The whole binder."""
    return Book(built_site / BOOK)


@pytest.fixture(scope="module")
def bookmarks(book):
    """Every bookmark of the binder but that of the contents list."""
    return [mark for mark in book.bookmarks() if mark[1] != CONTENTS]


@pytest.fixture(scope="module")
def leaves(root):
    """Every page that mkdocs.yml lists."""

    class Reader(yaml.SafeLoader):
        pass

    return read_leaves(yaml.load((root / "mkdocs.yml").read_text("utf-8"), Reader)["nav"])


@pytest.fixture(scope="module")
def articles(built_site, leaves):
    """The words of every page of the manual, read from the built page."""
    read = {}
    for leaf in leaves:
        html = (built_site / leaf.address / "index.html").read_text("utf-8")
        read[leaf.address] = Words(re.search(r"<article.*</article>", html, re.DOTALL)[0])
    return read


@pytest.fixture(scope="module")
def sheets(root):
    """Every worksheet."""
    return read_catalogue(root / "docs").worksheets


def test_the_contents_list_tells_what_the_bookmarks_tell(book, bookmarks):
    first = bookmarks[0][2]
    text = " ".join(
        re.sub(rf" (?:RACT-pärmen )?{page}$", "", book.text(page)) for page in range(2, first)
    )
    listed = [(name.strip(), int(page)) for name, page in LINE.findall(text)]
    listed[0] = (listed[0][0].split(f"{CONTENTS} ")[-1], listed[0][1])
    assert [(name, page) for _, name, page in bookmarks] == [
        (re.sub(r"^(?:RACT-pärmen \d+ |\d )+(?=\S)", "", name), page) for name, page in listed
    ]


def test_every_page_and_every_sheet_is_in_the_book(bookmarks, articles, sheets):
    names = [name for _, name, _ in bookmarks]
    wanted = [" ".join(page.title.split()) for page in articles.values()]
    wanted += [sheet.title for sheet in sheets.values()]
    assert [] == [name for name in wanted if names.count(name) < wanted.count(name)]


def test_every_title_stands_on_the_page_that_the_contents_list_says(book, bookmarks):
    assert [] == [(name, page) for _, name, page in bookmarks if name not in book.text(page)]


def test_every_page_of_the_book_has_its_number_at_its_foot(book, bookmarks):
    pages = [page for _, _, page in bookmarks]
    assert [] == [page for page in pages if not re.search(rf"\b{page}\b", book.text(page)[-12:])]


def test_there_are_nine_dividers_with_number_and_name(book, bookmarks, root):
    settings = (root / "mkdocs.yml").read_text("utf-8")
    tabs = re.findall(r'namn: "?(.*?)"?[}\n]', settings.split("sidfot:")[0])
    found = [name for level, name, _ in bookmarks if level == 1 and name.startswith("Flik")]
    assert found == [f"Flik {number} · {name}" for number, name in enumerate(tabs, start=1)]


def test_each_divider_has_its_tabs_colour(book, bookmarks, root):
    style = (root / "overrides/assets/css/base.css").read_text("utf-8")
    colours = dict(re.findall(r"--flik-(\d): #([0-9a-f]{6})", style))
    wrong = []
    for level, name, page in bookmarks:
        number = re.match(r"Flik (\d)", name)
        if level == 1 and number:
            colour = [int(colours[number[1]][at : at + 2], 16) / 255 for at in (0, 2, 4)]
            drawn = book.reader.pages[page - 1].get_contents().get_data().decode("latin-1")
            fills = re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) (?:scn|rg)\b", drawn)
            if not any(
                all(abs(float(a) - b) < 0.003 for a, b in zip(one, colour, strict=True))
                for one in fills
            ):
                wrong.append(name)
    assert wrong == []


def test_every_word_of_every_page_is_in_the_book_and_in_order(book, bookmarks, articles):
    starts = [page for _, _, page in bookmarks]
    lost = []
    for address, article in articles.items():
        title = " ".join(article.title.split())
        first = next(page for level, name, page in reversed(bookmarks) if name == title)
        last = next((page for page in starts if page > first), len(book.reader.pages))
        text = "".join(book.text(page) for page in range(first, last + 1)).replace(" ", "")
        if address == BY_ROWS:
            lost += [(address, word) for word in article.words if word not in text]
        elif gone := first_lost(article.words, text, title):
            lost.append((address, *gone))
    assert lost == []


def first_lost(words, text, title):
    """The first word of a page that is not soon after the one before it, with its neighbours."""
    place = max(text.find(title.replace(" ", "")), 0)
    for number, word in enumerate(words):
        bare = word.strip(".,;:·")
        if not bare or bare == "Källor":  # its list is a line, with a colon
            continue
        found = text.find(bare, place)
        if not place <= found < place + AFAR:
            return words[max(number - 3, 0) : number + 2]
        place = found + len(bare)
    return None


def test_every_question_of_a_sheet_is_in_the_book_and_in_order(book, bookmarks, sheets):
    sheet = sheets["krisplan"]
    first = next(page for _, name, page in bookmarks if name == sheet.title)
    last = next(page for _, _, page in bookmarks if page > first)
    text = " ".join(book.text(page) for page in range(first, last)).replace(" ", "")
    places = [
        text.find(field.question.replace(" ", ""))
        for section in sheet.all_sections()
        for field in section.fields
    ]
    assert (-1 not in places, len(places) > 10) == (True, True)


def test_the_index_leads_only_to_pages_that_have_the_word(book, bookmarks, built_site):
    start = next(page for _, name, page in bookmarks if name == "Sakregister")
    text = " ".join(book.text(page) for page in range(start, len(book.reader.pages) + 1))
    glossary = read_article((built_site / "ordlista" / "index.html").read_text("utf-8"))
    checked, wrong = 0, []
    for term in read_terms(glossary):
        found = re.search(rf"(?<![\w-]){re.escape(term.name)} ((?:\d+, )*\d+)", text)
        pages = [int(number) for number in found[1].split(", ")] if found else []
        wrong += [(term.name, n) for n in pages if not term.pattern().search(book.text(n))]
        wrong += [] if pages else [(term.name, "står inte i registret")]
        checked += len(pages)
    assert (wrong, checked > 200) == ([], True)


@pytest.fixture(scope="module")
def volumes(built_site, root, leaves):
    """Every PDF of pages, by its path."""
    folders = {leaf.tab: leaf.address for leaf in reversed(leaves) if leaf.tab}
    paths = [BOOK, *(f"{folder}flik-{tab}.pdf" for tab, folder in folders.items())]
    for source in sorted((root / "docs" / "information").glob("*.md")):
        address = address_of(f"information/{source.name}")
        paths += [f"{address}{source.stem}.pdf", f"{address}{source.stem}-stor.pdf"]
    return {path: Book(built_site / path) for path in paths}


def test_there_is_one_volume_for_each_tab(volumes):
    found = sorted(re.findall(r"flik-(\d)\.pdf", " ".join(volumes)))
    assert found == list("123456789")


@pytest.mark.parametrize(
    ("what", "wanted"),
    [("/MarkInfo", True), ("/Lang", "sv"), ("/ViewerPreferences", True), ("/StructTreeRoot", True)],
)
def test_every_volume_can_be_read_aloud(volumes, what, wanted):
    inside = {"/MarkInfo": "/Marked", "/ViewerPreferences": "/DisplayDocTitle"}.get(what)
    told = {path: volume.root[what] for path, volume in volumes.items()}
    if what == "/StructTreeRoot":
        told = {path: bool(tree["/K"]) for path, tree in told.items()}
    found = {path: one[inside] if inside else one for path, one in told.items()}
    assert {} == {path: one for path, one in found.items() if one != wanted}


def test_every_volume_says_that_it_keeps_to_pdf_ua_1_and_pdf_a_3a(volumes):
    wrong = []
    for path, volume in volumes.items():
        told = volume.reader.xmp_metadata.stream.get_data().decode()
        claims = dict(re.findall(r"<(pdf\w+id:\w+)>(\w+)<", told))
        if [claims.get(f"pdf{n}") for n in ("uaid:part", "aid:part", "aid:conformance")] != [
            "1",
            "3",
            "A",
        ]:
            wrong.append(path)
    assert wrong == []


def test_every_volume_has_a_title(volumes):
    assert [] == [p for p, v in volumes.items() if not (v.reader.metadata or {}).get("/Title")]


def test_every_information_sheet_is_one_page(volumes):
    sheets = {p: v for p, v in volumes.items() if p.startswith("information/") and "-stor" not in p}
    assert {} == {p: len(v.reader.pages) for p, v in sheets.items() if len(v.reader.pages) != 1}


def test_every_information_sheet_in_large_print_is_two_pages_at_most(volumes):
    sheets = {p: len(v.reader.pages) for p, v in volumes.items() if p.endswith("-stor.pdf")}
    assert {} == {p: pages for p, pages in sheets.items() if pages > 2}


def test_every_information_sheet_in_large_print_has_letters_of_at_least_18_points(volumes):
    small = {}
    for path, volume in volumes.items():
        if path.endswith("-stor.pdf"):
            sizes = set()

            def note(text, _cm, tm, _font, size, sizes=sizes):
                if text.strip():
                    sizes.add(round(abs(tm[3]) * size, 1))

            for page in volume.reader.pages:
                page.extract_text(visitor_text=note)
            small[path] = min(sizes)
    assert (len(small) > 3, [p for p, size in small.items() if size < 18]) == (True, [])


def test_every_volume_is_linked_from_its_page(volumes, built_site):
    missing = []
    for path in volumes:
        folder, _, name = path.rpartition("/")
        html = (built_site / folder / "index.html").read_text("utf-8")
        missing += [] if f'href="{name}"' in html else [path]
    assert missing == []


def test_the_page_about_the_binder_leads_to_the_whole_of_it(page):
    html = page("om/index.html").html
    assert ('href="../parm.pdf"' in html, "Ladda ner hela pärmen som PDF" in html) == (True, True)
