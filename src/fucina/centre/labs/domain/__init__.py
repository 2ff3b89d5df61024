from fucina.centre.labs.domain.asking import BookingRefused, Item
from fucina.centre.labs.domain.book import book
from fucina.centre.labs.domain.cancel import cancel
from fucina.centre.labs.domain.check_in import check_in
from fucina.centre.labs.domain.decide import approve, decline
from fucina.centre.labs.domain.grants import grant_qualification, revoke_qualification
from fucina.centre.labs.domain.maintenance import plan_maintenance
from fucina.centre.labs.domain.move import hand_over, move
from fucina.centre.labs.domain.outage import declare_outage, end_outage, prolong_outage
from fucina.centre.labs.domain.presence import enter, leave
from fucina.centre.labs.domain.problem_reports import report_problem, solve_problem
from fucina.centre.labs.domain.series import book_series, cancel_series
from fucina.centre.labs.domain.start_use import start_use
from fucina.centre.labs.domain.stop_use import stop_use
from fucina.centre.labs.domain.wait_list import accept_offer, decline_offer, join_wait_list

__all__ = [
    "BookingRefused",
    "Item",
    "accept_offer",
    "approve",
    "book",
    "book_series",
    "cancel",
    "cancel_series",
    "check_in",
    "declare_outage",
    "decline",
    "decline_offer",
    "end_outage",
    "enter",
    "grant_qualification",
    "hand_over",
    "join_wait_list",
    "leave",
    "move",
    "plan_maintenance",
    "prolong_outage",
    "report_problem",
    "revoke_qualification",
    "solve_problem",
    "start_use",
    "stop_use",
]
