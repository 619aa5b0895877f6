"""Header text -> canonical field, with a score and a reason; the kind of table is chosen by what its headers say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from collabdesk.domain.places import Place
from collabdesk.intake.canonical import canonical
from collabdesk.intake.confirmed import CHOSEN
from collabdesk.intake.evidence import SAMPLE, Evidence, weigh
from collabdesk.intake.found import Header, Mapped, MappedColumn, TableFound
from collabdesk.intake.grid import Grid, Value
from collabdesk.intake.headertext import key
from collabdesk.intake.kind import Kind, kinds
from collabdesk.intake.neighbours import names_partners, with_products, without_strangers, without_years
from collabdesk.intake.units import unit_of
from collabdesk.intake.vocabulary import NOTHING, Said, Vocabulary, vocabulary

THRESHOLD = 0.7
_FALLBACK = 0.06
_SIGN, _TYPICAL, _AGAINST, _TITLED, _OWN, _FOREIGN = 1.5, 0.6, 1.5, 2.5, 1.0, 0.9


@dataclass(frozen=True, slots=True)
class Candidate:
    """One field that a header may be, in one kind of table."""

    header: int
    field: str
    score: float
    reason: str
    is_bare: bool
    source: str = ""
    is_general: bool = False  # the header is a bare word as well: "Title"


def understand(
    table: TableFound,
    grid: Grid,
    *,
    overrides: Mapping[str, str] = {},
    kind: str | None = None,
    words: Vocabulary | None = None,
    reasons: Mapping[str, str] = {},
) -> Mapped:
    """The table's kind and, for each of its headers in order, the canonical field or None where a person must say.

    `overrides` maps header texts to field names as a person chose them ("" for none), or `[C]`, the column's letter,
    where the text is missing or stands twice; `kind` is the person's too. `reasons` says of some of `overrides` why
    they are so, where nobody chose them just now.
    """
    words = words or vocabulary()
    said = [_said(table, h, words) for h in table.headers]
    seen = [_weighed(table, grid, h) for h in table.headers]
    said = [
        one if weight.filled or not _is_form(table, h) else ()
        for one, weight, h in zip(said, seen, table.headers, strict=True)
    ]
    said = with_products(table, grid, said)
    titled = words.kinds_in(f"{table.sheet} {table.context}")
    chosen = kinds()[kind] if kind else _kind_of(said, seen, titled)[0]
    signed = _weight(chosen, said, seen, chosen.name in titled)[1]
    said = _at_the_partner(chosen, said)
    columns = without_strangers(chosen, without_years(table, _assign(table, chosen, said, seen, words)))
    columns = _named_by_place(table, chosen, columns, said, seen)
    columns = [_overridden(table.headers[i], table.layout, overrides, reasons, c) for i, c in enumerate(columns)]
    columns = [_with_unit(table.headers[c.header].text, c) for c in columns]
    foreign = is_elsewhere(table, words) or is_of_something_else(chosen, said, seen)
    return Mapped(chosen.name, columns, _why(chosen, columns), signed and not foreign)


def _said(table: TableFound, header: Header, words: Vocabulary) -> tuple[Said, ...]:
    if table.layout == "matrix":
        return _said_in_a_matrix(table, header, words)
    if not header.text:
        return (Said("*.unlabelled", 0.75, "no header, numbers or codes beside each row"),)
    if _is_form(table, header):
        # Labels of forms are many and wordy: only known phrases that name their noun are believed.
        phrased = words.phrased(_shown(header.text))
        return tuple(s for s in phrased if (s.field[0] != "*" or s.field in _BARE_ADDRESS) and not _is_of_person(s))
    said = words.read(_shown(header.text))
    if table.layout == "transposed" and header.place.column is None:
        said = tuple(s for s in said if not s.field.startswith("project."))  # a group's own labels speak of the group
    if table.layout == "transposed" and header.place == Place() and not any(s.score >= THRESHOLD for s in said):
        return (Said("*.name", 0.85, "the first label of a numbered group is its name"),)
    return said


def _is_of_person(said: Said) -> bool:
    """“Director - Email”: what is only a part of a label speaks of whom the rest of it names, not of the partner."""
    return said.field in ("partner.email", "partner.phone") and said.score < 0.97


def _weighed(table: TableFound, grid: Grid, header: Header) -> Evidence:
    """What the cells look like; a few groups labelled unlike the others are believed by their labels alone."""
    found = weigh(_cells(table, grid, header))
    return Evidence(0) if header.place.only and found.filled < 0.1 * len(table.anchors) else found


def _is_form(table: TableFound, header: Header) -> bool:
    """Is the header a label in a form or master, with its values beside it?"""
    return table.layout in ("key_value", "transposed") and header.place.row is not None


def _said_in_a_matrix(table: TableFound, header: Header, words: Vocabulary) -> tuple[Said, ...]:
    """The places tell: the value itself, what stands above it, what stands left of it; and who the partner is."""
    place, name = header.place, table.said.get(header)
    if name:
        if place == Place():
            return (Said(name, 0.95, "a value of the matrix"),)
        return (Said(name, 0.9, f"what stands {'above' if place.row else 'left of'} the value"),)
    values = min((h.label[1] for h in table.headers if h.place == Place()), default=0)
    is_label = header.label[1] < values and "partner.name" in table.said.values()
    said = words.read(_shown(header.text)) if is_label else ()
    said = tuple(replace(s, field=s.field.replace("*.", "partner.")) for s in said)
    return tuple(s for s in said if s.field.startswith("partner.") and s.field in canonical())


def _shown(text: str) -> str:
    head, bracket, number = text.rpartition(" [")
    return head if bracket and number.rstrip("]").isdigit() else text


def _cells(table: TableFound, grid: Grid, header: Header) -> list[Value]:
    cells: list[Value] = []
    for row, column in table.anchors[: 4 * SAMPLE]:
        value = grid.at(*header.place.cell(row, column))
        if value is not None:
            cells.append(value)
            if len(cells) == SAMPLE:
                break
    return cells


def _candidates(index: int, kind: Kind, said: tuple[Said, ...], seen: Evidence) -> list[Candidate]:
    """The fields of this kind that one header may be, best first."""
    if said and said[0].field == NOTHING:
        return []
    found: dict[str, Candidate] = {}
    for one in said:
        name = kind.resolve(one.field)
        if name is None or one.score < THRESHOLD or seen.contradicts(name):
            continue
        if name not in found or one.score > found[name].score:
            is_bare = one.field.startswith("*.")
            found[name] = Candidate(index, name, min(one.score, 1.0), one.reason, is_bare, one.source, is_bare)
        elif one.score == found[name].score and one.source:
            both = ", ".join(filter(None, (found[name].source, one.source)))
            is_general = found[name].is_general or one.field.startswith("*.")
            found[name] = replace(found[name], source=both, is_general=is_general)
    return sorted(found.values(), key=lambda c: (-c.score, not c.field.startswith(kind.nouns[0] + ".")))


def _kind_of(said: list[tuple[Said, ...]], seen: list[Evidence], titled: set[str]) -> tuple[Kind, bool]:
    """The kind that explains most headers, and whether it is known by its signs."""
    weighed = [(_weight(kind, said, seen, kind.name in titled), kind) for kind in kinds().values()]
    (_, signed), kind = max(weighed, key=lambda pair: (pair[0][0], pair[1].name == "project"))
    if kind.name == "project" and names_partners(said, seen):
        return kinds()["participation"], True
    return kind, signed


def _weight(kind: Kind, said: list[tuple[Said, ...]], seen: list[Evidence], is_titled: bool) -> tuple[float, bool]:
    best: dict[str, float] = {}
    explicit: set[str] = set()
    plain: set[str] = set()
    for i, one in enumerate(said):
        for candidate in _candidates(i, kind, one, seen[i])[:1]:
            score = candidate.score * (_OWN if candidate.field.startswith(kind.nouns[0] + ".") else _FOREIGN)
            # A bare word such as "Name" or "Status" speaks for no kind.
            if not candidate.is_bare:
                explicit.add(candidate.field)
                if not candidate.is_general:
                    plain.add(candidate.field)
                score += _TYPICAL if candidate.field in kind.typical else 0.0
            score -= _AGAINST if candidate.field in kind.against else 0.0
            best[candidate.field] = max(best.get(candidate.field, 0.0), score)
    signed = any(
        all(field in best for field in sign)
        and (is_titled or any(field in (explicit if len(sign) > 1 or plain else plain) for field in sign))
        for sign in (*kind.signs, *(kind.signs_where_named if is_titled else ()))
    ) or (len(said) == 1 and any(field.startswith(kind.nouns[0] + ".") for field in explicit))
    return sum(best.values()) + (_SIGN if signed else -2 * _SIGN) + (_TITLED if is_titled else 0.0), signed


def recognised(table: TableFound, grid: Grid, words: Vocabulary) -> tuple[bool, int]:
    """Do the headers hold what some kind of table is known by, and how many different fields do they hold?"""
    said = with_products(table, grid, [_said(table, h, words) for h in table.headers])
    seen = [weigh(_cells(table, grid, h)) for h in table.headers]
    kind, signed = _kind_of(said, seen, words.kinds_in(f"{table.sheet} {table.context}"))
    if is_of_something_else(kind, said, seen):
        return False, 0
    return signed, len({c[0].field for i, one in enumerate(said) if (c := _candidates(i, kind, one, seen[i]))})


def is_elsewhere(table: TableFound, words: Vocabulary) -> bool:
    """Is it a list of publications and the like: no record of ours, however well its columns are known?"""
    if sum(words.holds("elsewhere", h.text) for h in table.headers) < 2:
        return False
    return not any(one.field in _OF_OUR_PUBLICATIONS for h in table.headers for one in words.read(h.text))


_OF_OUR_PUBLICATIONS = frozenset({"asset.embargo_days", "asset.repository"})
"""Who notes when a publication is open, and where, keeps a register of the project."""


_THIN = frozenset(f"project.{a}" for a in ("code", "title", "acronym", "abstract", "url", "doi", "keywords"))


def is_of_something_else(kind: Kind, said: list[tuple[Said, ...]], seen: list[Evidence]) -> bool:
    """Project numbers beside titles that are not theirs: texts that come again and again, or that have their own id."""
    best = [c[0] for i, one in enumerate(said) if (c := _candidates(i, kind, one, seen[i]))]
    if kind.name != "project" or not {c.field for c in best} <= _THIN:
        return False
    titles = [seen[c.header] for c in best if c.field == "project.title"]
    if any(title.distinct > 0.6 or title.filled < 20 for title in titles):
        codes = [c for c in best if c.field == "project.code"]
        return any(c.is_bare for c in codes) and any(not c.is_bare for c in codes)
    return bool(titles)


def _assign(
    table: TableFound, kind: Kind, said: list[tuple[Said, ...]], seen: list[Evidence], words: Vocabulary
) -> list[MappedColumn]:
    """One field for each header and one header for each field, the surest first; the rest is left to the person.

    Between equals a header that names its noun goes before a bare word, and the Union's part before the whole grant.
    """
    # The funder whose words most headers are in; the vocabulary of a language (two letters) is nobody's own.
    usual = Counter(n for one in said for s in one for n in s.source.split(", ") if s.score > 0.95 and len(n) > 2)
    most = max((one.filled for one in seen), default=0)
    own = 0.006 if kind.name == "project" else 0.025  # a bare title in a list of deliverables is theirs
    ranked = [
        (
            c.score
            + _preference(table.headers[i], seen[i], c.field, most)
            - (0.012 if c.is_bare else 0.0)
            + (0.01 if c.field == "project.funding" and words.holds("of_the_union", table.headers[i].text) else 0.0)
            + (own if c.field.startswith(kind.nouns[0] + ".") else 0.0)
            + 0.02 * max(usual[name] for name in c.source.split(", ")) / len(said),
            c,
        )
        for i in range(len(said))
        for c in _candidates(i, kind, said[i], seen[i])
    ]
    ranked.sort(key=lambda pair: (-pair[0], pair[1].header))
    best: dict[int, float] = {}
    for _, candidate in ranked:
        best[candidate.header] = max(best.get(candidate.header, 0.0), candidate.score)
    columns: dict[int, MappedColumn] = {}
    taken: dict[str, list[int]] = {}
    for _, candidate in ranked:
        if candidate.header in columns and columns[candidate.header].field:
            continue
        if candidate.score < best[candidate.header] - _FALLBACK:
            continue  # what it says most clearly stands elsewhere: it is no poor second of something else
        place = table.headers[candidate.header].place
        rivals = [o for o in taken.get(candidate.field, ()) if not _are_of_others(table.headers[o].place, place)]
        if rivals and candidate.field not in kind.many:
            note = f"would be a second {candidate.field} beside “{table.headers[rivals[0]].text}”"
            columns.setdefault(candidate.header, MappedColumn(candidate.header, None, 0.0, note))
            if any(_are_one_thing(table.headers[o].text, table.headers[candidate.header].text) for o in rivals):
                best[candidate.header] = 2.0  # country and country code: the second is nothing else either
            continue
        taken.setdefault(candidate.field, []).append(candidate.header)
        columns[candidate.header] = MappedColumn(candidate.header, candidate.field, candidate.score, candidate.reason)
    return [columns.get(i) or MappedColumn(i, None, 0.0, _open(one, kind, seen[i])) for i, one in enumerate(said)]


def _are_one_thing(one: str, other: str) -> bool:
    short, long = sorted((key(_shown(one)), key(_shown(other))), key=len)
    return long.startswith(short) and len(short) > 3


def _are_of_others(one: Place, other: Place) -> bool:
    """Do no records have a field at both places? Groups of one table may be labelled differently."""
    return bool(one.only and other.only) and not set(one.only) & set(other.only)


_ADDRESS = ("country", "region", "city", "postcode")
_BARE_ADDRESS = frozenset({"*.postcode", "*.city"})


def _at_the_partner(kind: Kind, said: list[tuple[Said, ...]]) -> list[tuple[Said, ...]]:
    """Beside a partner's street and city, a bare "Postcode" in a list of projects is the partner's too."""
    if kind.name != "project":
        return said
    explicit = {one[0].field for one in said if one}
    if len(explicit & {"partner.street", *(f"partner.{a}" for a in _ADDRESS)}) < 2:
        return said
    bare = {f"*.{a}": f"partner.{a}" for a in _ADDRESS}
    return [tuple(replace(s, field=bare.get(s.field, s.field)) for s in one) for one in said]


def _named_by_place(
    table: TableFound, kind: Kind, columns: list[MappedColumn], said: list[tuple[Said, ...]], seen: list[Evidence]
) -> list[MappedColumn]:
    """Where a kind's name has no known header: the first column of varied texts, when three others are sure."""
    name = kind.names or f"{kind.nouns[0]}.title"
    sure = [c for c in columns if c.field and c.field in {*kind.typical, f"{kind.nouns[0]}.amount"} - {name}]
    if (
        not (kind.unlabelled or kind.names)
        or table.layout != "rows"
        or len(sure) < 3
        or any(c.field == name for c in columns)
    ):
        return columns
    for i, column in enumerate(columns):
        if (
            column.field is None
            and not said[i]
            and seen[i].text > 0.9
            and seen[i].distinct > 0.7
            and table.headers[i].text
        ):
            reason = f"the first column of texts in a table of {kind.name}s"
            return [*columns[:i], replace(column, field=name, score=0.72, reason=reason), *columns[i + 1 :]]
        if column.field and not column.field.endswith((".code", ".type")):
            break
    return columns


