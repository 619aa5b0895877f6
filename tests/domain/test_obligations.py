"""What a record that is typed must state."""

from decimal import Decimal

from collabdesk.domain.nouns import NOUNS
from collabdesk.domain.obligations import CHOICES, OBLIGATORY, UNIQUE, missing, wrong_value
from collabdesk.domain.scales import field_types


def test_every_rule_names_fields_that_there_are():
    named = [(noun, field) for noun, groups in OBLIGATORY.items() for group in groups for field in group]
    named += [*CHOICES, *((noun, "code") for noun in UNIQUE)]
    assert [(noun, field) for noun, field in named if field not in field_types(NOUNS[noun])] == []


def test_an_amount_needs_a_currency_or_a_unit_of_account():
    pledge = {"project_id": 1, "partner_id": 2, "pledged": Decimal(5)}
    assert list(missing("contribution", pledge)) == [("currency", "The currency of the pledged is missing.")]
    assert list(missing("contribution", pledge | {"currency": "EUR"})) == []
    assert list(missing("contribution", pledge | {"unit_of_account": "IUA"})) == []


def test_one_of_several_fields_may_do():
    assert [field for field, _ in missing("cost", {"project_id": 1})] == ["expended"]
    assert list(missing("cost", {"project_id": 1, "paid": Decimal(1), "currency": "EUR"})) == []


def test_nothing_ends_before_it_begins():
    period = {"project_id": 1, "code": "RP1", "start": "2025-06-01", "end": "2025-05"}
    assert [field for field, _ in missing("reporting_period", period)] == ["end"]
    assert list(missing("reporting_period", period | {"end": "2025-06"})) == []


def test_words_of_lists_currencies_and_fractions_are_checked():
    assert wrong_value("payment", "kind", "interim") == ""
    assert "pre_financing" in wrong_value("payment", "kind", "gift")
    assert "EUR" in wrong_value("cost", "currency", "EURO")
    assert wrong_value("contribution", "currency", "XDR") == ""
    assert "100 %" in wrong_value("progress", "done", Decimal("1.2"))
