"""`collabdesk budget`: versions and their moves, transfers, amendments, comparison, budget against actual."""

from __future__ import annotations

import argparse
from typing import Any

from collabdesk.cli import budget_tables as tables
from collabdesk.cli.acts import acts_of_project, run_act
from collabdesk.cli.budget_tables import Names
from collabdesk.cli.command import Command, json_option, say, say_json, say_table
from collabdesk.cli.values import as_of_option, day, decimal
from collabdesk.domain.budget_versions import BudgetVersion
from collabdesk.domain.dates import today
from collabdesk.domain.problems import Refused
from collabdesk.usecases import budgets
from collabdesk.usecases.budgets import IMPORTED
from collabdesk.usecases.listing import project_id
from collabdesk.usecases.workspace import Workspace

_DATES, _NUMBERS = ("end", "start"), ("funding", "total_cost", "eligible_cost", "cofunding_rate", "duration_months")


def _arguments(parser: argparse.ArgumentParser) -> None:
    add = acts_of_project(parser)
    as_of_option(_with_json(add("versions", "the versions there are, and which is in force", _versions)))
    begin = add("begin", "begin a draft from the imported budget or from another version", _begin)
    begin.add_argument("--from", dest="source", metavar="VERSION", help=f"{IMPORTED} (default: the one in force)")
    begin.add_argument("--title", default="")
    begin.add_argument("--reason", default="")
    _with_json(_with_version(add("lines", "the lines of a version, with their numbers", _lines)))
    transfer = _with_version(add("transfer", "move an amount between two lines of a draft", _transfer))
    transfer.add_argument("source", type=int, metavar="FROM", help="a line's number")
    transfer.add_argument("target", type=int, metavar="TO")
    transfer.add_argument("amount", type=decimal, help="such as 1234.50")
    transfer.add_argument("--reason", required=True)
    _with_json(_with_version(add("transfers", "what was moved, and what the rule pack says of it", _transfers)))
    _with_version(add("propose", "hand a draft over for approval", _propose))
    approve = _with_version(add("approve", "approve a proposed version; it supersedes the one before", _approve))
    approve.add_argument("--by", required=True, metavar="PERSON-OR-BODY")
    approve.add_argument("--on", type=day, default=today(), metavar="DATE")
    approve.add_argument("--effective", type=day, metavar="DATE", help="default: the amendment's, else --on")
    approve.add_argument("--amendment", default="", metavar="NUMBER")
    back = _with_version(add("send-back", "a proposed version becomes a draft again", _send_back))
    back.add_argument("--reason", required=True)
    _with_version(add("discard", "delete a draft with its lines", _discard))
    compare = _with_json(add("compare", "two versions line by line", _compare))
    compare.add_argument("old", metavar="OLD", help=f"a version's code, or {IMPORTED}")
    compare.add_argument("new", metavar="NEW")
    pivot = _with_json(_with_version(add("pivot", "a version crossed by two axes", _pivot), optional=True))
    pivot.add_argument("--rows", choices=budgets.AXES, default="partner")
    pivot.add_argument("--columns", choices=budgets.AXES, default="category")
    pivot.add_argument("--only", action="append", default=[], metavar="AXIS=VALUE", help="such as period=RP1")
    actual = _with_json(_with_version(add("actual", "a version against the actual costs", _actual), optional=True))
    actual.add_argument("--by", choices=budgets.AXES, default="category")
    as_of_option(actual)
    _amend_arguments(add("amend", "record an amendment and what it changes in the project", _amend))


def _amend_arguments(amend: argparse.ArgumentParser) -> None:
    amend.add_argument("number", metavar="NUMBER")
    amend.add_argument("--title", default="")
    amend.add_argument("--signed", type=day, metavar="DATE")
    amend.add_argument("--effective", type=day, metavar="DATE")
    amend.add_argument("--reason", default="")
    amend.add_argument("--set", dest="changes", action="append", default=[], metavar="FIELD=VALUE",
                       help=f"a field of the project: {', '.join(budgets.AMENDED)}")  # fmt: skip
    amend.add_argument("--says", default="", help="what else it changes")
    rules = amend.add_mutually_exclusive_group()
    rules.add_argument("--adopts-rules", dest="adopts", action="store_true", default=None)
    rules.add_argument("--keeps-rules", dest="adopts", action="store_false")


