"""The reading bar asks for a currency where amounts have none."""

from __future__ import annotations

import pytest

from collabdesk.ui.imports.reading import lacks_currency
from collabdesk.usecases.imports import LookOptions

ROWS = "Grant number;Title;Start date;Total cost{unit}\n" + "".join(
    f"P{n};Study {n};2024-0{n}-01;{n}000.50\n" for n in range(1, 6)
)


@pytest.mark.parametrize(("unit", "given", "lacks"), [("", "", True), (" (EUR)", "", False), ("", "NOK", False)])
def test_a_currency_is_asked_for_where_nothing_tells_it(tmp_path, open_files, unit, given, lacks):
    from collabdesk.usecases.imports import look_at

    file = tmp_path / "grants.csv"
    file.write_text(ROWS.format(unit=unit), encoding="utf-8")
    table = look_at([file], LookOptions(currency=given or None), open_files=open_files).files[0].tables[0]
    assert lacks_currency(table) is lacks
