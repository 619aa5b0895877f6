"""Sampling: what is drawn from, a sample, its sheet, its evaluation, and the script that draws it again."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from collabdesk.cli.acts import add_act
from collabdesk.cli.command import DONE, WITH_PROBLEMS, json_option, say, say_json, say_table, tell
from collabdesk.cli.sample_tables import evaluation_document, population_document, sample_document, say_evaluation
from collabdesk.cli.values import day, decimal
from collabdesk.domain.problems import Refused
from collabdesk.domain.rules import plain
from collabdesk.domain.sample_terms import Restriction, left_out, why_words
from collabdesk.domain.samples import METHODS
from collabdesk.usecases import sampling
from collabdesk.usecases.workspace import Workspace
from collabdesk.whole_files import write_whole


def _acts(acts: Any) -> None:
    about = "draw a sample of cost items, fill it in, evaluate it"
    parser = acts.add_parser("sample", help=about, description=about)
    inner = parser.add_subparsers(dest="sample_act", metavar="ACT", required=True)
    plan = add_act(inner, "plan", "what would be drawn from, and how many; draws nothing", _plan)
    draw = add_act(inner, "draw", "draw a sample and keep it", _draw)
    for one in (plan, draw):
        _options(one)
    draw.add_argument("--seed", default="", help="at most 64 plain characters; made and recorded where none is given")
    draw.add_argument("--title", default="")
    add_act(inner, "list", "the samples of an audit", _list).add_argument("audit", type=int)
    shown = add_act(inner, "show", "how a sample was drawn, and its items", _show)
    sheet = add_act(inner, "sheet", "write the sheet to fill in", _sheet)
    read = add_act(inner, "read", "read a sheet that was filled in", _read)
    evaluate = add_act(inner, "evaluate", "what the sample says of its population", _evaluate)
    script = add_act(inner, "script", "the script that draws the sample again from its population", _script)
    file = add_act(inner, "population", "the population as it was drawn from, as csv", _population)
    discard = add_act(inner, "discard", "take back a sample of which nothing was tested", _discard)
    for one in (shown, sheet, read, evaluate, script, file, discard):
        one.add_argument("sample", metavar="SAMPLE", help="its code, such as S1")
    read.add_argument("file", type=Path)
    for one in (sheet, file):
        one.add_argument("--out", type=Path, required=True, metavar="FILE")
    script.add_argument("--out", type=Path, metavar="FILE", help="else it is printed")
    for one in (plan, draw, shown, read, evaluate, inner.choices["list"]):
        json_option(one)


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("audit", type=int)
    parser.add_argument("--method", choices=METHODS, default=METHODS[0])
    parser.add_argument("--confidence", type=decimal, metavar="SHARE", help="as 0.95")
    parser.add_argument("--tolerable", type=decimal, metavar="SHARE", help="of the book value, as 0.05")
    parser.add_argument("--expected", type=decimal, metavar="SHARE", help="of the book value, as 0.01")
    parser.add_argument("--size", type=int, help="instead of the one that is computed")
    parser.add_argument("--deviation", type=decimal, metavar="AMOUNT", help="of the errors of a random sample")
    parser.add_argument(
        "--projection", choices=sampling.PROJECTIONS, default=sampling.PROJECTIONS[0], help="of a random sample"
    )
    parser.add_argument("--project", default="", metavar="PROJECT", help="where the audit is of the portfolio")
    parser.add_argument("--currency", default="")
    parser.add_argument("--partner", action="append", default=[], metavar="NAME")
    parser.add_argument("--category", action="append", default=[])
    parser.add_argument("--period", default="", metavar="CODE", help="a reporting period")
    parser.add_argument("--from", dest="start", type=day, metavar="DATE")
    parser.add_argument("--to", dest="end", type=day, metavar="DATE")


def _asked(parsed: argparse.Namespace) -> tuple[Restriction, sampling.Design]:
    restriction = Restriction(
        currency=parsed.currency, partners=tuple(parsed.partner), categories=tuple(parsed.category),
        period=parsed.period, start=parsed.start.isoformat() if parsed.start else "",
        end=parsed.end.isoformat() if parsed.end else "",
    )  # fmt: skip
    design = sampling.Design(
        parsed.method, parsed.confidence, parsed.tolerable, parsed.expected, parsed.size, parsed.deviation,
        parsed.projection,
    )  # fmt: skip
    return restriction, design


def _plan(workspace: Workspace, parsed: argparse.Namespace) -> None:
    restriction, design = _asked(parsed)
    found = sampling.population(workspace, parsed.audit, restriction, design.method, parsed.project)
    plan = sampling.planned(found, design)
    if parsed.json:
        say_json(population_document(found, plan))
        return
    unit = found.restriction.currency
    say(f"{len(found.lines)} items of {plain(found.book_value):,f} {unit} can be drawn from.")
    for out in found.left_out:
        say(f"Left out: {out.count}, {plain(out.total):,f} {unit} ({why_words(out.why)}).")
    interval = f", interval {plain(plan.interval):,f} {unit}, {plan.certain} at least as large" if plan.interval else ""
    say(f"Size {plan.size}{interval}; tolerable {plain(plan.tolerable):,f} {unit}.")


def _draw(workspace: Workspace, parsed: argparse.Namespace) -> None:
    restriction, design = _asked(parsed)
    sample = sampling.draw(
        workspace, parsed.audit, design=design, restriction=restriction, seed=parsed.seed, title=parsed.title,
        project=parsed.project,
    )  # fmt: skip
    drawn = sampling.items(workspace, sample)
    if parsed.json:
        say_json(sample_document(sample, drawn))
        return
    say(f"Sample {sample.code}: {len(drawn)} items of {sample.population}. Seed {sample.seed}.")
    say(f"Next: collabdesk audit sample sheet {sample.code} --out {sample.code}.xlsx")


def _list(workspace: Workspace, parsed: argparse.Namespace) -> None:
    found = sampling.samples_of(workspace, parsed.audit)
    if parsed.json:
        say_json({"samples": [sample_document(s, sampling.items(workspace, s)) for s in found]})
        return
    rows = []
    for sample in found:
        drawn = sampling.items(workspace, sample)
        tested = sum(i.audited is not None for i in drawn)
        rows.append(
            (sample.code, sample.method, len(drawn), tested, sample.drawn_on, sample.title or sample.population)
        )
    say_table(rows, ("sample", "method", "items", "tested", "drawn on", "of"), right=(2, 3))


def _show(workspace: Workspace, parsed: argparse.Namespace) -> None:
    sample = sampling.sample_called(workspace, parsed.sample)
    drawn = sampling.items(workspace, sample)
    if parsed.json:
        say_json(sample_document(sample, drawn))
        return
    for name, value in sample_document(sample, ()).items():
        if name not in ("items", "left_out"):
            say(f"{name.replace('_', ' ')}: {'' if value is None else value}")
    for out in left_out(sample):
        say(f"left out: {out.count}, {plain(out.total):f} ({why_words(out.why)})")
    rows = [
        (i.position, i.cost_id, i.reference, i.partner, _amount(i.book), _amount(i.audited),
         "certain" if i.is_certain else "", i.explanation)
        for i in drawn
    ]  # fmt: skip
    heads = ("position", "item", "reference", "partner", "book value", "audited", "", "explanation")
    say_table(rows, heads, right=(0, 1, 4, 5))


def _amount(value: Any) -> str:
    return "" if value is None else f"{plain(value):f}"


def _sheet(workspace: Workspace, parsed: argparse.Namespace) -> None:
    sample = sampling.sample_called(workspace, parsed.sample)
    count = sampling.write_sheet(workspace, sample, parsed.out)
    say(f"{parsed.out.name}: {count} items to fill in. Next: collabdesk audit sample read {sample.code} FILE")


def _read(workspace: Workspace, parsed: argparse.Namespace) -> int:
    sample = sampling.sample_called(workspace, parsed.sample)
    read = sampling.read_sheet(workspace, sample, parsed.file)
    told = [
        {"cell": p.cell, "code": p.code, "severity": str(p.severity), "text": p.text} for p in read.problems
    ]  # fmt: skip
    if parsed.json:
        say_json({"changed": read.changed, "same": read.same, "untested": read.untested, "problems": told})
    else:
        for p in read.problems:
            tell(f"{p.severity}: {parsed.file.name}[{p.cell}]: {p.text}")
        say(f"{read.changed} items changed, {read.same} as before, {read.untested} not tested yet.")
    return WITH_PROBLEMS if read.errors else DONE


def _evaluate(workspace: Workspace, parsed: argparse.Namespace) -> None:
    sample = sampling.sample_called(workspace, parsed.sample)
    found = sampling.evaluate(workspace, sample)
    moved = sampling.drift(workspace, sampling.items(workspace, sample))
    if parsed.json:
        say_json(evaluation_document(sample, found, moved))
    else:
        say_evaluation(sample, found, moved)


def _script(workspace: Workspace, parsed: argparse.Namespace) -> None:
    text = sampling.script(sampling.sample_called(workspace, parsed.sample))
    if parsed.out is None:
        say(text.removesuffix("\n"))
    else:
        _write(parsed.out, text.encode())


def _population(workspace: Workspace, parsed: argparse.Namespace) -> None:
    sample = sampling.sample_called(workspace, parsed.sample)
    _write(parsed.out, sampling.population_file(workspace, sample))
    say(f"{parsed.out.name}: {sample.population_count} items, SHA-256 {sample.population_sha256}.")


def _discard(workspace: Workspace, parsed: argparse.Namespace) -> None:
    sample = sampling.sample_called(workspace, parsed.sample)
    sampling.discard(workspace, sample)
    say(f"Sample {sample.code} is discarded. `collabdesk undo` takes that back.")


def _write(path: Path, content: bytes) -> None:
    try:
        write_whole(path, content)
    except OSError as wrong:
        raise Refused(f"{path.name} cannot be written: {wrong.strerror}.", "unwritable") from None


ACTS = _acts
