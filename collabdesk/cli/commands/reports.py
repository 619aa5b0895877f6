"""`collabdesk reports`: the issued reports, their way to the signature, what is restated, the board packet."""

from __future__ import annotations

import argparse
from pathlib import Path

from collabdesk.cli.acts import add_act, run_act, say_done
from collabdesk.cli.command import DONE, WITH_PROBLEMS, Command, json_option, say, say_json, say_table
from collabdesk.cli.report_acts import asked_password, certificate_of
from collabdesk.cli.report_tables import document, restated_document, say_report
from collabdesk.cli.values import day
from collabdesk.domain.dates import this_moment
from collabdesk.domain.reports import Report
from collabdesk.usecases import packets, reports, restatements
from collabdesk.usecases.workspace import Workspace


def _arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    json_option(add_act(acts, "list", "every issued report with its state", _list))
    json_option(add_act(acts, "restatements", "signed reports that today's data give otherwise", _restatements))

    def of_one(name: str, text: str, do: object) -> argparse.ArgumentParser:
        made = add_act(acts, name, text, do)  # type: ignore[arg-type]
        made.add_argument("report", metavar="REPORT", help="its code, such as R-2026-001")
        return made

    json_option(of_one("show", "one report: who reviewed and signed it and when, and what is restated", _show))
    of_one("review", "a draft was reviewed", _review).add_argument("--by", metavar="NAME", required=True)
    of_one("reopen", "a reviewed report is a draft again", _reopen)
    sign = of_one("sign", "sign a reviewed report: for good, undo does not take it back", _sign)
    sign.add_argument("--by", metavar="NAME", required=True)
    sign.add_argument("--certificate", metavar="FILE.p12", type=Path, help="also sign the file; asks for the password")
    over = of_one("supersede", "issue the draft that is to take a signed report's place", _supersede)
    over.add_argument("--out", metavar="FILE.pdf", type=Path, required=True)
    over.add_argument("--as-of", metavar="DATE", type=day, help="another day than the superseded one's")
    of_one("print", "write the kept file again, byte for byte", _print).add_argument(
        "--out", metavar="FILE.pdf", type=Path, required=True
    )
    of_one("tables", "every table, as a workbook or one csv each", _tables).add_argument(
        "--out", metavar="FILE.xlsx|FOLDER", type=Path, required=True
    )
    of_one("packet", "one PDF with tables, evidence and a sheet of responses attached", _packet).add_argument(
        "--out", metavar="FILE.pdf", type=Path, required=True
    )
    answers = add_act(acts, "responses", "a sheet of responses came back: what it says, and keep it", _responses)
    answers.add_argument("file", metavar="FILE.xlsx", type=Path)
    answers.add_argument("--accept", action="store_true", help="record the new answers; without it nothing is kept")
    json_option(answers)


def _list(workspace: Workspace, parsed: argparse.Namespace) -> int:
    restatements.notice(workspace)
    late = {one.report.id: len(one.figures) for one in restatements.out_of_date(workspace)}
    found = [r for r in workspace.find("report") if isinstance(r, Report)]
    if parsed.json:
        say_json({"reports": [document(workspace, r, late.get(r.id, 0)) for r in found]})
        return DONE
    heads = ("Report", "State", "As of", "Title", "Reviewed by", "Signed by", "Restated")
    say_table(((r.code, r.status, r.as_of, r.title, r.reviewed_by, r.signed_by, late.get(r.id) or "") for r in found),
              heads, right=(6,))  # fmt: skip
    return DONE


def _show(workspace: Workspace, parsed: argparse.Namespace) -> int:
    restatements.notice(workspace)
    report = reports.report_of(workspace, parsed.report)
    found = restatements.of_report(workspace, report)
    if parsed.json:
        late = sum(not one.note for one in found)
        say_json({**document(workspace, report, late), "restatements": [restated_document(one) for one in found]})
    else:
        say_report(report, found)
    return DONE


def _restatements(workspace: Workspace, parsed: argparse.Namespace) -> int:
    restatements.notice(workspace)
    late = restatements.out_of_date(workspace)
    if parsed.json:
        say_json({"reports": [
            {"report": one.report.code, "figures": [restated_document(f) for f in one.figures]} for one in late
        ]})  # fmt: skip
    elif not late:
        say("Today's data still give every figure of the signed reports.")
    for one in () if parsed.json else late:
        say(f"{one.report.code} \u201c{one.report.title}\u201d: {len(one.figures)} figures are restated")
        for figure in one.figures:
            say(f"  {figure.figure} {figure.label}: {figure.old} -> {figure.new}")
            say(f"    {figure.cause}")
    return WITH_PROBLEMS if late else DONE


