# Two commands do everything on a fresh machine: `make run` and `make test`.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV = .venv
BIN = $(VENV)/bin
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes
LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate

.PHONY: run setup test lint lock messages

run: setup
	@exec $(BIN)/python -m newsarchive

setup: $(VENV)/requirements.txt

test: setup $(VENV)/test-requirements.txt lint
	@$(BIN)/python tests/chromium.py
	@ARCHIVE_VAR=$(CURDIR)/var/test $(BIN)/python -m pytest $(ARGS)

lint: $(VENV)/test-requirements.txt
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .

$(VENV)/bin/python:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed (PYTHON=/path/to/python3.11 make …)." >&2; exit 1; }
	@"$(PYTHON)" -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

# The copy of a lock inside .venv says which lock is installed.
$(VENV)/requirements.txt: requirements.txt | $(VENV)/bin/python
	@echo "Installing the libraries (a minute at most) …"
	@$(INSTALL) -r requirements.txt
	@cp requirements.txt $@

$(VENV)/test-requirements.txt: tests/requirements.txt | $(VENV)/requirements.txt
	@echo "Installing what the tests need …"
	@$(INSTALL) -r tests/requirements.txt
	@cp tests/requirements.txt $@

# docs/requirements.md says why; UPGRADE=--upgrade takes the newest releases.
lock: | $(VENV)/bin/python
	@$(BIN)/python -m pip install --quiet uv
	@$(LOCK) $(UPGRADE) pyproject.toml --override docs/requirements-overrides.txt --output-file requirements.txt
	@$(LOCK) $(UPGRADE) --group test --constraint requirements.txt --output-file tests/requirements.txt

# Needs GNU gettext.
messages:
	@cd statements && ../$(BIN)/python ../manage.py makemessages --locale ar --no-location --no-obsolete
	@cd statements && ../$(BIN)/python ../manage.py compilemessages --locale ar
