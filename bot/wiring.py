"""The only place where the parts meet."""

import contextlib
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from telegram import Bot
from telegram.error import TelegramError
from telegram.request import BaseRequest

from actions.desk import Desk
from actions.reception.housekeeping import Housekeeping
from actions.reception.inbox import Inbox
from actions.reception.post import Post
from actions.reception.recognition import Recognition
from bot.alarms import Alarms, Tell
from bot.answering import Answering
from bot.clock import Clock, machine_clock
from bot.courier import Courier
from bot.dispatch import Dispatcher
from bot.downloads import Downloads
from bot.expiring_messages import ExpiringMessages
from bot.faults import Faults
from bot.lanes import Lanes
from bot.opening import Database
from bot.owed_answers import OwedAnswers
from bot.pace import Pace
from bot.poller import Poller
from bot.transport import AiohttpRequest
from domain.letters import Message
from handlers.kit.door import FrontDoor
from handlers.kit.router import Router
from handlers.routes import routes as all_routes
from papers.making import make_paper
from schedules.postman import Postman
from schedules.timetable import Timekeeper
from texts import Catalogue, render


@dataclass(frozen=True, slots=True)
class House:
    """Every part, ready to be run by the process or by a test."""

    bot: Bot
    database: Database
    desk: Desk
    post: Post
    housekeeping: Housekeeping
    courier: Courier
    door: FrontDoor
    dispatcher: Dispatcher
    poller: Poller
    postman: Postman
    timekeeper: Timekeeper
    expiring: ExpiringMessages
    owed: OwedAnswers
    faults: Faults
    alarms: Alarms


@contextlib.asynccontextmanager
async def build(
    *,
    token: str,
    database_path: str | Path,
    replicated: bool = False,
    base_url: str = "https://api.telegram.org",
    clock: Clock = machine_clock,
    proxy: str = "",
    operator: int | None = None,
    request: BaseRequest | None = None,
    poll_request: BaseRequest | None = None,
    pace: Pace | None = None,
    routers: Iterable[Router] | None = None,
) -> AsyncIterator[House]:
    """Build the whole house. Tests build the same one, with their own clock and Telegram."""
    way_out = request or AiohttpRequest(proxy=proxy)
    way_in = poll_request or AiohttpRequest(connections=4, proxy=proxy)
    bot, ear = _bot(token, base_url, way_out, way_in), _bot(token, base_url, way_in, way_in)
    async with Database.open(database_path, replicated=replicated) as database:
        await way_out.initialize()
        await way_in.initialize()
        desk = Desk(database, clock)
        inbox = Inbox(database, clock, int(token.partition(":")[0]))
        post, housekeeping = Post(database, clock), Housekeeping(database, clock)
        pace, catalogue = pace or Pace(), Catalogue(clock)
        courier = Courier(bot, pace, catalogue, make_paper)
        postman = Postman(post, courier, desk.posted)
        desk.hands = postman
        alarms = Alarms(_operator(bot, operator, catalogue) if operator else None)
        faults = Faults(alarms)
        routes = Router().include(routers) if routers else all_routes()
        recognition, owed = Recognition(database, clock), OwedAnswers(courier, clock)
        door = FrontDoor(routes, recognition, desk, Downloads(bot))
        username = partial(housekeeping.setting, "username")
        answering = Answering(courier, catalogue, username, owed, recognition.languages)
        dispatcher = Dispatcher(door, answering, inbox, Lanes(routes.lanes), faults)
        pool = way_in if isinstance(way_in, AiohttpRequest) else None
        try:
            yield House(
                bot=bot,
                database=database,
                desk=desk,
                post=post,
                housekeeping=housekeeping,
                courier=courier,
                door=door,
                dispatcher=dispatcher,
                poller=Poller(ear, inbox, dispatcher, pool, faults.record),
                postman=postman,
                timekeeper=Timekeeper(housekeeping, desk, failed=faults.record),
                expiring=ExpiringMessages(housekeeping, courier),
                owed=owed,
                faults=faults,
                alarms=alarms,
            )
        finally:
            pace.close()
            await way_in.shutdown()
            await way_out.shutdown()


def _bot(token: str, base_url: str, way_out: BaseRequest, way_in: BaseRequest) -> Bot:
    return Bot(
        token,
        base_url=f"{base_url}/bot",
        base_file_url=f"{base_url}/file/bot",
        request=way_out,
        get_updates_request=way_in,
    )


def _operator(bot: Bot, operator: int, catalogue: Catalogue) -> Tell:
    async def tell(message: Message) -> bool:
        text, _ = render(catalogue.words(), message)
        try:
            await bot.send_message(operator, text, parse_mode="HTML")
        except TelegramError:
            return False
        return True

    return tell
