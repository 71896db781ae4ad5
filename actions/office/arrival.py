"""Arrival: a roster row gets its Telegram account, by an invite or by one's own number."""

import secrets

from actions.desk import action
from actions.office.volunteers import take_over
from domain.access import Permission, Role, clock_of
from domain.groups import deep_link
from domain.invites import LIFE, LINK, TOKEN_BYTES, hash_of, new_code
from domain.letters import Letter, Message, Press
from domain.menus import menu_for
from domain.people import Person
from domain.phones import phone_of
from domain.refusals import Refusal, must_find
from storage import Work

WRONG = "arrival.wrong"
"""One text for wrong, used and expired: nobody learns which it was."""


@action(needs=Permission.MANAGE_PEOPLE)
def invite(work: Work, person_id: int) -> Message | None:
    """Make a new invite for somebody on the roster; an earlier one ends."""
    back = Press("person", person_id, label="@button.back")
    return _made(work, "invite.made", person_id, _on_roster(work, person_id).name, back)


@action(needs=Permission.MANAGE_PEOPLE)
def let_move(work: Work, person_id: int) -> Message | None:
    """The office's yes to a volunteer's new account: a code for the record."""
    found = must_find(work.volunteers.find(person_id))
    back = Press("volunteer", person_id, label="@button.back")
    return _made(work, "volunteer.code", person_id, found["name"], back)


def _made(work: Work, kind: str, person_id: int, name: str, back: Press) -> Message:
    token, code = secrets.token_urlsafe(TOKEN_BYTES), new_code(secrets.choice)
    expires = work.now + LIFE
    work.people.add_invite(person_id, (hash_of(token), hash_of(code)), work.now, expires)
    work.log("invited", "person", person_id)
    username = work.deployment.setting("username")
    link = deep_link(username, f"{LINK}-{token}") if username else ""
    facts = {"name": name, "code": code, "link": link, "until": expires}
    copies = [Press("copy", copy=code, label="@button.copy_code")]
    if link:
        copies.append(Press("copy", copy=link, label="@button.copy_link"))
    return Message(kind, facts, (tuple(copies), (back,)))


@action(needs=Permission.ARRIVE)
def arrive(work: Work, telegram_id: int, secret: str, last_try: bool = False) -> Message | None:
    """Use an invite up. `last_try`: a wrong one closes typing, and the offices are told."""
    found = work.deployment.use_invite(hash_of(secret), work.now)
    if found is None:
        if last_try:
            _alarm(work)
        return Message(WRONG)
    office_id, person_id = found
    is_volunteer = work.by(clock_of(office_id)).volunteers.find(person_id)
    (take_over if is_volunteer else _link)(work, telegram_id, office_id, person_id)
    return None


@action(needs=Permission.ARRIVE)
def arrive_by_phone(work: Work, telegram_id: int, number: str) -> Message | None:
    """Link the one roster row with this number, which is the sender's own. A new account takes
    the row over, the old one loses it, and the office hears of that."""
    phone = phone_of(number)
    found = work.deployment.by_phone(phone) if phone else None
    if found is None:
        return Message("arrival.no_phone", keyboard="none")
    office_id, person_id = found
    before = _on_roster(work.by(clock_of(office_id)), person_id).telegram_id
    if before == telegram_id:
        return Message("arrival.same")
    _link(work, telegram_id, office_id, person_id)
    if before:
        _tell_moved(work.by(clock_of(office_id)), telegram_id)
    return None


def _tell_moved(work: Work, telegram_id: int) -> None:
    """Said aloud, with the way to undo it: a new invite ends the new account."""
    actor = must_find(work.deployment.actor(telegram_id, work.now, work.actor.office_id))
    row = work.log("moved_account", "person", actor.me)
    page = ((Press("person", actor.me, label="@button.see_person"),),)
    for admin in work.people.with_role(Role.OFFICE_ADMIN, work.today):
        if admin.id != actor.me:
            message = Message("arrival.moved", {"name": actor.name}, page)
            work.tell(admin.id, f"moved:{row}:{admin.id}", message)


def _link(work: Work, telegram_id: int, office_id: int, person_id: int) -> None:
    """Give the row its account; the welcome is a letter, so that it surely arrives."""
    there = work.by(clock_of(office_id))
    if work.actor.person_id not in (None, person_id) and there.people.get(
        work.actor.me, there.today
    ):
        raise Refusal("already_linked", name=work.actor.name)
    _on_roster(there, person_id)
    now_known = there.people.link(person_id, telegram_id)
    actor = must_find(work.deployment.actor(telegram_id, work.now, office_id))
    row = work.by(actor).log("linked", "person", now_known)
    welcome = _welcome(there, _on_roster(there, now_known))
    there.post(Letter(now_known, welcome, f"welcome:{row}", answers=True))
    work.outbox.posted = True


def _welcome(work: Work, person: Person) -> Message:
    facts = {
        "name": person.name,
        "title": person.title,
        "unit": work.offices.unit_name(person.unit_id),
        "office": work.office.short,
    }
    return Message("arrival.welcome", facts, keyboard=menu_for(person.roles | {Role.VOLUNTEER}))


def _on_roster(work: Work, person_id: int) -> Person:
    return must_find(work.people.get(person_id, work.today))


def _alarm(work: Work) -> None:
    """Somebody guesses at codes: every office's admins are told, once an hour."""
    for office_id in work.deployment.offices():
        office = work.by(clock_of(office_id))
        for admin in office.people.with_role(Role.OFFICE_ADMIN, office.today):
            key = f"invite-alarm:{office_id}:{admin.id}:{work.now:%Y-%m-%dT%H}"
            office.tell(admin.id, key, Message("invite.alarm"), urgent=True)
    work.outbox.posted = True
