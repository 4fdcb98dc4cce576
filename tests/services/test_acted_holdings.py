"""What is kept of acts upon holdings, and what is told of maturities, are what the rows themselves say."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from rmdesk.models import ActedHolding, Customer, CustomerFact, Holding, TouchpointAct
from rmdesk.services import care, changes, duplicates, facts, holdings, imports, recycle_bin
from rmdesk.services.care import Asked, Kind
from rmdesk.services.care.rules import BY_ID
from rmdesk.services.errors import UserError
from rmdesk.services.imports import Mode
from rmdesk.services.recycle_bin import Consent
from tests.support.branches import Branch
from tests.support.files_in import take, write_csv

TODAY = date(2026, 9, 10)


def check(branch: Branch) -> int:
    """That all that is kept is as the rows say; how much is kept of acts."""
    with branch.store.read() as session:
        rows: dict[str, Holding] = {one.uid: one for one in session.scalars(select(Holding))}
        told = {one.customer_id: one for one in session.scalars(select(CustomerFact))}
        wanted = set()
        for act in session.scalars(select(TouchpointAct)):
            row = rows.get(act.subject)
            if row is not None and row.closed_on is None and row.customer_id == act.customer_id:
                day = row.premium_due_on if act.rule == "premium" else row.matures_on
                about = (row.customer_id, row.id, row.kind, row.bank, row.amount_fen * row.count)
                fact = told[act.customer_id]
                is_due = not fact.is_lost and (fact.known_since is None or fact.known_since <= act.due_on)
                if day is not None and is_due:
                    wanted.add((act.rule, act.due_on, day, *about))
        names = ("rule", "due_on", "falls_on", "customer_id", "holding_id", "kind", "bank", "amount_fen")
        kept = [tuple(getattr(one, name) for name in names) for one in session.scalars(select(ActedHolding))]
        assert len(kept) == len(set(kept))
        assert set(kept) == wanted
        for column, name in (
            (Holding.matures_on, "next_maturity_on"),
            (Holding.premium_due_on, "next_premium_on"),
        ):
            held = select(Holding.customer_id, func.min(column)).where(Holding.closed_on.is_(None))
            first: dict[int, date | None] = dict(session.execute(held.group_by(Holding.customer_id)).all())  # type: ignore[arg-type]
            assert {one: getattr(fact, name) for one, fact in told.items()} == {
                one: first.get(one) for one in told
            }
    asked = Asked(
        TODAY - timedelta(days=20), TODAY + timedelta(days=40), TODAY, kinds=frozenset({Kind.MATURITY})
    )
    for who in ("head", "manager"):  # who are counted in other ways
        branch.act(who)
        listed = branch.read(care.agenda, asked, with_acted=False)
        counted = [one for kinds in branch.read(care.counts, asked).values() for one in kinds]
        assert sum(one.count for one in counted) == len(listed)
        assert sum(one.amount_fen for one in counted) == sum(one.amount_fen or 0 for one in listed)
    return len(kept)


def known_since(branch: Branch, day: date, name: str = "客户", **fields: object) -> Customer:
    """A customer who has been known since a day."""
    one = branch.add(name, **fields)
    with branch.store.write() as session:
        changes.describe(session, "test.changed")
        session.get_one(Customer, one.id).known_since = day
        session.flush()
        facts.refresh(session, [one.id])
    return one


class Hands:
    """Somebody who does anything at all with customers and what they hold."""

    def __init__(self, branch: Branch, seed: int) -> None:
        self.branch, self.dice = branch, random.Random(seed)

    def holding(self) -> dict[str, Any]:
        dice = self.dice
        due = TODAY + timedelta(days=dice.randrange(-25, 35))
        kind = dice.choice(("time_deposit", "wealth", "loan", "insurance"))
        held = {"kind": kind, "amount_fen": dice.randrange(1, 9) * 100, "count": dice.randrange(1, 3)}
        held |= {"bank": dice.choice(("", "", "工商银行")), "product": f"产品{dice.randrange(9999)}"}
        return held | {"matures_on": due, "premium_due_on": due if kind == "insurance" else None}

    def people(self, *, deleted: bool = False) -> list[Customer]:
        found = select(Customer).where(
            Customer.deleted_at.is_not(None) if deleted else Customer.deleted_at.is_(None)
        )
        with self.branch.store.read() as session:
            return list(session.scalars(found.order_by(Customer.id)))

    def one(self) -> Customer:
        return self.dice.choice(self.people())

    def row(self) -> Holding:
        with self.branch.store.read() as session:
            there = select(Holding).join(Customer, Customer.id == Holding.customer_id)
            there = there.where(Customer.deleted_at.is_(None), Holding.closed_on.is_(None))
            return self.dice.choice(list(session.scalars(there.order_by(Holding.id))))

    def act(self) -> None:
        first = TODAY - timedelta(days=self.dice.randrange(20))
        asked = Asked(first, first + timedelta(days=40), TODAY, kinds=frozenset({Kind.MATURITY}))
        due = [one for one in self.branch.read(care.agenda, asked, with_acted=False) if not one.postponed]
        keys = [one.key for one in self.dice.sample(due, min(len(due), 6))]
        match self.dice.randrange(3):
            case 0:
                self.branch.write(care.mark_done, keys, today=TODAY)
            case 1:
                self.branch.write(care.skip, keys, "客户不在", today=TODAY)
            case _:
                self.branch.write(care.postpone, keys, TODAY + timedelta(days=3), today=TODAY)

    def add(self) -> None:
        self.branch.write(holdings.add_holding, self.one().uid, self.holding())

    def edit(self) -> None:
        row, wanted = self.row(), self.holding()
        some = self.dice.sample(sorted(wanted), 3)
        given = {name: wanted[name] for name in some}
        if self.dice.random() < 0.3:
            given["closed_on"] = TODAY
        self.branch.write(holdings.edit_holding, row.uid, given, version=row.version)

    def remove(self) -> None:
        row = self.row()
        self.branch.write(holdings.remove_holding, row.uid, version=row.version)

    def lose(self) -> None:
        self.branch.edit(self.one(), stage=self.dice.choice(("lost", "core", "core")))

    def delete(self) -> None:
        customer = self.one()
        self.branch.write(recycle_bin.delete_customer, customer.uid, version=customer.version)

    def restore(self) -> None:
        if there := self.people(deleted=True):
            customer = self.dice.choice(there)
            self.branch.write(recycle_bin.restore_customer, customer.uid, version=customer.version)

    def purge(self) -> None:
        if there := self.people(deleted=True):
            self.branch.act("head")
            consent = Consent(self.branch.people["administrator"].staff_uid)
            self.branch.write(recycle_bin.purge_customers, [self.dice.choice(there).uid], consent)

    def merge(self) -> None:
        one, other = self.dice.sample(self.people(), 2)
        versions = one.version, other.version
        self.branch.write(duplicates.merge, one.uid, other.uid, versions=versions)

    def undo(self) -> None:
        self.branch.undo()


@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_kept_is_what_the_rows_say_whatever_was_done(branch: Branch, seed: int) -> None:
    """Each step is also taken back and, half of the time, done again by taking that back."""
    branch.act("manager")
    hands = Hands(branch, seed)
    for place in range(9):
        one = known_since(branch, date(2026, 1 if place % 4 else 9, 1), f"客户{place}")
        for _ in range(3):
            branch.write(holdings.add_holding, one.uid, hands.holding())
    for _ in range(4):
        hands.act()
    assert check(branch) > 15
    steps: list[Callable[[], None]] = [hands.act, hands.act, hands.add, hands.edit, hands.edit, hands.remove]
    steps += [hands.lose, hands.delete, hands.restore, hands.merge]
    most = 0
    for _ in range(18):
        before = check(branch)
        step, number = hands.dice.choice(steps), branch.newest().number
        step()
        most = max(most, check(branch))
        if branch.newest().number != number and hands.dice.random() < 0.5:
            hands.undo()
            assert check(branch) == before
            if hands.dice.random() < 0.5:
                hands.undo()
                check(branch)
    assert most > 15
    hands.delete()
    hands.purge()
    left = check(branch)
    with branch.store.write() as session:
        facts.refresh(session)
        changes.note(session, "test.refreshed")
    assert check(branch) == left


def test_an_import_and_what_is_undone_of_it(branch: Branch, tmp_path: Path) -> None:
    """A complete list closes what it lacks and changes the rest; of very many customers all is made anew."""
    branch.act("manager")
    hands = Hands(branch, 4)
    rows = [["客户号", "产品类别", "产品名称", "所在银行", "金额", "账号", "起息日", "到期日"]]
    for place in range(30):
        one = known_since(branch, date(2026, 1, 1), f"客户{place}", number=f"A{place}")
        held = {
            "kind": "time_deposit",
            "amount_fen": 100_00,
            "account": f"62{place:04}",
            "product": "整存整取",
        }
        due = TODAY + timedelta(days=place % 20)
        branch.write(holdings.add_holding, one.uid, held | {"matures_on": due})
        if place % 3:
            day = due + timedelta(days=place % 2)
            rows.append(
                [f"A{place}", "定期存款", "整存整取", "本行", "250", f"62{place:04}", "2026-01-05", str(day)]
            )
    for _ in range(3):
        hands.act()
    before = check(branch)
    report = take(branch, write_csv(tmp_path / "h.csv", rows), "holdings", mode=Mode.COMPLETE, as_of=TODAY)
    assert 0 < check(branch) < before
    branch.write(imports.undo, report.id)
    assert check(branch) == before


def test_only_rules_of_holdings_are_kept(branch: Branch) -> None:
    """Those that act upon holdings have them as their subject; no other subject is the uid of one."""
    branch.act("manager")
    one = known_since(branch, date(2026, 1, 1))
    branch.write(
        holdings.add_holding, one.uid, {"kind": "insurance", "amount_fen": 100, "premium_due_on": TODAY}
    )
    asked = Asked(TODAY, TODAY, TODAY)
    keys = [touchpoint.key for touchpoint in branch.read(care.agenda, asked) if touchpoint.key.customer_id]
    assert {key.rule for key in keys} >= {"premium"}
    assert BY_ID["premium"].id == "premium"
    branch.write(care.mark_done, keys, today=TODAY)
    assert check(branch) == 1
    with pytest.raises(UserError):
        branch.write(care.mark_done, keys, today=TODAY)
