"""The hook for signing: a command that signs one file in place."""

from __future__ import annotations

import shlex
import subprocess
from pathlib import Path

from installer.plan import ROOT, BuildError, sha256


def command_line(command: str, file: str) -> str:
    """The command with the file in the place of {}, or behind it."""
    quoted = f'"{file}"'
    return command.replace("{}", quoted) if "{}" in command else f"{command} {quoted}"


def sign(command: str | None, *files: Path) -> None:
    """Raises BuildError if the command failed, or left a file as it was."""
    for file in files if command else ():
        before = sha256(file)
        ran = subprocess.run(
            command_line(str(command), str(file)), shell=True, cwd=ROOT, capture_output=True, check=False
        )
        if ran.returncode != 0 or sha256(file) == before:
            said = (ran.stdout + ran.stderr).decode("utf-8", "replace")
            raise BuildError(f"{file.name} was not signed by {shlex.split(str(command))[0]}:\n{said}")
