"""Photos of a point: kept with it, acknowledged once an album."""

from dataclasses import dataclass

from actions.desk import action
from actions.turnout.cards import about
from actions.turnout.points import TOPIC, reportable, silent
from domain.access import Permission
from domain.letters import Message, toast
from storage import Work

P = Permission


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as Telegram keeps it."""

    file_id: str
    unique_id: str
    album: str = ""


@action(needs=P.REPORT_TURNOUT)
def keep_photo(work: Work, point_id: int, photo: Photo) -> Message | None:
    """A photo of the point; an album is acknowledged once."""
    activity, point = reportable(work, point_id)
    return (
        Message("turnout.photo", about(activity, point)) if attach(work, point_id, photo) else None
    )


def attach(work: Work, point_id: int, photo: Photo) -> bool:
    return work.turnouts.add_photo(
        point_id, work.actor.me, photo.file_id, photo.unique_id, photo.album, work.now
    )


@action(needs=P.REPORT_TURNOUT)
def no_photo(work: Work, point_id: int) -> Message:
    reportable(work, point_id)
    if not silent(work):
        work.expectations.forget(work.actor.me, TOPIC, 0)
    return toast("turnout.thanks")
