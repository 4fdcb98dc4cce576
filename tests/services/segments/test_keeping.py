"""Segments under a name: own and shared, renamed, undone, fixed at a day, and those a customer is in."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event, select

from rmdesk.models import Segment, SegmentMember, SegmentSnapshot
from rmdesk.services import archive, changes, duplicates, recycle_bin, segments, tag_upkeep, tags
from rmdesk.services.archive import typed as typed_conditions
from rmdesk.services.errors import Conflict, NotAllowed, UserError
from tests.support.branches import Branch

TODAY = date(2026, 9, 10)
GRADED = {"field": "grade", "op": "at_least", "value": 4}


def save(branch: Branch, name: str, *parts: dict[str, Any], shared: bool = False) -> Segment:
    with branch.store.write() as session:
        expression = segments.read(session, {"version": 1, "all": list(parts or (GRADED,))})
        return segments.save_segment(session, name, expression, shared=shared)


def names(branch: Branch) -> list[str]:
    return [one.name for one in branch.read(segments.list_segments)]


def test_own_and_shared_segments_are_listed_for_whom_they_are(branch: Branch) -> None:
    save(branch, "重点", shared=True)
    branch.act("manager")
    own = save(branch, " 我的　客户 ")
    assert [(one.name, one.shared) for one in branch.read(segments.list_segments)] == [
        (own.name, False),
        ("重点", True),
    ]
    assert branch.read(segments.find_segment, "重点").shared
    branch.act("colleague")
    assert names(branch) == ["重点"]
    for use_case, given in (
        (segments.load_segment, {}),
        (segments.change_segment, {"version": 1, "name": "x"}),
        (segments.remove_segment, {"version": 1}),
        (segments.fix_members, {}),
    ):
        with pytest.raises(NotAllowed) as caught:
            branch.write(use_case, own.uid, **given)
        assert caught.value.code == "segment.not_own"
    with pytest.raises(UserError) as unknown:
        branch.read(segments.find_segment, own.name)
    assert unknown.value.code == "segment.unknown"


def test_sharing_is_for_those_who_set_the_rules(branch: Branch) -> None:
    shared = save(branch, "重点", shared=True)
    branch.act("manager")
    with pytest.raises(NotAllowed):
        save(branch, "我的", shared=True)
    with pytest.raises(NotAllowed):
        branch.write(segments.change_segment, shared.uid, version=1, name="我的")
    branch.act("teller")
    with pytest.raises(NotAllowed):
        save(branch, "我的")


def test_a_name_is_used_once_by_each(branch: Branch) -> None:
    first, second = save(branch, "重点"), save(branch, "其他")
    for change in (
        lambda: save(branch, "重点"),
        lambda: branch.write(segments.change_segment, second.uid, version=1, name="重点"),
    ):
        with pytest.raises(UserError) as caught:
            change()
        assert caught.value.code == "segment.name_taken"
    branch.act("manager")
    assert save(branch, "重点").uid != first.uid


def test_changes_have_a_history_and_are_undone(branch: Branch) -> None:
    kept = save(branch, "重点")
    with branch.store.read() as session:
        other = segments.read(session, {"version": 1, "none": [GRADED]})
    branch.write(segments.change_segment, kept.uid, version=1, name="普通", expression=other)
    assert branch.read(segments.load_segment, kept.uid).expression == other
    with pytest.raises(Conflict):
        branch.write(segments.change_segment, kept.uid, version=1, name="x")
    with branch.store.read() as session:
        found = changes.timeline(session, kept.uid, 10)
        assert [one.kind for one in found] == ["segment.edited", "segment.added"]
    branch.undo()
    assert names(branch) == ["重点"]
    branch.write(segments.remove_segment, kept.uid, version=branch.version(kept))
    assert names(branch) == []
    branch.undo()
    assert names(branch) == ["重点"]
    assert branch.is_sound()


def test_what_is_fixed_stays_as_it_was(branch: Branch) -> None:
    branch.act("manager")
    one, other = branch.add("王芳", grade=5), branch.add("李伟", grade=4)
    kept = save(branch, "重点")
    fixed = branch.write(segments.fix_members, kept.uid, TODAY)
    branch.edit(one, grade=1)
    with branch.store.read() as session:
        now = segments.load_segment(session, kept.uid).expression
        assert now is not None
        assert list(segments.find_members(session, now)) == [other.id]
        assert set(segments.find_fixed_members(session, fixed.uid)) == {one.id, other.id}
        [told] = segments.list_fixed(session, kept.uid)
        assert (told.fixed_on, told.count) == (TODAY, 2)
    with pytest.raises(UserError) as caught:
        branch.write(segments.fix_members, kept.uid, TODAY)
    assert caught.value.code == "segment.fixed_already"
    branch.write(segments.fix_members, kept.uid, TODAY + timedelta(days=1))
    assert [told.count for told in branch.read(segments.list_fixed, kept.uid)] == [1, 2]
    branch.write(segments.remove_segment, kept.uid, version=1)
    with branch.store.read() as session:
        assert session.scalars(select(SegmentSnapshot.id)).all() == []
        assert session.scalars(select(SegmentMember.id)).all() == []
    branch.undo()
    assert [told.count for told in branch.read(segments.list_fixed, kept.uid)] == [1, 2]
    assert branch.is_sound()


def test_what_is_fixed_of_a_shared_segment_is_each_persons_own(branch: Branch) -> None:
    shared = save(branch, "重点", shared=True)
    branch.act("manager")
    mine = branch.add("王芳", grade=5)
    fixed = branch.write(segments.fix_members, shared.uid, TODAY)
    branch.act("colleague")
    branch.add("李伟", grade=5)
    assert branch.read(segments.list_fixed, shared.uid) == []
    assert branch.read(segments.find_fixed_members, fixed.uid) == []
    with pytest.raises(NotAllowed):
        branch.read(segments.among, [fixed.uid])
    branch.write(segments.fix_members, shared.uid, TODAY)
    branch.act("supervisor")
    assert len(branch.read(segments.list_fixed, shared.uid)) == 2
    assert branch.read(segments.find_fixed_members, fixed.uid) == [mine.id]


def test_members_are_merged_and_those_in_the_bin_are_hidden(branch: Branch) -> None:
    one, other, third = (branch.add(name, grade=5) for name in ("王芳", "王芳芳", "李伟"))
    kept = save(branch, "重点")
    fixed = branch.write(segments.fix_members, kept.uid, TODAY)
    branch.write(duplicates.merge, one.uid, other.uid, versions=(branch.version(one), branch.version(other)))
    branch.write(recycle_bin.delete_customer, third.uid, version=branch.version(third))
    assert branch.read(segments.find_fixed_members, fixed.uid) == [one.id]
    assert branch.is_sound()


def test_the_segments_a_customer_is_in_are_found_by_one_statement(branch: Branch) -> None:
    customer = branch.add("王芳", grade=5, stage="core", occupation="教师")
    branch.write(tags.add_tag, customer.uid, "企业主")
    held = {"field": "holding", "op": "holds", "value": {"matures_within": 30}}
    dated = {"field": "important_date", "op": "within_next", "value": {"days": 30}}
    core = {"field": "stage", "op": "one_of", "value": ["core"]}
    teacher = {"field": "occupation", "op": "contains", "value": "教师"}
    tagged = {"field": "tag", "op": "one_of", "value": ["企业主"]}
    for name, part in {"a": GRADED, "b": core, "c": teacher, "d": tagged}.items():
        save(branch, f"在 {name}", part)
        save(branch, f"不在 {name}", {"none": [part]})
    save(branch, "不在 e", held)
    save(branch, "不在 f", dated)
    with branch.store.read() as session:
        ran: list[str] = []
        event.listen(session.connection(), "before_cursor_execute", lambda *given: ran.append(given[2]))
        found = segments.of_customer(session, customer.uid)
    assert [one.name for one in found] == ["在 a", "在 b", "在 c", "在 d"]
    assert sum("in_1" in one for one in ran) == 1


def test_a_segment_that_names_a_deleted_tag_says_so_and_hinders_no_other(branch: Branch) -> None:
    customer = branch.add("王芳", grade=5)
    branch.write(tags.add_tag, customer.uid, "企业主")
    broken = save(branch, "企业主", {"field": "tag", "op": "one_of", "value": ["企业主"]})
    save(branch, "重点")
    with branch.store.read() as session:
        tag = tags.list_tags(session)[0]
    branch.write(tag_upkeep.delete_tag, tag.uid, version=tag.version)
    kept = branch.read(segments.load_segment, broken.uid)
    assert (kept.expression, kept.fault and kept.fault.code) == (None, "segment.unknown_name")
    assert [one.name for one in branch.read(segments.of_customer, customer.uid)] == ["重点"]
    with pytest.raises(UserError) as caught:
        branch.write(segments.fix_members, broken.uid)
    assert caught.value.code == "segment.unknown_name"


def test_the_archive_lists_those_in_a_segment_and_those_who_were_fixed(branch: Branch) -> None:
    uid = save(branch, "重点", shared=True).uid
    mine, other = branch.add("张晓敏", grade=5), branch.add("李伟", grade=2)
    fixed = branch.write(segments.fix_members, uid, TODAY).uid
    branch.edit(mine, grade=1)
    branch.edit(other, grade=4)

    def found(*uids: str) -> list[int]:
        condition = archive.Condition.restored(archive.Condition("segment", uids).stored())
        assert condition is not None
        return sorted(branch.read(archive.find_customers, conditions=[condition]))

    assert found(uid) == [other.id]
    assert found(fixed) == [mine.id]
    assert found(uid, fixed) == [mine.id, other.id]
    assert branch.read(segments.count_each) == {uid: 1}
    with branch.store.read() as session:
        typed = typed_conditions.read(session, "segment=重点")
    assert typed == archive.Condition("segment", (uid,))
    with pytest.raises(UserError) as gone:
        found("nobody")
    assert gone.value.code == "segment.gone"
    own = save(branch, "我的").uid
    branch.act("manager")
    with pytest.raises(NotAllowed):
        found(own)


def test_what_became_of_a_segment_is_told_with_its_conditions_then(branch: Branch) -> None:
    uid = save(branch, "重点").uid
    with branch.store.write() as session:
        other = segments.read(session, {"version": 1, "all": [{**GRADED, "value": 2}]})
        segments.change_segment(session, uid, version=1, expression=other)
    branch.write(segments.change_segment, uid, version=2, name="更名")
    branch.undo()
    told = branch.read(segments.history, uid)
    assert [one.name for one in told] == ["重点", "更名", "重点", "重点"]
    assert [one.document["all"][0]["value"] for one in told] == [2, 2, 2, 4]
    assert all(one.expression is not None and one.by for one in told)