def _with_json(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    json_option(parser)
    return parser


def _with_version(parser: argparse.ArgumentParser, *, optional: bool = False) -> argparse.ArgumentParser:
    if optional:
        parser.add_argument("--version", metavar="VERSION", help=f"{IMPORTED} (default: the one in force)")
    else:
        parser.add_argument("version", metavar="VERSION", help=f"a version's code, or {IMPORTED}")
    return parser


def _of(workspace: Workspace, parsed: argparse.Namespace, said: str | None) -> tuple[int, BudgetVersion | None]:
    """The project's id and the version that is meant: without a name the one in force."""
    number = project_id(workspace, parsed.project)
    if said is None:
        return number, budgets.held(workspace, number, getattr(parsed, "as_of", today()))
    return number, budgets.version_called(workspace, number, said)


def _version_id(workspace: Workspace, parsed: argparse.Namespace) -> int:
    _, version = _of(workspace, parsed, parsed.version)
    if version is None:
        raise Refused("The imported budget is not moved or changed: begin a version from it.", "imported-budget")
    return version.id or 0


def _code(version: BudgetVersion | None) -> str:
    return version.code if version else IMPORTED


def _versions(workspace: Workspace, parsed: argparse.Namespace) -> None:
    number = project_id(workspace, parsed.project)
    in_force = _code(budgets.held(workspace, number, parsed.as_of))
    there = budgets.versions(workspace, number)
    if parsed.json:
        told = [{name: getattr(v, name) for name in _TOLD} for v in there]
        say_json({"as_of": parsed.as_of.isoformat(), "in_force": in_force, "versions": told})
        return
    rows = [(v.code, v.title, v.status, v.effective, v.approved_by, v.amendment) for v in there]
    say_table(rows, ("version", "title", "status", "effective", "approved by", "amendment"))
    say(f"In force on {parsed.as_of.isoformat()}: {in_force}.")


_TOLD = ("code", "title", "status", "effective", "approved_on", "approved_by", "amendment", "reason")


def _begin(workspace: Workspace, parsed: argparse.Namespace) -> None:
    number, source = _of(workspace, parsed, parsed.source)
    made = budgets.begin(workspace, number, source=source, title=parsed.title, reason=parsed.reason)
    say(f"{made.code} was begun from {budgets.called(source)}. Its lines: collabdesk budget lines")


def _lines(workspace: Workspace, parsed: argparse.Namespace) -> None:
    number, version = _of(workspace, parsed, parsed.version)
    lines, names = budgets.lines_of(workspace, number, version.id if version else None), Names(workspace)
    if parsed.json:
        say_json({"version": _code(version), "lines": [tables.line_json(line, names) for line in lines]})
    else:
        tables.show_lines(lines, names)


def _transfer(workspace: Workspace, parsed: argparse.Namespace) -> None:
    version = _version_id(workspace, parsed)
    lines = workspace.ids("budget", where={"budget_version_id": version})
    if parsed.source not in lines or parsed.target not in lines:
        raise Refused(f"{parsed.version} has no such line; collabdesk budget lines shows their numbers.", "no-line")
    budgets.transfer(workspace, parsed.source, parsed.target, parsed.amount, parsed.reason)
    for moved in budgets.moved(workspace, version):
        say(moved.sentence)


def _transfers(workspace: Workspace, parsed: argparse.Namespace) -> None:
    version, names = _version_id(workspace, parsed), Names(workspace)
    made, moved = budgets.transfers(workspace, version), budgets.moved(workspace, version)
    if parsed.json:
        say_json(tables.transfers_json(made, moved, names))
    else:
        tables.show_transfers(made, moved, names)


def _propose(workspace: Workspace, parsed: argparse.Namespace) -> None:
    say(f"{budgets.propose(workspace, _version_id(workspace, parsed)).label}.")


def _approve(workspace: Workspace, parsed: argparse.Namespace) -> None:
    version = _version_id(workspace, parsed)
    change = budgets.approve(workspace, version, by=parsed.by, on=parsed.on, effective=parsed.effective,
                             amendment=parsed.amendment)  # fmt: skip
    say(f"{change.label}.")


def _send_back(workspace: Workspace, parsed: argparse.Namespace) -> None:
    say(f"{budgets.send_back(workspace, _version_id(workspace, parsed), parsed.reason).label}.")


def _discard(workspace: Workspace, parsed: argparse.Namespace) -> None:
    say(f"{budgets.discard(workspace, _version_id(workspace, parsed)).label}.")


def _compare(workspace: Workspace, parsed: argparse.Namespace) -> None:
    number, old = _of(workspace, parsed, parsed.old)
    new = budgets.version_called(workspace, number, parsed.new)
    found = budgets.compare(workspace, number, old.id if old else None, new.id if new else None)
    if parsed.json:
        say_json({"old": _code(old), "new": _code(new), **tables.comparison_json(found, Names(workspace))})
    else:
        tables.show_comparison(found, Names(workspace))


def _pivot(workspace: Workspace, parsed: argparse.Namespace) -> None:
    number, version = _of(workspace, parsed, parsed.version)
    rows, columns, names = parsed.rows, parsed.columns, Names(workspace)
    version_id = version.id if version else None
    only = dict(_narrowed(workspace, number, version_id, said, names) for said in parsed.only)
    found = budgets.pivots(workspace, number, version_id, rows=rows, columns=columns, only=only)
    if parsed.json:
        told = [tables.pivot_json(pivot, names) for pivot in found]
        say_json({"version": _code(version), "rows": rows, "columns": columns, "tables": told})
        return
    for pivot in found:
        tables.show_pivot(pivot, rows, names)


def _narrowed(
    workspace: Workspace, number: int, version_id: int | None, said: str, names: Names
) -> tuple[str, int | str | None]:
    """`period=RP1` as axis and key; Refused where no line states that."""
    axis, _, value = (part.strip() for part in said.partition("="))
    if axis not in budgets.AXES:
        raise Refused(f"A budget is not looked at by {axis!r}; it is by {', '.join(budgets.AXES)}.", "no-axis")
    keys = budgets.values_of(workspace, number, version_id, axis)
    found = [key for key in keys if names.of(key).casefold() == value.casefold()]
    if not found:
        there = ", ".join(names.of(key) for key in keys)
        raise Refused(
            f"No line of the budget has the {axis.replace('_', ' ')} {value!r}. There are: {there}.", "no-value"
        )
    return axis, found[0]


def _actual(workspace: Workspace, parsed: argparse.Namespace) -> None:
    number, version = _of(workspace, parsed, parsed.version)
    names = Names(workspace)
    found = budgets.against_actual(workspace, number, version.id if version else None, parsed.by, parsed.as_of)
    if parsed.json:
        head = {"version": _code(version), "by": parsed.by, "as_of": parsed.as_of.isoformat()}
        say_json({**head, "tables": [tables.actual_json(table, names) for table in found]})
        return
    for table in found:
        tables.show_actual(table, parsed.by, names)


def _amend(workspace: Workspace, parsed: argparse.Namespace) -> None:
    number = project_id(workspace, parsed.project)
    made = budgets.amend(
        workspace, number, parsed.number, title=parsed.title, signed=parsed.signed, effective=parsed.effective,
        reason=parsed.reason, changes=dict(map(_change, parsed.changes)), said=parsed.says, adopts_rules=parsed.adopts,
    )  # fmt: skip
    say(f"Amendment {made.code}: {made.changed or made.reason or made.title}.")


def _change(said: str) -> tuple[str, Any]:
    """`end=2027-06-30` as field and value; Refused where the value is none."""
    name, mark, value = (part.strip() for part in said.partition("="))
    if not mark:
        raise Refused(f"{said!r} is no field=value.", "usage")
    try:
        if name in _DATES:
            return name, day(value).isoformat()
        return name, decimal(value) if name in _NUMBERS else value
    except argparse.ArgumentTypeError as error:
        raise Refused(f"{name}: {error}.", "no-value") from None


COMMAND = Command("versions of a budget, transfers, amendments, comparison, budget against actual", _arguments, run_act)
