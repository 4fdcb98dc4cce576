"""The morning page: one sheet of whom to contact in what order, why, and what to say, with room to write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from rmdesk import care_labels, words
from rmdesk.models import CommitmentState, Outcome
from rmdesk.services import care, commitments, daily_logs, masks, phones, scripts
from rmdesk.services.care import Key, Kind, Person, Said, Touchpoint
from rmdesk.services.daily_logs import Item
from rmdesk.services.reports import blocks, care_parts, fonts, log_parts, styles, told
from rmdesk.services.reports.blocks import Cell, Column, Noted, Section, Tick
from rmdesk.services.reports.definition import Report
from rmdesk.services.reports.parameters import Parameter, Type
from rmdesk.services.roles import Permission
from rmdesk.words import LANGUAGES, translate

MOST = 20  # contacts: more have no room on a sheet
_LINES = 3  # of one cell
_NAME_ROOM = 82.0  # points: a little less than its column has
_NOTES = 1  # lines to write on at the foot
_FOOT = 15  # millimetres they take, with the room above them
_PENDING = (CommitmentState.WAITING.value, CommitmentState.OPEN.value)


@dataclass(frozen=True, slots=True)
class Promise:
    """The promise that is due next, or else the last one that was settled."""

    words: str
    due_on: date
    state: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to contact: an item of the plan (`purpose` if somebody wrote it), or a touchpoint that is due.

    `phone` is masked unless the customer is one's own; `openings` by language, of own customers only.
    """

    person: Person | None
    phone: str
    at_minute: int | None
    channel: str | None
    purpose: str
    touchpoint: Touchpoint | None
    said: Said | None
    promise: Promise | None
    openings: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Morning:
    """A manager's day before it begins. `due_count` counts all that is due besides the plan.

    `collective` are festivals and notices: one line for many customers.
    """

    staff: str
    day: date
    planned: tuple[Contact, ...]
    due: tuple[Contact, ...]
    planned_count: int
    due_count: int
    collective: tuple[Touchpoint, ...]
    tasks: int

    def __len__(self) -> int:
        return len(self.planned) + len(self.due)

    @property
    def phones(self) -> int:
        """How many phone numbers stand there in full."""
        return sum(
            bool(one.phone) and one.person is not None and one.person.is_ours
            for one in (*self.planned, *self.due)
        )


def title() -> str:
    return translate("morning page", "Morning page")


def gather(session: Session, *, day: date, manager: str | None = None) -> Morning:
    """The day of the manager with this uid, of whoever acts without one: what is open of the plan in its
    order, then what is due by value and urgency.

    Raises NotAllowed, UserError `report.parameter_needed`, `row.gone`.
    """
    log = daily_logs.load_day(session, day, staff_uid=log_parts.keeper(session, manager))
    due = daily_logs.load_due(session, day, staff_uid=log.staff_uid)
    items = [one for one in log.items if one.outcome == Outcome.OPEN.value]
    planned = _planned(session, items[:MOST], day)
    wanted = due.proposals[: MOST - len(planned)]
    return Morning(
        log.staff,
        day,
        tuple(planned),
        tuple(
            _contact(session, day, one.line.person, one.line.touchpoint, one.line.said, one.line.channel)
            for one in wanted
        ),
        len(items),
        due.count,
        due.collective,
        due.tasks,
    )


def _planned(session: Session, items: Sequence[Item], day: date) -> list[Contact]:
    """The items of the plan, each with the touchpoint it stands for, if it stands for one that holds."""
    keys = {
        one.uid: Key(one.rule, one.person.id, one.subject, one.due_on)
        for one in items
        if one.person is not None and one.rule and one.subject is not None and one.due_on is not None
    }
    there = care.find_these(session, list(keys.values()), today=date.today())
    said = care.last_said(session, [one.person.id for one in items if one.person is not None])
    return [
        replace(
            _contact(
                session,
                day,
                one.person,
                there.get(keys[one.uid], one.touchpoint) if one.uid in keys else one.touchpoint,
                None if one.person is None else said.get(one.person.id),
                one.channel,
            ),
            at_minute=one.at_minute,
            purpose="" if one.touchpoint is not None else one.written,
        )
        for one in items
    ]


def _contact(
    session: Session,
    day: date,
    person: Person | None,
    touchpoint: Touchpoint | None,
    said: Said | None,
    channel: str | None,
) -> Contact:
    if person is None:
        return Contact(None, "", None, channel, "", touchpoint, None, None, {})
    found = phones.list_phones(session, person.id)
    number = found[0].number if found else ""
    return Contact(
        person,
        number if person.is_ours else masks.masked("phone", number),
        None,
        channel,
        "",
        touchpoint,
        said,
        _promise(session, person.id),
        _openings(session, person, touchpoint, day) if person.is_ours else {},
    )


def _promise(session: Session, customer_id: int) -> Promise | None:
    rows = commitments.list_commitments(session, customer_id)
    if not rows:
        return None
    row = rows[0] if rows[0].state in _PENDING else rows[-1]
    return Promise(row.promise, row.due_on, row.state)


