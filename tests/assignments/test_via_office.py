"""«Qua Văn phòng»: whom no message reaches has the office, which hears what is due for them."""

import pytest

from tests.helpers.activities import open_saturday
from tests.helpers.assignments import give, number_from
from tests.helpers.papers import printed
from tests.town import BINH, HANH, HOA, THANG, Neighbour, Town, clock, says


async def leaves_telegram(town: Town, who: Neighbour) -> None:
    await town.sql("UPDATE person SET telegram_id = NULL WHERE name = :n", n=who.name)


async def without_telegram(town: Town) -> None:
    """Bình has a telephone and no Telegram, and something to do by Friday."""
    await number_from(town, 147)
    await leaves_telegram(town, BINH)
    await give(town, THANG, "Bình", "Vận động 6 hộ", "thứ 6")


async def test_the_office_sees_reads_out_and_records(town: Town) -> None:
    await without_telegram(town)
    said = await town.write(HANH, "qua văn phòng")
    assert "Nguyễn Văn Bình, 0900 000 104: 1 việc – 🔴 1 đến hạn" in said
    assert "1 mới" in said
    said = await town.tap(HANH, "Nguyễn Văn Bình")
    assert "147. Vận động 6 hộ – hạn thứ Sáu, 20/11 17h00" in said
    assert "0900 000 104" in said
    assert await town.write(HANH, "/quavanphong Bình") == said
    await town.tap(HANH, "147")
    await town.tap(HANH, "Chi tiết")
    assert town.phone(HANH).can_tap("Ghi thay")


@pytest.mark.parametrize(
    "words",
    [
        "ai không dùng Telegram",
        "những ai chưa dùng telegram",
        "ai k nhận được tin",
        "ai phải báo qua văn phòng",
    ],
)
async def test_who_is_not_reached_is_asked_in_words(town: Town, words: str) -> None:
    await without_telegram(town)
    assert "Nguyễn Văn Bình, 0900 000 104" in await town.write(HANH, words)


async def test_what_waits_is_copied_for_zalo(town: Town) -> None:
    await without_telegram(town)
    await town.write(HANH, "/quavanphong Bình")
    said = await town.tap(HANH, "Chép sang Zalo")
    assert said.startswith("Việc của đ/c Nguyễn Văn Bình")
    assert said.endswith("147. Vận động 6 hộ – hạn thứ Sáu, 20/11 17h00")


async def test_what_is_due_before_the_morning_is_told_to_the_office_at_once(town: Town) -> None:
    await leaves_telegram(town, BINH)
    await give(town, THANG, "Bình", "Mang loa ra nhà văn hóa", "11h hôm nay")
    assert await says(town, HANH, "Cần báo ngay: đ/c Nguyễn Văn Bình")
    assert "Mang loa ra nhà văn hóa" in await town.tap(HANH, "Mở việc để báo")


async def test_what_the_morning_tells_in_time_is_not_told_twice(town: Town) -> None:
    await leaves_telegram(town, BINH)
    await give(town, THANG, "Bình", "Mang loa ra nhà văn hóa", "11h mai")
    assert not await says(town, HANH, "Cần báo ngay")
    await give(town, THANG, "Hoa", "Mang bàn ghế", "11h hôm nay")
    assert not await says(town, HANH, "Cần báo ngay")


async def test_the_office_hears_in_the_morning_for_whom_something_is_due(town: Town) -> None:
    await without_telegram(town)
    await town.go_to(clock(20, 7, 31))
    assert await says(town, HANH, "Cần báo giúp hôm nay")
    assert await says(town, HANH, "0900 000 104: 1 việc")
    assert not await says(town, THANG, "Cần báo giúp")


async def test_new_work_is_told_long_before_its_limit(town: Town) -> None:
    await leaves_telegram(town, BINH)
    await give(town, THANG, "Bình", "Vận động 6 hộ", "27/11")
    await town.go_to(clock(20, 7, 31))
    assert await says(town, HANH, "1 việc – 1 mới")


