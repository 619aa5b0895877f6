"""The files that translators fill: every text of the program, its translation where there is one, nothing else."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from translations.sentences import ROOT, Sentence

FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {
    "de": "nplurals=2; plural=(n != 1);",
    "fr": "nplurals=2; plural=(n > 1);",
    "es": "nplurals=2; plural=(n != 1);",
}
_WIDTH = 110
_HEADER = """\
# Texts of reports. docs/translations.md has the terms to use and how to write; dev.py translations adds what is new.
msgid ""
msgstr ""
"Project-Id-Version: CollabDesk\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"

"""


def renewed(language: str, sentences: Sequence[Sentence]) -> Catalog:
    """The language's catalogue with exactly these texts: those translated before keep their translation."""
    before = read(FOLDER / f"{language}.po", language)
    made = Catalog(locale=language)
    for one in sentences:
        key = (one.text, one.many) if one.many else one.text
        old = before.get(one.text)
        string = old.string if old is not None and old.id == key else ""
        message = made.add(key, string or ("", "") if one.many else string)
        message.flags.clear()
    return made


def read(path: Path, language: str) -> Catalog:
    """The catalogue as it is kept."""
    return read_po(io.BytesIO(path.read_bytes()), locale=language)


def text_of(catalog: Catalog, language: str) -> str:
    """The file: without dates, paths and numbers of lines, so that a change shows as a small difference."""
    out = io.BytesIO()
    write_po(out, catalog, width=_WIDTH, no_location=True, omit_header=True, ignore_obsolete=True)
    return _HEADER.format(language=language, plural=LANGUAGES[language]) + out.getvalue().decode()


def missing(catalog: Catalog) -> int:
    """How many texts wait for their translation."""
    return sum(1 for message in catalog if message.id and not _is_done(message.string))


def _is_done(string: object) -> bool:
    return all(string) if isinstance(string, (tuple, list)) else bool(string)
