"""Letters of the world's scripts made comparable: marks, articles, traditional characters, texts without spaces."""

from __future__ import annotations

import re
import unicodedata

# Written alike, the header words of Chinese and Japanese meet.
_CHARACTERS = (
    "項项專专計计畫划編编號号課课題题經经経经費费額额總总総总資资補补貼贴撥拨執执單单構构機机關关組组織织負负責责聯联繫系絡络開开結结終终間间時时書书"
    "報报備备註注類类領领學学務务國国區区縣县県县鄉乡鎮镇郵邮遞递電电話话網网錢钱幣币匯汇業业協协議议約约簽签訂订風风險险響响應应応应對对対对緩缓"
    "發发発发現现標标準准審审嚴严證证據据憑凭實实実实際际劃划預预測测達达進进狀状態态況况種种價价価价數数過过稱称簡简說说獲获獎奖與与參参夥伙員员"
    "線线鍵键詞词統统檢检検检驗验験验點点擔担個个導导師师產产貨货購购買买賬账帳账戶户餘余錄录級级權权権权屬属後后係系託托團团団团體体籌筹營营聲声"
    "認认評评設设該该術术衛卫農农園园圍围歷历減减輕轻續续続续緊紧題题遲迟誤误問问処处處处難难選选適适變变変变頭头願愿幹干範范済济濟济"
)
LETTERS = {ord(old): new for old, new in zip(_CHARACTERS[::2], _CHARACTERS[1::2], strict=True)} | {
    ord(old): new for old, new in zip("ةىیکךםןףץ", "هييكכמנפצ", strict=True)
}
LETTERS |= dict.fromkeys(map(ord, "ـ״׳"), "")  # a stretched letter and the marks of Hebrew abbreviations
_KEPT = frozenset("\u3099\u309a")  # what turns a Japanese ha into pa is no accent
_ARTICLE = re.compile(r"(?<!\w)(?:وال|بال|لل|ال|ה{1,2})(?=\w{3})")
_WITH_ARTICLES = re.compile(r"[\u0590-\u06ff]")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LATIN = re.compile("lj|nj|dž|.", re.DOTALL)
_CYRILLIC = dict(
    zip(
        ["lj", "nj", "dž", *"abvgdđežzijklmnoprstćufhcčš"],
        ["љ", "њ", "џ", *"абвгдђежзијклмнопрстћуфхцчш"],
        strict=True,
    )
)
WIDE = str.maketrans("（）［］【】「」〔〕／｜：＃－", "()[][]()()/|:#-")


def plain(text: str) -> str:
    """Text without accents and vowel marks, and without the article that Arabic and Hebrew write onto the word."""
    apart = unicodedata.normalize("NFKD", text)
    kept = "".join(c for c in apart if c in _KEPT or unicodedata.category(c)[0] != "M")
    whole = unicodedata.normalize("NFC", kept)
    return _ARTICLE.sub("", whole) if _WITH_ARTICLES.search(whole) else whole


def is_unspaced(word: str) -> bool:
    """Is it in a script whose words stand without spaces, or as parts of one another?"""
    return bool(_UNSPACED.search(word))


def in_cyrillic(text: str) -> str:
    """A Serbian text in Latin letters as Cyrillic writes it; other letters stay."""
    return "".join(_CYRILLIC.get(part, part) for part in _LATIN.findall(text.lower()))
