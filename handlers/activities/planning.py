"""«Hoạt động»: the activities to come, the form for a new one, and what begins like another."""

from datetime import date

from actions.activities import audience, listing, planning, plans, points, templates
from actions.questions import leave
from actions.registrations import looking
from domain.access import Permission
from domain.dialogue import Expectation, Hears, listening
from domain.hours import SPOKEN_OF
from domain.letters import Message
from domain.refusals import Refusal
from handlers.activities.amending import days_called, mend_draft, on_day_change
from handlers.kit.addressee import chosen
from handlers.kit.router import PASS, Response, Router
from handlers.kit.turn import Turn
from language import Reading

router = Router()
FORMS = frozenset({planning.PLAN, "plan_add", "plan_point", "plan_target", "details", "briefing"})
"""Questions that a whole plan may answer."""


@router.command("hoatdong")
@router.label("plan.coming")
@router.said("activities")
async def on_activities(turn: Turn) -> Message | None:
    """Whoever plans none sees those one can go to."""
    if not turn.actor.may(Permission.PLAN_ACTIVITY):
        return await turn.see(looking.coming_up)
    return await turn.see(listing.coming)


@router.button("plan.past")
@router.said("past_activities")
async def on_past(turn: Turn) -> Message | None:
    return await turn.see(listing.past)


@router.button("plan.new")
@router.said("new_activity")
async def on_new(turn: Turn) -> Message | None:
    return await turn.do(templates.begin)


@router.choice("plan.blank")
@router.said("blank_plan")
async def on_blank(turn: Turn) -> Message | None:
    return await turn.do(planning.begin_blank)


@router.choice("plan.earlier")
@router.said("earlier_plans")
async def on_earlier(turn: Turn) -> Message | None:
    return await turn.do(templates.see_earlier)


@router.choice("plan.like")
async def on_like(turn: Turn) -> Message | None:
    return await turn.do(planning.begin_like, turn.subject)


@router.choice("plan.templates")
@router.said("templates")
async def on_templates(turn: Turn) -> Message | None:
    return await turn.see(templates.see_templates)


@router.choice("plan.from")
async def on_from(turn: Turn) -> Message | None:
    return await turn.do(templates.begin_from, turn.subject)


@router.button("plan.keep")
async def on_ask_template_name(turn: Turn) -> Message | None:
    return await turn.do(templates.ask_name, turn.subject)


@router.button("plan.keep_so")
async def on_save_template_so(turn: Turn) -> Message | None:
    return await turn.do(templates.save_template_so, turn.subject)


@router.topic("template", hears=Hears.NAME)
async def on_save_template(turn: Turn) -> Message | None:
    return await turn.do(templates.save_template, turn.about, turn.text)


@router.button("plan.unkeep_ask")
@router.said("drop_template")
async def on_ask_drop_template(turn: Turn) -> Message | None:
    return await turn.see(templates.ask_drop)


@router.button("plan.unkeep")
async def on_drop_template(turn: Turn) -> Message | None:
    return await turn.do(templates.drop_template, turn.subject)


@router.button("plan.kind")
async def on_kind(turn: Turn) -> Message | None:
    return await turn.do(planning.fill, turn.arg)


@router.button("plan.day")
async def on_day(turn: Turn) -> Message | None:
    try:
        day = date.fromisoformat(turn.arg)
    except ValueError:
        raise Refusal("unknown_button") from None
    return await turn.do(planning.fill_day, day)


@router.topic("plan", hears=Hears.LINE)
async def on_answer(turn: Turn) -> Response:
    """An answer of the form, read by what was asked."""
    asking = turn.heard.answers.get("asking") if turn.heard else ""
    if not turn.text or asking == "kind":
        return PASS
    known = await turn.see(planning.places)
    if asking == "points":
        return await turn.do(planning.finish, _with_beside(turn).points(known))
    if asking == "title" and (named := turn.reading.titled):
        title, words, rest = named
        begins, lasts = turn.reading.of(words).hours(known.usual)
        return await turn.do(planning.fill_title, title, begins, lasts, rest)
    if asking == "starts":
        return await turn.do(planning.fill, *turn.reading.hours(known.usual))
    return await turn.do(planning.fill, turn.text)


def _with_beside(turn: Turn) -> Reading:
    """The one point, and what was said of it before it was named."""
    beside = turn.heard.answers.get(planning.BESIDE) if turn.heard else None
    one_line = beside and not turn.reading.has_lines
    return turn.reading.of(f"{turn.text}, {beside}") if one_line else turn.reading


