"""Charts for the window: one page of PDF each, from a project's figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from collabdesk.domain.figures import Figure
from collabdesk.usecases.charts import CHARTS, chart_pdf, has_rows, natural_height

SHARE = Figure(
    "F1-share-p1", "Share", Decimal("0.5"), "ratio", "contribution.share@CD-1", group="contributions", detail="A"
)


@pytest.mark.parametrize("name", [c.name for c in CHARTS])
def test_each_chart_is_one_page_of_the_size_asked_for(name):
    content = chart_pdf(name, [SHARE], 300, 200)
    assert content.startswith(b"%PDF")
    assert b"/MediaBox [ 0 0 300 200 ]" in content
    assert b"/Count 1" in content


def test_a_chart_without_rows_can_be_left_out():
    assert has_rows("shares", [SHARE])
    assert not has_rows("budget", [SHARE])
    assert natural_height("shares", [SHARE] * 5) > natural_height("shares", [SHARE])


def test_dark_is_drawn_otherwise():
    assert chart_pdf("shares", [SHARE], 300, 200, dark=True) != chart_pdf("shares", [SHARE], 300, 200)
