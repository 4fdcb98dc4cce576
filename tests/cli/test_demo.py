"""The command `demo` on a real vault."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from rmdesk.models import Customer
from rmdesk.services import demo
from rmdesk.services.vault import VaultFolder
from tests.cli.conftest import Ran, Run, Secret
from tests.support.vaults import ADMIN, OpenAgain

NEW = "示范网点 2468"
CUSTOMERS = 12


@pytest.fixture
def password(secret: Secret) -> Path:
    return secret("new", NEW)


@pytest.fixture
def filled(run_as_admin: Run, password: Path) -> Ran:
    return run_as_admin(
        "demo", "--customers", CUSTOMERS, "--seed", "7", "--new-password-file", password, "--json"
    )


def test_it_adds_the_branch(filled: Ran, open_again: OpenAgain):
    assert filled.data == {
        "customers": CUSTOMERS,
        "seed": 7,
        "staff": [
            {"name": "周建国2" if name == ADMIN else name, "roles": [role]} for name, role, _ in demo.PEOPLE
        ],
    }
    vault = open_again(signed_in=False)
    with vault.store.read() as session:
        assert len(list(session.scalars(select(Customer.id)))) == CUSTOMERS


def test_people_sign_in_with_passwords_of_their_own(
    run: Run, vault_folder: VaultFolder, password: Path, filled: Ran
):
    for name in ("林晓雯", "许婷", "方志远"):
        account = ("--vault", vault_folder.root, "--user", name, "--password-file", password)
        ran = run(*account, "staff", "list")
        assert ran.status == 0
        assert "passwd" not in ran.rest
        assert "方志远\tBranch head" in ran.answer


def test_in_words(run_as_admin: Run, password: Path):
    ran = run_as_admin("demo", "--customers", 510, "--new-password-file", password)
    assert ran.status == 0
    assert ran.answer.splitlines()[0] == "林晓雯\tRelationship manager"
    assert ran.answer.splitlines()[-1] == "510 invented customers and 7 people were added."
    assert "500 of 510 customers." in ran.rest


def test_a_vault_with_customers_is_left_alone(run_as_admin: Run, password: Path, filled: Ran):
    ran = run_as_admin("demo", "--customers", 5, "--new-password-file", password, "--json")
    assert (ran.status, ran.code) == (1, "demo.not_empty")


@pytest.mark.parametrize(
    ("typed", "status", "code"),
    [
        (("--customers", "-1"), 2, "demo.customers_out_of_range"),
        (("--customers", "99999999999999999999"), 2, "demo.customers_out_of_range"),
        (("--customers", "many"), 2, "usage"),
        ((), 2, "usage"),
    ],
)
def test_wrong_usage(run_as_admin: Run, password: Path, typed: tuple[str, ...], status: int, code: str):
    ran = run_as_admin("demo", *typed, "--new-password-file", password, "--json")
    assert (ran.status, ran.code) == (status, code)


def test_a_weak_password_adds_nobody(run_as_admin: Run, secret: Secret):
    ran = run_as_admin("demo", "--customers", 5, "--new-password-file", secret("weak", "12345"), "--json")
    assert (ran.status, ran.code) == (1, "password.too_short")
    assert len(run_as_admin("staff", "list", "--json").data["staff"]) == 1
