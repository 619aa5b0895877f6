"""Where an imported record of the books stands: the word of its source where that is one of ours, else what follows."""

from __future__ import annotations

from collabdesk.domain.payments import KINDS
from collabdesk.usecases.keeping.values import Columns
from collabdesk.usecases.statuses import moves_of

# The noun, the status of a record that nothing is said of, and which stated field means which status.
BOOK_STATUSES: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "cost": ("imported", (("rejected_because", "rejected"), ("accepted", "accepted"))),
    "effort": ("imported", ()),
    "payment": ("expected", (("received_on", "received"), ("received", "received"))),
    "credit_event": ("planned", (("credited_on", "credited"),)),
    "decision": ("proposed", (("veto_on", "vetoed"),)),
    "transfer": ("recorded", (("date", "done"), ("approved_on", "approved"))),
    "reporting_period": ("open", (("accepted_on", "accepted"), ("submitted_on", "submitted"))),
}
_ALSO = {
    "claimed": "declared",
    "approved": "accepted",
    "disallowed": "rejected",
    "refused": "rejected",
    "paid": "received",
    "planned": "expected",
    "due": "expected",
}
_OF_VOTES = {
    "accepted": "adopted", "approved": "adopted", "agreed": "adopted", "passed": "adopted", "carried": "adopted",
    "declined": "rejected", "not_adopted": "rejected", "open": "proposed", "pending": "proposed",
    "angenommen": "adopted", "beschlossen": "adopted", "abgelehnt": "rejected", "adopté": "adopted",
    "adoptée": "adopted", "rejetée": "rejected", "aprobada": "adopted", "rechazada": "rejected",
}  # fmt: skip


def add_book_status(noun: str, columns: Columns, count: int) -> None:
    """Put the status beside the record's other fields; a word that is none of ours leaves what follows from them."""
    if noun == "payment" and "kind" in columns:
        columns["kind"] = [_kind(str(word or "")) for word in columns["kind"]]
    first, follows = BOOK_STATUSES[noun]
    table = moves_of(noun).table
    said = [str(word or "").strip().casefold().replace(" ", "_") for word in columns.get("status", [""] * count)]
    also = _OF_VOTES if noun == "decision" else _ALSO
    said = [word if word in table else also.get(word, word) for word in said]
    stated = [(status, columns[name]) for name, status in follows if name in columns]
    columns["status"] = [
        word if word in table else next((s for s, values in stated if values[i] not in (None, "")), first)
        for i, word in enumerate(said)
    ]
    if noun == "cost" and "expended" in columns:
        _add_verdict(columns, count)


def _add_verdict(columns: Columns, count: int) -> None:
    """An item that its source calls accepted, without an amount, was accepted wholly; a rejected one not at all."""
    verdicts = columns["status"]
    if not any(status in ("accepted", "rejected") for status in verdicts):
        return
    given = columns.get("accepted") or [None] * count
    wholly = {"accepted": columns["expended"], "rejected": [0] * count}
    columns["accepted"] = [
        wholly[status][i] if amount is None and status in wholly else amount
        for i, (status, amount) in enumerate(zip(verdicts, given, strict=True))
    ]


def _kind(word: str) -> str:
    """One of the domain's kinds of payment where the word means one, however it is joined; else the word itself."""
    said = "_".join(word.casefold().replace("-", " ").replace("_", " ").split())
    return next((kind for kind in KINDS if said in (kind, kind.replace("_", ""), f"{kind}_payment")), word)
