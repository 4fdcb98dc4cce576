"""Customers: natural persons the branch keeps a relationship with, and what is known of each."""

from __future__ import annotations

import enum
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, text
from sqlalchemy.orm import Mapped, mapped_column

from rmdesk.models.base import Base, Business, UtcMoment

NAME_LONGEST = 200
LINE_LONGEST = 200  # one line of text, such as an occupation
TEXT_LONGEST = 4000  # a field of several lines, such as notes


class Gender(enum.StrEnum):
    MALE = "male"
    FEMALE = "female"


class Strategy(enum.StrEnum):
    """How often a customer is contacted."""

    INTENSIVE = "intensive"
    ACTIVE = "active"
    PASSIVE = "passive"


class Orientation(enum.StrEnum):
    """Why a customer stays or goes."""

    PRODUCT = "product"
    CONSUMPTION = "consumption"
    SERVICE = "service"


class Stage(enum.StrEnum):
    """Where the relationship stands."""

    IDENTIFIED = "identified"
    CONTACTED = "contacted"
    ESTABLISHED = "established"
    CORE = "core"
    AT_RISK = "at_risk"
    LOST = "lost"


class Channel(enum.StrEnum):
    """A way of contact."""

    VISIT = "visit"
    CALL = "call"
    SMS = "sms"
    WECHAT = "wechat"
    LETTER = "letter"
    EMAIL = "email"
    BRANCH_VISIT = "branch_visit"


class PhoneKind(enum.StrEnum):
    MOBILE = "mobile"
    HOME = "home"
    WORK = "work"
    OTHER = "other"


class AddressKind(enum.StrEnum):
    HOME = "home"
    WORK = "work"
    MAIL = "mail"
    OTHER = "other"


class DocumentKind(enum.StrEnum):
    """Identity documents; only the resident identity card has a check digit."""

    RESIDENT_ID = "resident_id"
    TEMPORARY_ID = "temporary_id"
    HOUSEHOLD_BOOK = "household_book"
    PASSPORT = "passport"
    HK_MACAO_PERMIT = "hk_macao_permit"
    TAIWAN_PERMIT = "taiwan_permit"
    FOREIGN_RESIDENT = "foreign_resident"
    MILITARY_ID = "military_id"
    OTHER = "other"


