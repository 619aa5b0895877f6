"""The bank's history costs the window's start nothing: it is read when the first rate is asked for."""

from __future__ import annotations

import subprocess
import sys

_LOOK = """
import sys
import collabdesk.ui.window, collabdesk.ui.rates, collabdesk.usecases.rates, collabdesk.usecases.facts
print("currency_converter" in sys.modules)
from collabdesk.usecases.rates import ecb
ecb.last_day()
print("currency_converter" in sys.modules)
"""


def test_nothing_of_the_history_is_read_before_a_rate_is_asked_for():
    told = subprocess.run([sys.executable, "-c", _LOOK], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", "True"]