@router.said("activity_planned", may=Permission.PLAN_ACTIVITY)
async def on_sentence(turn: Turn) -> Response:
    """«t7 tuần sau trồng cây khu 2 Hải Yên 7h30, a Sơn phụ trách, 40 người»: what is missing is
    asked, the whole is read back. Words that answer a form, or call a colleague, are not this."""
    known = await turn.see(planning.places)
    if (
        turn.card
        or any(_is_form(turn, e) for e in listening(turn.waiting, turn.reading.now))
        or turn.reading.is_said_to_one(known.people)
    ):
        return PASS
    change = turn.reading.day_change
    if change and (change.alters or await days_called(turn, change.about)):
        return await on_day_change(turn)
    if parts := turn.reading.several_days:
        return await turn.do(planning.ask_part, parts)
    return await turn.do(planning.begin_with, turn.reading.sentence(known))


@router.button("plan.part")
async def on_part(turn: Turn) -> Message | None:
    """One of several days that were said in a line; the others keep their buttons."""
    return await _part(turn, turn.subject)


@router.topic(planning.PART, hears=chosen)
async def on_part_said(turn: Turn) -> Response:
    """«buổi 1», «cái đầu», «trồng cây»: that one; of all of them each is looked at by itself."""
    parts = _parts_said(turn)
    if turn.reading.leaves and turn.heard:
        return await turn.do(leave, turn.heard)
    if turn.reading.sends:
        return await turn.do(planning.ask_part, parts)
    among = turn.reading.choice_among(parts)
    if not among:
        return PASS
    if len(among) > 1:
        return await turn.do(planning.ask_part, parts)
    return await _part(turn, among[0] + 1)


def _parts_said(turn: Turn) -> list[str]:
    kept = next((e.answers for e in turn.waiting if e.topic == planning.PART), {})
    return [str(part) for part in kept.get("parts", ())]


async def _part(turn: Turn, number: int) -> Message | None:
    parts = _parts_said(turn)
    if not 0 < number <= len(parts):
        raise Refusal("words_gone")
    said = await turn.saying(parts[number - 1])
    known = await turn.see(planning.places)
    return await turn.do(planning.begin_with, said.reading.sentence(known))


def _is_form(turn: Turn, asked: Expectation) -> bool:
    """It was asked lately, and almost any line of a plan answers it."""
    is_fresh = asked.at is None or turn.reading.now - asked.at <= SPOKEN_OF
    return is_fresh and (asked.topic in FORMS or asked.topic.startswith("work."))


@router.topic(plans.READ, hears=chosen)
async def on_read_back(turn: Turn) -> Response:
    """«gửi», «thôi»; «chưa gửi vội» keeps it; what is said of it changes just that; the rest lies
    behind «Sửa»."""
    if turn.reading.sends:
        return await turn.do(plans.open_activity, turn.about)
    if turn.reading.drops_draft or (turn.reading.leaves and turn.reading.yes_no == "no"):
        return await turn.do(plans.drop_draft, turn.about)
    if turn.reading.leaves:
        return await turn.do(plans.wait, turn.about)
    if (mended := await mend_draft(turn, turn.about)) is not PASS:
        return mended
    part = turn.reading.part_of_point(await turn.see(planning.places))
    only = await turn.see(points.only_point, turn.about) if part else None
    return await turn.do(points.change, only, part) if only and part else PASS


@router.button("plan.open")
async def on_open(turn: Turn) -> Message | None:
    return await turn.do(plans.open_activity, turn.subject)


@router.button("plan.drop")
async def on_ask_drop(turn: Turn) -> Message | None:
    return await turn.see(plans.ask_drop, turn.subject)


@router.button("plan.dropyes")
async def on_drop(turn: Turn) -> Message | None:
    return await turn.do(plans.drop_draft, turn.subject)


@router.button("plan.whole")
async def on_whole(turn: Turn) -> Message | None:
    return await turn.see(plans.see_whole, turn.subject)


@router.button("plan.see")
async def on_see(turn: Turn) -> Message | None:
    return await turn.see(plans.see_plan, turn.subject)


@router.button("plan.target")
async def on_ask_target(turn: Turn) -> Message | None:
    return await turn.do(plans.ask_target, turn.subject)


@router.topic("plan_target", hears=Hears.LINE)
async def on_target(turn: Turn) -> Message | None:
    """«180», «ĐTN 60, PN 40», «Trà Cổ 100, Ka Long 80»."""
    named = turn.reading.by_point(await turn.see(plans.point_names, turn.about))
    places = {point: _hoped(words) for point, words in named if point is not None}
    said = turn.reading.target
    total, parts = (said.total, said.parts) if said and not places else (None, {})
    return await turn.do(plans.set_target, turn.about, total, parts, places)


def _hoped(words: Reading) -> int:
    return (words.target.total if words.target else None) or 0


@router.button("plan.hears")
async def on_hears(turn: Turn) -> Message | None:
    return await turn.see(audience.see_audience, turn.subject)


@router.button("plan.hear")
async def on_hear(turn: Turn) -> Message | None:
    what, _, id_ = turn.arg.partition(".")
    chosen = int(id_) if id_.isascii() and id_.isdigit() and len(id_) < 16 else 0
    return await turn.do(audience.choose, turn.subject, what, chosen)
