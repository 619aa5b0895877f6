"""Concluding: what the audit concludes on each objective, and its ratings on the scale of the criteria set."""

from __future__ import annotations

import argparse
from typing import Any

from collabdesk.cli.acts import add_act
from collabdesk.cli.command import json_option, say, say_json, say_table
from collabdesk.domain.problems import Refused
from collabdesk.usecases import audits
from collabdesk.usecases.workspace import Workspace


def _acts(acts: Any) -> None:
    conclude = add_act(acts, "conclude", "what the audit concludes on an objective", _conclude)
    conclude.add_argument("audit", type=int)
    conclude.add_argument("objective", metavar="OBJECTIVE", help="its code, such as O1")
    conclude.add_argument("text")
    conclude.add_argument("--rating", default="", metavar="WORD", help="a word of the criteria set's scale")
    rate = add_act(acts, "rate", "rate the subject by one criterion of the set, such as relevance", _rate)
    rate.add_argument("audit", type=int)
    rate.add_argument("criterion")
    rate.add_argument("rating", metavar="WORD")
    rate.add_argument("--reason", default="")
    scale = add_act(acts, "scale", "the criteria and the words that an audit rates by, with what they mean", _scale)
    scale.add_argument("audit", type=int)
    json_option(scale)


def _conclude(workspace: Workspace, parsed: argparse.Namespace) -> None:
    known = audits.objectives_of(workspace, audits.audit_of(workspace, parsed.audit))
    found = next((o for o in known if o.code.casefold() == parsed.objective.casefold()), None)
    if found is None:
        there = ", ".join(o.code for o in known) or "none yet"
        raise Refused(f"Audit {parsed.audit} has no objective {parsed.objective!r}. It has: {there}.", "no-objective")
    audits.conclude(workspace, found, parsed.text, parsed.rating)
    say(f"Concluded on {found.code}.")


def _rate(workspace: Workspace, parsed: argparse.Namespace) -> None:
    rated = audits.rate(workspace, parsed.audit, parsed.criterion, parsed.rating, parsed.reason)
    say(f"{rated.dimension}: {rated.rating}.")


def _scale(workspace: Workspace, parsed: argparse.Namespace) -> None:
    audit = audits.audit_of(workspace, parsed.audit)
    scale, criteria = audits.scale_of(workspace, audit), audits.dimensions_of(workspace, audit)
    given = {r.dimension: r.rating for r in audits.ratings_of(workspace, audit)}
    if parsed.json:
        words = [{"word": word, "meaning": meaning} for word, meaning in scale]
        rated = [{"criterion": name, "rating": given.get(name)} for name in criteria]
        say_json({"scale": words, "criteria": rated})
        return
    say_table([(name, given.get(name, "")) for name in criteria], ("criterion", "rating"))
    for word, meaning in scale:
        say(f"{word}: {meaning}")
    if not scale:
        say("The criteria set has no scale: conclusions are drawn in words.")


ACTS = _acts
