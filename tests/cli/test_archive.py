"""The commands on customers of a real vault: `customer`, `search`, `export`, `duplicates`, `interaction`."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from rmdesk.models import Customer, CustomerFact, CustomerPhone, IdentityDocument, Staff, Tier
from rmdesk.services import changes, customers, demo
from rmdesk.services.actor import Actor
from rmdesk.services.days import Day
from rmdesk.services.vault import Vault, VaultFolder
from tests.cli.conftest import Ran, Run, Secret
from tests.support.vaults import OpenAgain, Template, filled_vault, prepare_newcomers

NEW = "示范网点 2468"
CUSTOMERS = 120

RunAs = Callable[..., Ran]


@pytest.fixture
def password(secret: Secret) -> Path:
    return secret("new", NEW)


@pytest.fixture(scope="module")
def vault_template(vault_template: Template, tmp_path_factory: pytest.TempPathFactory) -> Template:
    """With the branch of `rmdesk demo`."""

    def fill(vault: Vault) -> None:
        people = prepare_newcomers(vault, NEW)
        with vault.store.write() as session:
            given = {"customers": CUSTOMERS, "seed": 7, "today": date.today()}
            demo.add_branch(session, vault, people, **given)

    return filled_vault(vault_template, tmp_path_factory.mktemp("branch"), fill)


@pytest.fixture
def run_as(run: Run, vault_folder: VaultFolder, password: Path) -> RunAs:
    """Runs a command as one of the demonstration branch."""

    def run_(name: str, *typed: object) -> Ran:
        return run("--vault", vault_folder.root, "--user", name, "--password-file", password, *typed)

    return run_


@contextlib.contextmanager
def _opened(open_again: OpenAgain):
    vault: Vault = open_again(signed_in=False)
    with contextlib.closing(vault), vault.store.read() as session:
        yield session


class TestCustomer:
    def test_the_whole_record(self, run_as: RunAs, open_again: OpenAgain):
        with _opened(open_again) as session:
            row = session.scalars(
                select(Customer)
                .join(IdentityDocument)
                .join(CustomerPhone, CustomerPhone.customer_id == Customer.id)
                .where(Customer.owner_id.is_not(None), Customer.birth_year.is_not(None))
                .limit(1)
            ).one()
            owner = session.get_one(Staff, row.owner_id).name
            phone = session.scalars(select(CustomerPhone).where(CustomerPhone.customer_id == row.id)).first()
            document = session.scalars(
                select(IdentityDocument).where(IdentityDocument.customer_id == row.id)
            ).one()
            before = len(changes.find_numbers(session))
        for reader in (owner, "方志远", "周建国2"):
            ran = run_as(reader, "customer", row.number, "--json")
            assert ran.status == 0
            found = ran.data
            assert (found["uid"], found["name"], found["owner"]) == (row.uid, row.name, owner)
            assert (found["birth_year"], found["stage"]) == (row.birth_year, row.stage)
            assert phone is not None
            assert phone.number in [one["number"] for one in found["customer_phone"]]
            assert [one["number"] for one in found["identity_document"]] == [document.number]
            assert found["masked"] == []
            assert len(found["aum_figure"]) == 12
            newest = found["customer_fact"]["aum"]
            assert newest == found["aum_figure"][-1]["amount"]
            assert Decimal(newest).as_tuple().exponent == -2
        with _opened(open_again) as session:
            sets = changes.load_sets(session, changes.find_numbers(session)[: -before or None])
            read = [one for one in sets if one.subject_uid == row.uid]
            assert [one.kind for one in read] == ["data.read"] * 3
        by_uid = run_as("方志远", "customer", row.uid.upper(), "--json")
        assert by_uid.data["number"] == row.number

    def test_in_words(self, run_as: RunAs, open_again: OpenAgain):
        with _opened(open_again) as session:
            row = session.scalars(select(Customer).where(Customer.birth_month.is_not(None)).limit(1)).one()
        ran = run_as("方志远", "customer", row.number)
        assert ran.status == 0
        lines = ran.answer.splitlines()
        assert lines[0] == f"{row.name}\t{row.number}"
        assert any(line.startswith("Birthday\t") for line in lines)
        assert any(line.startswith("Holding\tCurrent deposit\t") for line in lines)
        assert "None" not in ran.answer

    def test_nobody_learns_of_customers_they_may_not_see(self, run_as: RunAs, open_again: OpenAgain):
        with _opened(open_again) as session:
            of_another = select(Customer.number).join(Staff, Staff.id == Customer.owner_id)
            number = session.scalars(
                of_another.where(Staff.name == "陈立", Customer.stand_in_id.is_(None)).limit(1)
            ).one()
        ran = run_as("林晓雯", "customer", number, "--json")
        assert (ran.status, ran.code) == (1, "customer.unknown")
        assert ran.code == run_as("林晓雯", "customer", "no such", "--json").code
        for name in ("何佳怡", "许婷"):
            ran = run_as(name, "customer", number, "--json")
            assert (ran.status, ran.code) == (1, "role.not_permitted")


class TestSearch:
    def _rows(self, ran: Ran) -> list[dict[str, str | None]]:
        assert ran.status == 0
        found: list[dict[str, str | None]] = json.loads(ran.answer)
        return found

    def test_own_customers_are_shown_as_they_are(self, run_as: RunAs, open_again: OpenAgain):
        with _opened(open_again) as session:
            row = session.scalars(
                select(Customer)
                .join(CustomerPhone)
                .join(Staff, Staff.id == Customer.owner_id)
                .where(Staff.name == "林晓雯", CustomerPhone.position == 0)
                .limit(1)
            ).one()
            phone = session.scalars(
                select(CustomerPhone.number)
                .where(CustomerPhone.customer_id == row.id)
                .order_by(CustomerPhone.position)
            ).first()
            fen = session.get_one(CustomerFact, row.id).aum_fen
            tier = session.get_one(Tier, row.tier_id).name
        assert phone is not None
        assert fen is not None
        expected = {
            "no": row.number,
            "name": row.name,
            "tier": tier,
            "aum": f"{fen // 100}.{fen % 100:02}",
            "phone": f"{phone[:3]}****{phone[-4:]}",
            "owner": "林晓雯",
        }
        for text in (row.name, phone[-4:], row.number, f"{row.name} {tier}"):
            assert expected in self._rows(run_as("林晓雯", "search", text, "--json"))
        (of_head,) = [
            one
            for one in self._rows(run_as("方志远", "search", row.number, "--json"))
            if one["no"] == row.number
        ]
        assert of_head["name"] == f"{row.name[0]}*"
        assert of_head["phone"] == expected["phone"]
        assert "." not in str(of_head["aum"])  # a band
        assert row.number in run_as("林晓雯", "search", row.name).answer

    def test_others_customers_are_not_found(self, run_as: RunAs, open_again: OpenAgain):
        with _opened(open_again) as session:
            of_another = select(Customer.number).join(Staff, Staff.id == Customer.owner_id)
            number = session.scalars(
                of_another.where(Staff.name == "陈立", Customer.stand_in_id.is_(None)).limit(1)
            ).one()
        assert self._rows(run_as("林晓雯", "search", number, "--json")) == []
        ran = run_as("林晓雯", "search", number)
        assert ran.answer == "Nobody was found.\n"

    def test_a_lobby_manager_sees_cards(self, run_as: RunAs, open_again: OpenAgain):
        with _opened(open_again) as session:
            name, number = session.execute(select(Customer.name, Customer.number).limit(1)).one()
        found = {one["no"]: one for one in self._rows(run_as("何佳怡", "search", name, "--json"))}
        card = found[number]
        assert (card["name"], card["phone"], card["aum"]) == (f"{name[0]}*", None, None)
        assert card["owner"] is None or card["owner"] in ("林晓雯", "陈立", "苏敏")
        assert self._rows(run_as("何佳怡", "search", number, "--json")) == []  # by name and phone only
        ran = run_as("许婷", "search", name, "--json")
        assert (ran.status, ran.code) == (1, "role.not_permitted")

    def test_limit_and_anything_typed(self, run_as: RunAs):
        everyone = [
            one["name"] for one in self._rows(run_as("方志远", "search", "金卡", "--limit", 500, "--json"))
        ]
        three = self._rows(run_as("方志远", "search", "金卡", "--limit", 3, "--json"))
        assert [one["name"] for one in three] == everyone[:3]
        for text in ("", "   ", "%", '"', "a" * 5000, "\u202e", "AND OR NOT *", "\udcff", "𠮷"):
            assert len(self._rows(run_as("方志远", "search", "--json", "--", text))) <= 100
        for limit in ("0", "-1", "x", "9" * 30):
            ran = run_as("方志远", "search", "王", "--limit", limit, "--json")
            assert (ran.status, ran.code) == (2, "usage")


class TestExport:
    def test_customers_by_condition_in_the_chosen_columns(self, run_as: RunAs, tmp_path: Path):
        out = tmp_path / "白金.xlsx"
        chosen = ("--filter", "tier=金卡,白金", "--filter", "aum=60万..", "--columns", "name,tier,phone")
        ran = run_as("林晓雯", "export", "customers", "--out", out, *chosen, "--reason", "x", "--json")
        heading, *rows = CalamineWorkbook.from_path(out).get_sheet_by_index(0).to_python()
        assert ran.data == {
            "file": str(out),
            "format": "xlsx",
            "rows": len(rows),
            "columns": ["name", "tier", "phone"],
            "masked": True,
        }
        assert heading == ["Name", "Tier", "Phone"]
        assert rows
        assert {row[1] for row in rows} <= {"金卡", "白金"}
        assert all("****" in str(row[2]) for row in rows if row[2])
        other = run_as("林晓雯", "export", "audit", "--out", out, "--json")
        assert other.code == "role.not_permitted"

    def test_exactly_with_a_reason(self, run_as: RunAs, tmp_path: Path):
        out = tmp_path / "a.csv"
        ran = run_as("方志远", "export", "customers", "--out", out, "--reason", "交接")
        assert ran.answer == f"{CUSTOMERS} rows are in {out}.\n"
        assert "****" not in out.read_text("utf-8-sig")
        refused = run_as("方志远", "export", "customers", "--out", out, "--filter", "soul=1", "--json")
        assert (refused.status, refused.code) == (1, "archive.unknown_trait")


class TestDuplicates:
    def test_listed_masked_by_role_and_merged(self, run_as: RunAs, open_again: OpenAgain):
        listed = run_as("方志远", "duplicates", "--json", "--limit", 5)
        assert listed.status == 0
        assert json.loads(listed.answer) == []
        with contextlib.closing(open_again(signed_in=False)) as vault:
            vault.store.actor = _head(vault)
            with vault.store.write() as session:
                for number in ("D1", "D2"):
                    given = {"name": "欧阳若水", "number": number, "birthday": Day(6, 3, 1984)}
                    customers.add_customer(session, given)
        ran = run_as("方志远", "duplicates", "--json")
        assert ran.data == [
            {
                "score": 85,
                "reason": "same name, same birthday",
                "a": _side("D1"),
                "b": _side("D2"),
            }
        ]
        assert "欧阳若水 D1\t欧阳若水 D2" in run_as("方志远", "duplicates").answer
        assert run_as("许婷", "duplicates", "--json").code == "role.not_permitted"
        assert run_as("方志远", "duplicates", "join", "--json").code == "usage.duplicates"
        merged = run_as("方志远", "duplicates", "merge", "D2", "D1", "--json")
        assert merged.data == {"no": "D1", "name": "欧阳若水", "merged": "D2", "taken": []}
        assert run_as("方志远", "duplicates", "--json").data == []


def _side(number: str) -> dict[str, object]:
    told = {"no": number, "name": "欧阳若水", "birthday": "3 Jun", "phone": None}
    return told | {"tier": None, "aum": None, "owner": None}


def _head(vault: Vault) -> Actor:
    with vault.store.read() as session:
        return Actor.of(session.scalars(select(Staff).where(Staff.name == "方志远")).one())


class TestInteraction:
    def test_recorded_and_listed(self, run_as: RunAs, open_again: OpenAgain):
        with _opened(open_again) as session:
            manager = session.scalars(select(Staff).where(Staff.name == "林晓雯")).one()
            number = session.scalars(select(Customer.number).where(Customer.owner_id == manager.id)).first()
        added = run_as(
            "林晓雯",
            *("interaction", "add", "--customer", number, "--channel", "call", "--on", "2026-09-10"),
            *("--at", "9:30", "--content", "问过养老理财", "--need-amount", "45万", "--json"),
            *("--next", "2026-09-12", "周六到网点", "--promise", "2026-09-11", "利率上浮"),
        )
        assert added.status == 0
        listed = run_as("林晓雯", "interaction", "list", "--customer", number, "--json")
        found = next(one for one in listed.data["interactions"] if one["uid"] == added.data["uid"])
        assert found == added.data
        assert (found["at"], found["need_amount"], found["staff"]) == ("09:30", "450000.00", "林晓雯")
        owed = {one["words"]: (one["kind"], one["state"]) for one in listed.data["owed"]}
        assert owed["周六到网点"] == ("follow_up", "open")
        assert owed["利率上浮"] == ("commitment", "waiting")
        assert "问过养老理财" in run_as("林晓雯", "interaction", "list", "--customer", number).answer

    def test_refused(self, run_as: RunAs, open_again: OpenAgain):
        with _opened(open_again) as session:
            number = session.scalars(select(Customer.number).where(Customer.owner_id.is_not(None))).first()
        wrong = ("interaction", "add", "--customer", number, "--channel", "call", "--json")
        assert run_as("许婷", *wrong, "--content", "x").status == 1
        unknown = run_as("林晓雯", "interaction", "list", "--customer", "0", "--json")
        assert (unknown.status, unknown.data["error"]["code"]) == (1, "customer.unknown")
