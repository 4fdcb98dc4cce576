"""Greetings: the texts a branch and its managers keep, and which of them a customer got."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from rmdesk.models.base import UID_LENGTH, Base, Business
from rmdesk.models.customer import Channel, one_of

GREETING_LONGEST = 500


class GreetingTemplate(Business, Base):
    """A text with fields for one occasion (`services/greetings`), of the branch or of one manager.

    `replaces` is the code of a shipped text that it stands in for; with `is_off` there is none in its place.
    `relation`, `channel` and `tier_uid` narrow whom it is for: family of this kind, this way, this tier and
    those above.
    """

    __tablename__ = "greeting_template"
    __table_args__ = (
        one_of("channel", Channel, "channel_known"),
        CheckConstraint("relation IN ('spouse', 'child', 'parent')", name="relation_known"),
        CheckConstraint("language IN ('zh_CN', 'en')", name="language_known"),
        CheckConstraint("length(trim(text)) > 0", name="text_given"),
        CheckConstraint("replaces IS NULL OR staff_id IS NULL", name="replaced_by_the_branch"),
        UniqueConstraint("replaces"),
        Index("ix_greeting_template_staff_id", "staff_id"),
    )

    occasion: Mapped[str] = mapped_column(String(40))
    language: Mapped[str] = mapped_column(String(10))
    text: Mapped[str] = mapped_column(String(GREETING_LONGEST))
    relation: Mapped[str | None] = mapped_column(String(20))
    channel: Mapped[str | None] = mapped_column(String(20))
    tier_uid: Mapped[str | None] = mapped_column(String(UID_LENGTH))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))  # None: the branch's
    replaces: Mapped[str | None] = mapped_column(String(40))
    is_off: Mapped[bool] = mapped_column(default=False)


class GreetingUse(Business, Base):
    """A text a customer was given, filled in, on an occasion: `due_on` is the day of the occasion.

    `template` is the uid of a template or the code of a shipped text.
    """

    __tablename__ = "greeting_use"
    __table_args__ = (
        one_of("channel", Channel, "channel_known"),
        Index("ix_greeting_use_customer_id_used_on", "customer_id", "used_on"),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    occasion: Mapped[str] = mapped_column(String(40))
    due_on: Mapped[date] = mapped_column()
    template: Mapped[str] = mapped_column(String(40))
    text: Mapped[str] = mapped_column(String(2 * GREETING_LONGEST))
    channel: Mapped[str | None] = mapped_column(String(20))
    used_on: Mapped[date] = mapped_column()
