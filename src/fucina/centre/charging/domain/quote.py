import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.charging.domain.asked import Item
from fucina.centre.charging.domain.earlier import Earlier
from fucina.centre.charging.domain.quoted import Quote, QuotedItem, QuotedShare
from fucina.centre.charging.domain.rate_card import rate_card
from fucina.centre.charging.domain.rates_in_force import Wanted, rates_in_force
from fucina.centre.charging.enums import Basis, UserClass
from fucina.centre.charging.models import Project, Rate, Share
from fucina.centre.people.models import Person
from fucina.centre.refusal import Problem, refuse_any
from fucina.methods import pricing


def quote(
    project: Project | None,
    items: Sequence[Item],
    *,
    at: dt.datetime | None = None,
    person: Person | None = None,
    user_class: str = "",
) -> Quote:
    """What the items would cost, explained line by line and divided among the project's payers. Nothing is written.

    Prices are those of the day on which an item begins; ``at`` is the moment for items without a time. Raises a Refusal
    that names every item for which no price is published: it does not cost nothing.
    """
    now = at or timezone.now()
    known = user_class or (project.user_class if project else UserClass.OTHER)
    wanted = [
        Wanted(item.chargeable, item.user_class or known, item.assisted, day_of(item, now))
        for item in items
    ]
    rates = rates_in_force(wanted)
    refuse_any(no_rate(one) for one in wanted if one not in rates)
    pairs = zip(items, wanted, strict=True)
    refuse_any(_no_time(item) for item, one in pairs if _needs_time(item, rates[one]))
    shares = list(project.shares.select_related("account")) if project else []
    earlier = Earlier(project, person, accounts_of(shares))
    quoted = [
        _quoted(item, one, rates[one], earlier) for item, one in zip(items, wanted, strict=True)
    ]
    on = min((one.on for one in wanted), default=timezone.localdate(now))
    answer = Quote(project, on, tuple(quoted))
    return Quote(project, on, answer.items, divided(shares, answer.total)) if project else answer


def day_of(item: Item, now: dt.datetime) -> dt.date:
    """The day whose price holds."""
    return timezone.localdate(item.start or (item.used[0][0] if item.used else now))


def divided(shares: Sequence[Share], total: Decimal) -> tuple[QuotedShare, ...]:
    """The total by percentages, to the cent."""
    parts = pricing.apportion(total, [share.percent for share in shares])
    return tuple(
        QuotedShare(share.account, share.percent, part)
        for share, part in zip(shares, parts, strict=True)
    )


def no_rate(wanted: Wanted) -> Problem:
    said = UserClass(wanted.user_class).label
    message = (
        _("No price is published for {item} with assistance, for the class “{user_class}”.")
        if wanted.assisted
        else _("No price is published for {item}, for the class “{user_class}”.")
    )
    return Problem(
        "no_rate",
        message.format(item=wanted.chargeable, user_class=said),
        "chargeable",
        {
            "chargeable": wanted.chargeable.key,
            "user_class": str(wanted.user_class),
            "assisted": wanted.assisted,
            "on": wanted.on.isoformat(),
        },
    )


def accounts_of(shares: Sequence[Share]) -> str:
    """Who pays, as the daily price knows it."""
    return ",".join(str(pk) for pk in sorted(share.account_id for share in shares))


def _needs_time(item: Item, rate: Rate) -> bool:
    return rate.basis != Basis.EACH and not item.booked and not item.used


def _no_time(item: Item) -> Problem:
    message = _("Say from when to when: {item} is priced by time.")
    return Problem("no_time", message.format(item=item.chargeable), "start")


def _quoted(item: Item, wanted: Wanted, rate: Rate, earlier: Earlier) -> QuotedItem:
    card = rate_card(rate)
    bill = _bill(card, item, rate, earlier, wanted.on)
    earlier.add(rate, bill)
    return QuotedItem(item, rate, wanted.user_class, bill)


def _bill(
    card: pricing.RateCard, item: Item, rate: Rate, earlier: Earlier, on: dt.date
) -> pricing.Bill:
    past = earlier.past(rate, on)
    if item.cancelled is not None:
        return pricing.price_of_cancelling(card, item.booked, item.cancelled, past)
    if item.used == () and item.start and card.mode == pricing.Mode.USAGE:
        # booked and never used: given back at the last moment
        return pricing.price_of_cancelling(card, item.booked, item.start, past)
    used = item.booked if item.used is None else item.used
    booked = item.booked or used
    spans = pricing.billed_spans(card.mode, booked, used)
    session = pricing.Session(
        spans, item.quantity, earlier.person_key, earlier.project_key, earlier.accounts
    )
    return pricing.price(card, session, past)
