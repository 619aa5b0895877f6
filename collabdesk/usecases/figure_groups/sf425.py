"""SF-425: the Federal Financial Report's lines a to o, cumulative, in the form's order and words."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.facts import Facts
from collabdesk.auditing.sf425_facts import Sf425Facts
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.told import told, words
from collabdesk.measures.sf425 import PARTS, RULES, with_derived
from collabdesk.usecases.figuring import Group, figure


def _figures(facts: Facts) -> Iterator[Figure]:
    if facts.sf425 is not None:
        yield from _lines(facts, facts.sf425)


def _lines(facts: Facts, known: Sf425Facts) -> Iterator[Figure]:
    lines = with_derived({letter: line.outcome for letter, line in known.lines.items()})
    for rule in RULES:
        letter = rule.name.rpartition(".")[2]
        filled = known.lines.get(letter)
        inputs: dict[str, object] = {"rule pack": known.rule_pack}
        if filled:
            inputs |= filled.inputs
        else:
            inputs |= {told("line {part}", part=part): lines[part].value for part in PARTS[letter]}
        yield figure(
            facts,
            "sf425",
            rule,
            f"sf425-{letter}",
            lines[letter],
            label=told("{letter}. {title}", letter=letter, title=words(rule.label)),
            money=known.currency,
            inputs=inputs,
            basis=_basis(known, letter),
            note=filled.note if filled else None,
        )


def _basis(known: Sf425Facts, letter: str) -> tuple[Basis, ...]:
    """The records of a line, or of all the lines that it follows from."""
    if letter in known.lines:
        return known.lines[letter].basis
    return tuple(dict.fromkeys(b for part in PARTS[letter] for b in _basis(known, part)))


GROUP = Group("sf425", 45, _figures)
