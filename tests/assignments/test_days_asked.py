"""A day that is over, that there is not, or of next year: said as it is, never guessed."""

import pytest

from tests.town import HANH, Town, clock


async def briefed(town: Town, line: str) -> str:
    await town.write(HANH, "giao ban")
    return await town.write(HANH, line)


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Bình: nộp báo cáo B, hạn 20/11", "thứ Sáu, 20/11 17h00 đã qua"),
        ("Bình: nộp báo cáo B, hạn 29/2", "Không có 29/2"),
        ("Bình: nộp báo cáo B, hạn 31/11", "Không có 31/11"),
        ("Bình: nộp báo cáo B, 25h t5", "Không có 25h t5"),
    ],
)
async def test_person_and_work_are_kept_and_only_the_day_is_asked(
    town: Town, line: str, asked: str
) -> None:
    await town.go_to(clock(23, 9))
    read = await briefed(town, line)
    assert asked in read
    assert "nộp báo cáo B" in read
    assert "hạn 2" not in read.split("\n")[0]
    table = await town.write(HANH, "thứ 6")
    assert "đ/c Nguyễn Văn Bình: nộp báo cáo B\n⏰ thứ Sáu, 27/11 17h00" in table


async def test_an_answer_with_a_day_that_there_is_not_is_asked_again(town: Town) -> None:
    await town.go_to(clock(23, 9))
    await briefed(town, "Bình: nộp báo cáo B")
    assert "Không có 31/11" in await town.write(HANH, "31/11")
    assert "đã qua" in await town.write(HANH, "20/11")


async def test_next_years_day_shows_its_year(town: Town) -> None:
    await town.go_to(clock(23, 9))
    read = await briefed(town, "Bình: nộp báo cáo B, hạn 22/11/2027")
    assert "thứ Hai, 22/11/2027" in read


async def test_a_limit_and_what_is_said_with_it_leave_the_title(town: Town) -> None:
    await town.go_to(clock(23, 9))
    table = await briefed(
        town,
        "Giao ban xong c giao việc nhé:\n"
        "Bình: kiểm loa đài, sáng mai phải xong\n"
        "giao cho Hoa làm báo cáo tháng 11 hạn 30/11\n"
        "a Bình với Dung chuẩn bị hội trường, t5",
    )
    assert "1. đ/c Nguyễn Văn Bình: kiểm loa đài\n⏰ thứ Ba, 24/11 11h30" in table
    assert "đ/c Nguyễn Thị Hoa: làm báo cáo tháng 11\n⏰ thứ Hai, 30/11" in table
    assert "đ/c Nguyễn Văn Bình: chuẩn bị hội trường\n⏰ thứ Năm, 26/11" in table
    assert "🤝 Lý Thị Dung" in table
    assert "4." not in table


async def test_a_line_that_nobody_asked_for_becomes_a_draft(town: Town) -> None:
    await town.go_to(clock(23, 9))
    read = await town.write(HANH, "binh oi rà soát ds hộ nghèo, trưa t3 gửi c nhé")
    assert "rà soát ds hộ nghèo\n⏰ thứ Ba, 24/11 11h30" in read


async def test_without_a_day_the_day_is_asked(town: Town) -> None:
    await town.go_to(clock(23, 9))
    read = await town.write(HANH, "Bình: cho c xin số liệu quý 4")
    assert "cho c xin số liệu quý 4" in read
    assert "Hạn đến khi nào" in read
