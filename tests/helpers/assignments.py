"""What stories about assignments begin with."""

from datetime import timedelta

from domain.assignments import Assignment
from storage import Work
from tests.town import BINH, HANH, LAN, THANG, Neighbour, Town
from texts.catalogue import load

GO = tuple(load(locale)["button.g.go"] for locale in ("vi", "en"))
"""The last tap of giving, in both languages."""
LINES = """Bình: vận động 6 hộ Hải Yên, thứ 6
Hoa | danh sách hộ nghèo | 27/11
Dung - trả lời kiến nghị đèn khu 2 - 17h thứ 3"""
"""Three lines of a briefing, as they are typed."""

OLD = """UPDATE assignment SET state = 'cancelled', ended_at = issued_at
 WHERE title = 'Việc cũ'"""


async def give(
    town: Town, giver: Neighbour, who: str, what: str = "Vận động 6 hộ", when: str = "thứ 6"
) -> str:
    """The three questions of «Giao việc», and the one tap, in the giver's language."""
    for words in ("giao việc", who, what, when):
        await town.write(giver, words)
    return await town.tap(giver, next(go for go in GO if town.phone(giver).can_tap(go)))


async def report(town: Town, words: str = "xong 147, đã vận động 6 hộ") -> None:
    """Bình says that it is done, and sends it."""
    await town.write(BINH, words)
    await town.tap(BINH, "Gửi")


async def number_from(town: Town, number: int) -> None:
    """The office has given work before: the next assignment gets this number."""

    def earlier(work: Work) -> None:
        hanh, day = town.person(HANH), work.now - timedelta(days=9)
        old = Assignment(0, "", 0, "Việc cũ", "Việc cũ", hanh, hanh, hanh, day, day, day)
        work.assignments.add(old, number=number - 1, code=f"NV-2026-{number - 1:04}")

    await town.work(earlier)
    await town.sql(OLD)


async def numbered(town: Town, *others: tuple[Neighbour, str, str, str]) -> None:
    """Bình has 147 until Friday; then who gives what to whom until when, one number after the
    other."""
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    for giver, who, what, when in others:
        await give(town, giver, who, what, when)


async def four_of_a_section(town: Town) -> None:
    """Bình has 147 and 149, Hoa 148; 150 is the head's own, from a leader."""
    await numbered(
        town,
        (THANG, "Hoa", "Danh sách hộ nghèo", "27/11"),
        (THANG, "Bình", "Soạn giấy mời", "25/11"),
        (LAN, "Thắng", "Báo cáo dân vận", "26/11"),
    )


async def last(town: Town, who: Neighbour) -> str:
    """What the bot said last, as it reads now."""
    return (await town.heard(who))[-1]


async def row(town: Town, columns: str) -> tuple[object, ...]:
    """What the tables say of assignment 147."""
    [found] = await town.sql(f"SELECT {columns} FROM assignment WHERE number = 147")
    return tuple(found)


async def given(town: Town) -> list[tuple[str, str]]:
    """Who leads, and on which day it is due."""
    sql = (
        "SELECT person.name, date(due_at, 'unixepoch') FROM assignment"
        " JOIN assignment_lead lead ON lead.assignment_id = assignment.id AND lead.until IS NULL"
        " JOIN person ON person.id = lead.person_id ORDER BY assignment.id"
    )
    return [(name.split()[-1], due) for name, due in await town.sql(sql)]


async def notes(town: Town) -> list[str]:
    """What was noted of work, the oldest first."""
    found = await town.sql("SELECT text FROM journal WHERE event = 'note' ORDER BY id")
    return [text for (text,) in found]
