"""What the office owes is carried: at least once, or at most once, as its care says."""

from datetime import timedelta

from actions.desk import action
from domain.access import Permission, clock_of
from domain.letters import Care, Letter, Message
from storage import Work
from tests.kernel.conftest import ECHO
from tests.town import BINH, HANH, MAI, Town


@action(needs=Permission.RUN_TIMETABLE)
def _tell(work: Work, person_id: int, word: str, care: Care) -> None:
    work.tell(person_id, f"k:{word}", Message(ECHO, {"code": word}), care=care)


async def letters(town: Town) -> list[tuple[str, int]]:
    return await town.sql("SELECT state, tries FROM letter ORDER BY id")


async def test_a_letter_goes_once_and_its_words_are_forgotten(bare: Town) -> None:
    await bare.write(BINH, "/write sure work")
    assert [text for text in await bare.heard(HANH) if "work" in text]
    await bare.write(BINH, "/write sure work")
    assert len([text for text in await bare.heard(HANH) if "work" in text]) == 1
    assert await bare.sql("SELECT state, message FROM letter") == [("sent", "{}")]


async def test_a_sure_letter_in_doubt_goes_again_and_says_so(bare: Town) -> None:
    bare.world.faults.lose_answers(1, "sendMessage")
    await bare.house.desk.do(_tell, clock_of(bare.office_id), bare.person(HANH), "w", Care.SURE)
    await bare.later(minutes=1)
    assert ["w" in t for t in await bare.heard(HANH)] == [True, True]
    assert "(gửi lại)" in (await bare.heard(HANH))[-1]


async def test_a_nudge_in_doubt_does_not_go_again(bare: Town) -> None:
    bare.world.faults.lose_answers(1, "sendMessage")
    await bare.house.desk.do(_tell, clock_of(bare.office_id), bare.person(HANH), "w", Care.ONCE)
    await bare.later(hours=1)
    assert len(await bare.heard(HANH)) == 1
    assert await letters(bare) == [("uncertain", 1)]


async def test_whoever_blocked_the_bot_is_marked_and_the_others_hear(bare: Town) -> None:
    await bare.phone(HANH).block()
    clock = clock_of(bare.office_id)
    await bare.house.desk.do(_tell, clock, bare.person(HANH), "a", Care.SURE)
    await bare.house.desk.do(_tell, clock, bare.person(BINH), "b", Care.SURE)
    assert await bare.heard(BINH)
    [(reachable,)] = await bare.sql("SELECT reachable FROM person WHERE telegram_id = 8001")
    assert reachable == 0


async def test_a_429_delays_that_chat_alone(bare: Town) -> None:
    bare.world.faults.too_many(HANH.id, 3600)
    clock = clock_of(bare.office_id)
    await bare.house.desk.do(_tell, clock, bare.person(HANH), "a", Care.SURE)
    await bare.house.desk.do(_tell, clock, bare.person(BINH), "b", Care.SURE)
    assert len(await bare.heard(BINH)) == 1
    assert await bare.heard(HANH) == []
    bare.world.faults.clear()
    await bare.later(hours=2)
    assert len(await bare.heard(HANH)) == 1


async def test_nothing_is_lost_when_telegram_is_away(bare: Town) -> None:
    bare.world.faults.unreachable(0.2)
    await bare.house.desk.do(_tell, clock_of(bare.office_id), bare.person(HANH), "w", Care.ONCE)
    await bare.house.postman.empty_bag()
    bare.world.faults.clear()
    await bare.later(minutes=10)
    assert len(await bare.heard(HANH)) == 1


async def test_a_stale_letter_falls(bare: Town) -> None:
    def write(work: Work) -> None:
        hold, drop = work.now + timedelta(hours=2), work.now + timedelta(hours=1)
        message = Message(ECHO, {"code": "stale"})
        person = bare.person(HANH)
        work.post(Letter(person, message, "k", hold_until=hold, drop_after=drop))

    await bare.work(write)
    await bare.later(hours=3)
    assert await bare.heard(HANH) == []
    assert await letters(bare) == [("dropped", 0)]


async def test_a_stranger_is_owed_nothing_and_hears_an_answer(bare: Town) -> None:
    await bare.phone(MAI).start()
    assert "hi 1" in await bare.write(MAI, "/say hi")
    assert await letters(bare) == []
