"""`rmdesk staff …`: who works in this vault."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from rmdesk import labels, messages
from rmdesk.cli.command import Answer, Call, Command
from rmdesk.models import Role, Staff
from rmdesk.services import masks, staff
from rmdesk.services.errors import UsageError
from rmdesk.services.files import read_first_line
from rmdesk.services.vault import Slot, Vault
from rmdesk.words import QT_TRANSLATE_NOOP, translate


def _described(person: Staff) -> dict[str, Any]:
    return {
        "uid": person.uid,
        "name": person.name,
        "roles": sorted(role.value for role in person.role_set),
        "mobile": masks.masked("mobile", person.mobile),
        "disabled_at": person.disabled_at.isoformat() if person.disabled_at else None,
    }


def _roles(typed: str) -> list[Role]:
    """Role codes separated by commas."""
    found = []
    for code in typed.replace("，", ",").split(","):
        if code.strip() not in set(Role):
            raise UsageError("staff.role_unknown", role=code.strip(), known=", ".join(Role))
        found.append(Role(code.strip()))
    return found


def _add_name(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help=QT_TRANSLATE_NOOP("help", "the person's sign-in name"))


def _add_roles(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--role", required=True, metavar="ROLE[,ROLE]", help=", ".join(Role))


def _add_new_password(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--new-password-file",
        type=Path,
        required=True,
        metavar="FILE",
        help=QT_TRANSLATE_NOOP(
            "help", "a UTF-8 file; its first line is a password for one use, which the person then changes"
        ),
    )


def _prepared(vault: Vault, name: str, uid: str, path: Path) -> Slot:
    return staff.prepare_password(vault, name, uid, read_first_line(path), one_use=True)


class StaffAdd(Command):
    name = ("staff", "add")
    group_help = QT_TRANSLATE_NOOP("help", "the people who sign in")
    help = QT_TRANSLATE_NOOP("help", "add a person")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        _add_name(parser)
        _add_roles(parser)
        _add_new_password(parser)

    def run(self, call: Call) -> Answer:
        given = _roles(call.arguments.role)
        with call.signed_in() as vault:
            slot = _prepared(
                vault, call.arguments.name, staff.new_staff_uid(), call.arguments.new_password_file
            )
            with vault.store.write() as session:
                person = staff.add_staff(session, vault, call.arguments.name, given, slot)
                data = _described(person)
        return Answer({"staff": data}, translate("cli", "Added {name}.", name=data["name"]))


class StaffList(Command):
    name = ("staff", "list")
    help = QT_TRANSLATE_NOOP("help", "list everybody, also those who are disabled")

    def run(self, call: Call) -> Answer:
        with call.signed_in() as vault, vault.store.read() as session:
            people = [_described(person) for person in staff.list_staff(session)]
        lines = []
        for person in people:
            line = f"{person['name']}\t" + labels.roles(person["roles"])
            if person["disabled_at"]:
                line += "\t" + translate("cli", "Disabled since {day}", day=person["disabled_at"][:10])
            lines.append(line)
        return Answer({"staff": people}, "\n".join(lines))


class StaffRoles(Command):
    name = ("staff", "roles")
    help = QT_TRANSLATE_NOOP("help", "give a person exactly these roles")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        _add_name(parser)
        _add_roles(parser)

    def run(self, call: Call) -> Answer:
        given = _roles(call.arguments.role)
        with call.signed_in() as vault, vault.store.write() as session:
            person = staff.get_active(session, call.arguments.name)
            staff.set_roles(session, person.uid, given, version=person.version)
            session.flush()
            data = _described(person)
        words = labels.roles(data["roles"])
        return Answer(
            {"staff": data}, translate("cli", "{name} is now: {roles}.", name=data["name"], roles=words)
        )


class StaffDisable(Command):
    name = ("staff", "disable")
    help = QT_TRANSLATE_NOOP("help", "take a person's sign-in away; their work stays")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        _add_name(parser)

    def run(self, call: Call) -> Answer:
        with call.signed_in() as vault, vault.store.write() as session:
            person = staff.get_active(session, call.arguments.name)
            proposal = staff.disable_staff(session, vault, person.uid, version=person.version)
            data = _described(person)
        return Answer({"staff": data, "proposed": proposal.code}, str(messages.finding(proposal)))


class _OneUsePassword(Command):
    """What gives somebody a new password for one use."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        _add_name(parser)
        _add_new_password(parser)


class StaffEnable(_OneUsePassword):
    name = ("staff", "enable")
    help = QT_TRANSLATE_NOOP("help", "let a disabled person sign in again, with a new password for one use")

    def run(self, call: Call) -> Answer:
        with call.signed_in() as vault:
            with vault.store.read() as session:
                person = staff.get_disabled(session, call.arguments.name)
                uid, version = person.uid, person.version
            slot = _prepared(vault, call.arguments.name, uid, call.arguments.new_password_file)
            with vault.store.write() as session:
                staff.enable_staff(session, vault, uid, slot, version=version)
                data = _described(staff.get_active(session, call.arguments.name))
        return Answer({"staff": data}, translate("cli", "{name} can sign in again.", name=data["name"]))


class StaffReset(_OneUsePassword):
    name = ("staff", "reset")
    help = QT_TRANSLATE_NOOP("help", "give a person a new password for one use; they are told")

    def run(self, call: Call) -> Answer:
        with call.signed_in() as vault:
            with vault.store.read() as session:
                data = _described(staff.get_active(session, call.arguments.name))
            slot = _prepared(vault, data["name"], data["uid"], call.arguments.new_password_file)
            with vault.store.write() as session:
                staff.reset_password(session, vault, data["uid"], slot)
        return Answer(
            {"staff": data},
            translate("cli", "{name} has a new password and is told so at sign-in.", name=data["name"]),
        )
