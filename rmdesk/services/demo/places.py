"""Where invented people live and work: a made-up town by the river, its streets and employers."""

from __future__ import annotations

from dataclasses import dataclass

from rmdesk.services.demo.dice import Dice, listed, weighted
from rmdesk.services.demo.numbers import Numbers

DISTRICTS = weighted("滨江区 46 / 西兴街道 12 / 长河街道 12 / 浦沿街道 10 / 萧山区 9 / 上城区 6 / 西湖区 5")
_STREETS = listed(
    "江南大道 / 滨盛路 / 江汉路 / 春晓路 / 长河路 / 浦沿路 / 滨安路"
    "/ 火炬大道 / 闻涛路 / 网商路 / 滨康路 / 伟业路"
    "/ 阡陌路 / 聚工路 / 丹枫路 / 泰安路 / 月明路 / 白马湖路"
)
_ESTATES_FIRST = listed(
    "云 / 江 / 滨 / 锦 / 翠 / 丽 / 金 / 明 / 春 / 白马 / 风雅 / 倾城/ 武林 / 铂金 / 国信 / 水晶 / 湖畔 / 钱塘"
)
_ESTATES_SECOND = listed(
    "溪苑 / 景园 / 和家园 / 江名城 / 水湾 / 晖苑 / 之里 / 筑 / 御府 / 悦城 / 澜府 / 华庭 / 新村 / 公寓"
)


def home(dice: Dice) -> tuple[str, str]:
    """The district and the address in one line, which begins with province, city and district."""
    district = dice.among(DISTRICTS)
    where = district if district.endswith("区") else "滨江区" + district
    estate = dice.among(_ESTATES_FIRST) + dice.among(_ESTATES_SECOND)
    return district, (
        f"浙江省杭州市{where}{dice.among(_STREETS)}{dice.between(1, 980)}号{estate}"
        f"{dice.between(1, 32)}幢{dice.between(1, 3)}单元{dice.between(1, 28)}{dice.between(1, 4):02}室"
    )


@dataclass(frozen=True, slots=True)
class Office:
    """An invented employer; `trade` is the industry, `jobs` the occupations found there."""

    name: str
    trade: str
    credit_code: str | None
    phone: str
    address: str
    jobs: str


# Public bodies exist once each; companies are named freely.
_PUBLIC = (
    ("教育", "teaching", "滨江区第一小学 / 滨江区实验中学 / 长河高级中学 / 江南职业技术学院"),
    ("卫生", "medicine", "滨江区人民医院 / 江南中医院 / 西兴街道社区卫生服务中心"),
    ("公共管理", "office", "滨江区税务局 / 滨江区人民法院 / 浦沿街道办事处"),
    ("公用事业", "industry", "滨江区自来水公司 / 江南供电所"),
    ("交通运输", "industry", "滨江区公交公司"),
    ("文化", "office", "滨江区图书馆"),
)
_BRANDS_FIRST = listed(
    "恒 / 盛 / 嘉 / 鸿 / 博 / 远 / 瑞 / 天 / 华 / 中 / 新 / 正 / 泰 / 康 / 启"
    "/ 海 / 宏 / 创 / 云 / 智 / 汇 / 聚 / 和 / 安"
)
_BRANDS_SECOND = listed(
    "达 / 源 / 信 / 隆 / 通 / 晟 / 辰 / 邦 / 润 / 腾 / 维 / 科 / 利 / 丰 / 迅 / 翔 / 诚 / 益 / 景 / 宇"
)
_TRADES = (
    ("信息技术", "software", listed("软件 / 网络科技 / 信息技术 / 智能科技")),
    ("制造业", "industry", listed("机械 / 精密制造 / 电子 / 纺织 / 塑胶 / 五金")),
    ("批发零售", "trade", listed("贸易 / 商贸 / 供应链 / 食品")),
    ("建筑业", "industry", listed("建设 / 装饰工程 / 园林")),
    ("商务服务", "office", listed("物业服务 / 人力资源 / 会计服务 / 咨询")),
    ("住宿餐饮", "trade", listed("餐饮管理 / 酒店管理")),
)


def offices(dice: Dice, numbers: Numbers, count: int) -> list[Office]:
    """`count` employers (at least the public ones), no two of one name."""
    found: dict[str, Office] = {}
    for trade, jobs, public in _PUBLIC:
        for name in listed(public):
            found[name] = Office(name, trade, None, numbers.landline(), _office_address(dice), jobs)
    while len(found) < count:
        trade, jobs, lines = dice.among(_TRADES)
        brand = dice.among(_BRANDS_FIRST) + dice.among(_BRANDS_SECOND)
        if len(found) > 1500:  # two characters are used up
            brand += dice.among(_BRANDS_SECOND)
        name = f"杭州{brand}{dice.among(lines)}有限公司"
        if name not in found:
            found[name] = Office(
                name, trade, numbers.credit_code(), numbers.landline(), _office_address(dice), jobs
            )
    return list(found.values())


def _office_address(dice: Dice) -> str:
    return f"浙江省杭州市滨江区{dice.among(_STREETS)}{dice.between(1, 980)}号"
