"""Words that nobody understood, of a plan in hand or of what they call by its name: it is shown
with its buttons, and nothing is done."""

from collections.abc import Mapping, Sequence

from actions.activities import ordering, plans
from actions.assignments import lists
from actions.registrations import looking
from domain.access import Permission
from domain.letters import Message, Press
from domain.names import shorten
from handlers.kit.router import PASS, Response
from handlers.kit.turn import Turn

DAY, WORK = "day", "work"
LABEL, SHOWN = 20, 3
Thing = tuple[str, int]


async def plan_not_understood(turn: Turn) -> Response:
    """What somebody says while a plan waits for their «Gửi»: it stands as it was, is shown again,
    and says what was not written down; «hoãn, mưa to» is of an open day."""
    plan = next((e.subject for e in turn.open if e.topic == plans.READ), None)
    elsewhere = turn.card or turn.reading.asks or turn.reading.activity_order
    if plan is None or elsewhere or not _is_loose(turn):
        return PASS
    return await turn.do(plans.wait, plan, turn.text)


async def thing_called_here(turn: Turn) -> Response:
    """The same of whoever works here, before a line that is not clear is asked of their work."""
    return await thing_called(turn) if turn.actor.may(Permission.OWN_WORK) else PASS


async def thing_called(turn: Turn) -> Response:
    """«sửa giờ dọn rác thành 6h30», «đèn khu 2 tới đâu»: which day, which work is called so; of
    several the likeliest three."""
    if turn.card or not _is_loose(turn):
        return PASS
    ahead = await turn.see(looking.named_ahead)
    tasks = await _tasks(turn)
    names: dict[Thing, Sequence[str]] = {
        **{(DAY, one): said for one, said in ahead.names.items()},
        **{(WORK, one): [title] for one, title in tasks.items()},
    }
    found = turn.reading.called(names)[:SHOWN]
    if not found or (len(tasks) == 1 and found[0][0] == WORK):
        return PASS
    led = await _led(turn)
    buttons = tuple((_press(one, names[one][0], led),) for one in found)
    called = [{"title": names[one][0]} for one in found]
    return Message("called.offer", {"text": turn.text, "called": called}, buttons)


def _is_loose(turn: Turn) -> bool:
    """Words, and neither a kind word nor one that leaves something."""
    said = turn.reading
    return bool(turn.text) and not (said.is_courtesy or said.leaves or said.plainly)


async def _tasks(turn: Turn) -> Mapping[int, str]:
    if turn.actor.may(Permission.READ_WORK):
        return await turn.see(lists.in_sight)
    return await turn.see(lists.own_titles) if turn.actor.may(Permission.OWN_WORK) else {}


async def _led(turn: Turn) -> Mapping[int, object]:
    if not turn.actor.may(Permission.PLAN_ACTIVITY):
        return {}
    return (await turn.see(ordering.led_ahead_of_all)).days


def _press(thing: Thing, name: str, led: Mapping[int, object]) -> Press:
    kind, one = thing
    verb = "a.open" if kind == WORK else "s.manage" if one in led else "s.see"
    return Press(verb, one, label=shorten(name, LABEL))
