"""In a group: only commands and replies to the bot, and never anybody's own matters."""

from sandbox.group import Group
from tests.town import BINH, HANH, MAI, Town


async def the_group(town: Town) -> Group:
    group = town.world.group("Cả cơ quan", [town.phone(HANH), town.phone(BINH), town.phone(MAI)])
    await group.add_bot(town.phone(HANH))
    await town.settle()
    return group


async def said(town: Town, group: Group) -> list[str]:
    await town.settle()
    return [message.text for message in group.messages if message.outgoing]


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


async def test_only_the_offices_admin_links_a_group(town: Town) -> None:
    group = await the_group(town)
    await group.write(town.phone(BINH), "/lienket")
    assert "chưa được phân quyền" in (await said(town, group))[-1]
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
