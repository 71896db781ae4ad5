"""Thanks take nothing from a result, one obstacle nothing from another, and new work is taken."""

import pytest

from tests.helpers.assignments import give
from tests.helpers.sent import reports, taken
from tests.town import BINH, THANG, Town, clock

LATER = clock(19, 10)


@pytest.mark.parametrize(
    "words",
    [
        "6/6 hộ đã ký, cảm ơn chị",
        "đã phát 120 tờ cảm ơn anh nhiều",
        "hộ khu 2 cũng ký, em cảm ơn",
    ],
)
async def test_a_result_with_thanks_is_a_result(town: Town, words: str) -> None:
    await taken(town, 147)
    await town.write(BINH, "báo xong 147")
    assert f"Kết quả: {words}" in await town.write(BINH, words)


@pytest.mark.parametrize(
    "words", ["cảm ơn chị", "cảm ơn chị nhiều, hẹn thứ 5", "chúc chị 20/10 vui vẻ"]
)
async def test_thanks_alone_are_none(town: Town, words: str) -> None:
    await taken(town, 147)
    await town.write(BINH, "báo xong 147")
    assert "Kết quả" not in await town.write(BINH, words)
    assert await reports(town) == []


async def obstacle(town: Town) -> str:
    [(stands,)] = await town.sql("SELECT blocked FROM assignment WHERE number = 147")
    return str(stands)


async def test_a_loose_remark_is_asked_and_replaces_no_obstacle(town: Town) -> None:
    await taken(town, 147)
    await town.write(BINH, "147 vướng: hộ khu 3 đòi giá cao")
    await town.go_to(LATER)
    assert "Thêm vào, thay vướng cũ, hay chỉ ghi lại?" in await town.write(
        BINH, "hết xăng giữa đường"
    )
    await town.write(BINH, "chỉ ghi lại")
    assert await obstacle(town) == "hộ khu 3 đòi giá cao"
    assert "«kẹt xe chút»" in await town.write(BINH, "kẹt xe chút")
    await town.tap(BINH, "Thêm vướng mắc")
    assert await obstacle(town) == "hộ khu 3 đòi giá cao; kẹt xe chút"


async def test_another_obstacle_of_the_work_named_stands_beside_the_first(town: Town) -> None:
    await taken(town, 147)
    await town.write(BINH, "147 vướng: hộ khu 3 đòi giá cao")
    await town.go_to(LATER)
    await town.write(BINH, "147 vướng: chưa có dấu 5 bản")
    assert await obstacle(town) == "hộ khu 3 đòi giá cao; chưa có dấu 5 bản"
    await town.write(BINH, "nhầm, 6 bản")
    assert await obstacle(town) == "hộ khu 3 đòi giá cao; chưa có dấu 6 bản"


@pytest.mark.parametrize(
    "words", ["147 vuong con 4 ho thoi, ko phai 6", "147 vướng 4 hộ chứ không phải 6"]
)
async def test_a_number_of_the_obstacle_is_put_right(town: Town, words: str) -> None:
    await taken(town, 147)
    await town.write(BINH, "147 vướng: 6 hộ chưa đồng thuận giá")
    await town.go_to(LATER)
    await town.write(BINH, words)
    assert await obstacle(town) == "4 hộ chưa đồng thuận giá"


async def test_a_voice_takes_no_words_away(town: Town) -> None:
    await taken(town, 147)
    await town.write(BINH, "147 vướng: hộ khu 3 đòi giá cao")
    await town.write(BINH, "147 vướng")
    await town.phone(BINH).voice()
    await town.settle()
    assert await obstacle(town) == "hộ khu 3 đòi giá cao"


async def test_a_loose_line_is_of_the_work_that_was_told_of_last(town: Town) -> None:
    await taken(town, 147, 149)
    await town.write(BINH, "147 vướng: hộ khu 3 đòi giá cao")
    assert "NV-2026-0147" in await town.write(BINH, "hết xăng giữa đường")


@pytest.mark.parametrize("asked", ["báo xong 147", "147 vướng", "xong 147, 6 hộ đã ký"])
@pytest.mark.parametrize(
    "words",
    ["dạ em nhận", "ok chị em có mặt", "vâng để em làm ạ", "em nhận nhé chị, cảm ơn chị"],
)
async def test_new_work_is_taken_and_no_older_question_answered(
    town: Town, asked: str, words: str
) -> None:
    await taken(town, 147)
    await town.write(BINH, asked)
    before = await reports(town)
    await give(town, THANG, "Bình", "Soạn giấy mời", "27/11")
    assert "nhận việc NV-2026-0148" in await town.write(BINH, words)
    assert await reports(town) == before
    assert await obstacle(town) == ""


async def test_of_several_new_ones_it_is_asked(town: Town) -> None:
    await taken(town, 147)
    await town.write(BINH, "báo xong 147")
    for what in ("Soạn giấy mời", "Danh sách hộ nghèo"):
        await give(town, THANG, "Bình", what, "27/11")
    assert "nói về việc nào" in await town.write(BINH, "dạ em nhận")


@pytest.mark.parametrize("asked", ["báo xong 147", "147 vướng", "ghi tiến độ 147"])
@pytest.mark.parametrize("words", ["ok chị mai em có mặt", "dạ em đi được ạ"])
async def test_a_promise_that_may_be_of_new_work_is_asked(
    town: Town, asked: str, words: str
) -> None:
    await taken(town, 147)
    await town.write(BINH, asked)
    await town.later(minutes=1)
    await give(town, THANG, "Bình", "Họp tổ 3", "27/11")
    assert "Việc NV-2026-0148. Chưa ghi gì" in await town.write(BINH, words)
    await town.tap(BINH, "Nhận việc")
    assert await reports(town) == []
    assert await obstacle(town) == ""


@pytest.mark.parametrize(
    ("before", "then", "stands"),
    [
        ("chờ đơn vị trả lời", "đơn vị trả lời", "chờ đơn vị trả lời"),
        ("đơn vị trả lời", "đang chờ đơn vị trả lời", "đang chờ đơn vị trả lời"),
        ("cho don vi tra loi", "don vi tra loi", "cho don vi tra loi"),
        ("Chờ đơn vị trả lời", "chờ đơn vị trả lời.", "Chờ đơn vị trả lời"),
        ("16 hộ chưa ký", "6 hộ chưa ký", "16 hộ chưa ký; 6 hộ chưa ký"),
        ("6 hộ chưa bàn", "6 hộ chưa bán", "6 hộ chưa bàn; 6 hộ chưa bán"),
        ("chờ đơn vị trả lời", "chờ đơn vị ký", "chờ đơn vị trả lời; chờ đơn vị ký"),
    ],
)
async def test_the_same_in_more_or_fewer_words_stands_once(
    town: Town, before: str, then: str, stands: str
) -> None:
    """The report said «Vướng: cho don vi tra loi; don vi tra loi»."""
    await taken(town, 147)
    await town.write(BINH, f"147 vướng: {before}")
    await town.go_to(LATER)
    await town.write(BINH, f"147 vướng: {then}")
    assert await obstacle(town) == stands


async def test_what_stood_there_in_other_letters_is_put_right_and_not_lost(town: Town) -> None:
    await taken(town, 147)
    await town.write(BINH, "147 vướng: Chờ dấu 5 bản")
    await town.go_to(LATER)
    await town.write(BINH, "147 vướng: chờ dấu 5 bản")
    await town.write(BINH, "nhầm, 6 bản")
    assert await obstacle(town) == "Chờ dấu 5 bản; chờ dấu 6 bản"
