"""Invented contacts of two years and what was promised in them: many with the wealthy, few with others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from rmdesk.models import (
    Channel,
    CommitmentKind,
    CommitmentState,
    ContactKind,
    ContactResult,
    FollowUpState,
    InteractionKind,
    Level,
    Satisfaction,
    TaskState,
)
from rmdesk.services.demo.dice import Dice, listed, spread

_DAYS = 730
_OFTEN, _SOMETIMES = 500_000, 50_000  # yuan from which on customers are contacted so
_WEEKEND = 5

_CHANNELS = spread(
    {
        Channel.CALL.value: 42,
        Channel.WECHAT.value: 28,
        Channel.BRANCH_VISIT.value: 16,
        Channel.SMS.value: 7,
        Channel.VISIT.value: 6,
        Channel.EMAIL.value: 1,
    }
)
_RESULTS = spread(
    {
        ContactResult.REACHED.value: 80,
        ContactResult.NO_ANSWER.value: 12,
        ContactResult.MESSAGE_LEFT.value: 4,
        ContactResult.REFUSED.value: 4,
    }
)
_MESSAGES = spread({ContactResult.SENT.value: 3, ContactResult.REPLIED.value: 2})
_KINDS = spread(
    {
        InteractionKind.DAILY.value: 44,
        InteractionKind.UPGRADE.value: 5,
        InteractionKind.CRISIS.value: 1,
    }
)
_FELT = spread(
    {
        Satisfaction.SATISFIED.value: 12,
        Satisfaction.NEUTRAL.value: 6,
        Satisfaction.DISSATISFIED.value: 1,
    }
)
_SAID = listed(
    "问过养老理财，嫌期限长 / 定期快到期，倾向续存一年 / 想了解大额存单额度，约下周到店 / 想给孙子开户"
    " / 基金亏损有情绪，安抚后愿意再看看 / 他行利率高一点，答应比较后回复 / 手机银行登录不了，已远程指导"
    " / 问国债什么时候发行，想买十万 / 家里装修要用钱，问消费贷 / 介绍了邻居来开户 / 女儿准备留学，问购汇流程"
    " / 满意上次的服务，愿意参加沙龙 / 反映网点排队太久 / 理财到期，资金先放活期看看 / 想给父母配一份保险"
    " / 公司账户打算转过来，要和会计商量 / 问黄金价格，想逢低买一点 / 信用卡年费有疑问，已解释清楚"
    " / 最近身体不好，不谈产品，只问候 / 风险测评到期，约到店重做 / 对净值波动不理解，讲了持有期限"
    " / 收到生日祝福很高兴 / 打算年底提前还房贷 / 想了解家庭保障规划"
)
_GREETINGS = listed("生日祝福 / 中秋祝福 / 春节祝福 / 产品到期提醒 / 沙龙邀请 / 降温提醒与问候")
_PURPOSES = listed("例行维护 / 到期提醒 / 产品推荐 / 投后沟通 / 节日问候 / 服务回访")
_NEEDS = listed("大额存单 / 稳健理财 / 养老保险 / 国债 / 基金定投 / 消费贷款")
_GIFTS = listed("茶叶 / 果篮 / 鲜花 / 月饼 / 对联福字")
_PROMISES = listed(
    "给出大额存单续作方案 / 寄送理财对账单 / 比较三款养老产品 / 预留国债额度 / 回复房贷提前还款违约金"
    " / 安排保险箱参观 / 整理持仓诊断 / 带产品说明书上门"
)
_TO_APPROVE = (
    (CommitmentKind.RATE, "续存利率申请上浮"),
    (CommitmentKind.FEE, "转账手续费申请减免"),
    (CommitmentKind.EXCEPTION, "理财预约额度申请特批"),
)
_STEPS = listed(
    "回电确认 / 带爱人来网点面谈 / 发产品对比表 / 约到店重做风险测评 / 跟进他行到期资金 / 沙龙后回访"
)
_TASKS = listed("核对购汇预约额度 / 查询冠字号 / 协助补录联系方式 / 确认贷款审批进度 / 打印资产证明")
_DEPARTMENTS = listed("国际业务部 / 个贷中心 / 运营管理部 / 信用卡中心")


@dataclass(slots=True)
class Contacts:
    """What one customer's manager did, as rows without ids."""

    interactions: list[dict[str, Any]] = field(default_factory=list)
    commitments: list[dict[str, Any]] = field(default_factory=list)
    follow_ups: list[dict[str, Any]] = field(default_factory=list)
    tasks: list[dict[str, Any]] = field(default_factory=list)


