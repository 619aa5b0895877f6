"""Which of the two-byte encodings of East Asia a text is in, found from its bytes alone."""

from __future__ import annotations

import re

_PAIRS = re.compile(rb"[\x80-\xff]{2}")
_ENOUGH = 0.6
_SAMPLE = 60_000


def encoding_of(content: bytes) -> str:
    """gb18030, big5, cp932, euc_jp or cp949; "" when the bytes are none of these."""
    sample = content[:_SAMPLE]
    if len(_PAIRS.findall(sample)) < 4:
        return ""  # letters with accents stand alone
    scores = {name: score(text) for name, score in _SCORES.items() if (text := _decoded(sample, name)) is not None}
    best = max(scores, key=lambda name: scores[name], default="")
    return best if best and scores[best] >= _ENOUGH else ""


def _decoded(sample: bytes, name: str) -> str | None:
    for cut in range(4):  # the sample may end amid a character
        try:
            text = sample[: len(sample) - cut].decode(name)
        except UnicodeDecodeError:
            continue
        return "".join(c for c in text if ord(c) > 127)
    return None


def _share(text: str, *ranges: tuple[str, str]) -> float:
    return sum(any(a <= c <= b for a, b in ranges) for c in text) / max(1, len(text))


def _simplified(text: str) -> float:
    """Four of five characters of Chinese texts are of the first level, which GB 2312 puts into one block."""
    raw = [c.encode("gb18030") for c in text]
    level_1 = sum(len(r) == 2 and 0xB0 <= r[0] <= 0xD7 and r[1] >= 0xA1 for r in raw)
    marks = sum(len(r) == 2 and 0xA1 <= r[0] <= 0xA3 for r in raw)
    return 1.1 * level_1 / max(1, len(raw)) + 0.5 * marks / max(1, len(raw))


def _traditional(text: str) -> float:
    raw = [c.encode("big5", "replace") for c in text]
    level_1 = sum(len(r) == 2 and 0xA4 <= r[0] <= 0xC6 for r in raw)
    return level_1 / max(1, len(raw))


def _japanese(text: str) -> float:
    """Japanese cannot be written without its syllables; half-width ones are how other bytes look by mistake."""
    syllables, half = _share(text, ("\u3040", "\u30ff")), _share(text, ("\uff61", "\uff9f"))
    chinese = _share(text, ("\u4e00", "\u9fff"))
    return min(1.0, 4 * syllables) * (syllables + chinese) * 1.15 - half


def _korean(text: str) -> float:
    common = _share(text, ("\uac00", "\ud7a3"))
    return 1.15 * common - _share(text, ("\u4e00", "\u9fff"))


_SCORES = {
    "cp932": _japanese,
    "euc_jp": _japanese,
    "cp949": _korean,
    "big5": _traditional,
    "gb18030": _simplified,
}
