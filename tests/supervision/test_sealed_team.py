"""The team of a sealed visit: it hears day, hour and gathering point, never where it goes."""

import hashlib
import io
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from actions.supervision import sealed_team
from domain.access import Role
from domain.letters import Message
from papers.visits import road_paper
from storage import Work
from storage.accounts import actor_by_telegram
from tests.helpers.matters import move_in
from tests.helpers.sealing import (
    BODY,
    SECRETS,
    THEME,
    office_that_seals,
    said_in_files,
    seal,
    sealed_and_approved,
)
from tests.helpers.supervision import LIEN, TRAN
from tests.town import BINH, HANH, HOA, LAN, Neighbour, Town, clock, says
from texts import Catalogue

KHAI = Neighbour("Hoàng Văn Khải", 8211, None, "MTTQ", (Role.LEADER,))


@pytest.fixture
async def approved(town: Town, tmp_path: Path) -> Town:
    await office_that_seals(town, tmp_path)
    await sealed_and_approved(town)
    return town


async def set_up(town: Town) -> str:
    [(seal_id,)] = await town.sql("SELECT id FROM sealed")
    await town.press(TRAN, f"v.sealteam:0:{seal_id}")
    await town.write(TRAN, "Trận trưởng đoàn, Liên thư ký, Hoa")
    await town.write(TRAN, "7h15 thứ sáu, tại trụ sở")
    return str(seal_id)


async def test_the_team_hears_when_and_from_where_half_a_day_before(approved: Town) -> None:
    town = approved
    await set_up(town)
    assert not await says(town, HOA, "tập trung")
    await town.go_to(clock(19, 20))
    assert await says(town, HOA, "Tập trung thứ Sáu, 20/11 7h15, tại trụ sở")
    assert await says(town, HOA, "Trưởng đoàn: Lê Văn Trận")
    assert not await says(town, BINH, "trụ sở")
    await town.go_to(clock(20, 6))
    heard = [text for text in await town.heard(HOA) if "Chỉ dành cho thành viên đoàn" in text]
    assert len(heard) == 1, "once"


async def test_who_asks_or_forwards_learns_nothing_more(approved: Town) -> None:
    town = approved
    seal_id = await set_up(town)
    await town.go_to(clock(19, 20))
    brief = town.phone(HOA).messages[-1]
    assert brief.protected, "Telegram forwards no message that is protected"
    for line in ("gs ở đâu", "tuần này gs ở đâu", "cuộc niêm phong", "giám sát", "mai đi đâu"):
        await town.write(HOA, line)
    assert "Không tìm thấy" in await town.press(HOA, f"v.sealed:0:{seal_id}")
    assert "Không tìm thấy" in await town.press(HOA, f"v.sealroad:0:{seal_id}")
    await town.phone(HOA).write(brief.text, reply_to=brief)
    await town.settle()
    heard = "\n".join(await town.heard(HOA))
    assert [word for word in SECRETS if word in heard] == []


async def test_nothing_of_it_is_written_down_before(approved: Town, tmp_path: Path) -> None:
    town = approved
    await set_up(town)
    assert said_in_files(tmp_path, "tại trụ sở") == []
    assert await town.sql("SELECT * FROM letter WHERE state = 'waiting'") == []


async def test_its_head_alone_reads_where_it_goes_half_a_day_before(approved: Town) -> None:
    """By a tap in their own chat; it is protected, and gone after ten minutes."""
    town = approved
    [(seal_id,)] = await town.sql("SELECT id FROM sealed")
    await town.press(TRAN, f"v.sealteam:0:{seal_id}")
    await town.write(TRAN, "Hoa trưởng đoàn, Liên thư ký, Bình")
    assert "ngoài thời gian đã duyệt" in await town.write(TRAN, "7h15 thứ tư, tại trụ sở")
    assert "Chưa rõ giờ" in await town.write(TRAN, "báo sau nhé")
    assert "nói ra nơi đến" in await town.write(TRAN, "7h15 thứ sáu, mot cua tra co")
    assert "Đã ghi" in await town.write(TRAN, "7h15 thứ sáu, tại trụ sở")
    assert "Không tìm thấy" in await town.press(HOA, f"v.sealat:0:{seal_id}"), "not yet"
    await town.go_to(clock(19, 20))
    assert BODY in await town.tap(HOA, "Xem nơi đến")
    page = town.phone(HOA).messages[-1]
    assert page.protected
    for verb in ("sealat", "sealed", "unseal"):
        assert "Không tìm thấy" in await town.press(BINH, f"v.{verb}:0:{seal_id}")
    assert "Xem nơi đến" not in str([m.buttons for m in town.phone(BINH).messages])
    assert "Không tìm thấy" in await town.press(HOA, f"v.sealno:0:{seal_id}")
    await town.later(minutes=15)
    await town.settle()
    assert not [text for text in await town.heard(HOA) if BODY in text]
    await town.go_to(clock(20, 8))
    await town.press(HOA, f"v.unseal:0:{seal_id}")
    assert BODY in await town.write(HOA, "GS1")


