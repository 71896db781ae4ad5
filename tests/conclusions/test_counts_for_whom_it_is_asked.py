"""What one leader is asked waits for that leader alone; where others read it, it says of whom."""

import io
import zipfile
from typing import Any

import pytest

from actions.matters.raising import New, begin
from domain.access import Duty, Role
from domain.matter_kinds import DECISION
from tests.helpers.activities import plan_saturday
from tests.helpers.begun import begun
from tests.town import HANH, HOA, LAN, Neighbour, Town, clock

TO_ALL, TO_ONE = "Kinh phí quý IV", "mượn xe ban"


@begun
async def monday(town: Town) -> Town:
    """Lan presides, Hoa leads too: on Monday both have what all are asked, and what Hoa is."""

    def prepare(work: Any) -> None:
        work.people.grant(town.person(HOA), Role.LEADER, work.today)
        work.duties.give(Duty.CHAIR, work.today, person_id=town.person(LAN))

    await town.work(prepare)
    await plan_saturday(town)
    await town.write(HANH, f"xin ý kiến: {TO_ALL}")
    await town.write(HANH, f"xin ý kiến chị Hoa: {TO_ONE}")
    await town.tap(HANH, "Gửi")
    await town.go_to(clock(23, 7, 1))
    return town


async def caption(town: Town, who: Neighbour) -> str:
    return next(t for t in reversed(await town.heard(who)) if "XIN Ý KIẾN THƯỜNG TRỰC" in t)


async def test_it_counts_for_whom_it_is_asked(monday: Town) -> None:
    town = monday
    assert (await caption(town, HOA)).startswith("Xin ý kiến 2")
    assert f"2. {TO_ONE}" in await caption(town, HOA)
    assert (said := await caption(town, LAN)).startswith("Xin ý kiến 1")
    assert f"1. {TO_ALL}\n2. (xin ý kiến riêng) {TO_ONE}" in said
    assert "Hoa" not in said, "a caption travels"


async def test_where_others_read_it_it_says_of_whom(monday: Town) -> None:
    town = monday
    await town.write(LAN, "báo cáo")
    said = await town.tap(LAN, "Bản đầy đủ")
    assert "1 việc cần Thường trực cho ý kiến" in said
    assert f"2. (xin ý kiến riêng đ/c Nguyễn Thị Hoa) {TO_ONE}" in said
    assert f"{TO_ONE} – đang xin ý kiến – Hoa" in await town.write(LAN, "việc xin ý kiến")
    await town.write(HOA, "báo cáo")
    said = await town.tap(HOA, "Bản đầy đủ")
    assert "2 việc cần Thường trực cho ý kiến" in said
    assert f"2. {TO_ONE}" in said


async def test_papers_say_it_and_what_is_passed_on_names_nobody(monday: Town) -> None:
    town = monday
    await town.write(LAN, "báo cáo")
    await town.tap(LAN, "Văn bản")
    await town.tap(LAN, "Bản Word")
    file_id = town.phone(LAN).last.content["document"]["file_id"]
    with zipfile.ZipFile(io.BytesIO(town.world.state.files[file_id].content)) as book:
        said = book.read("word/document.xml").decode()
    assert f"2. {TO_ONE} (xin ý kiến riêng đ/c Nguyễn Thị Hoa)" in said
    await town.write(LAN, "báo cáo")
    said = await town.tap(LAN, "Chép sang Zalo")
    assert f"2. (xin ý kiến riêng) {TO_ONE}" in said


async def test_answered_it_says_so_to_all(monday: Town) -> None:
    town = monday
    await town.write(HOA, "XK2")
    await town.tap(HOA, "Đồng ý")
    for who, n in ((HOA, 1), (LAN, 1)):
        said = await town.write(who, "báo cáo")
        assert said.startswith(f"Xin ý kiến {n}")
        assert f"2. ✅ đã đồng ý: {TO_ONE}" in said


@pytest.mark.parametrize(
    ("words", "is_named"),
    [
        ("thưởng nóng anh Bình 500 nghìn", True),
        ("cu d/c Nguyen Van Binh di hoc", True),
        ("chi Hoa di hoc 5/1", True),
        ("Bình xét thi đua tại Hải Yên", False),
        ("mua 50 áo mưa", False),
    ],
)
async def test_what_names_a_colleague_does_not_travel(
    town: Town, words: str, is_named: bool
) -> None:
    await plan_saturday(town)
    await town.work(lambda work: begin(work, DECISION, New(words, "")))
    await town.go_to(clock(23, 7, 1))
    said = await caption(town, LAN)
    assert (words not in said, "1. XK-001: có tên người" in said) == (is_named, is_named)
    await town.write(LAN, "báo cáo")
    assert f"1. {words}" in await town.tap(LAN, "Bản đầy đủ")
