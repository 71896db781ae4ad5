"""An orderly end: whoever is told to stop stops, also when a letter comes that very moment."""

import asyncio

from schedules.postman import Postman
from tests.town import Town


async def test_the_postman_stops_although_there_is_post(bare: Town) -> None:
    posted = asyncio.Event()
    postman = Postman(bare.house.post, bare.house.courier, posted)
    walk = asyncio.create_task(postman.run())
    await asyncio.sleep(0.01)
    posted.set()
    await asyncio.sleep(0)
    walk.cancel()
    await asyncio.wait([walk], timeout=0.5)
    assert walk.cancelled()
