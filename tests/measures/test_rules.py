"""Every measure offers rules that a report can print."""

import re

from collabdesk import discovery, measures


def every_rule():
    return [rule for offered in discovery.constants(measures, "RULES") for rule in offered]


def test_every_rule_has_a_label_a_formula_a_source_and_a_known_unit():
    for rule in every_rule():
        assert rule.label and rule.formula and rule.reference, rule.code
        assert rule.unit in {"ratio", "days", "count", "points", "periods", "person-months", "money"}, rule.code
        assert re.fullmatch(r"[a-z0-9-]+\.[a-z_-]+@[\w.-]+", rule.code), rule.code


def test_no_two_rules_share_a_code():
    codes = [rule.code for rule in every_rule()]
    assert len(codes) == len(set(codes))
