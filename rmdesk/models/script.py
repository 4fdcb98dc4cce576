"""The script library: what to say to customers, what to ask, what to answer, what never to promise."""

from __future__ import annotations

import enum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from rmdesk.models.base import UID_LENGTH, Base, Business
from rmdesk.models.customer import Orientation, one_of

SCRIPT_LONGEST = 500
CUE_LONGEST = 200


class ScriptPart(enum.StrEnum):
    """What of a conversation a text is for."""

    OPENING = "opening"
    QUESTION = "question"
    OBJECTION = "objection"
    NEVER = "never"


class Script(Business, Base):
    """A text with fields for one occasion (`services/scripts`), of the branch or of one manager.

    `cue` is what the customer says, of an objection, whose answer `text` is. `orientation` and `tier_uid`
    narrow whom it is for; `replaces`, `is_off` and `staff_id` as with greetings (`services/kept_texts.py`).
    """

    __tablename__ = "script"
    __table_args__ = (
        one_of("part", ScriptPart, "part_known"),
        one_of("orientation", Orientation, "orientation_known"),
        CheckConstraint("language IN ('zh_CN', 'en')", name="language_known"),
        CheckConstraint("length(trim(text)) > 0", name="text_given"),
        CheckConstraint("(part = 'objection') = (cue IS NOT NULL)", name="cue_of_objection"),
        CheckConstraint("replaces IS NULL OR staff_id IS NULL", name="replaced_by_the_branch"),
        UniqueConstraint("replaces"),
        Index("ix_script_staff_id", "staff_id"),
    )

    part: Mapped[str] = mapped_column(String(20))
    occasion: Mapped[str] = mapped_column(String(40))
    language: Mapped[str] = mapped_column(String(10))
    cue: Mapped[str | None] = mapped_column(String(CUE_LONGEST))
    text: Mapped[str] = mapped_column(String(SCRIPT_LONGEST))
    orientation: Mapped[str | None] = mapped_column(String(20))
    tier_uid: Mapped[str | None] = mapped_column(String(UID_LENGTH))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))  # None: the branch's
    replaces: Mapped[str | None] = mapped_column(String(40))
    is_off: Mapped[bool] = mapped_column(default=False)
