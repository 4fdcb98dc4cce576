"""Names as people look for them and as Chinese readers order them: folding, readings, initials, sort keys.

Pure functions. Readings come from pypinyin, which is loaded by the first name that needs them (some 60 ms
and 12 MB); a text that is looked for needs none.
"""

from __future__ import annotations

import functools
import itertools
import math
import os
import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

KEY_LONGEST = 400  # of a sort key, as the tables keep it

_UNITS = 12  # of a name, that readings are made of
_READINGS = 8  # of one name
_CHARACTER = 3  # readings of one character

# Not drawn, or only turning what is drawn: control and format characters, lone surrogates, unassigned and
# private ones. Marks on a letter (Mn) include those that choose a variant of a Chinese character.
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Cn", "Co", "Mn"})
_DOTS = frozenset("·•‧∙⋅・･⸱")  # all stand between the parts of a transcribed name

# A run of letters and digits that are no Chinese characters, or one character.
_RUNS = re.compile(r"[a-z0-9]+|.")

# Surnames read otherwise than the character mostly is, the surname's reading first. Where the others are
# read too (in a given name, or by somebody who does not know better), they follow.
_SURNAMES: dict[str, str] = {
    "万": "wan4", "单": "shan4 dan1 chan2", "仇": "qiu2 chou2", "查": "zha1 cha2", "区": "ou1 qu1",
    "解": "xie4 jie3", "曾": "zeng1 ceng2", "任": "ren2 ren4", "华": "hua4 hua2", "朴": "piao2 pu3",
    "盖": "ge3 gai4", "缪": "miao4 mou2 miu4", "翟": "zhai2 di2", "乐": "yue4 le4", "覃": "qin2 tan2",
    "繁": "po2 fan2", "员": "yun4 yuan2", "燕": "yan1 yan4", "纪": "ji3 ji4", "宁": "ning4 ning2",
    "葛": "ge3 ge2", "折": "she2 zhe2", "种": "chong2 zhong3", "秘": "bi4 mi4", "祭": "zhai4 ji4",
    "召": "shao4 zhao4", "谌": "chen2 shen4", "幺": "yao1", "佴": "nai4 er4", "逄": "pang2",
    "郇": "xun2 huan2", "郗": "xi1 chi1", "郄": "qie4 xi4", "呙": "guo1", "晁": "chao2", "黑": "he4 hei1",
    "牟": "mu4 mou2", "强": "qiang2 jiang4", "应": "ying1", "於": "yu1 yu2", "车": "che1 ju1",
    "柏": "bai3 bo2", "薄": "bo2 bao2", "都": "du1 dou1", "过": "guo1 guo4", "观": "guan4 guan1",
    "冠": "guan4 guan1", "炅": "gui4 jiong3", "句": "gou1 ju4", "勾": "gou1", "隗": "wei3 kui2",
    "阚": "kan4", "亢": "kang4", "令": "ling2 ling4", "宓": "mi4 fu2", "能": "nai4 neng2",
    "那": "na1 na4", "乜": "nie4 mie1", "番": "pan1 fan1", "蕃": "pi2 fan1", "瞿": "qu2",
    "阙": "que1 que4", "撒": "sa3 sa1", "塞": "sai4", "盛": "sheng4 cheng2", "舍": "she4", "眭": "sui1",
    "钭": "tou3", "庹": "tuo3", "洗": "xian3 xi3", "冼": "xian3", "相": "xiang4 xiang1", "宿": "su4 xiu3",
    "占": "zhan1 zhan4", "长": "zhang3 chang2",
    "适": "kuo4 shi4", "颉": "xie2 jie2", "贲": "ben1 bi4", "藏": "zang4 cang2",
    "角": "jue2 jiao3", "仝": "tong2", "粘": "nian2 zhan1",
    "肖": "xiao1 xiao4", "尉": "wei4 yu4", "俞": "yu2", "石": "shi2", "沈": "shen3", "叶": "ye4",
    "陆": "lu4", "白": "bai2", "贾": "jia3", "谷": "gu3", "褚": "chu3", "戚": "qi1", "哈": "ha3",
    "台": "tai2", "朝": "chao2 zhao1", "弥": "mi2", "辟": "bi4 pi4",
    "龟": "qiu1 gui1", "艾": "ai4", "和": "he2", "尹": "yin3", "臧": "zang1", "揭": "jie1",
    "俟": "si4 qi2", "卜": "bu3",
}  # fmt: skip
# Of two characters; only those that are not read as each of them mostly is.
_COMPOUND: dict[str, str] = {
    "尉迟": "yu4/wei4 chi2", "万俟": "mo4/wan4 qi2/si4", "澹台": "tan2/dan4 tai2",
    "单于": "chan2/dan1 yu2", "长孙": "zhang3 sun1", "令狐": "ling2 hu2", "乐正": "yue4/le4 zheng4",
    "宰父": "zai3 fu3", "鲜于": "xian1 yu2", "诸葛": "zhu1 ge3", "亓官": "qi2 guan1",
    "皇甫": "huang2 fu3", "夏侯": "xia4 hou2",
}  # fmt: skip
# Characters with several readings today, by the 通用规范汉字字典. Of all others the first reading will do: a
# large dictionary knows more from old texts, which would only make a search find strangers.
_SEVERAL = frozenset(
    "万乐乜了亟亲什仇仔价会传伯伺似伽佛侥便俟俩偻兹刨券刹削剥劲勒匙区卒单南卜卡厦参句叨召叶吁合吓否吭吱员呢呱咀咋和咖"
    "咯咳咽哕哦哪哼啁啜喁喋喳嗌嘘嘚嚓嚼囤圈圜圩地坬垌埋埔堡塞壳大夹奇奘娜宓宿尉尺尾尿屏岨峒峙峤差巷帱幢度弄弹强得恶慊"
    "戆戌戛扁扎扒扛折抹拓拗择拶拾挲捋提搒摩撮攒数无曝曾朝期术朴杉杻枞枸柏柜柞查栅栎校核桧桲梣棱棽楷槛模欸殖殷氏沌沓没"
    "泊泌泷洗洞浒浚浰涌涡湫溃漴澄澹瀑炅炮烙焌熟熨爪牟犍犴率玢琢畜番疟的盖盛省着石碌磅祭禅种秘称笮筠粘糁糜系絜繁纤约纶"
    "给络绰综绿缉缩缪翟耏耙胖脉脯腌膀膻臂臭色艾芥芫芾苣茄茈茜荑荠荥荨莎莘莞莨落著葚葰蔓蔚薄藉藏虷虹蚌蛤蛸蝤血行裼褪覃"
    "见觉角解识说读谁调豸貉贾趄蹊车轧辟还迫郇都重钥铅铊铛铫镡长阇阿陆降雀露靓鞘颈颉饹馇驮骀骠鬲鹄鹘麇龟"
)
# Characters of given names that a dictionary reads otherwise first.
_GIVEN: dict[str, str] = {
    "长": "chang2 zhang3", "珩": "heng2 hang2", "隽": "jun4 juan4", "偲": "si1 cai1", "子": "zi3",
    "晟": "sheng4 cheng2", "嬛": "huan2 xuan1", "莞": "wan3 guan1", "琢": "zhuo2 zuo2", "佛": "fo2 fu2",
    "靓": "liang4 jing4", "裳": "chang2 shang1",
}  # fmt: skip


