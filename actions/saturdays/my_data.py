"""«Dữ liệu»: everyone sees, takes along, corrects, withdraws and deletes what is kept of them."""

from dataclasses import replace
from datetime import date
from typing import Any

from actions.desk import action, view
from actions.saturdays.seating import fill, settle
from domain.access import Permission, Role
from domain.consent import Purpose
from domain.dialogue import Expectation
from domain.letters import Message, Place, Press, Rows
from domain.refusals import Refusal
from domain.retention import BACKUP_DAYS, kept_until, record_kept_until
from domain.saturdays import name_of
from domain.seats import Standing
from storage import Work
from storage.rows import moment

OPTIONS = (Purpose.PHOTO, Purpose.NEWS, Purpose.RECORD)


@view(needs=Permission.REGISTER)
def my_data(work: Work) -> Message:
    """What is kept, until when, and what was agreed to; of a stranger, nothing."""
    if work.actor.person_id is None:
        return Message("data.none")
    subject = work.actor.subject
    days = work.traces.history(work.actor.me)
    facts = {
        "name": work.actor.name,
        "age": work.consents.age(subject),
        "days": len(days),
        "until": max((_kept(work, day) for day in days), default=None),
        "agreed": [p.value for p in Purpose if work.consents.stands(subject, p)],
    }
    return Message("data.mine", facts, _buttons(work), protect=True, fades="data")


def _kept(work: Work, day: dict[str, Any]) -> date:
    held = moment(day["ends_at"]).date()
    remembered = work.consents.stands(work.actor.subject, Purpose.RECORD)
    return record_kept_until(held) if remembered else kept_until(held)


def _buttons(work: Work) -> Rows:
    purposes = OPTIONS if not is_staff(work) else (*OPTIONS, Purpose.PHONE)
    ask = tuple(Press("c.ask", arg=p.value, label=f"@purpose.{p.value}") for p in purposes)
    first = (Press("d.name"), Press("d.export"))
    return (first, ask[:2], ask[2:], (Press("d.withdraw"), Press("d.delete")))


def is_staff(work: Work) -> bool:
    """On the roster, now or before: their duties are kept under another law than a volunteer's
    yes."""
    works = not work.actor.roles <= {Role.VOLUNTEER, Role.STRANGER}
    return works or work.traces.on_roster(work.actor.me)


@view(needs=Permission.REGISTER)
def export(work: Work) -> Message:
    """Everything that is kept of a person, to read."""
    other = ((Press("d.json"),),)
    return Message("data.export", _whole(work), other, paper="my_data")


@view(needs=Permission.REGISTER)
def export_json(work: Work) -> Message:
    """The same for another machine."""
    return Message("data.export", _whole(work), paper="my_data_json")


def _whole(work: Work) -> dict[str, Any]:
    parts = work.traces.everything(work.actor.me, work.actor.subject)
    return {"parts": parts, "office": work.office.name, "at": work.now}


@action(needs=Permission.REGISTER)
def ask_name(work: Work) -> Message:
    work.expectations.expect(work.actor.me, Expectation("name"), work.now)
    return Message("data.ask_name", {"name": work.actor.name}, topic="name:0")


@action(needs=Permission.REGISTER)
def rename(work: Work, typed: str) -> Message:
    """Volunteers are called as they like; the roster's names are the office's."""
    if is_staff(work):
        raise Refusal("roster_name")
    name = name_of(typed)
    work.people.rename(work.actor.me, name)
    work.expectations.forget(work.actor.me, "name", 0)
    work.consents.asked(work.actor.subject, "correct", work.now)
    return Message("data.renamed", {"name": name})


@action(needs=Permission.REGISTER)
def withdraw(work: Work) -> Message:
    """Every consent is taken back at once; places ahead are given on."""
    work.consents.withdraw(work.actor.subject, work.now)
    work.consents.asked(work.actor.subject, "withdraw", work.now)
    leave_all(work)
    return Message("data.withdrawn")


def leave_all(work: Work) -> None:
    """Leave every day ahead, in every office; the places go on to the next."""
    for mine in work.registrations.own(work.actor.me, work.now):
        actor = replace(work.actor, office_id=mine.office_id)
        there = Work(work.connection, actor, work.now)
        settle(there, mine, Standing.CANCELLED)
        point = there.activities.point(mine.point_id)
        fill(there, there.activities.get(mine.activity_id), point)
        work.outbox.posted = True


@view(needs=Permission.REGISTER)
def ask_delete(work: Work) -> Message:
    sure = ((Press("d.yes"), Press("d.mine", label="@button.d.keep")),)
    return Message("data.ask_delete", {"backups": BACKUP_DAYS}, sure, Place.EDIT)


@action(needs=Permission.REGISTER)
def delete(work: Work) -> Message:
    """Gone at once: the counts stay, the sealed proof of consent stays under a random name."""
    me, subject = work.actor.me, work.actor.subject
    leave_all(work)
    work.consents.withdraw(subject, work.now)
    code = work.consents.asked(subject, "delete", work.now)
    facts = {"code": code, "at": work.now, "backups": BACKUP_DAYS}
    work.forgets = True
    if is_staff(work):
        work.traces.unname(me)
        return Message("data.deleted_staff", facts)
    work.traces.erase(me)
    return Message("data.deleted", facts, keyboard="none")
