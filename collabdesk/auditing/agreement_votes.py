"""Decisions of the bodies: quorum, majority and the days of a veto, each as far as votes and minutes are recorded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from collabdesk.auditing.agreement_facts import AgreementFacts
from collabdesk.auditing.agreement_remarks import Remark, remark
from collabdesk.auditing.agreement_terms import Terms
from collabdesk.auditing.wording import day, listed, percent
from collabdesk.domain.dates import latest
from collabdesk.domain.decisions import Decision
from collabdesk.domain.rules import Outcome
from collabdesk.domain.told import told
from collabdesk.measures import voting

_DECIDED = ("adopted", "rejected")
_WHOLE_DAY = len("2026-06-30")


@dataclass(frozen=True, slots=True)
class Window:
    """The last day of a veto; None with the reason why it cannot be said. `in_meeting`: only during the meeting."""

    last: date | None
    reason: str = ""
    in_meeting: bool = False

    def is_open(self, as_of: date) -> bool:
        """Whether a veto is still possible on the day."""
        return self.last is not None and as_of <= self.last


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision's shares, whether they reach what the agreement asks (None: cannot be said), and the veto's days."""

    quorum: Outcome
    has_quorum: bool | None
    majority: Outcome
    has_majority: bool | None
    window: Window


def standing(decision: Decision, terms: Terms) -> Standing:
    """Where a decision stands under these terms."""
    quorum, majority = terms.get("quorum"), terms.get("majority")
    cast = voting.cast(decision.in_favour, decision.against)
    return Standing(
        voting.quorum(decision.present, decision.entitled),
        voting.reaches(decision.present, decision.entitled, quorum.value if quorum else None),
        voting.majority(decision.in_favour, decision.against),
        voting.reaches(decision.in_favour, cast, majority.value if majority else None),
        window(decision, terms),
    )


def window(decision: Decision, terms: Terms) -> Window:
    """Until when a party may veto.

    What was on the agenda of a meeting, during the meeting only; what was added, or decided without a meeting, within
    the agreement's calendar days after the minutes or the written outcome (DESCA, veto rights).
    """
    term = terms.get("veto_days")
    if term is None:
        return Window(None, told("neither the project's rules nor a clause states the days of a veto"))
    if decision.on_agenda is None or decision.in_meeting is None:
        return Window(None, told("it is not recorded whether it was on the agenda of a meeting"))
    if decision.on_agenda and decision.in_meeting:
        return Window(latest(decision.date) if decision.date else None,
                      "" if decision.date else told("no day of the meeting is recorded"), in_meeting=True)  # fmt: skip
    sent = decision.minutes_on or ""
    if len(sent) < _WHOLE_DAY:
        return Window(None, told("no day of the minutes or of the written outcome is recorded"))
    return Window(latest(sent) + timedelta(days=int(term.value)))


def remarks(facts: AgreementFacts, _as_of: date) -> Iterator[Remark]:
    """What contradicts or is missing in each decision, and vetoes that nobody resolved."""
    for d in facts.decisions:
        its = standing(d, facts.terms)
        yield from _contradictions(d, its, facts.terms)
        if d.status == "adopted" and (missing := _missing(d)):
            text = told("It is adopted, but what shows it is not recorded: {missing}.", missing=listed(missing, ", "))
            yield remark("decision_unrecorded", "decision", d, "not_recorded", text, *missing)
        if d.status == "vetoed":
            by = d.veto_by or told("a party that is not recorded")
            text = told("It was vetoed by {party}, and no resolution is recorded.", party=by)
            yield remark("decision_vetoed", "decision", d, "open", text, d.veto_by, d.veto_on)


def _contradictions(d: Decision, its: Standing, terms: Terms) -> Iterator[Remark]:
    def said(text: str, *seen: object) -> Remark:
        return remark("decision_contradiction", "decision", d, "contradicts", text, *seen)

    quorum, majority = terms.get("quorum"), terms.get("majority")
    if d.status in _DECIDED and its.has_quorum is False and its.quorum.value is not None and quorum:
        text = told("It is {status}, but {share} of the votes were present; the quorum is {needed}.",
                    status=told(d.status), share=percent(its.quorum.value), needed=quorum.words)  # fmt: skip
        yield said(text, "quorum", d.present, d.entitled, quorum.text)
    if d.status == "adopted" and its.has_majority is False and its.majority.value is not None and majority:
        text = told("It is adopted, but {share} of the votes cast were in favour; the majority is {needed}.",
                    share=percent(its.majority.value), needed=majority.words)  # fmt: skip
        yield said(text, "majority", d.in_favour, d.against, majority.text)
    if d.present is not None and d.entitled is not None and d.present > d.entitled:
        yield said(told("More votes were present than are entitled."), "present", d.present, d.entitled)
    votes = [v for v in (d.in_favour, d.against, d.abstained) if v is not None]
    if d.present is not None and votes and sum(votes) > d.present:
        yield said(told("More votes were given than were present."), "votes", *votes, d.present)
    if d.status == "adopted" and (d.veto_by or d.veto_on):
        yield said(told("It is adopted, but a veto is recorded."), "veto", d.veto_by, d.veto_on)
    if d.veto_on and its.window.last and latest(d.veto_on) > its.window.last:
        text = told("The veto of {day} came after {last}, the last day for it.",
                    day=day(d.veto_on), last=day(its.window.last.isoformat()))  # fmt: skip
        yield said(text, "late", d.veto_on, its.window.last)


def _missing(d: Decision) -> list[str]:
    wanted = ((d.date, told("the day")), (d.body, told("the body")),
              (d.present is not None and d.entitled is not None, told("the votes present and entitled")),
              (d.in_favour is not None and d.against is not None, told("the votes for and against")))  # fmt: skip
    return [word for there, word in wanted if not there]
