"""Words of an agreement's sheets as the domain has them: types of clauses, forms of assets, mechanisms, outcomes."""

from __future__ import annotations

from typing import Any

from collabdesk.domain import assets, clauses, transfers
from collabdesk.usecases.keeping.values import Columns

_MEANT = {
    ("clause", "type"): {
        "intellectual_property": "ip", "ipr": "ip", "data": "data_sharing", "withdrawal": "exit", "termination": "exit",
        "disputes": "dispute", "voting": "governance", "bodies": "governance", "non_disclosure": "confidentiality",
    },
    ("asset", "form"): {
        "background_ip": "background", "hintergrund": "background", "foreground": "result", "results": "result",
        "ergebnis": "result", "résultat": "result", "resultado": "result", "article": "publication",
        "connaissances_préexistantes": "background", "conocimientos_previos": "background",
    },
    ("transfer", "mechanism"): {
        "adequacy_decision": "adequacy", "standard_contractual_clauses": "scc", "sccs": "scc",
        "binding_corporate_rules": "bcr", "none": "none_needed", "not_needed": "none_needed",
        "angemessenheitsbeschluss": "adequacy", "standardvertragsklauseln": "scc",
        "clauses_contractuelles_types": "scc", "décision_d'adéquation": "adequacy",
        "cláusulas_contractuales_tipo": "scc", "derogation_(article_49)": "derogation",
    },
}  # fmt: skip
_KNOWN: dict[tuple[str, str], tuple[str, ...]] = {
    ("clause", "type"): clauses.TYPES,
    ("asset", "form"): assets.FORMS,
    ("transfer", "mechanism"): transfers.MECHANISMS,
}
_OF_PUBLICATIONS = ("published_on", "embargo_days", "repository")
_OF_RESULTS = ("produced_on", "exploitation")


def add_words(noun: str, columns: Columns, count: int) -> None:
    """Put our word in place of the source's where it means one; any other word stays as it was said.

    An asset of which no form is said is a publication, a result or background by what its row states.
    """
    for (of, name), known in _KNOWN.items():
        if of == noun and name in columns:
            columns[name] = [_meant(str(word or ""), known, _MEANT[of, name]) for word in columns[name]]
    if noun == "asset":
        said = columns.get("form") or [""] * count
        columns["form"] = [form or _form(columns, i) for i, form in enumerate(said)]


def _meant(word: str, known: tuple[str, ...], also: dict[str, str]) -> str:
    said = "_".join(word.casefold().replace("-", " ").split())
    return said if said in known else also.get(said, word)


def _form(columns: Columns, i: int) -> str:
    def states(names: tuple[str, ...]) -> bool:
        return any(_stated(columns[name][i]) for name in names if name in columns)

    return "publication" if states(_OF_PUBLICATIONS) else "result" if states(_OF_RESULTS) else "background"


def _stated(value: Any) -> bool:
    return value is not None and value != ""
