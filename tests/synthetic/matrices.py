"""Made-up matrices of amounts: categories by period, by partner, with totals on the right and below."""

from __future__ import annotations

from random import Random

from synthetic import values
from synthetic.canvas import Canvas
from synthetic.expected import ExpectedTable, Sheet
from synthetic.words import CATEGORIES, PARTNERS, TITLES, UNTAUGHT_TOTALS, Words, all_words

_BUDGETS = {"en": "Budget", "de": "Finanzplan Budget", "fr": "Budget", "es": "Presupuesto Budget", "pl": "Budżet Budget",
            "it": "Budget"}  # fmt: skip


def periods_across(rnd: Random) -> Sheet:
    """Categories down, years or numbered periods across."""
    return _matrix(rnd, "periods across", _periods(rnd), rnd.choice(sorted(CATEGORIES)))


def partners(rnd: Random) -> Sheet:
    """Categories across and partners down, or the other way round; no periods anywhere."""
    language = rnd.choice(sorted(CATEGORIES))
    some = rnd.sample(PARTNERS, rnd.randint(3, 7))
    if rnd.random() < 0.5:
        return _matrix(rnd, "partners across", some, language)
    return _matrix(rnd, "partners down", rnd.sample(CATEGORIES[language], rnd.randint(3, 6)), language, some)


def periods_down(rnd: Random) -> Sheet:
    """Periods down, categories across."""
    language = rnd.choice(sorted(CATEGORIES))
    across = rnd.sample(CATEGORIES[language], rnd.randint(3, 6))
    return _matrix(rnd, "periods down", across, language, _periods(rnd, 4))


def _periods(rnd: Random, least: int = 3) -> list[str | int]:
    number = rnd.randint(least, 6)
    manner = rnd.choice(("year", "numbered", "school", "quarter"))
    if manner == "year":
        return [2020 + i for i in range(number)]
    if manner == "numbered":
        return [f"Year {i + 1}" for i in range(number)]
    if manner == "school":
        return [f"{2019 + i}/{20 + i}" for i in range(number)]
    return [f"Q{i % 4 + 1} {2021 + i // 4}" for i in range(number)]


def _matrix(
    rnd: Random, manner: str, across: list[str | int], language: str, down: list[str | int] | None = None
) -> Sheet:
    canvas, features = Canvas(is_merging=rnd.random() < 0.7), {manner}
    words = next(w for w in all_words() if w.language == language)
    left = rnd.choice((1, 1, 2))
    canvas.put(1, left, f"{_BUDGETS[language]} 2021-2025")
    head = rnd.randint(2, 4)
    corner = {"partners down": "Partner", "periods down": "Year"}.get(manner, "Category")
    canvas.put(head, left, corner)
    first = left + 1
    for i, name in enumerate(across):
        canvas.put(head, first + i, name)
    table = ExpectedTable("matrix", (head, head), kind="budget")
    lines = down or rnd.sample(CATEGORIES[language], rnd.randint(3, 6))
    row, body = head + 1, []
    for line in lines:
        canvas.put(row, left, line)
        for i in range(len(across)):
            if rnd.random() < 0.93 or i == 0:
                canvas.put(row, first + i, values.amount(rnd))
                table.anchors.append((row, first + i))
        body.append(row)
        row += 1
    wide = len(across)
    if rnd.random() < 0.5:
        features.add("total on the right")
        canvas.put(head, first + wide, _total_word(rnd, words, features))
        for r in body:
            canvas.put(r, first + wide, _sum(canvas, [(r, first + i) for i in range(wide)]))
        wide += 1
    if rnd.random() < 0.6:
        features.add("total below")
        canvas.put(row, left, _total_word(rnd, words, features))
        for i in range(wide):
            canvas.put(row, first + i, _sum(canvas, [(r, first + i) for r in body]))
        table.aside[row] = "total"
        row += 1
        if rnd.random() < 0.2:
            features.add("percent row")
            canvas.put(row, left, "%")
            for i in range(wide):
                canvas.put(row, first + i, round(rnd.random(), 4))
            table.aside[row] = "help"
            row += 1
    if rnd.random() < 0.2:
        canvas.put(row + 1, left, rnd.choice(TITLES))
    return Sheet(canvas.grid("Budget" if rnd.random() < 0.5 else "Sheet1"), [table], features)


def _total_word(rnd: Random, words: Words, features: set[str]) -> str:
    if rnd.random() < 0.2:
        features.add("total: untaught")
        return rnd.choice(UNTAUGHT_TOTALS)
    return rnd.choice(words.totals)


def _sum(canvas: Canvas, places: list[tuple[int, int]]) -> float:
    held = [canvas.cells.get(place) for place in places]
    return round(sum(v for v in held if isinstance(v, (int, float))), 2)
