"""`collabdesk agreement`: what is recorded of an agreement; decisions and transfers move, documents are kept."""

from __future__ import annotations

import argparse
from typing import Any

from collabdesk.cli.acts import acts_of_project, run_act, say_done
from collabdesk.cli.command import Command, json_option, say, say_json, say_table
from collabdesk.cli.plan_values import file_option, proof_of
from collabdesk.cli.values import as_of_option, day
from collabdesk.domain import decisions, transfers
from collabdesk.domain.projects import Project
from collabdesk.usecases.listing import project_id
from collabdesk.usecases.naming import named
from collabdesk.usecases.workspace import Workspace

_NOUNS = ("clause", "decision", "asset", "dataset", "transfer")


def _arguments(parser: argparse.ArgumentParser) -> None:
    act = acts_of_project(parser)
    show = act("show", "what is not recorded, expired or contradicts, and the terms of votes and vetoes", _show)
    as_of_option(show)
    json_option(show)
    taking = act("decide", "a decision is adopted, rejected, vetoed or resolved", _decide)
    _moves(taking, "DECISION", decisions.STATUSES.table)
    taking.add_argument("--by", metavar="PARTY", default="", help="who vetoes")
    going = act("transfer", "a transfer is approved, refused or done", _transfer)
    _moves(going, "TRANSFER", transfers.STATUSES.table)
    going.add_argument("--expires", metavar="DAY", type=day, default=None, help="until when the approval holds")
    attaching = act(
        "attach", "keep a document of a clause, decision, asset, dataset or transfer with its hash", _attach
    )
    attaching.add_argument("noun", choices=_NOUNS)
    attaching.add_argument("code", metavar="CODE")
    file_option(attaching, "--file")


def _moves(parser: argparse.ArgumentParser, name: str, table: Any) -> None:
    statuses = tuple(table)[1:]
    parser.add_argument("code", metavar=name, help="its code")
    parser.add_argument("status", metavar="STATUS", choices=statuses, help=", ".join(statuses))
    parser.add_argument("--on", metavar="DAY", type=day, default=None, help="the day (today)")
    parser.add_argument("--reason", default="", help="stays on record")
    file_option(parser, "--document")


def _show(workspace: Workspace, parsed: argparse.Namespace) -> None:
    from collabdesk.usecases.agreement import looking

    project = workspace.get("project", project_id(workspace, parsed.project))
    assert isinstance(project, Project)
    found = looking.look(workspace, project, parsed.as_of)
    remarks = [r for its in found.remarks.values() for r in its]
    if parsed.json:
        say_json({
            "project": project.code,
            "as_of": parsed.as_of.isoformat(),
            "model": found.terms.model.name if found.terms.model else None,
            "terms": [{"name": t.name, "value": t.text, "source": t.source, "confirmed": t.confirmed}
                      for t in found.terms.known],
            "remarks": [{"noun": r.noun, "name": r.name, "check": r.check, "state": r.state, "text": r.text}
                        for r in remarks],
        })  # fmt: skip
        return
    for t in found.terms.known:
        say(f"{t.name}: {t.text} ({t.source}{'' if t.confirmed else '; unconfirmed'})")
    if not found.terms.known:
        say("No terms of votes, vetoes and rights are stated.")
    say()
    rows = [(r.noun, r.name, r.state.replace("_", " "), r.text) for r in remarks]
    say_table(rows, ("", "of", "state", "what"))


def _decide(workspace: Workspace, parsed: argparse.Namespace) -> int:
    from collabdesk.usecases.agreement import acts

    number = _number(workspace, "decision", parsed)
    change = acts.decide(workspace, number, parsed.status, on=parsed.on, party=parsed.by, reason=parsed.reason,
                         proof=proof_of(parsed.document))  # fmt: skip
    return say_done(change.label)


def _transfer(workspace: Workspace, parsed: argparse.Namespace) -> int:
    from collabdesk.usecases.agreement import acts

    number = _number(workspace, "transfer", parsed)
    expires = parsed.expires.isoformat() if parsed.expires else None
    change = acts.move_transfer(workspace, number, parsed.status, on=parsed.on, expires=expires, reason=parsed.reason,
                                proof=proof_of(parsed.document))  # fmt: skip
    return say_done(change.label)


def _attach(workspace: Workspace, parsed: argparse.Namespace) -> None:
    from collabdesk.domain.problems import Refused
    from collabdesk.usecases.plan import evidence

    proof = proof_of(parsed.file)
    if proof is None:
        raise Refused("Name the document: --file FILE.", "no-file")
    kept = evidence.add(workspace, project_id(workspace, parsed.project), parsed.code, proof, noun=parsed.noun)
    say(f"{kept.file_name} is kept as a document of {parsed.code}: SHA-256 {kept.sha256}.")


def _number(workspace: Workspace, noun: str, parsed: argparse.Namespace) -> int:
    (number,) = named(workspace, noun, project_id(workspace, parsed.project), [parsed.code])
    return number


COMMAND = Command("clauses, decisions, rights and data: what is recorded, and how it moves", _arguments, run_act)
