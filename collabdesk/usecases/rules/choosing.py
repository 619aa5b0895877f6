"""Which rule pack a project is under: by its name, the day of award or amendment, and what its grant states itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from collabdesk.domain.amendments import Amendment
from collabdesk.domain.dates import earliest, in_words
from collabdesk.domain.pack_values import kind_of, read
from collabdesk.domain.packs import Category, Pack, PackValue
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.rule_overrides import RuleOverride
from collabdesk.domain.told import in_a_row, told, words
from collabdesk.usecases.rules.packs import GENERIC, packs
from collabdesk.usecases.workspace import Workspace

CATEGORY = "category."
EXACTLY = "="
"""`=us_2cfr200_2014` is that very pack, whatever the days of award and amendments say: how a what-if asks."""

_AWARD = told("the award")


@dataclass(frozen=True, slots=True)
class Choice:
    """`pack` holds the overrides already. `why` is a sentence; `day` the day that picked the version, None where there
    is none. `is_named` says whether the project names a pack at all. `problems` are overrides that cannot be read.
    """

    pack: Pack
    why: str
    day: date | None
    overrides: tuple[RuleOverride, ...] = ()
    is_named: bool = False
    problems: tuple[str, ...] = ()


def chosen(workspace: Workspace, project: Project, as_of: date) -> Choice:
    """The pack of a project on a day, with its overrides; the generic one where the project names none, or one that is
    not there: the choice says so.
    """
    amendments = cast("list[Amendment]", workspace.find("amendment", project_id=project.id))
    known = packs(workspace)
    try:
        choice = choose(known, project, amendments, as_of)
    except Refused as refusal:
        generic = next(p for p in known if p.code == GENERIC)
        choice = Choice(generic, refusal.sentence, None, is_named=True, problems=(refusal.sentence,))
    overrides = cast("list[RuleOverride]", workspace.find("rule_override", project_id=project.id))
    return with_overrides(choice, overrides)


def choose(known: Sequence[Pack], project: Project, amendments: Iterable[Amendment], as_of: date) -> Choice:
    """The pack of a project among those known: a pure function. Refused when the project names none of them."""
    if not project.rule_pack.strip():
        generic = next(p for p in known if p.code == GENERIC)
        return Choice(generic, "The project names no rule pack, so no funder's rules are applied.", None)
    awarded = _award(project)
    name = re.sub(r"[\s-]+", "_", project.rule_pack.strip().lower())  # `Horizon Europe` is horizon_europe
    if name.startswith(EXACTLY):
        exact = _named(known, name.removeprefix(EXACTLY))
        return Choice(
            exact, told("As if {title} applied.", title=exact.title), awarded[0] if awarded else None, is_named=True
        )
    pinned = next((p for p in known if p.code == name), None)
    family = pinned.family if pinned else name
    mode = pinned.mode if pinned and not project.cost_model else _mode(project)
    versions = _versions(known, family, mode)
    if not versions:
        names = ", ".join(sorted({p.code for p in known} | {p.family for p in known}))
        raise Refused(
            f"The project names the rule pack {name!r}, which is not there. There are: {names}.", "no-rule-pack"
        )
    first = pinned if pinned in versions else _on(versions, awarded[0] if awarded else as_of)
    moved = _moving(amendments, first, as_of, is_pinned=pinned is not None)
    if moved:
        day, which = moved
        pack = _on(versions, day)
        return Choice(
            pack,
            told(
                "The {which} of {day} takes the grant to {title}.",
                which=which,
                day=_words(day),
                title=words(pack.title),
            ),
            day,
            is_named=True,
        )
    return Choice(first, _why(first, pinned, awarded, as_of, versions), awarded[0] if awarded else None, is_named=True)


def _named(known: Sequence[Pack], name: str) -> Pack:
    found = next((p for p in known if p.code == name), None)
    if found is None:
        names = ", ".join(sorted({p.code for p in known} | {p.family for p in known}))
        raise Refused(f"The project names the rule pack {name!r}, which is not there: {names} are.", "no-rule-pack")
    return found


def with_overrides(choice: Choice, overrides: Sequence[RuleOverride]) -> Choice:
    """The choice with what the grant states itself in place of the pack's values, and without values of other days."""
    pack = choice.pack
    values = {name: value for name, value in pack.values.items() if _is_of(value, pack, choice.day)}
    categories = pack.categories
    problems, applied = [], []
    for one in overrides:
        try:
            if one.name.startswith(CATEGORY):
                categories = _with_word(choice.pack, categories, one)
            else:
                values[one.name] = _overridden(one)
        except ValueError as error:
            problems.append(
                told(
                    "{name} = {value}, as the grant states it, cannot be used: {error}",
                    name=one.name,
                    value=repr(one.value),
                    error=error,
                )
            )
        else:
            applied.append(one)
    pack = replace(pack, values=values, categories=categories)
    return replace(choice, pack=pack, overrides=tuple(applied), problems=(*choice.problems, *problems))


