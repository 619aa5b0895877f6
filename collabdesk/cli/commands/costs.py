"""`collabdesk costs`: cost items are checked, declared, accepted, rejected, adjusted; and what is wrong with them."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from collabdesk.cli.acts import Act, acts_of_project, run_act, say_done
from collabdesk.cli.command import DONE, Command, json_option, say
from collabdesk.cli.item_problems import say_problems
from collabdesk.cli.values import as_of_option, decimal
from collabdesk.domain.projects import Project
from collabdesk.domain.rules import plain
from collabdesk.usecases.listing import project_id
from collabdesk.usecases.naming import named, named_or_movable
from collabdesk.usecases.workspace import Workspace


def _arguments(parser: argparse.ArgumentParser) -> None:
    of_project = acts_of_project(parser)

    def act(name: str, text: str, do: Act, items: str = "") -> argparse.ArgumentParser:
        made = of_project(name, text, do)
        if items:
            made.add_argument("items", metavar="ITEM", nargs=items, help="code or #number; none: all that can be")
        return made

    act("check", "say that items were checked", _check, "*")
    declaring = act("declare", "declare items in a reporting period", _declare)
    declaring.add_argument("period", metavar="PERIOD", help="its code")
    declaring.add_argument("items", metavar="ITEM", nargs="*", help="code or #number; none: all that can be")
    accepting = act("accept", "the funder accepts items, or one of them in part", _accept, "*")
    accepting.add_argument("--amount", type=decimal, help="what is accepted, where it is less")
    accepting.add_argument("--reason", default="", help="why the rest is not")
    act("reject", "the funder rejects items", _reject, "+").add_argument("--reason", required=True)
    adjusting = act("adjust", "correct a declared item by a new one that is linked to it", _adjust)
    adjusting.add_argument("item", metavar="ITEM", help="code or #number")
    adjusting.add_argument("amount", metavar="AMOUNT", type=decimal, help="what it should have been")
    adjusting.add_argument("--reason", required=True)
    adjusting.add_argument("--in", dest="period", default="", metavar="PERIOD", help="where the difference is declared")
    problems = act("problems", "the rules that items break, each item by its code or number", _problems)
    as_of_option(problems)
    json_option(problems)


def _check(workspace: Workspace, parsed: argparse.Namespace) -> int:
    from collabdesk.usecases import costs

    return say_done(costs.check(workspace, _items(workspace, parsed, "checked")).label)


def _declare(workspace: Workspace, parsed: argparse.Namespace) -> int:
    from collabdesk.usecases import costs

    return say_done(costs.declare(workspace, _items(workspace, parsed, "declared"), parsed.period).label)


def _accept(workspace: Workspace, parsed: argparse.Namespace) -> int:
    from collabdesk.usecases import costs

    return say_done(costs.accept(workspace, _items(workspace, parsed, "accepted"), parsed.amount, parsed.reason).label)


def _reject(workspace: Workspace, parsed: argparse.Namespace) -> int:
    from collabdesk.usecases import costs

    return say_done(costs.reject(workspace, _items(workspace, parsed, "rejected"), parsed.reason).label)


def _adjust(workspace: Workspace, parsed: argparse.Namespace) -> int:
    from collabdesk.usecases import costs

    (number,) = named(workspace, "cost", project_id(workspace, parsed.project), [parsed.item])
    new = costs.adjust(workspace, number, parsed.amount, parsed.reason, parsed.period)
    say(
        f"Adjusted by {new.code or f'#{new.id}'} of {plain(new.expended or Decimal(0)):f} {new.currency}.".replace(
            "  ", " "
        )
    )
    return DONE


def _problems(workspace: Workspace, parsed: argparse.Namespace) -> int:
    from collabdesk.usecases import costs

    project = workspace.get("project", project_id(workspace, parsed.project))
    assert isinstance(project, Project)
    judge = costs.cost_problems(workspace, project, parsed.as_of)
    return say_problems(workspace, parsed, "cost", judge, lambda row: {"cost": _called(row)}, _called)


def _called(row: Mapping[str, Any]) -> str:
    return str(row["code"] or f"#{row['id']}")


def _items(workspace: Workspace, parsed: argparse.Namespace, status: str) -> list[int]:
    return named_or_movable(workspace, "cost", project_id(workspace, parsed.project), parsed.items, status)


COMMAND = Command("check, declare, accept, reject or adjust cost items", _arguments, run_act)
