"""The bot never teaches words that it refuses: every example of every help, typed as everybody
who is shown it."""

import re
from collections.abc import Iterator

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.assignments import give, number_from
from tests.helpers.registrations import group_form, join
from tests.town import BINH, CUONG, HANH, HOA, LAN, MAI, SON, THANG, Neighbour, Town, clock

REFUSED = ("hưa hiểu", "hông có quyền", "Chưa rõ")
ASKED = ("/trogiup", "một câu không ai hiểu được", "/start", "văn phòng")
SILENCING = frozenset({"/dung"})
"""Afterwards nothing would be heard."""


def taught(page: str) -> Iterator[str]:
    """Everything in quotes, after «ví dụ», or written as a command."""
    found = re.findall(r"«([^»\n]+)»", page)
    found += re.findall(r"(?<![<\w])/[a-z]+", page)
    lines = re.findall(r"[Vv]í dụ:? ([^«».\n]+)", page)
    found += [line.partition(", hoặc")[0].strip() for line in lines]
    yield from dict.fromkeys(one for one in found if one not in SILENCING and "…" not in one)


async def shown(town: Town, who: Neighbour | int) -> list[str]:
    """What somebody is told who asks for help, writes nonsense, speaks, or sends a picture."""
    pages = [await town.write(who, line) for line in ASKED]
    await town.phone(who).voice()
    pages.append(await town.screen(who))
    await town.phone(who).photo()
    return [*pages, await town.screen(who)]


@pytest.mark.parametrize("who", [HANH, LAN, THANG, BINH, CUONG, MAI, SON])
@pytest.mark.parametrize("busy", [True, False])
async def test_every_example_of_every_help_is_understood(
    town: Town, who: Neighbour | int, busy: bool
) -> None:
    day = await open_saturday(town, capacity=20)
    if busy:
        await give(town, THANG, "Bình")
        await give(town, HANH, "Hạnh")
        await join(town, MAI, day)
    for page in await shown(town, who):
        for example in taught(page):
            said = await town.write(who, example)
            assert said
            assert not [words for words in REFUSED if words in said], (example, said)
            await town.write(who, "/huy")


async def test_every_example_under_a_question_is_understood(town: Town) -> None:
    """Of forms and questions, typed right under them."""
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    day = await open_saturday(town, capacity=60, points=3, starts=clock(28, 7))
    for who, taps in FORMS:
        page = await opened(town, who, taps, day)
        for example in taught(page):
            await opened(town, who, taps, day)
            said = await town.write(who, example)
            assert not [words for words in REFUSED if words in said], (example, said)
            await town.write(who, "/huy")


FORMS: list[tuple[Neighbour, str]] = [
    (CUONG, "s.group"),
    (HOA, "s.details"),
    (HOA, "plan.add"),
    (HOA, "s.shift"),
    (BINH, "a.ext"),
    (BINH, "a.progress"),
    (BINH, "a.expect"),
    (THANG, "a.move"),
]


async def opened(town: Town, who: Neighbour, verb: str, day: int) -> str:
    """The question as it is put, by a press."""
    if verb == "s.group":
        return await group_form(town, day)
    [(work,)] = await town.sql("SELECT id FROM assignment WHERE number = 147")
    about = work if verb.startswith("a.") else day
    await town.press(who, f"{verb}:{about}")
    return await town.screen(who)
