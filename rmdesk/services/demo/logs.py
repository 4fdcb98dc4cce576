"""Two worked weeks of daily logs of an invented branch, and the plans of this and the next working day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import (
    Customer,
    DailyLog,
    DailyLogItem,
    DailyLogNews,
    DailyLogNewsCustomer,
    DailyLogRemark,
    Interaction,
    ItemSource,
    LogState,
    NewsKind,
    Outcome,
    RemarkKind,
    Role,
    Staff,
    StaffRole,
)
from rmdesk.services import bulk, daily_logs, planned_items, working_days
from rmdesk.services.daily_logs import purposes
from rmdesk.services.demo.dice import Dice, listed

_DAYS = 10  # working days before today
_UNREAD = 2  # of them the last ones wait to be countersigned
_PLANNED, _PROPOSED = 6, 5  # items of a day at most; of a plan to come
_TOUCHED = 8  # customers whom news touches
_OWN = listed(
    "整理本周到期客户名单 / 参加晨会 / 更新客户档案 / 核对转介绍名单 / 布置厅堂宣传折页 / 学习新产品说明书"
    " / 走访周边商户"
)
_DONE = listed("按计划完成 / 名单已发各人 / 已更新 / 当面讲解，客户认可 / 记录已补齐")
_NOT_DONE = listed("客户出差，下周再约 / 电话未接通 / 厅堂客户多，未能外出 / 等产品额度批复")
_PARTLY = listed("只联系上一半客户 / 资料已发，未当面讲 / 客户要和家人商量")
_COMMENTS = listed(
    "到期客户跟得紧，继续保持 / 下次把他行资金的去向写清楚 / 面谈偏少，下周安排两次上门 / 完成得好"
    " / 未完成的要写明下一步"
)
_BACK = "有两位客户的联系结果没有写清楚，请补充后再交。"
_ADDENDUM = listed("晚间客户回电，确认续存 / 补记：客户要求下周三上午到店 / 更正：金额应为 30 万")
_NEWS = (
    (NewsKind.MARKET, "多家同业下调三年期大额存单利率", "持有同业到期存单的客户可提前沟通续作方案"),
    (NewsKind.POLICY, "个人养老金可投产品名录更新", "已开户客户可增配，临近退休的客户优先告知"),
    (NewsKind.PRODUCT, "本行新发稳健型理财，期限 180 天", "定期到期、风险等级为稳健的客户适合"),
)


@dataclass(slots=True)
class _Day:
    """A log with what hangs on it, as rows that still lack its id."""

    row: dict[str, Any]
    items: list[dict[str, Any]] = field(default_factory=list)
    remarks: list[dict[str, Any]] = field(default_factory=list)
    news: list[tuple[dict[str, Any], list[int]]] = field(default_factory=list)


def invent(session: Session, today: date) -> None:
    """Logs of everybody who manages relationships: countersigned, handed in, sent back, and one begun.

    Needs the contacts, which answer most of what was planned; the plans to come are made of what is due.
    The same contacts give the same logs.
    """
    calendar = working_days.load(session)
    days = [calendar.previous_working_day(today)]
    while len(days) < _DAYS:
        days.append(calendar.previous_working_day(days[-1]))
    days.reverse()
    judge = _first(session, Role.SUPERVISOR)
    managers = list(session.scalars(_having(Role.RELATIONSHIP_MANAGER)))
    made: list[_Day] = []
    for place, manager in enumerate(managers):
        for back, day in zip(range(len(days), 0, -1), days, strict=True):
            dice = Dice(f"log/{place}/{back}")
            if (place, back) == (2, 4):
                continue  # nothing was written
            before = calendar.previous_working_day(day)
            after = calendar.next_working_day(day)
            met = _met(session, manager.id, day)
            one = _worked(dice, manager.id, day, before, met)
            _judged(dice, one, day, after, None if judge == manager.id else judge, (place, back))
            made.append(one)
    _write(session, made)
    following = calendar.next_working_day(today)
    for day in [one for one in (today, following) if calendar.is_working_day(one)]:
        before = calendar.previous_working_day(day)
        plans = [_to_come(session, manager, day, before) for manager in managers]
        _write(session, [one for one in plans if one is not None])


def _having(role: Role) -> Any:
    found = select(Staff).join(StaffRole).where(StaffRole.role == role.value, Staff.disabled_at.is_(None))
    return found.order_by(Staff.id)


def _first(session: Session, role: Role) -> int | None:
    found = session.scalars(_having(role).limit(1)).one_or_none()
    return None if found is None else found.id


def _met(session: Session, staff_id: int, day: date) -> list[Interaction]:
    found = (
        select(Interaction)
        .join(Customer, Customer.id == Interaction.customer_id)
        .where(Interaction.staff_id == staff_id, Interaction.held_on == day, Customer.deleted_at.is_(None))
        .order_by(Interaction.at_minute, Interaction.id)
        .limit(_PLANNED + 3)
    )
    return list(session.scalars(found))


def _worked(dice: Dice, staff_id: int, day: date, before: date, met: Sequence[Interaction]) -> _Day:
    """A day that was planned and answered for; the last contacts of it came unplanned."""
    planned_at = _at(before, 17, dice.between(5, 50))
    is_late = dice.chance(0.12)
    if is_late:
        planned_at = _at(day, 8, dice.between(20, 55))
    row = {
        "staff_id": staff_id,
        "day": day,
        "planned_at": planned_at,
        "plan_is_late": is_late,
        "state": LogState.DRAFT.value,
    }
    one = _Day(row)
    for contact in met[: max(2, min(_PLANNED, len(met) - 2))]:
        one.items.append(_answered(dice, contact, day, planned_at))
    own = dice.some(_OWN, dice.between(1, 2))
    for purpose in own:
        one.items.append(_of_nobody(dice, purpose, day, planned_at))
    if dice.chance(0.35):
        kind, headline, meaning = dice.among(_NEWS)
        said = {"kind": kind.value, "headline": headline, "meaning": meaning, "added_at": _at(day, 9, 10)}
        one.news.append((said, list(dict.fromkeys(contact.customer_id for contact in met))[:_TOUCHED]))
    return one


def _answered(dice: Dice, contact: Interaction, day: date, added_at: datetime) -> dict[str, Any]:
    is_regular = contact.purpose in (None, "例行维护")
    words = planned_items.words_of(contact)
    item: dict[str, Any] = {
        "customer_id": contact.customer_id,
        "purpose": "例行电话" if is_regular else contact.purpose,
        "channel": contact.channel,
        "source": (ItemSource.TOUCHPOINT if is_regular else ItemSource.FREE).value,
        "added_at": added_at,
        "interaction_id": contact.id,
        "completed_at": _at(day, 17, dice.between(0, 30)),
    }
    if is_regular:
        item |= {"rule": "cadence_call", "subject": "", "due_on": day, "told_of": "[]"}
    if words is None or dice.chance(0.15):
        return item | {"outcome": Outcome.PARTLY.value, "result": words or dice.among(_PARTLY)}
    return item | {"outcome": Outcome.DONE.value, "result": words}


def _of_nobody(dice: Dice, purpose: str, day: date, added_at: datetime) -> dict[str, Any]:
    item = {"purpose": purpose, "added_at": added_at, "completed_at": _at(day, 17, dice.between(0, 30))}
    if dice.chance(0.6):
        return item | {"outcome": Outcome.DONE.value, "result": dice.among(_DONE)}
    if dice.chance(0.5):
        return item | {"outcome": Outcome.NOT_DONE.value, "result": dice.among(_NOT_DONE)}
    return item | {"outcome": Outcome.MOVED.value, "moved_to": day + timedelta(days=7)}


def _judged(dice: Dice, one: _Day, day: date, after: date, judge: int | None, place: tuple[int, int]) -> None:
    """Hand the log in, and let the supervisor read it the next morning."""
    manager, back = place
    if place == (0, 1):
        return  # not handed in yet
    is_late = dice.chance(0.1)
    handed_in = _at(after, 8, 40) if is_late else _at(day, 17, dice.between(31, 59))
    one.row |= {
        "state": LogState.SUBMITTED.value,
        "submitted_at": handed_in,
        "submit_is_late": is_late,
    }
    if judge is None or back <= _UNREAD:
        return
    read_at = max(_at(after, 9, dice.between(0, 40)), handed_in + timedelta(minutes=5))
    sent_back = place == (1, 3)
    one.row |= {
        "state": (LogState.RETURNED if sent_back else LogState.COUNTERSIGNED).value,
        "decided_by_id": judge,
        "decided_at": read_at,
    }
    remark = {"staff_id": judge, "said_at": read_at}
    if sent_back:
        one.remarks.append(remark | {"kind": RemarkKind.RETURNED.value, "text": _BACK})
        return
    said = dice.among(_COMMENTS) if dice.chance(0.5) else None
    one.remarks.append(remark | {"kind": RemarkKind.COUNTERSIGNED.value, "text": said})
    if manager == 0 and back % 3 == 0:
        told = {"staff_id": one.row["staff_id"], "said_at": handed_in + timedelta(minutes=50)}
        addendum = {"kind": RemarkKind.ADDENDUM.value, "text": dice.among(_ADDENDUM)}
        one.remarks.insert(0, told | addendum)


def _to_come(session: Session, manager: Staff, day: date, before: date) -> _Day | None:
    """The plan of a day that is not over, of what weighs most of what is due."""
    planned_at = min(_at(before, 17, 30), datetime.now().astimezone())
    found = daily_logs.load_due(session, day, staff_uid=manager.uid).proposals[:_PROPOSED]
    if not found:
        return None
    one = _Day({"staff_id": manager.id, "day": day, "planned_at": planned_at, "state": LogState.DRAFT.value})
    for proposal in found:
        key = proposal.key
        one.items.append(
            {
                "customer_id": key.customer_id,
                "purpose": proposal.purpose,
                "told_of": purposes.made_of(proposal.line.touchpoint),
                "channel": proposal.line.channel,
                "at_minute": proposal.at_minute,
                "source": ItemSource.TOUCHPOINT.value,
                "rule": key.rule,
                "subject": key.subject,
                "due_on": key.due_on,
                "added_at": planned_at,
                "outcome": Outcome.OPEN.value,
            }
        )
    one.items.sort(key=lambda item: (item["at_minute"] is None, item["at_minute"] or 0))
    return one


def _at(day: date, hour: int, minute: int) -> datetime:
    return datetime.combine(day, time(hour, minute)).astimezone()


def _write(session: Session, made: Sequence[_Day]) -> None:
    logs = _insert(session, DailyLog, [one.row for one in made])
    told = list(zip(logs, made, strict=True))
    bulk.insert(session, DailyLogItem, list(_items(told)))
    bulk.insert(session, DailyLogRemark, [{"log_id": log, **row} for log, one in told for row in one.remarks])
    news = [(log, row, touched) for log, one in told for row, touched in one.news]
    ids = _insert(session, DailyLogNews, [{"log_id": log, **row} for log, row, _ in news])
    touched = [
        {"news_id": place, "customer_id": customer}
        for place, (_, _, customers) in zip(ids, news, strict=True)
        for customer in customers
    ]
    bulk.insert(session, DailyLogNewsCustomer, touched)


def _items(told: Sequence[tuple[int, _Day]]) -> Iterator[dict[str, Any]]:
    for log, one in told:
        named: set[tuple[object, ...]] = set()
        position = 0
        for item in one.items:
            key = (item.get("customer_id"), item.get("rule"), item.get("subject"), item.get("due_on"))
            if item.get("rule") is not None and key in named:
                continue  # somebody met twice on a day answers one item
            named.add(key)
            position += 1
            yield {"log_id": log, "position": position, **item}


def _insert(session: Session, model: Any, rows: list[dict[str, Any]]) -> list[int]:
    """Insert rows; their ids in order."""
    uids = bulk.insert(session, model, rows)
    found: dict[str, int] = dict(
        session.execute(select(model.uid, model.id).where(model.uid.in_(uids))).all()
    )
    return [found[uid] for uid in uids]
