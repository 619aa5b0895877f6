"""The words a person reads for kinds of table, canonical fields, and why a row was set aside."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from collabdesk.domain.scales import QUANTITIES
from collabdesk.ui.texts import count_text, money_text, number_text

_NOUNS = {
    "project": QT_TRANSLATE_NOOP("Imports", "Project"),
    "partner": QT_TRANSLATE_NOOP("Imports", "Partner"),
    "participation": QT_TRANSLATE_NOOP("Imports", "Participation"),
    "contribution": QT_TRANSLATE_NOOP("Imports", "Contribution"),
    "budget": QT_TRANSLATE_NOOP("Imports", "Budget line"),
    "cost": QT_TRANSLATE_NOOP("Imports", "Cost item"),
    "award": QT_TRANSLATE_NOOP("Imports", "Award"),
    "milestone": QT_TRANSLATE_NOOP("Imports", "Milestone"),
    "deliverable": QT_TRANSLATE_NOOP("Imports", "Deliverable"),
    "work_package": QT_TRANSLATE_NOOP("Imports", "Work package"),
    "finding": QT_TRANSLATE_NOOP("Imports", "Finding"),
    "action": QT_TRANSLATE_NOOP("Imports", "Corrective action"),
    "recommendation": QT_TRANSLATE_NOOP("Imports", "Recommendation"),
    "indicator": QT_TRANSLATE_NOOP("Imports", "Indicator"),
    "risk": QT_TRANSLATE_NOOP("Imports", "Risk"),
}
_KINDS = {
    "project": QT_TRANSLATE_NOOP("Imports", "Projects"),
    "partner": QT_TRANSLATE_NOOP("Imports", "Partners"),
    "participation": QT_TRANSLATE_NOOP("Imports", "Partners in projects"),
    "contribution": QT_TRANSLATE_NOOP("Imports", "Contributions"),
    "budget": QT_TRANSLATE_NOOP("Imports", "Budget"),
    "cost": QT_TRANSLATE_NOOP("Imports", "Costs"),
    "award": QT_TRANSLATE_NOOP("Imports", "Awards"),
    "milestone": QT_TRANSLATE_NOOP("Imports", "Milestones"),
    "deliverable": QT_TRANSLATE_NOOP("Imports", "Deliverables"),
    "work_package": QT_TRANSLATE_NOOP("Imports", "Work packages"),
    "finding": QT_TRANSLATE_NOOP("Imports", "Findings"),
    "corrective_action": QT_TRANSLATE_NOOP("Imports", "Corrective actions"),
    "indicator": QT_TRANSLATE_NOOP("Imports", "Indicators"),
    "risk": QT_TRANSLATE_NOOP("Imports", "Risks"),
}
_SPECIAL = {
    "contribution.amount": QT_TRANSLATE_NOOP("Imports", "Amount granted"),
    "contribution.title": QT_TRANSLATE_NOOP("Imports", "Description"),
    "project.status": QT_TRANSLATE_NOOP("Imports", "Funder’s status"),
    "participation.status": QT_TRANSLATE_NOOP("Imports", "Funder’s status"),
    "participation.end": QT_TRANSLATE_NOOP("Imports", "Left on"),
    "partner.code": QT_TRANSLATE_NOOP("Imports", "Identifier"),
    "participation.code": QT_TRANSLATE_NOOP("Imports", "Reference"),
    "project.code": QT_TRANSLATE_NOOP("Imports", "Grant number"),
    "award.amount": QT_TRANSLATE_NOOP("Imports", "Amount spent"),
    "action.text": QT_TRANSLATE_NOOP("Imports", "Planned action"),
}
_ATTRIBUTES = {
    "abstract": QT_TRANSLATE_NOOP("Imports", "Abstract"),
    "achieved": QT_TRANSLATE_NOOP("Imports", "Achieved on"),
    "acronym": QT_TRANSLATE_NOOP("Imports", "Acronym"),
    "action_type": QT_TRANSLATE_NOOP("Imports", "Type of action"),
    "actual": QT_TRANSLATE_NOOP("Imports", "Actual value"),
    "addressee": QT_TRANSLATE_NOOP("Imports", "Addressee"),
    "agency": QT_TRANSLATE_NOOP("Imports", "Agency"),
    "amount": QT_TRANSLATE_NOOP("Imports", "Amount"),
    "award": QT_TRANSLATE_NOOP("Imports", "Award"),
    "baseline": QT_TRANSLATE_NOOP("Imports", "Planned for"),
    "call": QT_TRANSLATE_NOOP("Imports", "Call"),
    "called": QT_TRANSLATE_NOOP("Imports", "Amount called"),
    "category": QT_TRANSLATE_NOOP("Imports", "Category"),
    "cause": QT_TRANSLATE_NOOP("Imports", "Cause"),
    "city": QT_TRANSLATE_NOOP("Imports", "City"),
    "cluster": QT_TRANSLATE_NOOP("Imports", "Cluster"),
    "code": QT_TRANSLATE_NOOP("Imports", "Code"),
    "cofunding_amount": QT_TRANSLATE_NOOP("Imports", "Co-funding amount"),
    "cofunding_rate": QT_TRANSLATE_NOOP("Imports", "Co-funding rate"),
    "condition": QT_TRANSLATE_NOOP("Imports", "Condition"),
    "contact": QT_TRANSLATE_NOOP("Imports", "Contact person"),
    "coordinator": QT_TRANSLATE_NOOP("Imports", "Coordinator"),
    "country": QT_TRANSLATE_NOOP("Imports", "Country"),
    "criteria": QT_TRANSLATE_NOOP("Imports", "Criteria"),
    "critical": QT_TRANSLATE_NOOP("Imports", "Is critical"),
    "currency": QT_TRANSLATE_NOOP("Imports", "Currency"),
    "date": QT_TRANSLATE_NOOP("Imports", "Date"),
    "delay_reason": QT_TRANSLATE_NOOP("Imports", "Reason for delay"),
    "description": QT_TRANSLATE_NOOP("Imports", "Description"),
    "dismissed_because": QT_TRANSLATE_NOOP("Imports", "Dismissed because"),
    "doi": QT_TRANSLATE_NOOP("Imports", "DOI"),
    "due": QT_TRANSLATE_NOOP("Imports", "Due on"),
    "duration_months": QT_TRANSLATE_NOOP("Imports", "Duration in months"),
    "effect": QT_TRANSLATE_NOOP("Imports", "Effect"),
    "eligible_cost": QT_TRANSLATE_NOOP("Imports", "Eligible cost"),
    "email": QT_TRANSLATE_NOOP("Imports", "E-mail"),
    "end": QT_TRANSLATE_NOOP("Imports", "End"),
    "expended": QT_TRANSLATE_NOOP("Imports", "Expended"),
    "finding": QT_TRANSLATE_NOOP("Imports", "Finding"),
    "findings_count": QT_TRANSLATE_NOOP("Imports", "Number of findings"),
    "forecast": QT_TRANSLATE_NOOP("Imports", "Forecast"),
    "form": QT_TRANSLATE_NOOP("Imports", "Cash or in kind"),
    "funder": QT_TRANSLATE_NOOP("Imports", "Funder"),
    "funding": QT_TRANSLATE_NOOP("Imports", "Funding"),
    "funding_rate": QT_TRANSLATE_NOOP("Imports", "Funding rate"),
    "impact": QT_TRANSLATE_NOOP("Imports", "Impact"),
    "in_kind": QT_TRANSLATE_NOOP("Imports", "In kind"),
    "indirect": QT_TRANSLATE_NOOP("Imports", "Indirect costs"),
    "is_direct": QT_TRANSLATE_NOOP("Imports", "Is direct"),
    "is_loan": QT_TRANSLATE_NOOP("Imports", "Is a loan"),
    "is_major": QT_TRANSLATE_NOOP("Imports", "Is major"),
    "keywords": QT_TRANSLATE_NOOP("Imports", "Keywords"),
    "kind": QT_TRANSLATE_NOOP("Imports", "Kind"),
    "lead": QT_TRANSLATE_NOOP("Imports", "Lead"),
    "level": QT_TRANSLATE_NOOP("Imports", "Dissemination level"),
    "likelihood": QT_TRANSLATE_NOOP("Imports", "Likelihood"),
    "loan_balance": QT_TRANSLATE_NOOP("Imports", "Loan balance"),
    "material_weakness": QT_TRANSLATE_NOOP("Imports", "Material weakness"),
    "milestone_code": QT_TRANSLATE_NOOP("Imports", "Milestone"),
    "modified_opinion": QT_TRANSLATE_NOOP("Imports", "Modified opinion"),
    "name": QT_TRANSLATE_NOOP("Imports", "Name"),
    "net_amount": QT_TRANSLATE_NOOP("Imports", "Net amount"),
    "obligated": QT_TRANSLATE_NOOP("Imports", "Obligated"),
    "order": QT_TRANSLATE_NOOP("Imports", "Order"),
    "other": QT_TRANSLATE_NOOP("Imports", "Other finding"),
    "other_fund": QT_TRANSLATE_NOOP("Imports", "Other funds"),
    "other_matters": QT_TRANSLATE_NOOP("Imports", "Other matters"),
    "own": QT_TRANSLATE_NOOP("Imports", "Own funds"),
    "paid": QT_TRANSLATE_NOOP("Imports", "Paid"),
    "pass_through_code": QT_TRANSLATE_NOOP("Imports", "Pass-through number"),
    "pass_through_name": QT_TRANSLATE_NOOP("Imports", "Pass-through entity"),
    "passed_through": QT_TRANSLATE_NOOP("Imports", "Passed through"),
    "period": QT_TRANSLATE_NOOP("Imports", "Period"),
    "period_end": QT_TRANSLATE_NOOP("Imports", "End of period"),
    "period_expended": QT_TRANSLATE_NOOP("Imports", "Expended in the period"),
    "period_obligated": QT_TRANSLATE_NOOP("Imports", "Obligated in the period"),
    "period_start": QT_TRANSLATE_NOOP("Imports", "Start of period"),
    "person_months": QT_TRANSLATE_NOOP("Imports", "Person-months"),
    "phone": QT_TRANSLATE_NOOP("Imports", "Telephone"),
    "pledged": QT_TRANSLATE_NOOP("Imports", "Amount pledged"),
    "postcode": QT_TRANSLATE_NOOP("Imports", "Postcode"),
    "predecessors": QT_TRANSLATE_NOOP("Imports", "Predecessors"),
    "prior_code": QT_TRANSLATE_NOOP("Imports", "Earlier finding"),
    "priority": QT_TRANSLATE_NOOP("Imports", "Priority"),
    "private": QT_TRANSLATE_NOOP("Imports", "Private funds"),
    "programme": QT_TRANSLATE_NOOP("Imports", "Programme"),
    "programme_code": QT_TRANSLATE_NOOP("Imports", "Programme number"),
    "public": QT_TRANSLATE_NOOP("Imports", "Public funds"),
    "public_funding": QT_TRANSLATE_NOOP("Imports", "Public funding"),
    "questioned_cost": QT_TRANSLATE_NOOP("Imports", "Has questioned costs"),
    "questioned_known": QT_TRANSLATE_NOOP("Imports", "Questioned costs, known"),
    "questioned_likely": QT_TRANSLATE_NOOP("Imports", "Questioned costs, likely"),
    "rate": QT_TRANSLATE_NOOP("Imports", "Rate"),
    "received": QT_TRANSLATE_NOOP("Imports", "Amount received"),
    "received_on": QT_TRANSLATE_NOOP("Imports", "Received on"),
    "region": QT_TRANSLATE_NOOP("Imports", "Region"),
    "repeat": QT_TRANSLATE_NOOP("Imports", "Is a repeat"),
    "requirement": QT_TRANSLATE_NOOP("Imports", "Requirement"),
    "response": QT_TRANSLATE_NOOP("Imports", "Response"),
    "role": QT_TRANSLATE_NOOP("Imports", "Role"),
    "severity": QT_TRANSLATE_NOOP("Imports", "Severity"),
    "short_name": QT_TRANSLATE_NOOP("Imports", "Short name"),
    "signed_on": QT_TRANSLATE_NOOP("Imports", "Signed on"),
    "significant_deficiency": QT_TRANSLATE_NOOP("Imports", "Significant deficiency"),
    "sme": QT_TRANSLATE_NOOP("Imports", "Is an SME"),
    "spent": QT_TRANSLATE_NOOP("Imports", "Spent"),
    "start": QT_TRANSLATE_NOOP("Imports", "Start"),
    "status": QT_TRANSLATE_NOOP("Imports", "Status"),
    "street": QT_TRANSLATE_NOOP("Imports", "Street"),
    "submitted_on": QT_TRANSLATE_NOOP("Imports", "Submitted on"),
    "successors": QT_TRANSLATE_NOOP("Imports", "Successors"),
    "target": QT_TRANSLATE_NOOP("Imports", "Target value"),
    "technique": QT_TRANSLATE_NOOP("Imports", "Technique"),
    "text": QT_TRANSLATE_NOOP("Imports", "Text"),
    "title": QT_TRANSLATE_NOOP("Imports", "Title"),
    "total_cost": QT_TRANSLATE_NOOP("Imports", "Total cost"),
    "type": QT_TRANSLATE_NOOP("Imports", "Type"),
    "unit": QT_TRANSLATE_NOOP("Imports", "Unit"),
    "unit_of_account": QT_TRANSLATE_NOOP("Imports", "Unit of account"),
    "unit_price": QT_TRANSLATE_NOOP("Imports", "Unit price"),
    "units": QT_TRANSLATE_NOOP("Imports", "Number of units"),
    "url": QT_TRANSLATE_NOOP("Imports", "Web address"),
    "variance_days": QT_TRANSLATE_NOOP("Imports", "Variance in days"),
    "vat": QT_TRANSLATE_NOOP("Imports", "VAT number"),
    "verification": QT_TRANSLATE_NOOP("Imports", "Means of verification"),
    "work_package": QT_TRANSLATE_NOOP("Imports", "Work package"),
}
_WHY = {
    "total": QT_TRANSLATE_NOOP("Imports", "a total"),
    "subtotal": QT_TRANSLATE_NOOP("Imports", "a subtotal"),
    "section": QT_TRANSLATE_NOOP("Imports", "a section heading"),
    "example": QT_TRANSLATE_NOOP("Imports", "an example"),
    "help": QT_TRANSLATE_NOOP("Imports", "help text"),
    "repeated_header": QT_TRANSLATE_NOOP("Imports", "the header again"),
    "blank_key": QT_TRANSLATE_NOOP("Imports", "no key"),
}


def _said(words: Mapping[str, object], key: str) -> str:
    known = words.get(key)
    return QCoreApplication.translate("Imports", str(known)) if known else key.replace("_", " ").capitalize()


def noun_text(noun: str) -> str:
    """`Work package`: one noun, as a heading over its fields."""
    return _said(_NOUNS, noun)


def kind_text(kind: str) -> str:
    """`Partners in projects`: what a table of this kind lists."""
    return _said(_KINDS, kind)


def attribute_text(field: str) -> str:
    """`Amount granted` for `contribution.amount`: the field below its noun's heading."""
    return _said(_SPECIAL, field) if field in _SPECIAL else _said(_ATTRIBUTES, field.partition(".")[2])


def field_text(field: str) -> str:
    """`Contribution · Amount granted`: the field where no heading tells its noun."""
    return f"{noun_text(field.partition('.')[0])} · {attribute_text(field)}"


def sum_text(field: str, value: Decimal, currency: str) -> str:
    """`1,234.50 EUR`, or `48` where the field is no money: months and person-months are in no currency."""
    if field.partition(".")[2] in QUANTITIES:
        return number_text(value, 0 if value == value.to_integral_value() else 2)
    return money_text(value, currency)


def rows_text(read: int, accepted: int, aside: int, rejected: int) -> str:
    """`100 rows read = 99 imported + 1 set aside + 0 rejected`."""
    return count_text(
        "Imports",
        "%n row read = {accepted} imported + {aside} set aside + {rejected} rejected",
        "%n rows read = {accepted} imported + {aside} set aside + {rejected} rejected",
        read,
    ).format(accepted=number_text(accepted), aside=number_text(aside), rejected=number_text(rejected))


def why_text(why: str) -> str:
    """`a subtotal`: why a row is no record."""
    return _said(_WHY, why)
