"""Responding: what the auditee answered to a finding, word for word."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from collabdesk.cli.acts import add_act
from collabdesk.cli.audit_values import finding_argument, finding_of
from collabdesk.cli.command import say
from collabdesk.cli.values import day
from collabdesk.domain.problems import Refused
from collabdesk.usecases import audits
from collabdesk.usecases.workspace import Workspace

_STANCES = {"agree": "agree", "partly": "partly", "dispute": "disagree", "disagree": "disagree"}


def _acts(acts: Any) -> None:
    respond = add_act(acts, "respond", "the auditee's answer to a finding", _respond)
    finding_argument(respond)
    respond.add_argument("answer", choices=tuple(_STANCES))
    said = respond.add_mutually_exclusive_group()
    said.add_argument("--text", default="", help="the answer, word for word; a later one is kept beside it")
    said.add_argument("--text-file", metavar="FILE", type=Path, help="a text file that holds the answer")
    respond.add_argument("--by", default="", metavar="NAME", help="who answered")
    respond.add_argument("--date", type=day, help="the day of the answer (today)")


def _respond(workspace: Workspace, parsed: argparse.Namespace) -> None:
    finding = finding_of(workspace, parsed)
    text = parsed.text if parsed.text_file is None else _read(parsed.text_file)
    _refuse_an_empty_repetition(workspace, finding.id or 0, text)
    audits.respond(workspace, finding, _STANCES[parsed.answer], text, parsed.by, parsed.date)
    say(f"Finding {audits.named_finding(workspace, str(finding.id)).status}.")


def _refuse_an_empty_repetition(workspace: Workspace, finding_id: int, text: str) -> None:
    """One word is an answer once; said again it would only be a second record of the same."""
    if audits.responses_of(workspace, finding_id) and not text.strip():
        raise Refused("The finding was answered already. Give the words of the later answer with --text.", "answered")


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"{file} cannot be read as text in UTF-8: {error}.", "no-file") from error


ACTS = _acts
