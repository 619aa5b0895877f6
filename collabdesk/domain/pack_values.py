"""The names of a rule pack's values, what each is, and how its text is read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from collabdesk.domain.packs import Value


@dataclass(frozen=True, slots=True)
class ValueKind:
    """`form` is `share` (0 to 1), `fraction` (2/3, kept as it is written), `number`, `amount`, `days`, `flag`, `text`
    or `texts`; `choices` limits a text.
    """

    form: str
    title: str
    choices: tuple[str, ...] = ()


_SHARE, _AMOUNT, _DAYS = "share", "amount", "days"
KNOWN: dict[str, ValueKind] = {
    "indirect_rate": ValueKind(_SHARE, "Indirect costs, of their base"),
    "funding_rate": ValueKind(_SHARE, "Funding rate"),
    "nonprofit_kinds": ValueKind("texts", "Kinds of partner that count as non-profit"),
    "unfunded_roles": ValueKind("texts", "Roles without funding"),
    "certificate_threshold": ValueKind(_AMOUNT, "Certificate on the financial statements, from"),
    "days_per_year": ValueKind(_DAYS, "Day-equivalents of a full year"),
    "max_days_per_person": ValueKind(_DAYS, "Most days of one person in a year, over all grants"),
    "day_step": ValueKind("number", "Days are rounded to"),
    "sme_owner_month": ValueKind(_AMOUNT, "Unit cost of an SME owner, a month"),
    "sme_owner_days": ValueKind(_DAYS, "Days of a month of an SME owner"),
    "prefinancing_share": ValueKind("number", "Pre-financing, of the grant by the number of periods"),
    "prefinancing_due_days": ValueKind(_DAYS, "Pre-financing, days after entry into force"),
    "prefinancing_days_before_start": ValueKind(_DAYS, "Pre-financing, days before the start, if that is later"),
    "insurance_share": ValueKind(_SHARE, "Mutual insurance, of the maximum grant"),
    "payment_cap": ValueKind(_SHARE, "Pre-financing and interim payments, at most of the maximum grant"),
    "payment_due_days": ValueKind(_DAYS, "Interim payment and balance, days after the report"),
    "report_due_days": ValueKind(_DAYS, "Periodic report, days after the period"),
    "final_report_due_days": ValueKind(_DAYS, "Final report, days after the end"),
    "subaward_cap": ValueKind(_AMOUNT, "Part of each subaward that is in the base"),
    "equipment_threshold": ValueKind(_AMOUNT, "Equipment, price each from"),
    "de_minimis_rate": ValueKind(_SHARE, "De minimis rate of indirect costs"),
    "audit_threshold": ValueKind(_AMOUNT, "Single audit, federal expenditure from"),
    "questioned_cost_threshold": ValueKind(_AMOUNT, "Questioned cost is reported above"),
    "match_ratio": ValueKind("number", "Co-financing required for each unit of funding"),
    "transfer_limit": ValueKind(_SHARE, "Transfers between budget categories, at most of the budget"),
    "rate_choice": ValueKind("text", "Exchange rate", ("day", "month_average", "period_average")),
    "amendments_adopt_rules": ValueKind("flag", "An amendment moves the grant to the rules of its day"),
    "exploitation_months": ValueKind("number", "Result to be exploited within, months"),
    "embargo_days": ValueKind(_DAYS, "Embargo of a publication, at most"),
    "veto_days": ValueKind(_DAYS, "Veto of a decision without a meeting, calendar days after the minutes"),
    "quorum": ValueKind("fraction", "Quorum, of the votes entitled"),
    "majority": ValueKind("fraction", "Majority, of the votes cast"),
    "remedy_days": ValueKind(_DAYS, "Breach may be remedied within"),
    "hhi_reference": ValueKind("texts", "Reference points of the concentration index"),
}


def kind_of(name: str) -> ValueKind | None:
    """What a value is; `funding_rate.RIA` is what `funding_rate` is. None where the name is not known."""
    return KNOWN.get(name) or KNOWN.get(name.partition(".")[0])


def title_of(name: str) -> str:
    """The value's name in words: `Funding rate RIA`; the name itself where it is not known."""
    kind = kind_of(name)
    part = name.partition(".")[2].replace(".", ", ") if name not in KNOWN else ""
    return f"{kind.title} {part}".rstrip() if kind else name


def read(kind: ValueKind, given: object) -> Value | str:
    """The value as its kind wants it; ValueError with a sentence otherwise. Text of a number is read as a number."""
    if kind.form == "flag":
        flag = {"true": True, "false": False}.get(str(given).lower())
        if flag is None:
            raise ValueError(f"{given!r} is neither true nor false")
        return flag
    if kind.form == "texts":
        parts = given.split(",") if isinstance(given, str) else given if isinstance(given, list | tuple) else None
        if parts is None:
            raise ValueError(f"{given!r} is no list")
        return tuple(str(p).strip() for p in parts)
    if kind.form == "fraction":
        return _fraction(str(given))
    if kind.form == "text":
        if not isinstance(given, str) or (kind.choices and given not in kind.choices):
            raise ValueError(f"{given!r} is none of {', '.join(kind.choices)}")
        return given
    if kind.form == "share" and isinstance(given, list | tuple):  # a span, of which the grant states the one that holds
        return tuple(f"{_number(kind, part)}" for part in given)
    return _number(kind, given)


def _fraction(given: str) -> str:
    """Two thirds cannot be written as a decimal: the text stays, once it is known to be a part of a whole."""
    try:
        part = Fraction(given.replace(" ", ""))
    except (ValueError, ZeroDivisionError):
        raise ValueError(f"{given!r} is no fraction: write 2/3 or 0.75") from None
    if not 0 < part <= 1:
        raise ValueError(f"{given} is no part of a whole: write 2/3 or 0.75")
    return given.replace(" ", "")


def _number(kind: ValueKind, given: object) -> Decimal:
    try:
        # A flag would pass for 1.
        number = Decimal("nan") if isinstance(given, bool) else Decimal(str(given).strip())
    except InvalidOperation:
        number = Decimal("nan")
    if not number.is_finite():
        raise ValueError(f"{given!r} is not a number")
    if number < 0:
        raise ValueError(f"{given} is below zero")
    if kind.form == "share" and number > 1:
        raise ValueError(f"{given} is more than the whole: write 0.25 for 25 %")
    return number
