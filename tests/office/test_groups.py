"""In a group: who calls the bot is answered, in private but for what the group may know."""

import pytest

from sandbox.group import Group
from tests.helpers.assignments import give, number_from
from tests.town import BINH, DUNG, HANH, MAI, THANG, Town, clock, says


async def the_group(town: Town) -> Group:
    group = town.world.group("Cả cơ quan", [town.phone(HANH), town.phone(BINH), town.phone(MAI)])
    await group.add_bot(town.phone(HANH))
    await town.settle()
    return group


async def said(town: Town, group: Group) -> list[str]:
    await town.settle()
    texts = [message.text for message in group.messages if message.outgoing]
    return [text for text in texts if not text.startswith("Chào cả nhóm")]


async def test_talk_between_people_is_not_answered(town: Town) -> None:
    group = await the_group(town)
    await group.write(town.phone(BINH), "sáng nay ai đi Trà Cổ?")
    assert await said(town, group) == []


async def test_a_command_is_answered_in_private(town: Town) -> None:
    group = await the_group(town)
    await group.write(town.phone(BINH), "/trogiup")
    assert await said(town, group) == ["Đã nhắn riêng."]
    assert "Trợ giúp" in await town.screen(BINH)
    assert group.last.labels == ["Mở trò chuyện riêng"]


async def test_who_never_came_is_shown_the_way(town: Town) -> None:
    group = await the_group(town)
    await group.write(town.phone(MAI), "/viec")
    assert "mở trò chuyện riêng" in (await said(town, group))[-1]
    assert await town.heard(MAI) == []


async def test_a_refusal_is_not_said_before_everybody(town: Town) -> None:
    group = await the_group(town)
    await group.write(town.phone(BINH), "/themnguoi")
    assert await said(town, group) == ["Đã nhắn riêng."]
    assert "chưa được phân quyền" in await town.screen(BINH)


async def test_an_anonymous_admin_is_refused_with_the_reason(town: Town) -> None:
    group = await the_group(town)
    await group.add(town.phone(HANH), "anonymous")
    await group.write(town.phone(HANH), "/lienket")
    assert "ẩn danh" in (await said(town, group))[-1]
    assert await town.sql("SELECT count(*) FROM chat") == [(0,)]


async def test_only_who_leads_links_a_group(town: Town) -> None:
    group = await the_group(town)
    await group.write(town.phone(BINH), "/lienket")
    assert "chưa được phân quyền" in (await said(town, group))[-1]
    assert await town.sql("SELECT count(*) FROM chat") == [(0,)]
    await group.write(town.phone(HANH), "/lienket")
    assert "đã gắn với" in (await said(town, group))[-1]
    rows = await town.sql("SELECT chat_id, title FROM chat")
    assert rows == [(group.id, "Cả cơ quan")]


async def test_a_group_that_becomes_a_supergroup_is_followed(town: Town) -> None:
    group = await the_group(town)
    await group.write(town.phone(HANH), "/lienket")
    await town.settle()
    new = await group.migrate(town.phone(HANH))
    await town.settle()
    assert await town.sql("SELECT chat_id FROM chat") == [(new.id,)]
    await new.write(town.phone(BINH), "/trogiup")
    assert await said(town, new) == ["Đã nhắn riêng."]


async def test_an_invite_is_not_used_in_a_group(town: Town) -> None:
    group = await the_group(town)
    await group.write(town.phone(MAI), "/start i-abcdef")
    assert "mở trò chuyện riêng" in (await said(town, group))[-1]


ME = "@viecchung_sandbox_bot"


async def the_sections_group(town: Town) -> Group:
    """Thắng put the bot into his section's group and tapped once; Dung is a guest there."""
    phones = [town.phone(who) for who in (THANG, BINH, DUNG, MAI)]
    group = town.world.group("Tuyên truyền – Vận động", phones)
    group.chat.bot_status = "left"
    await group.add_bot(town.phone(THANG))
    await town.settle()
    await group.tap(town.phone(THANG), "Gắn nhóm")
    await town.settle()
    return group


