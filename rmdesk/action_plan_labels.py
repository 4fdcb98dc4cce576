"""Words for action plans: where they stand, how often, by which ways, what one version says otherwise."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from rmdesk import choices, goal_labels, labels
from rmdesk.models import Channel, Per
from rmdesk.services.errors import UserError
from rmdesk.services.plans import Difference, NodeRow
from rmdesk.services.plans import channels as mixes
from rmdesk.words import QT_TRANSLATE_NOOP, translate

STANDINGS: dict[str, str] = {
    "draft": QT_TRANSLATE_NOOP("plan words", "Draft"),
    "submitted": QT_TRANSLATE_NOOP("plan words", "To agree"),
    "returned": QT_TRANSLATE_NOOP("plan words", "Returned"),
    "agreed": QT_TRANSLATE_NOOP("plan words", "Agreed to"),
    "running": QT_TRANSLATE_NOOP("plan words", "Running"),
    "ended": QT_TRANSLATE_NOOP("plan words", "To assess"),
    "closed": QT_TRANSLATE_NOOP("plan words", "Closed"),
}


def standing(one: str) -> str:
    return translate("plan words", STANDINGS[one])


def channel(one: str) -> str:
    return choices.word("plan_item", "channel", one)


def channels(mix: Mapping[str, int] | None) -> str:
    """电话 70%、面访 30%; one that is alone without its share."""
    if not mix:
        return ""
    if len(mix) == 1:
        return channel(next(iter(mix)))
    return labels.listed(
        translate("plan words", "{channel} {share}%", channel=channel(one), share=share)
        for one, share in mix.items()
    )


def frequency(times: int | None, per: str | None) -> str:
    """每月2次, 2 times each month; "" if none is said."""
    if times is None:
        return ""
    period = choices.word("plan_node", "per", per or "plan")
    if times == 1:
        return translate("plan words", "once {period}", period=period)
    return translate("plan words", "{times}× {period}", times=times, period=period)


def money(fen: int | None) -> str:
    return "" if fen is None else goal_labels.number(fen, is_money=True)


def days(node: NodeRow) -> str:
    """The days of a sub-plan, if it has any of its own."""
    if node.first is None and node.last is None:
        return ""
    first, last = node.span
    return f"{first.isoformat()} – {last.isoformat()}"


def value(field: str, kept: Any) -> str:
    """A value of a version as it is told."""
    if kept is None or kept == "":
        return "–"
    if field == "channels":
        return channels(kept)
    if field == "per":
        return choices.word("plan_node", "per", kept)
    if field == "cost_fen":
        return money(kept)
    return str(kept)


def contacts(count: int) -> str:
    return translate("plan words", "{count} contacts", count=f"{count:,}")


def named(label: str, told: str) -> str:
    return translate("plan words", "{label}: {told}", label=label, told=told)


def difference(one: Difference) -> str:
    """One difference in a line: 白金以上：频次 1 → 2."""
    if one.change == "added":
        return translate("plan words", "Sub-plan “{name}” added", name=one.node)
    if one.change == "removed":
        return translate("plan words", "Sub-plan “{name}” removed", name=one.node)
    if one.change == "moved":
        return translate("plan words", "Sub-plan “{name}” moved", name=one.node)
    field = one.field or ""
    table = "plan" if one.node is None else "plan_node"
    told = translate(
        "plan words",
        "{field}: {before} → {after}",
        field=labels.what(f"{table}.{field}"),
        before=value(field, one.before),
        after=value(field, one.after),
    )
    if one.node is None:
        return told
    return translate("plan words", "{name}, {told}", name=one.node, told=told)


_PERIODS: dict[str, tuple[str, ...]] = {
    Per.WEEK: ("周", "星期", "week"),
    Per.MONTH: ("月", "month"),
    Per.QUARTER: ("季", "quarter"),
    Per.PLAN: ("期", "period", "plan"),
}


def read_frequency(typed: str) -> dict[str, Any]:
    """Fields of a sub-plan from "2", "每月2次", "2/week", "一个月两次"; nothing typed is no frequency.

    Raises UserError `plan.frequency`.
    """
    said = unicodedata.normalize("NFKC", typed).strip().lower()
    if not said:
        return {"times": None}
    numbers = re.findall(r"\d+", said)
    if not numbers:
        said_in_words = [_NUMBERS[sign] for sign in said.replace("一个", "") if sign in _NUMBERS]
        numbers = [str(one) for one in said_in_words] or (["1"] if "once" in said else [])
    if len(numbers) != 1 or len(numbers[0]) > 4:
        raise UserError("plan.frequency")
    per = next((per for per, words in _PERIODS.items() if any(word in said for word in words)), Per.PLAN)
    return {"times": int(numbers[0]), "per": str(per)}


_NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6}


def read_channels(typed: str) -> dict[str, Any]:
    """Ways of contact as they are typed in either language; raises UserError `plan.shares`."""
    words = {channel(one): one.value for one in Channel}
    words |= {text: one for one, texts in _ALSO.items() for text in texts}
    return {"channels": mixes.typed(typed, words)}


# What people type beside the words that stand there.
_ALSO: dict[str, tuple[str, ...]] = {
    Channel.CALL: ("电话", "call", "phone"),
    Channel.VISIT: ("上门", "面访", "拜访", "visit"),
    Channel.WECHAT: ("微信", "wechat"),
    Channel.SMS: ("短信", "sms", "text message"),
    Channel.BRANCH_VISIT: ("到网点", "网点面谈", "网点", "at the branch"),
    Channel.EMAIL: ("邮件", "e-mail", "email"),
    Channel.LETTER: ("信函", "letter"),
}