def one_of(column: str, values: type[enum.StrEnum], name: str) -> CheckConstraint:
    """The constraint that `column` holds one of the enumeration's values, or nothing."""
    listed = ", ".join(f"'{value.value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=name)


def day_checks(prefix: str = "") -> tuple[CheckConstraint, ...]:
    """Constraints of a day given as year (may be unknown), month and day, solar or lunar."""
    year, month, day = f"{prefix}year", f"{prefix}month", f"{prefix}day"
    lunar, leap = f"{prefix}is_lunar", f"{prefix}is_leap_month"
    return (
        CheckConstraint(f"{year} BETWEEN 1850 AND 2200", name=f"{prefix}year_possible"),
        CheckConstraint(f"{month} BETWEEN 1 AND 12", name=f"{prefix}month_possible"),
        CheckConstraint(
            f"{day} BETWEEN 1 AND CASE WHEN {lunar} THEN 30 WHEN {month} IN (4, 6, 9, 11) THEN 30"
            f" WHEN {month} = 2 THEN 29 ELSE 31 END",
            name=f"{prefix}day_possible",
        ),
        CheckConstraint(f"({month} IS NULL) = ({day} IS NULL)", name=f"{prefix}month_with_day"),
        CheckConstraint(f"NOT {leap} OR {lunar}", name=f"{prefix}leap_is_lunar"),
    )


class Customer(Business, Base):
    """A customer. `deleted_at` is set while the record lies in the recycle bin.

    `name_key` orders names as Chinese readers expect (see `services/names.py`). The birthday is solar or
    lunar, its year may be unknown; `birth_is_leap_month` says that a lunar month was the leap one.
    `owner_id` is the manager in charge, `stand_in_id` who covers; `owner_text` keeps a manager's name
    from a file that is nobody here. What lists sort and filter by stands in `CustomerFact`.
    """

    __tablename__ = "customer"
    __table_args__ = (
        CheckConstraint(f"length(trim(name)) > 0 AND length(name) <= {NAME_LONGEST}", name="name_length"),
        CheckConstraint("length(trim(number)) > 0", name="number_given"),
        one_of("gender", Gender, "gender_known"),
        one_of("strategy", Strategy, "strategy_known"),
        one_of("orientation", Orientation, "orientation_known"),
        one_of("stage", Stage, "stage_known"),
        one_of("preferred_channel", Channel, "preferred_channel_known"),
        CheckConstraint("grade BETWEEN 1 AND 5", name="grade_range"),
        CheckConstraint("risk_tolerance BETWEEN 1 AND 5", name="risk_tolerance_range"),
        CheckConstraint("income_band BETWEEN 1 AND 6", name="income_band_range"),
        CheckConstraint("activity BETWEEN 1 AND 3", name="activity_range"),
        CheckConstraint("price_sensitivity BETWEEN 1 AND 3", name="price_sensitivity_range"),
        CheckConstraint("owner_id <> stand_in_id", name="stand_in_is_another"),
        *day_checks("birth_"),
        Index(
            "uq_customer_number",
            "number",
            unique=True,
            sqlite_where=text("deleted_at IS NULL"),
        ),
        # Lists walk indexes instead of the wide rows: this one holds all that they sort by of few values.
        Index(
            "ix_customer_list",
            "owner_id",
            "stand_in_id",
            "tier_id",
            "employer_id",
            "stage",
            "grade",
            "strategy",
            "orientation",
            "gender",
            "risk_tolerance",
        ),
        Index("ix_customer_name_key", "name_key"),
        # Of the few in the bin only: what is not there is everything else.
        Index(
            "ix_customer_deleted_at",
            "deleted_at",
            sqlite_where=text("deleted_at IS NOT NULL"),
        ),
        Index("ix_customer_employer_id", "employer_id"),
        Index("ix_customer_birth", "birth_is_lunar", "birth_month", "birth_day"),
    )

    number: Mapped[str | None] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(NAME_LONGEST))
    name_key: Mapped[str] = mapped_column(String(400))
    gender: Mapped[str | None] = mapped_column(String(10))
    birth_year: Mapped[int | None] = mapped_column(Integer)
    birth_month: Mapped[int | None] = mapped_column(Integer)
    birth_day: Mapped[int | None] = mapped_column(Integer)
    birth_is_lunar: Mapped[bool] = mapped_column(default=False)
    birth_is_leap_month: Mapped[bool] = mapped_column(default=False)

    occupation: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    position: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    employer_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    education: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    income_band: Mapped[int | None] = mapped_column(Integer)  # 1 lowest … 6 highest
    wechat: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    email: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    district: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    family: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    interests: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    taboos: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    notes: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))

    activity: Mapped[int | None] = mapped_column(Integer)  # 1 rarely buys … 3 often
    price_sensitivity: Mapped[int | None] = mapped_column(Integer)  # 1 low … 3 high
    risk_tolerance: Mapped[int | None] = mapped_column(Integer)  # C1 … C5
    risk_assessed_on: Mapped[date | None] = mapped_column()
    product_preference: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    habits: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    preferred_channel: Mapped[str | None] = mapped_column(String(20))
    preferred_time: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    no_calls: Mapped[bool] = mapped_column(default=False)
    no_messages: Mapped[bool] = mapped_column(default=False)
    no_visits: Mapped[bool] = mapped_column(default=False)
    no_greetings: Mapped[bool] = mapped_column(default=False)
    no_marketing: Mapped[bool] = mapped_column(default=False)
    bereaved_on: Mapped[date | None] = mapped_column()  # greetings rest for a time after it

    e_channels: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    cares_most: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    cares_least: Mapped[str | None] = mapped_column(String(TEXT_LONGEST))
    wants_training: Mapped[bool] = mapped_column(default=False)
    wants_salons: Mapped[bool] = mapped_column(default=False)
    wants_planning: Mapped[bool] = mapped_column(default=False)
    timeliness: Mapped[str | None] = mapped_column(String(LINE_LONGEST))

    owner_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    stand_in_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), index=True)
    owner_text: Mapped[str | None] = mapped_column(String(LINE_LONGEST))
    tier_id: Mapped[int | None] = mapped_column(ForeignKey("tier.id"), index=True)
    grade: Mapped[int | None] = mapped_column(Integer)
    strategy: Mapped[str | None] = mapped_column(String(20))
    orientation: Mapped[str | None] = mapped_column(String(20))
    stage: Mapped[str] = mapped_column(String(20), default=Stage.IDENTIFIED.value)
    known_since: Mapped[date | None] = mapped_column(default=date.today)  # nothing was due before
    deleted_at: Mapped[datetime | None] = mapped_column(UtcMoment)