def _is_of(value: PackValue, pack: Pack, day: date | None) -> bool:
    """Whether a value is for awards of the day: one that states no dates of its own always is."""
    if day is None or (value.since, value.until) == (pack.since, pack.until):
        return True
    text = day.isoformat()
    return (not value.since or value.since <= text) and (not value.until or text <= value.until)


def _award(project: Project) -> tuple[date, str] | None:
    """The day of the award and what it is the day of."""
    if project.signed_on:
        return earliest(project.signed_on), _AWARD
    return (earliest(project.start), told("the start (no day of signature is recorded)")) if project.start else None


def _mode(project: Project) -> str:
    return "lump_sum" if project.cost_model == "lump_sum" else "actual"


def _versions(known: Iterable[Pack], family: str, mode: str) -> list[Pack]:
    of_family = [p for p in known if p.family == family]
    fitting = [p for p in of_family if p.mode == mode] or of_family
    return sorted(fitting, key=lambda p: p.since)


def _on(versions: Sequence[Pack], day: date) -> Pack:
    """The version for awards of the day; the nearest where none is for it."""
    text = day.isoformat()
    for pack in versions:
        if (not pack.since or pack.since <= text) and (not pack.until or text <= pack.until):
            return pack
    sooner = [p for p in versions if p.since and p.since <= text]
    return sooner[-1] if sooner else versions[0]


def _moving(amendments: Iterable[Amendment], pack: Pack, as_of: date, *, is_pinned: bool) -> tuple[date, str] | None:
    """The last amendment known by the day that takes the grant to the rules of its own day, and what it is called."""
    by_pack = pack.get("amendments_adopt_rules")
    usual = by_pack is not None and by_pack.value is True and not is_pinned
    found = []
    for one in amendments:
        signed = one.date or one.effective
        adopts = usual if one.adopts_rules is None else one.adopts_rules
        if signed and adopts and earliest(one.effective or signed) <= as_of:
            found.append((earliest(signed), told("amendment {code}", code=one.code).rstrip()))
    return max(found, default=None)


def _why(
    pack: Pack, pinned: Pack | None, awarded: tuple[date, str] | None, as_of: date, versions: Sequence[Pack]
) -> str:
    if awarded is None:
        if pinned is not None:
            return told("The project names {title}; no day of award or start is recorded.", title=words(pack.title))
        return told(
            "No day of award or start is recorded: the rules in force on {as_of} are taken, {title}.",
            as_of=_words(as_of),
            title=words(pack.title),
        )
    day, what = awarded
    falls = (not pack.since or pack.since <= day.isoformat()) and (not pack.until or day.isoformat() <= pack.until)
    if not falls:
        named = "The project names" if pinned is not None else "The nearest rules are"
        return told(
            "{named} {title}, although {what} of {day} lies outside the dates that they are for.",
            named=named,
            title=words(pack.title),
            what=what,
            day=_words(day),
        )
    if pinned is not None:
        return told(
            "The project names {title}, and {what} of {day} falls under it.",
            title=words(pack.title),
            what=what,
            day=_words(day),
        )
    if what == _AWARD:
        sentence = told("The award of {day} falls under {title}", day=_words(day), title=words(pack.title))
    else:
        sentence = told(
            "The start (no day of signature is recorded) of {day} falls under {title}",
            day=_words(day),
            title=words(pack.title),
        )
    return (
        told("{sentence}, one of {versions} versions.", sentence=sentence, versions=len(versions))
        if len(versions) > 1
        else in_a_row((sentence, "."), "")
    )


def _words(day: date) -> str:
    return in_words(day.isoformat())


def _overridden(one: RuleOverride) -> PackValue:
    kind = kind_of(one.name)
    if kind is None:
        raise ValueError("no rule pack has a value of that name")
    source = one.source or "the grant's data sheet"
    return PackValue(one.name, read(kind, one.value), source, confirmed=True, note=one.reason, from_override=True)


def _with_word(pack: Pack, categories: tuple[Category, ...], one: RuleOverride) -> tuple[Category, ...]:
    """The categories with a project's own word for one of them: `category.Reisen` = `C.1`."""
    meant = pack.category(one.value)
    if meant is None:
        raise ValueError(f"{one.value!r} is no category of the pack")
    word = one.name.removeprefix(CATEGORY)
    # The grant's own word comes first: it may be another category's by the pack.
    return tuple(
        replace(c, also=(*c.also, word)) if c.code == meant.code else replace(c, also=_without(c.also, word))
        for c in categories
    )


def _without(words: tuple[str, ...], word: str) -> tuple[str, ...]:
    return tuple(w for w in words if w.casefold() != word.casefold())
