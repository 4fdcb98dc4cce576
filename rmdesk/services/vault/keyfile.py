"""The key file: who can open the vault, and the master key sealed to each of them.

JSON beside the database. Each slot holds an X25519 pair; the master key is sealed to the public key,
the private key under a password or the recovery code (and, where a person chose it, under a secret in
the system's keyring). Whoever holds the master key can therefore add and reset people without knowing
any password.

Three seals guard it. `sum` (SHA-256, no key) tells damage before anybody typed anything. After
unlocking, `vouch` of each slot and `mac` of the whole file (HMAC under the master key's key-file key)
tell a planted slot and any other change made without the master key. Boxes are bound to slot, vault,
type and costs.

`sealed` maps the epochs of the master key to boxes: while the master key is rotated it holds two.
Sign-in names and the branch's name may stand in the clear; nothing else about anybody does.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Final

from rmdesk.services import files
from rmdesk.services.errors import Damaged, UserError
from rmdesk.services.vault.finding import Finding
from rmdesk.services.vault.folder import VaultFolder
from rmdesk.services.vault.keys import KEY_LENGTH, Keys
from rmdesk.services.vault.password import same_name
from rmdesk.services.vault.sealing import SALT_LENGTH, Cost

FORMAT = "rmdesk-keys"
VERSION = 1
PASSWORD: Final = "password"
RECOVERY: Final = "recovery"
KEYRING: Final = "keyring"
_LARGEST = 4 * 1024 * 1024  # bytes; a slot takes less than one kibibyte


class _UnreadableError(Exception):
    """The bytes are no key file of ours, or a damaged one."""


@dataclass(frozen=True)
class PasswordBox:
    """A private key sealed under a password."""

    salt: bytes
    cost: Cost
    box: bytes


@dataclass(frozen=True)
class Slot:
    """One way to open the vault. `name` and `staff` are empty in a recovery slot."""

    id: str
    type: str  # PASSWORD or RECOVERY
    name: str
    staff: str  # uid of the staff row
    public: bytes
    sealed: Mapping[int, bytes]  # the master key of each epoch, sealed to `public`
    password: PasswordBox | None = None
    recovery: bytes | None = None  # the private key under the recovery code
    keyring: bytes | None = None  # the private key under a secret in the system's keyring
    one_use: bool = False  # set by somebody else; must be replaced at the first sign-in
    vouch: bytes = field(default=b"", repr=False)

    def vouched(self, keys: Keys, vault: str) -> Slot:
        return replace(self, vouch=self._vouch(keys, vault))

    def is_vouched(self, keys: Keys, vault: str) -> bool:
        return hmac.compare_digest(self.vouch, self._vouch(keys, vault))

    def without_keyring(self) -> Slot:
        return replace(self, keyring=None)

    def _vouch(self, keys: Keys, vault: str) -> bytes:
        who = ["slot", vault, self.id, self.type, self.name, self.staff, _text(self.public), self.one_use]
        return hmac.digest(keys.keyfile, _canonical(who), "sha256")


@dataclass(frozen=True)
class KeyFile:
    """A key file's contents. Changing it gives a new one; `dump` signs it."""

    vault: str
    branch: str
    created: str  # ISO, UTC
    generation: int
    slots: tuple[Slot, ...]
    current: int = 1  # epoch of the master key
    mac: bytes = field(default=b"", repr=False)

    def names(self) -> list[str]:
        """The sign-in names, for the window that asks who is there."""
        return [slot.name for slot in self.slots if slot.type == PASSWORD]

    def named(self, name: str) -> Slot | None:
        wanted = same_name(name)
        return next((slot for slot in self.slots if slot.type == PASSWORD and slot.name == wanted), None)

    def of_staff(self, staff: str) -> Slot | None:
        return next((slot for slot in self.slots if slot.type == PASSWORD and slot.staff == staff), None)

    def with_slot(self, slot: Slot) -> KeyFile:
        """With `slot` in place of what it replaces.

        A password slot replaces the person's former one, and one of the same name that a crash left
        without a person; the database sees to it that active names are unique. A recovery slot
        replaces every other one.
        """

        def replaced(other: Slot) -> bool:
            if other.type != slot.type:
                return False
            return slot.type == RECOVERY or other.staff == slot.staff or other.name == slot.name

        return replace(self, slots=(*(one for one in self.slots if not replaced(one)), slot))

    def without_staff(self, staff: str) -> KeyFile:
        return replace(
            self, slots=tuple(one for one in self.slots if one.type != PASSWORD or one.staff != staff)
        )

    def verify(self, keys: Keys) -> None:
        """Raise Damaged `keyfile.planted_slot` (`name`) or `keyfile.altered` unless all seals are right."""
        for slot in self.slots:
            if not slot.is_vouched(keys, self.vault):
                raise Damaged("keyfile.planted_slot", name=slot.name)
        if not hmac.compare_digest(self.mac, _mac(_body(self), keys)):
            raise Damaged("keyfile.altered")

    def dump(self, keys: Keys) -> bytes:
        """The bytes of the file, signed under the master key these keys come from."""
        body = _body(self)
        body["mac"] = _text(_mac(body, keys))
        body["sum"] = _sum(body)
        return json.dumps(body, ensure_ascii=False, indent=1).encode("utf-8")


