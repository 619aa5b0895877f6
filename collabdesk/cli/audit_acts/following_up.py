"""Following up: what was open before an audit, what became of it, and who verified that something was done."""

from __future__ import annotations

import argparse
from typing import Any

from collabdesk.cli.acts import add_act
from collabdesk.cli.audit_tables import say_earlier
from collabdesk.cli.audit_values import finding_argument, finding_of
from collabdesk.cli.command import json_option, say
from collabdesk.cli.values import day
from collabdesk.domain.findings import STATUSES as FINDINGS
from collabdesk.domain.follow_ups import OUTCOMES
from collabdesk.domain.recommendations import STATUSES as RECOMMENDATIONS
from collabdesk.usecases import audits
from collabdesk.usecases.workspace import Workspace


def _acts(acts: Any) -> None:
    follow = add_act(acts, "follow-up", "move a finding or a recommendation on", _follow)
    follow.add_argument("noun", choices=("finding", "recommendation"))
    follow.add_argument("id", type=int)
    follow.add_argument("status", choices=sorted({*FINDINGS.table, *RECOMMENDATIONS.table}))
    follow.add_argument("--reason", default="")
    follow.add_argument("--by", default="", metavar="NAME", help="who verified it (the person at work)")
    verify = add_act(acts, "verify", "somebody other than the owner saw that it was done", _verify)
    verify.add_argument("noun", choices=("finding", "recommendation"))
    verify.add_argument("id", type=int)
    verify.add_argument("--by", default="", metavar="NAME", help="who verified it (the person at work)")
    verify.add_argument("--note", default="", help="what was seen; of a recommendation")
    earlier = add_act(
        acts, "earlier", "the findings that were open before an audit, and what it found of them", _earlier
    )
    earlier.add_argument("audit", type=int)
    json_option(earlier)
    outcome = add_act(acts, "outcome", "record what an audit found of an earlier finding", _outcome)
    outcome.add_argument("audit", type=int)
    finding_argument(outcome)
    outcome.add_argument("outcome", choices=[o.replace("_", "-") for o in OUTCOMES])
    outcome.add_argument("--text", default="", help="what was found")
    outcome.add_argument("--by", default="", metavar="NAME", help="who looked (the person at work)")
    outcome.add_argument("--date", type=day)
    outcome.add_argument("--no-repeat", action="store_true", help="do not draft the finding again where not corrected")


def _follow(workspace: Workspace, parsed: argparse.Namespace) -> None:
    if parsed.noun == "finding":
        status = audits.move_finding(workspace, parsed.id, parsed.status, parsed.reason, parsed.by).status
    else:
        status = audits.move_recommendation(workspace, parsed.id, parsed.status, parsed.by).status
    say(f"{parsed.noun.capitalize()} {parsed.id}: {status}.")


def _verify(workspace: Workspace, parsed: argparse.Namespace) -> None:
    if parsed.noun == "finding":
        who = audits.move_finding(workspace, parsed.id, "verified", by=parsed.by).verified_by
    else:
        who = audits.move_recommendation(workspace, parsed.id, "verified", parsed.by, parsed.note).verified_by
    say(f"{parsed.noun.capitalize()} {parsed.id}: verified by {who}.")


def _earlier(workspace: Workspace, parsed: argparse.Namespace) -> None:
    say_earlier(audits.earlier_findings(workspace, parsed.audit), as_json=parsed.json)


def _outcome(workspace: Workspace, parsed: argparse.Namespace) -> None:
    kept = audits.record_outcome(
        workspace, parsed.audit, finding_of(workspace, parsed), parsed.outcome.replace("-", "_"), parsed.text,
        parsed.by, parsed.date, repeat=not parsed.no_repeat,
    )  # fmt: skip
    again = f" Repeated as {kept.repeated_in}, a draft." if kept.repeated_in else ""
    say(f"{kept.finding}: {kept.outcome.replace('_', ' ')}.{again}")


ACTS = _acts
