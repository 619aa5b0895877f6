"""`collabdesk imports`: the batches that were imported."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from collabdesk.cli.command import DONE, Command, Desk, json_option, say_json, say_table
from collabdesk.usecases import imports

_COLUMNS = ("id", "at", "by", "label", "status", "rows_read", "rows_accepted", "rows_set_aside", "rows_rejected")
_HEADS = ("batch", "when (UTC)", "who", "what", "status", "read", "accepted", "set aside", "rejected")


def _run(parsed: argparse.Namespace, desk: Desk) -> int:
    with desk.workspace() as workspace:
        rows = [{c: asdict(b)[c] for c in _COLUMNS} for b in imports.batches(workspace)]
    if parsed.json:
        say_json({"imports": rows})
    else:
        say_table([list(r.values()) for r in rows], _HEADS, right=(0, 5, 6, 7, 8))
    return DONE


COMMAND = Command("list the imports", json_option, _run)
