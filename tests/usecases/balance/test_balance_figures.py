"""Figures of the groups concentration, geo_return and voices: references beside them, never a verdict."""

from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.contracts import Contract
from collabdesk.domain.contributions import Contribution
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.exchange_rates import ExchangeRate
from collabdesk.domain.participations import Participation
from collabdesk.domain.partners import Partner
from collabdesk.domain.projects import Project
from collabdesk.domain.work_packages import WorkPackage
from collabdesk.usecases import figures
from databases import keep

D = Decimal
DAY = date(2025, 6, 30)


class Consortium:
    """A workspace with the project `101` in euro and partners of given countries."""

    def __init__(self, workspace):
        self.workspace = workspace
        self.keep(Project(code="101", currency="EUR"))

    def keep(self, *records):
        return keep(self.workspace, *records)

    def partners(self, *countries):
        return self.keep(*(Partner(name=f"P{n}", short_name=f"P{n}", country=c) for n, c in enumerate(countries, 1)))

    def pledge(self, *amounts, **fields):
        its = {"currency": "EUR"} | fields
        return self.keep(
            *(Contribution(project_id=1, partner_id=n, pledged=D(a), **its) for n, a in enumerate(amounts, 1))
        )

    def contract(self, country, amount, **fields):
        return self.keep(Contract(project_id=1, country=country, amount=D(amount), **{"currency": "EUR"} | fields))[0]

    def figures(self, code="101", as_of=DAY):
        return {f.id: f for f in figures.figures(self.workspace, code, as_of)}


@pytest.fixture
def consortium(workspace):
    return Consortium(workspace)


def test_the_department_of_justice_example_with_n_and_floor_and_the_reference_points(consortium):
    consortium.partners("DE", "DE", "FR", "IT")
    consortium.pledge(30, 30, 20, 20)
    found = consortium.figures()
    hhi = found["F1-hhi-pledged"]
    assert (hhi.value, hhi.unit) == (2600, "points")
    assert (hhi.inputs["n"], hhi.inputs["floor of the HHI, 10 000 / n"]) == ("4", "2500")
    assert hhi.inputs["reference points, no verdict"].startswith("1,000 and 1,800 (US Merger Guidelines 2023")
    assert hhi.inputs["rule pack"].startswith("generic")
    assert found["F1-hhi-floor-pledged"].value == 2500
    assert found["F1-gini-pledged"].value == D("0.1000")


def test_shares_and_indices_by_country(consortium):
    consortium.partners("DE", "DE", "FR", "")
    consortium.pledge(30, 30, 20, 20)
    found = consortium.figures()
    assert found["F1-share-pledged-country-de"].value == D("0.6000")
    assert found["F1-share-pledged-country-none"].detail.startswith("country not recorded")
    assert found["F1-share-pledged-p1"].value == D("0.3000")
    assert found["F1-hhi-pledged-countries"].value == 6250
    assert found["F1-hhi-pledged-countries"].inputs["n"] == "2"
    assert "without a country are left out" in found["F1-hhi-pledged-countries"].note


def test_one_partner_holds_all_and_no_amount_is_undefined(consortium):
    consortium.partners("DE")
    consortium.pledge(7)
    found = consortium.figures()
    assert (found["F1-hhi-pledged"].value, found["F1-gini-pledged"].value) == (10_000, 0)
    consortium.pledge(0, currency="USD")
    zero = consortium.figures()["F1-gini-pledged-usd"]
    assert (zero.value, zero.note) == (None, "the contributions sum to zero")


def test_the_gini_of_one_to_five(consortium):
    consortium.partners(*"ABCDE")
    consortium.pledge(1, 2, 3, 4, 5)
    assert consortium.figures()["F1-gini-pledged"].value == D("0.2667")


def test_the_geographical_return_of_the_example_and_its_check(consortium):
    consortium.partners("AT", "BE", "CH", "DE")
    consortium.pledge(40, 30, 20, 10)
    for country, amount, weight in (("AT", 72, "0.5"), ("BE", 33, None), ("CH", 10, "1.5"), ("DE", 6, 1)):
        consortium.contract(country, amount, weight=None if weight is None else D(weight))
    found = consortium.figures()
    values = [str(found[f"F1-geo-return-pledged-{c}"].value) for c in ("at", "be", "ch", "de")]
    assert values == ["1.0000", "1.2222", "0.8333", "0.6667"]
    assert found["F1-geo-return-pledged-check"].value == 1
    assert found["F1-contracts"].value == 90
    own, everything = found["F1-geo-return-pledged-at"].basis[:3], found["F1-geo-return-pledged-check"].basis
    assert [b.noun for b in own] == ["contribution", "contract", "contract"]
    assert found["F1-geo-return-pledged-at"].basis[3:] == everything  # its share is of all of them


def test_the_country_of_a_contract_is_its_own_or_its_partners(consortium):
    consortium.partners("DE", "FR")
    consortium.pledge(50, 50)
    consortium.contract("", 30, partner_id=2)
    consortium.contract("", 99)
    consortium.contract("DE", 30, partner_id=2)
    found = consortium.figures()
    assert found["F1-contracts-fr"].value == 30
    assert found["F1-geo-return-pledged-de"].value == 1
    assert "1 contracts of no known country are left out" in found["F1-contracts"].note


