"""`collabdesk delete`: records that were typed by mistake; one undoable step."""

from __future__ import annotations

import argparse

from collabdesk.cli.acts import say_done
from collabdesk.cli.command import Command, Desk


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("noun", metavar="NOUN")
    parser.add_argument("records", metavar="ID", nargs="+", help="numbers or codes of records")
    parser.add_argument("--project", metavar="CODE", help="the project in which codes are looked for")


def _run(parsed: argparse.Namespace, desk: Desk) -> int:
    from collabdesk.usecases import entering, entry_texts

    entering.refuse_unless_typed(parsed.noun)
    with desk.workspace(create=False) as workspace:
        reader = entry_texts.Reader(workspace, parsed.noun, project=parsed.project)
        numbers = [reader.number(record) for record in parsed.records]
        label = f"Delete {parsed.noun.replace('_', ' ')} {', '.join(parsed.records)}"
        entering.delete_records(workspace, parsed.noun, numbers, label)
    return say_done(label)


COMMAND = Command("delete records that nothing else hangs on", _arguments, _run)
