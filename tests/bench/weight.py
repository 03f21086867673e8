"""What a first visit to a page of the manual downloads, compressed as a host compresses it."""

import gzip
from pathlib import Path

from tests.bench.stage import Stage
from tests.bench.table import Row

PACKED = (".woff2", ".png", ".jpg", ".pdf")


def heaviest(site: Path) -> str:
    """The address of the manual's longest page."""
    pages = (site / "flikar").rglob("index.html")
    longest = max(pages, key=lambda page: page.stat().st_size)
    return f"{longest.parent.relative_to(site).as_posix()}/"


def measure(stage: Stage, runs: int) -> list[Row]:
    """The line about the first visit; it is the same every time, so once is enough."""
    sizes: dict[str, int] = {}

    def weigh(response) -> None:
        body = response.body()
        is_packed = response.url.endswith(PACKED)
        sizes[response.url] = len(body if is_packed else gzip.compress(body, 6))

    address = heaviest(stage.site.folder)
    with stage.device() as context:
        page = context.new_page()
        found: list = []

        def note(response) -> None:
            found.append(response)

        page.on("response", note)
        page.goto(stage.site.url(address), wait_until="networkidle")
        for response in found:
            weigh(response)
    what = f"Första besöket på handbokens längsta sida ({len(sizes)} filer)"
    return [Row(what, [sum(sizes.values()) / 1000], "kB", 250)]