async def test_another_hour_is_told_at_once(approved: Town) -> None:
    town = approved
    seal_id = await set_up(town)
    await town.go_to(clock(19, 20))
    await town.press(TRAN, f"v.sealteam:0:{seal_id}")
    await town.write(TRAN, "Trận trưởng đoàn, Liên thư ký, Bình")
    assert await says(town, HOA, "không đi nữa")
    await town.write(TRAN, "7h30 thứ sáu, tại trụ sở")
    assert await says(town, BINH, "Tập trung thứ Sáu, 20/11 7h30")
    await town.press(TRAN, f"v.sealno:0:{seal_id}")
    await town.tap(TRAN, "Xóa hẳn")
    assert await says(town, BINH, "không đi nữa")


async def test_who_decides_on_visits_is_told_and_the_approver_finds_it(
    town: Town, tmp_path: Path
) -> None:
    """The one sees at approval what it meets, the other finds it among what waits for them."""
    await office_that_seals(town, tmp_path)
    assert "(0)" in await town.write(LAN, "cho duyet")
    await seal(town)
    assert await says(town, TRAN, "đề xuất niêm phong mới")
    said = await town.write(LAN, "chờ duyệt")
    assert "(1)" in said
    assert "niêm phong" in said
    assert "(0)" in await town.write(TRAN, "chờ duyệt")
    [(seal_id,)] = await town.sql("SELECT id FROM sealed")
    await town.tap(LAN, seal_id[:6])
    await town.tap(LAN, "Duyệt")
    assert "(0)" in await town.write(LAN, "chờ duyệt")


async def test_at_the_opening_it_is_read_and_can_be_checked(approved: Town) -> None:
    """Lines for people; and a file of which the seal code is the SHA-256, whoever computes it."""
    town = approved
    seal_id = await set_up(town)
    await town.press(LAN, f"v.sealed:0:{seal_id}")
    proof = (await town.screen(LAN)).partition("Mã niêm phong: ")[2].split()[0]
    await town.go_to(clock(20, 8))
    await town.press(TRAN, f"v.unseal:0:{seal_id}")
    said = next(text for text in reversed(await town.heard(LAN)) if "đã mở niêm phong" in text)
    assert f"Nội dung: {THEME}" in said
    assert f"Nơi đến: {BODY}" in said
    assert "Đề xuất: Hoàng Thị Liên" in said
    assert "{" not in said
    assert proof in said
    files = [m.content["document"] for m in town.phone(LAN).messages if "document" in m.content]
    content = town.world.state.files[files[-1]["file_id"]].content
    assert hashlib.sha256(content).hexdigest() == proof


async def test_a_whole_proposal_typed_there_swaps_nothing(approved: Town) -> None:
    town = approved
    [(seal_id,)] = await town.sql("SELECT id FROM sealed")
    await town.press(LIEN, f"v.sealteam:0:{seal_id}")
    assert "chọn người duyệt" in await town.write(LIEN, "gs niêm yết, một cửa khác, tuần này")
    assert BODY in await town.press(LAN, f"v.sealed:0:{seal_id}")


