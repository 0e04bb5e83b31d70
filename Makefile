# make demo   builds the graph of the seed articles, validates it and prints who met whom
# make test    lint, types, import contract and the whole suite
# Both make .venv first and need nothing but Python 3.11 or later and make. PYTHON=python3.12 make test takes another Python.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STORE := build/demo.db

.PHONY: demo test clean

demo: $(VENV)/installed
	$(BIN)/kcgraph build seeds/articles --store $(STORE)
	$(BIN)/kcgraph validate --store $(STORE)
	$(BIN)/kcgraph query who-met-whom --store $(STORE)

test: $(VENV)/tools
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

$(VENV)/installed: pyproject.toml | $(VENV)/made
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/tools: pyproject.toml | $(VENV)/installed
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@

# pip 25.1 is the first that knows --group.
$(VENV)/made:
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and \"kcgraph needs Python 3.11 or later: make PYTHON=python3.12 ...\")"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	@touch $@

clean:
	rm -rf $(VENV) build
