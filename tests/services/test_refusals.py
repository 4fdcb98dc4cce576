"""What somebody refused outlives what is known of them, and stands with them when they come back."""

from __future__ import annotations

import contextlib
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from rmdesk.models import Customer, Refusal, Setting
from rmdesk.services import (
    changes,
    documents,
    erasure,
    imports,
    phones,
    recycle_bin,
    refusals,
    retention,
    settings,
    undoing,
)
from rmdesk.services.recycle_bin import Consent
from rmdesk.services.store.connection import Connector
from tests.support.branches import Branch
from tests.support.files_in import write_csv
from tests.support.stores import KEYS

PHONE, ID = "13800138000", "110101199003074610"


def kept(branch: Branch) -> list[Refusal]:
    return branch.read(lambda session: list(session.scalars(select(Refusal).order_by(Refusal.id))))


def consent(branch: Branch) -> Consent:
    return Consent(branch.people["administrator"].staff_uid)


@pytest.fixture
def gone(branch: Branch) -> Customer:
    """Somebody who wanted no calls and no offers, deleted for good; beside them one who refused nothing."""
    branch.act("manager")
    made = branch.add("欧阳静怡", no_calls=True, no_marketing=True)
    branch.write(phones.add_phone, made.uid, PHONE)
    branch.write(documents.add_document, made.uid, ID)
    other = branch.add("王芳")
    branch.write(phones.add_phone, other.uid, "13900139000")
    for one in (made, other):
        branch.write(recycle_bin.delete_customer, one.uid, version=branch.version(one))
    branch.act("head")
    branch.write(recycle_bin.purge_customers, [made.uid, other.uid], consent(branch))
    return made


def test_nothing_but_codes_and_what_was_refused_stays(branch: Branch, gone: Customer) -> None:
    found = kept(branch)
    assert len(found) == 2
    for one in found:
        assert [getattr(one, name) for name in refusals.FLAGS] == [True, False, False, False, True]
        assert one.kept_on == date.today()
    branch.store.checkpoint()
    with contextlib.closing(Connector(branch.store.path, KEYS.database).open(query_only=True)) as connection:
        texts = repr(
            [connection.execute(f"SELECT * FROM {name}").fetchall() for name in ("refusal", "customer")]
        )
    assert not [word for word in ("欧阳静怡", PHONE, ID) if word in texts]
    assert branch.is_sound()


@pytest.mark.parametrize("by", ["phone", "document"])
def test_whoever_comes_back_is_known(branch: Branch, gone: Customer, by: str) -> None:
    branch.act("manager")
    again = branch.add("欧阳小姐")
    assert not again.no_calls
    if by == "phone":
        branch.write(phones.add_phone, again.uid, "138 0013 8000")
    else:
        branch.write(documents.add_document, again.uid, ID)

    def flags(session: object) -> tuple[bool, bool, bool]:
        row = session.scalars(select(Customer).where(Customer.uid == again.uid)).one()  # type: ignore[attr-defined]
        return row.no_calls, row.no_marketing, row.no_visits

    assert branch.read(flags) == (True, True, False)
    assert len(kept(branch)) == 1  # the other number's
    assert branch.newest().detail["refusals"] == 1
    branch.write(undoing.undo, branch.newest().number)
    assert branch.read(flags) == (False, False, False)
    assert len(kept(branch)) == 2
    assert branch.is_sound()


def test_an_import_knows_them_too(branch: Branch, gone: Customer, tmp_path: Path) -> None:
    file = write_csv(
        tmp_path / "名单.csv",
        [["客户号", "姓名", "手机"], ["A1", "欧阳静怡", PHONE], ["A2", "赵强", "13700137000"]],
    )
    with imports.Feed(file) as feed:
        with branch.store.read() as session:
            request = imports.propose(session, imports.BY_NAME["customers"], feed.found).request
        with branch.store.write() as session:
            imports.run(session, request, feed=feed)

    def refusing(session: object) -> list[str]:
        asked = select(Customer.name).where(Customer.no_calls.is_(True))
        return list(session.scalars(asked))  # type: ignore[attr-defined]

    assert branch.read(refusing) == ["欧阳静怡"]
    assert len(kept(branch)) == 1


@pytest.mark.parametrize("keep", [True, False])
def test_at_a_request_it_stays_and_the_certificate_says_so(branch: Branch, keep: bool) -> None:
    branch.act("manager")
    made = branch.add("欧阳静怡", no_messages=True)
    branch.write(phones.add_phone, made.uid, PHONE)
    branch.act("head")
    told = branch.read(erasure.preview, made.uid, keep=keep)
    assert (told.refused, told.refusal_years) == (1, 20)
    version = branch.version(made)
    told = branch.write(erasure.erase, made.uid, version=version, keep=keep, consent=consent(branch))
    assert told.refused == 1
    assert [one.no_messages for one in kept(branch)] == [True]


def test_they_go_after_their_years(branch: Branch, gone: Customer) -> None:
    for years, count in ((19, 0), (21, 2)):
        later = retention.years_before(date.today(), -years)
        due = {one.kind: one for one in branch.read(retention.find_due, later)}
        assert due["refusals"].count == count
    assert due["refusals"].oldest == date.today()
    counts = branch.write(retention.expire, [due["refusals"]], consent(branch))
    assert counts == {"refusals": 2}
    assert kept(branch) == []
    assert branch.is_sound()


def test_years_stored_before_there_were_refusals_have_their_default(branch: Branch) -> None:
    years = {"customers": 5, "interactions": 3, "attachments": 3, "audit": 6}

    def store(session: object) -> None:
        import json

        session.add(Setting(name=settings.RETENTION, value=json.dumps(years)))  # type: ignore[attr-defined]
        changes.note(session, "settings.changed")  # type: ignore[arg-type]

    branch.act("head")
    branch.write(store)
    assert branch.read(settings.get, settings.RETENTION) == years | {"refusals": 20}
    assert branch.read(settings.load)[settings.RETENTION].value == years | {"refusals": 20}