# --- reading -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Loaded:
    """A key file as it lies on the disk, and its bytes; findings if its backup copy was taken."""

    keyfile: KeyFile
    raw: bytes
    findings: tuple[Finding, ...] = ()

    @property
    def from_backup(self) -> bool:
        return bool(self.findings)


_RESTORED = Finding("keyfile.restored_from_backup", recorded_as="vault.keyfile_restored")


def load(folder: VaultFolder) -> Loaded:
    """Read the key file, or its backup copy if the file itself is damaged or gone (then with a finding).

    Nothing is changed. Raises UserError `vault.none` (no vault here), `vault.unfinished`,
    `keyfile.newer`, `keyfile.not_readable` (the system refuses) and Damaged `keyfile.missing`,
    `keyfile.damaged`.
    """
    if folder.is_unfinished():
        raise UserError("vault.unfinished", path=str(folder.root))
    raw = _read(folder.keyfile)
    if raw is not None:
        try:
            return Loaded(parse(raw), raw)
        except _UnreadableError:
            pass  # the backup copy is asked first
    copy = _read(folder.keyfile_backup)
    if copy is not None:
        try:
            return Loaded(parse(copy), copy, (_RESTORED,))
        except _UnreadableError:
            pass  # neither is readable: said below
    if raw is not None or copy is not None:
        raise Damaged("keyfile.damaged", path=str(folder.keyfile))
    if folder.database.exists():
        raise Damaged("keyfile.missing", path=str(folder.keyfile))
    raise UserError("vault.none", path=str(folder.root))


