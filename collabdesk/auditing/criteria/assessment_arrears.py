"""Members in arrears with what they were assessed for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.assessing import Key, MemberYear, assessed, member_years
from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id, slug_of
from collabdesk.auditing.wording import day, listed, money, number, percent
from collabdesk.domain.told import counted_words, in_a_row, told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    known = facts.pledges
    if known is None or not (known.scale and known.assessments):
        return
    members = member_years(known, assessed(known, facts.home_currency, facts.as_of), facts.partners)
    for unit in sorted({m.unit for m in members}):
        its = [m for m in members if m.unit == unit and m.due is not None]
        of_each: dict[Key, list[MemberYear]] = defaultdict(list)
        for one in its:
            of_each[one.key].append(one)
        due = {key: sum((m.due or Decimal(0) for m in some), Decimal(0)) for key, some in of_each.items()}
        owed = {key: sum((m.arrears or Decimal(0) for m in some), Decimal(0)) for key, some in of_each.items()}
        late = {key: a for key, a in owed.items() if a > settings["share"] * due[key] and a > 0}
        if not late:
            continue
        ordered = sorted(late, key=lambda key: (-late[key], _name(facts, key)))
        whole, asked = sum(late.values(), Decimal(0)), sum(due.values(), Decimal(0))
        yield Draft(
            title=told("Members are in arrears with assessed contributions"),
            criteria=told(
                "What a member is assessed for should be received when due; at most {share} of it may be open",
                share=percent(settings["share"]),
            ),
            condition=told(
                "By {day}, {late} of {every} owe more: {list}.",
                day=day(facts.as_of.isoformat()),
                late=counted_words(len(late), "{n} member", "{n} members"),
                every=number(len(of_each)),
                list=listed([_line(facts, key, late[key], due[key], of_each[key]) for key in ordered]),
            ),
            effect=told(
                "{whole} of {asked} that fell due ({share}) is missing from the budget that the members agreed to.",
                whole=money(whole, unit), asked=money(asked, unit), share=percent(whole / asked),
            ),
            seen=tuple(f"{key} {due[key]} {late[key]} {unit}" for key in ordered),
            figures=tuple(figure_id(facts, "arrears-all", _slug(key), unit) for key in ordered),
        )  # fmt: skip


def _name(facts: Facts, key: Key) -> str:
    return facts.partner_name(key[0]) if key[0] is not None else key[1] or told("member not named")


def _slug(key: Key) -> str:
    return f"p{key[0]}" if key[0] is not None else slug_of(key[1] or "nobody")


def _line(facts: Facts, key: Key, owed: Decimal, due: Decimal, years: list[MemberYear]) -> str:
    unit = years[0].unit
    since = [m.year for m in years if m.arrears and m.arrears > 0 and m.year]
    said = {"member": _name(facts, key), "owed": money(owed, unit), "due": money(due, unit)}
    if not since:
        return told("{member}: {owed} of {due}", **said)
    return told("{member}: {owed} of {due}, from {years}", **said, years=in_a_row(dict.fromkeys(since), ", "))


CRITERION = Criterion("assessment_arrears", "Assessed contributions in arrears", ("share",), _check, is_of_project=True)
