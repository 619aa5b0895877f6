"""Partners of which no identifier or no country is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import listed, number
from collabdesk.domain.told import counted_words, told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    if facts.project is None:
        return
    its = {i: facts.partners[i] for i in facts.partner_ids if i in facts.partners}
    no_code = sorted(i for i, p in its.items() if not p.code)
    no_country = sorted(i for i, p in its.items() if not p.country)
    bare = sorted({*no_code, *no_country}, key=lambda i: (its[i].name, i))
    if not its or Decimal(len(bare)) <= settings["share"] * len(its):
        return
    yield Draft(
        title=told("Partners are not fully identified"),
        criteria=told("Each partner should have an identifier and a country on record"),
        condition=told(
            "Of {every}, the identifier is missing for {no_code} and the country for {no_country}: {list}.",
            every=counted_words(len(its), "{n} partner", "{n} partners"),
            no_code=number(len(no_code)),
            no_country=number(len(no_country)),
            list=listed([its[i].name for i in bare]),
        ),
        effect=told("They cannot be told from others of a like name, and figures by country leave them out."),
        seen=(*(f"code {i}" for i in no_code), *(f"country {i}" for i in no_country)),
        figures=(figure_id(facts, "partners"), figure_id(facts, "countries")),
    )


CRITERION = Criterion("partner_unidentified", "Identification of partners", ("share",), _check)
