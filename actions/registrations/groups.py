"""A cadre's group: locality, organisation, number; never names. This is how most people come."""

from collections.abc import Mapping
from dataclasses import replace

from actions.desk import action
from domain.access import Permission
from domain.activities import Activity, Point
from domain.dialogue import GROUPED, Expectation
from domain.letters import Message, Place, Press, Rows, rows_of
from domain.refusals import Refusal
from domain.registrations import MOST_IN_GROUP, require_group, require_group_time
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
def read_group(work: Work, activity_id: int, parts: Mapping[str, int], total: int) -> Message:
    """What was understood, read back before it counts."""
    return read_back(work, activity_id, by_organisation(work, codes(work, parts), total))


@action(needs=Permission.REGISTER_GROUP)
def as_last(work: Work, activity_id: int) -> Message:
    """«Như tuần trước»: the last activity's numbers, read back too."""
    return read_back(work, activity_id, work.headcounts.said_last(activity_id, _locality(work)))


def read_back(work: Work, activity_id: int, counted: dict[int, int]) -> Message:
    activity = work.activities.get(activity_id)
    require_group_time(activity, work.now)
    require_group(counted)
    answers = {"parts": {str(key): number for key, number in counted.items()}}
    work.expectations.expect(work.actor.me, Expectation("group", activity.id, answers), work.now)
    point = _point(work, activity)
    facts = {
        "locality": _name(work),
        "parts": named(work, counted),
        "total": sum(counted.values()),
        "point": point.full,
        "starts": activity.starts,
    }
    buttons = (
        (Press("s.groupyes", activity.id), Press("s.group", activity.id, label="@button.s.again")),
    )
    return Message("saturday.group_echo", facts, buttons, topic=f"group:{activity.id}")


@action(needs=Permission.REGISTER_GROUP)
def withdraw(work: Work, activity_id: int) -> Message:
    """«Rút nhóm»: what this cadre said counts no longer; they may say it again."""
    activity = work.activities.get(activity_id)
    require_group_time(activity, work.now)
    if not work.headcounts.withdraw(activity.id, _locality(work), work.actor.me):
        raise Refusal("no_group_of_yours")
    work.log("group", "activity", activity.id, facts={"total": 0})
    facts = {"title": activity.title, "starts": activity.starts}
    again = ((Press("s.group", activity.id),),)
    topic = _may_change(work, activity)
    return Message("saturday.group_withdrawn", facts, again, topic=topic)


@action(needs=Permission.REGISTER_GROUP)
def confirm_group(work: Work, activity_id: int) -> Message:
    activity = work.activities.get(activity_id)
    require_group_time(activity, work.now)
    heard = work.expectations.find(work.actor.me, "group", activity.id, work.now)
    if heard is None or "parts" not in heard.answers:
        raise Refusal("nothing_to_confirm")
    parts = {int(key): number for key, number in heard.answers["parts"].items()}
    point = _point(work, activity)
    work.headcounts.say(activity.id, point.id, _locality(work), parts, work.actor.me, work.now)
    work.log("group", "activity", activity.id, facts={"total": sum(parts.values())})
    facts = {"title": activity.title, "starts": activity.starts, "total": sum(parts.values())}
    return Message("saturday.group_saved", facts, topic=_may_change(work, activity))


def _may_change(work: Work, activity: Activity) -> str:
    """«Đổi số, chỉ cần nhắn lại»: for a day a number typed is this group's again."""
    work.expectations.forget(work.actor.me, "group", activity.id)
    work.expectations.expect(work.actor.me, Expectation(GROUPED, activity.id), work.now)
    return f"{GROUPED}:{activity.id}"


def codes(work: Work, parts: Mapping[str, int]) -> dict[int, int]:
    """What was said of the organisations that this office has."""
    ids = {o.code: o.id for o in work.offices.organisations(work.today)}
    return {ids[code]: number for code, number in parts.items() if code in ids}


def by_organisation(work: Work, known: Mapping[int, int], total: int) -> dict[int, int]:
    """By organisation; a bare number is the cadre's own organisation, or the people's."""
    rest = total - sum(known.values())
    if not rest:
        return dict(known)
    ids = {o.code: o.id for o in work.offices.organisations(work.today)}
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
    return {o.id: o.short for o in work.offices.organisations(work.today)}


def _name(work: Work) -> str:
    mine = _locality(work)
    return next((p.name for p in work.offices.localities(work.today) if p.id == mine), "")


def _point(work: Work, activity: Activity) -> Point:
    """The point of the cadre's own place, else the first."""
    points = work.activities.points(activity.id)
    mine = [p for p in points if p.locality_id in work.actor.localities]
    return (mine or points)[0]
