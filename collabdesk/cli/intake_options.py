"""The options that `look` and `import` share."""

from __future__ import annotations

import argparse
from pathlib import Path

from collabdesk.cli.command import Desk, tell
from collabdesk.domain.dates import in_words
from collabdesk.domain.problems import Refused
from collabdesk.usecases import profiles
from collabdesk.usecases.imports import LookOptions, Staged, look_at
from collabdesk.usecases.workspace import Workspace

_MOST_NAMED = 5


def add(parser: argparse.ArgumentParser) -> None:
    """Add the files and the options of cli.md."""
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path)
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output, nothing else")
    parser.add_argument("--sheet", metavar="NAME", help="only this sheet")
    parser.add_argument("--kind", metavar="KIND", help="the kind of table, where the program guesses wrongly")
    by_hand = "map a header by hand; [C] names column C, whatever stands over it"
    parser.add_argument("--map", metavar="HEADER=FIELD", action="append", default=[], help=by_hand)
    saved = "read as confirmed before: a profile's name or file, or the name of a file that was imported"
    parser.add_argument("--mapping", metavar="NAME", help=saved)
    parser.add_argument("--funder", metavar="NAME", help="whose file it is; the profile is kept under this name")
    parser.add_argument("--project", metavar="CODE", help="the project of tables that name none")
    parser.add_argument("--currency", metavar="EUR", help="ISO 4217 code where the file states none")
    parser.add_argument("--decimal", choices=(",", "."), help="the decimal mark where the file leaves it open")
    parser.add_argument("--date-order", choices=("dmy", "mdy", "ymd"), help="the order of dates left open")
    parser.add_argument("--on-same", choices=("update", "skip", "add"), default="update")
    parser.add_argument("--rejects", metavar="FILE.xlsx", type=Path, help="rows that could not be kept, with reasons")


def options(parsed: argparse.Namespace) -> LookOptions:
    """The parsed options as the use case wants them; Refused for a `--map` without `=`."""
    return LookOptions(
        sheet=parsed.sheet,
        kind=parsed.kind,
        map=tuple(_pair(text) for text in parsed.map),
        mapping=parsed.mapping,
        funder=parsed.funder,
        project=parsed.project,
        currency=parsed.currency,
        decimal=parsed.decimal,
        date_order=parsed.date_order,
        on_same=parsed.on_same,
    )


def look(parsed: argparse.Namespace, desk: Desk) -> Staged:
    """Look at the named files; the database is opened only for a saved mapping that lies there."""
    if parsed.mapping is None or profiles.is_file(parsed.mapping):
        return look_at(parsed.files, options(parsed))
    with desk.workspace(create=False) as workspace:
        return look_at(parsed.files, options(parsed), workspace=workspace)


def tell_offers(workspace: Workspace, staged: Staged) -> None:
    """Say on standard error where a saved profile would read a table otherwise than it was read."""
    for (number, _), offer in profiles.offers(workspace, staged).items():
        if offer.changes_nothing:
            continue
        columns = ", ".join(f"“{' '.join(header.split())[:60]}”" for header, _, _ in offer.differs[:_MOST_NAMED])
        what = columns or ", ".join(what.replace("_", " ") for what, _, _ in offer.reads)
        day = in_words(offer.confirmed_at[:10])
        tell(
            f"{staged.files[number].name}: the profile ‘{offer.profile}’ of {day} fits {offer.fits} of {offer.of}"
            f' columns and reads {what} otherwise; --mapping "{offer.profile}" uses it.'
        )


def _pair(text: str) -> tuple[str, str]:
    header, equals, field = text.rpartition("=")
    if not equals:
        raise Refused(f'--map wants "Header text=noun.field", not {text!r}.')
    return header, field
