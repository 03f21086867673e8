"""Files that a person takes home: the PDF and the file to read in again.

Svenska: export. May import: document, drafts, errors. Typst is imported only when a
PDF is asked for, so that the engine starts without it.
"""
