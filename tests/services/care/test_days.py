"""The days of the calendar as cells and lists, and the sums of what matures."""

from __future__ import annotations

from datetime import date, timedelta

from rmdesk.services import care, commitments, holdings
from rmdesk.services.care import Asked, Kind, Section, finding
from rmdesk.services.days import Day
from tests.services.care.test_rules import TODAY, add
from tests.support.branches import Branch

WEEK = Asked(TODAY, TODAY + timedelta(days=6), TODAY)


def hold(branch: Branch, uid: str, bank: str, amount_fen: int, day: date, **more: object) -> None:
    given: dict[str, object] = {
        "kind": "time_deposit",
        "bank": bank,
        "amount_fen": amount_fen,
        "matures_on": day,
    }
    given["product"] = f"{amount_fen // 100}"
    branch.write(holdings.add_holding, uid, given | more)


def test_cells_agree_with_the_agenda(branch: Branch) -> None:
    branch.act("manager")
    for place, name in enumerate("甲乙丙丁戊己"):
        one = add(branch, name, birthday=Day(9, 10 + place % 2, 1966))
        hold(branch, one.uid, "", 10_0000_00 * (place + 1), TODAY + timedelta(days=2))
    due = [one for one in branch.read(care.agenda, WEEK) if one.kind is Kind.MATURITY]
    branch.write(care.mark_done, [due[0].key], today=TODAY)
    branch.write(care.postpone, [due[1].key], TODAY + timedelta(days=4), today=TODAY)
    cells = branch.read(care.load_cells, WEEK, names=4)
    listed = branch.read(care.agenda, WEEK, with_acted=False)
    told = {(day, one.kind): one.count for day, cell in cells.items() for one in cell.counts}
    found: dict[tuple[date, Kind], int] = {}
    for one in listed:
        found[one.day, one.kind] = found.get((one.day, one.kind), 0) + (one.count or 1)
    assert told == found
    assert [len(cell.lines) for cell in cells.values()] == [
        min(4, sum(1 for one in listed if one.day == day)) for day in cells
    ]


def test_what_is_counted_for_cells_is_what_is_found_one_by_one(branch: Branch) -> None:
    """Also of customers who were not known yet on some of the days."""
    branch.act("manager")
    for place, name in enumerate("甲乙丙丁戊"):
        one = add(branch, name, birthday=Day(9, 12 + place % 3, 1970))
        hold(branch, one.uid, "", 10_0000_00 * (place + 1), TODAY + timedelta(days=8))
    late = branch.add("己", birthday=Day(9, 1, 1970))  # known from today on, whenever that is
    hold(branch, late.uid, "", 99_0000_00, TODAY + timedelta(days=8))
    for asked in (WEEK, Asked(date.today(), date.today() + timedelta(days=40), TODAY)):
        few, all_ = (branch.read(finding.counts, asked, few=3, sums=sums) for sums in (False, True))
        assert few.keys() == all_.keys()
        for day, kinds in few.items():
            assert [(one.kind, one.count) for one in kinds] == [(one.kind, one.count) for one in all_[day]]
            assert [[line.key for line in one.first] for one in kinds] == [
                [line.key for line in one.first] for one in all_[day]
            ]
        listed = branch.read(care.agenda, asked, with_acted=False)
        assert sum(one.count for kinds in all_.values() for one in kinds) == sum(
            one.count or 1 for one in listed
        )
        assert sum(one.amount_fen for kinds in all_.values() for one in kinds) == sum(
            one.amount_fen or 0 for one in listed
        )


def test_lists_keep_what_was_done_and_count_what_is_not_shown(branch: Branch) -> None:
    branch.act("manager")
    for name in "甲乙丙丁":
        one = add(branch, name)
        given = {"promise": "寄资料", "due_on": TODAY, "promised_on": TODAY}
        branch.write(commitments.add_commitment, one.uid, given)
    first = branch.read(care.agenda, Asked(TODAY, TODAY, TODAY, kinds=frozenset({Kind.COMMITMENT})))[0]
    branch.write(care.mark_done, [first.key], today=TODAY)
    asked = Asked(TODAY, TODAY, TODAY, kinds=frozenset({Kind.COMMITMENT}))
    days = branch.read(care.load_days, asked, few=2)
    assert [(part.section, part.count, len(part.lines)) for part in days[TODAY]] == [
        (Section.COMMITMENT, 3, 2),
        (Section.DONE, 1, 1),
    ]


def test_maturities_by_week_and_manager(branch: Branch) -> None:
    branch.act("manager")
    own = add(branch, "甲")
    monday = TODAY + timedelta(days=7 - TODAY.weekday())
    hold(branch, own.uid, "", 50_0000_00, TODAY)
    hold(branch, own.uid, "", 7_0000_00, monday, count=2)
    hold(branch, own.uid, "农商银行", 30_0000_00, monday + timedelta(days=6))
    hold(branch, own.uid, "", 99_0000_00, TODAY + timedelta(days=90))  # the day after the last
    hold(branch, own.uid, "", 12_0000_00, monday, kind="loan")
    hold(branch, own.uid, "", 11_0000_00, monday, currency="USD")
    asked = Asked(TODAY, TODAY + timedelta(days=care.AHEAD - 1), TODAY)
    found = branch.read(care.load_maturing, asked)
    assert (found.whole.count, found.whole.own_fen, found.whole.other_fen) == (4, 64_0000_00, 30_0000_00)
    this_week, next_week = found.weeks[:2]
    assert (this_week.first, this_week.last) == (TODAY, monday - timedelta(days=1))
    assert (this_week.falling.own_fen, next_week.falling.own_fen) == (50_0000_00, 14_0000_00)
    assert (next_week.falling.count, next_week.falling.other_fen) == (3, 30_0000_00)
    assert found.weeks[-1].last == asked.last
    assert [(one.name, one.falling.count) for one in found.managers] == [("林晓雯", 4)]
    part, keys = branch.read(care.load_maturities, asked.between(monday, monday + timedelta(days=6)))
    assert [line.amount_fen for line in part.lines] == [30_0000_00, 14_0000_00, 11_0000_00]
    assert len(keys) == 3
    # Each is the touchpoint of its own day, and may be acted upon.
    branch.write(care.mark_done, keys[:1], today=TODAY)


def test_the_sum_of_a_few_products_of_others_is_not_told(branch: Branch) -> None:
    branch.act("manager")
    for place, name in enumerate("甲乙丙丁戊"):
        hold(branch, add(branch, name).uid, "", 10_0000_00, TODAY + timedelta(days=8 if place == 4 else 1))
    branch.act("head")
    found = branch.read(care.load_maturing, Asked(TODAY, TODAY + timedelta(days=20), TODAY))
    assert found.whole.own_fen == 50_0000_00
    assert [week.falling.own_fen for week in found.weeks[:2]] == [None, None]
    assert [week.falling.count for week in found.weeks[:2]] == [4, 1]
    branch.act("manager")
    own = branch.read(care.load_maturing, Asked(TODAY, TODAY + timedelta(days=20), TODAY))
    assert own.weeks[0].falling.own_fen == 40_0000_00
