"""Citizens invited on a visit: a link that works once, yes or no by a tap; their words are taken
down by the team, and signed on paper."""

import secrets
from dataclasses import replace

from actions.desk import action, view
from actions.supervision.known import in_team, refresh, seen_by_number
from actions.supervision.team import set_up
from domain.access import Permission
from domain.dialogue import Expectation
from domain.groups import deep_link
from domain.guests import (
    LINK,
    NAME_LETTERS,
    SECRET_BYTES,
    WORDS_LETTERS,
    Guest,
    chat_of,
    hash_of,
)
from domain.letters import Message, Press, result
from domain.names import clean, person_name
from domain.refusals import Refusal
from domain.visits import BRIEFED, Visit
from storage import Work
from storage.rows import spell

P = Permission
INVITE = "visit.invite"


@action(needs=P.SUPERVISE)
def invite(work: Work, number: int, name: str) -> Message:
    """«GS19 mời bà Nguyễn Thị An»: the link to hand on; whoever names nobody is asked whom."""
    visit = set_up(work, seen_by_number(work, number).id)
    return invite_to.run(work, visit.id, name) if name else ask_whom.run(work, visit.id)


@action(needs=P.SUPERVISE)
def ask_whom(work: Work, visit_id: int) -> Message:
    visit = set_up(work, visit_id)
    work.expectations.expect(work.actor.me, Expectation(INVITE, visit.id), work.now)
    return Message("guest.ask_name", {"code": visit.code}, topic=f"{INVITE}:{visit.id}")


@action(needs=P.SUPERVISE)
def invite_to(work: Work, visit_id: int, name: str) -> Message:
    """The name is said."""
    visit = set_up(work, visit_id)
    called = person_name(name, NAME_LETTERS)
    if not called:
        raise Refusal("guest_name")
    work.expectations.forget(work.actor.me, INVITE, visit.id)
    secret = secrets.token_urlsafe(SECRET_BYTES)
    work.guests.add(visit.id, called, hash_of(secret))
    work.log("invited", "visit", visit.id)
    refresh(work, visit)
    link = deep_link(work.deployment.setting("username") or "", f"{LINK}-{secret}")
    copy = ((Press("copy", label="@button.s.link", copy=link),),)
    return Message("guest.link", {"code": visit.code, "name": called, "link": link}, copy)


@view(needs=P.TALK)
def office_of(work: Work, secret: str) -> int:
    """Which office a link or a button leads to."""
    found = work.links.guest(hash_of(secret))
    if found is None:
        raise Refusal("guest_used")
    return found


@view(needs=P.TALK)
def invited_by(work: Work, telegram_id: int) -> int:
    """The office whose invitation was opened in this chat; 0 where there is none."""
    return work.links.guest_of_chat(chat_of(telegram_id)) or 0


@action(needs=P.TALK)
def open_link(work: Work, secret: str, telegram_id: int) -> Message:
    """Once: whoever opens it first is the one who was invited. Of an unannounced visit it says
    neither where nor on what, nor when."""
    guest = work.guests.by_hash(hash_of(secret))
    if work.actor.may(P.SUPERVISE):
        raise Refusal("guest_staff")
    fresh = secrets.token_urlsafe(SECRET_BYTES)
    links = hash_of(secret), hash_of(fresh)
    if guest.used or not work.guests.use(*links, chat_of(telegram_id), work.now):
        raise Refusal("guest_used")
    visit = work.visits.get(guest.visit_id)
    told = (0, 0) if visit.unannounced else (visit.theme_id, visit.body_id)
    theme, place = (work.lookups.name(one) for one in told)
    facts = {
        "name": guest.name,
        "office": work.office.name,
        "theme": theme,
        "place": place,
        "starts": None if visit.unannounced else visit.starts_at,
        "meets": "" if visit.unannounced else visit.meets,
        "secret": visit.unannounced or None,
    }
    buttons = ((Press("v.guest", 1, fresh), Press("v.noguest", 0, fresh)),)
    return Message("guest.brief", facts, buttons, protect=visit.unannounced)


