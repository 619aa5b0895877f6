"""A rule pack of one's own, as text."""

FUND = """\
code = "fund_2025"
title = "A fund"
version = "1"
mode = "actual"
currency = "EUR"
source = "the fund's manual"

[values.indirect_rate]
value = 0.07
source = "manual, page 4"
confirmed = true
"""
PEOPLE = """
[[category]]
code = "P"
title = "People"
kind = "personnel"
in_indirect_base = true
source = "manual, page 6"
confirmed = true
"""
