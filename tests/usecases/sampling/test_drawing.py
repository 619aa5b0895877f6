"""Samples are drawn from a population in canonical order, and an outsider draws the same."""

from __future__ import annotations

import hashlib
import random
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from collabdesk.domain.problems import Refused
from collabdesk.domain.sample_terms import Restriction, left_out
from collabdesk.domain.samples import Sample
from collabdesk.usecases import sampling
from collabdesk.usecases.sampling import drawing, lines
from collabdesk.usecases.sampling.drawing import Hit
from collabdesk.usecases.sampling.lines import Line
from collabdesk.usecases.sampling.outsider import script
from collabdesk.usecases.sampling.planning import Design
from collabdesk.usecases.workspace import Workspace

D = Decimal
EURO = Restriction(currency="EUR")
SMALL = Design(tolerable=D("0.5"), expected=D(0))  # six selections


def outsider(sample, file: bytes, folder: Path) -> tuple[list[list[str]], str]:
    """What somebody draws who has only the script and the population's file."""
    (folder / "draw.py").write_text(script(sample), encoding="utf-8")
    (folder / "population.csv").write_bytes(file)
    told = subprocess.run(
        [sys.executable, "-I", "draw.py", "population.csv"], cwd=folder, capture_output=True, text=True, check=False
    )
    rows = [line.split(";") for line in told.stdout.splitlines() if not line.startswith("#")]
    return rows, told.stdout + told.stderr


@pytest.mark.parametrize("design", [SMALL, Design(method="random", size=7), Design(tolerable=D("0.05"), expected=D(0))])
def test_an_outsider_draws_the_same_sample(books: Workspace, tmp_path: Path, design: Design) -> None:
    sample = sampling.draw(books, 1, design=design, restriction=EURO, seed="2026 'x\" \\ {0}")
    rows, told = outsider(sample, sampling.population_file(books, sample), tmp_path)
    drawn = sampling.items(books, sample)
    kept = [[str(i.position), str(i.cost_id), D(i.book), bool(i.is_certain)] for i in drawn]
    assert [[r[0], r[1], D(r[2]), r[3] == "certain"] for r in rows] == kept
    assert sample.population_sha256 in told
    if sample.random_start is not None:
        assert D(told.splitlines()[0].split()[-1]) == sample.random_start


def test_the_script_stands_on_one_page_and_no_line_of_it_is_indented(books: Workspace) -> None:
    for design in (SMALL, Design(method="random", size=7)):
        written = script(sampling.draw(books, 1, design=design, restriction=EURO)).splitlines()
        assert len(written) <= 30
        assert max(map(len, written)) <= 110
        assert not any(line[:1].isspace() for line in written)


def test_the_script_refuses_another_population(books: Workspace, tmp_path: Path) -> None:
    sample = sampling.draw(books, 1, design=SMALL, restriction=EURO)
    file = sampling.population_file(books, sample).replace(b"9000", b"9001")
    rows, told = outsider(sample, file, tmp_path)
    assert not rows
    assert "not the population" in told


def test_populations_of_any_shape_are_drawn_alike(tmp_path: Path) -> None:
    """One process for all: the script's own steps against ours, on random populations."""
    dice = random.Random(5)
    for n in range(12):
        amounts = [D(dice.randint(1, 10 ** dice.randint(2, 9))) / 10_000 for _ in range(dice.randint(1, 60))]
        file = lines.content([Line(i, "", "", "", "", "", "", "EUR", b) for i, b in enumerate(amounts, 1)])
        interval = D(int(sum(amounts) / dice.randint(1, 12)))
        sha256 = hashlib.sha256(file).hexdigest()
        sample = Sample(code="S1", method="monetary_unit", seed=str(n), interval=interval, population_sha256=sha256)
        hits = drawing.by_units(amounts, interval, drawing.random_start(str(n), sha256, interval))
        (tmp_path / "p.csv").write_bytes(file)
        said: list[str] = []
        told = {"__name__": "draw", "print": lambda *words, sep=" ", said=said: said.append(sep.join(map(str, words)))}
        argv, sys.argv = sys.argv, ["draw.py", str(tmp_path / "p.csv")]
        try:
            exec(script(sample), told)
        finally:
            sys.argv = argv
        rows = [line.split(";") for line in said if not line.startswith("#")]
        assert [(int(r[0]), r[3] == "certain") for r in rows] == sorted((h.position, h.is_certain) for h in hits)


