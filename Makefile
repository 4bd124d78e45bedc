# Everything a person does here. Nothing but a Python package index is asked for over the network.
#   make setup      the environment in .venv, the package, the OCR models
#   make demo       invented dossiers, checked one by one
#   make test       the tests that need nothing but `make setup`
#   make test-extra the tests that need a program from the system's packages (chromium, unar)
#   make test-all   both
#   make lint       ruff and mypy
#   make lock       resolve the dependencies anew into requirements/*.lock
#   make accuracy   measure the reading on invented dossiers and write tests/kit/RESULTS.md (about an hour);
#                   FONTS=DIR names a folder with more typefaces than the packaged ones
#   make conformance  what each rule is worth on pages: tests/kit/rules/CONFORMANCE.md
#   make bench      speed and memory beside PaddleOCR's own pipeline (and others that are installed)
#   make clean      remove what was built and drawn, the environment included

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
LOCKS := requirements/requirements.lock requirements/opencv.lock requirements/build.lock

export DOSSIER_CACHE := $(CURDIR)/$(VENV)/cache

.PHONY: setup demo test test-extra test-all lint lock bench accuracy conformance clean

setup: $(VENV)/.models

demo: setup
	$(BIN)/dossier demo samples

test: setup
	$(BIN)/pytest -n 2 --dist worksteal

test-extra: setup
	$(BIN)/pytest --extra -m "chromium or unar or gpu"

test-all: test test-extra

lint: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

accuracy: setup
	$(BIN)/python -m tests.kit.accuracy --blind 6 $(if $(FONTS),--fonts $(FONTS))

conformance: setup
	$(BIN)/python -m tests.kit.rules.on_records
	$(BIN)/python -m tests.kit.rules.on_pages $(foreach strength,$(or $(STRENGTH),clean),--strength $(strength))

bench: setup
	$(BIN)/python tests/benchmarks/bench_pages.py

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || \
	  { echo "dossier needs Python 3.11, 3.12 or 3.13; $(PYTHON) is another or is missing. Try: make PYTHON=python3.11 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

# Two steps: paddlex asks for an OpenCV that needs libGL; the headless build of the same version goes over it.
$(VENV)/.locked: $(VENV)/.python $(LOCKS)
	$(PIP) install --quiet --no-deps --require-hashes -r requirements/requirements.lock -r requirements/build.lock
	$(PIP) install --quiet --no-deps --force-reinstall --require-hashes -r requirements/opencv.lock
	@touch $@

$(VENV)/.installed: $(VENV)/.locked pyproject.toml
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.models: $(VENV)/.installed dossier/recognise/pinned/models.json
	$(BIN)/dossier models install
	@touch $@

UV_COMPILE = $(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --universal --python-version 3.11

lock: $(VENV)/.installed
	$(UV_COMPILE) --upgrade --extra dev -o requirements/requirements.lock pyproject.toml
	$(UV_COMPILE) --constraint requirements/requirements.lock -o requirements/build.lock requirements/build.in
	$(UV_COMPILE) --upgrade --no-deps -o requirements/opencv.lock requirements/opencv.in

clean:
	rm -rf $(VENV) samples build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
