"""Masks show what they must and leak nothing where the value is short, odd or hostile."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmdesk.models import Base
from rmdesk.services import masks
from rmdesk.services.masks import FIELDS, Sensitivity, masked


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("id_document", "110105199003071234", "1101**********1234"),
        ("id_document", "１１０１０５１９９００３０７１２３４", "1101**********1234"),
        ("id_document", "11010519900307123X", "1101**********123X"),
        ("id_document", "110105900307123", "1101*******7123"),
        ("id_document", "E12345678", "*******78"),
        ("id_document", "12", "**"),
        ("mobile", "13800138000", "138****8000"),
        ("mobile", " 138-0013-8000 ", "138****8000"),
        ("mobile", "+86 13800138000", "138****8000"),
        ("mobile", "１３８００１３８０００", "138****8000"),
        ("phone", "95588", "****8"),
        ("phone", "0571-87654321", "*********321"),
        ("phone", "7", "*"),
        ("account", "6222021234561234", "6222 **** **** 1234"),
        ("account", "6222 0212 3456 1234 567", "6222 **** **** 4567"),
        ("account", "12345", "****5"),
        ("name", "张三丰", "张*"),
        ("name", "张", "张*"),
        ("address", "浙江省杭州市滨江区江南大道100号", "浙江省杭州市滨江区****"),
        ("address", "杭州市江南大道幸福小区3号", "杭州市****"),
        ("address", "幸福小区3号", "****"),
        ("address", "5 Main Street", "****"),
        ("income", "123456.78", "50,000–200,000"),
        ("income", "9,999", "< 10,000"),
        ("assets", "6000000", "≥ 6,000,000"),
        ("assets", "NaN", "****"),
        ("assets", "a lot", "****"),
        ("email", "zhang@example.cn", "z***@example.cn"),
        ("email", "z@example.cn", "***@example.cn"),
        ("email", "zhang", "****"),
        ("wechat", "zhangxm88", "z***8"),
        ("wechat", "zhang", "****"),
        ("birthday", "1990-03-07", "****-03-07"),
        ("birthday", "7 March", "****"),
        ("card_password", "123456", "****"),
    ],
)
def test_masked(field: str, value: str, shown: str):
    assert masked(field, value) == shown


@pytest.mark.parametrize("field", FIELDS)
def test_nothing_is_nothing(field: str):
    assert masked(field, None) == ""
    assert masked(field, "") == ""
    assert masked(field, " \u200b\u202e ") == ""


@pytest.mark.parametrize("field", FIELDS)
def test_whole_value_is_never_shown(field: str):
    for value in ("13800138000", "110105199003071234", "6222021234561234", "张小明", "12345678901234"):
        assert value not in masked(field, value)


def test_secrets_are_never_stored():
    secrets = {name for name, field in FIELDS.items() if field.sensitivity is Sensitivity.C3}
    assert secrets == {"card_password", "card_check_value", "biometrics"}
    assert all((field.keep_years == 0) == (name in secrets) for name, field in FIELDS.items())
    assert not secrets & set(masks.COLUMNS.values())


def test_every_masked_column_exists():
    for (table, column), field in masks.COLUMNS.items():
        assert column in Base.metadata.tables[table].columns
        assert field in FIELDS


@given(
    st.sampled_from(["phone", "mobile", "id_document", "account"]), st.text("0123456789０１２ -", max_size=14)
)
def test_short_numbers_show_little(field: str, value: str):
    digits = [char for char in unicodedata.normalize("NFKC", value) if char.isdigit()]
    shown = [char for char in masked(field, value) if char.isdigit()]
    mobile = len(digits) == 11 or len(digits) >= 12
    assert len(shown) <= (8 if mobile else max(1, len(digits) // 4))


@given(st.sampled_from(sorted(FIELDS)), st.text())
def test_no_mask_breaks_or_passes_what_steers_text(field: str, value: str):
    shown = masked(field, value)
    assert not any(unicodedata.category(char)[0] == "C" for char in shown)