def test_units_are_selected_by_hand() -> None:
    books = [D(10), D(30), D(100), D(25), D(35)]
    # The interval takes the third; 10, 40, 65, 100 are where the others end; 15, 55 and 95 are selected.
    assert drawing.by_units(books, D(40), D(15)) == [Hit(3, 0, is_certain=True), Hit(2, 1), Hit(4, 1), Hit(5, 1)]
    # A unit belongs to the item that it completes.
    assert drawing.by_units([D(10), D(30)], D(40), D(10)) == [Hit(1, 1)]
    assert drawing.by_units([D(10), D(30)], D(40), D("10.0001")) == [Hit(2, 1)]
    assert drawing.by_units([D(10), D(30)], D(0), D(0)) == [Hit(1, 0, is_certain=True), Hit(2, 0, is_certain=True)]


def test_the_start_lies_within_the_interval_and_everywhere_in_it() -> None:
    starts = [drawing.random_start(str(n), "ab", D(10)) for n in range(400)]
    assert all(0 < s <= 10 for s in starts)
    assert all(20 < sum(tenth < s <= tenth + 1 for s in starts) < 65 for tenth in range(10))


def test_the_same_seed_gives_the_same_sample_and_another_one_another(books: Workspace) -> None:
    design = Design(method="random", size=8)
    first, again, other = (sampling.draw(books, 1, design=design, restriction=EURO, seed=s) for s in "aab")
    positions = [[i.position for i in sampling.items(books, s)] for s in (first, again, other)]
    assert positions[0] == positions[1] != positions[2]
    assert first.population_sha256 == again.population_sha256 == other.population_sha256


def test_a_seed_that_nobody_gave_is_made_and_kept(books: Workspace) -> None:
    one, two = (sampling.draw(books, 1, design=SMALL, restriction=EURO) for _ in "ab")
    assert len(one.seed) == 16
    assert one.seed != two.seed


def test_what_units_cannot_be_drawn_from_is_listed(books: Workspace) -> None:
    sample = sampling.draw(books, 1, design=SMALL, restriction=EURO)
    out = {o.why: (o.count, o.total) for o in left_out(sample)}
    assert out == {"negative": (1, -150), "zero": (1, 0), "no_amount": (1, 0), "later": (1, 999)}
    assert [i[0] for o in left_out(sample) for i in o.items] == ["C08", "C05", "C22", "C23"]
    spent = next(s.totals["expended"] for s in books.sums("cost", ("expended",), where={"currency": "EUR"}))
    assert sample.book_value + sum(total for _, total in out.values()) == spent


def test_a_random_sample_may_draw_what_is_zero_or_negative(books: Workspace) -> None:
    sample = sampling.draw(books, 1, design=Design(method="random", size=20), restriction=EURO)
    assert {i.book for i in sampling.items(books, sample)} > {D(0), D(-150)}
    assert [o.why for o in left_out(sample)] == ["no_amount", "later"]


def test_the_order_and_the_digest_do_not_hang_on_the_database(books: Workspace) -> None:
    people = sampling.population(books, 1, EURO, "monetary_unit")
    shuffled = list(people.lines)
    random.Random(1).shuffle(shuffled)
    assert lines.content(lines.in_order(shuffled)) == people.file
    assert [x.place for x in people.lines] == sorted(x.place for x in people.lines)
    assert tuple(lines.read(people.file)) == people.lines


def test_the_population_stays_as_it_was_drawn(books: Workspace) -> None:
    sample = sampling.draw(books, 1, design=SMALL, restriction=EURO)
    before = sampling.population_file(books, sample)
    drawn = sampling.items(books, sample)
    with books.changing("Correct") as step:
        (item,) = books.find("cost", id=drawn[0].cost_id)
        step.update(replace(item, expended=D(1)))
    assert sampling.population_file(books, sample) == before
    assert hashlib.sha256(before).hexdigest() == sample.population_sha256
    assert [i.cost_id for i in sampling.drift(books, drawn)] == [drawn[0].cost_id]


