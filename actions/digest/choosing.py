"""What the office chooses about its report: who has it, what stands in it."""

from actions.desk import action, view
from actions.digest.skipping import OVER
from actions.office.roster import known, one_of
from actions.rooms import report_parts
from domain.access import Permission
from domain.dialogue import Expectation
from domain.digest import Edition, briefing_at, edition, edition_after
from domain.letters import Message, Place, Press, Rows, rows_of
from domain.names import shorten
from domain.office_hours import BRIEFING, hour_said
from domain.refusals import Refusal
from domain.report_settings import (
    MOST_GUESTS,
    READERS,
    switched,
)
from storage import Work

P = Permission
GUEST = "report_guest"
LABEL = 16


@view(needs=P.MANAGE_PEOPLE)
def settings(work: Work) -> Message:
    """«Cài đặt báo cáo»: all that was chosen, and a tap to choose otherwise."""
    return _page(work)


@view(needs=P.MANAGE_PEOPLE)
def coming_week(work: Work) -> int:
    """The week whose report comes next, by the number of its Monday."""
    return _coming(work).week.monday.toordinal()


def _page(work: Work, place: Place = Place.NEW) -> Message:
    chosen, briefing = work.chosen_reports.get(), work.offices.get().briefing
    coming = _coming(work)
    facts = {
        **_hour(briefing),
        "number": coming.week.number,
        "sends": coming.sends,
        "roles": [role.value for role in READERS if role in chosen.roles],
        "guests": [work.people.name(person_id) for person_id in sorted(chosen.guests)],
        "without": [name for name in _optional() if name in chosen.without],
        "remarks": "yes" if chosen.copies_remarks else "no",
    }
    rows = (
        (Press("oh.ask", 0, BRIEFING.name, label="@report_set.hour"), Press("rs.to")),
        (Press("rs.parts"), Press("rs.remarks")),
        (Press("oh.page"),),
        (Press("rs.skip", coming.week.monday.toordinal()),),
    )
    return Message("report_set.page", facts, rows, place)


def _coming(work: Work) -> Edition:
    """The first that still comes: what is skipped does not."""
    briefing = work.offices.get().briefing
    coming = edition_after(work.now, briefing, work.calendar)
    while (kept := work.digests.of_week(coming.week)) and kept.state in OVER:
        coming = edition(coming.week.next, briefing, work.calendar)
    return coming


def _hour(briefing: str) -> dict[str, object]:
    weekday, clock = briefing_at(briefing)
    return {"weekday": f"{weekday}", "clock": hour_said(clock)}


def _optional() -> list[str]:
    return [part.name for part in report_parts() if not part.always]


def _mark(held: bool) -> str:
    """`✓ Trưởng, phó đơn vị`, `+ Trưởng, phó đơn vị`"""
    return "held" if held else "free"


# --- to whom


@view(needs=P.MANAGE_PEOPLE)
def readers_page(work: Work) -> Message:
    return _readers(work, Place.NEW)


def _readers(work: Work, place: Place) -> Message:
    chosen = work.chosen_reports.get()
    guests = {one: work.people.name(one) for one in sorted(chosen.guests)}
    roles = [
        Press("rs.role", 0, role.value, label=f"@report_role.{_mark(role in chosen.roles)}.{role}")
        for role in READERS
    ]
    away = [Press("rs.drop", one, label=f"− {shorten(n, LABEL)}") for one, n in guests.items()]
    rows: Rows = (*rows_of(roles), (Press("rs.guest"), Press("rs.page")), *rows_of(away, 2))
    facts = {
        "roles": [role.value for role in READERS if role in chosen.roles],
        "guests": list(guests.values()),
    }
    return Message("report_set.readers", facts, rows, place)


@action(needs=P.MANAGE_PEOPLE)
def switch_role(work: Work, said: str) -> Message:
    """Everybody who holds this role has the report, or no longer."""
    if said not in READERS:
        raise Refusal("unknown_button")
    roles = switched([role.value for role in work.chosen_reports.get().roles], said)
    work.chosen_reports.set_roles(roles)
    work.log("report.roles", "office", work.actor.office_id, became=" ".join(roles))
    return _readers(work, Place.EDIT)


@action(needs=P.MANAGE_PEOPLE)
def ask_guest(work: Work) -> Message:
    work.expectations.expect(work.actor.me, Expectation(GUEST), work.now)
    return Message("report_set.ask_guest", topic=f"{GUEST}:0")


@action(needs=P.MANAGE_PEOPLE)
def add_guest(work: Work, words: str) -> Message:
    """One more reads the whole report, and may do no more than before; they are told."""
    person = known(work, one_of(work, words))
    if len(work.chosen_reports.get().guests) >= MOST_GUESTS:
        raise Refusal("too_many_guests", most=MOST_GUESTS)
    work.expectations.forget(work.actor.me, GUEST, 0)
    if work.chosen_reports.add_guest(person.id):
        row = work.log("report.guest", "person", person.id, became="added")
        work.tell(person.id, f"report.guest:{row}", Message("report_set.yours"))
    return _readers(work, Place.NEW)


@action(needs=P.MANAGE_PEOPLE)
def drop_guest(work: Work, person_id: int) -> Message:
    if work.chosen_reports.drop_guest(person_id):
        work.log("report.guest", "person", person_id, became="dropped")
    return _readers(work, Place.EDIT)


# --- what stands in it


@view(needs=P.MANAGE_PEOPLE)
def parts_page(work: Work) -> Message:
    return _parts(work, Place.NEW)


def _parts(work: Work, place: Place = Place.EDIT) -> Message:
    without = work.chosen_reports.get().without
    presses = [
        Press("rs.part", n, label=f"@report_part.{_mark(name not in without)}.{name}")
        for n, name in enumerate(_optional())
    ]
    facts = {
        "within": [name for name in _optional() if name not in without],
        "without": [name for name in _optional() if name in without],
    }
    rows = (*rows_of(presses, 2), (Press("rs.page"),))
    return Message("report_set.parts", facts, rows, place)


@action(needs=P.MANAGE_PEOPLE)
def switch_part(work: Work, number: int) -> Message:
    """A part is told no longer, or again."""
    if number >= len(_optional()):
        raise Refusal("unknown_button")
    name = _optional()[number]
    work.chosen_reports.leave_out(switched(work.chosen_reports.get().without, name))
    work.log("report.part", "office", work.actor.office_id, became=name)
    return _parts(work)


@action(needs=P.MANAGE_PEOPLE)
def switch_remarks(work: Work) -> Message:
    """Whether the organisations read the office's remarks for the leaders too."""
    on = not work.chosen_reports.get().copies_remarks
    work.chosen_reports.copy_remarks(on)
    work.log("report.remarks", "office", work.actor.office_id, became="yes" if on else "no")
    return _page(work, Place.EDIT)
