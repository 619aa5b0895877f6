"""How a report says what the auditee answered, and what a later audit found."""

from __future__ import annotations

from collabdesk.domain.responses import Response
from collabdesk.reporting.language import t
from collabdesk.reporting.wording import day


def stance(word: str) -> str:
    """`agrees`, `agrees in part`, `disagrees`."""
    said = {"agree": t("agrees"), "partly": t("agrees in part"), "disagree": t("disagrees")}
    return said.get(word, word)


def answered(response: Response) -> str:
    """`The auditee agrees in part (14 March 2025, Coordinator)`."""
    # The name stands last: a number behind one in Arabic would be read as a part of it.
    who = ", ".join(w for w in (day(response.date) if response.date else "", response.respondent) if w)
    word = stance(response.stance)
    if not who:
        return t("The auditee {agrees}", agrees=word)
    return t("The auditee {agrees} ({who})", agrees=word, who=who)


def outcome(word: str) -> str:
    """The words of the summary schedule of prior audit findings (2 CFR 200.511(b)), as people write them."""
    said = {
        "corrected": t("corrected"),
        "partly_corrected": t("partly corrected"),
        "not_corrected": t("not corrected"),
        "differs": t("corrected otherwise than planned"),
        "no_longer_valid": t("no longer valid"),
    }
    return said.get(word, word)
