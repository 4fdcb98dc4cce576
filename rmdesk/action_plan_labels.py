"""Words for action plans: where they stand, how often, by which ways, what one version says otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rmdesk import choices, goal_labels, labels
from rmdesk.services.plans import Difference, NodeRow
from rmdesk.words import QT_TRANSLATE_NOOP, translate

STANDINGS: dict[str, str] = {
    "draft": QT_TRANSLATE_NOOP("plan words", "Draft"),
    "submitted": QT_TRANSLATE_NOOP("plan words", "To be agreed"),
    "returned": QT_TRANSLATE_NOOP("plan words", "Returned"),
    "agreed": QT_TRANSLATE_NOOP("plan words", "Agreed to"),
    "running": QT_TRANSLATE_NOOP("plan words", "Running"),
    "ended": QT_TRANSLATE_NOOP("plan words", "To be evaluated"),
    "closed": QT_TRANSLATE_NOOP("plan words", "Evaluated"),
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
    return translate("plan words", "{times} times {period}", times=times, period=period)


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
