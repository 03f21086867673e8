"""The meaning of worksheets: what a form asks, what an answer says, what a plan holds.

Svenska: kärnan. Pure Python, the same in the build and in the browser: no clock,
no network, no YAML, no MkDocs, no DOM. Rooms above may import it; it imports
nothing but the standard library (`render` adds Jinja2, `export` adds Typst on demand).
"""
