"""Rule packs as text: read whole, or refused with the line of everything that is wrong; a source's words for categories."""

from decimal import Decimal

import pytest

from collabdesk.domain.pack_files import parse
from collabdesk.domain.pack_values import kind_of, read, title_of
from collabdesk.domain.problems import Refused
from collabdesk.domain.toml_lines import line_of
from collabdesk.usecases.rules import bundled
from rule_packs import PEOPLE

OWN = (
    """\
code = "fund"
title = "A fund's rules"
version = "3"
since = 2025-01-01
mode = "actual"
currency = "EUR"
source = "the fund's manual"

[values.indirect_rate]
value = 0.07
source = "manual, page 4"
confirmed = true

[values.funding_rate.NET]
value = 0.8
also = ["Network"]
source = "manual, page 5"
confirmed = false
"""
    + PEOPLE
)


def wrong(old, new):
    assert old in OWN
    pack, problems = parse(OWN.replace(old, new, 1))
    assert pack is None
    return [(line_of(p), p.text) for p in problems]


def test_a_pack_is_read_exactly_with_the_source_and_dates_of_each_value():
    pack, problems = parse(OWN)
    assert problems == []
    rate = pack.get("indirect_rate")
    assert (rate.value, rate.source, rate.confirmed, rate.since) == (
        Decimal("0.07"),
        "manual, page 4",
        True,
        "2025-01-01",
    )
    assert pack.name == "fund 3"
    assert pack.of_action("funding_rate", "network").value == Decimal("0.8")
    assert not pack.of_action("funding_rate", "HORIZON-NET").confirmed
    assert pack.of_action("funding_rate", "NETWORKING") is None


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("version =", "vresion =", 3, "vresion is not known here; is version meant?"),
        ("confirmed = true\n\n[values.f", "confirmd = true\n\n[values.f", 12, "confirmd is not known here"),
        ('source = "manual, page 4"\n', "", 9, "indirect_rate has no source"),
        ("value = 0.07", 'value = "a lot"', 10, "indirect_rate: 'a lot' is not a number"),
        ("value = 0.07", "value = true", 10, "is not a number"),
        ("value = 0.07", "value = 25", 10, "write 0.25 for 25 %"),
        ("value = 0.07", "value = -0.1", 10, "below zero"),
        ("[values.indirect_rate]", "[values.indirect_raet]", 9, "is indirect_rate meant?"),
        ('since = 2025-01-01', 'since = "soon"', 4, "is not a day"),
        ('since = 2025-01-01', "since = 2025-01-01\nuntil = 2024-12-31", 5, "ends on 2024-12-31, before it begins"),
        ('code = "P"', 'code = ""', 21, "code of a category is missing"),
        ("in_indirect_base = true", "in_indirect_base = 1", 24, "neither true nor false"),
        ('mode = "actual"', 'mode = "real"', 5, "'real' is no mode"),
        ('currency = "EUR"', 'currency = "euro"', 6, "is no currency"),
        ("[[category]]", "[category]", 20, "write [[category]] above each"),
        ('kind = "personnel"', "kind = 7", 23, "kind is no text"),
        ('also = ["Network"]', 'also = "Network"', 16, "also is no list of texts"),
        ("[values.indirect_rate]", "[values]\nindirect_rate = 0.07\n[values.days_per_year]", 10, "indirect_rate is no table"),
        ("confirmed = false", "", 14, "confirmed of funding_rate.NET"),
    ],
)  # fmt: skip
def test_an_error_names_its_line(old, new, line, words):
    found = wrong(old, new)
    assert any(at == line and words in text for at, text in found), found


def test_a_category_that_is_there_twice_names_both_lines():
    head, category = OWN.split("[[category]]")
    pack, (problem,) = parse(
        f"{head}[[category]]{category}\n[[category]]{category.replace(chr(34) + 'P', chr(34) + 'p')}"
    )
    assert pack is None
    assert (line_of(problem), problem.text) == (29, "the category p is there already, in line 21")


def test_broken_toml_names_its_line():
    pack, (problem,) = parse('code = "a"\ntitle = \n')
    assert pack is None and line_of(problem) == 2
    assert "no TOML" in problem.text


def test_everything_that_is_wrong_is_told_at_once():
    assert len(parse("currency = 'EUR'")[1]) == 5


def test_a_text_of_many_lines_does_not_shift_the_lines():
    long = OWN.replace('source = "manual, page 4"', 'source = """manual\nvalue = no key\n"""').replace("0.8", '"x"')
    (problem,) = parse(long)[1]
    assert long.splitlines()[line_of(problem) - 1] == 'value = "x"'


@pytest.mark.parametrize("pack", bundled(), ids=lambda p: p.code)
def test_every_value_of_the_program_has_a_source_and_a_title(pack):
    assert all(v.source and title_of(v.name) != v.name for v in pack.values.values())
    assert all(c.source for c in pack.categories)


def test_what_was_not_read_is_not_confirmed():
    by_code = {p.code: p for p in bundled()}
    european, american = by_code["horizon_europe_2021"], by_code["us_2cfr200_2024"]
    assert european.get("indirect_rate").confirmed and european.get("certificate_threshold").confirmed
    assert not european.get("rate_choice").confirmed and not american.get("transfer_limit").confirmed
    assert not european.category("C.1").confirmed and european.category("A.1").confirmed


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("C1", "C.1"), ("c. 2", "C.2"), ("A.1 Employees", "A.1"), ("D1: cascade calls", "D.1"), ("Reisekosten", "C.1"),
        ("PERSONNEL", "A"), ("Équipement", "C.2"), ("E. Indirect costs", "E"), ("catering", None), ("", None),
        ("A visit to the lab", None), ("B - services", "B"),
    ],
)  # fmt: skip
def test_a_category_is_known_by_its_code_its_title_and_other_words(word, code):
    pack = next(p for p in bundled() if p.code == "horizon_europe_2021")
    found = pack.category(word)
    assert (found.code if found else None) == code


def test_a_number_that_a_pack_does_not_give_is_refused_with_what_to_do():
    pack = next(p for p in bundled() if p.code == "horizon_europe_2021")
    with pytest.raises(Refused, match="gives no subaward_cap: state the grant's own"):
        pack.number("subaward_cap")
    with pytest.raises(Refused, match=r"0\.30? to 0\.7"):
        pack.number("funding_rate.COFUND")
    with pytest.raises(Refused, match="is no number"):
        pack.number("rate_choice")


def test_a_value_typed_by_hand_is_read_as_the_pack_would():
    assert read(kind_of("indirect_rate"), " 0.07 ") == Decimal("0.07")
    assert read(kind_of("amendments_adopt_rules"), "True") is True
    assert read(kind_of("hhi_reference"), "1000, 1800") == ("1000", "1800")
    with pytest.raises(ValueError, match="none of day, month_average"):
        read(kind_of("rate_choice"), "weekly")
