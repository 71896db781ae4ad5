"""A campaign is opened in one line, read back and kept."""

from datetime import date

from actions.campaigns.achieved import achieved
from actions.checklists.cards import facts_of
from actions.checklists.known import Begun
from actions.desk import action, view
from domain.access import Permission
from domain.campaigns import CampaignPlan, check
from domain.checklist_kinds import CAMPAIGN
from domain.checklists import NAME_LETTERS, items_of
from domain.dialogue import Expectation
from domain.letters import Message, Press, rows_of, toast
from domain.names import clean
from domain.refusals import Refusal
from storage import Work
from storage.campaigns import Campaign, Campaigns

P = Permission
TOPIC, ANEW = "campaign", "campaign.anew"


@view(needs=P.FOLLOW_MATTERS)
def campaigns(work: Work) -> Message:
    """Those that are not over, and how one is opened."""
    coming = work.of(Campaigns).during(work.today, date.max)
    found = [Begun(work, work.checklists.get(one)) for one in coming]
    opens = [Press("ck.open", one.row.id, label=one.row.code) for one in found]
    rows = [{**facts_of(one), **achieved(work, one.row.id, work.now)} for one in found]
    return Message("checklist.campaign.all", {"count": len(rows), "rows": rows}, rows_of(opens))


@view(needs=P.FOLLOW_MATTERS)
def under_way(work: Work, number: int | None) -> dict[int, str]:
    """Those that are not over, by their names; of one that was numbered, it alone."""
    rows = [work.checklists.get(one) for one in work.of(Campaigns).during(work.today, date.max)]
    numbered = CAMPAIGN.prefix + (f"-{number:02}" if number else "")
    return {row.id: row.name for row in rows if row.code.startswith(numbered)}


@action(needs=P.PLAN_ACTIVITY)
def read_back(work: Work, plan: CampaignPlan) -> Message:
    """As it will be kept; nothing is written yet."""
    first, last = check(plan, work.today)
    name, parts = clean(plan.name, NAME_LETTERS), [one.text for one in items_of(plan.parts)]
    days = [first.isoformat(), last.isoformat()]
    kept = {"name": name, "parts": parts, "days": days, "targets": {**plan.targets}}
    asked = Expectation(TOPIC, 0, kept)
    work.expectations.forget(work.actor.me, ANEW, 0)
    work.expectations.expect(work.actor.me, asked, work.now)
    facts = {"name": name, "first": first, "last": last, "parts": parts}
    buttons = (
        Press("cp.keep", 0, asked.mark),
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
def begin(work: Work, mark: str = "") -> Message:
    """«Lưu»: from now on it has its code, its card, its line in the report."""
    heard = work.expectations.find(work.actor.me, TOPIC, 0, work.now)
    if heard is None or not heard.is_read_as(mark):
        raise Refusal("question_over")
    said = dict(heard.answers)
    first, last = map(date.fromisoformat, said["days"])
    version = work.checklists.write(CAMPAIGN.code, items_of(said["parts"]), work.now)
    name, me = said["name"], work.actor.me
    row = work.checklists.begin(CAMPAIGN, version, work.now, me, name=name)
    work.of(Campaigns).begin(row.id, Campaign(first, last, said["targets"]))
    work.expectations.forget(me, TOPIC, 0)
    work.log("begun", "checking", row.id)
    work.redraw(f"checking:{row.id}", me, ring=True)
    return toast("checklist.campaign.kept", code=row.code, name=name)
