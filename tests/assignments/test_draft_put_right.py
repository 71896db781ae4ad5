"""A draft of work that is shown is put right in words before it is given."""

import pytest

from tests.helpers.assignments import given
from tests.town import HANH, Town

LINES = "Bình: rà soát hộ nghèo, thứ 4\nHoa: làm băng rôn, thứ 6"


@pytest.mark.parametrize(
    "words", ["2 thoi t5 tuan sau", "hạn 2 thứ 5 tuần sau", "viec 2 t5 tuan sau"]
)
async def test_another_day_for_one_line(town: Town, words: str) -> None:
    await town.write(HANH, LINES)
    assert "26/11" in await town.write(HANH, words)
    await town.write(HANH, "ok giao")
    assert await given(town) == [("Bình", "2026-11-25"), ("Hoa", "2026-11-26")]


async def test_another_lead_and_a_line_left_out(town: Town) -> None:
    await town.write(HANH, LINES)
    assert "Dung" in await town.write(HANH, "1 giao Dung")
    await town.write(HANH, "bo dong 2")
    await town.write(HANH, "giao viec")
    assert [lead for lead, _ in await given(town)] == ["Dung"]


async def test_of_two_lines_it_is_asked_which(town: Town) -> None:
    await town.write(HANH, LINES)
    assert "số dòng" in await town.write(HANH, "thôi thứ 5 tuần sau")
    assert "không có" not in await town.write(HANH, "7 hạn thứ 5")
    assert await given(town) == []


async def test_an_hour_alone_asks_for_the_day(town: Town) -> None:
    await town.write(HANH, "Bình: rà soát hộ nghèo, thứ 4")
    said = await town.write(HANH, "thôi 6h")
    assert "Hạn" in said
    assert await given(town) == []


async def test_the_only_line_needs_no_number(town: Town) -> None:
    await town.write(HANH, "Bình: rà soát hộ nghèo, thứ 4")
    assert "26/11" in await town.write(HANH, "thoi t5 tuan sau")
    await town.write(HANH, "giao")
    assert await given(town) == [("Bình", "2026-11-26")]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("bo cai cua hoa di, chi giao binh thoi", ["Bình"]),
        ("thoi bo viec 2", ["Bình"]),
        ("2 bỏ đi em", ["Bình"]),
        ("khỏi giao Hoa nữa", ["Bình"]),
        ("chỉ giữ lại việc 2", ["Hoa"]),
        ("bo viec cua Binh, con lai giao", ["Hoa"]),
    ],
)
async def test_a_line_goes_out_by_its_number_or_its_name(
    town: Town, words: str, left: list[str]
) -> None:
    await town.write(HANH, LINES)
    assert "CHƯA GIAO" in await town.write(HANH, words)
    assert await given(town) == []
    await town.write(HANH, "ok")
    assert [lead for lead, _ in await given(town)] == left


async def test_words_go_out_of_a_title(town: Town) -> None:
    await town.write(HANH, "Bình: rà soát hộ nghèo câu 144, thứ 4\nHoa: làm băng rôn, thứ 6")
    said = await town.write(HANH, "viec 1 bo cau 144 di")
    assert "Bình: rà soát hộ nghèo\n" in said
    assert "Hoa: làm băng rôn\n" in said
    assert "chưa giao gì" in await town.write(HANH, "viec 2 bo chu ho ngheo")


async def test_words_that_may_have_changed_it_keep_it_from_being_given(town: Town) -> None:
    """«cái kia để xem lại đã» and «ok», «giao»: what would be given is asked, or shown anew."""
    await town.write(HANH, LINES)
    assert "«bỏ việc 2»" in await town.write(HANH, "cai kia de xem lai the nao da chu")
    assert "câu nào" in await town.write(HANH, "ok")
    assert "CHƯA GIAO" in await town.write(HANH, "giao việc")
    assert await given(town) == []
    await town.write(HANH, "giao việc")
    assert len(await given(town)) == 2


async def test_a_reporting_period_is_no_limit(town: Town) -> None:
    await town.write(HANH, "Bình: rà soát hộ nghèo, thứ 4")
    for words in ("tháng 11", "quý này", "vi sao dcpl 1/3"):
        assert "chưa giao gì" in await town.write(HANH, words), words
    await town.tap(HANH, "Giao việc")
    assert await given(town) == [("Bình", "2026-11-25")]


async def test_more_that_is_put_right_in_words(town: Town) -> None:
    """«hình như 38 thôi», «thêm Hoa phối hợp», «thôi để Dung làm», «thôi k cần»."""
    await town.write(HANH, "giao binh lap ds 40 ho kho khan, t3")
    assert "lap ds 38 ho" in await town.write(HANH, "hình như 38 thôi")
    assert "lap ds 39 ho" in await town.write(HANH, "a nham 39 ho")
    assert "chưa giao gì" in await town.write(HANH, "a 12 thung")
    assert "🤝 Nguyễn Thị Hoa" in await town.write(HANH, "them Hoa phoi hop")
    assert "đ/c Lý Thị Dung: lap" in await town.write(HANH, "thoi de Dung lam")
    assert "bỏ bản nháp" in await town.write(HANH, "thoi k can")
    await town.write(HANH, "ok")
    assert await given(town) == []
