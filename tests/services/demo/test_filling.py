"""An invented branch in a real vault: one sound change set, all or nothing, the same from one seed."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from rmdesk.models import (
    AumFigure,
    Base,
    ComplaintState,
    Customer,
    CustomerFact,
    DailyLog,
    DailyLogItem,
    Holding,
    Organisation,
    Relation,
    Role,
    Staff,
    SurveyResponse,
    SurveyVersion,
    Tier,
    TierChange,
    TouchpointAct,
)
from rmdesk.services import (
    care,
    changes,
    complaints,
    daily_logs,
    demo,
    facts,
    notices,
    search,
    settings,
    staff,
    surveys,
    tiers,
    undoing,
    working_days,
)
from rmdesk.services.actor import Actor
from rmdesk.services.care import Asked, Kind
from rmdesk.services.errors import Cancelled, NotAllowed, UsageError, UserError
from rmdesk.services.surveys import answers, questionnaire
from rmdesk.services.vault import Vault, load_keyfile, unlock
from tests.support.vaults import add_person, prepare_newcomers

PASSWORD = "示范网点 2468"
TODAY = date(2026, 9, 10)


@pytest.fixture
def people(vault: Vault) -> list[demo.Newcomer]:
    return prepare_newcomers(vault, PASSWORD)


def _fill(vault: Vault, people: list[demo.Newcomer], customers: int, **more: Any) -> list[Staff]:
    with vault.store.write() as session:
        given = {"seed": 1, "today": TODAY} | more
        return demo.add_branch(session, vault, people, customers=customers, **given)


def _everything(vault: Vault) -> dict[str, list[tuple[Any, ...]]]:
    """All rows but of staff and records, without what differs by nature (uids, moments)."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    with vault.store.read() as session:
        for table in Base.metadata.sorted_tables:
            if table.name.startswith(("staff", "change", "vault", "origin", "setting")):
                continue
            columns = [column for column in table.columns if column.name != "uid"]
            found[table.name] = sorted(map(tuple, session.execute(select(*columns))), key=repr)
    return found


def test_a_branch_is_added(vault: Vault, people: list[demo.Newcomer]):
    done: list[tuple[int, int]] = []
    added = _fill(vault, people, 510, progress=lambda *now: done.append(now))
    assert done == [(0, 510), (500, 510), (510, 510)]
    assert [sorted(person.role_set) for person in added] == [[role] for _, role, _ in demo.PEOPLE]
    assert "周建国2" in {person.name for person in added}  # the administrator has that name already
    with vault.store.read() as session:
        assert session.scalar(select(func.count()).select_from(Customer)) == 510
        newest = changes.load_sets(session, changes.find_numbers(session)[:1])[0]
        assert newest.kind == "demo.filled"
        assert newest.detail == {"customers": 510, "seed": 1}
        assert settings.get(session, "vault.demonstration") is True
        verdict = changes.verify(session, vault.keys.audit)
        assert (verdict.sound, verdict.problems) == (True, ())
        managers = set(session.scalars(select(Customer.owner_id)))
        assert managers - {None} == {
            person.id for person in added if Role.RELATIONSHIP_MANAGER in person.role_set
        }
    assert [load_keyfile(vault.folder).keyfile.of_staff(person.uid).one_use for person in added] == [
        False
    ] * 7
    assert unlock(vault.folder, added[-1].name, PASSWORD).slot.staff == added[-1].uid


