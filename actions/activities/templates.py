"""«Mẫu»: an activity kept under a name, and the ways in which a new plan begins."""

from dataclasses import replace
from datetime import timedelta

from actions.activities.asking import ask
from actions.activities.leading import led
from actions.activities.planning import PLAN, begin_blank, begin_like
from actions.desk import action, view
from actions.registrations.facts import activity_labels
from domain.access import Permission
from domain.activities import Activity, Stage, may_lead
from domain.letters import Message, Place, Press
from domain.names import shorten
from domain.plans import MOST_TEMPLATES, TEMPLATE_LETTERS, template_name
from domain.refusals import Refusal
from storage import Work
from storage.patterns import Patterns, Template

P = Permission
TOPIC = "template"
BEFORE, AFTER = timedelta(weeks=5), timedelta(days=8)
SHOWN = 6
LABEL = 28
HELD = (Stage.OPEN, Stage.CLOSED, Stage.LOCKED)


@action(needs=P.PLAN_ACTIVITY)
def begin(work: Work) -> Message:
    """A new plan: like a template, like an earlier activity, or from an empty form."""
    work.expectations.forget(work.actor.me, PLAN, 0)
    ways = []
    if work.of(Patterns).templates():
        ways.append(Press("plan.templates"))
    if _earlier(work):
        ways.append(Press("plan.earlier"))
    if not ways:
        return begin_blank.run(work)
    return Message("plan.ask_way", {}, ((*ways, Press("plan.blank")),))


def _earlier(work: Work) -> list[Activity]:
    """What was opened of late and this person leads, the newest first."""
    found = work.activities.between(work.now - BEFORE, work.now + AFTER)
    held = [a for a in reversed(found) if a.stored in HELD and may_lead(work.actor, a)]
    return held[:SHOWN]


@action(needs=P.PLAN_ACTIVITY)
def see_earlier(work: Work) -> Message:
    """The earlier activities to choose from; the only one needs no choice."""
    found = _earlier(work)
    if not found:
        raise Refusal("nothing_earlier")
    if len(found) == 1:
        return begin_like.run(work, found[0].id)
    labels = activity_labels([(work, a) for a in found], LABEL)
    rows = tuple(
        (Press("plan.like", a.id, label=label),) for a, label in zip(found, labels, strict=True)
    )
    return Message("plan.earlier", {}, rows)


@view(needs=P.PLAN_ACTIVITY)
def see_templates(work: Work) -> Message:
    return _list(work)


def _list(work: Work) -> Message:
    rows = tuple(
        (Press("plan.from", t.id, label=shorten(t.name, LABEL)),)
        for t in work.of(Patterns).templates()
    )
    if not rows:
        return Message("plan.no_templates", {}, ((Press("plan.new"),),))
    return Message("plan.templates", {}, (*rows, (Press("plan.unkeep_ask"),)))


@action(needs=P.PLAN_ACTIVITY)
def begin_from(work: Work, template_id: int) -> Message:
    """From a template only the date is asked."""
    return begin_like.run(work, _template(work, template_id).activity_id)


@action(needs=P.PLAN_ACTIVITY)
def ask_name(work: Work, activity_id: int) -> Message:
    """«Lưu mẫu»: under which name; the title is one tap."""
    activity = led(work, activity_id)
    topic = ask(work, TOPIC, activity.id)
    facts = {"name": _usual_name(activity)}
    return Message(
        "plan.ask_template",
        facts,
        ((Press("plan.keep_so", activity.id),),),
        topic=topic,
    )


def _usual_name(activity: Activity) -> str:
    return shorten(activity.title, TEMPLATE_LETTERS)


@action(needs=P.PLAN_ACTIVITY)
def save_template_so(work: Work, activity_id: int) -> Message:
    return save_template.run(work, activity_id, _usual_name(work.activities.get(activity_id)))


@action(needs=P.PLAN_ACTIVITY)
def save_template(work: Work, activity_id: int, typed: str) -> Message:
    """Kept under this name, in the place of an older one that bore it."""
    activity = led(work, activity_id)
    name = template_name(typed)
    others = [t for t in work.of(Patterns).templates() if t.name != name]
    if len(others) >= MOST_TEMPLATES:
        raise Refusal("too_many_templates", most=MOST_TEMPLATES)
    work.expectations.forget(work.actor.me, TOPIC, activity.id)
    work.of(Patterns).save(activity.id, name, work.now)
    work.log("activity.template", "activity", activity.id, became=name)
    return Message("plan.template_kept", {"name": name})


@view(needs=P.PLAN_ACTIVITY)
def ask_drop(work: Work) -> Message:
    """Which template is wanted no more: only one's own are offered."""
    mine = [
        t
        for t in work.of(Patterns).templates()
        if may_lead(work.actor, work.activities.get(t.activity_id))
    ]
    if not mine:
        raise Refusal("no_template_of_yours")
    rows = tuple((Press("plan.unkeep", t.id, label=shorten(f"✕ {t.name}", LABEL)),) for t in mine)
    return Message("plan.ask_unkeep", {}, rows)


@action(needs=P.PLAN_ACTIVITY)
def drop_template(work: Work, template_id: int) -> Message:
    template = _template(work, template_id)
    led(work, template.activity_id)
    work.of(Patterns).drop(template.id, work.now)
    work.log("activity.template", "activity", template.activity_id, was=template.name)
    return replace(_list(work), place=Place.EDIT)


def _template(work: Work, template_id: int) -> Template:
    template = work.of(Patterns).template(template_id)
    if template is None:
        raise Refusal("template_gone")
    return template
