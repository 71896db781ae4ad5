"""Everybody's own corner: help, language, silence, cancelling; and what nothing else answers."""

from bot.menus import set_menus
from domain.letters import Message
from tests.town import BINH, HANH, HOA, MAI, THANG, Town

BACK = "Đã nhận tin trở lại. Cần xem cách dùng: gõ «trợ giúp»."


async def test_help_fits_the_role(town: Town) -> None:
    assert "thẻ việc" in await town.write(BINH, "/trogiup")
    assert "Giao việc" in await town.write(THANG, "trợ giúp")
    assert "mã mời" in await town.write(MAI, "/trogiup")


async def test_the_office_finds_its_own_commands_under_its_name(town: Town) -> None:
    assert "/quydoi" in await town.write(HANH, "văn phòng")
    assert "/quydoi" not in await town.write(THANG, "văn phòng")


async def test_start_brings_the_keyboard_back(town: Town) -> None:
    await town.phone(BINH).start()
    await town.settle()
    rows = [[key.text for key in row] for row in town.phone(BINH).keyboard]
    assert rows == [["Việc của tôi", "Báo số liệu"], ["Hoạt động", "Lịch tuần"], ["Văn phòng"]]


async def test_another_language_changes_words_keyboard_and_commands(town: Town) -> None:
    await town.write(BINH, "/ngonngu")
    await town.tap(BINH, "English")
    assert await town.screen(BINH) == "The language is English now."
    rows = [[key.text for key in row] for row in town.phone(BINH).keyboard]
    assert rows == [["My work"], ["Report figures"], ["Activities"], ["Week schedule"], ["Office"]]
    await set_menus(town.house.bot, town.house.housekeeping)
    assert {c["description"] for c in town.phone(BINH).commands()} >= {"My work", "Help"}
    assert "Đã chuyển sang tiếng Việt" in await town.write(BINH, "tieng viet")


async def test_cancel_always_works(town: Town) -> None:
    assert "Không có gì" in await town.write(HANH, "/huy")
    await town.write(HANH, "thêm người")
    assert "Đã bỏ" in await town.write(HANH, "hủy")
    assert "chưa hiểu" in await town.write(HANH, "Phạm Thị Xoan")
    assert "Không có gì" in await town.write(MAI, "/huy")


async def test_who_is_muted_hears_only_what_must_be_said(town: Town) -> None:
    await town.write(BINH, "/dung")
    before = len(await town.heard(BINH))
    person = town.person(BINH)
    await town.work(lambda w: w.nudge(person, "n:1", Message("mute.off")))
    assert len(await town.heard(BINH)) == before
    await town.work(lambda w: w.tell(person, "s:1", Message("cancel.done")))
    assert (await town.heard(BINH))[-1] == "Đã bỏ việc đang gõ dở."
    await town.write(BINH, "/start")
    assert BACK in await town.heard(BINH)


async def test_what_nothing_else_answers_is_answered(town: Town) -> None:
    assert "chưa hiểu" in await town.write(BINH, "xyz abc")
    await town.phone(BINH).voice()
    assert "tin thoại" in await town.screen(BINH)
    await town.phone(BINH).photo()
    assert "của việc nào" in await town.screen(BINH)
    mine = await town.phone(BINH).write("45")
    await town.settle()
    await town.phone(BINH).edit(mine, "54")
    assert "Tin đã sửa không đổi" in await town.screen(BINH)


async def test_a_blocked_person_hears_the_last_week_when_back(town: Town) -> None:
    person, phone = town.person(HOA), town.phone(HOA)
    await phone.block()
    await town.settle()
    assert await town.sql("SELECT reachable FROM person WHERE id = :p", p=person) == [(0,)]
    await town.work(lambda w: w.tell(person, "old", Message("cancel.nothing")))
    await town.later(days=5)
    await town.work(lambda w: w.tell(person, "new", Message("cancel.done")))
    await town.later(days=3)
    await phone.unblock()
    assert await town.heard(HOA) == [BACK, "Đã bỏ việc đang gõ dở."]


async def test_a_letter_that_finds_the_door_shut_waits(town: Town) -> None:
    """The block was not told (Telegram may be late): the letter finds it out."""
    person, phone = town.person(HOA), town.phone(HOA)
    phone.user.blocked = True
    town.world.state.forgiven.add("blocked")
    await town.work(lambda w: w.tell(person, "one", Message("cancel.done")))
    await town.settle()
    assert await town.sql("SELECT reachable FROM person WHERE id = :p", p=person) == [(0,)]
    await phone.unblock()
    assert await town.heard(HOA) == [BACK, "Đã bỏ việc đang gõ dở."]


async def test_who_comes_back_is_told_that_news_comes_again(town: Town) -> None:
    await town.write(BINH, "/dung")
    assert "Đã nhận tin trở lại" in await town.write(BINH, "/start")
    assert "Chào đồng chí Bình" in await town.write(BINH, "/start"), "nobody needs a wall of help"
    assert "Trợ giúp" in await town.write(BINH, "/trogiup")
    await town.phone(BINH).block()
    await town.settle()
    await town.phone(BINH).unblock()
    assert "Đã nhận tin trở lại" in await town.screen(BINH)
    assert "Chào đồng chí Bình" in await town.write(BINH, "/start")


async def test_who_is_back_but_muted_hears_of_it_at_start(town: Town) -> None:
    await town.write(BINH, "/dung")
    await town.phone(BINH).block()
    await town.settle()
    await town.phone(BINH).unblock()
    assert "trở lại" not in await town.screen(BINH)
    assert "Đã nhận tin trở lại" in await town.write(BINH, "/start")
