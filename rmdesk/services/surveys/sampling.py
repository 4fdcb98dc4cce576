"""Who is asked: drawn from the population by a seed, so that the same seed draws the same people again."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import (
    Channel,
    Customer,
    FollowUp,
    FollowUpState,
    InvitationState,
    Sampling,
    Survey,
    SurveyInvitation,
    SurveyState,
)
from rmdesk.models.customer import LINE_LONGEST
from rmdesk.services import bulk, changes, days, roles, rows, segments, values, working_days
from rmdesk.services.actor import acting
from rmdesk.services.customers import access
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission, Reach
from rmdesk.services.surveys import questionnaire
from rmdesk.services.surveys.keeping import SEEDS, newest_version
from rmdesk.words import translate

# So many at once are marked as having answered in an anonymous survey: one by one, the order in which
# forms come in would tell whose is whose.
ANONYMOUS_BATCH = 5


def draw(ids: Sequence[int], size: int, seed: int) -> list[int]:
    """`size` of them, each as likely as any other; all if there are no more. In ascending order.

    Whatever order they come in: the same ids and seed draw the same.
    """
    ordered = sorted(ids)
    return sorted(random.Random(seed).sample(ordered, min(size, len(ordered))))


def draw_stratified(strata: Mapping[Any, Sequence[int]], size: int, seed: int) -> list[int]:
    """`size` of all, from each stratum in proportion to how large it is (largest remainders).

    A stratum with anybody in it gives at least one as long as `size` allows it.
    """
    sizes = {key: len(ids) for key, ids in strata.items() if ids}
    total = sum(sizes.values())
    size = min(size, total)
    order = sorted(sizes, key=str)
    quotas = _apportion([sizes[key] for key in order], size)
    chance = random.Random(seed)
    found: list[int] = []
    for key, quota in zip(order, quotas, strict=True):
        found += chance.sample(sorted(strata[key]), quota)
    return sorted(found)


def _apportion(sizes: Sequence[int], size: int) -> list[int]:
    total = sum(sizes)
    if not total:
        return []
    shares = [size * one / total for one in sizes]
    quotas = [int(one) for one in shares]
    if size >= len(sizes):
        quotas = [max(1, one) for one in quotas]
    by_remainder = sorted(range(len(sizes)), key=lambda place: (quotas[place] - shares[place], place))
    for place in by_remainder * 2:
        if sum(quotas) >= size:
            break
        if quotas[place] < sizes[place]:
            quotas[place] += 1
    # Giving everybody at least one may have given too many: the largest give them back.
    while sum(quotas) > size:
        largest = max(range(len(sizes)), key=lambda place: (quotas[place], -place))
        quotas[largest] -= 1
    return quotas


def find_population(session: Session, survey: Survey, today: date | None = None) -> list[int]:
    """The ids of whom the survey is about. Raises what reading its segment does."""
    if survey.expression is None:
        found = select(Customer.id).where(access.listed(session, by_fact=False))
        return list(session.scalars(found.order_by(Customer.id)))
    expression = segments.read(session, segments.parse(survey.expression))
    return sorted(segments.find_members(session, expression, today))


def open_survey(
    session: Session, uid: str, *, version: int, seed: int | None = None, today: date | None = None
) -> Survey:
    """Draw the sample, number its forms, and begin to ask.

    `seed` goes before the one kept with the survey; with neither one is drawn and kept. Raises NotAllowed,
    Conflict, `survey.not_a_draft`, `survey.no_questions`, `survey.nobody`, `value.out_of_range`, and what
    the segment does.
    """
    roles.require(session, Permission.RUN_SURVEYS)
    row = rows.load_seen(session, Survey, uid, version)
    if row.state != SurveyState.DRAFT.value:
        raise UserError("survey.not_a_draft")
    form = questionnaire.parse(newest_version(session, row).questionnaire)
    if not form.questions:
        raise UserError("survey.no_questions")
    day = today or date.today()
    population = find_population(session, row, day)
    if not population:
        raise UserError("survey.nobody")
    if row.sampling != Sampling.EVERYBODY.value:
        if seed is not None:
            row.seed = values.whole(seed, "survey.seed", 0, SEEDS[-1])
        elif row.seed is None:
            row.seed = random.SystemRandom().randrange(SEEDS.stop)
    chosen = _chosen(session, row, population)
    row.population, row.drawn_on, row.state = len(population), day, SurveyState.OPEN.value
    session.flush()
    changes.describe(session, "survey.opened", subject=row, customers=len(chosen))
    numbered = not row.is_anonymous
    bulk.insert(
        session,
        SurveyInvitation,
        (
            {
                "survey_id": row.id,
                "customer_id": one,
                "form_number": place if numbered else None,
                "state": InvitationState.PENDING.value,
                "settled_on": None,
            }
            for place, one in enumerate(chosen, 1)
        ),
    )
    return row


def close_survey(session: Session, uid: str, *, version: int) -> None:
    """End the asking: no answers are taken after it, and its last day is today if it was to come.

    Raises NotAllowed, Conflict, `survey.not_open`.
    """
    row = _move(session, uid, version, SurveyState.OPEN, SurveyState.CLOSED)
    row.ends_on = max(row.starts_on, min(row.ends_on, date.today()))
    session.flush()


def reopen_survey(session: Session, uid: str, *, version: int) -> None:
    """Take answers again. Raises NotAllowed, Conflict, `survey.not_closed`; a reported one stays closed."""
    _move(session, uid, version, SurveyState.CLOSED, SurveyState.OPEN)


def _move(session: Session, uid: str, version: int, from_: SurveyState, to: SurveyState) -> Survey:
    roles.require(session, Permission.RUN_SURVEYS)
    row = rows.load_seen(session, Survey, uid, version)
    if row.state != from_.value:
        raise UserError("survey.not_open" if from_ is SurveyState.OPEN else "survey.not_closed")
    row.state = to.value
    session.flush()
    if to is SurveyState.CLOSED:
        changes.describe(session, "survey.closed", subject=row)
    else:
        changes.describe(session, "survey.reopened", subject=row)
    return row


def mark_invitations(
    session: Session,
    uid: str,
    customer_uids: Sequence[str],
    state: InvitationState,
    *,
    today: date | None = None,
) -> int:
    """Say of customers of the sample that they answered, refused, were not reached, or are still asked.

    Managers say it of their own customers and of those they cover; others are passed over. Returns how many
    changed. In an anonymous survey those who answered are marked `ANONYMOUS_BATCH` or
    more at once (or all who are left), else UserError `survey.anonymous_batch`; no day is kept of them.
    """
    reach = roles.require(session, Permission.ANSWER_SURVEYS).reach()
    row = rows.load(session, Survey, uid)
    if row.state != SurveyState.OPEN.value:
        raise UserError("survey.not_open")
    found = (
        select(SurveyInvitation.id, SurveyInvitation.state)
        .join(Customer, Customer.id == SurveyInvitation.customer_id)
        .where(SurveyInvitation.survey_id == row.id, Customer.uid.in_(customer_uids))
    )
    if reach < Reach.ALL:
        found = found.where(access.visible(session))
    listed = [id for id, present in session.execute(found) if present != state.value]
    answered = state is InvitationState.ANSWERED
    if row.is_anonymous and answered and len(listed) < ANONYMOUS_BATCH:
        waiting = select(SurveyInvitation.id).where(
            SurveyInvitation.survey_id == row.id,
            SurveyInvitation.state == InvitationState.PENDING.value,
            SurveyInvitation.id.not_in(listed),
        )
        if session.scalar(waiting.limit(1)) is not None:
            raise UserError("survey.anonymous_batch", least=ANONYMOUS_BATCH)
    if not listed:
        return 0
    keeps_day = state is not InvitationState.PENDING and not row.is_anonymous
    day = days.check_date(today or date.today(), "survey_invitation.settled_on") if keeps_day else None
    changes.describe(session, "survey.invitations_marked", subject=row, customers=len(listed))
    bulk.update(
        session,
        SurveyInvitation,
        ({"id": one, "state": state.value, "settled_on": day} for one in listed),
        ("state", "settled_on"),
    )
    return len(listed)


def remind(session: Session, uid: str, customer_uids: Sequence[str], *, today: date | None = None) -> int:
    """Have those of these customers be reminded who have not answered: a next step for each, due on the next
    working day, for who has none from this survey yet. Returns how many.

    Managers do so for their own customers. Raises NotAllowed, UserError `survey.not_open`.
    """
    reach = roles.require(session, Permission.ANSWER_SURVEYS).reach()
    row = rows.load(session, Survey, uid)
    if row.state != SurveyState.OPEN.value:
        raise UserError("survey.not_open")
    step = translate("surveys", "Remind of survey {number}: {title}", number=row.number, title=row.title)
    step = step[:LINE_LONGEST]
    reminded = select(FollowUp.customer_id).where(
        FollowUp.step == step, FollowUp.state == FollowUpState.OPEN.value
    )
    found = (
        select(Customer.id, Customer.owner_id)
        .join(SurveyInvitation, SurveyInvitation.customer_id == Customer.id)
        .where(
            SurveyInvitation.survey_id == row.id,
            SurveyInvitation.state.in_((InvitationState.PENDING.value, InvitationState.UNREACHED.value)),
            Customer.uid.in_(customer_uids),
            Customer.id.not_in(reminded),
        )
    )
    if reach < Reach.ALL:
        found = found.where(access.visible(session))
    due = working_days.load(session).next_working_day(today or date.today())
    me = acting(session).staff_id
    listed = [
        {
            "customer_id": id,
            "staff_id": owner or me,
            "due_on": due,
            "channel": Channel.CALL.value,
            "step": step,
        }
        for id, owner in session.execute(found)
    ]
    if listed:
        changes.describe(session, "survey.reminded", subject=row, customers=len(listed))
        bulk.insert(session, FollowUp, listed)
    return len(listed)


def _chosen(session: Session, row: Survey, population: list[int]) -> list[int]:
    if row.sampling == Sampling.EVERYBODY.value:
        return population
    assert row.sample_size is not None
    assert row.seed is not None
    if row.sampling == Sampling.RANDOM.value:
        return draw(population, row.sample_size, row.seed)
    among = set(population)
    strata: dict[int | None, list[int]] = {}
    for id, tier in session.execute(select(Customer.id, Customer.tier_id)):
        if id in among:
            strata.setdefault(tier, []).append(id)
    return draw_stratified(strata, row.sample_size, row.seed)
