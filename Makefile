# The commands of Briefbook. `make` alone lists them; continuous integration calls the same ones.
# Needs Python 3.11 or newer, git and make. Everything else goes into .venv.
# More arguments for a command: make test ARGS="-k citation", make site ARGS=--strict.

PYTHON ?= python3
ARGS ?=
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -qq
UV := uv==0.13.9
COMPILE := uv pip compile --quiet --no-config --no-python-downloads --universal \
	--python-version 3.11 --generate-hashes --custom-compile-command "make lock"

# An environment whose Python has gone, after an upgrade of the system, is made anew.
GONE := $(shell $(BIN)/python -c '' 2>/dev/null || echo gone)

.PHONY: help site test serve check lint records golden bench todo lock npm clean $(GONE)
.DEFAULT_GOAL := help

# List the commands
help:
	@awk '/^# /{about = substr($$0, 3)} \
		/^[a-z]+:/{sub(/:.*/, ""); printf "  make %-8s %s\n", $$0, about}' Makefile

# Build the site of the shipped records into site/
site: .venv/.site
	@$(BIN)/briefbook build $(ARGS)

# Pass the tests; those whose tools are not on this machine say what they miss
test: .venv/.site .venv/.test
	@$(BIN)/pytest $(ARGS)

# Show the site on localhost, reloading when a record changes
serve: .venv/.site
	@$(BIN)/briefbook serve $(ARGS)

# Check everything that is quick: format, lint, types, fast tests, records
check: lint records
	@$(BIN)/pytest -m "not site and not browser and not pdf and not npm"

# Check the format, the style and the types of the code
lint: .venv/.site .venv/.test
	@$(BIN)/ruff format --check
	@$(BIN)/ruff check
	@$(BIN)/mypy

# Check the records alone, in a second or two
records: .venv/.site
	@$(BIN)/briefbook check $(ARGS)

# Write the golden site anew; the difference in git is the visible change
golden: .venv/.site .venv/.test
	@$(BIN)/pytest -q tests/test_golden.py --golden $(ARGS)

# Print seconds and peak memory per stage: shipped records, 1,000 and 10,000 policies
bench: .venv/.site .venv/.test
	@$(BIN)/python -m tests.bench $(ARGS)

# List temporary code with the condition of its removal
todo:
	@git grep -n "REMOVE when" -- generator site_templates tests || echo "nothing temporary"

# Write the lock files anew from pyproject.toml and requirements/*.in
lock:
	@$(PYTHON) -m venv build/lock
	@build/lock/bin/python -m pip --disable-pip-version-check -qq install $(UV)
	@cd requirements && ../build/lock/bin/$(COMPILE) $(ARGS) ../pyproject.toml site.in -o site.txt
	@cd requirements && ../build/lock/bin/$(COMPILE) $(ARGS) test.in -o test.txt
	@cd requirements && ../build/lock/bin/$(COMPILE) --resolution lowest-direct \
		../pyproject.toml site.in -o oldest.txt
	@rm -rf build/lock

# Install what the accessibility and HTML tests need from npm (needs Node.js)
npm: tests/npm/node_modules/.package-lock.json

# Remove everything that these commands have made
clean:
	rm -rf .venv build site tests/npm/node_modules

# The locked packages, in an environment made anew whenever the lock file changes.
.venv/.locked: requirements/site.txt $(GONE)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Briefbook needs Python 3.11 or newer; $(PYTHON) is" \
			"$$($(PYTHON) -V 2>&1). Name another one: make site PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
		echo "$(PYTHON) cannot make environments. On Debian and Ubuntu: apt install python3-venv"; \
		exit 1; }
	@echo "Setting up .venv (once; a minute or so) ..."
	@rm -rf .venv
	@$(PYTHON) -m venv .venv
	@$(PIP) install --require-hashes -r requirements/site.txt
	@touch $@

# The generator itself.
.venv/.site: .venv/.locked pyproject.toml
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

# What the tests need beyond it.
.venv/.test: .venv/.locked requirements/test.txt
	@echo "Setting up the tests (once) ..."
	@$(PIP) install --require-hashes -r requirements/test.txt
	@touch $@

tests/npm/node_modules/.package-lock.json: tests/npm/package.json tests/npm/package-lock.json
	@npm ci --prefix tests/npm --ignore-scripts --no-audit --no-fund
	@touch $@
