"""`rmdesk init`: a new vault."""

from __future__ import annotations

import argparse
from pathlib import Path

from rmdesk.cli.command import PROGRAM, Answer, Call, Command
from rmdesk.cli.text_files import reserved, write_line
from rmdesk.services.errors import UserError
from rmdesk.services.vault import create_vault
from rmdesk.words import QT_TRANSLATE_NOOP, translate


class Init(Command):
    name = ("init",)
    help = QT_TRANSLATE_NOOP("help", "make a new vault; the first person is administrator and branch head")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "--branch", required=True, metavar="NAME", help=QT_TRANSLATE_NOOP("help", "the branch's name")
        )
        parser.add_argument(
            "--admin",
            required=True,
            metavar="NAME",
            help=QT_TRANSLATE_NOOP("help", "the first person's sign-in name"),
        )
        parser.add_argument(
            "--recovery-file",
            type=Path,
            required=True,
            metavar="FILE",
            help=QT_TRANSLATE_NOOP(
                "help", "a new file for the recovery code; keep it away from this computer"
            ),
        )

    def run(self, call: Call) -> Answer:
        password = call.password()
        folder = call.folder()
        if folder.holds_vault():
            raise UserError("vault.exists", path=str(folder.root))
        path: Path = call.arguments.recovery_file
        with reserved(path):
            vault, _ = create_vault(
                folder,
                branch=call.arguments.branch,
                admin=call.arguments.admin,
                password=password,
                program=PROGRAM,
                keep_code=lambda code: write_line(path, code),
            )
            vault.close()
        data = {"vault": str(folder.root), "uid": vault.uid, "recovery_file": str(path)}
        return Answer(
            data,
            translate(
                "cli",
                "The vault is in {vault}. The recovery code is in {file}: print it, lock it away, "
                "delete the file.",
                vault=data["vault"],
                file=data["recovery_file"],
            ),
        )
