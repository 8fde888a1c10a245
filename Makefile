# Every target creates or renews .venv by itself; nothing but Python 3.11 or later, git and make has to be there.
SHELL := /bin/sh
# Where it is set, every run and every process that a test starts would compile all modules anew.
unexport PYTHONDONTWRITEBYTECODE
BIN := .venv/bin
PINS := requirements/pip.txt requirements/runtime.txt pyproject.toml scripts/venv.sh

.PHONY: help demo serve test check format score ablations model event-model docs bench pins clean

help:                  ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: .venv/demo       ## build a ledger from samples/ and ask it a few things
	@sh scripts/demo.sh

serve: .venv/test      ## the web application on the demo's ledger, at http://127.0.0.1:8765
	@test -f demo.ledger || sh scripts/demo.sh >/dev/null
	@$(BIN)/python scripts/vendor.py
	$(BIN)/dragoman serve --ledger demo.ledger

test: .venv/test       ## everything: formatting, lint, types and all tests, with a real PostgreSQL and Chromium
	@sh scripts/postgresql.sh
	@sh scripts/chromium.sh
	@$(BIN)/python scripts/vendor.py
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto

check: .venv/test      ## formatting, lint, types and the fast tests; under two minutes
	@$(BIN)/python scripts/vendor.py
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto --dist loadfile -m "not slow" -q

format: .venv/test     ## put the code into shape
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

score: .venv/test      ## how well the reader reads, by kind and by document, and the page of errors (READER=rules|encoder)
	$(BIN)/python -m evaluation.score $(if $(READER),--reader $(READER))

ablations: .venv/test  ## what each part of the reader earns
	$(BIN)/python -m evaluation.ablations

model: .venv/training  ## train the reader's weights anew
	$(BIN)/python -m training.make_model

event-model: .venv/training ## train the event classifier's weights anew
	$(BIN)/python -m training.make_event_model

docs: .venv/docs       ## the documentation site, into site/
	$(BIN)/python -m docs.build

bench: .venv/test      ## speed, memory, size and start-up time, as ratios
	@for bench in build lookup reader classify events web; do $(BIN)/python -m benchmarks.$$bench || exit 1; done

pins:                  ## renew requirements/*.txt from pyproject.toml and requirements/*.in
	sh scripts/pins.sh

clean:                 ## remove what the targets created
	rm -rf .venv site dist build .mypy_cache .ruff_cache .pytest_cache demo.ledger*

.venv/demo: $(PINS)
	@sh scripts/venv.sh runtime
	@touch $@

.venv/test: $(PINS) requirements/test.txt
	@sh scripts/venv.sh runtime test
	@touch $@ .venv/demo

.venv/docs: .venv/test requirements/docs.txt
	@sh scripts/venv.sh docs
	@touch $@

.venv/training: .venv/test requirements/training.txt requirements/models.txt
	@sh scripts/venv.sh training
	@touch $@
