# Thin over dev.py, which does the same on every system. More words: make test ARGS="tests/domain -k money"

# The first Python that really starts and is new enough (a version manager's shim may stand there and not work).
NAMES := python3 python3.14 python3.13 python3.12 python3.11
PYTHON := $(shell for name in $(NAMES); do \
	if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo "$$name"; break; fi; done)

COMMANDS := demo run test check bench setup samples translations truth headers lock clean

.PHONY: $(COMMANDS)
$(COMMANDS):
	@$(if $(PYTHON),,$(error Python 3.11 or newer is needed; on Debian: apt-get install python3 python3-venv))
	@$(PYTHON) dev.py $@ $(ARGS)