def test_what_follows_from_the_customers_is_there(vault: Vault, people: list[demo.Newcomer]):
    _fill(vault, people, 400)
    with vault.store.read() as session:
        one = session.scalars(select(Customer).where(Customer.employer_id.is_not(None)).limit(1)).one()
        assert one.id in search.find(session, one.name, limit=None)
        employer = session.get_one(Organisation, one.employer_id)
        assert one.id in search.find(session, employer.name, limit=None)
        assert session.scalar(select(func.count()).select_from(CustomerFact)) == 400
        before = _everything(vault)
        latest = select(func.max(AumFigure.as_of)).scalar_subquery()
        newest = select(AumFigure.customer_id, AumFigure.amount_fen).where(AumFigure.as_of == latest)
        assert dict(session.execute(newest).all()) == dict(
            session.execute(select(CustomerFact.customer_id, CustomerFact.aum_fen)).all()
        )
        last = select(func.max(TierChange.id)).group_by(TierChange.customer_id)
        history = select(TierChange.customer_id, TierChange.tier_id).where(TierChange.id.in_(last))
        assert dict(session.execute(history).all()) == dict(
            session.execute(select(Customer.id, Customer.tier_id)).all()
        )
        assert len(set(session.scalars(select(Customer.tier_id)))) > 2
        kept = set(session.execute(select(Relation.kind, Relation.customer_id, Relation.other_id)).all())
        assert {kind for kind, _, other in kept if other} >= {"spouse", "child", "introducer"}
        soon = TODAY + timedelta(days=90)
        maturing = select(func.count()).select_from(Holding).where(Holding.matures_on.between(TODAY, soon))
        assert (session.scalar(maturing) or 0) > 40
    # Making it all anew changes nothing: it was right.
    with vault.store.write() as session:
        assert tiers.recompute(session) == []
        facts.refresh(session)
    assert _everything(vault) == before


def test_the_same_seed_gives_the_same_branch(vault: Vault, people: list[demo.Newcomer]):
    found: list[list[tuple[Any, ...]]] = []

    def look(seed: int) -> None:
        with vault.store.write() as session:
            demo.add_branch(session, vault, people, customers=120, seed=seed, today=TODAY)
            for table in (
                "customer",
                "holding",
                "aum_figure",
                "relation",
                "organisation",
                "customer_tag",
                "interaction",
            ):
                columns = [one for one in Base.metadata.tables[table].columns if one.name != "uid"]
                found[-1].extend(map(tuple, session.execute(select(*columns))))
            raise Cancelled

    for seed in (5, 5, 6):
        found.append([])
        with pytest.raises(Cancelled):
            look(seed)
    assert len(found[0]) > 2000
    assert found[0] == found[1] != found[2]


