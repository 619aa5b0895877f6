"""Totals that a source states and that its rows do not sum to."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.books_facts import TotalOff
from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import listed, number
from collabdesk.domain.told import counted_words, told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    known = facts.books
    if known is None:
        return
    off = [one for one in known.totals_off if abs(one.sum - one.stated) > settings["amount"]]
    if not off:
        return
    yield Draft(
        title=told("Stated totals contradict the rows of their tables"),
        criteria=told(
            "A total that a file states should be the sum of its rows, within {amount}",
            amount=number(settings["amount"]),
        ),
        condition=told(
            "{off} of {every} stated in the files of this project contradict the rows above them: {list}.",
            off=counted_words(len(off), "{n} total", "{n} totals"),
            every=number(known.totals),
            list=listed([_line(one) for one in off]),
        ),
        effect=told("Rows may be missing, be counted twice, or the total be out of date; figures rest on the rows."),
        seen=tuple(f"{one.file} {one.sheet} {one.field} {one.sum} {one.stated}" for one in off),
        figures=(figure_id(facts, "totals-off"),),
    )


def _line(one: TotalOff) -> str:
    return told(
        "{place}, {field}: stated {stated}, the rows sum to {sum}",
        place=f"{one.file}[{one.sheet}]" if one.sheet else one.file,
        field=one.field.replace(".", " ").replace("_", " "),
        stated=number(one.stated),
        sum=number(one.sum),
    )


CRITERION = Criterion("total_contradicted", "Stated totals", ("amount",), _check, is_of_project=True)
