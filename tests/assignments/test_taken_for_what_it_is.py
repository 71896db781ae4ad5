"""What staff tell in passing is taken for what it is: a result with an hour in it, a figure put
right, talk about photos, lines of several jobs, a question to the machine."""

import pytest

from tests.helpers.assignments import give, last, notes, number_from, report, row
from tests.helpers.begun import begun
from tests.town import BINH, HOA, THANG, Town, clock, says


@begun(autouse=True)
async def at_work(town: Town) -> None:
    await number_from(town, 147)
    await give(town, THANG, "Bình", "Vận động hộ dân Hải Yên")
    await town.write(BINH, "nhận 147")


async def test_an_hour_in_a_result_asks_for_no_time(town: Town) -> None:
    said = await town.write(BINH, "xong 147, hop luc 13h30, hoi truong tang 2")
    assert "Kết quả: hop luc 13h30, hoi truong tang 2" in said
    await town.write(BINH, "gửi")
    said = await town.write(BINH, "nham, hoi truong tang 1")
    assert "Sửa thành: «hop luc 13h30, hoi truong tang 1»" in said


async def test_more_time_behind_what_is_done_is_asked_for(town: Town) -> None:
    assert "gia hạn" in await town.write(BINH, "147 xong, xin them den thu 2")


async def test_politeness_is_no_result(town: Town) -> None:
    said = await town.write(BINH, "147 xong 30 bo nhe")
    assert "Kết quả: 30 bo\n" in said


async def test_done_under_how_far_is_done(town: Town) -> None:
    await town.tap(BINH, "Tiến độ")
    assert "Kết quả: 25 trang" in await town.write(BINH, "xong, 25 trang")


MENDED = ["à 14 hộ thôi", "khong, 14 ho", "quên, 14 hộ thôi"]


@pytest.mark.parametrize("line", MENDED)
async def test_a_figure_just_sent_is_put_right(town: Town, line: str) -> None:
    await report(town, "147 xong, 15 ho")
    assert "Sửa thành: «14 ho»" in await town.write(BINH, line)


@pytest.mark.parametrize("line", ["khong, 4 ho", "à 4 hộ thôi", "không phải 3 mà 4"])
async def test_a_figure_just_noted_is_put_right(town: Town, line: str) -> None:
    await town.write(BINH, "147 gap duoc 3 ho, con 2")
    await town.write(BINH, line)
    assert await notes(town) == ["147 gap duoc 3 ho, con 2", "147 gap duoc 4 ho, con 2"]


async def test_a_share_after_a_share(town: Town) -> None:
    await town.write(BINH, "147 2/4 hộ đã ký")
    await town.write(BINH, "147 3/4")
    assert await row(town, "percent") == (75,)
    assert "50%" in await town.write(BINH, "a quen 2/4 thoi")


@pytest.mark.parametrize("line", ["them 1 anh nua", "bo anh dau tien"])
async def test_of_photos_it_is_no_result(town: Town, line: str) -> None:
    await town.write(BINH, "xong 147, 6 hộ ký")
    assert "Chưa ghi vào kết quả" in await town.write(BINH, line)
    await town.phone(BINH).photo()
    await town.write(BINH, "gửi")
    assert await row(town, "state") == ("review",)
    assert await town.sql("SELECT text FROM completion") == [("6 hộ ký",)]


async def test_each_line_is_of_its_work(town: Town) -> None:
    await give(town, THANG, "Bình", "Danh sách hộ nghèo", "27/11")
    said = await town.write(BINH, "xong 147 1 nha\n148 da gap 3 ho")
    assert "báo xong – «1 nha»" in said
    assert "ghi lại – «da gap 3 ho»" in said
    await town.write(BINH, "gửi")
    assert await notes(town) == ["da gap 3 ho"]


@pytest.mark.parametrize("line", ["the da ghi gi cho 147 roi", "147 đã ghi gì rồi"])
async def test_what_was_written_is_shown(town: Town, line: str) -> None:
    assert "Hạn:" in await town.write(BINH, line)
    assert not await says(town, THANG, line)


async def test_what_is_built_is_no_opinion(town: Town) -> None:
    await town.write(BINH, "147 da do mong nha 2")
    assert await notes(town) == ["147 da do mong nha 2"]


