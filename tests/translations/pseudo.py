"""A language of the tests alone: every text that was translated stands in brackets, so that one that was not shows."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from functools import cache

import pytest

from collabdesk import paths
from collabdesk.domain.figures import Figure
from collabdesk.domain.nouns import NOUNS
from collabdesk.domain.told import Said
from collabdesk.reporting import content as c
from collabdesk.reporting import language
from collabdesk.reporting.catalogue import Catalogue
from collabdesk.reporting.charts import chart
from collabdesk.reporting.language import said
from collabdesk.reporting.style_palette import LIGHT
from collabdesk.usecases.figures import rules
from collabdesk.usecases.workspace import Workspace
from translations.sentences import all_sentences

_FIELD = re.compile(r"(\{[^{}]*\})")
_WORD = re.compile(r"[^\W\d_]{2,}")
_KEPT = re.compile(
    r"\b(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
    r"|\b(?:Jan|Feb|Mär|Apr|Jun|Jul|Aug|Sep|Okt|Nov|Dez)\b|\b(?:PV|EV|AC|eac)\b|\b[a-z]+(?:_[a-z]+)+\b"
    r"|\b[A-Z]{3}\b|\bpopulation-\w+\.csv\b|[\w.-]+@[\w.-]+|\b200\.5\d\d[()\w]*|\b[NY]{5}\b"
)
"""What stands as it is in every language: German days, codes of currencies, of rules, of paragraphs, of flags."""
_CLOSED = frozenset({
    "status", "severity", "form", "role", "kind", "purpose", "stance", "outcome", "method", "priority", "noun", "field",
    "mode", "mechanism", "choice", "state", "technique", "rule", "table_kind", "act", "label",
})  # fmt: skip
"""Fields that hold the program's words, which a report says in its language."""
_OPEN = frozenset({("evidence", "kind"), ("team_member", "role")})
"""Fields of these names that hold whatever a person writes."""


@contextmanager
def writing_brackets(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Inside, German is the language of brackets."""
    with monkeypatch.context() as patched:
        patched.setattr(language, "catalogue", lambda _: _brackets())
        with language.writing("de"):
            yield


@cache
def _brackets() -> Catalogue:
    known = all_sentences()
    return Catalogue(
        {s.text: _marked(s.text) for s in known if not s.many},
        {s.text: (_marked(s.text), _marked(s.many)) for s in known if s.many},
    )


def _marked(text: str) -> str:
    return "".join(f"[[{p}]]" if p and not _FIELD.fullmatch(p) else p for p in _FIELD.split(text))


def own_words(workspace: Workspace) -> frozenset[str]:
    """Every text that files or people brought: it is printed as it is in every language."""
    found: set[str] = set()
    for noun, kind in NOUNS.items():
        names = [f.name for f in fields(kind) if f.name not in _CLOSED or (noun, f.name) in _OPEN]
        for record in workspace.find(noun):
            values = {value for name in names if isinstance(value := getattr(record, name), str)}
            found |= values | {line.strip() for value in values for line in value.splitlines()}
    for folder in ("rulepacks", "agreements"):
        for path in paths.resources(folder).glob("*.toml"):
            found |= set(_cited(tomllib.loads(path.read_text("utf-8"))))
    return frozenset(found | {rule.reference for rule in rules().values()})


def _cited(value: object) -> Iterator[str]:
    """Codes, versions and sources of rules: a reader looks them up under these very words."""
    if isinstance(value, dict):
        yield from (text for name in ("code", "version", "source") if isinstance(text := value.get(name), str))
        if "code" in value and "version" in value:
            yield f"{value['code']} {value['version']}"
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _cited(inner)


def left_in_english(content: c.ReportContent, own: Iterable[str]) -> list[tuple[str, str]]:
    """(section, text) of what was neither translated nor brought by anybody."""
    known = sorted({" ".join(w.split()) for w in own if len(w) > 1}, key=len, reverse=True)
    texts = dict.fromkeys((place, " ".join(text.split())) for place, text in _printed(content))
    return [(place, rest) for place, text in texts if (rest := _rest(text, known))]


def _rest(text: str, known: Iterable[str]) -> str:
    left = re.sub(r"\[\[.*?\]\]", "\u2020", text)
    if _WORD.search(_KEPT.sub("", left)):
        for word in known:
            if word in left:
                left = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", "", left)
    return text if _WORD.search(_KEPT.sub("", left)) else ""


def _printed(content: c.ReportContent) -> Iterator[tuple[str, str]]:
    yield from (("cover", text) for text in (content.kind, content.title, content.subject, content.subtitle))
    yield from (("cover", text) for pair in content.cover for text in pair)
    for part in content.parts:
        yield part.key, part.title
        yield from ((part.key, text) for block in part.blocks for text in _of_block(block))
    yield from ((f"figures of {f.group}", text) for f in content.figures for text in _of_figure(f))


def _of_figure(figure: Figure) -> Iterator[str]:
    yield from (said(text) for text in (figure.label, figure.detail, figure.note or "") if text)
    for name, value in figure.inputs.items():
        yield said(name)
        if isinstance(value, Said) or not re.match(r"[\d-]", value):
            yield said(value)


def _of_block(block: c.Block) -> Iterator[str]:
    if isinstance(block, c.ChartBlock):
        yield block.caption
        drawing = chart(block.name).draw(block.figures, 500, block.height, LIGHT)
        yield from (text for text in _strings(drawing) if not text.endswith("\u2026"))
    elif not isinstance(block, c.Code):  # a script is the same in every language
        yield from _texts(block, skip=("tone", "code", "name"))


def _strings(shape: object) -> Iterator[str]:
    if hasattr(shape, "text"):
        yield shape.text
    for inner in getattr(shape, "contents", ()):
        yield from _strings(inner)


def _texts(value: object, skip: tuple[str, ...] = ()) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, c.Cite):
        return
    elif isinstance(value, (tuple, list)):
        for inner in value:
            yield from _texts(inner, skip)
    elif hasattr(value, "__dataclass_fields__"):
        for field in fields(value):
            if field.name not in skip:
                yield from _texts(getattr(value, field.name), skip)
