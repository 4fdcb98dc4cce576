"""Documents of customers inside the vault: encrypted files beside the database that never change.

Each is sealed with the attachment key (AES-256-GCM), bound to the vault and to its own row, so that none
can be put in the place of another. A document that is removed stays as long as its removal can be undone.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Attachment, ChangeRecord, Customer, Interaction, Staff
from rmdesk.models.base import new_uid
from rmdesk.models.customer import LINE_LONGEST
from rmdesk.models.interaction import LARGEST_ATTACHMENT
from rmdesk.services import changes, files, rows, text, values, work
from rmdesk.services.actor import acting
from rmdesk.services.errors import UserError
from rmdesk.services.store.faults import file_error
from rmdesk.services.vault import Vault
from rmdesk.services.vault.sealing import bound

# What may be kept, by ending: its media type, and how such a file begins.
TYPES: Mapping[str, tuple[str, tuple[bytes, ...]]] = {
    "pdf": ("application/pdf", (b"%PDF-",)),
    "png": ("image/png", (b"\x89PNG\r\n\x1a\n",)),
    "jpg": ("image/jpeg", (b"\xff\xd8\xff",)),
    "jpeg": ("image/jpeg", (b"\xff\xd8\xff",)),
    "bmp": ("image/bmp", (b"BM",)),
    "gif": ("image/gif", (b"GIF87a", b"GIF89a")),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", (b"PK\x03\x04",)),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (b"PK\x03\x04",)),
    "doc": ("application/msword", (b"\xd0\xcf\x11\xe0",)),
    "xls": ("application/vnd.ms-excel", (b"\xd0\xcf\x11\xe0",)),
}
# What the program shows itself.
SHOWN = frozenset({"application/pdf", "image/png", "image/jpeg", "image/bmp", "image/gif"})
_NONCE_LENGTH = 12
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE)
_FORBIDDEN = frozenset('\\/:*?"<>|')

_note = values.optional(partial(text.line, longest=LINE_LONGEST))


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    id: int
    uid: str
    version: int
    name: str
    media_type: str
    size: int
    added_on: date
    staff: str
    note: str | None


def check_name(name: str) -> str:
    """The name of a file as it may be kept; raises UserError `attachment.name`, `attachment.kind`.

    Refused are paths, drives, streams, names of devices, what hides or turns text, and endings of kinds
    that are not kept, so that no saved copy can do harm where it is opened.
    """
    found = unicodedata.normalize("NFC", name)
    if (
        not found.strip()
        or len(found) > LINE_LONGEST
        or found[0] == "."
        or found[-1] in " ."
        or any(char in _FORBIDDEN or unicodedata.category(char) in ("Cc", "Cf", "Cs") for char in found)
        or _RESERVED.match(found)
    ):
        raise UserError("attachment.name")
    if _ending(found) not in TYPES:
        raise UserError("attachment.kind")
    return found


def read_file(path: Path) -> tuple[str, bytes]:
    """Name and contents of a file to be kept.

    Raises UserError `attachment.name`, `attachment.kind`, `attachment.link` (a link leads somewhere else),
    `attachment.empty`, `attachment.too_large`, `attachment.not_its_kind`, `file.unreadable`.
    """
    name = check_name(path.name)
    if path.is_symlink():
        raise UserError("attachment.link")
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST_ATTACHMENT + 1)
    except (OSError, ValueError) as error:
        raise UserError("file.unreadable", path=path, reason=files.reason_of(error)) from error
    check_content(name, content)
    return name, content


def check_content(name: str, content: bytes) -> None:
    """Raise UserError unless there is something in it, not too much, of the kind its name says."""
    if not content:
        raise UserError("attachment.empty")
    if len(content) > LARGEST_ATTACHMENT:
        raise UserError("attachment.too_large", most=LARGEST_ATTACHMENT // 2**20)
    if not content.startswith(TYPES[_ending(name)][1]):
        raise UserError("attachment.not_its_kind")


def add_attachment(
    session: Session,
    vault: Vault,
    customer_uid: str,
    name: str,
    content: bytes,
    *,
    interaction: Interaction | None = None,
    note: str | None = None,
) -> Attachment:
    """Keep a document of a customer. Its file is written before the row, and removed if that fails.

    Raises NotAllowed, UserError as `read_file` does, `disk.full` and the like.
    """
    customer = work.load_for_writing(session, customer_uid)
    kept = check_name(name)
    check_content(kept, content)
    uid = new_uid()
    sealed = _seal(vault, uid, content)
    path = _path(vault, uid)
    vault.store.on_rollback(session, partial(_remove_file, path))
    try:
        files.replace_bytes(path, sealed)
    except OSError as error:
        raise file_error(error, path) from error
    row = Attachment(
        uid=uid,
        customer_id=customer.id,
        interaction_id=None if interaction is None else interaction.id,
        staff_id=acting(session).staff_id,
        name=kept,
        media_type=TYPES[_ending(kept)][0],
        size=len(content),
        digest=hashlib.sha256(sealed).hexdigest(),
        added_on=date.today(),
        note=_note(note, "attachment.note"),
    )
    session.add(row)
    session.flush()
    changes.describe(session, "attachment.added", subject=customer, row=uid)
    return row


def open_attachment(
    session: Session, vault: Vault, uid: str, *, to_save: bool = False
) -> tuple[Attachment, bytes]:
    """The contents of a document, in memory; that it was looked at, or is to be saved outside, is recorded.

    Needs a writing session. Raises NotAllowed, UserError `row.gone`, `attachment.missing`,
    `attachment.damaged`.
    """
    row = rows.load(session, Attachment, uid)
    customer = work.load_for_reading(session, session.get_one(Customer, row.customer_id).uid)
    try:
        sealed = _path(vault, uid).read_bytes()
    except OSError as error:
        raise UserError("attachment.missing") from error
    content = _unseal(vault, uid, sealed)
    if to_save:
        changes.note(session, "attachment.saved_out", subject=customer, row=uid)
    else:
        changes.note(session, "attachment.opened", subject=customer, row=uid)
    return row, content


def remove_attachment(session: Session, uid: str, *, version: int) -> None:
    row, customer = work.load_seen(session, Attachment, uid, version)
    session.delete(row)
    session.flush()
    changes.describe(session, "attachment.removed", subject=customer, row=uid)


def list_attachments(session: Session, customer_uid: str) -> list[AttachmentRow]:
    """A customer's documents, the newest first."""
    customer = work.load_for_reading(session, customer_uid)
    found = (
        select(Attachment, Staff.name)
        .join(Staff, Staff.id == Attachment.staff_id)
        .where(Attachment.customer_id == customer.id)
        .order_by(Attachment.id.desc())
    )
    return [
        AttachmentRow(
            one.id, one.uid, one.version, one.name, one.media_type, one.size, one.added_on, staff, one.note
        )
        for one, staff in session.execute(found)
    ]