@pytest.mark.parametrize(
    "line", ["chieu thu 5 em ban, cho em xin vang", "hoi Hoa sao 148 chua nhan"]
)
async def test_what_answers_nothing_goes_to_nobody(town: Town, line: str) -> None:
    await give(town, THANG, "Hoa", "Danh sách hộ nghèo", "27/11")
    await town.write(THANG, "Bình oi 147 den dau roi")
    await town.write(THANG, "gửi")
    await town.write(BINH, line)
    await town.later(minutes=1)
    assert not await says(town, THANG, line)
    await town.write(BINH, "gap duoc 3 ho")
    await town.later(minutes=1)
    assert "gap duoc 3 ho" in await last(town, THANG)


async def test_who_is_asked_is_not_told_of_work(town: Town) -> None:
    await town.write(BINH, "147 gap 2 ho")
    await town.write(BINH, "chi Hoa oi phong tang 2 chieu nay ai dung")
    assert await notes(town) == ["147 gap 2 ho"]
    assert not await says(town, HOA, "phong tang 2")


@pytest.mark.parametrize("line", ["thoi", "thôi"])
async def test_nothing_to_leave_is_said(town: Town, line: str) -> None:
    await town.write(BINH, "147")
    assert "chưa ghi gì thêm" in await town.write(BINH, line)


async def test_more_of_what_waits_is_read_back_beside_it(town: Town) -> None:
    await report(town, "147 xong, 30 bo")
    said = await town.write(BINH, "147 them 5 bo roi, tong 35")
    assert "Sửa thành: «30 bo; them 5 bo roi, tong 35»" in said


async def test_help_with_a_part_is_asked_in_these_words(town: Town) -> None:
    line = "147 nho Hoa lam giup phan mua vat lieu"
    assert line in await town.write(BINH, line)
    await town.write(BINH, "gửi")
    await town.later(minutes=1)
    assert line in await last(town, THANG)


async def test_stuck_all_over_asks_by_what(town: Town) -> None:
    assert "vướng gì" in await town.write(BINH, "147 vuong het roi")
    assert await row(town, "blocked") == ("",)


async def test_this_morning_is_no_limit(town: Town) -> None:
    """Early on the day after the limit, several figures of one kind are told."""
    await town.go_to(clock(23, 7, 30))
    line = "147 sang nay gap duoc 2 ho, 1 ho ky, con 5 ho"
    await town.write(BINH, line)
    assert await notes(town) == [line]


@pytest.mark.parametrize(
    "line", ["147 nho Hoa di gap ho dan giup em thu 5", "147 em can Hoa di cung thu 5"]
)
async def test_whoever_seeks_help_is_asked_whether_it_is_heard(town: Town, line: str) -> None:
    assert "muốn nói gì" in await town.write(BINH, line)
    await town.tap(BINH, "Hỏi người giao")
    await town.later(minutes=1)
    assert line in await last(town, THANG)


@pytest.mark.parametrize("line", ["xong 147 6/6 ho", "147 xong, 6/6 ho ky"])
async def test_all_of_them_is_a_result(town: Town, line: str) -> None:
    assert "Kết quả: 6/6 ho" in await town.write(BINH, line)


async def test_the_part_of_a_share_is_put_right(town: Town) -> None:
    await town.write(BINH, "147 18/30 ho")
    await town.write(BINH, "khong phai 18 ma 19")
    assert await row(town, "percent") == (63,)


@pytest.mark.parametrize("line", ["nhan phoi hop 147", "da nhan phoi hop"])
async def test_whoever_is_asked_to_help_takes_it_in_words(town: Town, line: str) -> None:
    await town.write(THANG, "thêm Hoa phối hợp 147")
    await town.write(THANG, "gửi")
    assert "phối hợp việc NV-2026-0147" in await town.write(HOA, line)
    assert await town.sql("SELECT accepted_at IS NULL FROM assignment_support") == [(0,)]


async def test_the_number_of_one_kind_is_put_right(town: Town) -> None:
    await town.write(BINH, "xong 147, 28 ho ngheo, 9 ho can ngheo")
    said = await town.write(BINH, "sai roi, 29 ho ngheo")
    assert "29 ho ngheo, 9 ho can ngheo" in said
    assert "28" not in said
