"""Dates keep the precision of their cell, and day and month are never guessed."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from collabdesk.intake.fields.column import Asked
from collabdesk.intake.fields.dates import read_dates

DATE = Asked("project.start", "date")


def kept(values, asked=DATE):
    return read_dates(values, asked).values


@pytest.mark.parametrize(
    ("cell", "iso"),
    [
        (date(2020, 1, 2), "2020-01-02"),
        (datetime(2020, 1, 2, 3, 4), "2020-01-02"),
        ("2020-01-02", "2020-01-02"),
        ("2020-01-02T10:11:12Z", "2020-01-02"),
        ("2020/1/2", "2020-01-02"),
        ("20200102", "2020-01-02"),
        ("31. Dez 18", "2018-12-31"),
        ("December 31, 2018", "2018-12-31"),
        ("1er janvier 2020", "2020-01-01"),
        ("31 grudnia 2018", "2018-12-31"),
        ("Δεκεμβρίου 2018", "2018-12"),
        ("Feb 2014", "2014-02"),
        ("2014-02", "2014-02"),
        ("02/2014", "2014-02"),
        ("2014", "2014"),
        (2014.0, "2014"),
        (43215.0, "2018-04-25"),
        ("05.04.19", "2019-04-05"),
        ("2024-01-15 00:00:00+00", "2024-01-15"),
        ("2024-01-15T10:30:00.000+0100", "2024-01-15"),
        ("15 Ocak 2024", "2024-01-15"),
        ("15 de gener de 2024", "2024-01-15"),
        ("2024. gada 15. janvāris", "2024-01-15"),
        ("15. tammikuuta 2024", "2024-01-15"),
        ("15 січня 2024 р.", "2024-01-15"),
        ("15 ΙΑΝΟΥΑΡΙΟΣ 2024", "2024-01-15"),
        ("15 HAZİRAN 2024", "2024-06-15"),
        ("15. desember 2024", "2024-12-15"),
        ("١٥ يناير ٢٠٢٤", "2024-01-15"),
        ("15 जनवरी 2024", "2024-01-15"),
        ("2024年1月15日", "2024-01-15"),
        ("２０２４/０１/１５", "2024-01-15"),
        ("2024年1月", "2024-01"),
        ("Jan-24", "2024-01"),
        ("45292", "2024-01-01"),
        ("2024-W03-1", "2024-01-15"),
        ("KW 3/2024", "2024-01"),
        ("Q2 2024", "2024-04"),
        ("2024Q2", "2024-04"),
        ("2. Quartal 2024", "2024-04"),
        ("II kwartał 2024", "2024-04"),
        ("T2 2024", "2024-04"),
        ("H2 2024", "2024-07"),
    ],
)
def test_dates_as_funders_write_them(cell, iso):
    assert kept([cell]) == [iso]


def test_one_clear_date_decides_the_order_of_the_column():
    assert kept(["01/02/2020", "13/04/2020"]) == ["2020-02-01", "2020-04-13"]
    assert kept(["01/02/2020", "04/13/2020"]) == ["2020-01-02", "2020-04-13"]


def test_an_open_order_is_asked_for():
    read = read_dates(["01/02/2020", "03/04/2020"], DATE)
    assert read.values == [None, None]
    assert {i.code for i in read.issues} == {"ambiguous-date"}
    assert kept(["01/02/2020"], Asked("project.start", "date", date_order="mdy")) == ["2020-01-02"]
    assert kept(["01/02/2020"], Asked("project.start", "date", hint_order="dmy")) == ["2020-02-01"]


def test_two_writings_in_one_column():
    assert kept(["31.12.2018", "12/31/2018"]) == ["2018-12-31", "2018-12-31"]


def test_what_is_no_date_is_reported_and_left_blank():
    read = read_dates(["2009+2010", "31.02.2020", "TBC", None], DATE)
    assert read.values == [None] * 4
    assert [i.code for i in read.issues] == ["not-a-date", "not-a-date"]
    assert read.blank == 2


def test_a_quarter_ends_with_its_last_month_and_it_is_said():
    read = read_dates(["Q1 2024", "2024-Q4"], Asked("project.end", "date"))
    assert read.values == ["2024-03", "2024-12"]
    assert [(i.index, i.code) for i in read.issues] == [(-1, "spans-as-months")]


@pytest.mark.parametrize("cells", [["2023/24"], ["FY2023/24"], ["2010/11", "2011/12"], ["2010-11", "2011-12"]])
def test_financial_years_are_no_months(cells):
    read = read_dates(cells, DATE)
    assert read.values == [None] * len(cells)
    assert {i.code for i in read.issues} == {"not-a-date"}


def test_months_that_are_not_two_years_running_are_months():
    assert kept(["2011-12", "2012-03"]) == ["2011-12", "2012-03"]


@pytest.mark.parametrize("cell", ["9999-12-31", date(9999, 12, 31), datetime(1899, 12, 30), "31.12.0214"])
def test_years_that_cannot_be_meant_are_left_blank(cell):
    read = read_dates([cell, cell], DATE)
    assert read.values == [None, None]
    assert {i.code for i in read.issues} <= {"incredible-date", "not-a-date"}
    assert len(read.issues) == 2


@pytest.mark.parametrize(
    "cell", ["29.02.2023", "2023-02-29", "24 Jan", "32 March 2020", "2024-W60", "Q5 2024", "0.3.2020"]
)
def test_days_that_do_not_exist_are_problems(cell):
    assert [i.code for i in read_dates([cell], DATE).issues] == ["not-a-date"]


def test_the_century_of_two_digits_is_said():
    read = read_dates(["31. Dez 69", "01.02.70", "13.02.98"], DATE)
    assert read.values == ["2069-12-31", "1970-02-01", "1998-02-13"]
    assert "short-years" in {i.code for i in read.issues}


def test_a_column_that_two_people_wrote_is_asked_about():
    cells = ["13/04/2020"] * 4 + ["04/13/2020"] * 4 + ["05/06/2020"]
    read = read_dates(cells, DATE)
    assert read.values == ["2020-04-13"] * 8 + [None]
    assert [(i.index, i.code) for i in read.issues] == [(8, "ambiguous-date")]
