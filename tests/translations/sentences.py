"""Finds every text that a report may print: what the code marks, the words of stored values, and texts of data files."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from collabdesk import discovery, domain, measures
from collabdesk.domain import rule_sources
from collabdesk.domain.statuses import Moves

_PLACE = re.compile(r"\{[^{}]*\}")
ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("domain", "measures", "auditing", "usecases", "reporting")
MARKED: dict[str, tuple[int | str, ...]] = {
    "t": (0,), "told": (0,), "words": (0,), "with_unit": (0,),
    "_table": (0,), "counts": (0,), "ValueKind": (1,),
    "own_table": (0,),
    "figure_table": (0,), "detail_table": (0, 2, 5),
    "Section": (1, "title"), "Outline": (1, "title", "opening"), "Column": (0, "title"), "Table": (0, "caption", "empty", "note"),
    "Subheading": (0,), "Tile": (0, 3, "label", "note"), "ChartBlock": (1, "caption"), "chart": (1,),
    "Chart": (1, 3, "title", "legend"), "Rule": (2, 3, "label", "formula"), "Criterion": (1, "title"),
    "figure": ("label", "detail"), "make": ("label", "detail"), "Part": (1, "title"),
    "own": (1, 2, 4), "rule": (1, 2), "partial": ("label",),
}  # fmt: skip
"""Which arguments of which calls are texts of the program, by place or by name."""
GIVES_INPUTS = ("figure_groups", "grants", "gathering")
"""Folders whose dictionaries name the inputs of figures."""
COUNTED: dict[str, tuple[int, int]] = {"n": (1, 2), "counted_words": (1, 2)}
TERMS = ("Pairs", "SignOff", "FindingCard")
"""Calls whose pairs begin with a term."""
DATA = {
    "criteria/*.toml": {"title", "asks", "about", "source", "word", "legend", "dimension", "scale_note"},
    "rulepacks/*.toml": {"title", "note"},
}
"""Fields of bundled files that a report prints."""


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """A text, or with `many` a text with its number; `many` is "" for the first kind."""

    text: str
    many: str = ""


@cache
def all_sentences() -> tuple[Sentence, ...]:
    """Every text once, in the order of the alphabet; a counted one stands for the plain one of the same words."""
    found = {*_of_code(), *_of_stored_words(), *_of_data()}
    counted = {s.text for s in found if s.many}
    texts = (s for s in found if (s.many or s.text not in counted) and len(s.text) > 1 and _is_text(s.text))
    return tuple(sorted(texts))


def _is_text(text: str) -> bool:
    """There is a letter beside the places for values."""
    return any(c.isalpha() for c in _PLACE.sub("", text))


def _of_code() -> Iterator[Sentence]:
    for package in PACKAGES:
        for path in sorted((ROOT / "collabdesk" / package).rglob("*.py")):
            code = path.read_text("utf-8")
            yield from in_code(code)
            if path.parent.name == "sections":
                yield from _titles(code)
            if path.parent.name in GIVES_INPUTS or path.stem.endswith(("_facts", "_figures")):
                yield from (*_names(code), *_titles(code))
            if package == "measures":
                yield from _rules(code)


def in_code(code: str) -> Iterator[Sentence]:
    """The marked texts of a module."""
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name in COUNTED:
            yield from _forms(node, COUNTED[name])
        elif name == "counted":
            yield from _counted(node)
        elif name in TERMS:
            yield from (Sentence(text) for text in _terms(node))
        for place in MARKED.get(name, ()):
            yield from (Sentence(text) for text in _texts(_argument(node, place)))
        inputs = _argument(node, "inputs")
        yield from (
            Sentence(text) for key in (inputs.keys if isinstance(inputs, ast.Dict) else ()) for text in _texts(key)
        )


def _argument(node: ast.Call, place: int | str) -> ast.expr | None:
    if isinstance(place, int):
        return node.args[place] if place < len(node.args) else None
    return next((keyword.value for keyword in node.keywords if keyword.arg == place), None)


def _texts(node: ast.expr | None) -> Iterator[str]:
    """The literal texts that the expression may give."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_texts(node.body), *_texts(node.orelse))
    elif isinstance(node, ast.BoolOp):
        yield from (text for value in node.values for text in _texts(value))
    elif isinstance(node, ast.Tuple):
        yield from (text for value in node.elts for text in _texts(value))


