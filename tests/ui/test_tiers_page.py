"""The page of the settings where a branch sets its tiers, and what it says a change would do."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from rmdesk.services import customers, figures, tiers
from rmdesk.services.actor import Actor
from rmdesk.services.tiers import Step
from rmdesk.ui.context import Context
from rmdesk.ui.settings import PAGES
from rmdesk.ui.settings.tiers import TiersPage
from tests.support.frames import settle

WAIT = 60_000  # ms: a limit, not a measure
WAN = 10_000_00  # fen


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> TiersPage:
    with context.store.write() as session:
        for place, wan in enumerate((60, 250, 1200)):
            one = customers.add_customer(session, {"name": f"客户{'甲乙丙'[place]}"})
            figures.add_figure(session, one.uid, wan * WAN, date.today())
    made = TiersPage(context)
    qtbot.addWidget(made)
    made.load()
    made.show()
    return made


def present(context: Context) -> list[tuple[str, int]]:
    with context.store.read() as session:
        return [(one.name, one.threshold_fen // WAN) for one in tiers.list_tiers(session)]


def save(qtbot: QtBot, page: TiersPage) -> None:
    assert page.check()
    with qtbot.waitSignal(page.saved, timeout=WAIT):
        page.save()


def test_what_a_change_would_do_is_shown_before_it_is_done(
    qtbot: QtBot, page: TiersPage, context: Context
) -> None:
    assert not page.is_changed
    row = next(one for one in page.rows if one.name.text() == "白金")
    row.threshold.setText("300万")
    with qtbot.waitSignal(page.previewed, timeout=WAIT):
        page.preview()
    assert page.consequence.text() == "1 from 白金 to 金卡"
    assert present(context)[2] == ("白金", 200)
    save(qtbot, page)
    assert present(context)[2] == ("白金", 300)
    assert not page.is_changed


def test_a_tier_typed_in_last_finds_its_place_and_one_taken_away_is_gone(
    qtbot: QtBot, page: TiersPage, context: Context
) -> None:
    page.add()
    page.rows[-1].name.setText("黑金")
    page.rows[-1].threshold.setText("８００万")
    page.remove(next(one for one in page.rows if one.name.text() == "金卡"))
    save(qtbot, page)
    assert present(context) == [("普通", 0), ("白金", 200), ("钻石", 500), ("黑金", 800), ("私行", 1000)]
    assert [one.name.text() for one in page.rows] == ["普通", "白金", "钻石", "黑金", "私行"]
    settle(qtbot, context)


@pytest.mark.parametrize(
    ("name", "threshold"),
    [("", "5"), ("长" * 41, "5"), ("甲\u202e", "5"), ("金", "many"), ("金", str(2**63)), ("金", "0.001")],
)
def test_what_cannot_be_is_told_below_its_tier(
    page: TiersPage, context: Context, name: str, threshold: str
) -> None:
    before = present(context)
    page.add()
    page.rows[-1].name.setText(name)
    page.rows[-1].threshold.setText(threshold)
    assert not page.check()
    assert page.rows[-1].error.isVisible()
    assert page.rows[-1].name.text() == name
    assert present(context) == before
    page.load()
    assert len(page.rows) == len(before)


def test_two_of_one_name_or_without_a_lowest_are_refused_and_stay(
    qtbot: QtBot, page: TiersPage, context: Context
) -> None:
    before = present(context)
    page.rows[1].name.setText("普通")
    with qtbot.waitSignal(page.refused, timeout=WAIT):
        page.save()
    assert "普通" in page.trouble.text
    assert page.rows[1].name.text() == "普通"
    page.rows[1].name.setText("金卡")
    page.rows[0].threshold.setText("1")
    with qtbot.waitSignal(page.refused, timeout=WAIT):
        page.save()
    assert present(context) == before


def test_a_conflict_loses_nothing_and_saving_again_decides(
    qtbot: QtBot, page: TiersPage, context: Context
) -> None:
    page.rows[1].threshold.setText("70万")
    with context.store.write() as session:
        steps = [one for one in tiers.present_steps(session) if one.name != "私行"]
        steps[1] = Step(steps[1].name, 90 * WAN, steps[1].basis, steps[1].uid)
        tiers.set_tiers(session, steps, versions={one.uid: one.version for one in tiers.list_tiers(session)})
    with qtbot.waitSignal(page.refused, timeout=WAIT):
        page.save()
    assert page.trouble.isVisible()
    assert page.rows[1].threshold.text() == "70万"
    save(qtbot, page)
    assert present(context) == [("普通", 0), ("金卡", 70), ("白金", 200), ("钻石", 500), ("私行", 1000)]


def test_only_for_those_who_set_rules(context: Context) -> None:
    from rmdesk.models import Role

    spec = next(one for one in PAGES if one.id == "tiers")
    for role, may in ((Role.SUPERVISOR, True), (Role.BRANCH_HEAD, True), (Role.RELATIONSHIP_MANAGER, False)):
        assert spec.allowed(Actor(1, "u", "n", frozenset({role}))) is may