def test_a_draw_is_one_step_of_undo(books: Workspace) -> None:
    sampling.draw(books, 1, design=SMALL, restriction=EURO)
    assert books.undo_label == "Draw a sample"
    books.undo()
    assert not books.find("sample")
    assert not books.find("sample_item")
    books.redo()
    (sample,) = sampling.samples_of(books, 1)
    assert len(sampling.items(books, sample)) >= 3


def test_items_lead_to_their_cells(books: Workspace) -> None:
    sample = sampling.draw(books, 1, design=SMALL, restriction=EURO)
    largest = max(sampling.items(books, sample), key=lambda i: i.book)
    assert (largest.reference, largest.book, largest.is_certain) == ("C10", 15_000, True)


@pytest.mark.parametrize(
    ("restriction", "count"),
    [
        (Restriction(currency="EUR", partners=("Uni",)), 9),
        (Restriction(currency="EUR", categories=("B",)), 9),
        (Restriction(currency="EUR", start="2025-03", end="2025-04-30"), 5),
        (Restriction(currency="USD"), 1),
    ],
)
def test_a_population_can_be_restricted(books: Workspace, restriction: Restriction, count: int) -> None:
    assert len(sampling.population(books, 1, restriction, "monetary_unit").lines) == count


@pytest.mark.parametrize(
    ("restriction", "says"),
    [
        (Restriction(), "The cost items are in: EUR, USD"),
        (Restriction(currency="CHF"), "No cost item is in CHF"),
        (Restriction(currency="EUR", partners=("Unit",)), "is of Unit"),
        (Restriction(currency="EUR", categories=("Z",)), "is of Z"),
        (Restriction(currency="EUR", period="RP9"), "no reporting period 'RP9'"),
    ],
)
def test_a_population_that_is_not_there_is_refused(books: Workspace, restriction: Restriction, says: str) -> None:
    with pytest.raises(Refused, match=says):
        sampling.population(books, 1, restriction, "monetary_unit")


@pytest.mark.parametrize(
    ("design", "says"),
    [
        (Design(tolerable=D("0.05"), expected=D("0.05")), "smaller than the tolerable"),
        (Design(confidence=D(95)), "confidence"),
        (Design(tolerable=D(5)), "share of the book value"),
        (Design(method="random"), "needs its size"),
        (Design(method="guess"), "method is one of"),
        (Design(size=0), "at least one"),
    ],
)
def test_a_plan_that_makes_no_sense_is_refused(books: Workspace, design: Design, says: str) -> None:
    with pytest.raises(Refused, match=says):
        sampling.draw(books, 1, design=design, restriction=EURO)
    assert not books.find("sample")


def test_a_seed_must_be_printable_anywhere(books: Workspace) -> None:
    with pytest.raises(Refused, match="plain characters"):
        sampling.draw(books, 1, design=SMALL, restriction=EURO, seed="größe")


def test_a_final_audit_draws_nothing_more(books: Workspace) -> None:
    with books.changing("Finish") as step:
        step.update(replace(books.get("audit", 1), status="final"))
    with pytest.raises(Refused, match="its samples stand"):
        sampling.draw(books, 1, design=SMALL, restriction=EURO)


def test_the_size_is_that_of_the_published_table(books: Workspace) -> None:
    people = sampling.population(books, 1, EURO, "monetary_unit")
    plan = sampling.planned(people, Design(confidence=D("0.95"), tolerable=D("0.05"), expected=D("0.01")))
    assert (plan.size, plan.interval) == (93, int(people.book_value / 93))
    assert plan.certain == sum(x.book >= plan.interval for x in people.lines)


def test_a_sample_nobody_tested_can_be_discarded(books: Workspace) -> None:
    sample = sampling.draw(books, 1, design=SMALL, restriction=EURO)
    sampling.discard(books, sample)
    assert not books.find("sample_item")
    assert sampling.draw(books, 1, design=SMALL, restriction=EURO).code == "S1"
