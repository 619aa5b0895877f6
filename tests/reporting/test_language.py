"""A report speaks the language that is being written: sentences, counts, days, numbers, amounts."""

from __future__ import annotations

import threading
from decimal import Decimal

import pytest

from collabdesk.domain.dates import in_words
from collabdesk.domain.told import (
    amount_words,
    counted_words,
    in_a_row,
    number_words,
    share_words,
    told,
)
from collabdesk.reporting import content as c
from collabdesk.reporting import language, wording
from collabdesk.reporting.catalogue import Catalogue
from collabdesk.reporting.furniture import furnished
from collabdesk.reporting.language import LOCALES, n, retold, said, t, writing

GERMAN = Catalogue(
    {
        "no {what} is recorded by {day}": "bis {day} ist {what} nicht erfasst",
        "budget": "ein Budget",
        "Partner": "Beteiligte",
        "{amount} (currency not stated)": "{amount} (Währung nicht angegeben)",
        "{all_but_last} and {last}": "{all_but_last} und {last}",
        "n/a": "k. A.",
        "no findings": "keine Feststellungen",
        "action planned": "Maßnahme geplant",
        "Prepared by": "Erstellt von",
    },
    {"{n} finding": ("{n} Feststellung", "{n} Feststellungen"), "{n} day": ("{n} Tag", "{n} Tage")},
)
FRENCH = Catalogue({}, {"{n} day": ("{n} jour", "{n} jours")}, lambda n: int(n > 1))


@pytest.fixture(autouse=True)
def known(monkeypatch):
    kept = {"de": GERMAN, "fr": FRENCH}
    monkeypatch.setattr(language, "catalogue", lambda name: kept.get(name, Catalogue()))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("name", "day", "month", "amount", "share"),
    [
        ("en", "14 March 2025", "March 2025", "EUR −1,234,567.50", "62.3 %"),
        ("de", "14. März 2025", "März 2025", "−1.234.567,50 EUR", "62,3 %"),
        ("fr", "14 mars 2025", "mars 2025", "−1 234 567,50 EUR", "62,3 %"),
        ("es", "14 de marzo de 2025", "marzo de 2025", "−1.234.567,50 EUR", "62,3 %"),
    ],
)
def test_days_amounts_and_shares_are_written_as_the_language_writes_them(name, day, month, amount, share):
    with writing(name):
        assert (plain(wording.day("2025-03-14")), plain(wording.day("2025-03"))) == (day, month)
        assert plain(wording.amount(Decimal("-1234567.5"), "EUR")) == amount
        assert plain(wording.percent(Decimal("0.6228"))) == share
        assert wording.day("2025") == "2025"


def test_a_sentence_is_said_again_with_its_values():
    sentence = told("no {what} is recorded by {day}", what=told("budget"), day=in_words("2025-03-14"))
    with writing("de"):
        assert said(sentence) == "bis 14. März 2025 ist ein Budget nicht erfasst"
        assert t("no {what} is recorded by {day}", what=told("budget"), day="x") == "bis x ist ein Budget nicht erfasst"
    assert said(sentence) == "no budget is recorded by 14 March 2025"


def test_a_text_without_a_translation_and_the_user_s_own_stay():
    with writing("de"):
        assert t("Nobody translated {this}.", this="Partner") == "Nobody translated Partner."
        assert retold("Partner") == "Partner"
        assert retold(told("Partner")) == "Beteiligte"


def test_counts_take_the_form_of_their_language():
    with writing("de"):
        assert [plain(n(k, "{n} finding", "{n} findings")) for k in (0, 1, 1200)] == [
            "0 Feststellungen", "1 Feststellung", "1.200 Feststellungen",
        ]  # fmt: skip
        assert said(counted_words(2, "{n} finding", "{n} findings")) == "2\u00a0Feststellungen"
        assert plain(n(Decimal("1.5"), "{n} day", "{n} days")) == "1,5 Tage"
    with writing("fr"):
        assert [plain(n(Decimal(k), "{n} day", "{n} days")) for k in ("0", "1.5", "2")] == [
            "0 jour", "1,5 jour", "2 jours",
        ]  # fmt: skip
    assert plain(n(-1, "{n} day", "{n} days")) == "−1 day"


def test_amounts_numbers_shares_and_rows_are_said_again():
    with writing("de"):
        assert plain(said(amount_words("EUR 1.50", Decimal("1.5"), "EUR", 2))) == "1,50 EUR"
        assert plain(said(amount_words("1.50 (…)", Decimal("1.5"), "XXX", 2))) == "1,50 (Währung nicht angegeben)"
        assert said(number_words("0.690", Decimal("0.69"), 3)) == "0,690"
        assert plain(said(share_words("20 %", Decimal("0.2"), 0))) == "20 %"
        assert said(in_a_row([told("budget"), "Partner"])) == "ein Budget; Partner"


def test_values_of_a_report_follow_the_language():
    with writing("de"):
        assert wording.amount(None) == "k. A."
        assert wording.counted(0, "finding") == "keine Feststellungen"
        assert wording.joined(["a", "b", "c"]) == "a, b und c"
        assert wording.spoken("action_planned") == "Maßnahme geplant"
        assert plain(wording.quantity(Decimal("28.50"), "days")) == "28,5 Tage"


def test_the_language_is_that_of_the_thread_and_ends_with_its_block():
    heard = []
    with writing("de-DE"):
        other = threading.Thread(target=lambda: heard.append(language.language()))
        other.start()
        other.join()
        assert language.language() == "de"
    assert (heard, language.language()) == (["en"], "en")
    with pytest.raises(KeyError), writing("it"):
        pass


def test_furniture_is_translated_and_the_data_beside_it_are_not():
    table = c.Table("Partner", (c.Column("Partner"),), ((("Partner",),), ((told("Partner"),),)))
    (made,) = _in_german(table)
    assert (made.caption, made.columns[0].title) == ("Beteiligte", "Beteiligte")
    assert made.rows == ((("Partner",),), (("Beteiligte",),))
    (signing,) = _in_german(c.SignOff((("Prepared by", "Partner"),)))
    assert signing.lines == (("Erstellt von", "Partner"),)
    (lines,) = _in_german(c.LinesAnnex((c.Column("Partner"),), (("Partner", told("Partner")),)))
    assert lines.rows == (("Partner", "Beteiligte"),)


def test_in_english_blocks_stay_the_very_same():
    block = c.Table("Partner", (c.Column("Partner"),), ())
    assert furnished([block])[0] is block


def _in_german(*blocks: c.Block) -> tuple[c.Block, ...]:
    with writing("de"):
        return furnished(blocks)


def test_every_language_has_a_name_for_every_month():
    for name in LOCALES:
        with writing(name):
            assert len({language.month(number) for number in range(1, 13)}) == 12
