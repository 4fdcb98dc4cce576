"""`rmdesk passwd` and `rmdesk recover`: one's own password, with the old one or with the recovery code."""

from __future__ import annotations

import argparse
import contextlib
from pathlib import Path

from rmdesk.cli.command import PROGRAM, Answer, Call, Command
from rmdesk.cli.text_files import reserved, write_line
from rmdesk.services import accounts, staff
from rmdesk.services.files import read_first_line
from rmdesk.words import QT_TRANSLATE_NOOP, translate


def _add_new_password(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--new-password-file",
        type=Path,
        required=True,
        metavar="FILE",
        help=QT_TRANSLATE_NOOP("help", "a UTF-8 file; its first line is the new password"),
    )


class Passwd(Command):
    name = ("passwd",)
    help = QT_TRANSLATE_NOOP("help", "change one's own password")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        _add_new_password(parser)

    def run(self, call: Call) -> Answer:
        new = read_first_line(call.arguments.new_password_file)
        with call.signed_in() as vault:
            slot = staff.prepare_own_password(vault, call.password(), new)
            with vault.store.write() as session:
                staff.change_password(session, vault, slot)
        return Answer({"user": slot.name}, translate("cli", "{name} has a new password.", name=slot.name))


class Recover(Command):
    name = ("recover",)
    help = QT_TRANSLATE_NOOP(
        "help", "open the vault with the recovery code and give --user a new password; makes a new code"
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "--recovery-file",
            type=Path,
            required=True,
            metavar="FILE",
            help=QT_TRANSLATE_NOOP("help", "a UTF-8 file; its first line is the recovery code"),
        )
        _add_new_password(parser)
        parser.add_argument(
            "--new-recovery-file",
            type=Path,
            required=True,
            metavar="FILE",
            help=QT_TRANSLATE_NOOP("help", "a new file for the code that replaces the one used"),
        )

    def run(self, call: Call) -> Answer:
        code = read_first_line(call.arguments.recovery_file)
        password = read_first_line(call.arguments.new_password_file)
        path: Path = call.arguments.new_recovery_file
        folder = call.folder()
        name = call.user(folder)
        with reserved(path):
            vault, _ = accounts.recover(
                folder,
                code,
                name,
                password,
                program=PROGRAM,
                accept_rollback=call.options.accept_rollback,
                keep_code=lambda new: write_line(path, new),
            )
        with contextlib.closing(vault):
            call.tell(vault, accounts.sign_in(vault))
            accounts.sign_out(vault)
        return Answer(
            {"user": vault.slot.name, "recovery_file": str(path)},
            translate(
                "cli",
                "{name} has a new password. The former recovery code is void; the new one is in {file}.",
                name=vault.slot.name,
                file=str(path),
            ),
        )