def _forms(node: ast.Call, places: tuple[int, int]) -> Iterator[Sentence]:
    one, many = (list(_texts(_argument(node, place))) for place in places)
    yield from (Sentence(*forms) for forms in zip(one, many, strict=True))


def _counted(node: ast.Call) -> Iterator[Sentence]:
    """`counted(3, "finding")` says `3 findings`, and `no findings` for none."""
    one = list(_texts(_argument(node, 1)))
    many = list(_texts(_argument(node, 2))) or [f"{word}s" for word in one]
    for a, b in zip(one, many, strict=True):
        yield from (Sentence(f"{{n}} {a}", f"{{n}} {b}"), Sentence(f"no {b}"))


def _terms(node: ast.Call) -> Iterator[str]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Tuple) and len(inner.elts) == 2:
            yield from _texts(inner.elts[0])


def _titles(code: str) -> Iterator[Sentence]:
    """Terms and heads of columns that a section lists in pairs, for a table to be made of them."""
    for node in ast.walk(ast.parse(code)):
        parts: list[ast.expr] = []
        if isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Load) and len(node.elts) in (2, 3, 4):
            parts = node.elts
        elif isinstance(node, ast.Dict):
            parts = node.values
        yield from (Sentence(text) for part in parts for text in _texts(part) if _is_title(text))


def _rules(code: str) -> Iterator[Sentence]:
    """Labels and formulas of rules, by whichever source they are made: the name of a rule has a point in it."""
    for node in ast.walk(ast.parse(code)):
        name = _argument(node, 0) if isinstance(node, ast.Call) and len(node.args) > 2 else None
        if (
            isinstance(name, ast.Constant)
            and isinstance(name.value, str)
            and re.fullmatch(r"[\w-]+\.[\w.-]+", name.value)
        ):
            yield from (Sentence(text) for place in (1, 2) for text in _texts(_argument(node, place)))


def _is_title(text: str) -> bool:
    first = next((c for c in text if c.isalpha()), "")
    return first.isupper() and any(c.islower() for c in text)


def _names(code: str) -> Iterator[Sentence]:
    """What the inputs of figures are called, and labels that are handed on."""
    for node in ast.walk(ast.parse(code)):
        keys: list[ast.expr | None] = []
        if isinstance(node, ast.Dict):
            keys += node.keys
        elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store):
            keys.append(node.slice)
        elif isinstance(node, ast.Call):
            keys += [keyword.value for keyword in node.keywords if keyword.arg in ("label", "detail")]
        yield from (Sentence(text) for key in keys for text in _texts(key) if "_" not in text and "@" not in text)


def _of_stored_words() -> Iterator[Sentence]:
    """Statuses, severities, forms …: what `spoken` makes of the values that the domain knows."""
    for word in stored_words():
        yield Sentence(word.replace("_", " "))
    yield Sentence(rule_sources.OWN)
    for rules in discovery.constants(measures, "RULES"):
        yield from (Sentence(rule.reference) for rule in rules if rule.reference)


def stored_words() -> set[str]:
    """The words of the domain's closed lists."""
    found: set[str] = set()
    for module in pkgutil.iter_modules(domain.__path__, f"{domain.__name__}."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, Moves):
                found |= value.table.keys()
            elif name in STORED and isinstance(value, (tuple, frozenset, dict)):
                found |= set(value)
    return {word for word in found if isinstance(word, str) and word}


STORED = frozenset({
    "SEVERITIES", "FORMS", "PURPOSES", "STANCES", "OUTCOMES", "METHODS", "KINDS", "MODES", "CHOICES", "MECHANISMS",
    "PRIORITIES", "ROLES", "DISSEMINATION", "TYPES",
})  # fmt: skip
"""Lists of the domain whose words are stored and printed."""


def _of_data() -> Iterator[Sentence]:
    for pattern, fields in DATA.items():
        for path in sorted((ROOT / "resources").glob(pattern)):
            yield from (Sentence(text) for text in _fields(tomllib.loads(path.read_text("utf-8")), fields))


def _fields(value: object, fields: Iterable[str]) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in fields and isinstance(inner, str) and inner:
                yield inner
            yield from _fields(inner, fields)
    elif isinstance(value, list):
        for inner in value:
            yield from _fields(inner, fields)
