"""Evidence: attach files to a finding, verify their hashes, write one out, compare one with what was kept."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from collabdesk.cli.acts import add_act
from collabdesk.cli.audit_tables import evidence_record
from collabdesk.cli.audit_values import finding_argument, finding_of
from collabdesk.cli.command import WITH_PROBLEMS, json_option, say, say_json, say_table
from collabdesk.cli.values import day
from collabdesk.domain.evidence import Evidence
from collabdesk.domain.problems import Refused
from collabdesk.usecases import audits
from collabdesk.usecases.plan.evidence import verify
from collabdesk.usecases.workspace import Workspace


def _acts(acts: Any) -> None:
    evidence = add_act(acts, "evidence", "a finding's evidence: list, attach, verify, write out, compare", _evidence)
    finding_argument(evidence)
    what = evidence.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="FILE", type=Path, nargs="+", help="keep these files as evidence")
    what.add_argument("--save", metavar="NUMBER", type=int, help="write the kept file of this number to --out")
    what.add_argument("--compare", metavar="FILE", type=Path, help="is this, byte for byte, a file that was kept?")
    evidence.add_argument("--out", metavar="PATH", type=Path, default=Path())
    evidence.add_argument("--title", default="")
    evidence.add_argument("--kind", default="", help="what it is: contract, invoice, minutes, interview …")
    evidence.add_argument("--custodian", default="", help="who holds the original")
    evidence.add_argument("--received", metavar="DATE", type=day, help="the day it was received (today)")
    evidence.add_argument("--note", default="")
    json_option(evidence)


def _evidence(workspace: Workspace, parsed: argparse.Namespace) -> int | None:
    finding = finding_of(workspace, parsed)
    for file in parsed.add or ():
        kept = audits.attach(
            workspace, finding, file, title=parsed.title, kind=parsed.kind, custodian=parsed.custodian,
            note=parsed.note, received_on=parsed.received,
        )  # fmt: skip
        if not parsed.json:
            say(f"Kept {kept.file_name}, SHA-256 {kept.sha256}.")
    found = audits.evidence_of(workspace, finding)
    if parsed.save is not None:
        say(f"Written to {audits.save(workspace, _numbered(found, parsed.save), parsed.out)}.")
        return None
    if parsed.compare is not None:
        say(f"{parsed.compare} is the file kept as {_same(workspace, found, parsed.compare).title}.")
        return None
    return None if parsed.add and not parsed.json else _listed(workspace, found, as_json=parsed.json)


def _listed(workspace: Workspace, found: list[Evidence], *, as_json: bool) -> int | None:
    checked = verify(workspace, found)
    rows = [{**evidence_record(one), "problem": problem or None} for one, problem in checked]
    if as_json:
        say_json({"evidence": rows})
    else:
        said = [(r["id"], r["title"], r["file"], r["sha256"], r["problem"] or "as it was kept") for r in rows]
        say_table(said, ("number", "title", "file", "SHA-256", "state"), right=(0,))
    return WITH_PROBLEMS if any(problem for _, problem in checked) else None


def _numbered(found: list[Evidence], number: int) -> Evidence:
    one = next((e for e in found if e.id == number), None)
    if one is None:
        there = ", ".join(str(e.id) for e in found) or "none"
        raise Refused(f"The finding has no evidence {number}. It has: {there}.", "gone")
    return one


def _same(workspace: Workspace, found: list[Evidence], file: Path) -> Evidence:
    """The evidence that the file is; Refused with the last difference where it is none of them."""
    refusal = Refused("The finding has no evidence to compare with.", "no-evidence")
    for one in found:
        try:
            audits.compare_with(workspace, one, file)
        except Refused as other:
            refusal = other
        else:
            return one
    raise refusal


ACTS = _acts
