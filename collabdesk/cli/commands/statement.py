"""`collabdesk statement`: a project's financial statement, SF-425, contribution or budget statement."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from collabdesk.cli.command import DONE, Command, Desk, json_option, say, say_json, tell
from collabdesk.cli.figure_json import figure_json
from collabdesk.cli.values import as_of_option
from collabdesk.domain.figures import Figure
from collabdesk.domain.statements import Statement

_CENT = Decimal("0.01")
_KINDS = ("financial", "sf425", "contribution", "budget")
_AXES = ("category", "partner", "work_package", "period")


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("project", metavar="PROJECT", help="the project's code")
    parser.add_argument("--kind", required=True, choices=_KINDS)
    parser.add_argument("--partner", metavar="CODE-OR-NAME", default="", help="needed by the financial statement")
    parser.add_argument("--period", metavar="CODE", default="", help="a reporting period; the whole action without it")
    parser.add_argument("--by", choices=_AXES, default=_AXES[0], help="how budget versus actual is cut")
    parser.add_argument("--out", metavar="FILE.pdf|FILE.xlsx", type=Path)
    as_of_option(parser)
    json_option(parser)


def _run(parsed: argparse.Namespace, desk: Desk) -> int:
    from collabdesk.usecases import provenance, statements
    from collabdesk.usecases.listing import project_id

    with desk.workspace(create=False) as workspace:
        made = statements.make(
            workspace,
            parsed.kind,
            project_id(workspace, parsed.project),
            parsed.as_of,
            partner=parsed.partner,
            period=parsed.period,
            by=parsed.by,
        )
        if parsed.out is not None:
            statements.write(workspace, made, parsed.out)
        if parsed.json:
            sources = {f.id: figure_json(f, provenance.sources_of(workspace, f)) for f in made.figures}
            say_json(_document(made, sources))
            return DONE
    _say(made)
    if parsed.out is not None:
        tell(f"Written to {parsed.out}.")
    return DONE


def _document(made: Statement, figures: Mapping[str, Any]) -> dict[str, Any]:
    lines = [
        {
            "label": line.label,
            "is_total": line.is_total,
            "cells": [figures[c.id] if isinstance(c, Figure) else c for c in line.cells],
        }
        for line in made.lines
    ]
    return {
        "kind": made.kind,
        "title": made.title,
        "subject": made.subject,
        "as_of": made.as_of.isoformat(),
        "rule_pack": made.rule_pack or None,
        "facts": dict(made.facts),
        "columns": list(made.columns),
        "lines": lines,
        "rates": list(made.rates),
        "notes": list(made.notes),
    }


def _say(made: Statement) -> None:
    say(f"{made.title}, {made.subject}, as of {made.as_of.isoformat()}")
    for name, text in made.facts:
        say(f"  {name}: {text}")
    say(f"  Rule pack: {made.rule_pack or 'none'}")
    _say_lines(made)
    for rate in made.rates:
        say(f"rate used: {rate}")
    for note in made.notes:
        say(note)


def _say_lines(made: Statement) -> None:
    """The table with whole labels: a form's words are not cut."""
    blank = ("",) * len(made.columns)
    rows = [
        (f"{'  ' * line.level}{line.label}", *(_cell(c, made.currency) for c in line.cells or blank))
        for line in made.lines
    ]
    rows.insert(0, (made.first, *made.columns))
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for label, *cells in rows:
        numbers = (cell.rjust(width) for cell, width in zip(cells, widths[1:], strict=True))
        say("  ".join((label.ljust(widths[0]), *numbers)).rstrip())


def _cell(cell: Figure | str, currency: str) -> str:
    """As it is printed: amounts in the project's own currency to the cent, half up; `--json` holds them exactly."""
    if not isinstance(cell, Figure):
        return cell
    if cell.value is None:
        return "n/a"
    shown = cell.value.quantize(_CENT, ROUND_HALF_UP) if cell.unit == currency else cell.value
    return f"{shown:,f}"


COMMAND = Command("a statement of a project, to read, as PDF or as a workbook", _arguments, _run)
