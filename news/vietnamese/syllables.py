"""Vietnamese spelling: which strings of letters can be a syllable, and how Vietnamese a text therefore looks.

Spelling rules as taught in primary school (k, gh, ngh before i e ê; stopped endings only with sắc or nặng). They are
generous: what they refuse is certainly not a Vietnamese syllable, what they let pass need not be a word.
"""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import islice, pairwise

from news.vietnamese.letters import fold

_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_STOPPED_TONES = frozenset("\u0301\u0323")  # sắc, nặng
_RIMES = """
a ai ao au ay ac ach am an ang anh ap at  ăc ăm ăn ăng ăp ăt  âu ây âc âm ân âng âp ât
e eo ec em en eng ep et  ê êu êch êm ên ênh êp êt  i ia iu ich im in inh ip it  iêu iêc iêm iên iêng iêp iêt
o oi oc om on ong op ot ooc oong  oa oai oao oay oac oach oam oan oang oanh oap oat  oăc oăm oăn oăng oăt  oe oeo oen oet
ô ôi ôc ôm ôn ông ôp ôt ôông  ơ ơi ơm ơn ơp ơt
u ua ui uc um un ung up ut  uây uân uâng uât  uê uêch uênh  uơ  uy uya uych uyn uynh uyp uyt uyu uyên uyêt  uôi uôc uôm uôn uông uôt
ư ưa ưi ưu ưc ưm ưn ưng ưt  ươi ươu ươc ươm ươn ương ươp ươt  y yêu yêm yên yêng yêt
"""
_RIMES_AFTER_QU = """
a ai ao au ay ac ach an ang anh ap at  ăc ăm ăn ăng ăp ăt  âc ân âng âp ât ây  e en eng eo ec et  ê ên ênh êt êch êu
i it inh ich y yt ynh ych yên yêt yêu ơ ôc
"""
_ANY_ONSET = "b ch d đ gi h kh l m n nh p ph r s t th tr v x"
_ONSETS = {"front": f"{_ANY_ONSET} k gh ngh", "back": f"{_ANY_ONSET} c g ng k", "gi": "g"}
_STOPS = ("c", "ch", "p", "t")

_MARKS_BETWEEN_WORDS = re.compile(r"[\s!-/:-@\[-`{-~“”‘’–—…•]+")
SAMPLE = 4_000  # words; more of the same text would not change the judgement


@lru_cache(maxsize=20_000)  # what readers type has no end
def is_syllable(word: str) -> bool:
    """Whether the word (NFC, no punctuation) could be one written Vietnamese syllable, in small letters or capitals."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in decomposed if ord(mark) in _TONES]
    bare = unicodedata.normalize("NFC", decomposed.translate(_TONES))
    if len(tones) > 1 or bare not in _syllables() or _capital_inside(word):
        return False
    return not bare.endswith(_STOPS) or (len(tones) == 1 and tones[0] in _STOPPED_TONES)


def share_of_syllables(text: str) -> float:
    """Of the words that carry anything beyond ASCII, the share that could be Vietnamese: 0.0 to 1.0.

    Words in plain letters tell nothing, since they read the same in every encoding. 0.0 if there are too few
    words to tell (see FEWEST_WORDS), or far fewer than Vietnamese has.
    """
    words = [word for word in islice(_words(text), SAMPLE) if not any(letter.isdigit() for letter in word)]
    marked = [word for word in words if not word.isascii()]
    if len(marked) < max(FEWEST_WORDS, LEAST_MARKED * len(words)):
        return 0.0
    return sum(map(is_syllable, marked)) / len(marked)


FEWEST_WORDS = 3
LEAST_MARKED = 0.25  # of all words; Vietnamese prose has about 0.75, French 0.15


def _words(text: str) -> list[str]:
    return [word for word in _MARKS_BETWEEN_WORDS.split(text) if word]


def _capital_inside(word: str) -> bool:
    """A marked capital after a small letter comes from a wrong table; nobody types it (unlike TCVN3's QUốC)."""
    return any(before.islower() and here.isupper() and not here.isascii() for before, here in pairwise(word))


@cache
def bare_syllables() -> frozenset[str]:
    """Every syllable as it is typed by who leaves out all marks: "viet", "duong"."""
    return frozenset(map(fold, _syllables()))


@cache
def _syllables() -> frozenset[str]:
    front = [rime for rime in _RIMES.split() if rime[0] in "ieêy"]
    back = [rime for rime in _RIMES.split() if rime[0] not in "ieêy"]
    spelled = {"", *_ONSETS["front"].split()}, {"", *_ONSETS["back"].split()}
    all_of_them = {onset + rime for onset in spelled[0] for rime in front}
    all_of_them |= {onset + rime for onset in spelled[1] for rime in back}
    all_of_them |= {"g" + rime for rime in front if rime[0] == "i"}
    all_of_them |= {"qu" + rime for rime in _RIMES_AFTER_QU.split()}
    return frozenset(all_of_them)