async def test_the_paper_for_the_road_has_its_point_blank(approved: Town) -> None:
    town = approved
    seal_id = await set_up(town)
    assert "giấy đi đường" in await town.press(TRAN, f"v.sealroad:0:{seal_id}")

    def look(connection: Any) -> Message:
        actor = actor_by_telegram(connection, TRAN.id, town.now, town.office_id)
        assert actor is not None
        return sealed_team.road.run(Work(connection, actor, town.now), seal_id)

    message = await town.house.database.read(look)
    _, content = road_paper(Catalogue().words(), message.facts)
    said = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs)
    assert f"Nội dung: {THEME}" in said
    assert "Lê Văn Trận, trưởng đoàn" in said
    assert "Nơi đến: ……" in said, "to be written in by hand"
    assert BODY not in said


async def test_opened_its_team_is_the_team_of_the_visit(approved: Town) -> None:
    town = approved
    seal_id = await set_up(town)
    await town.go_to(clock(20, 8))
    await town.press(TRAN, f"v.unseal:0:{seal_id}")
    assert BODY in await town.write(HOA, "GS1")
    assert "Trận (trưởng đoàn); Hoàng Thị Liên (thư ký)" in await town.write(TRAN, "GS1")
    assert "Không tìm thấy" in await town.write(BINH, "GS1")


async def test_an_approver_who_left_is_followed_by_another(town: Town, tmp_path: Path) -> None:
    await office_that_seals(town, tmp_path)
    await move_in(town, (KHAI,), first=40)
    seal_id = await seal(town)
    person = town.person(LAN)
    assert "sang bước khác" in await town.press(LIEN, f"v.sealto:{town.person(KHAI)}:{seal_id}")
    await town.work(lambda work: work.people.leave(person, work.today))
    assert "đã thôi; chọn người duyệt khác" in await town.press(LIEN, f"v.sealed:0:{seal_id}")
    await town.tap(LIEN, "Văn Khải")
    assert await says(town, KHAI, "chờ đồng chí duyệt")
    await town.press(KHAI, f"v.sealok:0:{seal_id}")
    assert "Mã niêm phong" in await town.screen(KHAI)
    await town.press(LAN, f"v.sealed:0:{seal_id}")
    assert BODY not in await town.screen(LAN)


async def test_without_the_key_the_hour_passes_and_nothing_stops(
    approved: Town, tmp_path: Path
) -> None:
    town = approved
    await set_up(town)
    (tmp_path / "seal.key").unlink()
    await town.go_to(clock(19, 20))
    assert not await says(town, HOA, "Tập trung")
    assert "Chương trình" in await town.write(HANH, "giám sát")


async def test_opened_before_its_hour_its_team_knows_no_more_than_before(approved: Town) -> None:
    """Whoever approved it reads it on; nobody is asked to approve it again; its team waits."""
    town = approved
    await move_in(town, (KHAI,), first=40)
    [(seal_id,)] = await town.sql("SELECT id FROM sealed")
    await town.press(TRAN, f"v.sealteam:0:{seal_id}")
    await town.write(TRAN, "Trận trưởng đoàn, Liên thư ký, Hoa")
    await town.write(TRAN, "7h15 thứ sáu, tại trụ sở")
    await town.go_to(clock(20, 6))
    await town.press(TRAN, f"v.unseal:0:{seal_id}")
    assert "Không tìm thấy" in await town.write(HOA, "GS1")
    assert BODY not in await town.write(HOA, "giám sát")
    assert "Không tìm thấy" in await town.write(KHAI, "GS1")
    for who in (LAN, TRAN, LIEN):
        assert BODY in await town.write(who, "GS1")
        assert "Duyệt:" not in str([m.buttons for m in town.phone(who).messages])
        told = [m for m in town.phone(who).messages if m.outgoing and BODY in m.text]
        assert [m.text for m in told if not m.protected] == [], "Telegram forwards none"
    assert BODY not in "\n".join(await town.heard(HOA))
    await town.go_to(clock(20, 8))
    await town.write(TRAN, "GS1 đã đến")
    assert BODY in await town.write(HOA, "GS1")


async def test_opened_long_before_its_team_still_hears_its_hour(approved: Town) -> None:
    town = approved
    seal_id = await set_up(town)
    await town.press(TRAN, f"v.unseal:0:{seal_id}")
    assert "Không tìm thấy" in await town.write(HOA, "GS1")
    await town.go_to(clock(19, 20))
    heard = [text for text in await town.heard(HOA) if "tại trụ sở" in text]
    assert len(heard) == 1, "once"
    assert BODY not in heard[0]
