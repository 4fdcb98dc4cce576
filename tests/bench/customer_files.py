"""Files of invented customers as a branch's other systems write them: untidy, the same for the same seed."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from tests.support.files_in import identity

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
)
_GIVEN = (
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂建国华玉红志海波晓文斌鹏飞宇欣怡浩然子轩梓涵思雨佳琪雪"
)
_AREAS = ("110101", "310104", "440304", "510107", "330106", "620902", "410502", "500103")
_WORK = ("医生", "教师", "护士", "工程师", "退休", "公务员", "企业主", "会计", "个体工商户")
_STREETS = ("东大街", "文三路", "建国路", "解放大道", "江南大道")
_WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")
_HEADING = [
    "客户号",
    "客户姓名",
    "性别",
    "证件号码",
    "出生日期",
    "手机号码",
    "职业",
    "家庭住址",
    "资产总额(元)",
    "客户经理",
]


def rows(customers: int, seed: int = 7) -> Iterator[list[str]]:
    """Titles, heading, customers, one in a hundred twice, one in a hundred of a wrong number, a total."""
    rng = random.Random(seed)
    yield ["某某银行客户信息清单"]
    yield ["导出时间：2026-06-30 17:42"]
    yield _HEADING
    for ordinal in range(1, customers + 1):
        born = date(1940, 1, 1) + timedelta(days=rng.randrange(24_000))
        order = rng.randrange(1000)
        document = identity(rng.choice(_AREAS), f"{born:%Y%m%d}", order)
        if rng.random() < 0.01:
            document = document[:-1] + ("0" if document[-1] != "0" else "1")
        mobile = f"1{rng.choice('3456789')}{rng.randrange(10**9):09}"
        fen = round(10 ** rng.uniform(4, 9.3))
        yuan = f"{fen // 100}.{fen % 100:02}"
        row = [
            f"C{ordinal:08}",
            rng.choice(_SURNAMES) + "".join(rng.choices(_GIVEN, k=rng.choice((1, 2, 2)))),
            rng.choice(("男", "M", "1") if order % 2 else ("女", "F", "2")),
            document,
            rng.choice(
                (f"{born:%Y-%m-%d}", f"{born:%Y%m%d}", f"{born:%Y年%m月%d日}", f"{born:%Y.%m.%d}", "")
            ),
            rng.choice((mobile, mobile, f"+86 {mobile}", f"0086{mobile}", mobile.translate(_WIDE))),
            rng.choice(_WORK),
            f"西湖区{rng.choice(_STREETS)}{rng.randrange(999)}号",
            rng.choice(
                (yuan, f"¥{fen / 100:,.2f}", f"{fen / 10**6:.2f}万", yuan.translate(_WIDE), f"{yuan}元")
            ),
            rng.choice(("王经理", "赵敏", "李经理")),
        ]
        yield row
        if rng.random() < 0.01:
            yield row
    yield ["合计", f"{customers}户"]


def write_csv(path: Path, customers: int) -> Path:
    """In GB18030."""
    with path.open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows(rows(customers))
    return path


def write_xlsx(path: Path, customers: int) -> Path:
    """Every cell a text."""
    import xlsxwriter

    book = xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet()
    for place, row in enumerate(rows(customers)):
        for column, cell in enumerate(row):
            sheet.write_string(place, column, cell)
    book.close()
    return path
