"""Tags and saved views: words on customers, lists under a name."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from rmdesk.models import SavedView
from rmdesk.services import archive, search, segments, tag_upkeep, tags, views
from rmdesk.services.errors import Conflict, NotAllowed, UserError
from tests.support.branches import Branch


def names(branch: Branch) -> list[tuple[str, int]]:
    rows = branch.read(tag_upkeep.load_tags, branch.read(tag_upkeep.find_tags))
    return [(row.name, row.customers) for row in rows]


def test_put_on_and_taken_off(branch: Branch) -> None:
    customer = branch.add()
    branch.write(tags.add_tag, customer.uid, " 企业主 ")
    head = branch.store.head()
    branch.write(tags.add_tag, customer.uid, "企业主")  # there already
    branch.write(tags.remove_tag, customer.uid, "没有的")
    assert branch.store.head() == head
    assert branch.record(customer).tags == ("企业主",)
    branch.write(tags.remove_tag, customer.uid, "企业主")
    assert branch.record(customer).tags == ()
    assert names(branch) == [("企业主", 0)]
    assert branch.is_sound()


@pytest.mark.parametrize("name", ["", "x" * 41, "\u202e主", 5])
def test_unusable_tag(branch: Branch, name: str) -> None:
    with pytest.raises(UserError) as caught:
        branch.write(tags.add_tag, branch.add().uid, name)
    assert caught.value.code.startswith("text.")


def test_on_many_at_once(branch: Branch) -> None:
    people = [branch.add(f"客户{place}") for place in range(3)]
    ids = [one.id for one in people]
    branch.write(tags.add_tag, people[0].uid, "沙龙")
    assert branch.write(tags.tag_many, ids, "沙龙") == 2
    assert branch.newest().detail == {"customers": 2}
    assert branch.read(search.find, "沙龙") == ids
    assert branch.write(tags.tag_many, ids, "沙龙") == 0
    assert branch.write(tags.tag_many, ids[1:], "沙龙", on=False) == 2
    assert branch.read(search.find, "沙龙") == ids[:1]
    branch.act("manager")
    with pytest.raises(NotAllowed):
        branch.write(tags.tag_many, ids, "沙龙")


def test_counted_over_customers_one_may_see(branch: Branch) -> None:
    branch.write(tags.add_tag, branch.add().uid, "企业主")
    branch.act("manager")
    branch.write(tags.add_tag, branch.add("自己的").uid, "企业主")
    assert names(branch) == [("企业主", 1)]
    branch.act("head")
    assert names(branch) == [("企业主", 2)]


def test_renamed_and_deleted(branch: Branch) -> None:
    customer = branch.add()
    branch.write(tags.add_tag, customer.uid, "企业主")
    branch.write(tags.add_tag, customer.uid, "老师")
    tag = branch.read(tags.list_tags)[0]
    with pytest.raises(UserError) as caught:
        branch.write(tag_upkeep.rename_tag, tag.uid, "老师", version=tag.version)
    assert caught.value.code == "tag.name_taken"
    branch.write(views.save_view, "customers", "业主", conditions("企业主"))
    branch.write(tag_upkeep.rename_tag, tag.uid, "老板", version=tag.version)
    assert branch.record(customer).tags == ("老师", "老板")
    assert branch.read(views.list_views, "customers")[0].definition == conditions("老板")
    assert branch.read(search.find, "老板") == [customer.id]
    with pytest.raises(Conflict):
        branch.write(tag_upkeep.delete_tag, tag.uid, version=tag.version)
    branch.write(tag_upkeep.delete_tag, tag.uid, version=branch.version(tag))
    assert branch.record(customer).tags == ("老师",)
    branch.undo()
    assert branch.record(customer).tags == ("老师", "老板")
    branch.act("manager")
    with pytest.raises(NotAllowed):
        branch.write(tag_upkeep.delete_tag, tag.uid, version=branch.version(tag))


def test_put_together(branch: Branch) -> None:
    both, one = branch.add("客户甲"), branch.add("客户乙")
    for customer, name in ((both, "企业主"), (both, "老板"), (one, "老板")):
        branch.write(tags.add_tag, customer.uid, name)
    branch.act("manager")
    view = branch.write(views.save_view, "customers", "老板们", conditions("老板", "企业主"))
    branch.act("head")
    asked = {"version": 1, "all": [{"field": "tag", "op": "one_of", "value": ["老板"]}]}
    with branch.store.read() as session:
        expression = segments.read(session, asked)
    segment = branch.write(segments.save_segment, "老板", expression)
    boss = branch.read(tag_upkeep.load_tags, branch.read(tag_upkeep.find_tags, search="老"))[0]
    with pytest.raises(UserError) as caught:
        branch.write(tag_upkeep.merge_tags, boss.uid, "老板", version=boss.version)  # with itself
    assert caught.value.code == "tag.unknown"
    branch.write(tag_upkeep.merge_tags, boss.uid, "企业主", version=boss.version)
    assert names(branch) == [("企业主", 2)]
    assert branch.record(both).tags == branch.record(one).tags == ("企业主",)
    with branch.store.read() as session:
        kept = segments.load_segment(session, segment.uid).expression
        assert kept is not None
        assert sorted(segments.find_members(session, kept)) == sorted([both.id, one.id])
        held = session.scalars(select(SavedView.definition).where(SavedView.uid == view.uid)).one()
    assert json.loads(held) == conditions("企业主")
    branch.undo()
    assert names(branch) == [("企业主", 1), ("老板", 2)]
    assert branch.is_sound()


def test_listed_by_name_and_by_number(branch: Branch) -> None:
    people = [branch.add(f"客户{place}") for place in range(3)]
    branch.write(tags.tag_many, [one.id for one in people], "沙龙")
    branch.write(tags.add_tag, people[0].uid, "企业主")

    def listed(**asked: object) -> list[str]:
        return [
            one.name for one in branch.read(tag_upkeep.load_tags, branch.read(tag_upkeep.find_tags, **asked))
        ]

    assert listed() == ["企业主", "沙龙"]
    assert listed(descending=True) == ["沙龙", "企业主"]
    assert listed(sort="customers", descending=True) == ["沙龙", "企业主"]
    assert listed(search=" 企 ") == ["企业主"]
    assert listed(search="没有的") == []


def conditions(*words: str) -> dict[str, list[dict[str, object]]]:
    return {"conditions": [{"trait": "tag", "value": list(words)}]}


# --- views -----------------------------------------------------------------------------------------

FILTERS = {"filters": [{"field": "tier", "value": "白金"}], "sort": "aum", "columns": ["name", "aum"]}


def test_own_and_shared_views(branch: Branch) -> None:
    branch.write(views.save_view, "customers", "全行白金", FILTERS, shared=True)
    branch.act("manager")
    branch.write(views.save_view, "customers", "我的重点", {"text": "王\udc00"})
    branch.write(views.save_view, "organisations", "别的", {})
    own, shared = branch.read(views.list_views, "customers")
    assert (own.name, own.shared, own.definition) == ("我的重点", False, {"text": "王?"})
    assert (shared.name, shared.shared, shared.definition) == ("全行白金", True, FILTERS)
    branch.act("colleague")
    assert [one.name for one in branch.read(views.list_views, "customers")] == ["全行白金"]
    branch.write(views.save_view, "customers", "我的重点", {})
    assert branch.is_sound()


def test_changed_and_removed_by_who_may(branch: Branch) -> None:
    shared = branch.write(views.save_view, "customers", "全行白金", FILTERS, shared=True)
    branch.act("manager")
    own = branch.write(views.save_view, "customers", "我的", {})
    with pytest.raises(NotAllowed):
        branch.write(views.change_view, shared.uid, version=shared.version, name="改")
    with pytest.raises(NotAllowed):
        branch.write(views.save_view, "customers", "大家的", {}, shared=True)
    branch.act("colleague")
    with pytest.raises(NotAllowed) as caught:
        branch.write(views.remove_view, own.uid, version=own.version)
    assert caught.value.code == "view.not_own"
    branch.act("manager")
    branch.write(views.change_view, own.uid, version=own.version, name="常用", definition={"sort": "name"})
    with pytest.raises(Conflict):
        branch.write(views.remove_view, own.uid, version=own.version)
    branch.write(views.remove_view, own.uid, version=branch.version(own))
    assert [one.name for one in branch.read(views.list_views, "customers")] == ["全行白金"]


def test_a_view_narrows_each_trait_once(branch: Branch) -> None:
    many = [{"trait": "employer", "value": word} for word in ("软件", "银行") * 300]
    [found] = archive.Condition.of_view({"conditions": many})
    assert (found.trait, found.value) == ("employer", "银行")
    assert list(branch.read(archive.find_customers, conditions=[found])) == []


def test_names_and_size_of_views(branch: Branch) -> None:
    for shared in (True, False):
        row = branch.write(views.save_view, "customers", "白金", {}, shared=shared)
        other = branch.write(views.save_view, "customers", "钻石", {}, shared=shared)
        with pytest.raises(UserError) as caught:
            branch.write(views.save_view, "customers", " 白金 ", {}, shared=shared)
        assert caught.value.code == "view.name_taken"
        with pytest.raises(UserError):
            branch.write(views.change_view, other.uid, version=other.version, name=row.name)
    with pytest.raises(UserError) as caught:
        branch.write(views.save_view, "customers", "长", {"text": "x" * 60_000})
    assert caught.value.code == "view.too_long"