def _review(workspace: Workspace, parsed: argparse.Namespace) -> int:
    report = reports.review(workspace, parsed.report, by=parsed.by)
    return say_done(f"{report.code} is reviewed by {report.reviewed_by}")


def _reopen(workspace: Workspace, parsed: argparse.Namespace) -> int:
    return say_done(f"{reports.reopen(workspace, parsed.report).code} is a draft again")


def _sign(workspace: Workspace, parsed: argparse.Namespace) -> None:
    certificate = certificate_of(parsed.certificate, asked_password) if parsed.certificate else None
    report = reports.sign(workspace, parsed.report, by=parsed.by, certificate=certificate)
    say(f"{report.code} is signed by {report.signed_by}; nothing changes it any more.")
    if report.signature:
        say(f"  with the certificate of {reports.signature_of(report)['signer']}; `collabdesk reports print"
            f" {report.code} --out FILE.pdf` writes the signed file")  # fmt: skip
    if report.supersedes:
        say(f"  {report.supersedes} is superseded by it.")


def _supersede(workspace: Workspace, parsed: argparse.Namespace) -> None:
    other = {"as_of": parsed.as_of} if parsed.as_of else {}
    report = reports.supersede(workspace, parsed.report, path=parsed.out, issued_at=this_moment(), **other)
    say(f"{parsed.out}: draft {report.code}, digest {report.digest}")
    say(f"  When it is reviewed and signed, {report.supersedes} is superseded.")


def _print(workspace: Workspace, parsed: argparse.Namespace) -> None:
    report = reports.report_of(workspace, parsed.report)
    reports.print_again(workspace, report, parsed.out)
    say(f"{parsed.out}: report {report.code}, digest {report.digest}")


def _tables(workspace: Workspace, parsed: argparse.Namespace) -> None:
    for path in reports.write_tables(workspace, reports.report_of(workspace, parsed.report), parsed.out):
        say(str(path))


def _packet(workspace: Workspace, parsed: argparse.Namespace) -> None:
    packet = packets.make(workspace, parsed.report, parsed.out)
    say(f"{parsed.out}: {packet.size:,} bytes, SHA-256 {packet.sha256}")
    for name in packet.attached:
        say(f"  attached: {name}")
    for name in packet.left_out:
        say(f"  listed only, for it is too large or not kept: {name}")


def _responses(workspace: Workspace, parsed: argparse.Namespace) -> int:
    read = packets.read_answers(workspace, parsed.file)
    kept = bool(parsed.accept and read.to_keep)
    if kept:
        packets.accept_answers(workspace, read)
    if parsed.json:
        say_json({
            "report": read.report.code, "accepted": kept, "open": read.open_findings,
            "answers": [{"finding": a.finding.code, "state": a.state, "stance": a.stance, "response": a.text,
                         "respondent": a.by, "date": a.on, "changed": list(a.changed)} for a in read.answers],
            "problems": [{"cell": p.cell, "code": p.code, "text": p.text} for p in read.problems],
        })  # fmt: skip
    else:
        _say_answers(read, kept)
    return WITH_PROBLEMS if read.problems else DONE


def _say_answers(read: packets.Answers, kept: bool) -> None:
    for answer in read.answers:
        beside = f", other than the last in {', '.join(answer.changed)}" if answer.changed else ""
        say(f"{answer.finding.code} {answer.state}{beside}: {answer.stance}, {answer.by or 'nobody named'}")
    for problem in read.problems:
        say(f"{problem.cell}: {problem.text}")
    say(f"{len(read.to_keep)} to record, {len(read.answers) - len(read.to_keep)} on record already,"
        f" {read.open_findings} findings not answered yet")  # fmt: skip
    if kept:
        say_done(f"Recorded for {read.report.code}")
    elif read.to_keep:
        say("Nothing was kept; --accept records them.")


COMMAND = Command("issued reports: review, sign, supersede, restatements, board packet", _arguments, run_act)
