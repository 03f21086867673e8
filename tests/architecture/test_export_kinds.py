"""Which sorts of file are made: none that a spreadsheet opens, where an answer could run as a formula."""

import re

from ract.browser import MEDIA_TYPES
from tools.shape import javascript_modules

# A cell that begins with = + - @ is a formula to a spreadsheet; so no answer ever becomes a cell in a file.
SPREADSHEET = re.compile(
    r"\bcsv\b|\btsv\b|xlsx?\b|\.ods\b|spreadsheet|ms-excel|comma-separated", re.IGNORECASE
)
OFFERED = re.compile(r"(?<!function )offerFile\(\s*([^;]*)\);")
ALLOWED = {"file.media_type, bytesOf(file.base64)", '"application/json"', "MEDIA_TYPE, file"}


def python_modules(root):
    return [path for room in ("src", "macros") for path in sorted((root / room).rglob("*.py"))]


def test_python_makes_pdf_json_and_calendars_and_nothing_else(root):
    assert set(MEDIA_TYPES) == {"pdf", "json", "ics"}


def test_no_code_names_a_file_that_a_spreadsheet_opens(root):
    modules = [*javascript_modules(root), *python_modules(root)]
    named = [path.name for path in modules if SPREADSHEET.search(path.read_text("utf-8"))]
    assert (named, len(modules) > 150) == ([], True)


def test_every_file_that_the_page_offers_is_of_a_known_sort(root):
    texts = [path.read_text("utf-8") for path in javascript_modules(root)]
    calls = [call for text in texts for call in OFFERED.findall(text)]
    odd = [call for call in calls if not any(allowed in call for allowed in ALLOWED)]
    assert (odd, len(calls) > 5) == ([], True)
