"""The section on sampling and the annex of samples: as agreed, and so that the script can be copied out of the file."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.sample_items import SampleItem
from collabdesk.domain.sample_terms import LeftOut, Restriction, kept, kept_left_out
from collabdesk.domain.samples import Sample
from collabdesk.measures.sample_evaluation import evaluate
from collabdesk.reporting import outline, pdf
from collabdesk.reporting.content import Code, Table
from collabdesk.reporting.inputs.sampling import Sampled
from collabdesk.reporting.language import writing
from collabdesk.usecases.sampling import drawing, lines
from collabdesk.usecases.sampling.lines import Line
from collabdesk.usecases.sampling.outsider import script

D = Decimal
GOLDEN = Path(__file__).parent / "golden"
BOOKS = [D(n) for n in (1200, 35, 9000, 480, "77.50", 2600, 310, 15000, 640, 90)]
FILE = lines.content([Line(n, f"C{n}", "", "2025-01-01", "Łódź", "A", "", "EUR", b) for n, b in enumerate(BOOKS, 1)])


def sampled(*audited: tuple[int, str], whole: bool = True, **fields: object) -> Sampled:
    """A sample of six selections in ten items; those given by their number are audited to something else."""
    sha256 = hashlib.sha256(FILE).hexdigest()
    sample = Sample(
        id=1, audit_id=1, project_id=3, code="S1", title="Direct costs", method="monetary_unit",
        restriction=kept(Restriction(currency="EUR", until="2025-03-14", start="2025")),
        order=str(lines.ORDER), currency="EUR", seed="42", interval=D(4905), book_value=sum(BOOKS), population_count=10,
        population_sha256=sha256, size=6, confidence=D("0.95"), tolerable=D("0.5"), expected=D(0),
        random_start=drawing.random_start("42", sha256, D(4905)), drawn_on=IsoDate("2025-03-20"),
        excluded=kept_left_out((LeftOut("negative", 2, D(-150), (("C99", "costs.xlsx[Q2!C5]", "-150"),)),)),
    )  # fmt: skip
    sample = replace(sample, **fields)
    hits = sorted(
        drawing.by_units(BOOKS, D(4905), sample.random_start)
        if sample.method == "monetary_unit"
        else drawing.at_random(10, sample.size, sample.seed, sha256),
        key=lambda hit: hit.position,
    )
    given = dict(audited)
    items = tuple(
        SampleItem(
            id=h.position, cost_id=h.position, position=h.position, reference=f"C{h.position}, costs.xlsx[Q2!C{h.position}]",
            partner="Łódź", book=BOOKS[h.position - 1], currency="EUR", hits=h.hits, is_certain=h.is_certain,
            audited=D(given.get(h.position, BOOKS[h.position - 1])) if whole else None,
            explanation="no invoice" if h.position in given else "",
        )
        for h in hits
    )  # fmt: skip
    return Sampled(sample, items, evaluate(sample, items), "TIDE", script(sample))


def parts(full, *samples: Sampled):
    content = outline.compose(replace(full, samples=samples))
    return content, [p for p in content.parts if p.key in ("sampling", "sample_annex", "methodology")]


def drawn_small(one: Sampled) -> int:
    return next(i.position for i in one.items if not i.is_certain)


def test_a_sample_reads_as_agreed(full, readable, update_golden) -> None:
    small = drawn_small(sampled())
    whole = sampled((8, "14000"), (small, "10"))
    random = sampled(code="S2", title="", method="random", interval=None, random_start=None, size=4, restriction=kept(
        Restriction(currency="EUR", projection="mean", fewest_errors=20)))  # fmt: skip
    content, found = parts(full, whole, random, sampled(whole=False, code="S3"))
    text = readable(replace(content, parts=tuple(p for p in found if p.key != "methodology")))
    golden = GOLDEN / "sampling.txt"
    if update_golden:
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


def test_without_a_sample_the_report_says_that_everything_was_counted(full, readable) -> None:
    content, found = parts(full)
    assert [p.key for p in found] == ["methodology"]
    assert "No sample was drawn: every record on file was counted." in readable(content)
    content, found = parts(full, sampled())
    assert "No sample was drawn" not in readable(content)
    assert "1·sample of cost items was drawn" in readable(content)


def test_each_direction_has_its_verdict(full, readable) -> None:
    small = drawn_small(sampled())
    content, _ = parts(full, sampled((small, "0"), (8, "20000"), tolerable=D("0.76")))
    text = readable(content)
    assert "Overstatements: the upper limit of EUR·23,268.66 exceeds the tolerable EUR·22,368.70. Not accepted." in text
    assert "Understatements: the upper limit of EUR·19,694.07 is within the tolerable EUR·22,368.70. Accepted." in text


def test_the_script_is_copied_out_of_the_finished_file_and_draws_the_sample(full, read, tmp_path: Path) -> None:
    one = sampled()
    content, _ = parts(full, one)
    pages = read(pdf.draw(content).content).pages
    printed = [line.rstrip() for page in pages for line in page.splitlines()]
    begin = next(n for n, line in enumerate(printed) if line.startswith("# Draws sample S1"))
    length = len(one.script.splitlines())
    assert printed[begin : begin + length] == one.script.splitlines()
    (tmp_path / "draw.py").write_text("\n".join(printed[begin : begin + length]), encoding="utf-8")
    (tmp_path / "p.csv").write_bytes(FILE)
    told = subprocess.run(
        [sys.executable, "-I", "draw.py", "p.csv"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    rows = [line.split(";") for line in told.stdout.splitlines() if not line.startswith("#")]
    assert [int(r[0]) for r in rows] == [i.position for i in one.items]


def test_no_line_of_code_runs_over_the_edge(full) -> None:
    from collabdesk.reporting import style_fonts as fonts
    from collabdesk.reporting.pdf_code import CodeLines
    from collabdesk.reporting.style import LINE

    fonts.register()
    drawn = CodeLines(("x" * 200, "y"))
    drawn.wrap(LINE, 500)
    assert fonts.width("x" * 200, fonts.MONO, drawn.size) <= LINE
    assert sum(len(part.lines) for part in CodeLines(("x",) * 90).split(LINE, 300)) == 90


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_the_annex_is_written_in_every_language(full, language: str) -> None:
    with writing(language):
        _, found = parts(full, sampled())
    assert {p.key for p in found} == {"methodology", "sampling", "sample_annex"}


def test_a_sample_of_another_projects_figures_is_printed_without_codes(full) -> None:
    _, found = parts(full, sampled())
    table = next(b for p in found if p.key == "sampling" for b in p.blocks if isinstance(b, Table))
    assert all(row[2] == ("\u2013",) for row in table.rows)
    code = next(b for p in found if p.key == "sample_annex" for b in p.blocks if isinstance(b, Code))
    assert all(line.isascii() and not line.startswith(" ") for line in code.lines)


def test_each_figure_of_a_sample_stands_in_its_section_with_its_code(full, readable) -> None:
    from collabdesk.auditing.facts import Facts
    from collabdesk.auditing.sampling_facts import SampleFacts
    from collabdesk.usecases.figure_groups.sampling import GROUP

    one = sampled((8, "14000"))
    facts = Facts(as_of=full.as_of, project=full.project, samples=(SampleFacts(one.sample, one.items, one.evaluation),))
    figures = tuple(GROUP.figures(facts))
    content = outline.compose(replace(full, samples=(one,), figures=(*full.figures, *figures)))
    kept = replace(content, parts=tuple(p for p in content.parts if p.key == "sampling"))
    text = readable(kept)
    assert len(figures) == 15
    assert all(f"[{f.id}]" in text for f in figures)
    assert "Further figures" not in readable(content)
