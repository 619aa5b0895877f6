"""Findings: draft them from the figures, write one, edit, accept, dismiss, recommend."""

from __future__ import annotations

import argparse
from typing import Any

from collabdesk.cli.acts import add_act
from collabdesk.cli.audit_tables import finding_records, say_findings
from collabdesk.cli.audit_values import amount, finding_argument, finding_of
from collabdesk.cli.command import json_option, say, say_json
from collabdesk.cli.values import day
from collabdesk.domain.findings import SEVERITIES
from collabdesk.usecases import audits
from collabdesk.usecases.workspace import Workspace

_TEXTS = ("criteria", "condition", "cause", "effect")
_OTHERS = ("severity", "questioned_known", "questioned_likely", "currency", "objective", "owner")


def _acts(acts: Any) -> None:
    find = add_act(acts, "find", "draft the findings from the figures", _find)
    find.add_argument("audit", type=int)
    json_option(find)
    write = add_act(acts, "write", "write a finding by hand, as a draft", _write)
    write.add_argument("audit", type=int)
    write.add_argument("title")
    _said_options(write)
    edit = add_act(acts, "edit", "change what a finding says, or who owns it; what is not given stays", _edit)
    finding_argument(edit)
    edit.add_argument("--title")
    _said_options(edit)
    finding_argument(add_act(acts, "accept", "issue a drafted finding", _accept))
    dismiss = add_act(acts, "dismiss", "dismiss a draft for a reason", _dismiss)
    finding_argument(dismiss)
    dismiss.add_argument("--reason", required=True)
    recommend = add_act(acts, "recommend", "recommend something to somebody", _recommend)
    finding_argument(recommend)
    recommend.add_argument("--text", required=True)
    recommend.add_argument("--addressee", required=True)
    recommend.add_argument("--due", type=day)
    recommend.add_argument("--priority", choices=audits.PRIORITIES, default="medium")


def _said_options(parser: argparse.ArgumentParser) -> None:
    for name in _TEXTS:
        parser.add_argument(f"--{name}", metavar="TEXT")
    parser.add_argument("--severity", choices=SEVERITIES)
    parser.add_argument("--questioned-known", metavar="AMOUNT", type=amount)
    parser.add_argument("--questioned-likely", metavar="AMOUNT", type=amount)
    parser.add_argument("--estimated", metavar="TEXT", help="how the likely questioned cost was estimated")
    parser.add_argument("--from-sample", metavar="SAMPLE", help="take the likely cost from what this sample projects")
    parser.add_argument("--currency", metavar="ISO")
    parser.add_argument("--objective", metavar="CODE", help="the objective it bears on, such as O1")
    parser.add_argument("--owner", metavar="NAME", help="who has to act on it")
    repeat = parser.add_mutually_exclusive_group()
    repeat.add_argument("--repeat-of", metavar="REFERENCE", help="the earlier finding that it repeats")
    repeat.add_argument("--no-repeat", action="store_true", help="it repeats no earlier finding")


def _said(workspace: Workspace, parsed: argparse.Namespace) -> dict[str, Any]:
    said = {name: getattr(parsed, name) for name in (*_TEXTS, *_OTHERS) if getattr(parsed, name) is not None}
    if parsed.estimated is not None:
        said["text"] = parsed.estimated
    if parsed.from_sample is not None:
        said |= audits.projection(workspace, parsed.from_sample)
    if parsed.repeat_of is not None:
        said |= {"repeat": True, "prior_code": parsed.repeat_of}
    elif parsed.no_repeat:
        said |= {"repeat": False, "prior_code": ""}
    return said


def _find(workspace: Workspace, parsed: argparse.Namespace) -> None:
    drafts = audits.draft_findings(workspace, parsed.audit)
    if parsed.json:
        say_json({"findings": finding_records(workspace, drafts)})
        return
    say_findings(drafts)
    say(f"{len(drafts)} drafts. Next: collabdesk audit accept or dismiss, with a finding's number.")


def _write(workspace: Workspace, parsed: argparse.Namespace) -> None:
    made = audits.add_finding(workspace, parsed.audit, parsed.title, **_said(workspace, parsed))
    say(f"Finding {made.id}, a draft. Next: collabdesk audit accept {made.id}")


def _edit(workspace: Workspace, parsed: argparse.Namespace) -> None:
    said = _said(workspace, parsed)
    if parsed.title is not None:
        said["title"] = parsed.title
    made = audits.edit_finding(workspace, finding_of(workspace, parsed), **said)
    say(f"Finding {made.code or made.id}: {made.title}.")


def _accept(workspace: Workspace, parsed: argparse.Namespace) -> None:
    say(f"Issued as {audits.accept_finding(workspace, finding_of(workspace, parsed)).code}.")


def _dismiss(workspace: Workspace, parsed: argparse.Namespace) -> None:
    audits.dismiss_finding(workspace, finding_of(workspace, parsed), parsed.reason)
    say("Dismissed; it does not come back for the same facts.")


def _recommend(workspace: Workspace, parsed: argparse.Namespace) -> None:
    finding = finding_of(workspace, parsed)
    made = audits.recommend(workspace, finding, parsed.text, parsed.addressee, parsed.due, parsed.priority)
    say(f"Recommendation {made.id}.")


ACTS = _acts
