"""When customers were last reached: the one expression that facts and cadences read."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ScalarSelect, Select, select

from rmdesk.models import Channel, Interaction, Level
from rmdesk.models.interaction import NOT_REACHED


def last_contact(
    customer_id: Any, *, channels: Collection[Channel] = (), levels: Collection[Level] = ()
) -> ScalarSelect[Any]:
    """The day a customer was last reached, beside the column `customer_id`: one look at an index.

    `channels`, `levels`: by one of these only.
    """
    found: Select[Any] = select(Interaction.held_on).where(
        Interaction.customer_id == customer_id, Interaction.result.not_in([one.value for one in NOT_REACHED])
    )
    if channels:
        found = found.where(Interaction.channel.in_([one.value for one in channels]))
    if levels:
        found = found.where(Interaction.level.in_([one.value for one in levels]))
    return found.order_by(Interaction.held_on.desc()).limit(1).scalar_subquery()
