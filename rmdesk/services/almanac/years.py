"""The animal, stem and branch of a lunar year."""

from __future__ import annotations

from enum import StrEnum

STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"


class Zodiac(StrEnum):
    """In the order of the branches; lunar 1984 was a year of the rat."""

    RAT = "rat"
    OX = "ox"
    TIGER = "tiger"
    RABBIT = "rabbit"
    DRAGON = "dragon"
    SNAKE = "snake"
    HORSE = "horse"
    GOAT = "goat"
    MONKEY = "monkey"
    ROOSTER = "rooster"
    DOG = "dog"
    PIG = "pig"


_ANIMALS = tuple(Zodiac)


def stem_and_branch(lunar_year: int) -> str:
    """甲子 for 1984, and so on through sixty."""
    return STEMS[(lunar_year - 4) % 10] + BRANCHES[(lunar_year - 4) % 12]


def zodiac(lunar_year: int) -> Zodiac:
    return _ANIMALS[(lunar_year - 4) % 12]
