# Everything done here has a target, and each first installs what it needs. `make` alone lists them.

PYTHON := python3
BIN := .venv/bin
# One more than processors: tests of several processes wait for one another.
WORKERS = $(shell $(PYTHON) -c 'import os; print((os.cpu_count() or 1) + 1)')
COMPILE := .uv/bin/uv --system-certs pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate

unexport PYTHONHOME PYTHONPATH PYTHONDONTWRITEBYTECODE VIRTUAL_ENV
.NOTPARALLEL:
.PHONY: help install demo test check static coverage budgets eval bench lock

help: ## list the targets
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/\1 \2/p' Makefile | while read -r name what; do printf '%-9s %s\n' "$$name" "$$what"; done

install: ## make .venv from the lock
	@$(PYTHON) tools/install.py

demo: install ## the bot with demo deals, on this machine
	@$(BIN)/dealbot demo

# There are processes enough, and threads of OpenBLAS spin while they wait.
test: export OPENBLAS_NUM_THREADS = 1
test: install ## the tests, on all processors; ARGS="-k stance" chooses
	@$(BIN)/python -m pytest --numprocesses $(WORKERS) --no-loadscope-reorder --cov --cov-report= $(ARGS)

check: static test coverage budgets ## everything that must hold

static: install ## format, lint, types, import contracts
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

coverage: ## of the last `make test`, against its limits
	$(BIN)/coverage report
	$(BIN)/coverage report --include='src/dealbot/domain/*' --fail-under=100

budgets: install ## the size and shape of the code, against their limits
	$(BIN)/python -m tools.budgets

eval: install ## quality on examples with known answers
	@$(BIN)/dealbot eval $(ARGS)

bench: install ## speed, as ratios against limits
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python -m benchmarks $(ARGS)

lock: install ## make the locks anew; ARGS=--upgrade takes newer versions
	$(COMPILE) $(ARGS) pyproject.toml -o requirements.lock
	$(COMPILE) $(ARGS) pyproject.toml --all-extras --group test -c requirements.lock -o requirements-test.lock
	$(COMPILE) $(ARGS) pyproject.toml --all-extras --group image -c requirements-test.lock -o requirements-image.lock
	$(COMPILE) $(ARGS) --group installer -o tools/installer.lock