class _Unit(NamedTuple):
    """A Chinese character, a word in other letters, or a mark; `readings` with tones, none for a mark."""

    text: str
    readings: tuple[str, ...]


@functools.lru_cache(maxsize=64)  # whoever works at a name asks several times
def fold(text: str) -> str:
    """`text` as it is compared: full-width and traditional characters as the plain, simplified ones, small
    letters without accents (ü as v), nothing invisible, one blank between words, one kind of dot.

    Each character by itself, so that a part of a name folds as it does in the whole.
    """
    plain = unicodedata.normalize("NFKC", text)
    return " ".join("".join(map(_folded, plain)).split())


def name_key(name: str, *, of_person: bool = True) -> str:
    """A key whose order is that of Chinese readers: syllable, tone, character; then the next character.

    Words in other letters stand among the syllables as they are spelt. Organisations have no surname.
    """
    spelt = (
        unit.text if unit.text.isascii() or not unit.readings else unit.readings[0] + unit.text
        for unit in _units(name, of_person=of_person)
    )
    return "".join(spelt)[:KEY_LONGEST]


def readings(name: str) -> list[tuple[str, ...]]:
    """The ways to read a name, each as syllables without tones (ü as v); the usual one first.

    A word in other letters counts as one syllable; marks and characters nobody knows to read are left out.
    """
    choices = [_syllables(unit) for unit in _units(name) if unit.readings][:_UNITS]
    if not choices:
        return []
    if all(len(one) == 1 for one in choices):
        return [tuple(one for (one,) in choices)]
    while math.prod(map(len, choices)) > 4 * _READINGS:  # the surname keeps its readings longest
        last = max(place for place, one in enumerate(choices) if len(one) > 1)
        choices[last] = choices[last][:1]
    every = itertools.product(*(enumerate(one) for one in choices))
    # First all ways to read the surname, then more and more unusual ones to read the given name.
    usual_first = sorted(every, key=lambda way: (sum(place for place, _ in way[1:]), way[0][0]))
    return [tuple(syllable for _place, syllable in way) for way in usual_first[:_READINGS]]


