"""An age told wrongly is put right: of under 16 nothing stays, 16-17 need their parents' yes."""

from actions.desk import action, view
from actions.own_data.erasing import erase_person, is_staff
from actions.registrations.own import own_places
from actions.registrations.parents import ask_guardian, put_question_away
from actions.registrations.seating import fill, seated, settle
from domain.access import Permission
from domain.consent import ADULTS_FROM, Age, Purpose, address_of
from domain.letters import Message, Place, Press
from domain.refusals import Refusal
from domain.registrations import Registration
from domain.seats import Standing
from storage import Work


@view(needs=Permission.REGISTER)
def known_age(work: Work) -> Age | None:
    """What somebody told with their yes; None where there is none."""
    return work.consents.age(work.actor.subject) if work.actor.subject else None


@view(needs=Permission.REGISTER)
def ask_age(work: Work) -> Message:
    choices = tuple(Press("d.old", arg=age.value, label=f"@age.{age}") for age in Age)
    keep = (Press("d.mine", label="@button.d.none"),)
    return Message("data.ask_age", {"age": _age(work).value}, (choices, keep))


@view(needs=Permission.REGISTER)
def read_age(work: Work, age: Age) -> Message:
    """A typed age, read back before it counts, with what it leads to."""
    if age is _age(work):
        return Message("data.age_is", {"age": age.value})
    right = Press("d.old", arg=age.value, label="@button.s.right")
    keep = Press("d.mine", label="@button.d.none")
    return Message(f"data.age_read.{age}", buttons=((right, keep),))


@action(needs=Permission.REGISTER)
def correct_age(work: Work, age: Age) -> Message:
    """Counts at once, for every place ahead."""
    if age is _age(work):
        return Message("data.age_is", {"age": age.value}, place=Place.EDIT)
    if age is Age.CHILD:
        facts = {"code": erase_person(work)}
        return Message("data.deleted_child", facts, keyboard="" if is_staff(work) else "none")
    work.own_consents.correct_age(work.actor.subject, age, work.now)
    if not is_staff(work):
        work.accounts.set_address(work.actor.me, address_of(age))
    work.consents.asked(work.actor.subject, "correct", work.now)
    if age is Age.MINOR:
        work.own_consents.withdraw(work.actor.subject, work.now, Purpose.PHOTO)
    for there, mine in own_places(work):
        _change(there, mine, age)
        work.outbox.posted = True
    return Message(f"data.age_kept.{age}", place=Place.EDIT)


def _age(work: Work) -> Age:
    known = known_age.run(work)
    if known is None:
        raise Refusal("consent_first")
    return known


def _change(work: Work, mine: Registration, age: Age) -> None:
    """One place, as it stands for somebody of this age."""
    work.registrations.set_age(mine.id, age)
    work.log("age", "registration", mine.id, was=mine.age.value, became=age.value)
    activity = work.activities.get(mine.activity_id)
    point = work.activities.point(mine.point_id)
    mine = work.registrations.get(mine.id)
    if age is Age.MINOR and activity.min_age >= ADULTS_FROM:
        settle(work, mine, Standing.CANCELLED)
        fill(work, activity, point)
        return
    became = seated(mine)
    if mine.is_coming and Standing.HELD in (became, mine.standing):
        settle(work, mine, became)
    if age is Age.ADULT:
        put_question_away(work, mine)
    elif mine.guardian is None:
        ask_guardian(work, point, mine)
