"""How values are written for people: dates, amounts, shares and statuses in the user's language."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QDateTime, QLocale, Qt

from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.typed import written

DASH = "–"
THIN = "\u00a0"
_NO_CURRENCY = ("", NO_CURRENCY)

_STATUSES: dict[str, Any] = {
    "in_preparation": QT_TRANSLATE_NOOP("Status", "In preparation"),
    "signed": QT_TRANSLATE_NOOP("Status", "Signed"),
    "active": QT_TRANSLATE_NOOP("Status", "Active"),
    "suspended": QT_TRANSLATE_NOOP("Status", "Suspended"),
    "ended": QT_TRANSLATE_NOOP("Status", "Ended"),
    "closed": QT_TRANSLATE_NOOP("Status", "Closed"),
    "terminated": QT_TRANSLATE_NOOP("Status", "Terminated"),
    "planned": QT_TRANSLATE_NOOP("Status", "Planned"),
    "achieved": QT_TRANSLATE_NOOP("Status", "Achieved"),
    "missed": QT_TRANSLATE_NOOP("Status", "Missed"),
    "cancelled": QT_TRANSLATE_NOOP("Status", "Cancelled"),
    "overdue": QT_TRANSLATE_NOOP("Status", "Overdue"),
    "in_progress": QT_TRANSLATE_NOOP("Status", "In progress"),
    "submitted": QT_TRANSLATE_NOOP("Status", "Submitted"),
    "accepted": QT_TRANSLATE_NOOP("Status", "Accepted"),
    "revision_requested": QT_TRANSLATE_NOOP("Status", "Revision requested"),
    "rejected": QT_TRANSLATE_NOOP("Status", "Rejected"),
    "invited": QT_TRANSLATE_NOOP("Status", "Invited"),
    "acceded": QT_TRANSLATE_NOOP("Status", "Acceded"),
    "in_breach": QT_TRANSLATE_NOOP("Status", "In breach"),
    "defaulting": QT_TRANSLATE_NOOP("Status", "Defaulting"),
    "withdrawing": QT_TRANSLATE_NOOP("Status", "Withdrawing"),
    "left": QT_TRANSLATE_NOOP("Status", "Left"),
    "entered": QT_TRANSLATE_NOOP("Status", "Entered"),
    "imported": QT_TRANSLATE_NOOP("Status", "Imported"),
    "checked": QT_TRANSLATE_NOOP("Status", "Checked"),
    "declared": QT_TRANSLATE_NOOP("Status", "Declared"),
    "adjusted": QT_TRANSLATE_NOOP("Status", "Adjusted"),
    "staged": QT_TRANSLATE_NOOP("Status", "Staged"),
    "validated": QT_TRANSLATE_NOOP("Status", "Validated"),
    "committed": QT_TRANSLATE_NOOP("Status", "Kept"),
    "undone": QT_TRANSLATE_NOOP("Status", "Undone"),
    "discarded": QT_TRANSLATE_NOOP("Status", "Discarded"),
    "draft": QT_TRANSLATE_NOOP("Status", "Draft"),
    "dismissed": QT_TRANSLATE_NOOP("Status", "Dismissed"),
    "issued": QT_TRANSLATE_NOOP("Status", "Issued"),
    "agreed": QT_TRANSLATE_NOOP("Status", "Agreed"),
    "disputed": QT_TRANSLATE_NOOP("Status", "Disputed"),
    "action_planned": QT_TRANSLATE_NOOP("Status", "Action planned"),
    "implemented": QT_TRANSLATE_NOOP("Status", "Implemented"),
    "verified": QT_TRANSLATE_NOOP("Status", "Verified"),
    "withdrawn": QT_TRANSLATE_NOOP("Status", "Withdrawn"),
    "open": QT_TRANSLATE_NOOP("Status", "Open"),
    "closing": QT_TRANSLATE_NOOP("Status", "Closing"),
    "returned": QT_TRANSLATE_NOOP("Status", "Returned"),
    "locked": QT_TRANSLATE_NOOP("Status", "Locked"),
    "implemented_claimed": QT_TRANSLATE_NOOP("Status", "Claimed as implemented"),
    "not_accepted": QT_TRANSLATE_NOOP("Status", "Not accepted"),
    "overtaken": QT_TRANSLATE_NOOP("Status", "Overtaken"),
    "fieldwork": QT_TRANSLATE_NOOP("Status", "Fieldwork"),
    "response": QT_TRANSLATE_NOOP("Status", "Response"),
    "final": QT_TRANSLATE_NOOP("Status", "Final"),
    "follow_up": QT_TRANSLATE_NOOP("Status", "Follow-up"),
    "reviewed": QT_TRANSLATE_NOOP("Status", "Reviewed"),
    "superseded": QT_TRANSLATE_NOOP("Status", "Superseded"),
    "frozen": QT_TRANSLATE_NOOP("Status", "Frozen"),
    "proposed": QT_TRANSLATE_NOOP("Status", "Proposed"),
    "adopted": QT_TRANSLATE_NOOP("Status", "Adopted"),
    "vetoed": QT_TRANSLATE_NOOP("Status", "Vetoed"),
    "resolved": QT_TRANSLATE_NOOP("Status", "Resolved"),
    "recorded": QT_TRANSLATE_NOOP("Status", "Recorded"),
    "done": QT_TRANSLATE_NOOP("Status", "Done"),
    "refused": QT_TRANSLATE_NOOP("Status", "Refused"),
    "approved": QT_TRANSLATE_NOOP("Status", "Approved"),
    "not_recorded": QT_TRANSLATE_NOOP("Status", "Not recorded"),
    "expired": QT_TRANSLATE_NOOP("Status", "Expired"),
    "contradicts": QT_TRANSLATE_NOOP("Status", "Contradicts"),
    "background": QT_TRANSLATE_NOOP("Status", "Background"),
    "result": QT_TRANSLATE_NOOP("Status", "Result"),
    "publication": QT_TRANSLATE_NOOP("Status", "Publication"),
    "data_sharing": QT_TRANSLATE_NOOP("Status", "Data sharing"),
    "ip": QT_TRANSLATE_NOOP("Status", "IP"),
    "ethics": QT_TRANSLATE_NOOP("Status", "Ethics"),
    "exit": QT_TRANSLATE_NOOP("Status", "Exit"),
    "dispute": QT_TRANSLATE_NOOP("Status", "Dispute"),
    "reciprocity": QT_TRANSLATE_NOOP("Status", "Reciprocity"),
    "governance": QT_TRANSLATE_NOOP("Status", "Governance"),
    "liability": QT_TRANSLATE_NOOP("Status", "Liability"),
    "confidentiality": QT_TRANSLATE_NOOP("Status", "Confidentiality"),
    "other": QT_TRANSLATE_NOOP("Status", "Other"),
    "adequacy": QT_TRANSLATE_NOOP("Status", "Adequacy decision"),
    "scc": QT_TRANSLATE_NOOP("Status", "Standard clauses"),
    "bcr": QT_TRANSLATE_NOOP("Status", "Corporate rules"),
    "derogation": QT_TRANSLATE_NOOP("Status", "Derogation"),
    "none_needed": QT_TRANSLATE_NOOP("Status", "None needed"),
    "high": QT_TRANSLATE_NOOP("Status", "High"),
    "medium": QT_TRANSLATE_NOOP("Status", "Medium"),
    "low": QT_TRANSLATE_NOOP("Status", "Low"),
    "cash": QT_TRANSLATE_NOOP("Status", "Cash"),
    "in_kind": QT_TRANSLATE_NOOP("Status", "In kind"),
    "claimed": QT_TRANSLATE_NOOP("Status", "Claimed"),
    "credited": QT_TRANSLATE_NOOP("Status", "Credited"),
    "ordinary": QT_TRANSLATE_NOOP("Status", "Ordinary"),
    "assessed": QT_TRANSLATE_NOOP("Status", "Assessed"),
    "match": QT_TRANSLATE_NOOP("Status", "Match"),
    "coordinator": QT_TRANSLATE_NOOP("Status", "Coordinator"),
    "beneficiary": QT_TRANSLATE_NOOP("Status", "Beneficiary"),
    "affiliated_entity": QT_TRANSLATE_NOOP("Status", "Affiliated entity"),
    "associated_partner": QT_TRANSLATE_NOOP("Status", "Associated partner"),
    "third_party": QT_TRANSLATE_NOOP("Status", "Third party"),
    "expected": QT_TRANSLATE_NOOP("Status", "Expected"),
    "received": QT_TRANSLATE_NOOP("Status", "Received"),
    "distributed": QT_TRANSLATE_NOOP("Status", "Distributed"),
    "subrecipient": QT_TRANSLATE_NOOP("Status", "Subrecipient"),
}
_TONES = {
    "good": {
        "credited", "achieved", "approved", "accepted", "active", "agreed", "verified", "committed", "implemented",
        "low",
    },
    "warn": {
        "expired", "not_recorded", "suspended", "revision_requested", "withdrawing", "in_breach", "medium", "disputed",
        "implemented_claimed",
    },
    "bad": {"contradicts", "vetoed", "refused", "missed", "terminated", "rejected", "defaulting", "overdue", "high"},
    "info": {
        "claimed", "submitted", "proposed", "in_progress", "signed", "fieldwork", "issued", "response",
        "action_planned", "declared",
    },
}  # fmt: skip


def locale() -> QLocale:
    """The person's locale; where the system names none (C), English with grouped digits."""
    system = QLocale()
    return QLocale("en_GB") if system.language() == QLocale.Language.C else system