@action(needs=P.TALK)
def say(work: Work, secret: str, yes: bool) -> Message:
    """Yes or no; the head of the team hears of it."""
    guest = work.guests.by_hash(hash_of(secret))
    if not guest.used:
        raise Refusal("guest_used")
    return _said(work, guest, secret, yes=yes)


@action(needs=P.TALK)
def say_typed(work: Work, telegram_id: int, yes: bool) -> Message:
    """«bác đi được», typed where the invitation stands."""
    return _said(work, work.guests.by_chat(chat_of(telegram_id)), yes=yes)


def _said(work: Work, guest: Guest, secret: str = "", *, yes: bool) -> Message:
    visit = work.visits.get(guest.visit_id)
    work.guests.comes(guest.id, yes=yes)
    refresh(work, visit)
    kind = "guest.comes" if yes else "guest.comes_not"
    message = Message(kind, {"code": visit.code, "name": guest.name})
    work.tell_at_work(visit.head_id, f"guest:{guest.id}:{yes}:{spell(work.now)}", message)
    return _coming(work, visit, secret) if yes else result("guest.pity")


def _coming(work: Work, visit: Visit, secret: str) -> Message:
    """When and where they gather, as far as it is known; asked again by the same button. Of an
    unannounced visit no place, and nothing earlier than its team."""
    place = "" if visit.unannounced else work.lookups.name(visit.body_id)
    over = not visit.is_open or visit.done_at is not None
    told = not over and not (visit.unannounced and _is_early(work, visit))
    facts = {
        "starts": visit.starts_at if told else None,
        "meets": visit.meets if told and visit.starts_at else "",
        "place": place,
        "later": None if over or (told and visit.starts_at) else "yes",
        "secret": visit.unannounced or None,
    }
    again = ((Press("v.guestwhen", 0, secret),),) if secret else ()
    return replace(result("guest.coming", again, **facts), protect=visit.unannounced)


def _is_early(work: Work, visit: Visit) -> bool:
    """Before the team hears of it."""
    return visit.starts_at is not None and work.now < visit.starts_at - BRIEFED


@view(needs=P.TALK)
def when(work: Work, secret: str) -> Message:
    """«Giờ, nơi tập trung»: as it stands now, for whoever holds the button."""
    guest = work.guests.by_hash(hash_of(secret))
    if not (guest.used and guest.comes):
        raise Refusal("guest_used")
    return _coming(work, work.visits.get(guest.visit_id), secret)


@view(needs=P.TALK)
def when_typed(work: Work, telegram_id: int) -> Message:
    """«mai mấy giờ»: the same, where they said yes."""
    guest = work.guests.by_chat(chat_of(telegram_id))
    if not guest.comes:
        return Message("guest.how")
    return _coming(work, work.visits.get(guest.visit_id), "")


@action(needs=P.SUPERVISE)
def take_down(work: Work, number: int, words: str) -> Message:
    """«GS19 đại biểu An: …»: what a guest said, by whoever of the team wrote it down."""
    return take_down_at.run(work, seen_by_number(work, number).id, words)


@action(needs=P.SUPERVISE)
def take_down_at(work: Work, visit_id: int, words: str) -> Message:
    """«ý kiến đại biểu An: …», said at the visit."""
    visit = in_team(work, visit_id)
    name, _, said = words.partition(":")
    guest = _called(work, visit, name)
    kept_words = clean(said, WORDS_LETTERS)
    if not kept_words:
        raise Refusal("words_needed")
    work.guests.say(guest.id, kept_words)
    work.log("guest_said", "visit", visit.id)
    refresh(work, visit)
    return result("guest.said", code=visit.code, name=guest.name)


def _called(work: Work, visit: Visit, name: str) -> Guest:
    wanted = clean(name).casefold()
    found = [g for g in work.guests.of(visit.id) if wanted and wanted in g.name.casefold()]
    if len(found) != 1:
        raise Refusal("guest_who", code=visit.code)
    return found[0]