def test_a_country_without_a_contribution_has_no_coefficient_and_the_check_says_why_it_is_below_one(consortium):
    consortium.partners("DE")
    consortium.pledge(100)
    consortium.contract("DE", 80)
    consortium.contract("US", 20)
    found = consortium.figures()
    assert found["F1-geo-return-pledged-us"].note == "the state makes no contribution"
    assert found["F1-geo-return-pledged-check"].value == D("0.8000")
    assert "without a contribution" in found["F1-geo-return-pledged-check"].note


def test_a_contract_signed_later_is_not_known_yet_and_without_contracts_there_is_no_return(consortium):
    consortium.partners("DE")
    consortium.pledge(100)
    consortium.contract("DE", 80, signed_on="2025-09-01")
    assert not [i for i in consortium.figures() if "geo-return" in i]
    assert consortium.figures(as_of=date(2025, 9, 1))["F1-geo-return-pledged-de"].value == 1


def test_contracts_in_two_currencies_are_converted_or_left_undefined_with_the_reason(consortium):
    consortium.partners("DE", "US")
    consortium.pledge(50, 50)
    consortium.contract("DE", 100)
    consortium.contract("US", 100, currency="USD")
    found = consortium.figures(as_of=date(2024, 6, 28))
    coefficient = found["F1-geo-return-pledged-us"]
    assert coefficient.value is not None and "100 USD" in coefficient.inputs
    consortium.contract("US", 5, currency="IUA")
    found = consortium.figures(as_of=date(2024, 6, 28))
    assert found["F1-geo-return-pledged-us"].value is None
    assert "5 IUA not converted" in found["F1-geo-return-pledged-us"].note


def test_contributions_in_several_units_have_a_return_each_and_one_together_by_the_agreed_rate(consortium):
    consortium.partners("DE", "FR")
    consortium.pledge(100, 100)
    consortium.pledge(1, 3, currency="", unit_of_account="IUA", form="in_kind")
    consortium.contract("DE", 1)
    found = consortium.figures()
    assert found["F1-geo-return-pledged-de"].value == 2
    assert found["F1-geo-return-pledged-de-iua"].value == 4
    assert "4 IUA not converted" in found["F1-geo-return-pledged-home-de"].note
    consortium.keep(ExchangeRate(base="IUA", quote="EUR", kind="agreed", rate=D(50)))
    together = consortium.figures()["F1-geo-return-pledged-home-de"]
    assert together.value == D("2.6667")
    assert together.detail == "DE, pledged contributions all in EUR"
    assert consortium.figures()["F1-geo-return-pledged-home-check"].value == 1


def test_the_weights_are_among_what_the_return_rests_on(consortium):
    consortium.partners("DE")
    consortium.pledge(1)
    first, second = consortium.contract("DE", 5, weight=D(2)), consortium.contract("DE", 5)
    basis = consortium.figures()["F1-contracts-de"].basis
    assert [(b.field, b.ids) for b in basis] == [("amount", (first.id, second.id)), ("weight", (first.id,))]


def test_the_portfolio_has_shares_indices_and_return_too(consortium):
    consortium.partners("DE", "FR")
    consortium.pledge(60, 40)
    consortium.contract("DE", 1)
    found = consortium.figures(code=None)
    assert found["F0-share-pledged-country-de-eur"].value == D("0.6000")
    assert found["F0-geo-return-pledged-de-eur"].value == D("1.6667")


def test_votes_by_partner_and_country_without_those_who_left(consortium):
    consortium.partners("DE", "DE", "FR", "IT")
    part = [Participation(project_id=1, partner_id=n, votes=D(v)) for n, v in ((1, 2), (2, 1), (3, 1))]
    consortium.keep(*part, Participation(project_id=1, partner_id=4, votes=D(9), status="left"))
    found = consortium.figures()
    assert found["F1-votes-p1"].value == D("0.5000")
    assert found["F1-votes-country-de"].value == D("0.7500")
    assert "F1-votes-p4" not in found
    assert "1 participations have ended" in found["F1-votes-p1"].note


def test_leads_by_partner_whatever_the_plan_calls_them_and_by_country(consortium):
    consortium.partners("DE", "FR")
    consortium.keep(
        Participation(project_id=1, partner_id=2, code="7"),
        Participation(project_id=1, partner_id=1, code="6"),
        WorkPackage(project_id=1, code="WP1", lead="p1"),
        WorkPackage(project_id=1, code="WP2", lead="P2; P1"),
        WorkPackage(project_id=1, code="T2.1", parent="WP2", lead="7"),
        WorkPackage(project_id=1, code="T2.2", parent="WP2"),
        Deliverable(project_id=1, code="D1", lead="Somebody else"),
    )
    found = consortium.figures()
    assert found["F1-leads-work-package-p1"].value == 2
    assert found["F1-leads-work-package-p2"].value == 1
    assert found["F1-leads-work-package-country-de"].value == 2
    assert (found["F1-leads-task-p2"].value, found["F1-leads-task-p2"].note) == (1, "1 more name no lead")
    assert found["F1-leads-deliverable-somebody-else"].value == 1
    assert found["F1-leads-deliverable-country-none"].detail == "country not recorded"
