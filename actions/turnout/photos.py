"""Photos of a point: kept with it, acknowledged once an album, looked through, set aside."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import time

from actions.desk import action, view
from actions.turnout.cards import about, draw_point, photos_at
from actions.turnout.points import (
    MOST_ROWS,
    PHOTOS,
    TOPIC,
    Places,
    ask_whose,
    label,
    reportable,
    silent,
    to_place,
    wait_for_figures,
)
from domain.access import Permission
from domain.activities import Activity, Stage, may_lock
from domain.calendar import DAY
from domain.dialogue import Expectation
from domain.evidence import CHOSEN, UNUSED, PointPhoto
from domain.letters import Message, Place, Press, toast
from domain.periods import at
from domain.refusals import Refusal, must_find
from domain.turnout import may_report, official
from storage import Work

P = Permission
CARD = "photos"
"""Where the photos of a point went, as it is said to whoever sent them: `photos:12`."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as Telegram keeps it."""

    file_id: str
    unique_id: str
    album: str = ""


@action(needs=P.REPORT_TURNOUT)
def save_photo(work: Work, point_id: int, photo: Photo) -> Message | None:
    """A photo of the point, on its day or later; an album is acknowledged once, and what was said
    follows its other photos."""
    _require_day(work, point_id)
    if attach(work, point_id, photo):
        return draw_photos(work, point_id)
    work.redraw(f"{CARD}:{point_id}", work.actor.me)
    return None


def _require_day(work: Work, point_id: int) -> None:
    """People are photographed while they gather, before the hour has struck."""
    point = work.activities.point(point_id)
    activity = work.activities.get(point.activity_id)
    if not (may_report(work.actor, point, activity) and _is_day(work, activity)):
        reportable(work, point_id)


def _is_day(work: Work, activity: Activity) -> bool:
    held = activity.stored not in (Stage.DRAFT, Stage.POSTPONED, Stage.CANCELLED)
    return held and work.day(activity.starts) == work.today


def draw_photos(work: Work, point_id: int) -> Message:
    """Where the photos went, and how many there are."""
    point = work.activities.point(point_id)
    activity = work.activities.get(point.activity_id)
    here = [one for one in work.photos.of_activity(activity.id) if one.point_id == point.id]
    told = official(work.turnouts.of_point(point_id)).get(point_id)
    facts = {**about(activity, point), "n": len(here), "sheet": None if told else True}
    helped = () if told else (Press("t.sheet", point_id),)
    buttons = ((Press("t.photos", activity.id), *helped),)
    return Message("turnout.photo", facts, buttons, card=f"{CARD}:{point_id}")


@view(needs=P.REPORT_TURNOUT)
def may_be_of(work: Work) -> list[int]:
    """The points that a photo may be of: those of today that its sender leads, else those of
    their own place; and the one of which figures were told just now."""
    heard = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    told = [heard.answers.get(name) for name in ("point", "last")] if heard else []
    return list(dict.fromkeys([*(int(one) for one in told if one), *_of_today(work)]))


@view(needs=P.REPORT_TURNOUT)
def today_is_another(work: Work, point_id: int) -> bool:
    """Whether there is a day today, and the point is of none of it."""
    today = _of_today(work)
    return bool(today) and point_id not in today


def _of_today(work: Work) -> list[int]:
    begins = at(work.today, time(), work.zone)
    days = {a.id for a in work.activities.between(begins, begins + DAY) if _is_day(work, a)}
    points = work.activities.points_between(begins, begins + DAY)
    today = [p for p in points if p.activity_id in days]
    led = [p.id for p in today if p.leader_id == work.actor.me]
    return led or [p.id for p in today if p.locality_id in work.actor.localities]


@action(needs=P.REPORT_TURNOUT)
def ask_where(work: Work, photo: Photo) -> Message | None:
    """Of which point is it? An album is asked about once, and goes there whole."""
    for asked in to_place(work) if photo.album else ():
        before = asked.answers.get(PHOTOS, ())
        if any(one["album"] == photo.album for one in before):
            answers = {**asked.answers, PHOTOS: [*before, asdict(photo)]}
            work.expectations.expect(work.actor.me, replace(asked, answers=answers), work.now)
            return None
    points = _may_be_of(work)
    return ask_whose(work, points, Message("turnout.photo_where"), photos=[asdict(photo)])


def _may_be_of(work: Work) -> Places:
    points = (work.activities.point(id_) for id_ in may_be_of.run(work)[:MOST_ROWS])
    return [(work.activities.get(p.activity_id), p) for p in points]


@view(needs=P.REPORT_TURNOUT)
def presses(work: Work, asked: int) -> list[Press]:
    """The same points, beside the work that it may be of."""
    there = _may_be_of(work)
    return [Press("t.photo_of", p.id, str(asked), label=label(work, a, p)) for a, p in there]


@action(needs=P.REPORT_TURNOUT)
def save_asked(work: Work, point_id: int, waited: Expectation) -> Message:
    """«Của điểm này»: all that was sent goes there, and to no work."""
    _require_day(work, point_id)
    work.expectations.forget(work.actor.me, waited.topic, waited.subject)
    for proof in waited.answers["proofs"]:
        attach(work, point_id, Photo(proof["file_id"], proof["unique_id"], proof["album"]))
    return replace(draw_photos(work, point_id), place=Place.EDIT)


def save_kept(work: Work, point_id: int, photos: Iterable[Photo]) -> Message:
    """The point is chosen: whatever was sent goes there, and what comes next is of it too, where
    nothing else is asked."""
    _require_day(work, point_id)
    for one in photos:
        attach(work, point_id, one)
    heard = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    if heard is None or heard.answers.keys() <= {"last"}:
        wait_for_figures(work, work.actor.me, point=point_id)
    return replace(draw_photos(work, point_id), place=Place.EDIT)


def attach(work: Work, point_id: int, photo: Photo) -> bool:
    """Whoever follows the day's figures can look at it from there."""
    counting = f"counting:{work.activities.point(point_id).activity_id}"
    work.redraw(counting, *work.cards.holders(counting))
    return work.photos.add(
        point_id, work.actor.me, photo.file_id, photo.unique_id, photo.album, work.now
    )


@action(needs=P.REPORT_TURNOUT)
def no_photo(work: Work, point_id: int) -> Message:
    """Its figure stands there without that button."""
    _, point = reportable(work, point_id)
    if not silent(work):
        work.expectations.forget(work.actor.me, TOPIC, 0)
    stands = draw_point(work, point_id)
    if stands.kind != "turnout.saved" or photos_at(work, point):
        return toast("turnout.thanks")
    facts = {**stands.facts, "wanted": None}
    return replace(stands, facts=facts, buttons=((Press("t.fix", point_id),),), place=Place.EDIT)


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
