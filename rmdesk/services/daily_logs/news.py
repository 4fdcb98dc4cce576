"""News of the day: what it means, which customers it touches, and the contacts that follow."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, DailyLogNews, DailyLogNewsCustomer, ItemSource, NewsKind
from rmdesk.models.base import utc_now
from rmdesk.models.customer import LINE_LONGEST, TEXT_LONGEST
from rmdesk.services import archive, bulk, changes, notices, planned_items, text, values
from rmdesk.services.archive import Condition
from rmdesk.services.customers import access as customer_access
from rmdesk.services.daily_logs import access, planning
from rmdesk.services.errors import UserError

CHECKS: dict[str, values.Check] = {
    "kind": partial(values.choice, choices=NewsKind),
    "headline": partial(text.line, longest=LINE_LONGEST),
    "meaning": values.optional(partial(text.paragraphs, longest=TEXT_LONGEST)),
    "found_by": values.optional(partial(text.line, longest=LINE_LONGEST)),
}
MOST_PLANNED = 50  # contacts of one news and day: more is no plan


def find_touched(
    session: Session,
    *,
    kind: str | None = None,
    product: str = "",
    bank: str | None = None,
    conditions: Sequence[Condition] = (),
) -> list[int]:
    """Ids of the customers one may see whom news touches, the most valuable first.

    By what they hold (`notices.holders`), by any conditions of the archive, tags among them, or by both.
    """
    found = list(archive.find_customers(session, conditions=conditions))
    if kind is None and not product.strip() and bank is None:
        return found
    holding = set(notices.holders(session, kind=kind, product=product, bank=bank))
    return [one for one in found if one in holding]


def add_news(
    session: Session, day: date, given: Mapping[str, object], ids: Collection[int] = ()
) -> DailyLogNews:
    """News in the own log of a day, and whom it touches; `given` holds `kind` and `headline`.

    Raises NotAllowed, UserError as the checks do, `log.frozen`, `customer.in_bin`, `row.gone`.
    """
    log = planned_items.make_log(session, access.require_writing(session), day)
    access.check_open(log)
    checked = values.check_all(given, CHECKS, "daily_log_news", required=("kind", "headline"))
    changes.describe(session, "log.news_added", subject=log, customers=len(ids))
    news = DailyLogNews(log_id=log.id, added_at=utc_now(), **checked)
    session.add(news)
    session.flush()
    listed = customer_access.check_all_visible(session, ids)
    bulk.insert(session, DailyLogNewsCustomer, [{"news_id": news.id, "customer_id": one} for one in listed])
    return news


def remove_news(session: Session, uid: str, *, version: int) -> None:
    """Remove news entered by mistake; what was planned of it stays. Raises as `access.load_own_news`."""
    news, log = access.load_own_news(session, uid, version)
    changes.describe(session, "log.news_removed", subject=log, row=uid)
    touched = select(DailyLogNewsCustomer.id).where(DailyLogNewsCustomer.news_id == news.id)
    bulk.delete(session, DailyLogNewsCustomer, list(session.scalars(touched)))
    session.delete(news)
    session.flush()


def plan_contacts(
    session: Session,
    uid: str,
    ids: Collection[int],
    day: date,
    *,
    version: int,
    now: datetime | None = None,
) -> int:
    """Put a contact with each of these customers, whom the news touches, on the own plan of a day.

    Those whose contact was planned already are passed over. The log with the news may be submitted by then:
    what follows from it is planned for another day. Returns how many were planned. Raises NotAllowed,
    Conflict, UserError `log.too_many`, and what `planning.add_item` does.
    """
    news, log = access.load_own_news(session, uid, version, also_submitted=True)
    if len(ids) > MOST_PLANNED:
        raise UserError("log.too_many", most=MOST_PLANNED)
    changes.describe(session, "log.news_planned", subject=log, row=uid)
    found = (
        select(DailyLogNewsCustomer, Customer.uid)
        .join(Customer, Customer.id == DailyLogNewsCustomer.customer_id)
        .where(
            DailyLogNewsCustomer.news_id == news.id,
            DailyLogNewsCustomer.customer_id.in_(ids),
            DailyLogNewsCustomer.planned_on.is_(None),
            Customer.deleted_at.is_(None),
        )
    )
    chosen = session.execute(found).all()
    for touched, customer_uid in chosen:
        given = {"purpose": news.headline}
        planning.add_item(
            session, day, given, customer_uid=customer_uid, source=ItemSource.NEWS, on_rest_day=True, now=now
        )
        touched.planned_on = day
    session.flush()
    return len(chosen)
