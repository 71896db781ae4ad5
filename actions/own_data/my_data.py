"""«Dữ liệu»: everyone sees, takes along and corrects what is kept of them."""

from datetime import date
from typing import Any

from actions.desk import action, view
from actions.own_data.erasing import is_staff
from actions.registrations.admission import option
from actions.registrations.own import own_places
from actions.registrations.seating import redraw
from domain.access import Permission
from domain.consent import Purpose, is_offered
from domain.dialogue import NAME, Expectation, mark_of
from domain.hours import NAME_ASKED
from domain.letters import Message, Press, Rows, result
from domain.refusals import Refusal
from domain.registrations import name_of
from domain.retention import kept_until, record_kept_until
from domain.seats import Standing
from storage import Work
from storage.rows import moment

GIVEN_UP = frozenset({Standing.CANCELLED, Standing.LAPSED})
OPTIONS = (Purpose.PHOTO, Purpose.NEWS, Purpose.RECORD)


@view(needs=Permission.REGISTER)
def my_data(work: Work) -> Message:
    """What is kept, until when, and what was agreed to; of a stranger, nothing."""
    if work.actor.person_id is None:
        return Message("data.none")
    subject = work.actor.subject
    days = work.own_registrations.history(work.actor.me)
    facts = {
        "name": work.actor.name,
        "age": work.consents.age(subject),
        "days": len({d["activity_id"] for d in days if d["standing"] not in GIVEN_UP}),
        "until": max((_kept(work, day) for day in days), default=None),
        "agreed": [p.value for p in Purpose if work.consents.stands(subject, p)],
    }
    return Message("data.mine", facts, _buttons(work), protect=True, expires="data")


def _kept(work: Work, day: dict[str, Any]) -> date:
    held = work.day(moment(day["ends_at"]))
    remembered = work.consents.stands(work.actor.subject, Purpose.RECORD)
    return record_kept_until(held) if remembered else kept_until(held)


def _buttons(work: Work) -> Rows:
    purposes = (*OPTIONS, Purpose.PHONE) if is_staff(work) else OPTIONS
    age = work.consents.age(work.actor.subject)
    ask = tuple(option(work, p) for p in purposes if is_offered(p, age))
    first = (Press("d.name"), *((Press("d.age"),) if age else ()), Press("d.export"))
    return (first, ask[:2], ask[2:], (Press("d.withdraw"), Press("d.delete")))


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
    parts = work.personal_data.everything(work.actor.me, work.actor.subject)
    return {"parts": parts, "office": work.office.name, "at": work.now}


@action(needs=Permission.REGISTER)
def ask_name(work: Work) -> Message:
    asked = Expectation(NAME, expires=work.now + NAME_ASKED)
    work.expectations.expect(work.actor.me, asked, work.now)
    return Message("data.ask_name", {"name": work.actor.name}, topic=f"{NAME}:0")


@action(needs=Permission.REGISTER)
def read_name(work: Work, typed: str) -> Message:
    """As it will stand on the list; volunteers are called as they like, the roster's names are
    the office's."""
    if is_staff(work):
        raise Refusal("roster_name")
    name = name_of(typed)
    read = Expectation(NAME, answers={NAME: name}, expires=work.now + NAME_ASKED)
    work.expectations.expect(work.actor.me, read, work.now)
    right = Press("d.nameis", arg=mark_of(name), label="@button.s.right")
    again = Press("d.name", label="@button.s.again")
    return Message("data.name_read", {"name": name}, ((right, again),), topic=f"{NAME}:0")


@action(needs=Permission.REGISTER)
def rename(work: Work, mark: str = "") -> Message:
    """«Đúng»: what was read back is the name; an older «Đúng» renames nobody."""
    heard = work.expectations.find(work.actor.me, NAME, 0, work.now)
    name = heard.answers.get(NAME) if heard else None
    if not name or (mark and mark != mark_of(name)):
        raise Refusal("question_over")
    work.accounts.rename(work.actor.me, name)
    work.expectations.forget(work.actor.me, NAME, 0)
    work.consents.asked(work.actor.subject, "correct", work.now)
    for there, mine in own_places(work):
        redraw(there, mine)
        work.outbox.posted = True
    return result("data.renamed", name=name)
