"""Figures of the group match: what partners add of their own against the required ratio."""

from dataclasses import replace
from decimal import Decimal

from collabdesk.domain.credit_events import CreditEvent
from collabdesk.domain.exchange_rates import ExchangeRate
from collabdesk.domain.rule_overrides import RuleOverride

D = Decimal


def require(books, ratio):
    with books.workspace.changing("Set the ratio") as step:
        step.update(replace(books.workspace.get("project", 1), match_ratio=D(ratio)))


def test_the_ratio_reached_and_what_is_short_of_the_required_one(books):
    require(books, "1.5")
    books.contribution(1, purpose="match", pledged=D(900), received=D(400))
    books.contribution(2, purpose="match", pledged=D(700), received=D(350), form="in_kind")
    books.contribution(3, pledged=D(5000), received=D(5000))
    found = books.figures()
    assert found["F1-match-required"].value == 1500
    assert found["F1-match-reached"].value == D("0.7500")
    assert found["F1-match-short"].value == 750
    assert found["F1-match-promised"].value == D("1.6000")
    assert found["F1-match-unpromised"].value == 0
    assert (found["F1-match-p1"].value, found["F1-match-p1"].inputs["match pledged"]) == (400, "900")
    assert found["F1-match-reached"].inputs["as required by"] == "the project's own match ratio"


def test_credited_match_in_a_unit_of_account_counts_by_its_agreed_rate(books):
    require(books, 1)
    its = books.contribution(1, purpose="match", form="in_kind", unit_of_account="UA", currency="", pledged=D(10))
    books.keep(
        CreditEvent(project_id=1, partner_id=1, contribution_id=its.id, amount=D(4), unit_of_account="UA",
                    status="credited", credited_on="2025-01-31"),
        ExchangeRate(base="UA", quote="EUR", kind="agreed", rate=D(100)),
    )  # fmt: skip
    found = books.figures()
    assert (found["F1-match-received"].value, found["F1-match-short"].value) == (400, 600)
    assert "credit_event" in {b.noun for b in found["F1-match-short"].basis}


def test_without_a_rate_nothing_is_said_to_be_short(books):
    require(books, 1)
    books.contribution(1, purpose="match", unit_of_account="UA", currency="", pledged=D(10), received=D(1))
    found = books.figures()
    assert found["F1-match-short"].value is None
    assert "1 UA not converted" in found["F1-match-short"].note


def test_where_no_match_came_all_of_it_is_short(books):
    require(books, 1)
    found = books.figures()
    assert (found["F1-match-short"].value, found["F1-match-unpromised"].value) == (1000, 1000)
    assert found["F1-match-reached"].note == "no match is recorded"


def test_without_a_required_ratio_the_ratio_reached_stands_alone(books):
    books.contribution(1, purpose="match", received=D(250))
    found = books.figures()
    assert found["F1-match-reached"].value == D("0.2500")
    assert "no match ratio is required" in found["F1-match-short"].note


def test_a_grant_states_its_ratio_in_its_rules(books):
    books.keep(RuleOverride(project_id=1, name="match_ratio", value="0.45", source="Article 5"))
    books.contribution(1, purpose="match", received=D(450))
    found = books.figures()
    assert found["F1-match-short"].value == 0
    assert found["F1-match-short"].inputs["rule pack"].startswith("generic")
    assert found["F1-match-short"].inputs["as required by"] == "Article 5"


def test_a_plan_of_financing_counts_as_promised_where_no_contribution_is_called_match(books):
    require(books, 1)
    books.contribution(1, own=D(100), private=D(50), amount=D(1000))
    found = books.figures()
    assert found["F1-match-pledged"].value == 150
    assert "own and private" in found["F1-match-pledged"].note
    assert found["F1-match-short"].value == 1000


def test_without_ratio_and_match_there_are_no_figures_of_it(books):
    books.contribution(1, amount=D(100))
    assert not [i for i in books.figures() if "match" in i]