def test_cancelling_leaves_nothing(vault: Vault, people: list[demo.Newcomer]):
    before, names = _everything(vault), load_keyfile(vault.folder).keyfile.names()
    head = vault.store.head()

    def cancel(done: int, _total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        _fill(vault, people, 900, progress=cancel)
    assert vault.store.head() == head
    assert _everything(vault) == before
    assert load_keyfile(vault.folder).keyfile.names() == names
    assert len(_fill(vault, people, 30)) == len(people)  # and it can be done again


def test_who_and_what_is_refused(vault: Vault, people: list[demo.Newcomer]):
    with vault.store.read() as session:
        for count in (-1, 10_000_001):
            with pytest.raises(UsageError) as wrong:
                demo.check(session, count)
            assert wrong.value.code == "demo.customers_out_of_range"
        demo.check(session, 0)
    _fill(vault, people, 1)
    with vault.store.read() as session, pytest.raises(UserError) as full:
        demo.check(session, 10)
    assert full.value.code == "demo.not_empty"
    others = [person for person in people if person.name == "never"]
    with pytest.raises(UserError) as again:
        _fill(vault, others, 10)
    assert again.value.code == "demo.not_empty"
    with pytest.raises(UserError) as kept, vault.store.write() as session:
        undoing.undo(session, vault.store.head().number)
    assert kept.value.code == "log.frozen"


def test_only_who_manages_staff_adds_a_branch(vault: Vault, people: list[demo.Newcomer]):
    person = add_person(vault, "李雷", "一次性密码 Abc-2468", [Role.BRANCH_HEAD])
    vault.store.actor = type(vault.store.actor).of(person)  # type: ignore[union-attr]
    with pytest.raises(NotAllowed):
        _fill(vault, people, 10)


def test_a_branch_without_customers_or_tiers_of_its_own(vault: Vault, people: list[demo.Newcomer]):
    with vault.store.write() as session:
        seen = {one.uid: one.version for one in tiers.list_tiers(session)}
        steps = [tiers.Step("大众", 0), tiers.Step("贵宾", 10_000_000)]
        tiers.set_tiers(session, steps, versions=seen)
    _fill(vault, people, 200)
    with vault.store.read() as session:
        assert set(session.scalars(select(Tier.name).join(Customer, Customer.tier_id == Tier.id))) == {
            "大众",
            "贵宾",
        }
        assert all(
            re.fullmatch(r"33\d{9}", number or "") for number in session.scalars(select(Customer.number))
        )
        assert len(staff.list_staff(session)) == 1 + len(people)


def test_the_calendar_is_alive(vault: Vault, people: list[demo.Newcomer]) -> None:
    """Customers are known for years, some birthdays were dealt with, a notice is half told."""
    _fill(vault, people, 400)
    with vault.store.read() as session:
        youngest = session.scalar(select(func.max(Customer.known_since)))
        assert youngest is not None
        assert youngest < TODAY - timedelta(days=730)
        states = dict(
            session.execute(select(TouchpointAct.state, func.count()).group_by(TouchpointAct.state)).all()
        )
        assert states.get("done", 0) > 0
        [notice] = notices.list_notices(session)
        assert 0 < notice.told <= notice.to_tell
        stands = care.today(session, Asked(TODAY, TODAY, TODAY))
        # As in life: some of it is late, by far not everybody.
        assert 0 < stands.overdue.count < 400 * 0.1
        late = [one for one in stands.overdue.touchpoints if one.kind is Kind.CADENCE]
        kept_up = select(func.count()).where(CustomerFact.last_contact_on >= TODAY - timedelta(days=14))
        assert len(late) < (session.scalar(kept_up) or 0)
        assert sum(group.count for group in stands.due.values()) > 0
        kept = dict(session.execute(select(DailyLog.state, func.count()).group_by(DailyLog.state)).all())
        assert set(kept) == {"draft", "submitted", "countersigned", "returned"}
        assert sum(kept.values()) >= 3 * 10
        answered = select(func.count()).where(DailyLogItem.interaction_id.is_not(None))
        assert (session.scalar(answered) or 0) > 40
        following = working_days.load(session).next_working_day(TODAY)
        [manager] = session.scalars(select(Staff).where(Staff.name == "林晓雯"))
        assert daily_logs.load_day(session, following, staff_uid=manager.uid).items


def test_what_the_customers_think_is_there(vault: Vault, people: list[demo.Newcomer]):
    """Forms as somebody may fill them in, a survey that can be compared, complaints in every state."""
    added = _fill(vault, people, 400)
    head = next(one for one in added if Role.BRANCH_HEAD in one.role_set)
    with vault.store.read() as session:
        rows = session.execute(
            select(SurveyResponse.answers, SurveyVersion.questionnaire).join(
                SurveyVersion, SurveyVersion.id == SurveyResponse.version_id
            )
        ).all()
        assert len(rows) > 200
        for written, form in rows:
            given = json.loads(written)
            assert answers.check(questionnaire.parse(form), given) == (given, [])
    vault.store.actor = Actor.of(head)
    with vault.store.read() as session:
        listed = surveys.load_surveys(session, surveys.find_surveys(session))
        assert Counter(one.state for one in listed) == {"closed": 2, "open": 1}
        latest = max((one for one in listed if one.state == "closed"), key=lambda one: one.starts_on)
        results = surveys.load_results(session, latest.uid)
        assert results.former_number is not None
        assert results.changes
        cases = complaints.load_complaints(session, complaints.find_complaints(session, which="all"))
        assert {one.state for one in cases} == {one.value for one in ComplaintState}
        assert any(one.is_late for one in cases)
        assert any(one.customer_uid is None for one in cases)
        for one in cases:
            complaints.load_complaint(session, one.uid)
