"""`collabdesk list`: the records of one noun."""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from collabdesk.cli.command import DONE, Command, Desk, pick, say, say_json, say_table
from collabdesk.domain.nouns import NOUNS
from collabdesk.usecases import listing
from collabdesk.usecases.listing_files import write_list

_SHOWN = 8


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("noun", metavar="NOUN", choices=sorted(NOUNS), help=", ".join(sorted(NOUNS)))
    parser.add_argument("--project", metavar="CODE")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true")
    form.add_argument("--csv", action="store_true")
    form.add_argument("--out", metavar="FILE.xlsx|FILE.csv", type=Path, help="write them to a file")


def _run(parsed: argparse.Namespace, desk: Desk) -> int:
    with desk.workspace(create=False) as workspace:
        if parsed.out:
            count = write_list(
                workspace, parsed.noun, parsed.out, listing.ids_of(workspace, parsed.noun, parsed.project)
            )
            say(f"{parsed.out}: {count} {parsed.noun} records")
            return DONE
        columns, rows = listing.listed(workspace, parsed.noun, parsed.project)
    if parsed.json:
        say_json({"noun": parsed.noun, "rows": [{c: listing.plain(row[c]) for c in columns} for row in rows]})
    elif parsed.csv:
        _say_csv(columns, rows)
    else:
        filled = [c for c in columns if any(row[c] not in (None, "") for row in rows)][:_SHOWN]
        say_table(([listing.plain(v) for v in pick(row, filled)] for row in rows), filled)
    return DONE


def _say_csv(columns: Sequence[str], rows: Sequence[dict[str, Any]]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([listing.safe(row[c]) for c in columns] for row in rows)


COMMAND = Command("list the records of one noun", _arguments, _run)
