"""Photos of a point: kept with it, acknowledged once an album, looked through, set aside."""

from dataclasses import dataclass

from actions.desk import action, view
from actions.turnout.cards import about
from actions.turnout.points import TOPIC, reportable, silent
from domain.access import Permission
from domain.activities import Activity, may_lock
from domain.evidence import CHOSEN, UNUSED, PointPhoto
from domain.letters import Message, Press, toast
from domain.refusals import Refusal, must_find
from domain.turnout import may_report
from storage import Work

P = Permission


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as Telegram keeps it."""

    file_id: str
    unique_id: str
    album: str = ""


@action(needs=P.REPORT_TURNOUT)
def save_photo(work: Work, point_id: int, photo: Photo) -> Message | None:
    """A photo of the point; an album is acknowledged once."""
    activity, point = reportable(work, point_id)
    if not attach(work, point_id, photo):
        return None
    here = [one for one in work.photos.of_activity(activity.id) if one.point_id == point.id]
    facts = {**about(activity, point), "n": len(here)}
    return Message("turnout.photo", facts, ((Press("t.photos", activity.id),),))


def attach(work: Work, point_id: int, photo: Photo) -> bool:
    return work.photos.add(
        point_id, work.actor.me, photo.file_id, photo.unique_id, photo.album, work.now
    )


@action(needs=P.REPORT_TURNOUT)
def no_photo(work: Work, point_id: int) -> Message:
    reportable(work, point_id)
    if not silent(work):
        work.expectations.forget(work.actor.me, TOPIC, 0)
    return toast("turnout.thanks")


@view(needs=P.REPORT_TURNOUT)
def newest(work: Work, activity_id: int) -> Message:
    """The last photo of an activity's points that are one's own to report."""
    mine = _mine(work, activity_id)
    if not mine:
        raise Refusal("no_photos")
    return _show(work, mine, len(mine) - 1)


@view(needs=P.REPORT_TURNOUT)
def look_at(work: Work, photo_id: int) -> Message:
    mine = _mine(work, work.photos.activity_of(photo_id))
    return _show(work, mine, _place(mine, photo_id))


@action(needs=P.REPORT_TURNOUT)
def set_aside(work: Work, photo_id: int) -> Message:
    """«Không dùng»: it goes into no report; a second tap takes that back."""
    return _mark(work, photo_id, UNUSED)


@action(needs=P.LOCK_TURNOUT)
def choose(work: Work, photo_id: int) -> Message:
    """«Giữ lâu»: kept after the twelve months; a second tap takes that back."""
    return _mark(work, photo_id, CHOSEN)


def _mark(work: Work, photo_id: int, mark: str) -> Message:
    mine = _mine(work, work.photos.activity_of(photo_id))
    was = mine[_place(mine, photo_id)].mark
    became = "" if was == mark else mark
    work.photos.set_mark(photo_id, became)
    work.log("photo.marked", "photo", photo_id, was=was, became=became)
    return toast("turnout.photo_marked", mark=became or "used")


def _mine(work: Work, activity_id: int) -> list[PointPhoto]:
    activity = work.activities.get(activity_id)
    points = work.activities.points(activity_id)
    reach = {p.id for p in points if may_report(work.actor, p, activity)}
    return [photo for photo in work.photos.of_activity(activity_id) if photo.point_id in reach]


def _place(photos: list[PointPhoto], photo_id: int) -> int:
    return must_find(next((n for n, photo in enumerate(photos) if photo.id == photo_id), None))


def _show(work: Work, photos: list[PointPhoto], number: int) -> Message:
    photo = photos[number]
    point = work.activities.point(photo.point_id)
    activity = work.activities.get(point.activity_id)
    facts = {
        **about(activity, point),
        "number": number + 1,
        "count": len(photos),
        "mark": photo.mark or "used",
    }
    rows = (_turns(photos, number), _marks(work, activity, photo))
    files = (("photo", photo.file_id),)
    return Message("turnout.photo_seen", facts, tuple(filter(None, rows)), files=files)


def _turns(photos: list[PointPhoto], number: int) -> tuple[Press, ...]:
    around = {"‹": number - 1, "›": number + 1}
    there = {label: n for label, n in around.items() if 0 <= n < len(photos)}
    return tuple(Press("t.look", photos[n].id, label=label) for label, n in there.items())


def _marks(work: Work, activity: Activity, photo: PointPhoto) -> tuple[Press, ...]:
    label = "@button.t.use" if photo.mark == UNUSED else ""
    aside = Press("t.aside", photo.id, label=label)
    if not may_lock(work.actor, activity):
        return (aside,)
    label = "@button.t.unchoose" if photo.mark == CHOSEN else ""
    return (aside, Press("t.choose", photo.id, label=label))