def _openings(session: Session, person: Person, touchpoint: Touchpoint | None, day: date) -> dict[str, str]:
    """The first opening line in each language: the page's is chosen when it is told."""
    found = {}
    for one in LANGUAGES:
        if touchpoint is None:
            said = scripts.propose_next(session, person.uid, day, language=one)
        else:
            said = scripts.propose(session, person.uid, day, touchpoint=touchpoint, language=one)
        if said.openings:
            found[one] = said.openings[0]
    return found


# --- on paper ------------------------------------------------------------------------------------------


def story(data: Morning) -> Iterable[blocks.Block]:
    yield blocks.Title(title(), data.staff)
    yield blocks.quiet(told.joined([care_parts.day_head(data.day), _counts(data)]))
    if data.collective:
        yield blocks.quiet(_for_many(data))
    table = blocks.Table(
        [
            Column("", 1),
            Column(translate("morning page", "Customer"), 4.8),
            Column(translate("morning page", "Why"), 6.2),
            Column(translate("morning page", "Last contact"), 5.6),
            Column(translate("morning page", "Last promise"), 4.6),
            Column(translate("morning page", "Notes"), 4),
        ],
        _rows(data),
        translate("morning page", "Nothing is planned and nothing is due on this day."),
        style=styles.SMALL_CELL,
        most_lines=_LINES,
    )
    unseen = data.planned_count + data.due_count - len(data)
    yield blocks.Fitted(table, lambda left: _rest(left + unseen), leave=_FOOT)
    yield blocks.Ruled(translate("morning page", "Notes"), lines=_NOTES)


def _counts(data: Morning) -> str:
    parts = [
        translate("morning page", "{count} on the plan", count=data.planned_count),
        translate("morning page", "{count} due besides", count=data.due_count),
    ]
    if data.tasks:
        parts.append(translate("morning page", "{count} tasks", count=data.tasks))
    return told.joined(parts)


def _for_many(data: Morning) -> str:
    """Festivals and notices of the day, each with how many customers it is about."""
    listed = (
        translate(
            "morning page",
            "{reason} ({count} customers)",
            reason=care_labels.reason(one),
            count=one.count or 0,
        )
        for one in data.collective
    )
    return told.joined(list(listed))


def _rest(count: int) -> str:
    if count <= 0:
        return ""
    return translate("morning page", "{count} more have no room on this page; Today lists them.", count=count)


def _rows(data: Morning) -> Iterator[blocks.Row]:
    for heading, some in (
        (translate("morning page", "On the plan"), data.planned),
        (translate("morning page", "Due, by value and urgency"), data.due),
    ):
        if some:
            yield Section(heading)
        for one in some:
            yield _row(one, data.day)


def _row(one: Contact, day: date) -> blocks.Row:
    cells: list[Cell] = [Tick(), _who(one), _why(one, day), _last(one), _promised(one.promise, day), ""]
    opening = one.openings.get(words.language(), "")
    return Noted(cells, opening) if opening else cells


def _who(one: Contact) -> str:
    if one.person is None:
        return told.minute(one.at_minute)
    name = told.joined([told.minute(one.at_minute), one.person.name, one.person.tier])
    return told.joined([_within(name), one.phone], "\n")


def _within(name: str) -> str:
    """A name in two lines, so that the phone has the third."""
    face, size = styles.SMALL_CELL.face, styles.SMALL_CELL.size
    if len(fonts.lines(name, face, size, _NAME_ROOM)) < _LINES:
        return name
    while len(fonts.lines(name + "…", face, size, _NAME_ROOM)) >= _LINES:
        name = name[:-1]
    return name + "…"


def _why(one: Contact, day: date) -> str:
    late = ""
    touchpoint = one.touchpoint
    # A reminder of a maturity says itself when that is.
    if touchpoint is not None and touchpoint.kind is not Kind.MATURITY and touchpoint.day < day:
        late = translate("morning page", "{days} d late", days=(day - touchpoint.day).days)
    how = told.word("interaction", "channel", one.channel)
    reason = one.purpose or (care_labels.reason(touchpoint) if touchpoint is not None else "")
    return told.joined([told.joined([how, late]), reason], "\n")


def _last(one: Contact) -> str:
    if one.person is None:
        return ""
    if one.said is None:
        return translate("morning page", "no contact recorded")
    how = told.word("interaction", "channel", one.said.channel)
    return told.joined([told.joined([told.day(one.said.held_on), how]), one.said.words], "\n")


def _promised(one: Promise | None, day: date) -> str:
    if one is None:
        return ""
    due = told.day(one.due_on)
    if one.state not in _PENDING:
        head = told.joined([due, told.word("commitment", "state", one.state)])
    elif one.due_on < day:
        head = translate("morning page", "overdue {day}", day=due)
    else:
        head = translate("morning page", "due {day}", day=due)
    return f"{head}\n{one.words}"


REPORT = Report(
    title,
    gather,
    story,
    parameters=(
        Parameter("manager", Type.KEEPER),
        Parameter("day", Type.DAY, lambda today: today.isoformat()),
    ),
    permission=Permission.READ_WORK,
    exact_phones=lambda data: data.phones,
)
