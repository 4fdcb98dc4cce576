"""Archive a database of the present revision: run once when a revision is released, commit the file.

python tests/data/vaults/make.py
"""

from __future__ import annotations

import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from rmdesk.models import (
    ActivityContact,
    ActivityGuest,
    Customer,
    DailyLog,
    DailyLogItem,
    DailyLogRemark,
    ImportMapping,
    Interaction,
    Refusal,
    Setting,
    Staff,
    StaffRole,
)
from rmdesk.models.migrations import CURRENT
from rmdesk.services import (
    activities,
    addresses,
    changes,
    complaints,
    customers,
    dates,
    documents,
    duplicates,
    figures,
    goals,
    greetings,
    holdings,
    interactions,
    phones,
    plans,
    relations,
    scripts,
    segments,
    surveys,
    tags,
    tasks,
    tiers,
    views,
    working_days,
)
from rmdesk.services.actor import Actor
from rmdesk.services.days import Day
from rmdesk.services.goals import periods
from rmdesk.services.store import create_store
from rmdesk.services.vault.folder import VaultFolder
from rmdesk.services.vault.keys import derive_keys

MASTER = bytes(range(32))
UID = "0" * 32


def main() -> None:
    target = Path(__file__).parent / f"{CURRENT.newest:04}.db"
    if target.exists():
        sys.exit(f"{target.name} is there already; an archived vault is never made anew")
    with tempfile.TemporaryDirectory() as place:
        folder = VaultFolder(Path(place))
        store = create_store(folder, derive_keys(MASTER), vault_uid=UID, branch="滨江支行", key_generation=1)
        with store.write() as session:
            head = Staff(name="周建国", mobile="13800000001")
            head.roles = [StaffRole(role="administrator"), StaffRole(role="branch_head")]
            session.add_all([head, Setting(name="branch.name", value='"滨江"')])
            changes.describe(session, "staff.added", subject=head)
        with store.write() as session:
            person = Staff(name="李秀", mobile="13900000002")
            person.roles = [StaffRole(role="teller")]
            session.add(person)
            changes.describe(session, "staff.added", subject=person)
        with store.write() as session:
            person = session.get_one(Staff, 2)
            person.name, person.mobile = "李秀英", None
            person.roles = [StaffRole(role="relationship_manager")]
            session.get_one(Setting, 1).value = '"滨江支行"'
            changes.describe(session, "staff.renamed", subject=person)
        with store.write() as session:
            changes.note(session, "auth.signed_in", subject=session.get_one(Staff, 1))
        with store.read() as session:
            store.actor = Actor.of(session.get_one(Staff, 1))
        with store.write() as session:
            changes.describe(session, "tiers.set")
            tiers.ensure(session)
        with store.write() as session:
            given = {"name": "张晓敏", "number": "33010001", "employer": "滨江软件有限公司", "no_calls": True}
            first = customers.add_customer(session, given | {"birthday": Day(8, 15, 1966, is_lunar=True)})
            second = customers.add_customer(session, {"name": "𠮷田·伟"})
        with store.write() as session:
            phones.add_phone(session, first.uid, "13800138000")
            addresses.add_address(session, first.uid, "杭州市滨江区江南大道 1 号")
            documents.add_document(session, first.uid, "11010519491231002X")
            dates.add_date(session, first.uid, {"kind": "wedding", "day": Day(5, 20)})
            relations.add_relation(session, first.uid, "parent", other_uid=second.uid)
            holding = {"kind": "time_deposit", "amount_fen": 45_000_000, "matures_on": "2027-01-05"}
            holdings.add_holding(session, first.uid, holding)
            figures.add_figure(session, first.uid, 60_000_000, "2026-01-31")
            tags.add_tag(session, first.uid, "企业主")
            views.save_view(session, "customers", "我的重点", {"filters": []})
        with store.write() as session:
            condition = {"field": "tag", "op": "one_of", "value": ["企业主"]}
            expression = segments.read(session, {"version": 1, "all": [condition]})
            segment = segments.save_segment(session, "企业主", expression, shared=True)
        with store.write() as session:
            segments.fix_members(session, segment.uid, date(2026, 8, 20))
        with store.write() as session:
            line = working_days.Line("元旦", date(2027, 1, 1), date(2027, 1, 3))
            working_days.set_year(session, 2027, [line], versions={})
        with store.write() as session:
            manager = session.get_one(Staff, 2)
            store.actor = Actor.of(manager)
            version = session.get_one(Customer, first.id).version
            customers.edit_customer(session, first.uid, {"owner": manager.uid}, version=version)
        with store.write() as session:
            interactions.add_interaction(
                session,
                first.uid,
                {"channel": "call", "content": "问过养老理财", "held_on": "2026-08-21"},
                follow_up={"due_on": "2026-09-12", "step": "周六到网点"},
                commitment={"promise": "利率上浮", "kind": "rate", "due_on": "2026-09-10"},
            )
            teller = {"work": "核对额度", "due_on": "2026-09-11", "department": "国际业务部"}
            tasks.add_task(session, first.uid, teller)
        store.actor = Actor.of(head)
        with store.write() as session:
            duplicates.keep_apart(session, first.uid, second.uid)
        with store.write() as session:
            kept = ImportMapping(
                target="customers", shape="0" * 64, definition='{"columns": {"户名": "name"}}'
            )
            session.add(kept)
            session.flush()
            changes.describe(session, "import.mapping_kept", subject=kept, target="customers")
        with store.write() as session:
            greetings.add_template(session, "birthday", "zh_CN", "{称呼}，生日快乐")
        with store.write() as session:
            scripts.add_script(
                session, "objection", "any", "zh_CN", {"cue": "没空", "text": "好的，改天再打给您"}
            )
            store.actor = Actor.of(session.get_one(Staff, 2))
        with store.write() as session:
            day = date(2026, 9, 10)
            proposed = greetings.propose_for(session, first.uid, "birthday", day)
            greetings.note_used(session, first.uid, proposed.texts[0], proposed, today=day)
        with store.write() as session:
            at = datetime(2026, 8, 20, 9, 30, tzinfo=UTC)
            log = DailyLog(
                staff_id=2, day=date(2026, 8, 21), state="submitted", planned_at=at, submitted_at=at
            )
            session.add(log)
            session.flush()
            planned = {"log_id": log.id, "position": 1, "customer_id": first.id, "added_at": at}
            item = DailyLogItem(**planned, purpose="养老理财", outcome="done", completed_at=at)
            item.interaction_id = session.query(Interaction.id).scalar()
            said = DailyLogRemark(log_id=log.id, staff_id=2, kind="addendum", text="另有一事", said_at=at)
            session.add_all([item, said])
            session.flush()
            changes.describe(session, "log.planned", subject=log)
        with store.write() as session:
            store.actor = Actor.of(session.get_one(Staff, 1))
        with store.write() as session:
            form = surveys.templates.load()["overall"].form
            survey = surveys.add_survey(session, {"title": "客户满意度调研"}, form, date(2026, 9, 1))
        with store.write() as session:
            surveys.open_survey(session, survey.uid, version=1, today=date(2026, 9, 1))
        with store.write() as session:
            given = {"overall": 9, "nps": 10, "channel": "1", "cares": ["1"], "manager": 9, "problem": "2"}
            given |= {"parts": {str(row): 5 for row in range(1, 6)}, "advice": "到期提醒很及时"}
            whose = surveys.From(form_number="1")
            surveys.enter_response(session, survey.uid, given, whose, today=date(2026, 9, 5))
        with store.write() as session:
            goal = goals.add_goal(session, periods.quarter(2026, 3))
            wanted = goals.set_target(session, goal.uid, {"measure": "aum", "target": 120_000_000_00})
            goals.set_shares(session, wanted.uid, {manager.uid: 30_000_000_00}, seen={}, version=1)
        with store.read() as session:
            store.actor = Actor.of(session.get_one(Staff, manager.id))
        with store.write() as session:
            days = {"first_on": date(2026, 9, 1), "last_on": date(2026, 9, 30)}
            plan = plans.add_plan(session, {"name": "九月回访", "goal": goal.uid} | days)
            above = plans.add_node(session, plan.uid, {"name": "重点客户"})
            given = {"name": "电话回访", "times": 1, "channels": {"call": 100}}
            plans.add_node(session, plan.uid, given, parent_uid=above.uid)
            plans.generate_items(session, plan.uid, version=1, today=date(2026, 9, 1))
        with store.write() as session:
            given = {"kind": "waiting", "content": "排队两个小时", "wish": "增开窗口"}
            complaints.add_complaint(session, given, customer_uid=first.uid, today=date(2026, 9, 7))
        with store.write() as session:
            coming = {"name": "养老沙龙", "kind": "salon", "first_on": date(2026, 9, 25), "start_minute": 840}
            activity = activities.add_activity(session, coming)
            activities.add_need(session, activity.uid, {"kind": "equipment", "what": "投影仪"})
            activities.add_point(session, activity.uid, {"at_minute": "14:00", "what": "主题分享"})
            activities.add_cost(session, activity.uid, {"what": "茶歇", "estimate_fen": 120_000})
            session.add(ActivityGuest(activity_id=activity.id, customer_id=first.id))
            asked = {"purpose": "invitation", "due_on": date(2026, 9, 11), "channel": "call"}
            session.add(ActivityContact(activity_id=activity.id, customer_id=first.id, **asked))
            session.add(Refusal(mark="0" * 64, kept_on=date(2026, 9, 12), no_calls=True))
        store.close()
        target.write_bytes(folder.database.read_bytes())


if __name__ == "__main__":
    main()