def text(value: Any) -> str:
    """Any value as it is; empty values are the dash."""
    return str(value) if value not in (None, "") else DASH


def date_text(value: str | date | None) -> str:
    """`14 Mar 2025`, `Mar 2025` or `2025`: exactly as precise as the source."""
    if not value:
        return DASH
    parts = [int(p) for p in str(value)[:10].split("-")]
    if len(parts) == 1:
        return str(parts[0])
    day = QDate(parts[0], parts[1], parts[2] if len(parts) > 2 else 1)
    return locale().toString(day, "d MMM yyyy" if len(parts) > 2 else "MMM yyyy")


def moment_text(value: str | None) -> str:
    """A UTC moment in local time: `14 Mar 2025, 09:41`."""
    if not value:
        return DASH
    moment = QDateTime.fromString(value[:19].replace(" ", "T"), Qt.DateFormat.ISODate)
    moment.setTimeZone(_utc())
    return locale().toString(moment.toLocalTime(), "d MMM yyyy, HH:mm")


def _utc() -> Any:
    from PySide6.QtCore import QTimeZone

    return QTimeZone.utc()


def number_text(value: Decimal | int | None, places: int = 0) -> str:
    """Grouped as the locale does; rounded half up for the eye only."""
    if value is None:
        return DASH
    here = locale()
    rounded = Decimal(value).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    whole, _, rest = f"{abs(rounded):f}".partition(".")
    # QLocale takes doubles, which lose digits of large amounts: the whole part goes through as an integer.
    grouped = here.toString(int(whole)) if len(whole) < 19 else whole
    sign = "\u2212" if rounded < 0 else ""
    return f"{sign}{grouped}{here.decimalPoint() + rest if rest else ''}"


