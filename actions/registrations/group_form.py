"""A cadre counts a group by taps: whose number it is, and some more or one less of them."""

from collections.abc import Mapping
from dataclasses import replace

from actions.desk import action
from actions.registrations.group_point import said_before
from actions.registrations.groups import names_of, read_back
from domain.access import Permission
from domain.activities import Activity
from domain.dialogue import Expectation
from domain.letters import Message, Place, Press, Rows, rows_of
from domain.refusals import Refusal
from domain.registrations import MOST_IN_GROUP, require_group_time
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
    if organisation_id not in names_of(work):
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
    ward, names = min(work.actor.localities, default=None), names_of(work)
    answers = {"form": dict(form), "chosen": chosen}
    work.expectations.expect(work.actor.me, Expectation("group", activity.id, answers), work.now)
    facts = {
        "title": activity.title,
        "starts": activity.starts,
        "last": _said(work, activity),
        "parts": [[names[int(key)], number] for key, number in form.items() if number],
        "total": sum(form.values()) or None,
        "organisation": names[chosen] if chosen else "",
    }
    last = work.headcounts.said_last(activity.id, ward) if ward else {}
    rows = _form_buttons(activity, names, chosen, sum(form.values()), sum(last.values()))
    if facts["last"] and not form:
        rows = (*rows, (Press("g.none", activity.id),))
    return Message("activity.group_ask", facts, rows, topic=f"group:{activity.id}")


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


def _said(work: Work, activity: Activity) -> str:
    rows = (row for row in said_before(work, activity.id) if row.number)
    return ", ".join(f"{row.organisation} {row.number}" for row in rows)
