"""Invented names as they are spread in China: surnames by frequency, given names by decade of birth.

A surname stands as often in the table as about one in a thousand people bears it, so that a large branch
has its many 王伟 and its one 尉迟. Among the rare ones are those read otherwise than the character
usually is (单 Shàn, 仇 Qiú, 查 Zhā, 解 Xiè, 区 Ōu, 万俟 Mòqí).
"""

from __future__ import annotations

import re

from rmdesk.models import Gender
from rmdesk.services.demo.dice import Dice, listed, spread

_COMMON = (
    "王71李70张66陈50刘48杨31黄25赵22周22吴21徐18孙17朱15马14胡14林13郭12何12高12罗11郑11梁9谢9宋8唐8许8邓7冯7韩7曹7曾7彭6萧2"
    "肖5蔡5潘5田5董5袁5于5余5叶5蒋5杜5苏5魏5程5吕5丁5沈5任4姚4卢4傅3钟4姜4崔4谭4廖4范4汪4陆4金4石4戴4贾3韦3夏3邱3方3侯3邹3"
    "熊3孟3秦3白3江3阎2薛3尹3段2雷2黎2史2龙2陶2贺2顾2毛2郝2龚2邵2万2钱2严2赖2覃1洪2武2莫2孔1汤2向1常1温1康1施1文1牛1樊1"
    "葛1邢1安1齐1易1乔1伍1庞1颜1倪1庄1聂1章2鲁1岳1翟1殷1詹1申1欧1耿1关1兰1焦1俞1左1柳1甘1祝1包1宁1尚1符1舒1阮1柯1纪1梅1"
    "童1凌1毕1单1季1裴1霍1涂1成1苗1谷1盛1曲1翁1冉1骆1蓝1路1游1辛1靳1管1柴1蒙1鲍1华1喻1祁1蒲1房1滕1屈1饶1解1牟1艾1尤1阳1"
)
_RARE = (
    *"仇查区冼缪朴晏戚卜桑桂边卞娄全沙车臧费狄贝钮逄员折盖召隗乜黑",
    *listed(
        "欧阳 / 上官 / 司马 / 诸葛 / 夏侯 / 令狐 / 皇甫 / 慕容 / 司徒 / 端木"
        "/ 公孙 / 东方 / 尉迟 / 万俟 / 长孙 / 宇文"
    ),
)
_RARE_SHARE = 0.012

_MINORITY_SHARE = 0.004
_MINORITY = {
    Gender.MALE: (
        listed("艾合买提 / 买买提 / 阿不都拉 / 吐尔逊 / 玉素甫 / 阿里木江 / 艾力 / 库尔班 / 努尔兰 / 巴合提"),
        listed("买买提 / 吐尔逊 / 阿布都热合曼 / 依明 / 卡德尔 / 赛买提 / 努尔买买提 / 别克"),
    ),
    Gender.FEMALE: (
        listed("阿依古丽 / 古丽娜尔 / 热依罕 / 帕提古丽 / 迪丽努尔 / 阿米娜 / 祖丽菲亚 / 米日古丽"),
        listed("艾合买提 / 买买提 / 吐尔逊 / 依明 / 阿不都拉 / 玉素甫 / 卡德尔"),
    ),
}

_Pool = tuple[tuple[str, ...], str, str]