def _preference(header: Header, seen: Evidence, field: str, most: int) -> float:
    """Between equals: visible before hidden, fuller before emptier, clean amounts before amounts with notes.

    A title that is the same everywhere is hardly one, and numbers of rows are hardly codes; “Region” is more of a
    region than “County” is.
    """
    mixed = 1 - seen.number if canonical()[field].type == "amount" and seen.filled else 0.0
    same = header.place.row is None and seen.filled >= 5 and field.endswith(".title") and seen.distinct <= 0.1
    is_itself = key(_shown(header.text)) == key(field.partition(".")[2])
    return (
        (-0.2 if header.is_hidden else 0.0)
        + (-0.3 if seen.filled == 0 else -0.1 * (1 - seen.filled / most) if most else 0.0)
        + (-0.3 if same or (seen.counts and field.endswith(".code")) else 0.0)
        + (0.001 if is_itself else 0.0)
        - 0.4 * mixed
    )


def _open(said: tuple[Said, ...], kind: Kind, seen: Evidence) -> str:
    if not said:
        return "not known"
    if said[0].field == NOTHING:
        return "known, and not kept"
    name = kind.resolve(said[0].field)
    if name is None:
        return f"a {kind.name} table has no such field"
    return seen.contradicts(name) or "not sure enough"


def _overridden(
    header: Header, layout: str, overrides: Mapping[str, str], reasons: Mapping[str, str], column: MappedColumn
) -> MappedColumn:
    name = f"[{header.letter(layout)}]"
    if name not in overrides:
        name = header.text
    wanted = overrides.get(name)
    if wanted is None:
        return column
    return replace(column, field=wanted or None, score=1.0 if wanted else 0.0, reason=reasons.get(name, CHOSEN))


def _with_unit(text: str, column: MappedColumn) -> MappedColumn:
    if column.field is None or canonical()[column.field].type != "amount":
        return column
    factor, currency = unit_of(text)
    return replace(column, factor=factor, currency=currency) if factor != Decimal(1) or currency else column


def _why(kind: Kind, columns: list[MappedColumn]) -> str:
    own = sorted({c.field for c in columns if c.field and c.field in kind.typical})
    return f"{kind.name}: it has {', '.join(own)}" if own else kind.name