class CustomerPhone(Business, Base):
    """A phone number as digits, with a leading + for a foreign one. The lowest `position` is shown first."""

    __tablename__ = "customer_phone"
    __table_args__ = (
        one_of("kind", PhoneKind, "kind_known"),
        CheckConstraint("length(number) BETWEEN 3 AND 30", name="number_length"),
        Index("ix_customer_phone_customer_id_position", "customer_id", "position"),
        Index("ix_customer_phone_number", "number"),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    number: Mapped[str] = mapped_column(String(30))
    kind: Mapped[str] = mapped_column(String(10), default=PhoneKind.MOBILE.value)
    position: Mapped[int] = mapped_column(Integer, default=0)


class CustomerAddress(Business, Base):
    """An address in one line, as it is written on an envelope."""

    __tablename__ = "customer_address"
    __table_args__ = (
        one_of("kind", AddressKind, "kind_known"),
        Index("ix_customer_address_customer_id_position", "customer_id", "position"),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    address: Mapped[str] = mapped_column(String(400))
    kind: Mapped[str] = mapped_column(String(10), default=AddressKind.HOME.value)
    position: Mapped[int] = mapped_column(Integer, default=0)


class IdentityDocument(Business, Base):
    """An identity document; `number` in capitals without spaces."""

    __tablename__ = "identity_document"
    __table_args__ = (
        one_of("kind", DocumentKind, "kind_known"),
        CheckConstraint("length(number) BETWEEN 1 AND 40", name="number_length"),
        Index("ix_identity_document_customer_id", "customer_id"),
        Index("ix_identity_document_number", "number"),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    kind: Mapped[str] = mapped_column(String(20), default=DocumentKind.RESIDENT_ID.value)
    number: Mapped[str] = mapped_column(String(40))
    expires_on: Mapped[date | None] = mapped_column()


class CustomerFact(Base):
    """One narrow row beside each customer: what lists sort and filter by, computed from other rows.

    It can be made anew at any time (`services/facts.py`), so it has no change records. Amounts in fen.
    """

    __tablename__ = "customer_fact"
    # All that a calendar counts by stands in an index: it never looks at the rows.
    __table_args__ = (
        *(
            Index(f"ix_customer_fact_{name}", name, "is_lost", "tier_id", "aum_fen")
            for name in ("call_due_on", "meeting_due_on", "leaders_due_on")
        ),
        Index(
            "ix_customer_fact_birth_key",
            "birth_key",
            "is_lost",
            "no_greetings",
            "bereaved_on",
            "known_since",
            "tier_id",
            "aum_fen",
        ),
        Index(
            "ix_customer_fact_risk_assessed_on",
            "risk_assessed_on",
            "is_lost",
            "known_since",
            "tier_id",
            "aum_fen",
        ),
        # Of one manager it reads these, whatever the branch has; goals and the overview count by manager.
        Index(
            "ix_customer_fact_owner_id",
            "owner_id",
            "is_lost",
            "tier_id",
            "known_since",
            "birth_key",
            "call_due_on",
            "meeting_due_on",
            "leaders_due_on",
            "risk_assessed_on",
            "no_greetings",
            "bereaved_on",
            "gender",
            "calling",
            "aum_fen",
            "next_maturity_on",
            "aum_on",
            "last_contact_on",
            "next_premium_on",
        ),
        # The same of those who are worth most, in their order.
        Index(
            "ix_customer_fact_worth",
            "aum_fen",
            "customer_id",
            "is_lost",
            "known_since",
            "next_maturity_on",
            "next_premium_on",
            "birth_key",
            "call_due_on",
            "meeting_due_on",
            "leaders_due_on",
            "risk_assessed_on",
            "no_greetings",
            "bereaved_on",
        ),
        Index("ix_customer_fact_stand_in_id", "stand_in_id", sqlite_where=text("stand_in_id IS NOT NULL")),
        # The few who are left out, or of whom nothing was due yet.
        Index("ix_customer_fact_known_since", "known_since", "is_lost", "no_greetings", "bereaved_on"),
        Index("ix_customer_fact_calling", "calling", sqlite_where=text("calling IS NOT NULL")),
        Index("ix_customer_fact_ungreeted", "customer_id", sqlite_where=text("no_greetings = 1")),
        Index(
            "ix_customer_fact_bereaved_on",
            "bereaved_on",
            "known_since",
            "is_lost",
            "no_greetings",
            sqlite_where=text("bereaved_on IS NOT NULL"),
        ),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), primary_key=True)
    # The newest figure of the tier's basis, else of any.
    aum_fen: Mapped[int | None] = mapped_column(index=True)
    aum_on: Mapped[date | None] = mapped_column()
    aum_change_fen: Mapped[int | None] = mapped_column()  # against a month before
    aum_change_permille: Mapped[int | None] = mapped_column()
    holdings_fen: Mapped[int] = mapped_column(default=0)  # own, open
    elsewhere_fen: Mapped[int] = mapped_column(default=0)  # at other banks, open
    product_kinds: Mapped[int] = mapped_column(default=0)  # different kinds of own open holdings: stickiness
    next_maturity_on: Mapped[date | None] = mapped_column()
    next_premium_on: Mapped[date | None] = mapped_column()
    last_contact_on: Mapped[date | None] = mapped_column()
    completeness: Mapped[int] = mapped_column(default=0)  # per cent
    first_phone: Mapped[str | None] = mapped_column(String(30))
    # What the care calendar asks of everybody, so that it need not look at wide rows.
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    stand_in_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    tier_id: Mapped[int | None] = mapped_column(ForeignKey("tier.id"))
    gender: Mapped[str | None] = mapped_column(String(10))
    calling: Mapped[str | None] = mapped_column(String(40))  # whom an occupational day concerns
    is_lost: Mapped[bool] = mapped_column(default=False)  # or in the recycle bin: nothing is due of them
    no_greetings: Mapped[bool] = mapped_column(default=False)
    bereaved_on: Mapped[date | None] = mapped_column()
    known_since: Mapped[date | None] = mapped_column()
    risk_assessed_on: Mapped[date | None] = mapped_column()
    birth_key: Mapped[int | None] = mapped_column(
        Integer
    )  # month and day of any year: `services/day_keys.py`
    # When the next contact of each kind is due, by the branch's intervals; empty where none is wanted.
    call_due_on: Mapped[date | None] = mapped_column()
    meeting_due_on: Mapped[date | None] = mapped_column()
    leaders_due_on: Mapped[date | None] = mapped_column()


class LostCustomer(Base):
    """Who is lost or in the recycle bin, beside `CustomerFact`: a count of everybody leaves them out.

    Looked up in a table of their own, so few cost the same whatever else there is; a condition on the facts
    would make a list of them first, for each count.
    """

    __tablename__ = "lost_customer"

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), primary_key=True)


class CustomerCount(Base):
    """How many customers a festival may concern, by all that it asks of everybody; beside `CustomerFact`.

    Of those who are neither lost, nor in the recycle bin, nor want no greetings.
    """

    __tablename__ = "customer_count"
    __table_args__ = (CheckConstraint("customers >= 0", name="customers"),)

    tier_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # 0: of none
    gender: Mapped[str] = mapped_column(String(10), primary_key=True)  # "": unknown
    calling: Mapped[str] = mapped_column(String(40), primary_key=True)  # "": none that has a day
    customers: Mapped[int] = mapped_column()
