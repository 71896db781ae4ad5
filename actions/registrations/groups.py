"""A cadre's group: locality, organisation, number; never names. This is how most people come."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from actions.desk import action
from actions.registrations.seating import fill_all
from domain.access import Permission
from domain.activities import Activity, Point
from domain.dialogue import GROUPED, Expectation, mark_of
from domain.letters import Message, Place, Press, Rows, rows_of
from domain.refusals import Refusal
from domain.registrations import MOST_IN_GROUP, capacity, require_group, require_group_time
from storage import Work

STEPS = (1, 5, 10, -1)
"""By how much one tap changes a number."""


@action(needs=Permission.REGISTER_GROUP)
def ask_group(work: Work, activity_id: int) -> Message:
    """The number by organisation: typed in one line, or by taps. «Sửa» begins with what was
    read back."""
    heard = work.expectations.find(work.actor.me, "group", activity_id, work.now)
    said = heard.answers if heard else {}
    return draw_form(work, activity_id, said.get("form") or said.get("parts") or {})


@action(needs=Permission.REGISTER_GROUP)
def choose_organisation(work: Work, activity_id: int, organisation_id: int) -> Message:
    """Whose number comes next."""
    form, _ = _form(work, activity_id)
    if organisation_id not in _names(work):
        raise Refusal("unknown_button")
    return replace(draw_form(work, activity_id, form, organisation_id), place=Place.EDIT)


@action(needs=Permission.REGISTER_GROUP)
def add(work: Work, activity_id: int, step: int) -> Message:
    """Some more, or one less, of the chosen organisation."""
    form, chosen = _form(work, activity_id)
    if chosen is None or step not in STEPS:
        raise Refusal("unknown_button")
    grown = {**form, str(chosen): max(0, form.get(str(chosen), 0) + step)}
    if sum(grown.values()) > MOST_IN_GROUP:
        raise Refusal("group_number", most=MOST_IN_GROUP)
    return replace(draw_form(work, activity_id, grown, chosen), place=Place.EDIT)


@action(needs=Permission.REGISTER_GROUP)
def finish_form(work: Work, activity_id: int) -> Message:
    """«Xong»: read back like a typed line."""
    form, _ = _form(work, activity_id)
    counted = {int(key): number for key, number in form.items() if number}
    return replace(read_back(work, activity_id, counted), place=Place.EDIT)


def _form(work: Work, activity_id: int) -> tuple[Mapping[str, int], int | None]:
    """What has been tapped so far, and for whom the next number is."""
    heard = work.expectations.find(work.actor.me, "group", activity_id, work.now)
    said = heard.answers if heard else {}
    return said.get("form", {}), said.get("chosen")


def draw_form(
    work: Work, activity_id: int, form: Mapping[str, int], chosen: int | None = None
) -> Message:
    """The question as it stands; its only state is the answers so far."""
    activity = work.activities.get(activity_id)
    require_group_time(activity, work.now)
    locality_id, names = _locality(work), _names(work)
    answers = {"form": dict(form), "chosen": chosen}
    work.expectations.expect(work.actor.me, Expectation("group", activity.id, answers), work.now)
    facts = {
        "title": activity.title,
        "starts": activity.starts,
        "last": _said(work, activity, locality_id),
        "parts": [[names[int(key)], number] for key, number in form.items() if number],
        "total": sum(form.values()) or None,
        "organisation": names[chosen] if chosen else "",
    }
    last = work.headcounts.said_last(activity.id, locality_id)
    rows = _form_buttons(activity, names, chosen, sum(form.values()), sum(last.values()))
    if facts["last"] and not form:
        rows = (*rows, (Press("g.none", activity.id),))
    return Message("saturday.group_ask", facts, rows, topic=f"group:{activity.id}")


def _form_buttons(
    activity: Activity, names: Mapping[int, str], chosen: int | None, total: int, last: int
) -> Rows:
    same = Press("s.grouplast", activity.id, label=f"@button.s.grouplast={last}")
    whose = [Press("g.org", activity.id, str(i), label=name) for i, name in names.items()]
    steps = [
        Press("g.add", activity.id, str(n), label=f"{n:+}".replace("-", "−"))
        for n in STEPS
        if chosen
    ]
    done = [Press("g.done", activity.id)] if total else []
    again = ((same,),) if last and not total else ()
    return (*again, *rows_of(whose), *rows_of([*steps, *done]))


@action(needs=Permission.REGISTER_GROUP)
def read_group(
    work: Work,
    activity_id: int,
    parts: Mapping[str, int],
    total: int,
    point_id: int | None = None,
) -> Message:
    """What was understood, read back before it counts; a point that was named stays until another
    is. A bare number under a group of several organisations is one's, or the whole's: it is
    asked."""
    before = _stands(work, activity_id)
    if not parts and total and len(before) > 1:
        return _ask_whose(work, activity_id, before, total)
    counted = by_organisation(work, codes(work, parts), total)
    return read_back(work, activity_id, counted, point_id or _named_before(work, activity_id))


def _named_before(work: Work, activity_id: int) -> int | None:
    heard = work.expectations.find(work.actor.me, "group", activity_id, work.now)
    return heard.answers.get("point") if heard else None


def _stands(work: Work, activity_id: int) -> dict[int, int]:
    """What this cadre has read back, or else recorded, for the day."""
    heard = work.expectations.find(work.actor.me, "group", activity_id, work.now)
    if heard and heard.answers.get("parts"):
        return {int(key): number for key, number in heard.answers["parts"].items()}
    rows = work.headcounts.said(activity_id, None, _locality(work))
    return {row.organisation_id: row.number for row in rows if row.number}


def _ask_whose(work: Work, activity_id: int, before: Mapping[int, int], total: int) -> Message:
    names = _names(work)
    whose = [
        Press("g.whose", activity_id, f"{i}.{total}", label=f"{names[i]} {total}") for i in before
    ]
    whole = Press("g.whose", activity_id, f"0.{total}", label=f"@saturday.group_whole={total}")
    facts = {"parts": named(work, before), "was": sum(before.values()), "total": total}
    topic = f"{GROUPED}:{activity_id}"
    return Message("saturday.group_whose", facts, (*rows_of(whose), (whole,)), topic=topic)


@action(needs=Permission.REGISTER_GROUP)
def settle_whose(work: Work, activity_id: int, organisation_id: int, number: int) -> Message:
    """The number is of one organisation, and the others stay; or of the whole group."""
    before = _stands(work, activity_id)
    if organisation_id and organisation_id not in before:
        raise Refusal("unknown_button")
    whole = by_organisation(work, {}, number)
    counted = {**before, organisation_id: number} if organisation_id else whole
    return replace(read_back(work, activity_id, counted), place=Place.EDIT)


@action(needs=Permission.REGISTER_GROUP)
def as_last(work: Work, activity_id: int) -> Message:
    """«Như tuần trước»: the last day's numbers, read back too."""
    last, names = work.headcounts.said_last(activity_id, _locality(work)), _names(work)
    return read_back(work, activity_id, {key: n for key, n in last.items() if key in names})


