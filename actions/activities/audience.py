"""Who hears of an activity: all cadres, or those of chosen organisations and places."""

from dataclasses import replace

from actions.activities.leading import led_ahead
from actions.desk import action, view
from domain.access import Permission
from domain.activities import Activity, Audience
from domain.letters import Message, Place, Press, Rows, rows_of
from domain.refusals import Refusal
from storage import Work

P = Permission
LABEL = 18


@view(needs=P.PLAN_ACTIVITY)
def see_audience(work: Work, activity_id: int) -> Message:
    return _page(work, led_ahead(work, activity_id))


@action(needs=P.PLAN_ACTIVITY)
def choose(work: Work, activity_id: int, what: str, id_: int) -> Message:
    """A tap adds an organisation or a place, another takes it back; «all» begins anew."""
    activity = led_ahead(work, activity_id)
    before = work.activities.audience(activity.id)
    if what == "o" and any(o.id == id_ for o in work.organisations):
        after = replace(before, organisations=before.organisations ^ {id_})
    elif what == "l" and any(p.id == id_ for p in work.offices.localities(work.today)):
        after = replace(before, localities=before.localities ^ {id_})
    elif what == "all":
        after = Audience()
    else:
        raise Refusal("unknown_button")
    work.activities.set_audience(activity.id, after)
    work.log("activity.audience", "activity", activity.id)
    return replace(_page(work, activity), place=Place.EDIT)


def _page(work: Work, activity: Activity) -> Message:
    audience = work.activities.audience(activity.id)
    organisations = [
        _toggle(activity, f"o.{o.id}", o.short, o.id in audience.organisations)
        for o in work.organisations
    ]
    localities = [
        _toggle(activity, f"l.{p.id}", p.name, p.id in audience.localities)
        for p in sorted(work.offices.localities(work.today), key=lambda p: not p.priority)
    ]
    done = Press("plan.see", activity.id, label="@button.plan.heard")
    everybody = Press("plan.hear", activity.id, "all.0", label="@button.plan.all")
    rows: Rows = (*rows_of(organisations), *rows_of(localities), (everybody, done))
    facts = {"title": activity.title, "whom": "all" if audience.is_all else "some"}
    return Message("plan.audience", facts, rows)


def _toggle(activity: Activity, arg: str, name: str, chosen: bool) -> Press:
    mark = "✅ " if chosen else ""
    return Press("plan.hear", activity.id, arg, label=f"{mark}{name[: LABEL - len(mark)]}")
