"""What a head with work of their own says of a colleague by name is of the colleague's work."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.town import BINH, HOA, LAN, THANG, Town, says


@pytest.fixture(autouse=True)
async def own_and_theirs(town: Town) -> None:
    """Bình has 147 and 150, Hoa 148; 149 is the head's own, from a leader."""
    await number_from(town, 147)
    await give(town, THANG, "Bình")
    await give(town, THANG, "Hoa", "Báo cáo phong trào", "27/11")
    await give(town, LAN, "Thắng", "Tham mưu tổng kết", "30/11")
    await give(town, THANG, "Bình", "Trả lời về đèn chiếu sáng", "26/11")
    for who in (BINH, HOA, THANG):
        await town.write(who, "nhận hết")


async def own(town: Town) -> list[tuple[object, ...]]:
    sql = "SELECT state, percent, blocked, due_at FROM assignment WHERE number = 149"
    wishes = await town.sql("SELECT id FROM assignment_request")
    return [*await town.sql(sql), *wishes]


@pytest.mark.parametrize(
    "words",
    ["nhầm, Hoa chỉ đến 30/11 thôi", "lui viec cua Hoa den 30/11", "Hoa gia hạn đến 30/11 nhé"],
)
async def test_more_time_is_theirs(town: Town, words: str) -> None:
    was = await own(town)
    assert "Gia hạn NV-2026-0148" in await town.write(THANG, words)
    await town.write(THANG, "gửi")
    [(due,)] = await town.sql("SELECT due_at FROM assignment WHERE number = 148")
    assert str(due).startswith("2026-11-30")
    assert await own(town) == was


@pytest.mark.parametrize(
    "words",
    [
        "chuyen viec cua Hoa cho Binh",
        "chuyển việc của Hoa sang Bình, Hoa ốm",
        "rút việc của Hoa giao Bình",
    ],
)
async def test_handed_over_by_the_name_of_whose_it_is(town: Town, words: str) -> None:
    said = await town.write(THANG, words)
    assert "Giao lại NV-2026-0148" in said
    await town.write(THANG, "Hoa nghỉ ốm" if "Lý do?" in said else "gửi")
    assert await says(town, BINH, "Việc mới – NV-2026-0148")


@pytest.mark.parametrize(
    "words", ["hỏi Hoa sao chưa xong", "hoi Hoa xem phuong tra loi chua", "Hoa đang ở đâu vậy nhé"]
)
async def test_a_word_to_them_is_no_note_of_ones_own(town: Town, words: str) -> None:
    was = await own(town)
    said = await town.write(THANG, words)
    assert "149" not in said
    assert "148" in said
    assert await own(town) == was


@pytest.mark.parametrize("words", ["Hoa khong phai lam nua", "hủy việc của Hoa"])
async def test_called_off_by_their_name(town: Town, words: str) -> None:
    was = await own(town)
    assert "Hủy NV-2026-0148" in await town.write(THANG, words)
    await town.write(THANG, "trùng việc")
    assert await town.sql("SELECT state FROM assignment WHERE number = 148") == [("cancelled",)]
    assert await own(town) == was


async def test_of_several_the_words_of_its_name_say_which(town: Town) -> None:
    said = await town.write(THANG, "nhac Binh vu den chieu sang, sao lau the")
    assert "150" in said
    assert "147" not in said


async def test_of_several_it_is_asked_which(town: Town) -> None:
    await town.later(minutes=40)
    assert "việc nào" in await town.write(THANG, "hủy việc của Bình, hoãn họp")
    assert "149" not in " ".join(town.phone(THANG).last.labels)
    await town.write(THANG, "150")
    await town.write(THANG, "gửi")
    assert await town.sql("SELECT state FROM assignment WHERE number = 150") == [("cancelled",)]


@pytest.mark.parametrize("words", ["đạt", "không đồng ý", "duyệt nhé"])
async def test_a_verdict_where_nothing_waits_is_no_word_on_ones_own(
    town: Town, words: str
) -> None:
    was = await own(town)
    assert "Không có báo cáo nào chờ" in await town.write(THANG, words)
    assert await own(town) == was


@pytest.mark.parametrize(
    "words", ["149 chờ Hoa gửi số liệu", "đang làm, được 60% rồi", "em xin gia hạn đến 2/12"]
)
async def test_of_ones_own_it_is_ones_own(town: Town, words: str) -> None:
    assert "0148" not in await town.write(THANG, words)


@pytest.mark.parametrize("words", ["Hoa: soạn giấy mời, 26/11", "giao Hoa soạn giấy mời, 26/11"])
async def test_new_work_is_new(town: Town, words: str) -> None:
    assert "CHƯA GIAO" in await town.write(THANG, words)


@pytest.mark.parametrize(
    "words",
    [
        "Hoa lam bao cao nam 2026, truoc 31/12",
        "Hoa soạn giấy mời, thứ 6",
        "Hoa đang ở đâu vậy nhé",
    ],
)
async def test_an_old_question_of_praise_takes_no_order_to_another(town: Town, words: str) -> None:
    await town.write(THANG, "khen Bình")
    assert "biểu dương" not in (await town.write(THANG, words)).lower()
    await town.write(THANG, "ok")
    assert not await says(town, BINH, words)


async def test_praise_that_begins_with_whom_it_praises_is_praise(town: Town) -> None:
    await town.write(THANG, "khen Bình")
    assert "biểu dương" in await town.write(THANG, "Bình vận động rất khéo")
