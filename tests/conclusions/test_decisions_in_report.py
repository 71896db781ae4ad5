"""What the leaders are asked lives in the report: written, decided, put off, never asked again."""

import sqlite3
from datetime import datetime

import pytest

from domain.access import Role
from storage.database import migrate, migrations
from tests.helpers.activities import plan_saturday
from tests.helpers.matters import matter, move_in
from tests.helpers.reports import in_full, late_work
from tests.town import BINH, CUONG, HANH, HOA, LAN, Town, clock


@pytest.fixture
async def sunday(town: Town) -> Town:
    """A Saturday was held, two matters are written into the draft."""
    await move_in(town)
    await plan_saturday(town)
    await in_full(town, LAN)
    await wake(town, clock(22, 19, 1))
    await town.tap(HANH, "Việc xin ý kiến")
    await town.write(HANH, "Ký công văn nhắc\nKinh phí quý IV")
    return town


async def wake(town: Town, moment: datetime) -> None:
    """A machine that slept until then catches up: what is due is done once."""
    town.now = moment
    await town.house.timekeeper.catch_up()
    await town.settle()


async def letter(town: Town, number: int) -> str:
    return next(
        text for text in await town.heard(LAN) if text.startswith(f"📊 BÁO CÁO TUẦN {number}")
    )


async def test_they_ring_nobody_before_the_report_brings_them(sunday: Town) -> None:
    town = sunday
    assert not any("Ký công văn nhắc" in text for text in await town.heard(LAN))
    await wake(town, clock(23, 7))
    assert "1. Ký công văn nhắc\n2. Kinh phí quý IV" in await letter(town, 47)
    assert "Ký công văn nhắc" in await town.write(LAN, "XK1")


async def test_what_is_decided_is_not_asked_again_what_is_open_is(sunday: Town) -> None:
    town = sunday
    await wake(town, clock(23, 7))
    await town.write(LAN, "XK1")
    await town.tap(LAN, "Kết luận")
    await town.write(LAN, "đồng ý ký")
    await town.tap(LAN, "Gửi")
    await wake(town, clock(30, 7))
    assert "Ký công văn nhắc" in await letter(town, 47)
    assert "1. Kinh phí quý IV" in await letter(town, 48)
    assert "Ký công văn nhắc" not in await letter(town, 48)


async def test_the_list_written_anew_keeps_what_stands_in_it(sunday: Town) -> None:
    town = sunday
    await town.tap(HANH, "Việc xin ý kiến")
    await town.write(HANH, "Kinh phí quý IV\nMua loa")
    assert await matter(town, "state", "XK-001") == ("withdrawn",)
    assert await matter(town, "state", "XK-002") == ("asked",)
    assert await matter(town, "state", "XK-003") == ("asked",)
    await wake(town, clock(23, 7))
    assert "1. Kinh phí quý IV\n2. Mua loa" in await letter(town, 47)


async def test_a_letter_put_right_keeps_what_was_decided_and_drops_what_was_withdrawn(
    sunday: Town,
) -> None:
    town = sunday
    await wake(town, clock(23, 7))
    await wake(town, clock(23, 8))
    await town.write(LAN, "XK1")
    await town.tap(LAN, "Kết luận")
    await town.write(LAN, "đồng ý ký")
    await town.tap(LAN, "Gửi")
    await wake(town, clock(23, 9))
    await town.write(HANH, "XK2")
    await town.tap(HANH, "Thôi xin ý kiến")
    await town.tap(HANH, "Duyệt")
    text = await letter(town, 47)
    assert "cập nhật 09h00" in text
    assert "1. ✅ KL-001: Ký công văn nhắc" in text
    assert "cho ý kiến" not in text
    assert "Kinh phí quý IV" not in text


async def test_what_is_decided_keeps_its_number_and_waits_for_nobody(sunday: Town) -> None:
    """A letter that was put right, its picture, its papers and «báo cáo» went on asking it."""
    town = sunday
    await wake(town, clock(23, 7))
    assert "2 việc cần Thường trực cho ý kiến" in await letter(town, 47)
    await wake(town, clock(23, 8))
    await town.write(LAN, "XK1")
    await town.tap(LAN, "Kết luận")
    await town.write(LAN, "đồng ý ký")
    await town.tap(LAN, "Gửi")
    await wake(town, clock(25, 9))
    said = await town.write(LAN, "báo cáo")
    assert "1 việc cần Thường trực cho ý kiến" in said
    assert "1. ✅ KL-001: Ký công văn nhắc" in said
    assert "2. Kinh phí quý IV" in said
    await town.write(LAN, "XK2")
    await town.tap(LAN, "Để lại sau")
    await town.write(LAN, "1/12")
    said = await town.write(LAN, "báo cáo")
    assert "cần Thường trực" not in said
    assert "2. ✅ để lại đến 1/12: Kinh phí quý IV" in said


