"""The build's way in: what MkDocs calls, and in which order our own work is done.

Svenska: bygget. May import: every module of this room. MkDocs finds `define_env`,
`on_post_page_macros` and `on_post_build` here by name.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.exceptions import PluginError

from macros.book import Binder
from macros.book_files import publish_books, publish_latest
from macros.catalogue import FOLDER, Catalogue, CatalogueError, read_catalogue
from macros.csp import protect_pages
from macros.explain import explain_pages
from macros.glossary import read_glossary
from macros.kept_versions import publish_old_questions
from macros.licences import define_licences
from macros.news import define_news
from macros.offline import publish_offline
from macros.onward import speaking_pages, with_onward
from macros.order import SHEETS_KEY, read_order
from macros.overviews import define_overviews
from macros.page_errors import register_page_errors
from macros.pages import register_macros
from macros.preload import preload_pages
from macros.process_maps import define_process_maps
from macros.publish import publish_all
from macros.runtime import read_runtime_lock, require_whole
from macros.search_index import publish_search
from macros.settings import define_settings
from macros.sheet_files import publish_sheet_files
from macros.sheet_table import define_sheet_table


def define_env(env: Any) -> None:
    """Give the pages their macros, after everything they build on has been checked."""
    register_page_errors()
    root = Path(env.project_dir)
    lock = read_runtime_lock(root)
    require_whole(root, lock)
    define_licences(env, lock)
    define_settings(env, root)
    env.catalogue = require_catalogue(Path(env.conf["docs_dir"]))
    register_macros(env, env.catalogue)
    define_sheet_table(env, env.catalogue)
    tabs = tabs_of(env.conf)
    env.order = read_order(tabs, env.catalogue)
    for number, tab in enumerate(tabs, start=1):
        # The rail of the tab follows the same order, with new sheets in it.
        tab[SHEETS_KEY] = [sheet.id for sheet in env.order.of_tab(number)]
    define_overviews(env, env.order)
    define_process_maps(env)
    define_news(env)
    env.speaking_pages = speaking_pages(Path(env.conf["docs_dir"]))


def on_post_page_macros(env: Any) -> None:
    """Let each worksheet's page lead on to the next sheet and to the manual."""
    source = PurePosixPath(env.page.file.src_uri)
    sheet = env.catalogue.worksheets.get(source.stem)
    if sheet is not None and source.parts[0] == FOLDER:
        env.markdown = with_onward(env.markdown, sheet, env.order, env.speaking_pages)


def on_post_build(env: Any) -> None:
    """Complete the built site with all that does not come from a Markdown page."""
    root, site = Path(env.project_dir), Path(env.conf["site_dir"])
    publish_all(root, site, read_runtime_lock(root), env.catalogue.definitions)
    explain_pages(site, read_glossary(Path(env.conf["docs_dir"])))
    publish_search(Path(env.conf["docs_dir"]), site, env.catalogue)
    publish_old_questions(root, site, env.catalogue)
    preload_pages(site)
    publish_sheet_files(root, site, env.catalogue, tab_names(env.conf))
    preview = is_preview(env.conf)
    if not (preview and publish_latest(root, site)):
        binder = Binder(site, env.conf["nav"], env.order, tab_names(env.conf))
        publish_books(root, site, binder, str(env.conf["site_description"]))
    protect_pages(site, preview=preview)
    # A preview changes with every saved file: there is nothing to carry along.
    if not preview:
        publish_offline(site)


def require_catalogue(docs: Path) -> Catalogue:
    """Return all worksheets, or stop the build with nothing but the lines an editor can mend."""
    try:
        return read_catalogue(docs)
    except CatalogueError as error:
        raise PluginError("\n".join(["Sajten kan inte byggas:", *error.lines])) from None


def tab_names(conf: Any) -> dict[int, str]:
    """Return the name of each tab, as mkdocs.yml gives it."""
    return {number: str(tab["namn"]) for number, tab in enumerate(tabs_of(conf), start=1)}


def tabs_of(conf: Any) -> list[dict[str, Any]]:
    """Return the tabs as mkdocs.yml lists them."""
    return list((conf["extra"] or {}).get("flikar", []))


def is_preview(conf: Any) -> bool:
    """Tell whether `mkdocs serve` builds: only then is the site's address the server's own."""
    return str(conf["site_url"] or "").startswith(f"http://{conf['dev_addr']}")