def read_back(
    work: Work, activity_id: int, counted: dict[int, int], point_id: int | None = None
) -> Message:
    activity = work.activities.get(activity_id)
    require_group_time(activity, work.now)
    require_group(counted)
    answers: dict[str, Any] = {"parts": {str(key): n for key, n in counted.items()}}
    answers |= {"point": point_id} if point_id else {}
    work.expectations.expect(work.actor.me, Expectation("group", activity.id, answers), work.now)
    point = _point(work, activity, point_id)
    facts = {
        "locality": _name(work),
        "parts": named(work, counted),
        "total": sum(counted.values()),
        "point": point.full,
        "starts": activity.starts,
        "left": _too_few(work, point, sum(counted.values())),
    }
    yes = Press("s.groupyes", activity.id, _mark(answers["parts"]))
    buttons = ((yes, Press("s.group", activity.id, label="@button.s.again")),)
    return Message("saturday.group_echo", facts, buttons, topic=f"group:{activity.id}")


def _too_few(work: Work, point: Point, total: int) -> int | None:
    """How many places there are for them, where that is fewer than they are."""
    said = work.headcounts.said(point.activity_id, point.id, _locality(work))
    room = work.registrations.room(point.id, capacity(point))
    left = max(0, room.capacity - room.taken + sum(row.number for row in said))
    return left if left < total else None


