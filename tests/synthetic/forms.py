"""Made-up forms with labels beside values, and masters with fields down and projects across."""

from __future__ import annotations

from random import Random

from synthetic import values
from synthetic.canvas import Canvas
from synthetic.expected import ExpectedTable, Sheet
from synthetic.words import TITLES, UNKNOWN_HEADERS, Words, all_words


def key_value(rnd: Random) -> Sheet:
    """One project as a form: labels and, beside them, values."""
    canvas, features = Canvas(), {"form"}
    words = _of_projects(rnd)
    features.add(f"words {words.language}")
    left = rnd.choice((1, 1, 2))
    canvas.put(1, left, rnd.choice(TITLES))
    table = ExpectedTable("key_value", (0, 0), kind="project")
    row = 3
    for name, label in _labels(rnd, words, 4, 9):
        canvas.put(row, left, label + rnd.choice(("", "", ":")))
        canvas.put(row, left + 1, values.value(rnd, name or "text", 1))
        if name:
            table.fields[row] = name
        row += rnd.choice((1, 1, 1, 2))
    table.header_rows = (3, 3)
    table.anchors = [(3, None)]
    return Sheet(canvas.grid("Project"), [table], features)


def master(rnd: Random) -> Sheet:
    """Fields down, one project in each column."""
    canvas, features = Canvas(), {"master"}
    words = _of_projects(rnd)
    features.add(f"words {words.language}")
    labels = _labels(rnd, words, 9, 16)
    top, number = 1, rnd.randint(2, 8)
    table = ExpectedTable("transposed", (top, top), kind="project")
    for row, (name, label) in enumerate(labels, top):
        canvas.put(row, 1, label)
        for column in range(2, number + 2):
            if row < top + 2 or rnd.random() < 0.9:
                canvas.put(row, column, values.value(rnd, name or "text", column))
        if name:
            table.fields[row] = name
    table.anchors = [(top, column) for column in range(2, number + 2)]
    return Sheet(canvas.grid("Master"), [table], features)


def _of_projects(rnd: Random) -> Words:
    return rnd.choice(
        [w for w in all_words() if sum(f.startswith("project.") for f in w.headers.get("project", ())) > 7]
    )


def _labels(rnd: Random, words: Words, least: int, most: int) -> list[tuple[str, str]]:
    texts = {f: t for f, t in words.headers["project"].items() if f.startswith("project.")}
    first = "project.title" if "project.title" in texts else "project.code"
    second = next(f for f in ("project.code", "project.start", "project.coordinator") if f in texts and f != first)
    others = [f for f in texts if f not in (first, second)]
    number = min(len(others), rnd.randint(least, most) - 2)
    chosen = [(f, rnd.choice(texts[f])) for f in (first, second, *rnd.sample(others, number))]
    while len(chosen) < least:
        chosen.append(("", UNKNOWN_HEADERS[len(chosen) % len(UNKNOWN_HEADERS)]))
    for label in rnd.sample(UNKNOWN_HEADERS, rnd.choice((0, 0, 1, 2))):
        if label not in dict(chosen).values():
            chosen.insert(rnd.randint(2, len(chosen)), ("", label))
    return chosen
