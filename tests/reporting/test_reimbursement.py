"""The section on eligible costs and payments, and the rule pack in the methodology."""

from dataclasses import replace
from decimal import Decimal

import pytest

from collabdesk.domain.figures import Figure
from collabdesk.reporting import outline

PACK = {"rule pack": "horizon_europe_2021 AGA 2.0, 1 April 2025"}


def made(key, label, value, rule, group, detail="", note=None, **inputs):
    given = {**PACK, **{k.replace("_", " "): v for k, v in inputs.items()}}
    return Figure(f"F3-{key}", label, value and Decimal(value), "EUR", rule, given, note, "1", group, detail)


@pytest.fixture
def reimbursed(full):
    figures = (
        made("direct", "Eligible direct costs", "380000", "grant.direct@pack", "eligibility",
             note="left out: 80 in categories that the rule pack does not know (Catering)"),
        made("direct-a-1", "Eligible direct costs", "200000", "grant.direct@pack", "eligibility", "A.1 Employees",
             as_the_sources_say="A.1"),
        made("requested-p1", "EU contribution", "442500", "he.contribution@MGA-5", "eligibility", "University",
             eligible_costs="442500", funding_rate="100 %",
             note="nonprofit_kinds is unconfirmed in the rule pack"),
        made("payment-interim-rp1", "Interim payment", "1600000", "he.payments@MGA-22", "payments", "RP1"),
        made("distribution-p1", "Share of the payments received", "33.33", "grant.distribution@pack", "payments",
             "University", maximum_grant_of_the_partner="1500000", distributed_so_far="30"),
    )  # fmt: skip
    return replace(full, figures=(*full.figures, *figures), rules_why="The award of 3 May 2023 falls under it.")


def text_of(content, key, readable):
    return readable(replace(content, parts=tuple(p for p in content.parts if p.key == key)))


def test_the_report_prints_the_rule_pack_its_version_and_why(reimbursed, readable):
    text = text_of(outline.compose(reimbursed), "methodology", readable)
    assert "rule pack horizon_europe_2021 AGA 2.0, 1 April 2025. The award of 3 May 2023 falls under it." in text
    assert "Unconfirmed in the rule pack, for their primary text was not read: nonprofit_kinds." in text


def test_eligible_costs_requests_payments_and_shares_are_printed_with_their_codes(reimbursed, readable):
    text = text_of(outline.compose(reimbursed), "reimbursement", readable)
    for code in ("direct", "direct-a-1", "requested-p1", "payment-interim-rp1", "distribution-p1"):
        assert f"[F3-{code}]" in text
    assert "Left out: 80 in categories that the rule pack does not know (Catering)." in text
    assert "100 %" in text


def test_without_a_rule_pack_neither_is_there(full, readable):
    content = outline.compose(full)
    assert "reimbursement" not in [p.key for p in content.parts]
    assert "rule pack" not in text_of(content, "methodology", readable)
