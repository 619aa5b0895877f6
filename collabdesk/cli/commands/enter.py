"""`collabdesk enter`: new records, as a person would type them; one undoable step."""

from __future__ import annotations

import argparse
from pathlib import Path

from collabdesk.cli.command import DONE, Command, Desk, json_option, say, say_json
from collabdesk.cli.fields import fields_option, given_fields
from collabdesk.domain.problems import Refused


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("noun", metavar="NOUN", help="what is entered: cost, contribution, payment …")
    fields_option(parser)
    parser.add_argument("--file", metavar="ROWS.csv", type=Path, help="many rows; the first line names the fields")
    parser.add_argument("--project", metavar="CODE", help="the project that the records belong to")
    json_option(parser)


def _run(parsed: argparse.Namespace, desk: Desk) -> int:
    from collabdesk.usecases import entering, entry_texts

    texts = [given_fields(parsed.fields)] if parsed.fields else []
    if parsed.file is not None:
        texts += entry_texts.read_csv(parsed.file)
    if not texts:
        raise Refused("Nothing was given to enter: write field=value, or --file ROWS.csv.", "nothing")
    entering.refuse_unless_typed(parsed.noun)
    with desk.workspace() as workspace:
        reader = entry_texts.Reader(workspace, parsed.noun, parsed.decimal, parsed.project)
        rows = [reader.row(row, place) for place, row in enumerate(texts)]
        words = parsed.noun.replace("_", " ")
        label = f"Enter {words}" if len(rows) == 1 else f"Enter {len(rows)} {words} records"
        entered = entering.add_records(workspace, parsed.noun, rows, label, misread=reader.wrong)
    if parsed.json:
        say_json({"noun": parsed.noun, "ids": list(entered.ids)})
    else:
        numbers = ", ".join(f"#{number}" for number in entered.ids[:10])
        say(f"{label}: {numbers}{' …' if len(entered.ids) > 10 else ''}. `collabdesk undo` takes it back.")
    return DONE


COMMAND = Command("enter new records: field=value …, or the rows of a csv file", _arguments, _run)