async def test_put_off_it_comes_back_with_the_report_of_its_day(sunday: Town) -> None:
    town = sunday
    await wake(town, clock(23, 7))
    await town.write(LAN, "XK2")
    await town.tap(LAN, "Để lại sau")
    await town.write(LAN, "1/12")
    await wake(town, clock(30, 7))
    assert "Kinh phí quý IV" not in await letter(town, 48)
    await wake(town, clock(30, 7).replace(month=12, day=7))
    assert "Kinh phí quý IV" in await letter(town, 49)


async def test_opinions_are_collected_under_what_is_asked_until_it_is_concluded(
    sunday: Town,
) -> None:
    town = sunday
    await town.work(lambda w: w.people.grant(town.person(HOA), Role.LEADER, w.today))
    await wake(town, clock(23, 7))
    await town.write(LAN, "XK1")
    await town.tap(LAN, "Đồng ý")
    await town.write(HOA, "XK1")
    await town.tap(HOA, "Ý kiến khác")
    await town.write(HOA, "để sau kiểm tra")
    card = await town.write(HANH, "XK1")
    assert "Đồng ý – Trần Thị Lan" in card
    assert "Ý kiến khác – Nguyễn Thị Hoa: để sau kiểm tra" in card
    assert await matter(town, "state", "XK-001") == ("asked",)
    await town.tap(HANH, "Kết luận")
    await town.write(HANH, "ký trong tuần, Hạnh trình thứ tư")
    await town.tap(HANH, "Lan")
    await town.tap(HANH, "Gửi")
    assert await matter(town, "state", "XK-001") == ("decided",)
    await wake(town, clock(30, 7))
    said = await letter(town, 48)
    assert "KẾT LUẬN TUẦN 47: 1, chưa nhận 1" in said
    assert "KL-001 ký trong tuần, Hạnh trình thứ tư" in said


async def test_what_blocks_a_task_is_asked_until_it_is_decided(town: Town) -> None:
    await late_work(town)
    await in_full(town, LAN)
    await town.write(BINH, "1 vướng chờ giá bồi thường")
    await wake(town, clock(23, 7))
    asked = "1. Danh sách người có uy tín: chờ giá bồi thường"
    assert asked in await letter(town, 47)
    await wake(town, clock(30, 7))
    assert asked in await letter(town, 48)
    assert await town.sql("SELECT code, state FROM matter") == [("XK-001", "asked")]
    await town.write(LAN, "XK1")
    await town.tap(LAN, "Kết luận")
    await town.write(LAN, "đợi giá mới")
    await town.tap(LAN, "Gửi")
    december = clock(30, 7).replace(month=12)
    await wake(town, december.replace(day=7))
    assert "uy tín: chờ giá" not in await letter(town, 49)
    await town.write(BINH, "1 vướng chờ giấy mời")
    await wake(town, december.replace(day=14))
    asked = "1. Danh sách người có uy tín: chờ giá bồi thường; chờ giấy mời"
    assert asked in await letter(town, 50)


async def test_the_report_counts_what_is_followed(sunday: Town) -> None:
    town = sunday
    await town.write(CUONG, "khó khăn: cầu hỏng")
    await wake(town, clock(23, 7))
    text = await letter(town, 47)
    assert "VIỆC THEO DÕI" in text
    assert "• Khó khăn từ cơ sở: mới 1; đang mở 1" in text
    assert "cầu hỏng" not in text


def test_what_earlier_reports_asked_becomes_matters() -> None:
    """A report that went keeps what it asked; the one to come asks it still."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    scripts = migrations()
    before = [name.partition("_")[2] for name, _ in scripts].index("decisions.sql")
    for _, script in scripts[:before]:
        connection.executescript(script)
    connection.execute(f"PRAGMA user_version = {before}")
    connection.execute(
        "INSERT INTO office (id, code, name, short, preset, zone, labels, valid_from)"
        " VALUES (1, 'UB', 'A', 'A', '', 'Asia/Ho_Chi_Minh', '{}', '2026-01-01')"
    )
    connection.executescript(
        """
        INSERT INTO digest (id, office_id, week, sends_at, state)
        VALUES (1, 1, '2026-W46', '2026-11-16T00:00:00+00:00', 'sent'),
               (2, 1, '2026-W47', '2026-11-23T00:00:00+00:00', 'preview');
        INSERT INTO digest_ask (digest_id, text, assignment_id)
        VALUES (1, 'Kinh phí', NULL), (2, 'Hộ Hải Yên', 139);
        """
    )
    migrate(connection)
    found = connection.execute(
        "SELECT code, state, about, text FROM matter JOIN matter_words ON matter_id = matter.id"
    ).fetchall()
    assert found == [
        ("XK-001", "withdrawn", "", "Kinh phí"),
        ("XK-002", "asked", "assignment:139", "Hộ Hải Yên"),
    ]
    moves = "SELECT date(at, 'unixepoch'), became FROM journal WHERE subject = 1"
    assert connection.execute(moves).fetchall() == [
        ("2026-11-15", "asked"),
        ("2026-11-23", "withdrawn"),
    ]
