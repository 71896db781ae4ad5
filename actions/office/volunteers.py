"""A volunteer has a new account: the office finds the record and says yes, by a code for it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from actions.desk import view
from domain.access import Permission, Role, clock_of
from domain.letters import Letter, Message, Press, Rows, rows_of
from domain.menus import menu_for
from domain.names import shorten
from domain.refusals import Refusal, must_find
from storage import Work

MOST = 8
LABEL = 18


def called(work: Work, words: str) -> Sequence[Any]:
    """Volunteers of this name who came to this office first; somebody must be named."""
    return work.volunteers.called(words, MOST) if words.strip() else ()


def beside(work: Work, roster: Message, found: Sequence[Any]) -> Message:
    """The roster's list with the volunteers of the same name."""
    facts = {**roster.facts, "others": [_told(work, one) for one in found]}
    presses = [Press("volunteer", one["id"], label=shorten(one["name"], LABEL)) for one in found]
    return replace(roster, facts=facts, buttons=(*roster.buttons, *rows_of(presses, 2)))


@view(needs=Permission.MANAGE_PEOPLE)
def volunteer_page(work: Work, person_id: int) -> Message:
    """Who it is, and the way to a new account."""
    found = must_find(work.volunteers.find(person_id))
    buttons: Rows = ((Press("moved", person_id),),)
    return Message("volunteer.page", _told(work, found), buttons)


def _told(work: Work, found: Any) -> dict[str, Any]:
    if found["activity_id"] is None:
        return {"name": found["name"], "title": "", "starts": None}
    day = work.activities.get(found["activity_id"])
    return {"name": found["name"], "title": day.title, "starts": day.starts}


def take_over(work: Work, telegram_id: int, office_id: int, person_id: int) -> None:
    """The record goes to this account, with what it did meanwhile; the old one loses it."""
    there = work.by(clock_of(office_id))
    other = work.accounts.owner(telegram_id)
    if other not in (None, person_id):
        _take_along(work, person_id, other)
    work.records.change_account(person_id, telegram_id)
    actor = must_find(work.deployment.actor(telegram_id, work.now, office_id))
    row = work.by(actor).log("moved_account", "person", person_id)
    keyboard = menu_for(frozenset({Role.VOLUNTEER}))
    welcome = Message("volunteer.moved", {"name": actor.name}, keyboard=keyboard)
    there.post(Letter(person_id, welcome, f"moved:{row}", answers=True))
    work.outbox.posted = True


def _take_along(work: Work, person_id: int, other: int) -> None:
    """Two records become one; a day that both chose is left by hand first."""
    if work.accounts.on_roster(other):
        raise Refusal("already_linked", name=work.actor.name)
    if title := work.records.both_chose(person_id, other):
        raise Refusal("both_chose", title=title)
    work.own_consents.withdraw(work.accounts.subject(other), work.now)
    work.records.take(person_id, other)
    work.personal_data.erase(other)
