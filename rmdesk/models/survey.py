"""Surveys: what is asked of whom, what was answered, and the report that is signed."""

from __future__ import annotations

import enum
from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from rmdesk.models.base import Base, Business
from rmdesk.models.customer import LINE_LONGEST, TEXT_LONGEST, one_of

THEME_LONGEST = 40
NUMBER_LONGEST = 20


class SurveyState(enum.StrEnum):
    """Where a survey stands."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    REPORTED = "reported"


class SurveyMethod(enum.StrEnum):
    """How the questions reach people."""

    PAPER = "paper"
    INTERVIEW = "interview"
    PHONE = "phone"
    ONLINE = "online"
    EVENT = "event"


class Sampling(enum.StrEnum):
    """Who of the population is asked."""

    EVERYBODY = "everybody"
    RANDOM = "random"
    STRATIFIED = "stratified"


class InvitationState(enum.StrEnum):
    """What became of asking one customer."""

    PENDING = "pending"
    ANSWERED = "answered"
    REFUSED = "refused"
    UNREACHED = "unreached"


class Survey(Business, Base):
    """One survey. `staff_id` is who runs it, `former_id` the one it was copied from.

    `expression` is the population (`services/segments`; None: all customers), of which `sample_size` were
    drawn by `seed` on `drawn_on` when it was `population` customers large.
    """

    __tablename__ = "survey"
    __table_args__ = (
        CheckConstraint("length(trim(title)) > 0", name="title_given"),
        CheckConstraint("starts_on <= ends_on", name="period_forward"),
        CheckConstraint("sample_size > 0", name="sample_size_possible"),
        CheckConstraint("(sampling = 'everybody') = (sample_size IS NULL)", name="sample_size_where_drawn"),
        CheckConstraint("population >= 0", name="population_possible"),
        one_of("state", SurveyState, "state_known"),
        one_of("method", SurveyMethod, "method_known"),
        one_of("sampling", Sampling, "sampling_known"),
        UniqueConstraint("number"),
    )

    number: Mapped[str] = mapped_column(String(NUMBER_LONGEST))
    title: Mapped[str] = mapped_column(String(LINE_LONGEST))
    purpose: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    content: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    method: Mapped[str] = mapped_column(String(20), default=SurveyMethod.PAPER.value)
    starts_on: Mapped[date] = mapped_column()
    ends_on: Mapped[date] = mapped_column()
    is_anonymous: Mapped[bool] = mapped_column(default=False)
    state: Mapped[str] = mapped_column(String(20), default=SurveyState.DRAFT.value)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    former_id: Mapped[int | None] = mapped_column(ForeignKey("survey.id"))
    expression: Mapped[str | None] = mapped_column(String)  # JSON
    sampling: Mapped[str] = mapped_column(String(20), default=Sampling.EVERYBODY.value)
    sample_size: Mapped[int | None] = mapped_column(Integer)
    seed: Mapped[int | None] = mapped_column(Integer)
    drawn_on: Mapped[date | None] = mapped_column()
    population: Mapped[int | None] = mapped_column(Integer)


class SurveyVersion(Business, Base):
    """A questionnaire of a survey; once it has answers, a change makes the next one."""

    __tablename__ = "survey_version"
    __table_args__ = (
        CheckConstraint("number > 0", name="number_possible"),
        UniqueConstraint("survey_id", "number"),
    )

    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id"))
    number: Mapped[int] = mapped_column(Integer)
    questionnaire: Mapped[str] = mapped_column(String)  # JSON, as `services/surveys/questionnaire.py` reads


class SurveyInvitation(Business, Base):
    """A customer of the sample, the number of their form (none in anonymous surveys), and what came of it."""

    __tablename__ = "survey_invitation"
    __table_args__ = (
        one_of("state", InvitationState, "state_known"),
        CheckConstraint("form_number > 0", name="form_number_possible"),
        UniqueConstraint("survey_id", "customer_id"),
        UniqueConstraint("survey_id", "form_number"),
        Index("ix_survey_invitation_customer_id", "customer_id"),
    )

    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id"))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    form_number: Mapped[int | None] = mapped_column(Integer)
    state: Mapped[str] = mapped_column(String(20), default=InvitationState.PENDING.value)
    settled_on: Mapped[date | None] = mapped_column()


class SurveyResponse(Business, Base):
    """One form that was answered: `answers` by question, as `services/surveys/answers.py` keeps them.

    In an anonymous survey it has neither customer nor number nor day; `staff_id` and `tier_id` (whose
    customer, of which tier) are then what the form itself says, elsewhere what was true on the day.
    """

    __tablename__ = "survey_response"
    __table_args__ = (
        CheckConstraint(
            "is_anonymous = 0 OR (customer_id IS NULL AND form_number IS NULL AND answered_on IS NULL)",
            name="anonymous_is_nobody",
        ),
        UniqueConstraint("survey_id", "form_number"),
        UniqueConstraint("survey_id", "customer_id"),
        Index("ix_survey_response_version_id", "version_id"),
        Index(
            "ix_survey_response_customer_id",
            "customer_id",
            sqlite_where=text("customer_id IS NOT NULL"),
        ),
    )

    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id"))
    version_id: Mapped[int] = mapped_column(ForeignKey("survey_version.id"))
    is_anonymous: Mapped[bool] = mapped_column()
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id"))
    form_number: Mapped[str | None] = mapped_column(String(NUMBER_LONGEST))
    answered_on: Mapped[date | None] = mapped_column()
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    tier_id: Mapped[int | None] = mapped_column(ForeignKey("tier.id"))
    answers: Mapped[str] = mapped_column(String)  # JSON


class SurveyTheme(Business, Base):
    """A theme that open answers of a survey are counted under."""

    __tablename__ = "survey_theme"
    __table_args__ = (
        CheckConstraint("length(trim(name)) > 0", name="name_given"),
        UniqueConstraint("survey_id", "name"),
    )

    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id"))
    name: Mapped[str] = mapped_column(String(THEME_LONGEST))


class SurveyMark(Business, Base):
    """That an open answer belongs to a theme, or, without one, that it may be quoted."""

    __tablename__ = "survey_mark"
    __table_args__ = (
        UniqueConstraint("response_id", "question", "theme_id"),
        Index(
            "uq_survey_mark_quoted",
            "response_id",
            "question",
            unique=True,
            sqlite_where=text("theme_id IS NULL"),
        ),
        Index("ix_survey_mark_theme_id", "theme_id"),
    )

    response_id: Mapped[int] = mapped_column(ForeignKey("survey_response.id"))
    question: Mapped[str] = mapped_column(String(24))
    theme_id: Mapped[int | None] = mapped_column(ForeignKey("survey_theme.id"))


class SurveyMeasure(Business, Base):
    """What is to be done after a survey, by whom and until when."""

    __tablename__ = "survey_measure"
    __table_args__ = (
        CheckConstraint("length(trim(what)) > 0", name="what_given"),
        Index("ix_survey_measure_survey_id", "survey_id"),
    )

    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id"))
    position: Mapped[int] = mapped_column(Integer)
    what: Mapped[str] = mapped_column(String(TEXT_LONGEST))
    who: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    due_on: Mapped[date | None] = mapped_column()


class SurveyReport(Business, Base):
    """What is written in the summary report, and, once signed, the report as it was.

    `texts` is what people wrote, by section. `content` is the PDF as it was signed.
    """

    __tablename__ = "survey_report"
    __table_args__ = (
        CheckConstraint("(signed_on IS NULL) = (signed_by_id IS NULL)", name="signed_by_somebody"),
        CheckConstraint("(signed_on IS NULL) = (content IS NULL)", name="kept_as_signed"),
        CheckConstraint("number > 0", name="number_possible"),
        UniqueConstraint("survey_id", "number"),
    )

    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id"))
    number: Mapped[int] = mapped_column(Integer)
    texts: Mapped[str] = mapped_column(String)  # JSON
    signed_on: Mapped[date | None] = mapped_column()
    signed_by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    sent_to: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    sent_on: Mapped[date | None] = mapped_column()
    content: Mapped[str | None] = mapped_column(String)  # base64
