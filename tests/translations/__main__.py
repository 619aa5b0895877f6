"""`dev.py translations`: brings the translators' files up to date and says how much is missing in each."""

from __future__ import annotations

from translations.catalogues import FOLDER, LANGUAGES, missing, renewed, text_of
from translations.sentences import all_sentences

if __name__ == "__main__":
    sentences = all_sentences()
    for language in LANGUAGES:
        catalog = renewed(language, sentences)
        (FOLDER / f"{language}.po").write_text(text_of(catalog, language), "utf-8", newline="\n")
        print(f"{language}: {len(sentences)} texts, {missing(catalog)} without a translation")