async def test_where_everybody_is_reached_nothing_is_said(town: Town) -> None:
    await give(town, THANG, "Bình", "Vận động 6 hộ", "thứ 6")
    await town.go_to(clock(20, 7, 31))
    assert not await says(town, HANH, "Cần báo giúp")
    assert "đều nhận được tin" in await town.write(HANH, "/quavanphong")
    assert "đều nhận được tin" not in await town.write(THANG, "qua văn phòng")
    assert "Không có việc nào" in await town.write(HANH, "/inphieu")


async def test_their_tasks_are_printed_on_slips(town: Town) -> None:
    await without_telegram(town)
    await leaves_telegram(town, HOA)
    await give(town, THANG, "Hoa", "Danh sách hộ nghèo", "27/11")
    await town.write(HANH, "qua văn phòng")
    assert "Phiếu việc của 2 người" in await town.tap(HANH, "In phiếu việc")
    paper = await printed(town, HANH)
    assert "PHIẾU VIỆC – đ/c Nguyễn Văn Bình" in paper
    assert "Vận động 6 hộ" in paper
    assert "thứ Sáu, 20/11 17h00" in paper
    assert "Danh sách hộ nghèo" in paper
    assert "Báo lại Văn phòng: Đỗ Thị Hạnh, 0900 000 101" in paper
    await town.write(HANH, "/inphieu Hoa")
    paper = await printed(town, HANH)
    assert "Danh sách hộ nghèo" in paper
    assert "Vận động 6 hộ" not in paper


async def test_a_part_is_recorded_for_whoever_did_it(town: Town) -> None:
    await town.write(HANH, "Bình phối hợp Hoa: làm khung sân khấu, 27/11")
    await town.tap(HANH, "Giao việc")
    await leaves_telegram(town, HOA)
    assert "phối hợp: " in await town.write(HANH, "/quavanphong Hoa")
    number = (await town.sql("SELECT number FROM assignment"))[0][0]
    await town.tap(HANH, str(number))
    assert "Đã ghi thay đ/c Nguyễn Thị Hoa" in await town.tap(HANH, "Đã xong phần này")
    assert not town.phone(HANH).can_tap("Đã xong phần này")
    assert await says(town, BINH, "Nguyễn Thị Hoa")
    assert await town.sql("SELECT done_at IS NOT NULL FROM assignment_support") == [(1,)]


async def test_a_point_without_figures_waits_for_its_leader_too(town: Town) -> None:
    await leaves_telegram(town, BINH)
    await open_saturday(town, points=2)
    await town.go_to(clock(20, 7, 31))
    assert "phụ trách điểm: " in await town.write(HANH, "/quavanphong Bình")
    await town.go_to(clock(21, 18))
    said = await town.write(HANH, "/quavanphong Bình")
    assert "báo số liệu: Trà Cổ" in said
    assert "phụ trách điểm" not in said
    await town.tap(HANH, "Trà Cổ")
    await town.write(HANH, "38 người")
    await town.tap(HANH, "Ghi thay")
    assert "báo số liệu" not in await town.write(HANH, "/quavanphong Bình")


async def test_whoever_reminds_or_hands_over_hears_that_it_does_not_reach(town: Town) -> None:
    await without_telegram(town)
    await leaves_telegram(town, HOA)
    nobody = "Không nhận tin qua hệ thống: Nguyễn Văn Bình. Văn phòng báo giúp."
    assert nobody in await town.press(THANG, "a.nudge:2", town.phone(THANG).last.message_id)
    await town.write(THANG, "giao lại 147 cho Hoa vì Bình đi học")
    await town.tap(THANG, "Gửi")
    assert await says(town, THANG, "Không nhận tin qua hệ thống: Nguyễn Văn Bình, Nguyễn Thị Hoa")


async def test_where_everybody_hears_nothing_is_said_of_it(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await town.press(THANG, "a.nudge:2", town.phone(THANG).last.message_id)
    assert not await says(town, THANG, "Không nhận tin")
