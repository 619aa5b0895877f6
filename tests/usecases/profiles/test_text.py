"""A profile as text: what is written is read again exactly, and whatever does not belong in it is refused by line."""

from __future__ import annotations

import os
import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabdesk.domain.problems import Refused
from collabdesk.intake.canonical import canonical
from collabdesk.intake.confirmed import ColumnReading, Reading
from collabdesk.intake.kind import kinds
from collabdesk.usecases.profiles import content_of_file
from collabdesk.usecases.profiles.content import Content
from collabdesk.usecases.profiles.parsing import LARGEST, from_text
from collabdesk.usecases.profiles.writing import to_text

NASTY = ['"', "\\", '\\"', "\n", "\r\n", "\t", "\x00", "\x7f", "'''", '"""', "# no comment", "[table]", "🏛️ Förderung",
         "المبلغ الممنوح", "\u202etxt.exe", "\ufeff", "\u2028", "= SUM(A1)", "a.b.c.d.e.f.g.h", "}", "\U0010ffff"]  # fmt: skip
headers = st.one_of(st.sampled_from(NASTY), st.text(min_size=1, max_size=40))
columns = st.builds(
    ColumnReading,
    headers,
    st.one_of(st.none(), st.just(""), st.sampled_from(list(canonical()))),
    st.booleans(),
    st.sampled_from([Decimal(1), Decimal(1000), Decimal("0.01")]),
    st.sampled_from(["", "EUR", "GBP"]),
)
readings = st.builds(
    Reading,
    st.lists(st.text(max_size=31), max_size=3).map(tuple),
    st.sampled_from(list(kinds())),
    st.sampled_from(["rows", "transposed", "key_value", "matrix"]),
    st.integers(1, 4),
    st.lists(columns, max_size=5).map(tuple),
    st.integers(1, 9),
    st.sampled_from(["", "EUR"]),
    st.sampled_from(["", ".", ","]),
    st.sampled_from(["", "dmy", "ymd"]),
    st.sets(st.sampled_from(["kind", "currency", "decimal", "date_order"])).map(frozenset),
)
contents = st.builds(
    Content,
    st.sampled_from(["Horizon Europe (CORDIS)", 'Die "Liste"', "מענקים", "\\n"]),
    st.text(max_size=20),
    st.just("2026-03-03T09:14:05Z"),
    st.text(max_size=20),
    st.lists(readings, max_size=4).map(tuple),
)


@given(contents)
def test_what_is_written_is_read_again_exactly(content):
    text = to_text(content)
    assert from_text(text, "a.toml") == content
    assert text.isprintable() or all(c == "\n" or c.isprintable() for c in text)


@given(st.text(max_size=300))
def test_any_other_text_is_refused_or_read_but_never_breaks(text):
    try:
        from_text(text, "a.toml")
    except Refused as refused:
        assert "a.toml" in refused.sentence


GOOD = """version = 1
name = "Fund"
funder = ""
confirmed_at = "2026-03-03T09:14:05Z"
confirmed_by = "Ada"

[[table]]
sheets = ["Grants"]
kind = "project"
layout = "rows"
header_rows = 1
columns = [
    { header = "project.cod", field = "project.code" },
    { header = "Sum", field = "project.funding", factor = "1000", currency = "EUR" },
]
"""


def test_the_example_of_the_refusals_is_good():
    assert from_text(GOOD, "a.toml").tables[0].columns[1].factor == 1000


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("version = 1", "version = 2", "line 1: this program reads profiles of version 1, not 2"),
        ("version = 1\n", "", "does not say its version"),
        ('"project.code"', '"project.cod"', "line 13: there is no field 'project.cod'. Did you mean project.code"),
        ('"project"', '"projekt"', "line 9: there is no kind of table 'projekt'. Did you mean project"),
        ('"rows"', '"zigzag"', "line 10: there is no layout"),
        ("header_rows = 1", "header_rows = 0", "line 11: header_rows is a whole number"),
        ("header_rows = 1", "rows_of_header = 1", "line 11: 'rows_of_header' is not known here"),
        ('factor = "1000"', 'factor = "many"', "line 14: a factor is a positive number"),
        ('currency = "EUR"', 'currency = "euro"', "line 14: a currency is three capital letters"),
        ("2026-03-03T09:14:05Z", "yesterday", "line 4: confirmed_at is a moment"),
        ('name = "Fund"', 'name = ""', "line 2: name is a text"),
        ('name = "Fund"', 'name = "Fund', "line 2: this is not TOML"),
        ('header = "Sum", ', "", "column 2 of this table has no header"),
        ('funder = ""', "funder = 7", "line 3: funder is a text"),
        ('funder = ""', 'funder = """\n"""', "line 3: a text over several lines"),
        ('funder = ""', "a.b.c.d.e = 1", "line 3: a key with many parts"),
        ('funder = ""', f"funder = {'9' * 5000}", "line "),
        ('sheets = ["Grants"]', f"sheets = {'[' * 3000}", "too deep"),
    ],
)
def test_what_does_not_belong_is_named_with_its_line(old, new, said):
    with pytest.raises(Refused) as refused:
        from_text(GOOD.replace(old, new), "a.toml")
    assert said in refused.value.sentence
    assert refused.value.sentence.startswith("a.toml")


def test_a_long_dotted_key_is_refused_at_once():
    started = time.monotonic()
    with pytest.raises(Refused):
        from_text("a." * 200_000 + "b = 1", "a.toml")
    assert time.monotonic() - started < 2


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00", b'version = 1\nname = "\xe9"\n', b"x" * (4 * LARGEST + 1), b"PK\x03\x04"]
)
def test_a_file_that_is_no_text_or_too_large_is_refused(tmp_path, content):
    (tmp_path / "bad.toml").write_bytes(content)
    with pytest.raises(Refused, match=r"bad\.toml"):
        content_of_file(tmp_path / "bad.toml")


def test_what_is_no_file_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe.toml")
    for path in (tmp_path, tmp_path / "pipe.toml", tmp_path / "none.toml", tmp_path / "a\0b.toml"):
        with pytest.raises(Refused):
            content_of_file(path)
