"""The folder of a vault: where its parts lie, and whether a vault may lie there at all."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from rmdesk.services import files
from rmdesk.services.errors import UserError
from rmdesk.services.vault.backup_names import Kind, read_name

# SQLite on Unix opens no file whose path has more than 504 bytes; on Windows it stops near 1,040 bytes
# of UTF-8 whatever the system allows. The longest name we put into the folder takes some 60 of them.
LONGEST = {"posix": 440, "nt": 900}  # bytes of UTF-8 in the folder's path


# From this length on, Windows wants the prefix that lifts its old limit of 260 characters.
_WINDOWS_SHORT = 180
_WINDOWS_PREFIX = "\\\\?\\"

# File systems that live on another computer: WAL needs memory that all readers share, so they would
# corrupt the vault. Names as Linux and macOS report them.
_NETWORK_TYPES = frozenset(
    [
        *("nfs", "nfs4", "cifs", "smb", "smb3", "smbfs", "smbclient", "ncpfs", "ncp", "afpfs", "afs"),
        *("webdav", "davfs", "davfs2", "ceph", "glusterfs", "lustre", "gpfs", "beegfs", "ocfs2", "gfs2"),
        *("pvfs2", "orangefs", "fuse.sshfs", "fuse.smbnetfs", "fuse.davfs", "fuse.davfs2", "fuse.ceph"),
        *("fuse.gvfsd-fuse", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.curlftpfs", "fuse.nfs"),
    ]
)


@dataclass(frozen=True)
class Mount:
    """One mounted file system: where, and of which type."""

    point: str
    type: str


@dataclass(frozen=True)
class VaultFolder:
    """The paths of one vault. `at` is the way to get one; it checks the place."""

    root: Path

    @classmethod
    def at(cls, path: str | os.PathLike[str]) -> VaultFolder:
        """The vault folder at `path`, which need not exist; `~` is expanded, relative paths made absolute.

        Raises UserError `folder.network_share`, `folder.path_too_long`, `folder.not_a_folder`.
        """
        text = os.fspath(path)
        if _is_share_text(text):
            raise UserError("folder.network_share", path=text)
        root = Path(os.path.abspath(os.path.expanduser(text)))
        length = len(os.fsencode(root) if os.name == "posix" else str(root).encode("utf-8", "surrogatepass"))
        if length > LONGEST[os.name]:
            raise UserError("folder.path_too_long", path=str(root), length=length, longest=LONGEST[os.name])
        try:
            resolved = root.resolve()
            is_other = root.exists() and not root.is_dir()
            inside_file = any(parent.exists() and not parent.is_dir() for parent in root.parents)
        except OSError as error:  # a name of more than 255 bytes, or a loop of links
            raise UserError("folder.path_too_long", path=str(root), length=length, longest=255) from error
        if is_network_path(resolved):
            raise UserError("folder.network_share", path=str(root))
        if is_other or inside_file:
            raise UserError("folder.not_a_folder", path=str(root))
        return cls(_long(root))

    @property
    def database(self) -> Path:
        return self.root / "vault.db"

    @property
    def keyfile(self) -> Path:
        return self.root / "vault.keys"

    @property
    def keyfile_backup(self) -> Path:
        return self.root / "vault.keys.bak"

    @property
    def attachments(self) -> Path:
        return self.root / "attachments"

    @property
    def drafts(self) -> Path:
        return self.root / "drafts"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    @property
    def lock(self) -> Path:
        return self.root / "vault.lock"

    @property
    def holder(self) -> Path:
        """Who holds the lock, for people to read; beside the lock, which Windows lets nobody else read."""
        return self.root / "vault.lock.json"

    @property
    def unfinished(self) -> Path:
        """Where the parts of a vault lie while it is being made."""
        return self.root / "vault.new"

    @property
    def restoring(self) -> Path:
        """Where a backup is made ready before it takes the place of the database."""
        return self.root / "restoring"

    @property
    def looking(self) -> Path:
        """Where a backup of an older version is brought to this one to be looked into."""
        return self.root / "looking"

    @property
    def salvaging(self) -> Path:
        """Where the readable rows of a damaged database are gathered."""
        return self.root / "salvaging"

    def journal_files(self) -> tuple[Path, Path]:
        """What SQLite writes beside the database: the journal and its index."""
        return (self.root / "vault.db-wal", self.root / "vault.db-shm")

    def put_database(self, prepared: Path) -> None:
        """Put a closed database in place of the present one. Raises OSError.

        The journal goes first: beside a database that it does not belong to it would destroy it. Killed
        anywhere in between, the database is whole, the present one or the other.
        """
        for path in self.journal_files():
            path.unlink(missing_ok=True)
        os.replace(prepared, self.database)
        files.sync_folder(self.root)

    def last_copied(self) -> datetime | None:
        """When the newest verified backup was made (local time); None if there is none.

        Without a key: what says of a backup that it was verified lies beside it, sealed. By its name: a file
        that was copied has the time of that.
        """
        try:
            verified = [one for one in self.backups.glob("*.db") if one.with_suffix(".facts").is_file()]
        except OSError:
            return None
        found = (read_name(one.stem) for one in verified)
        made = [one.made_at for one in found if one is not None and one.kind is not Kind.SALVAGED]
        return max(made).astimezone() if made else None

    def holds_vault(self) -> bool:
        """Whether a vault, or any part of one that somebody may still need, lies here."""
        return not self.is_unfinished() and any(
            part.exists() for part in (self.database, self.keyfile, self.keyfile_backup)
        )

    def is_unfinished(self) -> bool:
        """Whether making a vault was interrupted here: its key file never got to its place.

        Nobody has seen the recovery code of such a vault, and nobody has entered anything.
        """
        in_place = self.keyfile.exists() or self.keyfile_backup.exists()
        return (
            self.unfinished.is_dir()
            and not in_place
            and (VaultFolder(self.unfinished).keyfile.exists() or not self.database.exists())
        )

    def check_writable(self) -> None:
        """Raise UserError `folder.read_only` unless files can be made in the folder (made if absent)."""
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.root):
                pass
        except OSError as error:
            raise UserError("folder.read_only", path=str(self.root)) from error


def _is_share_text(text: str) -> bool:
    r"""Whether the text itself names a share: `\\server\share`, `//server/share`, `\\?\UNC\server\share`."""
    slashed = text.replace("\\", "/")
    if slashed.upper().startswith("//?/"):
        return slashed.upper().startswith("//?/UNC/")
    return slashed.startswith("//") and not slashed.startswith("///") and len(slashed) > 2


def _long(root: Path) -> Path:
    if os.name != "nt" or len(str(root)) < _WINDOWS_SHORT or str(root).startswith(_WINDOWS_PREFIX):
        return root
    return Path(_WINDOWS_PREFIX + str(root))


def is_network_path(path: Path) -> bool:
    """Whether `path` (absolute, links resolved) lies on another computer."""
    if sys.platform == "win32":
        import ctypes

        drive_remote = 4
        drive = path.drive.removeprefix(_WINDOWS_PREFIX) + "\\"
        return _is_share_text(str(path)) or ctypes.windll.kernel32.GetDriveTypeW(drive) == drive_remote
    return network_type(PurePosixPath(path), _mounts()) is not None


def _mounts() -> list[Mount]:
    if sys.platform != "linux":
        import psutil

        return [Mount(one.mountpoint, one.fstype) for one in psutil.disk_partitions(all=True)]
    # What psutil would read as well; it is 2 MB of every window.
    lines = Path("/proc/self/mounts").read_text("utf-8", "surrogateescape").splitlines()
    return [Mount(_unescaped(point), kind) for _device, point, kind, *_options in map(str.split, lines)]


def _unescaped(point: str) -> str:
    r"""A mount point in the kernel's writing, which has `\040` for a blank and other bytes alike."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), point)


def network_type(path: PurePosixPath, mounts: Iterable[Mount]) -> str | None:
    """The type of the network file system that holds `path`, or None if it is a local one.

    The deepest mount point above `path` decides; of two at one point, the later (it covers the earlier).
    """
    best: Mount | None = None
    for mount in mounts:
        point = PurePosixPath(mount.point)
        if (path == point or point in path.parents) and (
            best is None or len(point.parts) >= len(PurePosixPath(best.point).parts)
        ):
            best = mount
    return best.type if best and best.type.lower() in _NETWORK_TYPES else None
