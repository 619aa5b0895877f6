"""`collabdesk set`: fields of one record, as a person would type them over; one undoable step."""

from __future__ import annotations

import argparse

from collabdesk.cli.acts import say_done
from collabdesk.cli.command import Command, Desk
from collabdesk.cli.fields import fields_option, given_fields
from collabdesk.domain.problems import Refused


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("noun", metavar="NOUN")
    parser.add_argument("record", metavar="ID", help="the record's number or its code")
    fields_option(parser)
    parser.add_argument("--project", metavar="CODE", help="the project in which the code is looked for")


def _run(parsed: argparse.Namespace, desk: Desk) -> int:
    from collabdesk.usecases import entering, entry_texts

    texts = given_fields(parsed.fields)
    if not texts:
        raise Refused("Nothing was given to set: write field=value.", "nothing")
    entering.refuse_unless_typed(parsed.noun)
    with desk.workspace(create=False) as workspace:
        reader = entry_texts.Reader(workspace, parsed.noun, parsed.decimal, parsed.project)
        number = reader.number(parsed.record)
        fields = reader.changes(texts, number)
        if reader.wrong:
            raise entering.NotEntered(reader.wrong)
        label = f"Change {parsed.noun.replace('_', ' ')} {parsed.record}"
        entering.set_cells(workspace, parsed.noun, [(number, name, value) for name, value in fields.items()], label)
    return say_done(label)


COMMAND = Command("set fields of one record: field=value …", _arguments, _run)
