"""A form that asks for an amount says what it understands."""

from decimal import Decimal

import pytest

from collabdesk.ui.widgets import AmountField, FormField
from ui.entry.typing import speaking


@pytest.fixture
def field(qtbot, theme):
    with speaking("de_DE"):
        made = FormField("&Amount", AmountField("EUR"), "As in the invoice")
        qtbot.addWidget(made)
        yield made


def test_what_is_understood_takes_the_place_of_the_hint(field, qtbot):
    qtbot.keyClicks(field.control, "1.234")
    assert field._hint.text() == "understood: 1.234,00\u00a0EUR"
    assert field.control.amount() == 1234
    field.control.clear()
    qtbot.keyClicks(field.control, " ")
    assert (field._hint.text(), field.control.amount()) == ("As in the invoice", None)


def test_what_is_no_amount_of_this_currency_is_said(field, qtbot):
    qtbot.keyClicks(field.control, "5 USD")
    assert "in EUR, not in USD" in field._hint.text()
    with pytest.raises(ValueError, match="USD"):
        field.control.amount()


def test_an_amount_is_shown_with_all_its_digits_and_read_back(field):
    field.control.set_amount(Decimal("1234.5670"))
    assert (field.control.text(), field.control.amount()) == ("1234,567", Decimal("1234.567"))


def test_a_currency_that_is_left_open_may_be_typed_anew(qtbot, theme):
    with speaking("en_GB"):
        line = AmountField()
        qtbot.addWidget(line)
        for text, said in (("$5", "5.00\u00a0USD"), ("€6", "6.00\u00a0EUR"), ("7", "7.00")):
            line.setText(text)
            assert line.understood() == (f"understood: {said}", True)
