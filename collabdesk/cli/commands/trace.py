"""`collabdesk trace`: from a figure's id back to file, sheet, cell, raw text, rule and later edits."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from collabdesk.cli.command import DONE, Command, Desk, json_option, say, say_json
from collabdesk.cli.figure_json import figure_json
from collabdesk.cli.values import as_of_option
from collabdesk.domain.problems import Refused
from collabdesk.usecases import figures, provenance
from collabdesk.usecases.provenance import Trace

_SHOWN = 40


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("figure", metavar="FIGURE", help="the figure's code as printed, such as F3-absorption")
    as_of_option(parser)
    json_option(parser)


def _run(parsed: argparse.Namespace, desk: Desk) -> int:
    with desk.workspace(create=False) as workspace:
        figure = figures.find(workspace, parsed.figure, parsed.as_of)
        if figure is None:
            raise Refused(
                f"There is no figure {parsed.figure!r} as of {parsed.as_of.isoformat()}. "
                "`collabdesk figures` lists those there are; a printed report names its day on the cover.",
                "no-figure",
            )
        trace = provenance.trace(workspace, figure)
    if parsed.json:
        say_json({"as_of": parsed.as_of.isoformat(), **_document(trace)})
    else:
        _say(trace)
    return DONE


def _document(trace: Trace) -> dict[str, object]:
    return {
        "figure": figure_json(trace.figure, trace.sources),
        "cells": [asdict(cell) for cell in trace.cells],
        "edits": [asdict(entry) for entry in trace.edits],
    }


def _say(trace: Trace) -> None:
    figure = trace.figure
    value = f"n/a: {figure.note}" if figure.value is None else f"{figure.value:f} {figure.unit}"
    say(f"{figure.id}  {figure.label}{f' of {figure.detail}' if figure.detail else ''} = {value}")
    say(f"  rule {figure.rule}" + "".join(f", {name} {given}" for name, given in figure.inputs.items()))
    for source in trace.sources:
        place = _place(source.file, source.sheet, source.cells)
        total = "" if source.total is None else f", sum {source.total:f}"
        say(f"  {place}: {source.records} records{total}")
        if source.sha256:
            say(f"    SHA-256 {source.sha256}")
    for cell in trace.cells[:_SHOWN]:
        place = _place(cell.file, cell.sheet, cell.cell)
        say(f"  {place} = {cell.raw!r} -> {cell.noun} {cell.id} {cell.field} {cell.value}")
    if len(trace.cells) > _SHOWN:
        say(f"  … and {len(trace.cells) - _SHOWN} more cells; --json lists them")
    for edit in trace.edits:
        say(f"  edited {edit.at} by {edit.person} ({edit.label}): {edit.old} -> {edit.new}")


def _place(file: str, sheet: str, cells: str) -> str:
    if not file:
        return "typed by hand"
    return f"{file}[{sheet}!{cells}]" if sheet else f"{file}[{cells}]"


COMMAND = Command("from a figure back to its cells", _arguments, _run)
