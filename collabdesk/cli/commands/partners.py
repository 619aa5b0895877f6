"""`collabdesk partners`: those that may be one, merged into one or told apart."""

from __future__ import annotations

import argparse
from typing import cast

from collabdesk.cli.acts import add_act, run_act
from collabdesk.cli.command import Command, json_option, say, say_json, say_table
from collabdesk.domain.partners import Partner
from collabdesk.domain.problems import Refused
from collabdesk.usecases import partners
from collabdesk.usecases.workspace import Workspace


def _arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    json_option(add_act(acts, "doubles", "partners whose names or numbers say that they may be one", _doubles))
    merge = add_act(acts, "merge", "make OTHER one with KEPT; undo takes it back", _merge)
    merge.add_argument("one", metavar="KEPT", help="the partner's number, identifier or name")
    merge.add_argument("other", metavar="OTHER")
    apart = add_act(acts, "apart", "remember that two partners are not one", _apart)
    apart.add_argument("one", metavar="A", help="the partner's number, identifier or name")
    apart.add_argument("other", metavar="B")


def _doubles(workspace: Workspace, parsed: argparse.Namespace) -> None:
    pairs = partners.possible_doubles(workspace)
    if parsed.json:
        say_json(
            {
                "doubles": [
                    {"kept": _told(p.kept), "other": _told(p.other), "score": p.score, "why": p.why} for p in pairs
                ]
            }
        )
        return
    rows = [(p.kept.id, p.kept.name, p.other.id, p.other.name, p.score, p.why) for p in pairs]
    say_table(rows, ("partner", "name", "other", "name", "score", "why"), right=(0, 2, 4))
    say(f"{len(pairs)} pairs. `collabdesk partners merge` or `apart`, with their numbers.")


def _told(partner: Partner) -> dict[str, object]:
    return {"id": partner.id, "name": partner.name, "code": partner.code, "country": partner.country}


def _merge(workspace: Workspace, parsed: argparse.Namespace) -> None:
    kept, other = (_partner_id(workspace, said) for said in (parsed.one, parsed.other))
    say(f"{partners.merge(workspace, kept, other).label}.")


def _apart(workspace: Workspace, parsed: argparse.Namespace) -> None:
    one, other = (_partner_id(workspace, said) for said in (parsed.one, parsed.other))
    change = partners.tell_apart(workspace, one, other)
    say(f"{change.label}." if change.id else "They are told apart already.")


def _partner_id(workspace: Workspace, said: str) -> int:
    """The partner with this identifier or name, or with this number (also as `#7`); Refused unless it is just one."""
    found = [] if said.startswith("#") else workspace.find("partner", code=said) or workspace.find("partner", name=said)
    number = said.removeprefix("#")
    if not found and number.isdigit():
        found = workspace.find("partner", id=int(number))
    if not found:
        raise Refused(f"There is no partner {said!r}. `collabdesk list partner` shows those there are.", "no-partner")
    if len(found) > 1:
        numbers = ", ".join(f"#{p.id}" for p in found)
        raise Refused(f"{len(found)} partners are called {said!r}: name one by its number ({numbers}).", "two-partners")
    return cast(int, found[0].id)


COMMAND = Command("partners that may be one: list, merge, tell apart", _arguments, run_act)