def _read(path: os.PathLike[str]) -> bytes | None:
    try:
        with open(path, "rb") as stream:
            return stream.read(_LARGEST + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UserError("keyfile.not_readable", path=os.fspath(path)) from error


def parse(raw: bytes) -> KeyFile:
    """The key file in `raw`; only what was undamaged when it was written.

    Raises UserError `keyfile.newer`, `keyfile.refused_cost` and _UnreadableError.
    """
    if len(raw) > _LARGEST:
        raise _UnreadableError
    try:
        body = json.loads(raw.decode("utf-8"), object_pairs_hook=_no_twins, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise _UnreadableError from error
    if not isinstance(body, dict) or body.get("format") != FORMAT:
        raise _UnreadableError
    version = body.get("version")
    if type(version) is int and version > VERSION:
        raise UserError("keyfile.newer", version=version)
    try:
        stored = body.pop("sum")
        if version != VERSION or not isinstance(stored, str) or stored != _sum(body):
            raise _UnreadableError
        return _keyfile(body)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise _UnreadableError from error


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found


def _no_constant(name: str) -> Any:
    raise ValueError(name)


def _keyfile(body: dict[str, Any]) -> KeyFile:
    keyfile = KeyFile(
        vault=_hex(body["vault"]),
        branch=_string(body["branch"]),
        created=_string(body["created"]),
        generation=_count(body["generation"]),
        current=_count(body["current"]),
        slots=tuple(_slot(one) for one in body["slots"]),
        mac=_bytes(body["mac"], 32),
    )
    # What was not understood would be lost at the next writing.
    if _body(keyfile) | {"mac": body["mac"]} != body:
        raise _UnreadableError
    return keyfile


def _slot(body: dict[str, Any]) -> Slot:
    private = body["private"]
    password = private.get(PASSWORD)
    if body["type"] not in (PASSWORD, RECOVERY) or (password is None) != (body["type"] == RECOVERY):
        raise _UnreadableError
    return Slot(
        id=_hex(body["id"]),
        type=body["type"],
        name=_string(body["name"]),
        staff=_string(body["staff"]),
        public=_bytes(body["public"], KEY_LENGTH),
        sealed={int(epoch): _bytes(box) for epoch, box in body["sealed"].items()},
        password=None if password is None else _password_box(password),
        recovery=_optional(private.get(RECOVERY)),
        keyring=_optional(private.get(KEYRING)),
        one_use=_flag(body["one_use"]),
        vouch=_bytes(body["vouch"], 32),
    )


def _password_box(body: dict[str, Any]) -> PasswordBox:
    kdf = body["kdf"]
    cost = Cost(_count(kdf["memory_kib"]), _count(kdf["passes"]), _count(kdf["lanes"]))
    cost.check()
    return PasswordBox(_bytes(kdf["salt"], SALT_LENGTH), cost, _bytes(body["box"]))


# --- writing -------------------------------------------------------------------------------------


def _body(keyfile: KeyFile) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "vault": keyfile.vault,
        "branch": keyfile.branch,
        "created": keyfile.created,
        "generation": keyfile.generation,
        "current": keyfile.current,
        "slots": [_slot_body(slot) for slot in keyfile.slots],
    }


def _slot_body(slot: Slot) -> dict[str, Any]:
    private: dict[str, Any] = {}
    if slot.password is not None:
        cost = slot.password.cost
        kdf = {
            "name": "argon2id",
            "memory_kib": cost.memory,
            "passes": cost.passes,
            "lanes": cost.lanes,
            "salt": _text(slot.password.salt),
        }
        private[PASSWORD] = {"kdf": kdf, "box": _text(slot.password.box)}
    if slot.recovery is not None:
        private[RECOVERY] = _text(slot.recovery)
    if slot.keyring is not None:
        private[KEYRING] = _text(slot.keyring)
    return {
        "id": slot.id,
        "type": slot.type,
        "name": slot.name,
        "staff": slot.staff,
        "public": _text(slot.public),
        "sealed": {str(epoch): _text(box) for epoch, box in slot.sealed.items()},
        "private": private,
        "one_use": slot.one_use,
        "vouch": _text(slot.vouch),
    }


def write(folder: VaultFolder, raw: bytes) -> None:
    """Put `raw` in place of the key file; the file that stood there becomes the backup copy.

    Raises OSError; the key file is then unchanged.
    """
    former = _read(folder.keyfile)
    if former is not None:
        files.replace_bytes(folder.keyfile_backup, former)
    files.replace_bytes(folder.keyfile, raw)


def read_copy(source: os.PathLike[str]) -> KeyFile:
    """The key file at `source`, in a backup say; its seals are not verified.

    Raises Damaged `keyfile.copy_unusable`, UserError `keyfile.newer`, `keyfile.refused_cost`,
    `keyfile.not_readable`.
    """
    try:
        return parse(_read(source) or b"")
    except _UnreadableError as error:
        raise Damaged("keyfile.copy_unusable", path=os.fspath(source)) from error


def adopt_copy(folder: VaultFolder, source: os.PathLike[str]) -> None:
    """Put the key file at `source`, from a backup say, in place of a missing or damaged one.

    What stood there is kept under dated names. Whether it belongs to this vault shows at opening, as
    does its age. Raises Damaged `keyfile.copy_unusable`, UserError `keyfile.newer`,
    `keyfile.not_readable`, `keyfile.not_written`; nothing is then changed.
    """
    raw = _read(source)
    read_copy(source)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    try:
        for former in (folder.keyfile, folder.keyfile_backup):
            if former.exists():
                files.replace_bytes(former.with_name(f"{former.name}.before-{stamp}"), former.read_bytes())
        files.replace_bytes(folder.keyfile, raw or b"")
        files.replace_bytes(folder.keyfile_backup, raw or b"")
    except OSError as error:
        raise UserError("keyfile.not_written", path=str(folder.keyfile)) from error


def _canonical(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def _mac(body: Mapping[str, Any], keys: Keys) -> bytes:
    return hmac.digest(keys.keyfile, _canonical(["file", body]), "sha256")


def _sum(body: Mapping[str, Any]) -> str:
    return hashlib.sha256(_canonical(body)).hexdigest()


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(value: Any, length: int | None = None) -> bytes:
    try:
        data = base64.b64decode(_string(value), validate=True)
    except binascii.Error as error:
        raise _UnreadableError from error
    if length is not None and len(data) != length:
        raise _UnreadableError
    return data


def _optional(value: Any) -> bytes | None:
    return None if value is None else _bytes(value)


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise _UnreadableError
    return value


def _hex(value: Any) -> str:
    text = _string(value)
    if len(text) != 32 or set(text) - set("0123456789abcdef"):
        raise _UnreadableError
    return text


def _count(value: Any) -> int:
    if type(value) is not int or not 1 <= value < 2**53:
        raise _UnreadableError
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _UnreadableError
    return value
