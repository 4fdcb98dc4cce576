"""Names fold, order and sound as people who read Chinese expect."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmdesk.services import names


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("张晓敏", "张晓敏"),
        ("張曉敏", "张晓敏"),
        ("Ｚｈａｎｇ　１３８", "zhang 138"),
        ("  王\t小\n明 ", "王 小 明"),
        ("買買提・吐爾遜", "买买提·吐尔逊"),
        ("买买提•吐尔逊", "买买提·吐尔逊"),
        ("张\u202e晓\u200b敏\ufeff", "张晓敏"),
        ("张\ud800晓\x00敏", "张晓敏"),
        ("葛\U000e0100", "葛"),
        ("José O'BRIEN", "jose o'brien"),
        ("Lǚ Lü", "lv lv"),
        ("𠮷野😀", "𠮷野😀"),
        ("", ""),
    ],
)
def test_a_text_folds_to_what_is_compared(written: str, folded: str) -> None:
    assert names.fold(written) == folded


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = names.fold(text)
    assert names.fold(once) == once
    once.encode()


@given(st.text(alphabet="張曉敏單於乾隆徵後王小明Üé１２", min_size=1, max_size=6), st.data())
def test_a_part_folds_as_in_the_whole(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    assert names.fold(text[start:]) in names.fold(text)


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("张晓敏", "zhang xiao min"),
        ("單雄信", "shan xiong xin"),
        ("仇英", "qiu ying"),
        ("查良镛", "zha liang yong"),
        ("尉迟恭", "yu chi gong"),
        ("万俟卨", "mo qi xie"),
        ("区楚良", "ou chu liang"),
        ("解晓东", "xie xiao dong"),
        ("曾国藩", "zeng guo fan"),
        ("任长霞", "ren chang xia"),
        ("华罗庚", "hua luo geng"),
        ("朴志勇", "piao zhi yong"),
        ("盖叫天", "ge jiao tian"),
        ("缪荃孙", "miao quan sun"),
        ("翟天临", "zhai tian lin"),
        ("乐嘉", "yue jia"),
        ("覃辉", "qin hui"),
        ("令狐冲", "ling hu chong"),
        ("诸葛亮", "zhu ge liang"),
        ("单于浩", "chan yu hao"),
        ("吕女", "lv nv"),
        ("Anna Smith", "anna smith"),
        ("李Tom", "li tom"),
        ("买买提·吐尔逊", "mai mai ti tu er xun"),
    ],
)
def test_the_usual_reading_comes_first(name: str, reading: str) -> None:
    assert names.readings(name)[0] == tuple(reading.split())


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("单雄信", {"dan", "chan"}),
        ("查良镛", {"cha"}),
        ("尉迟恭", {"wei"}),
        ("万俟卨", {"wan"}),
        ("覃辉", {"tan"}),
        ("乐嘉", {"le"}),
        ("华罗庚", {"hua"}),
    ],
)
def test_other_readings_of_a_surname_are_known_too(name: str, others: set[str]) -> None:
    assert others <= {reading[0] for reading in names.readings(name)}


def test_a_given_name_is_read_in_every_way_in_use_today() -> None:
    assert {reading[1:] for reading in names.readings("张重阳")} >= {("zhong", "yang"), ("chong", "yang")}
    assert names.readings("丁伟") == [("ding", "wei")]  # nobody reads 丁 as zhēng any more


def test_ways_of_reading_stay_few_and_keep_the_surnames() -> None:
    found = names.readings("单" + "乐行重长" * 10)
    assert 1 < len(found) <= 8
    assert {reading[0] for reading in found} == {"shan", "dan", "chan"}
    assert len(found[0]) == 12


@pytest.mark.parametrize("name", ["", "·", "😀", "𠮷", "\u202e", "\ud800"])
def test_what_nobody_can_read_has_no_reading(name: str) -> None:
    assert names.readings(name) == []


def test_initials_are_the_first_letters() -> None:
    assert [names.initials(reading) for reading in names.readings("张晓敏")] == ["zxm"]


def test_names_are_ordered_by_sound_then_tone_then_character() -> None:
    in_order = [
        "安心",
        "Anna Smith",
        "单田芳",  # Shàn, though 单 is mostly read dān
        "詹天佑",
        "张伟",  # wěi before 章: the surname's character counts before the given name's sound
        "张卫",
        "章安",
        "赵云",
    ]
    assert sorted(set(in_order), key=names.name_key) == in_order


def test_an_organisation_has_no_surname() -> None:
    assert names.name_key("华为技术").startswith("hua4")
    assert names.name_key("华为技术", of_person=False).startswith("hua2")


def test_a_key_fits_its_column() -> None:
    assert len(names.name_key("双" * 50_000)) == names.KEY_LONGEST


@given(st.text(max_size=20))
def test_any_name_has_a_key_that_can_be_stored(name: str) -> None:
    names.name_key(name).encode()


def test_looking_for_something_loads_no_dictionary_of_readings() -> None:
    """What a search folds must not cost the window the memory of a dictionary."""
    code = (
        "import sys; from rmdesk.services import names; names.fold('張三');"
        "assert 'opencc' in sys.modules; assert 'pypinyin' not in sys.modules;"
        "names.name_key('张三'); from pypinyin.constants import PHRASES_DICT; assert not PHRASES_DICT"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
