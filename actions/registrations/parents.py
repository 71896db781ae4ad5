"""Who is asked whether the parents of somebody of 16-17 agree."""

from domain.access import Role
from domain.activities import Point
from domain.people import Person
from domain.registrations import Registration
from storage import Work

CARD = "guardian"
YOUTH = "DTN"


def confirmers(work: Work, point: Point) -> list[int]:
    """The youth union's cadres at the point's locality; else its cadres anywhere, else the
    office."""
    found = _youth(work, point) or work.people.with_role(Role.OFFICE_ADMIN, work.today)
    return [person.id for person in found]


def confirmer(work: Work, point: Point) -> str:
    """Who that is, in a word: `youth` or `office`."""
    return "youth" if _youth(work, point) else "office"


def _youth(work: Work, point: Point) -> list[Person]:
    youth = [o.id for o in work.organisations if o.code == YOUTH]
    cadres = work.people.with_role(Role.BASE, work.today)
    mine = [p for p in cadres if p.organisation_id in youth]
    near = [p for p in mine if p.locality_id == point.locality_id]
    return near or mine


def ask_guardian(work: Work, point: Point, mine: Registration) -> None:
    """The card is drawn when it is read: nobody's name waits in a letter."""
    work.redraw(f"{CARD}:{mine.id}", *confirmers(work, point), ring=True)


def put_question_away(work: Work, mine: Registration) -> None:
    """The place is given up, or needs no such yes: the card names nobody any more."""
    card = f"{CARD}:{mine.id}"
    work.redraw(card, *work.cards.holders(card))
