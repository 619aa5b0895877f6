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
