"""Every code that the program can raise has a sentence, and every sentence gets what it asks for."""

from __future__ import annotations

import ast
import functools
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

import rmdesk
from rmdesk import messages, words
from rmdesk.models import Role
from rmdesk.services.accounts import Notice
from rmdesk.services.changes import Problem
from rmdesk.services.errors import Conflict, NotAllowed, UserError
from rmdesk.services.vault import Finding

PACKAGE = Path(rmdesk.__file__).parent
ERRORS = {"UserError", "UsageError", "Damaged", "NotAllowed", "Conflict"}


@dataclass(frozen=True)
class Raised:
    """One place that makes an error or a finding; `params` is None where they are not spelled out there."""

    where: str
    pattern: str  # the code, as a regular expression where a part of it is computed
    params: frozenset[str] | None

    def codes(self, table: dict[str, messages.Entry]) -> list[str]:
        plain = self.pattern.replace("\\", "")
        if plain in table:
            return [plain]
        return [code for code in table if re.fullmatch(self.pattern, code)]


def _pattern(code: ast.expr) -> str | None:
    if isinstance(code, ast.Constant) and isinstance(code.value, str):
        return re.escape(code.value)
    if isinstance(code, ast.JoinedStr):
        return "".join(
            re.escape(part.value) if isinstance(part, ast.Constant) else r"[a-z_.]+" for part in code.values
        )
    return None


def _literals(call: ast.Call) -> list[str | None]:
    """The codes an argument may be: both branches where it is chosen on the spot."""
    code = call.args[0]
    if isinstance(code, ast.IfExp):
        return [_pattern(code.body), _pattern(code.orelse)]
    return [_pattern(code)]


def _params(call: ast.Call, name: str) -> frozenset[str] | None:
    if name == "Finding":
        given = call.args[1] if len(call.args) > 1 else None
        given = next((one.value for one in call.keywords if one.arg == "params"), given)
        if given is None:
            return frozenset()
        if not isinstance(given, ast.Dict):
            return None
        return frozenset(key.value for key in given.keys if isinstance(key, ast.Constant))
    if any(one.arg is None for one in call.keywords):
        return None
    return frozenset(one.arg for one in call.keywords if one.arg)


@functools.cache
def _made() -> tuple[list[Raised], list[Raised]]:
    """Where errors and where findings are made."""
    errors: list[Raised] = []
    findings: list[Raised] = []
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args):
                continue
            name = node.func.id
            if name not in ERRORS and name != "Finding":
                continue
            where = f"{path.relative_to(PACKAGE)}:{node.lineno}"
            for pattern in _literals(node):
                # A computed code is given by a variable: its function is tested where it lives.
                if pattern is not None:
                    made = errors if name in ERRORS else findings
                    made.append(Raised(where, pattern, _params(node, name)))
    return errors, findings


def _placeholders(entry: messages.Entry) -> set[str]:
    return {name for part in entry for name in re.findall(r"{(\w+)}", part)}


def test_places_that_raise_are_found():
    raised, found = _made()
    assert len(raised) > 50
    assert len(found) > 3


def test_every_code_has_a_message():
    raised, found = _made()
    missing = [f"{one.where} {one.pattern}" for one in raised if not one.codes(messages.ENTRIES)]
    missing += [f"{one.where} {one.pattern}" for one in found if not one.codes(messages.FINDINGS)]
    assert not missing, "\n".join(missing)


def test_every_message_gets_its_parameters():
    lacking = []
    for raised, table in zip(_made(), (messages.ENTRIES, messages.FINDINGS), strict=True):
        for one in raised:
            for code in one.codes(table):
                asked = _placeholders(table[code])
                if one.params is not None and not asked <= one.params:
                    lacking.append(f"{one.where} {code}: {sorted(asked - one.params)}")
    assert not lacking, "\n".join(lacking)


def test_no_message_is_left_over():
    raised, found = _made()
    used = {code for one in raised for code in one.codes(messages.ENTRIES)}
    assert sorted(set(messages.ENTRIES) - used) == []
    used = {code for one in found for code in one.codes(messages.FINDINGS)}
    assert sorted(set(messages.FINDINGS) - used) == []


def test_every_message_says_what_happened_in_sentences():
    assert [code for code, entry in messages.ENTRIES.items() if not entry.happened] == []
    unfinished = {
        code: part
        for code, entry in messages.ENTRIES.items()
        for part in entry
        if part and not part.rstrip("”)").endswith((".", "?", "}"))
    }
    assert unfinished == {}


def test_parameters_are_put_into_words():
    error = NotAllowed("role.not_permitted", permission="manage_staff")
    assert "Manage staff" in messages.sentence(error)
    error = UserError("text.too_long", what="branch.name", longest=100)
    assert messages.message(error).happened == "Name of the branch: at most 100 characters fit."
    error = Conflict("row.changed", table="setting", uid="x", seen=1, present=2)
    assert "Setting of the branch" in messages.sentence(error)


def test_values_with_braces_stand_as_they_are():
    error = UserError("staff.unknown", name="{name} {0} %s")
    assert "“{name} {0} %s”" in messages.sentence(error)


def test_moments_are_local():
    at = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
    local = at.astimezone().strftime("%Y-%m-%d %H:%M")
    told = messages.notice(Notice("u", "staff.password_reset", "周建国", at))
    assert told == f"Your password was reset by 周建国 on {local}."
    in_use = UserError("vault.in_use", program="window", pid=7, host="PC-3", since=at.isoformat())
    assert local in messages.sentence(in_use)
    assert "the window of rmdesk" in messages.sentence(in_use)


def test_somebody_who_is_unknown_caused_it():
    told = messages.notice(Notice("u", "staff.password_reset", None, datetime.now(UTC)))
    assert "by somebody" in told


def test_finding_is_told():
    told = messages.finding(Finding("staff.rotation_proposed", {"name": "陈立"}))
    assert "陈立" in told.happened
    assert told.to_do


@pytest.mark.parametrize("code", sorted(messages.notices.PROBLEMS))
def test_problems_of_the_audit_trail_are_told(code: str):
    told = messages.problem(Problem(code, 12, 3, "staff", "0190"))
    assert told.endswith(".")
    assert "{" not in told


def test_chinese_sentences_stand_without_spaces_between():
    words.use("zh_CN")
    try:
        assert str(messages.Message("一。", "", "二。")) == "一。二。"
    finally:
        words.use("en")
    assert str(messages.Message("One.", "", "Two.")) == "One. Two."


def test_every_role_is_named():
    from rmdesk import labels

    assert set(labels.ROLES) == set(Role)
