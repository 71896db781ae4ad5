"""A campaign is opened in one line, read back and kept; days and work are put to it."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from actions.assignments.cards import must_see
from actions.checklists.achieved import achieved, ids
from actions.checklists.cards import facts_of, refresh
from actions.checklists.known import Begun, must
from actions.desk import action, view
from domain.access import Permission
from domain.activities import Activity
from domain.campaigns import ACTIVITY, TASK, Plan, check
from domain.checklist_kinds import CAMPAIGN
from domain.checklists import NAME_LETTERS, items_of
from domain.dialogue import Expectation, mark_of
from domain.letters import Message, Press, rows_of, toast
from domain.names import clean
from domain.refusals import Refusal, must_find
from storage import Work
from storage.campaigns import Campaign

P = Permission
TOPIC, ANEW = "campaign", "campaign.anew"


@view(needs=P.FOLLOW_MATTERS)
def campaigns(work: Work) -> Message:
    """Those that are not over, and how one is opened."""
    coming = work.campaigns.during(work.today, date.max)
    found = [Begun(work, work.checklists.get(one)) for one in coming]
    opens = [Press("ck.open", one.row.id, label=one.row.code) for one in found]
    rows = [{**facts_of(one), **achieved(work, one.row.id, work.now)} for one in found]
    return Message("checklist.campaign.all", {"count": len(rows), "rows": rows}, rows_of(opens))


@action(needs=P.PLAN_ACTIVITY)
def read_back(work: Work, plan: Plan) -> Message:
    """As it will be kept; nothing is written yet."""
    first, last = check(plan, work.today)
    items_of(plan.parts)
    kept = {**asdict(plan), "days": [first.isoformat(), last.isoformat()]}
    work.expectations.forget(work.actor.me, ANEW, 0)
    work.expectations.expect(work.actor.me, Expectation(TOPIC, 0, kept), work.now)
    facts = {"name": plan.name, "first": first, "last": last, "parts": plan.parts}
    buttons = (
        Press("cp.keep", 0, mark_of(str(kept))),
        Press("cp.anew"),
        Press("q.leave", 0, TOPIC, label="@button.cp.leave"),
    )
    wanted = tuple(plan.targets.items())
    return Message(
        "checklist.campaign.read", {**facts, "wanted": wanted}, (buttons,), topic=f"{TOPIC}:0"
    )


@action(needs=P.PLAN_ACTIVITY)
def ask_anew(work: Work) -> Message:
    """«Sửa»: the whole line is sent again."""
    work.expectations.expect(work.actor.me, Expectation(ANEW), work.now)
    return Message("checklist.campaign.anew", topic=f"{ANEW}:0")


@action(needs=P.PLAN_ACTIVITY)
def keep(work: Work, mark: str = "") -> Message:
    """«Lưu»: from now on it has its code, its card, its line in the report."""
    heard = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    if heard is None or mark not in ("", mark_of(str(dict(heard.answers)))):
        raise Refusal("question_over")
    said = dict(heard.answers)
    first, last = map(date.fromisoformat, said["days"])
    version = work.checklists.write(CAMPAIGN.code, items_of(said["parts"]), work.now)
    name, me = clean(said["name"], NAME_LETTERS), work.actor.me
    row = work.checklists.begin(CAMPAIGN, version, work.now, me, name=name)
    work.campaigns.begin(row.id, Campaign(first, last, said["targets"]))
    work.expectations.forget(me, TOPIC, 0)
    work.log("begun", "checking", row.id)
    work.redraw(f"checking:{row.id}", me, ring=True)
    return toast("checklist.campaign.kept", code=row.code, name=name)


@action(needs=P.FOLLOW_MATTERS)
def put(work: Work, number: int, things: Sequence[int | str]) -> Message:
    """«cd3 thêm việc 147, T7-28/11»: each belongs to one campaign only."""
    found = _own(work, number)
    for thing in things:
        about, code = _about(work, thing)
        holder = work.campaigns.holder(about)
        if holder:
            other = work.checklists.get(holder)
            raise Refusal("campaign_has_it", thing=code, code=other.code)
        work.campaigns.add(found.row.id, about)
    return _changed(work, found, "put", things)


@action(needs=P.FOLLOW_MATTERS)
def take_out(work: Work, number: int, things: Sequence[int | str]) -> Message:
    found = _own(work, number)
    for thing in things:
        about, code = _about(work, thing)
        if not work.campaigns.drop(found.row.id, about):
            raise Refusal("campaign_lacks_it", thing=code, code=found.row.code)
    return _changed(work, found, "taken_out", things)


def _own(work: Work, number: int) -> Begun:
    return must(work, work.checklists.by_number(CAMPAIGN.code, number).id, "marks")


def _about(work: Work, thing: int | str) -> tuple[str, str]:
    """A piece of work that the actor may see, or a day; and how it is called."""
    if isinstance(thing, str):
        return f"{ACTIVITY}:{must_find(work.campaigns.day(thing))}", thing
    task = must_find(work.assignments.by_number(thing))
    must_see(work, task)
    return f"{TASK}:{task.id}", task.code


def _changed(work: Work, found: Begun, event: str, things: Sequence[int | str]) -> Message:
    work.log(event, "checking", found.row.id)
    refresh(work, found.row.id)
    many = {what: len(ids(work, found.row.id, what)) for what in (ACTIVITY, TASK)}
    facts = {"code": found.row.code, "name": found.row.name, "held": many[ACTIVITY]}
    said = [str(thing) for thing in things]
    return toast(f"checklist.campaign.{event}", things=said, works=many[TASK], **facts)


def day_told(work: Work, activity: Activity) -> None:
    """Its results changed: the campaign's card shows it."""
    holder = work.campaigns.holder(f"{ACTIVITY}:{activity.id}")
    if holder:
        refresh(work, holder)
