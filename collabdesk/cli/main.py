"""The command line: finds the command's file, runs it, and turns what happened into an exit status."""

from __future__ import annotations

import argparse
import importlib
import io
import logging
import pkgutil
import sys
import traceback
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from collabdesk import __version__, paths
from collabdesk.cli import commands
from collabdesk.cli.command import BUG, DONE, REFUSED, USAGE, Command, Desk, tell
from collabdesk.cli.fields import FieldsParser
from collabdesk.domain.problems import Cancelled, Refused

_EXIT_INTERRUPTED = 130


def names() -> dict[str, str]:
    """Command name -> module name; a Python keyword's file ends with an underscore (`import_.py`)."""
    return {m.name.strip("_"): m.name for m in pkgutil.iter_modules(commands.__path__)}


def load(module: str) -> Command:
    """The command that a module of `cli/commands` offers."""
    command = importlib.import_module(f"{commands.__name__}.{module}").COMMAND
    if not isinstance(command, Command):
        raise TypeError(f"{module} offers no command")
    return command


def parser_for(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """The parser; only the command that is asked for is imported, all of them for help."""
    parser = FieldsParser(
        prog="collabdesk",
        description="The books, audits and reports of an international research collaboration.",
        epilog="Without a command the window opens.",
    )
    parser.add_argument("--database", metavar="PATH-OR-URL", help="the database to work on (default: your own)")
    parser.add_argument("--version", action="version", version=f"collabdesk {__version__}")
    choices = parser.add_subparsers(dest="command", metavar="COMMAND")
    known = names()
    asked = [a for before, a in pairwise(["", *arguments]) if a in known and before != "--database"][:1]
    helping = not asked or any(a in ("-h", "--help") for a in arguments)
    for name, module in known.items():
        if helping or name in asked:
            command = load(module)
            sub = choices.add_parser(name, help=command.help, description=command.help)
            command.arguments(sub)
            sub.set_defaults(run=command.run)
    return parser


def main(arguments: Sequence[str], open_window: Callable[[str | Path | None], int]) -> int:
    """Run one command line; returns the exit status of cli.md (0, 1, 2, 3 or 70)."""
    _speak_utf8()
    try:
        parsed = parser_for(arguments).parse_args(arguments)
        if parsed.command is None:
            return open_window(parsed.database)
        return int(parsed.run(parsed, Desk(parsed.database, open_window)))
    except SystemExit as stop:  # argparse: help, or wrong usage
        return DONE if stop.code in (0, None) else USAGE
    except Refused as refusal:
        tell(refusal.sentence)
        return REFUSED
    except (KeyboardInterrupt, Cancelled):
        tell("Stopped; nothing was changed.")
        return _EXIT_INTERRUPTED
    except BrokenPipeError:
        return DONE
    except Exception:  # noqa: BLE001  anything else is a bug: it is logged whole and said in one sentence
        return _bug()


def _speak_utf8() -> None:
    # A Windows console or a C locale would otherwise fail on the first Greek letter.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _bug() -> int:
    text = traceback.format_exc()
    try:
        folder = paths.log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        log = folder / "collabdesk.log"
        with log.open("a", encoding="utf-8") as file:
            file.write(text)
        where = f" The details are in {log}."
    except OSError:
        logging.getLogger(__name__).exception("no log could be written")
        where = f"\n{text}"
    last = text.strip().splitlines()[-1]
    tell(f"This is a fault of CollabDesk ({last}).{where} Nothing of the interrupted step was kept.")
    return BUG
