"""Monetary-unit sampling evaluated: published examples, and both directions apart."""

from decimal import Decimal

import pytest

from collabdesk.measures import mus
from collabdesk.measures.mus_evaluation import AuditedItem, over_and_under

D = Decimal
RISK_5, RISK_10 = D("0.95"), D("0.90")


def test_an_error_is_projected_by_its_tainting():
    # CPA review question: interval 10,000, recorded 5,000, audited 2,000.
    over, under = over_and_under([AuditedItem(D(5000), D(2000))], D(10_000), RISK_5)
    assert over.projected == 6_000
    assert under.projected == 0


def test_an_error_of_the_certainty_stratum_stands_at_face_value():
    # CPA review question: interval 5,000, recorded 10,000, audited 8,000.
    over, _ = over_and_under([AuditedItem(D(10_000), D(8000), is_certain=True)], D(5000), RISK_5)
    assert (over.projected, over.certain, over.allowance) == (2_000, 2_000, 0)


def test_a_published_evaluation_at_ten_percent_risk():
    # University of Florida, ACG 5637, lecture 12, part 13: interval 42,373; the notes' factors have one decimal.
    items = [
        AuditedItem(D(71_330), D(60_631), is_certain=True),
        AuditedItem(D(18_996), D(17_096)),
        AuditedItem(D(30_081), D(21_057)),
        AuditedItem(D(3_555), D(1_422)),
    ]
    over, _ = over_and_under(items, D(42_373), RISK_10)
    assert [t.quantize(D("0.01")) for t in over.taintings] == [D("0.60"), D("0.30"), D("0.10")]
    projected = [round(t * 42_373) for t in over.taintings]
    assert projected == [25_424, 12_711, 4_238]  # the notes round taintings first: 25,424, 12,712, 4,237
    assert over.certain == 10_699
    assert abs(over.limit - 172_988) / 172_988 < D("0.004")


def test_a_published_set_of_three_errors_with_the_large_one_at_face_value():
    # Widely printed exercise (interval 12,300); answers found in the open add the errors unprojected, which is wrong.
    items = [
        AuditedItem(D(15_000), D(12_500), is_certain=True),
        AuditedItem(D(10_000), D(4000)),
        AuditedItem(D(3000), D(2000)),
    ]
    over, _ = over_and_under(items, D(12_300), RISK_5)
    assert over.projected.quantize(D("0.01")) == 13_980
    assert over.precision.quantize(D(1)) == 36_848  # 36,900 by the table's rounded factor of 3.00
    by_hand = 7_380 * (D("4.74386452") - D("2.99573227") - 1) + 4_100 * (D("6.29579362") - D("4.74386452") - 1)
    assert abs(over.allowance - by_hand) < D("0.01")
    assert over.limit == over.projected + over.precision + over.allowance


@pytest.mark.parametrize(
    ("risk", "printed"),
    [
        ("0.05", "3.00 4.75 6.30 7.76 9.16 10.52 11.85 13.15"),
        ("0.10", "2.31 3.89 5.33 6.69 8.00 9.28 10.54 11.78"),
        ("0.20", "1.61 3.00 4.28 5.52 6.73 7.91 9.08 10.24"),
        ("0.50", "0.70 1.68 2.68 3.68 4.68 5.68 6.67 7.67"),
    ],
)
def test_the_factors_are_those_of_the_aicpas_table(risk, printed):
    # The table is rounded up here and there in its second decimal.
    found = mus.factors(1 - D(risk), 7)
    assert all(abs(f - D(p)) <= D("0.0101") for f, p in zip(found, printed.split(), strict=True))


def test_without_errors_the_limit_is_the_basic_precision():
    over, _ = over_and_under([AuditedItem(D(100), D(100))], D(10_000), RISK_5)
    assert over.limit.quantize(D(1)) == 29_957


def test_the_limit_is_the_one_of_the_rule():
    items = [AuditedItem(D(100), D(90)), AuditedItem(D(100), D(50)), AuditedItem(D(90_000), D(89_300), is_certain=True)]
    over, _ = over_and_under(items, D(10_000), RISK_5)
    # Taintings count from the largest; the error of the certainty stratum stands at face value.
    by_hand = D(10_000) * (D("2.99573227") + D("0.5") * (D("4.74386452") - D("2.99573227")))
    by_hand += D(10_000) * D("0.1") * (D("6.29579362") - D("4.74386452")) + 700
    assert abs(over.limit - by_hand) < D("0.01")


def test_over_and_understatements_are_never_netted():
    items = [AuditedItem(D(100), D(60)), AuditedItem(D(100), D(140))]
    over, under = over_and_under(items, D(1000), RISK_5)
    assert over.projected == under.projected == 400
    assert over.known == under.known == 40
    assert over.limit == under.limit > 3_395


def test_an_item_found_to_be_worth_nothing_is_tainted_whole_and_one_below_nought_more_than_whole():
    (gone, _), (credit, _) = (
        over_and_under([AuditedItem(D(100), D(audited))], D(1000), RISK_5) for audited in ("0", "-50")
    )
    assert gone.taintings == (1,)
    assert credit.taintings == (D("1.5"),)
    assert credit.projected == 1_500


def test_a_population_tested_whole_projects_nothing():
    items = [AuditedItem(D(100), D(60)), AuditedItem(D(5000), D(4000), is_certain=True)]
    over, under = over_and_under(items, D(1000), RISK_5, is_whole=True)
    assert (over.projected, over.precision, over.allowance, over.limit) == (1_040, 0, 0, 1_040)
    assert under.limit == 0