def sweep(session: Session, vault: Vault) -> int:
    """Delete the files that no row and no record any more needs, after customers were deleted for good.

    Returns how many. A file whose row was removed is kept as long as the removal can be undone.
    """
    if not vault.folder.attachments.is_dir():
        return 0
    here = {path.stem: path for path in vault.folder.attachments.glob("*.sealed")}
    kept = set(session.scalars(select(Attachment.uid)))
    recorded = select(ChangeRecord.row_uid).where(
        ChangeRecord.table_name == Attachment.__tablename__, ChangeRecord.before.is_not(None)
    )
    kept |= set(session.scalars(recorded))
    gone = [path for uid, path in here.items() if uid not in kept]
    for path in gone:
        _remove_file(path)
    return len(gone)


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""


def _path(vault: Vault, uid: str) -> Path:
    return vault.folder.attachments / f"{uid}.sealed"


def _around(vault: Vault, uid: str) -> bytes:
    return bound("attachment", vault=vault.uid, attachment=uid)


def _seal(vault: Vault, uid: str, content: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE_LENGTH)
    return nonce + AESGCM(vault.keys.attachment).encrypt(nonce, content, _around(vault, uid))


def _unseal(vault: Vault, uid: str, sealed: bytes) -> bytes:
    nonce, content = sealed[:_NONCE_LENGTH], sealed[_NONCE_LENGTH:]
    for keys in (vault.keys, *vault.keys.former):  # a document stays as it was sealed
        with contextlib.suppress(InvalidTag, ValueError):
            return AESGCM(keys.attachment).decrypt(nonce, content, _around(vault, uid))
    raise UserError("attachment.damaged")


def _remove_file(path: Path) -> None:
    with contextlib.suppress(OSError):
        os.unlink(path)
