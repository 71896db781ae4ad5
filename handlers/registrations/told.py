"""«mọi người biết chưa», «ai cũng được báo chưa»: how many were told of a day, and know it."""

from actions.activities import news, ordering
from domain.access import Permission
from handlers.kit.router import PASS, Response
from handlers.kit.turn import Turn

OF_WORK = frozenset({"assignment", "report", "bundle", "listed"})


async def told_of_a_day(turn: Turn) -> Response:
    """Of the day that is named, or whose news was just sent; of several it is asked which. Under
    work, or just after it, it is asked of the work."""
    of_work = OF_WORK & {subject.partition(":")[0] for subject in (turn.card, turn.spoken_of)}
    if turn.reading.activity_question != "told" or of_work:
        return PASS
    if not any(map(turn.actor.may, (Permission.PLAN_ACTIVITY, Permission.REPORT_TURNOUT))):
        return PASS
    mine = await turn.see(ordering.concerned_soon)
    words = turn.reading.day_asked_about
    named = turn.reading.of(words).days_meant(mine.days, mine.names) if words else None
    among = (named or []) if words else [*mine.days]
    if len(among) > 1 and (last := await turn.see(news.spoken_of_day, tuple(among))):
        among = [last]
    if len(among) == 1:
        return await turn.see(news.told_so_far, among[0])
    asks = among and turn.actor.may(Permission.PLAN_ACTIVITY)
    return await turn.do(ordering.which, among, turn.text) if asks else PASS
