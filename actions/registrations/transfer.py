"""«Nhường chỗ»: a place is handed to a friend, by a link that its holder passes on themselves."""

import secrets
from dataclasses import replace
from typing import Any

from actions.desk import action, view
from actions.registrations.admission import admit
from actions.registrations.card import card_of
from actions.registrations.facts import facts_of, is_consenting, notice_facts
from actions.registrations.registering import become_card, enlist
from actions.registrations.seating import fill, require_free_time, settle, told
from domain.access import Permission
from domain.activities import Activity, Point
from domain.consent import Age, Notice
from domain.groups import deep_link
from domain.letters import Message, Place, Press, toast
from domain.refusals import Refusal
from domain.registrations import Caller, Registration, require_mine
from domain.seats import Standing, awake
from domain.transfer import LINK, SECRET_BYTES, hands_until, hash_of, require_transfer
from storage import Work
from storage.transfers import Transfers

P = Permission


@action(needs=P.REGISTER)
def hand_on(work: Work, registration_id: int) -> Message:
    """A link that works once. The place stays with its giver until somebody takes it."""
    mine, activity = _own(work, registration_id)
    if work.of(Transfers).is_open(mine.id):
        buttons = ((Press("h.new", mine.id), Press("h.keep", mine.id)),)
        facts = {"title": activity.title, "until": hands_until(activity)}
        return Message("transfer.open", facts, buttons)
    return _link(work, mine, activity)


@action(needs=P.REGISTER)
def hand_anew(work: Work, registration_id: int) -> Message:
    """Another link, because the first is lost or went astray: the first dies."""
    mine, activity = _own(work, registration_id)
    return replace(_link(work, mine, activity), place=Place.EDIT)


def _own(work: Work, registration_id: int) -> tuple[Registration, Activity]:
    mine = work.registrations.get(registration_id)
    require_mine(mine, work.actor)
    activity = work.activities.get(mine.activity_id)
    require_transfer(mine, activity, work.now)
    return mine, activity


def _link(work: Work, mine: Registration, activity: Activity) -> Message:
    """The secret goes out once and is kept nowhere: only its hash is."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    work.of(Transfers).begin(mine.id, hash_of(secret), work.now)
    work.log("handing", "registration", mine.id)
    link = deep_link(work.deployment.setting("username") or "", f"{LINK}-{secret}")
    point = work.activities.point(mine.point_id)
    facts = {**_facts(work, activity, point), "link": link, "along": _along(mine) or None}
    copy = (Press("copy", label="@button.s.link", copy=link),)
    return Message("transfer.link", facts, (copy, (Press("h.keep", mine.id),)))


@action(needs=P.REGISTER)
def call_off(work: Work, registration_id: int) -> Message:
    """«Thôi nhường»: the link works no longer."""
    mine = work.registrations.get(registration_id)
    require_mine(mine, work.actor)
    if not work.of(Transfers).end(mine.id):
        raise Refusal("transfer_over")
    work.log("handing_ended", "registration", mine.id)
    return Message("transfer.kept", place=Place.EDIT)


@view(needs=P.REGISTER)
def place_of(work: Work, secret: str) -> int:
    """The registration that a link leads to; old and forged ones are told kindly."""
    place = work.links.place(hash_of(secret))
    if place is None:
        raise Refusal("transfer_over")
    return place


@view(needs=P.REGISTER)
def own_places(work: Work) -> list[int]:
    """What somebody could hand on, in whichever office."""
    return [
        one.id for one in work.own_registrations.ahead(work.actor.me, work.now) if one.is_coming
    ]


@view(needs=P.REGISTER)
def welcome(work: Work, registration_id: int, secret: str) -> Message:
    """What the friend sees: which activity and place, and the notice unless they agreed before."""
    given, activity, point = _handed(work, registration_id, secret)
    mine = work.registrations.live(activity.id, work.actor.person_id)
    if mine and mine.is_coming:
        return card_of(work, activity)
    facts = _facts(work, activity, point)
    if is_consenting(work):
        return Message("transfer.offer", facts, ((Press("h.take", given.id, secret),),))
    return Message("transfer.welcome", {**facts, **notice_facts(work)})


@action(needs=P.REGISTER)
def take_over(
    work: Work,
    registration_id: int,
    secret: str,
    caller: Caller,
    notice: Notice | None = None,
    age: Age | None = None,
) -> Message:
    """The friend takes exactly this place as its giver leaves it: no place became free, so
    nobody who waits is passed over. Seats of the giver's companions go on as always."""
    given, activity, point = _handed(work, registration_id, secret)
    before = work.registrations.live(activity.id, work.actor.person_id)
    if before and before.is_coming:
        return toast("activity.toast.already")
    band = admit(work, caller, notice, age, activity.min_age)
    require_free_time(work, activity)
    for left, event in ((given, "handed_on"), (before, "took_over")):
        if left:
            settle(work, left, Standing.CANCELLED, event=event)
    work.of(Transfers).end(given.id)
    mine = enlist(work, activity, point, band, Standing.REGISTERED)
    become_card(work, mine, caller)
    _tell_giver(work, activity, given)
    for place in {point.id, before.point_id if before else point.id}:
        fill(work, activity, work.activities.point(place))
    return told(work, activity, point, mine)


def _tell_giver(work: Work, activity: Activity, given: Registration) -> None:
    """Without a name: the giver knows to whom they gave the link."""
    facts = {"title": activity.title, "starts": activity.starts, "along": _along(given) or None}
    morning = awake(work.now, work.zone)
    message = Message("transfer.done", facts)
    work.tell(given.person_id, f"handed:{given.id}", message, hold_until=morning)


def _handed(work: Work, registration_id: int, secret: str) -> tuple[Registration, Activity, Point]:
    """The place behind a link, while it lives: it dies with the place, or at the cut-off."""
    if work.links.place(hash_of(secret)) != registration_id:
        raise Refusal("transfer_over")
    given = work.registrations.get(registration_id)
    activity = work.activities.get(given.activity_id)
    require_transfer(given, activity, work.now)
    if given.person_id == work.actor.person_id:
        raise Refusal("transfer_own")
    return given, activity, work.activities.point(given.point_id)


def _facts(work: Work, activity: Activity, point: Point) -> dict[str, Any]:
    return {**facts_of(work, activity), "point": point.full, "until": hands_until(activity)}


def _along(mine: Registration) -> int:
    return mine.adults + mine.children
