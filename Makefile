# Works with GNU make 3.81 and later. Everything is installed into .venv, nothing outside it.

PYTHON ?= python3
BIN := .venv/bin
CITEPROC_JS := .cache/conformance/node_modules/citeproc
CITEPROC_JS_VERSION := 2.4.63

# pip: quiet about matters that are no concern of this project.
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore
# Silence the notice that Material prints about the future of MkDocs.
export NO_MKDOCS_2_WARNING := 1

# The same commit gives the same bytes: dates in the site are those of the last commit.
ifndef SOURCE_DATE_EPOCH
LAST_COMMIT := $(shell git log -1 --format=%ct 2>/dev/null)
ifneq ($(LAST_COMMIT),)
export SOURCE_DATE_EPOCH := $(LAST_COMMIT)
endif
endif

.PHONY: help serve site new check forms test lock format reference screenshot conformance benchmark lighthouse clean

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

serve: .venv/.site ## preview the site at http://127.0.0.1:8000 while you write
	@$(BIN)/python -m mkdocs serve --open

# A build that fails leaves the last good site in place.
site: .venv/.site ## build the site, strictly, into site/
	@$(BIN)/python -m mkdocs build --strict --site-dir .site-next
	@rm -rf site
	@mv .site-next site
	@echo "The site is in site/."

# ARTICLE may be a DOI, a number in PubMed or a title, and goes through the environment, since DOIs
# and titles have signs that mean something to a shell; without it, questions are asked.
new: export ARTICLE := $(ARTICLE)
new: .venv/.site ## begin the summary of an article: make new ARTICLE=10.1093/scan/nsx091
	@$(BIN)/evidence new $(if $(FORM),--to $(FORM)) -- "$$ARTICLE"

check: .venv/.site ## tell everything that is wrong in your files, before the site is built
	@$(BIN)/evidence check $(if $(ONLINE),--online)

# A build leaves the form out, so it is made anew each time. Where the site does not build because
# of a mistake in a summary, the form is put into the last good one, so that it can be mended there.
forms: .venv/.site ## write summaries in a form in the browser (needs Node.js)
	@$(MAKE) --no-print-directory site || test -f site/index.html
	@$(BIN)/evidence forms --serve

test: .venv/.dev ## run every check and test
	@$(BIN)/python tools/chromium.py
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/zizmor --offline --no-progress --quiet --strict-collection --persona=pedantic .github
	$(BIN)/python -m pytest -n 2 --dist worksteal

lock: .venv/.dev ## choose new versions of the dependencies and write them to requirements/
	@$(COMPILE) pyproject.toml --group dev --upgrade --output-file requirements/dev.txt
	@$(COMPILE) pyproject.toml --group build --constraints requirements/dev.txt \
		--output-file requirements/site.txt
	@$(COMPILE) --group conformance --constraints requirements/dev.txt --upgrade \
		--output-file requirements/conformance.txt

format: .venv/.dev ## put the code into its standard form
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

reference: .venv/.dev ## write the reference pages and the schema of summaries from the code
	@$(BIN)/python -m tools.reference
	@$(BIN)/evidence schema --output summary.schema.json

screenshot: site .venv/.dev ## take the pictures that stand in the README and in the guide (needs Node.js)
	@$(BIN)/python -m tools.screenshot
	@$(BIN)/python -m tools.guide_pictures

# What is compared with what can be chosen: STYLES="apa ieee" CASE=date_ and the folders below.
SUITE ?= ../shared/csl-test-suite
BIBLIOGRAPHIES ?= ../shared/bibliographies

conformance: .venv/.conformance $(CITEPROC_JS) ## run CSL's test suite, and compare with pandoc and citeproc-js
	@$(BIN)/python -m tools.conformance $(if $(CASE),suite --verbose $(CASE)) --suite $(SUITE) \
		--bibliographies $(BIBLIOGRAPHIES) $(if $(STYLES),--styles $(STYLES))

benchmark: .venv/.conformance ## measure our speed beside that of pandoc and mkdocs-bibtex
	@$(BIN)/python -m benchmarks.references $(BIBLIOGRAPHY)
	@$(BIN)/python -m benchmarks.builds $(if $(POSTS),--posts $(POSTS))
	@$(BIN)/python -m benchmarks.evidence_table

lighthouse: .venv/.dev ## let Lighthouse look at a post as a telephone gets it
	@$(BIN)/python -m tools.lighthouse

clean: ## remove everything that make has made
	rm -rf .venv .cache .site-next site .*_cache .hypothesis

COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header --no-annotate

# Two stamps, so that writing a post needs only what builds the site.
INSTALL = $(BIN)/python -m pip -qq install

.venv/.site: requirements/site.txt pyproject.toml
	@echo "Setting up .venv; the first time, this takes a minute."
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or later is needed.")'
	@$(PYTHON) -m venv .venv
	@$(INSTALL) --require-hashes -r requirements/site.txt
	@$(INSTALL) --no-index --no-deps --no-build-isolation --editable .
	@touch $@

# The list is complete; pip would look for more, as it does not know what pyproject.toml overrides.
.venv/.dev: requirements/dev.txt .venv/.site
	@$(INSTALL) --no-deps --require-hashes -r requirements/dev.txt
	@touch $@

# Pandoc, citeproc-js and mkdocs-bibtex are compared with, and nothing else needs them.
.venv/.conformance: requirements/conformance.txt .venv/.dev
	@$(INSTALL) --require-hashes -r requirements/conformance.txt
	@touch $@

$(CITEPROC_JS): Makefile
	@npm install --silent --no-audit --no-fund --no-save --no-package-lock \
		--prefix .cache/conformance citeproc@$(CITEPROC_JS_VERSION) && touch $@ \
		|| echo "npm is missing or fails, so that citeproc-js cannot be installed."
