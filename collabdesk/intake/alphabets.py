"""The letters beyond ASCII that each language writes, and the one-byte encodings its texts come in."""

from __future__ import annotations

_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_LETTERS = {
    "german": "äöüß",
    "french": "éèêëàâçîïôùûœ",
    "spanish": "áéíñóúü",
    "italian": "àèéìòùî",
    "portuguese": "áâãàçéêíóôõú",
    "nordic": "äöåæøé",
    "estonian": "äöüõšž",
    "dutch": "éëïèü",
    "icelandic": "áðéíóúýþæö",
    "polish": "ąćęłńóśźż",
    "czech": "áčďéěíňóřšťúůýž",
    "slovak": "áäčďéíĺľňóôŕšťúýž",
    "hungarian": "áéíóöőúüű",
    "romanian": "ăâîşţ",
    "croatian": "čćđšž",
    "greek": "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ",
    "russian": _CYRILLIC + "ё",
    "bulgarian": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "ukrainian": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "serbian": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "turkish": "çğıöşüâî",
    "lithuanian": "ąčęėįšųūž",
    "latvian": "āčēģīķļņšūž",
}
ALPHABETS = {name: frozenset(letters + letters.upper()) | ({"İ"} if name == "turkish" else frozenset())
             for name, letters in _LETTERS.items()}  # fmt: skip
"""Letters of each language, small and capital."""

VOWELS = frozenset("аеёиоуыэюяєіїАЕЁИОУЫЭЮЯЄІЇαεηιουωάέήίόύώϊϋΑΕΗΙΟΥΩΆΈΉΊΌΎΏ")
"""Of the scripts whose every letter lies beyond ASCII, where they tell one wrong reading from another."""
_WESTERN = ("german", "french", "spanish", "italian", "portuguese", "nordic", "dutch")
_CENTRAL = ("polish", "czech", "slovak", "hungarian", "romanian", "croatian", "german")
_EASTERN = ("russian", "bulgarian", "ukrainian", "serbian")
LANGUAGES = {
    "cp1252": (*_WESTERN, "icelandic", "estonian"),
    "cp1250": _CENTRAL,
    "cp1253": ("greek",),
    "cp1251": _EASTERN,
    "cp1254": ("turkish",),
    "cp1257": ("lithuanian", "latvian", "estonian"),
    "mac_roman": _WESTERN,
    "iso8859_2": _CENTRAL,
    "iso8859_7": ("greek",),
    "iso8859_5": _EASTERN,
    "koi8_u": ("russian", "ukrainian"),
    "cp866": ("russian", "bulgarian"),
    "cp850": _WESTERN,
    "cp852": _CENTRAL,
    "mac_latin2": _CENTRAL,
    "mac_greek": ("greek",),
    "mac_cyrillic": _EASTERN,
}
"""The languages of each encoding's texts."""

RARER = {"cp1250": 0.01, "cp1254": 0.02, "cp1257": 0.02, "mac_roman": 0.03, "iso8859_2": 0.015, "iso8859_7": 0.01,
         "iso8859_5": 0.02, "koi8_u": 0.02, "cp866": 0.03, "cp850": 0.03, "cp852": 0.03, "mac_latin2": 0.05,
         "mac_greek": 0.05, "mac_cyrillic": 0.05}  # fmt: skip
"""What an encoding must be better by than Windows-1252, as few files are in it."""
