"""What a command of the command line is, and what it is given."""

from __future__ import annotations

import argparse
import contextlib
import math
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rmdesk import config, messages
from rmdesk.options import Options
from rmdesk.output import Data, Output
from rmdesk.services import accounts
from rmdesk.services.errors import UsageError, UserError
from rmdesk.services.files import read_first_line
from rmdesk.services.vault import Unlocked, Vault, VaultFolder, load_keyfile, open_vault, unlock
from rmdesk.words import translate

PROGRAM = "command line"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command found: `data` for programs, `text` for people.

    With an `error` it is told as well, and the exit status is the error's; data beside it must have
    fields.
    """

    data: Data
    text: str
    error: UserError | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """One run of a command."""

    options: Options
    arguments: argparse.Namespace
    output: Output

    def folder(self) -> VaultFolder:
        """The vault asked for, else the one this computer opened last, else the default one."""
        return VaultFolder.at(self.options.vault or config.load().vault or config.default_vault_folder())

    def user(self, folder: VaultFolder) -> str:
        """The name to sign in with; it may be left out where there is only one."""
        if self.options.user is not None:
            return self.options.user
        names = load_keyfile(folder).keyfile.names()
        if len(names) != 1:
            raise UsageError("usage.user_needed")
        return names[0]

    def password(self) -> str:
        if self.options.password_file is None:
            raise UsageError("usage.password_file_needed")
        return read_first_line(self.options.password_file)

    def unlocked(self) -> Unlocked:
        """The vault's master key by name and password; nothing but the key file is read."""
        password = self.password()
        folder = self.folder()
        return unlock(folder, self.user(folder), password, wait=self._wait)

    def _wait(self, seconds: float) -> None:
        self.output.say(
            translate("cli", "Waiting {seconds} seconds after wrong passwords.", seconds=math.ceil(seconds))
        )
        time.sleep(seconds)

    @contextlib.contextmanager
    def signed_in(self) -> Iterator[Vault]:
        """The vault, open and signed in to; signed out and closed at the end.

        What opening found and what the person must be told goes to standard error.
        """
        vault = open_vault(self.unlocked(), program=PROGRAM, accept_rollback=self.options.accept_rollback)
        with contextlib.closing(vault):
            signed_in = accounts.sign_in(vault)
            self.tell(vault, signed_in)
            try:
                yield vault
            finally:
                # What was asked is done or refused by now; a disk that filled up since cannot change that.
                with contextlib.suppress(UserError):
                    accounts.sign_out(vault)

    def tell(self, vault: Vault, signed_in: accounts.SignedIn) -> None:
        """Say what opening found and what the person has not read yet."""
        for finding in vault.findings:
            self.output.say(str(messages.finding(finding)))
        for notice in signed_in.notices:
            self.output.say(messages.notice(notice))
        if signed_in.must_change_password:
            self.output.say(messages.one_use_password())


class Command(ABC):
    """One command. Adding one is a class and a line in `COMMANDS`."""

    name: ClassVar[tuple[str, ...]]  # one word, or a group and a word
    help: ClassVar[str]
    group_help: ClassVar[str] = ""  # what the group is about; the group's first command says it

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:  # noqa: B027 - most have none
        """Declare the command's own arguments."""

    @abstractmethod
    def run(self, call: Call) -> Answer:
        """Do it; raises UserError."""