def invent(
    seed: int, ordinal: int, *, today: date, yuan: int, assignees: Sequence[int], each: int | None = None
) -> Contacts:
    """The contacts of the customer in this place, who has so much; with `each` about so many of everybody.

    They come from a stream of their own, so that the customers of a seed are the same with and without.
    `assignees` are places among those who may be given a task.
    """
    dice = Dice(f"{seed}/{ordinal}")
    usual = 14 if yuan >= _OFTEN else 5 if yuan >= _SOMETIMES else 1
    usual = usual if each is None else each
    made = Contacts()
    count = dice.between(usual // 2, usual + (usual + 1) // 2)
    for day in sorted(_workday(dice, today) for _ in range(count)):
        made.interactions.append(_interaction(dice, day))
    if not made.interactions or usual < 2:
        return made
    last = made.interactions[-1]["held_on"]
    if dice.chance(0.25):
        made.commitments.append(_commitment(dice, last, today))
    if dice.chance(0.06):
        made.commitments.append(_old_commitment(dice, made.interactions[0]["held_on"], today))
    if dice.chance(0.3):
        made.follow_ups.append(_follow_up(dice, last, today))
    if dice.chance(0.05):
        made.tasks.append(_task(dice, last, today, assignees))
    return made


def caught_up(ordinal: int, day: date, kind: ContactKind) -> dict[str, Any]:
    """The contact by which a manager kept up with somebody about a day, as a row without ids."""
    dice = Dice(f"kept up/{ordinal}")
    row = _interaction(dice, day - timedelta(days=max(0, day.weekday() - _WEEKEND + 1)))
    at_hand = Channel.VISIT if kind is ContactKind.LEADERS_VISIT or dice.chance(0.3) else Channel.BRANCH_VISIT
    return row | {
        "channel": (Channel.CALL if kind is ContactKind.CALL else at_hand).value,
        "level": (Level.LEADER if kind is ContactKind.LEADERS_VISIT else Level.BUSINESS).value,
        "result": ContactResult.REACHED.value,
        "content": row["content"] or dice.among(_SAID),
        "duration_minutes": dice.between(5, 40),
    }


def _workday(dice: Dice, today: date) -> date:
    found = today - timedelta(days=int(_DAYS * dice.roll() ** 1.3))
    back = max(0, found.weekday() - _WEEKEND + 1)
    return found - timedelta(days=back)


def _interaction(dice: Dice, day: date) -> dict[str, Any]:
    channel = dice.among(_CHANNELS)
    is_message = channel in (Channel.SMS.value, Channel.EMAIL.value)
    at_hand = channel in (Channel.VISIT.value, Channel.BRANCH_VISIT.value)
    result = (
        dice.among(_MESSAGES)
        if is_message
        else ContactResult.REACHED.value
        if at_hand
        else dice.among(_RESULTS)
    )
    spoke = result == ContactResult.REACHED.value
    needs, spent = spoke and dice.chance(0.12), at_hand and dice.chance(0.1)
    return {
        "held_on": day,
        "at_minute": dice.between(9 * 12, 17 * 12) * 5,
        "duration_minutes": dice.between(3, 45) if spoke else None,
        "channel": channel,
        "level": (Level.LEADER if at_hand and dice.chance(0.12) else Level.BUSINESS).value,
        "kind": dice.among(_KINDS),
        "result": result,
        "purpose": dice.among(_PURPOSES) if dice.chance(0.6) else None,
        "content": dice.among(_SAID) if spoke else dice.among(_GREETINGS) if is_message else None,
        "need": dice.among(_NEEDS) if needs else None,
        "need_amount_fen": dice.between(1, 20) * 5_000_000 if needs else None,
        "need_on": day + timedelta(days=dice.between(10, 120)) if needs else None,
        "satisfaction": dice.among(_FELT) if spoke and dice.chance(0.45) else None,
        "cost_fen": dice.between(3, 18) * 1000 if spent else None,
        "cost_for": dice.among(_GIFTS) if spent else None,
    }


def _due_in(dice: Dice, late: int, ahead: int) -> int:
    """In so many days something is due; of one in ten it is overdue by `late` days at most."""
    return dice.between(-late, -1) if dice.chance(0.1) else dice.between(0, ahead)


def _commitment(dice: Dice, promised_on: date, today: date) -> dict[str, Any]:
    """One of the last contact: still to be kept, or waiting for the supervisor."""
    due_on = max(promised_on, today + timedelta(days=_due_in(dice, 6, 20)))
    if dice.chance(0.12):
        (kind, promise), state = dice.among(_TO_APPROVE), CommitmentState.WAITING
    else:
        kind, promise, state = CommitmentKind.SERVICE, dice.among(_PROMISES), CommitmentState.OPEN
    return _promise(promise, kind, state, promised_on, due_on)


def _old_commitment(dice: Dice, promised_on: date, today: date) -> dict[str, Any]:
    """One of long ago, kept or broken."""
    due_on = min(promised_on + timedelta(days=dice.between(1, 14)), today)
    state = CommitmentState.KEPT if dice.chance(0.85) else CommitmentState.BROKEN
    row = _promise(dice.among(_PROMISES), CommitmentKind.INFORMATION, state, promised_on, due_on)
    return row | {"settled_on": due_on}


def _promise(
    promise: str, kind: CommitmentKind, state: CommitmentState, promised_on: date, due_on: date
) -> dict[str, Any]:
    return {
        "promise": promise,
        "kind": kind.value,
        "state": state.value,
        "promised_on": promised_on,
        "due_on": due_on,
        "settled_on": None,
    }


def _follow_up(dice: Dice, last: date, today: date) -> dict[str, Any]:
    is_open = dice.chance(0.7)
    due_on = max(last, today + timedelta(days=_due_in(dice, 10, 25))) if is_open else last
    return {
        "due_on": due_on,
        "channel": dice.among(_CHANNELS),
        "step": dice.among(_STEPS),
        "state": (FollowUpState.OPEN if is_open else FollowUpState.DONE).value,
        "settled_on": None if is_open else due_on,
    }


def _task(dice: Dice, last: date, today: date, assignees: Sequence[int]) -> dict[str, Any]:
    """For a colleague by `assignee` (one of `assignees`), or for a department."""
    is_open = dice.chance(0.6)
    due_on = max(last, today + timedelta(days=dice.between(-5, 15))) if is_open else last
    to_colleague = bool(assignees) and dice.chance(0.6)
    return {
        "work": dice.among(_TASKS),
        "assignee_id": dice.among(assignees) if to_colleague else None,
        "department": None if to_colleague else dice.among(_DEPARTMENTS),
        "due_on": due_on,
        "state": (TaskState.OPEN if is_open else TaskState.DONE).value,
        "done_on": None if is_open else due_on,
    }
