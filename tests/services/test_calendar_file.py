"""The care calendar as an iCalendar file: read back, masked, recorded, whole or not at all."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from rmdesk.services import appointments, care, commitments, export
from rmdesk.services.care import Asked
from rmdesk.services.days import Day
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.export import CalendarRequest
from tests.services.care.test_rules import TODAY, add
from tests.support.branches import Branch

ASKED = Asked(TODAY, TODAY + timedelta(days=60), TODAY)
WILD = "带样品, 三份; \\ 见 BEGIN:VEVENT"


def no_progress(_done: int, _total: int) -> None:
    pass


def leave(branch: Branch, target: Path, asked: Asked = ASKED, reason: str | None = None) -> export.Exported:
    return export.export_calendar(branch.store, CalendarRequest(asked, target, reason), no_progress)


def events(target: Path) -> dict[str, Any]:
    content = target.read_bytes()
    assert b"\r\n" in content
    assert content.count(b"\n") == content.count(b"\r\n")  # every line ends as the standard says
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    found = {str(one["uid"]): one for one in Calendar.from_ical(content).walk("VEVENT")}
    assert len(found) == content.count(b"\r\nBEGIN:VEVENT")  # none twice, none made up by a text
    return found


def by_rule(target: Path, rule: str) -> Any:
    [one] = [event for uid, event in events(target).items() if uid.startswith(f"{rule}.")]
    return one


@pytest.fixture
def filled(branch: Branch) -> Branch:
    """A customer of the manager: a lunar birthday, an appointment, a promise full of signs."""
    branch.act("manager")
    one = add(branch, "陈静怡", birthday=Day(8, 15, 1966, is_lunar=True))
    given = {"due_on": TODAY, "at_minute": 870, "channel": "visit", "subject": WILD}
    branch.write(appointments.add_appointment, one.uid, given)
    promise = {"promise": WILD, "due_on": TODAY, "promised_on": TODAY}
    branch.write(commitments.add_commitment, one.uid, promise)
    return branch


def test_days_times_and_signs_come_back(filled: Branch, tmp_path: Path) -> None:
    target = tmp_path / "care.ics"
    done = leave(filled, target)
    assert done.masked
    assert done.rows == len(events(target))
    birthday = by_rule(target, "birthday")
    assert birthday["dtstart"].dt == date(2026, 9, 25)  # the fifteenth of the eighth lunar month
    assert birthday["dtend"].dt == date(2026, 9, 26)
    assert str(birthday["summary"]).startswith("陈静怡 ")
    appointment = by_rule(target, "appointment")
    starts = appointment["dtstart"].dt
    assert starts.replace(tzinfo=None).isoformat() == f"{TODAY}T14:30:00"
    assert starts.utcoffset() == starts.replace(tzinfo=ZoneInfo("Asia/Shanghai")).utcoffset()
    assert WILD in str(appointment["description"])
    assert WILD in str(by_rule(target, "commitment")["description"])
    zones = Calendar.from_ical(target.read_bytes()).walk("VTIMEZONE")
    assert [str(one["tzid"]) for one in zones] == ["Asia/Shanghai"]


def test_identifiers_stay_and_follow_what_is_put_off(filled: Branch, tmp_path: Path) -> None:
    first, later = tmp_path / "first.ics", tmp_path / "later.ics"
    leave(filled, first)
    [promise] = [one for one in filled.read(care.agenda, ASKED) if one.key.rule == "commitment"]
    filled.write(care.postpone, [promise.key], TODAY + timedelta(days=3), today=TODAY)
    leave(filled, later)
    assert events(first).keys() == events(later).keys()
    assert by_rule(later, "commitment")["dtstart"].dt == TODAY + timedelta(days=3)


def test_names_and_what_was_agreed_are_masked_for_others(filled: Branch, tmp_path: Path) -> None:
    target = tmp_path / "care.ics"
    filled.act("supervisor")
    assert leave(filled, target, reason="总行检查").masked  # a supervisor may not, whatever the reason
    assert "陈静怡" not in target.read_text("utf-8")
    assert WILD[:4] not in target.read_text("utf-8")
    assert str(by_rule(target, "birthday")["summary"]).startswith("陈* ")
    filled.act("head")
    assert leave(filled, target).masked
    assert not leave(filled, target, reason="总行检查").masked
    assert str(by_rule(target, "birthday")["summary"]).startswith("陈静怡 ")
    newest = filled.newest()
    assert newest.kind == "data.exported"
    assert newest.detail["what"] == "calendar"
    assert (newest.detail["masked"], newest.detail["reason"]) == (False, "总行检查")


def test_who_may_not_gets_nothing_and_an_old_file_stays(filled: Branch, tmp_path: Path) -> None:
    target = tmp_path / "care.ics"
    target.write_text("as it was", "utf-8")
    filled.act("teller")
    with pytest.raises(NotAllowed):
        leave(filled, target)
    filled.act("manager")
    with pytest.raises(UserError, match=r"export\.not_written"):
        leave(filled, tmp_path / "nowhere" / "care.ics")
    assert target.read_text("utf-8") == "as it was"
    assert [one.name for one in tmp_path.iterdir() if one.name.endswith(".tmp")] == []