async def something_late(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình", "Vận động 6 hộ", "20/11")
    await town.tap(BINH, "Nhận việc")
    await town.write(BINH, "147 vướng chủ hộ vắng nhà")
    await town.go_to(clock(23, 8))


async def test_it_explains_itself_and_one_tap_sets_it_up(town: Town) -> None:
    group = town.world.group("Tổ", [town.phone(THANG), town.phone(BINH)])
    group.chat.bot_status = "left"
    await group.add_bot(town.phone(BINH))
    await town.settle()
    assert "Cấp trưởng bấm «Gắn nhóm»" in group.last.text
    await group.tap(town.phone(BINH), "Gắn nhóm")
    await town.settle()
    assert await town.sql("SELECT count(*) FROM chat") == [(0,)]
    await group.tap(town.phone(THANG), "Gắn nhóm")
    await town.settle()
    assert "Tiểu ban Tuyên truyền - Vận động" in group.last.text
    assert await town.sql("SELECT unit.code FROM chat JOIN unit ON unit.id = unit_id") == [
        ("TTVD",)
    ]


async def test_its_members_ask_who_is_late(town: Town) -> None:
    await something_late(town)
    group = await the_sections_group(town)
    for line in (f"{ME} ai quá hạn", "/quahan"):
        await group.write(town.phone(BINH), line)
        answer = (await said(town, group))[-1]
        assert "147 Vận động 6 hộ – đ/c Bình, hạn 20/11" in answer, line
        assert "vắng nhà" not in answer
    assert group.last.labels == ["Mở trò chuyện riêng"]


async def test_a_reply_to_the_bot_is_heard_too(town: Town) -> None:
    await something_late(town)
    group = await the_sections_group(town)
    await group.write(town.phone(THANG), "ai quá hạn", reply_to=group.last)
    assert "147 Vận động 6 hộ" in (await said(town, group))[-1]


async def test_a_guest_is_told_whose_group_it_is(town: Town) -> None:
    await something_late(town)
    group = await the_sections_group(town)
    await group.write(town.phone(DUNG), f"{ME} ai quá hạn")
    assert "Chỉ người của bộ phận" in (await said(town, group))[-1]
    await group.write(town.phone(MAI), f"{ME} ai quá hạn")
    assert "mở trò chuyện riêng" in (await said(town, group))[-1]


async def test_a_group_of_nobody_offers_the_tap(town: Town) -> None:
    group = await the_group(town)
    await group.write(town.phone(BINH), f"{ME} ai quá hạn")
    assert "chưa gắn với bộ phận nào" in (await said(town, group))[-1]
    assert "Gắn nhóm" in group.last.labels


async def test_work_is_given_from_the_group_and_finished_in_private(town: Town) -> None:
    group = await the_sections_group(town)
    await group.write(town.phone(THANG), f"{ME} giao việc Bình: vận động 6 hộ, thứ 6")
    assert (await said(town, group))[-1] == "Đã nhắn riêng."
    assert "CHƯA GIAO" in await town.screen(THANG)
    await town.tap(THANG, "Giao việc")
    assert await says(town, BINH, "vận động 6 hộ")


async def test_what_is_open_in_private_is_not_answered_in_the_group(town: Town) -> None:
    group = await the_sections_group(town)
    await town.write(THANG, "Bình: vận động 6 hộ, thứ 6")
    await town.tap(THANG, "Giao việc")
    await town.tap(BINH, "Trao đổi lại")
    await town.tap(BINH, "Hỏi thêm")
    before = len(await town.heard(THANG))
    await group.write(town.phone(BINH), f"{ME} chiều nay họp ở đâu")
    await town.settle()
    assert len(await town.heard(THANG)) == before
    assert (await said(town, group))[-1] == "Đã nhắn riêng."


async def test_another_head_does_not_take_it_over(town: Town) -> None:
    group = await the_sections_group(town)
    await town.sql(
        "UPDATE role_grant SET role = 'head', unit_id = (SELECT id FROM unit"
        " WHERE code = 'DCPL') WHERE person_id = :p",
        p=town.person(DUNG),
    )
    await group.write(town.phone(DUNG), "/lienket")
    assert "đã gắn với bộ phận khác" in (await said(town, group))[-1]


async def test_even_thanks_are_not_met_with_silence(town: Town) -> None:
    group = await the_sections_group(town)
    await group.write(town.phone(BINH), f"{ME} cảm ơn")
    assert (await said(town, group))[-1]


LATE = [
    "ai quá hạn vậy bot?",
    "ai quá hạn chưa nộp",
    "ai trễ",
    "có ai trễ hạn không bot",
    "bot ơi ai chậm vậy",
    "ai còn nợ việc thế",
]


@pytest.mark.parametrize("words", LATE)
async def test_who_is_late_in_any_words_is_answered_there(town: Town, words: str) -> None:
    await something_late(town)
    group = await the_sections_group(town)
    before = await town.heard(THANG)
    await group.write(town.phone(THANG), f"{ME} {words}")
    assert "147 Vận động 6 hộ" in (await said(town, group))[-1]
    await group.write(town.phone(BINH), f"{ME} {words}")
    assert "147 Vận động 6 hộ" in (await said(town, group))[-1]
    assert await town.heard(THANG) == before
