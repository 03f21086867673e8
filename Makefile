# What a person types. Everything real lives in tools/, tests/ and mkdocs.yml.
PYTHON ?= python3
IN = .venv/bin/python
# How many tests run at a time: one for each core of a small machine.
WORKERS ?= 2
# Each file of tests stays with one worker, so that what a file shares is made once. The files are handed
# out in the order that tests/conftest.py gives them: those that take long first, so that all end together.
WORKED = -n $(WORKERS) --dist loadfile --no-loadscope-reorder

# Material tells of its own end of life in every build; ARCHITECTURE.md has what we do about it.
export NO_MKDOCS_2_WARNING = 1

.DEFAULT_GOAL := help
.PHONY: help serve test test-fast test-long bench keep-versions check site shape lock new-sheet lint-words ready ready-test

help: ## Visa vad som finns att köra
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed 's/:.*## /\t/' | expand -t 12

ready:
	@$(PYTHON) tools/setup.py site

ready-test:
	@$(PYTHON) tools/setup.py test

serve: ready ## Öppna sajten på http://127.0.0.1:8000/ och visa ändringar direkt
	@$(IN) -m macros.preview --open

lint-words: ready ## Ge råd om språket i arbetsbladen
	@$(IN) -m macros.word_check

keep-versions: ready ## Spara nya versioner av arbetsbladen; opublicerad=ja skriver om en som ingen fyllt i
	@$(IN) -m macros.keep_versions $(if $(opublicerad),--opublicerad)

new-sheet: ready ## Börja på ett nytt arbetsblad: make new-sheet id=mitt-blad
	@$(IN) tools/new_sheet.py "$(id)"

test: ready-test ## Kör alla tester, även dem i webbläsaren
	@$(IN) -m pytest $(WORKED)

test-fast: ready-test ## Kör alla tester utom dem i webbläsaren
	@$(IN) -m pytest $(WORKED) -m "not browser"

test-long: ready-test ## Kör de prov som tar många minuter, som att döda webbläsaren 100 gånger
	@$(IN) -m pytest -m long

bench: ready-test ## Mät hur snabb sajten är: en tabell mot gränserna
	@$(IN) -m tests.bench

check: ready-test ## Granska kod, typer, importer och form
	@$(IN) tools/check.py

site: ready ## Gör en zip att publicera, med kontrollsummor
	@$(IN) tools/release.py

shape: ready-test ## Skriv om tabellerna i ARCHITECTURE.md efter koden
	@$(IN) -m tools.shape

lock: ready-test ## Gör om låsfilerna efter en ändring i requirements*.in eller package.json
	@$(IN) -m tools.lock
