"""Whole made-up sheets: titles and notes above, tables stacked and side by side, of several families."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from synthetic import forms, matrices, values
from synthetic.canvas import Canvas
from synthetic.expected import ExpectedTable, Sheet
from synthetic.lists import ListWriter
from synthetic.words import NOTES, TITLES, UNKNOWN_HEADERS, Words, all_words


def a_list(rnd: Random) -> Sheet:
    """One table in rows under titles and notes."""
    canvas, features = Canvas(is_merging=rnd.random() < 0.7), set[str]()
    words = rnd.choice(all_words())
    features.add(f"words {words.language}")
    left = rnd.choice((1, 1, 1, 2, 3))
    top = _titles(rnd, canvas, left, features)
    kind = rnd.choice(sorted(words.headers))
    features.add(f"kind {kind}")
    table = ListWriter(rnd, canvas, top, left, words, kind, features).write()
    return Sheet(canvas.grid(_sheet_name(rnd), **_hidden(rnd, table.anchors, features)), [table], features)


def stacked(rnd: Random) -> Sheet:
    """Two tables of different kinds below each other."""
    canvas, features = Canvas(is_merging=rnd.random() < 0.7), {"stacked"}
    words = _english()
    first, second = rnd.sample(sorted(words.headers), 2)
    features |= {f"kind {first}", f"kind {second}"}
    upper = ListWriter(rnd, canvas, _titles(rnd, canvas, 1, features), 1, words, first, features)
    tables = [upper.write()]
    lower = ListWriter(rnd, canvas, upper.row + rnd.randint(1, 3), 1, words, second, set())
    if rnd.random() < 0.5:
        features.add("title between")
        canvas.put(lower.top, 1, rnd.choice(TITLES))
        tables[0].aside[lower.top] = "help"
        lower.top += rnd.randint(1, 2)
    tables.append(lower.write())
    return Sheet(canvas.grid(_sheet_name(rnd)), tables, features | lower.features)


def beside(rnd: Random) -> Sheet:
    """Two tables of different kinds and lengths beside each other."""
    canvas, features = Canvas(), {"beside"}
    words = _english()
    first, second = rnd.sample(sorted(words.headers), 2)
    features |= {f"kind {first}", f"kind {second}"}
    left = ListWriter(rnd, canvas, 3, 1, words, first, features)
    canvas.put(1, 1, rnd.choice(TITLES))
    tables = [left.write()]
    right = ListWriter(rnd, canvas, 3, left.columns[-1] + rnd.randint(2, 3), words, second, set())
    canvas.put(1, right.left, rnd.choice(TITLES))
    tables.append(right.write())
    return Sheet(canvas.grid(_sheet_name(rnd)), tables, features | right.features)


def unknown(rnd: Random) -> Sheet:
    """Two or three tables whose headers nobody knows, of the same or of different shapes, below each other."""
    canvas, features = Canvas(is_merging=False), {"unknown"}
    row, tables = 1, []
    wide = rnd.randint(3, 5)
    for number in range(rnd.randint(2, 3)):
        if number and rnd.random() < 0.4:
            wide = rnd.randint(3, 5)
        if rnd.random() < 0.5:
            features.add("titles")
            canvas.put(row, 1, rnd.choice(TITLES))
            if number:
                tables[-1].aside[row] = "help"
            row += rnd.choice((1, 1, 2))
        table = ExpectedTable("rows", (row, row))
        for column, text in enumerate(rnd.sample(UNKNOWN_HEADERS, wide), 1):
            canvas.put(row, column, text)
            table.headers[column] = text
        for _ in range(rnd.randint(3, 9)):
            row += 1
            canvas.put(row, 1, values.name(rnd))
            for column in range(2, wide + 1):
                canvas.put(row, column, values.amount(rnd) if column > 2 else values.name(rnd))
            table.anchors.append((row, None))
        tables.append(table)
        row += rnd.randint(2, 3)
    return Sheet(canvas.grid(_sheet_name(rnd)), tables, features)


def known_above_unknown(rnd: Random) -> Sheet:
    """A table that is known above one that is not, both with texts, then amounts."""
    canvas, features = Canvas(is_merging=False), {"known above unknown"}
    names = [("project.code", "Project ID"), ("project.title", "Project title"), ("project.start", "Start date")]
    upper = ListWriter(rnd, canvas, 1, 1, _english(), "project", features)
    upper.fields = [*names[: rnd.randint(2, 3)], ("project.funding", "Grant amount")]
    tables = [upper.write()]
    head = upper.row + rnd.randint(1, 2)
    table = ExpectedTable("rows", (head, head))
    wide = len(upper.fields) if rnd.random() < 0.6 else len(upper.fields) + 1
    for column, text in enumerate(rnd.sample(UNKNOWN_HEADERS, wide), 1):
        canvas.put(head, column, text)
    for row in range(head + 1, head + rnd.randint(4, 9)):
        for column in range(1, wide + 1):
            canvas.put(row, column, values.amount(rnd) if column > 2 else values.name(rnd))
        table.anchors.append((row, None))
    return Sheet(canvas.grid(_sheet_name(rnd)), [*tables, table], features)


def _titles(rnd: Random, canvas: Canvas, left: int, features: set[str]) -> int:
    """Title and note rows; gives the row of the header."""
    row = 1 + rnd.choice((0, 0, 0, 1))
    for _ in range(rnd.choices((0, 1, 2, 3), (35, 35, 20, 10))[0]):
        features.add("titles")
        canvas.put(row, left, rnd.choice(TITLES))
        if rnd.random() < 0.35:
            features.add("merged title")
            canvas.merge(row, left, row, left + rnd.randint(2, 7))
        row += rnd.randint(1, 2)
    if rnd.random() < 0.15:
        features.add("note above")
        canvas.put(row, left, rnd.choice(NOTES))
        row += rnd.randint(1, 2)
    return row


def _sheet_name(rnd: Random) -> str:
    return rnd.choice(("Sheet1", "Data", "Tabelle1", "Feuil1", "Export", "2021", "Part B"))


def _hidden(rnd: Random, anchors: list[tuple[int, int | None]], features: set[str]) -> dict[str, object]:
    if rnd.random() > 0.08:
        return {}
    features.add("hidden rows")
    return {"hidden_rows": frozenset(r for r, _ in anchors if rnd.random() < 0.3)}


def _english() -> Words:
    return next(w for w in all_words() if w.language == "en")


FAMILIES: dict[str, Callable[[Random], Sheet]] = {
    "list": a_list,
    "stacked": stacked,
    "unknown": unknown,
    "known above unknown": known_above_unknown,
    "beside": beside,
    "periods across": matrices.periods_across,
    "periods down": matrices.periods_down,
    "partners": matrices.partners,
    "form": forms.key_value,
    "master": forms.master,
}
