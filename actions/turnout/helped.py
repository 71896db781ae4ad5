"""Whoever cannot type sends a voice or a sheet: the office hears it and records it by one tap."""

from actions.desk import action, view
from actions.turnout.points import label, my_points, reportable
from domain.access import Permission, Role
from domain.letters import Message, Press
from domain.refusals import Refusal
from storage import Work

SHOWN = 3
"""So many points are offered to be recorded, the newest first."""
Files = tuple[tuple[str, str], ...]


@view(needs=Permission.REPORT_TURNOUT)
def reports_points(work: Work) -> bool:
    """Whether anybody would record something of theirs."""
    return bool(my_points(work))


@action(needs=Permission.REPORT_TURNOUT)
def pass_on(work: Work, text: str, files: Files = ()) -> Message:
    """Kept as a letter to the office, with the points that it may be about."""
    admins = work.people.with_role(Role.OFFICE_ADMIN, work.today)
    to = next((person for person in admins if person.id != work.actor.person_id), None)
    if to is None:
        raise Refusal("nobody_to_tell")
    me = work.people.get(work.actor.me, work.today)
    row = work.log("passed_on", "person", work.actor.me, text=text or None)
    facts = {"by": work.actor.name, "phone": me.phone if me else None, "text": text}
    record = tuple(
        (Press("t.point", point.id, label=label(work, activity, point)),)
        for activity, point, _ in my_points(work)[:SHOWN]
    )
    work.tell(to.id, f"passed_on:{row}", Message("turnout.passed_on", facts, record, files=files))
    return Message("turnout.passed_saved", {"name": to.name})


@action(needs=Permission.REPORT_TURNOUT)
def pass_sheet(work: Work, point_id: int) -> Message:
    """«Nhờ Văn phòng ghi»: the photo is of the sheet with the figures."""
    activity, _ = reportable(work, point_id)
    here = [one for one in work.photos.of_activity(activity.id) if one.point_id == point_id]
    if not here:
        raise Refusal("no_photos")
    return pass_on.run(work, "", (("photo", here[-1].file_id),))