# From each year of birth on: names borne whole, then first and second characters that combine freely.
_MALE: tuple[tuple[int, str, str, str], ...] = (
    (
        0,
        "建国 德福 永福 福生 金生 志明 国栋 长根 水根 阿根 德明 文彬 树林 炳坤 世昌 宝根",
        "德福金长永荣世宝炳树文志",
        "生根福荣昌明林坤海祥发田",
    ),
    (
        1949,
        "建国 建华 国强 建平 建军 国庆 解放 援朝 和平 志刚 志强 国华 爱国 卫国 建民 新民 跃进 永胜 国平",
        "建国志永新文卫爱宝振德光",
        "国华军平强明民刚成林良根",
    ),
    (
        1965,
        "建军 伟 军 勇 强 斌 卫东 红兵 卫国 志强 建华 国强 永强 海波 晓东 志勇 向东 永红 文革 卫民",
        "建卫志国永海晓文向立新东",
        "军东强伟波平斌明华兵峰龙",
    ),
    (
        1978,
        "伟 磊 勇 涛 鹏 杰 超 峰 辉 波 斌 刚 俊 海涛 志鹏 晓峰 建峰 文杰 俊杰 国栋 志远 海波 立新",
        "晓志海文俊立永建国少云明",
        "峰鹏涛杰辉波军伟斌东亮飞",
    ),
    (
        1988,
        "鹏 磊 超 浩 凯 帅 晨 俊杰 鹏飞 志豪 佳伟 家豪 文博 宇航 嘉诚 天宇 子健 思源 昊天 博文",
        "俊家文志嘉宇思子浩天明泽",
        "豪杰伟博航诚宇轩源鹏晖霖",
    ),
    (
        2000,
        "浩然 子轩 宇轩 浩宇 子涵 一鸣 梓轩 俊熙 天佑 博文 思远 宇航 奕辰 泽宇 睿 铭轩",
        "子宇浩俊梓思天泽睿奕铭嘉",
        "轩涵宇然辰熙豪泽睿航阳远",
    ),
)
_FEMALE: tuple[tuple[int, str, str, str], ...] = (
    (
        0,
        "秀英 桂英 玉兰 凤英 素珍 桂兰 玉珍 秀兰 阿珍 月英 杏花 翠英 素芬 彩凤 美珍 招娣",
        "秀桂玉凤素月翠美金彩兰荷",
        "英兰珍芬花娣凤仙琴宝妹香",
    ),
    (
        1949,
        "秀英 桂兰 玉英 秀珍 玉兰 淑珍 凤英 桂芳 素芳 秀华 淑英 爱珍 月琴 美英 佩芬 桂珍 国珍 雅芳",
        "秀桂淑玉爱美月佩素国雅惠",
        "英珍芳兰琴芬华琳娟萍仙凤",
    ),
    (
        1965,
        "红 丽 敏 静 芳 霞 萍 燕 艳 丽华 丽萍 海燕 春梅 建英 爱华 红梅 丽娟 秀梅 雪梅 卫红 晓红 慧敏",
        "丽海春红爱晓雪慧秀文美建",
        "华萍燕梅英霞红敏娟芳琴玲",
    ),
    (
        1978,
        "静 丽 敏 艳 娜 婷 芳 燕 娟 莉 倩 丹 晓燕 海燕 丽娜 晓丽 雪梅 丽丽 春燕 佳 静怡 文静 慧",
        "晓丽海雪文佳静美春慧婷玉",
        "燕娜丽梅静敏婷芳萍霞怡云",
    ),
    (
        1988,
        "婷 静 雪 倩 颖 莹 婷婷 欣怡 佳怡 雨婷 思琪 梦瑶 雅婷 嘉欣 晓雯 诗涵 梦洁 佳琪 思雨 静雯",
        "佳雨思梦雅嘉晓诗欣静婉可",
        "怡婷琪瑶雯欣涵雨颖洁萱宁",
    ),
    (
        2000,
        "欣怡 梓涵 诗涵 子涵 雨欣 可欣 思涵 梓萱 一诺 语嫣 若曦 佳琪 雨桐 紫萱 依诺 芷若",
        "梓诗雨可思语若紫依欣芷沐",
        "涵萱欣彤桐诺嫣曦怡琪妍晴",
    ),
)
# Names of one character come and go with the decades; a few are not in every font or every system.
_RARE_GIVEN = ("𠮷", "喆", "龑", "堃", "玥", "彧", "翀", "淼", "晟", "㛃", "祎", "甡")
_RARE_GIVEN_SHARE = 0.003


_SURNAMES: tuple[str, ...] = spread({name: int(weight) for name, weight in re.findall(r"(\D)(\d+)", _COMMON)})


def surname(dice: Dice) -> str:
    return dice.among(_RARE) if dice.chance(_RARE_SHARE) else dice.among(_SURNAMES)


def given(dice: Dice, gender: Gender, year: int) -> str:
    """A given name as parents chose it in that year."""
    if dice.chance(_RARE_GIVEN_SHARE):
        return dice.among(_RARE_GIVEN)
    whole, first, second = dice.among(_pools(gender, year))
    if dice.chance(0.4):
        return dice.among(whole)
    one, two = dice.among(first), dice.among(second)
    return one + two if one != two else one


def minority(dice: Dice, gender: Gender) -> str | None:
    """A name with · between its parts, seldom; else None."""
    if not dice.chance(_MINORITY_SHARE):
        return None
    own, fathers = _MINORITY[gender]
    return f"{dice.among(own)}·{dice.among(fathers)}"


def _pools(gender: Gender, year: int) -> tuple[_Pool, ...]:
    return _BY_YEAR[gender][min(max(year, 1920), 2030) - 1920]


def _by_year(pools: tuple[tuple[int, str, str, str], ...]) -> tuple[tuple[_Pool, ...], ...]:
    """For each year from 1920 its own pool thrice and the one before once, as fashions pass."""
    found = []
    made: list[_Pool] = [(tuple(whole.split()), first, second) for _, whole, first, second in pools]
    for year in range(1920, 2031):
        place = max(index for index, pool in enumerate(pools) if pool[0] <= year)
        found.append((made[place],) * 3 + (made[max(place - 1, 0)],))
    return tuple(found)


_BY_YEAR = {Gender.MALE: _by_year(_MALE), Gender.FEMALE: _by_year(_FEMALE)}
