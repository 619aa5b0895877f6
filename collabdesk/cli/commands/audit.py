"""`collabdesk audit`: plan an audit, draft its findings, decide on them, recommend, follow up."""

from __future__ import annotations

import argparse

from collabdesk.cli.acts import add_act, run_act
from collabdesk.cli.command import Command, say, say_table
from collabdesk.cli.values import as_of_option, day
from collabdesk.domain.audits import STATUSES as AUDITS
from collabdesk.domain.findings import STATUSES as FINDINGS
from collabdesk.domain.findings import Finding
from collabdesk.domain.recommendations import STATUSES as RECOMMENDATIONS
from collabdesk.usecases import audits
from collabdesk.usecases.workspace import Workspace


def _arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    plan = add_act(acts, "plan", "plan an audit of a project or of the portfolio", _plan)
    what = plan.add_mutually_exclusive_group(required=True)
    what.add_argument("project", metavar="PROJECT", nargs="?")
    what.add_argument("--portfolio", action="store_true")
    plan.add_argument("--title", default="")
    plan.add_argument("--criteria", default="three_es", metavar="SET")
    as_of_option(plan)
    add_act(acts, "list", "the audits there are", _list)
    add_act(acts, "find", "draft the findings from the figures", _find).add_argument("audit", type=int)
    add_act(acts, "show", "an audit's findings", _show).add_argument("audit", type=int)
    add_act(acts, "accept", "issue a drafted finding", _accept).add_argument("finding", type=int)
    dismiss = add_act(acts, "dismiss", "dismiss a draft for a reason", _dismiss)
    dismiss.add_argument("finding", type=int)
    dismiss.add_argument("--reason", required=True)
    recommend = add_act(acts, "recommend", "recommend something to somebody", _recommend)
    recommend.add_argument("finding", type=int)
    recommend.add_argument("--text", required=True)
    recommend.add_argument("--addressee", required=True)
    recommend.add_argument("--due", type=day)
    recommend.add_argument("--priority", choices=audits.PRIORITIES, default="medium")
    respond = add_act(acts, "respond", "the auditee's answer to a finding", _respond)
    respond.add_argument("finding", type=int)
    respond.add_argument("answer", choices=("agree", "dispute"))
    move = add_act(acts, "move", "move an audit on", _move)
    move.add_argument("audit", type=int)
    move.add_argument("status", choices=list(AUDITS.table))
    move.add_argument("--reason", default="")
    follow = add_act(acts, "follow-up", "move a finding or a recommendation on", _follow)
    follow.add_argument("noun", choices=("finding", "recommendation"))
    follow.add_argument("id", type=int)
    follow.add_argument("status", choices=sorted({*FINDINGS.table, *RECOMMENDATIONS.table}))
    follow.add_argument("--reason", default="")


def _plan(workspace: Workspace, parsed: argparse.Namespace) -> None:
    project = None if parsed.portfolio else parsed.project
    audit = audits.plan(workspace, project, parsed.title, parsed.as_of, criteria_set=parsed.criteria)
    say(f"Audit {audit.id}: {audit.title}. Next: collabdesk audit find {audit.id}")


def _list(workspace: Workspace, _parsed: argparse.Namespace) -> None:
    say_table(
        [(a.id, a.title, a.as_of, a.status, a.criteria_set) for a in audits.audits(workspace)],
        ("audit", "title", "as of", "status", "criteria"),
        right=(0,),
    )


def _find(workspace: Workspace, parsed: argparse.Namespace) -> None:
    drafts = audits.draft_findings(workspace, parsed.audit)
    _say_findings(drafts)
    say(f"{len(drafts)} drafts. Next: collabdesk audit accept or dismiss, with a finding's number.")


def _show(workspace: Workspace, parsed: argparse.Namespace) -> None:
    findings = audits.findings_of(workspace, parsed.audit)
    _say_findings(findings)
    for finding in findings:
        for r in audits.recommendations_of(workspace, finding):
            say(f"recommendation {r.id} on {finding.code or finding.id}, {r.status}: {r.text} ({r.addressee}, {r.due})")


def _say_findings(findings: list[Finding]) -> None:
    say_table(
        [(f.id, f.code, f.severity, f.status, f.title) for f in findings],
        ("finding", "reference", "severity", "status", "title"),
        right=(0,),
    )


def _accept(workspace: Workspace, parsed: argparse.Namespace) -> None:
    say(f"Issued as {audits.accept_finding(workspace, parsed.finding).code}.")


def _dismiss(workspace: Workspace, parsed: argparse.Namespace) -> None:
    audits.dismiss_finding(workspace, parsed.finding, parsed.reason)
    say("Dismissed; it does not come back for the same facts.")


def _recommend(workspace: Workspace, parsed: argparse.Namespace) -> None:
    made = audits.recommend(workspace, parsed.finding, parsed.text, parsed.addressee, parsed.due, parsed.priority)
    say(f"Recommendation {made.id}.")


def _respond(workspace: Workspace, parsed: argparse.Namespace) -> None:
    say(f"Finding {audits.answer(workspace, parsed.finding, agrees=parsed.answer == 'agree').status}.")


def _move(workspace: Workspace, parsed: argparse.Namespace) -> None:
    say(f"Audit {audits.move_audit(workspace, parsed.audit, parsed.status, parsed.reason).status}.")


def _follow(workspace: Workspace, parsed: argparse.Namespace) -> None:
    if parsed.noun == "finding":
        status = audits.move_finding(workspace, parsed.id, parsed.status, parsed.reason).status
    else:
        status = audits.move_recommendation(workspace, parsed.id, parsed.status).status
    say(f"{parsed.noun.capitalize()} {parsed.id}: {status}.")


COMMAND = Command("plan an audit, decide on findings, recommend, follow up", _arguments, run_act)