def amount_text(value: Decimal | None) -> str:
    """`1,234.50`: two decimals, or four where the amount has them."""
    if value is None:
        return DASH
    return number_text(value, 2 if value == round(value, 2) else 4)


def quantity_text(value: Decimal | int | None) -> str:
    """`12`, `1,234.5`: grouped, with as many decimals as the number has."""
    if value is None:
        return DASH
    exact = Decimal(value).normalize()
    return number_text(exact, max(0, -int(exact.as_tuple().exponent)))


def exact_text(value: Decimal | int | None) -> str:
    """`1234.5`: every digit and no grouping, for an editor and for spreadsheet programs; "" for nothing."""
    return "" if value is None else written(Decimal(value), locale().decimalPoint())


def money_text(value: Decimal | None, currency: str = "", places: int | None = None) -> str:
    """`1,234.50 EUR`; the currency is the ISO code, and the code for none (XXX) is not shown."""
    if value is None:
        return DASH
    amount = amount_text(value) if places is None else number_text(value, places)
    return f"{amount}{THIN}{currency}" if currency not in _NO_CURRENCY else amount


def short_money_text(value: Decimal | None, currency: str = "") -> str:
    """`12.4 m EUR`, `825 m EUR`: for tiles, where the size counts and not the cent."""
    if value is None:
        return DASH
    for limit, word in ((10**9, "bn"), (10**6, "m")):
        if abs(value) >= limit:
            places = 0 if abs(value) >= 100 * limit else 1
            short = f"{number_text(value / limit, places)}{THIN}{word}"
            return short if currency in _NO_CURRENCY else f"{short}{THIN}{currency}"
    return money_text(value, currency, 0)


def share_text(value: Decimal | None, places: int = 1) -> str:
    """A ratio as `42.5 %`."""
    return DASH if value is None else f"{number_text(value * 100, places)}{THIN}%"


def days_text(value: Decimal | int | None) -> str:
    """`+12 d`, `0 d`, `−3 d`: a slip with its sign."""
    if value is None:
        return DASH
    return f"{'+' if value > 0 else ''}{number_text(value)}{THIN}d"


def yes_text(value: bool | None) -> str:
    """Yes, No or the dash."""
    if value is None:
        return DASH
    return QCoreApplication.translate("Status", "Yes") if value else QCoreApplication.translate("Status", "No")


def status_text(status: str | None) -> str:
    """A status or other fixed word in the user's language; a funder's own word stays as it is."""
    if not status:
        return DASH
    known = _STATUSES.get(status)
    return QCoreApplication.translate("Status", known) if known else status


def status_tone(status: str | None) -> str:
    """The tone of a status pill: good, warn, bad, info or neutral."""
    return next((tone for tone, words in _TONES.items() if status in words), "neutral")


def count_text(context: str, one: str, many: str, count: int) -> str:
    """`1 project` or `12 projects`, translated in `context`; both texts hold %n."""
    chosen = QCoreApplication.translate(context, one if count == 1 else many)
    return chosen.replace("%n", number_text(count))