@action(needs=Permission.REGISTER_GROUP)
def withdraw(work: Work, activity_id: int) -> Message:
    """«Rút nhóm»: what this cadre said counts no longer; they may say it again."""
    activity = work.activities.get(activity_id)
    require_group_time(activity, work.now)
    if not work.headcounts.withdraw(activity.id, _locality(work), work.actor.me):
        raise Refusal("no_group_of_yours")
    work.log("group", "activity", activity.id, facts={"total": 0})
    _offer_what_is_free(work, activity)
    facts = {"title": activity.title, "starts": activity.starts}
    again = ((Press("s.group", activity.id),),)
    topic = _may_change(work, activity)
    return Message("saturday.group_withdrawn", facts, again, topic=topic)


@action(needs=Permission.REGISTER_GROUP)
def confirm_group(work: Work, activity_id: int, mark: str = "") -> Message:
    """«Đúng»; an older one records nothing newer."""
    activity = work.activities.get(activity_id)
    require_group_time(activity, work.now)
    heard = work.expectations.find(work.actor.me, "group", activity.id, work.now)
    if heard is None or "parts" not in heard.answers:
        raise Refusal("nothing_to_confirm")
    if mark and mark != _mark(heard.answers["parts"]):
        raise Refusal("nothing_to_confirm")
    parts = {int(key): number for key, number in heard.answers["parts"].items()}
    point = _point(work, activity, heard.answers.get("point"))
    work.headcounts.say(activity.id, point.id, _locality(work), parts, work.actor.me, work.now)
    work.log("group", "activity", activity.id, facts={"total": sum(parts.values())})
    _offer_what_is_free(work, activity)
    facts = {"title": activity.title, "starts": activity.starts, "total": sum(parts.values())}
    return Message("saturday.group_saved", facts, topic=_may_change(work, activity))


def _offer_what_is_free(work: Work, activity: Activity) -> None:
    """A smaller group leaves places to those who wait."""
    if work.registrations.waiting(activity.id):
        fill_all(work, activity.id)


def _mark(parts: Mapping[str, int]) -> str:
    return mark_of(repr(sorted(parts.items())))


def _may_change(work: Work, activity: Activity) -> str:
    """«Đổi số, chỉ cần nhắn lại»: for a day a number typed is this group's again."""
    work.expectations.forget(work.actor.me, "group", activity.id)
    work.expectations.expect(work.actor.me, Expectation(GROUPED, activity.id), work.now)
    return f"{GROUPED}:{activity.id}"


def codes(work: Work, parts: Mapping[str, int]) -> dict[int, int]:
    """What was said of the organisations that this office has."""
    ids = {o.code: o.id for o in work.organisations}
    return {ids[code]: number for code, number in parts.items() if code in ids}


def by_organisation(work: Work, known: Mapping[int, int], total: int) -> dict[int, int]:
    """By organisation; a bare number is the cadre's own organisation, or the people's."""
    rest = total - sum(known.values())
    if not rest:
        return dict(known)
    ids = {o.code: o.id for o in work.organisations}
    own = next(iter(work.actor.organisations), None) if not known else ids.get("KHAC")
    other = own or ids.get("KHAC") or next(iter(ids.values()))
    return {**known, other: known.get(other, 0) + rest}


def _said(work: Work, activity: Activity, locality_id: int) -> str:
    rows = work.headcounts.said(activity.id, None, locality_id)
    return ", ".join(f"{row.organisation} {row.number}" for row in rows if row.number)


def _locality(work: Work) -> int:
    if not work.actor.localities:
        raise Refusal("no_locality")
    return min(work.actor.localities)


def named(work: Work, counted: Mapping[int, int]) -> list[list[object]]:
    """`[["PN", 12], ["ĐTN", 8]]`"""
    names = _names(work)
    return [[names[key], number] for key, number in counted.items()]


def _names(work: Work) -> dict[int, str]:
    return {o.id: o.short for o in work.organisations}


def _name(work: Work) -> str:
    mine = _locality(work)
    return next((p.name for p in work.offices.localities(work.today) if p.id == mine), "")


def _point(work: Work, activity: Activity, named: int | None = None) -> Point:
    """The point that was named, the one of the cadre's own place, else the first."""
    points = work.activities.points(activity.id)
    if chosen := [p for p in points if p.id == named]:
        return chosen[0]
    mine = [p for p in points if p.locality_id in work.actor.localities]
    return (mine or points)[0]
