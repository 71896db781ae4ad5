"""«Nhường chỗ»: a place goes to a named friend by a link that works once, until the cut-off."""

import hashlib
from datetime import datetime

from domain.activities import Activity, Stage
from domain.hours import CANCEL_CUT_OFF
from domain.refusals import Refusal
from domain.registrations import Registration, require_ahead

LINK = "cho"
"""The deep link is `?start=cho-<secret>`."""
SECRET_BYTES = 12


def hash_of(secret: str) -> str:
    return hashlib.sha256(f"handing:{secret}".encode()).hexdigest()


def hands_until(activity: Activity) -> datetime:
    """The cut-off: from then on a freed place goes to those who wait."""
    return activity.starts - CANCEL_CUT_OFF


def may_hand(mine: Registration, activity: Activity, now: datetime) -> bool:
    held = activity.stored in (Stage.OPEN, Stage.CLOSED)
    return mine.is_coming and held and now < hands_until(activity)


def require_transfer(mine: Registration, activity: Activity, now: datetime) -> None:
    """Refuse what cannot be handed on, or not any more."""
    if activity.stored is Stage.POSTPONED:
        raise Refusal("activity_postponed", title=activity.title)
    require_ahead(activity, now)
    if not mine.is_coming:
        raise Refusal("transfer_over")
    if now >= hands_until(activity):
        raise Refusal("transfer_late", title=activity.title, until=hands_until(activity))
