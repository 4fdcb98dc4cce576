"""`rmdesk capture`: one line becomes a record."""

from __future__ import annotations

import argparse
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from rmdesk import capture_labels
from rmdesk.cli.command import Answer, Call, Command
from rmdesk.cli.day_options import iso_date
from rmdesk.services import capture
from rmdesk.services.capture import Candidate, Proposal
from rmdesk.services.customers import access
from rmdesk.words import QT_TRANSLATE_NOOP, translate


class Capture(Command):
    name = ("capture",)
    help = QT_TRANSLATE_NOOP(
        "help", "read one line, such as 赵敏 电话 满意 下周三再联系, and propose the records it would make"
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("text", metavar="TEXT", help=QT_TRANSLATE_NOOP("help", "the line"))
        parser.add_argument(
            "--today",
            type=iso_date,
            metavar="D",
            help=QT_TRANSLATE_NOOP("help", "the day it is typed (default today)"),
        )
        parser.add_argument(
            "--customer",
            metavar="NO",
            help=QT_TRANSLATE_NOOP("help", "who is meant, where the line leaves it open"),
        )
        parser.add_argument(
            "--accept", action="store_true", help=QT_TRANSLATE_NOOP("help", "write what is proposed")
        )

    def run(self, call: Call) -> Answer:
        asked = call.arguments
        now = datetime.now() if asked.today is None else None
        with call.signed_in() as vault:
            with vault.store.read() as session:
                found = capture.propose(session, asked.text, today=asked.today, now=now)
                if asked.customer is not None:
                    found = [one.with_customer(_meant(session, asked.customer)) for one in found]
            data: dict[str, Any] = {"proposals": [capture.described(one) for one in found]}
            if asked.accept:
                with vault.store.write() as session:
                    written = capture.accept(session, found)
                data["written"] = [
                    {"table": one.table, "uid": one.uid, "customer_no": one.customer} for one in written
                ]
        lines = [_line(one) for one in found]
        if asked.accept:
            lines.append(translate("cli", "Recorded."))
        else:
            lines.append(translate("cli", "Nothing was written; --accept writes it."))
        return Answer(data, "\n".join(lines))


def _meant(session: Session, number: str) -> Candidate:
    row = access.find(session, number)
    return Candidate(row.id, row.uid, row.number or row.uid, row.name, access.is_ours(session, row))


def _line(proposal: Proposal) -> str:
    draft = proposal.draft
    who = proposal.customer.name if proposal.customer else proposal.name or "?"
    fields = [
        capture_labels.field(name, draft.kind) + " " + value + (" ?" if name in draft.unsure else "")
        for name, value in capture_labels.described(proposal)
    ]
    return "\t".join([capture_labels.kind(draft.kind), who, *fields, draft.text])