def initials(reading: Sequence[str]) -> str:
    """The first letter of each syllable."""
    return "".join(syllable[0] for syllable in reading)


@functools.lru_cache(maxsize=64)
def _units(name: str, *, of_person: bool = True) -> tuple[_Unit, ...]:
    plain = fold(name)
    surname = _surname(plain) if of_person else []
    return (*surname, *map(_unit, _RUNS.findall(plain[len(surname) :])))


@functools.lru_cache(maxsize=16_384)
def _unit(run: str) -> _Unit:
    return _Unit(run, (run,) if run.isascii() and run.isalnum() else _readings_of(run))


def _surname(name: str) -> list[_Unit]:
    """The surname that a (folded) Chinese name begins with, if it is one that needs to be known.

    A name with a dot is a transcription and has none.
    """
    if "·" in name:
        return []
    compound = _COMPOUND.get(name[:2])
    if compound is not None and name not in ("单于", "乐正"):  # two characters: a surname and a given name
        return [_Unit(char, tuple(one.split("/"))) for char, one in zip(name, compound.split(), strict=False)]
    known = _SURNAMES.get(name[:1])
    return [] if known is None else [_Unit(name[0], tuple(known.split()))]


def _syllables(unit: _Unit) -> Sequence[str]:
    return unit.readings if unit.text.isascii() else _toneless(unit.readings)


@functools.lru_cache(maxsize=4096)
def _toneless(readings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.rstrip("12345") for one in readings))


@functools.lru_cache(maxsize=16_384)
def _folded(char: str) -> str:
    """One character of a text in NFKC."""
    if char.isspace():
        return " "
    if char in _DOTS:
        return "·"
    apart = unicodedata.normalize("NFD", char)
    if apart[0] in "uU" and "\u0308" in apart:
        return "v"
    kept = "".join(one for one in apart if unicodedata.category(one) not in _DROPPED)
    if kept.isascii():
        return kept.casefold()
    return str(_converter()(unicodedata.normalize("NFC", kept))).casefold()


def _readings_of(char: str) -> tuple[str, ...]:
    """Syllables with the tone as a digit, the usual one first; none for what is no Chinese character."""
    if char.isascii():
        return ()
    if char in _GIVEN:
        return tuple(_GIVEN[char].split())
    found = _reader()(char)
    return tuple(found[0][: _CHARACTER if char in _SEVERAL else 1]) if found else ()


@functools.cache
def _converter() -> Callable[[str], Any]:
    from opencc import OpenCC

    return OpenCC("t2s").convert


@functools.cache
def _reader() -> Callable[[str], list[list[str]]]:
    # Names are no phrases of the dictionary: it would cost 50 MB, and misread some of them. The variable is
    # the library's own switch, read when it is imported.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, pinyin

    return functools.partial(
        pinyin, style=Style.TONE3, heteronym=True, errors="ignore", neutral_tone_with_five=True
    )
