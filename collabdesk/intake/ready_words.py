"""The vocabulary as it is once made, kept in the user's cache: every look needs it, and making it takes longest."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabdesk import paths
from collabdesk.intake.grammar import Rule

if TYPE_CHECKING:
    from collabdesk.intake.vocabulary import Vocabulary

_MAKERS = ("grammar.py", "headertext.py", "ready_words.py", "scripts.py", "vocabulary.py")


def made_once(empty: Vocabulary, make: Callable[[], Vocabulary]) -> Vocabulary:
    """The vocabulary from the cache, or from `make`, which is then kept for the next time.

    The file's name says what it was made from and by which code; a cache that cannot be read or written is no fault.
    """
    file = _file()
    if file is None:
        return make()
    try:
        return _filled(empty, json.loads(file.read_bytes()))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        made = make()
        _keep(file, _plain(made))
        return made


def _file() -> Path | None:
    digest = hashlib.sha256()
    try:
        makers = [Path(__file__).with_name(name) for name in _MAKERS]
        for source in (*sorted(paths.resources("vocabularies").glob("*.toml")), *makers):
            digest.update(f"{source.name}\n".encode() + source.read_bytes())
    except OSError:
        return None
    return paths.cache_folder() / f"words-{digest.hexdigest()[:24]}.json"


def _keep(file: Path, content: dict[str, Any]) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=file.parent, delete=False) as fresh:
            json.dump(content, fresh, ensure_ascii=False, separators=(",", ":"))
        Path(fresh.name).replace(file)
        for old in file.parent.glob("words-*.json"):
            if old != file:
                old.unlink(missing_ok=True)
    except OSError:
        return


def _plain(made: Vocabulary) -> dict[str, Any]:
    grammar = made.grammar
    return {
        "phrases": made.phrases,
        "kinds": made.kinds,
        "marks": made.marks,
        "rules": [[r.field, sorted(r.needs), sorted(r.may), r.score] for r in grammar.rules],
        "lexicon": {lang: {w: sorted(c) for w, c in mine.items()} for lang, mine in grammar.lexicon.items()},
        "open": {language: sorted(stems) for language, stems in grammar.open.items()},
    }


def _filled(empty: Vocabulary, content: dict[str, Any]) -> Vocabulary:
    same: dict[tuple[str, ...], frozenset[str]] = {}
    empty.phrases = content["phrases"]
    empty.kinds = {kind: [tuple(said) for said in texts] for kind, texts in content["kinds"].items()}
    empty.marks = {mark: [tuple(said) for said in texts] for mark, texts in content["marks"].items()}
    grammar = empty.grammar
    grammar.rules = [
        Rule(name, frozenset(needs), frozenset(may), score) for name, needs, may, score in content["rules"]
    ]
    for language, lexicon in content["lexicon"].items():
        mine = {word: same.setdefault(tuple(c), frozenset(c)) for word, c in lexicon.items()}
        grammar.lexicon[language] = mine
        grammar.stems[language] = {len(word) for word in mine}
    grammar.open = {language: set(stems) for language, stems in content["open"].items()}
    return empty
