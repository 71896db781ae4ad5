"""Several pieces of one's own work in one line: each that is named is done, no word lost."""

import pytest

from tests.helpers.assignments import last, numbered
from tests.helpers.begun import begun
from tests.helpers.sent import photo, proofs
from tests.town import BINH, HOA, THANG, Town


@begun(autouse=True)
async def three(town: Town) -> None:
    """Bình has 147 until Friday, 148 and 149 later; 150 is Hoa's."""
    await numbered(
        town,
        (THANG, "Bình", "Lập danh sách hộ nghèo", "27/11"),
        (THANG, "Bình", "Thu quỹ vì người nghèo", "30/11"),
        (THANG, "Hoa", "Soạn kế hoạch 8/3", "30/11"),
    )


async def states(town: Town) -> str:
    """The first letters of 147 to 150: assigned, doing, review."""
    found = await town.sql("SELECT state FROM assignment WHERE number > 146 ORDER BY number")
    return "".join(state[0] for (state,) in found)


@pytest.mark.parametrize(
    ("line", "became"),
    [
        ("nhận hết", "ddda"),
        ("ok em nhận cả 3 việc ạ", "ddda"),
        ("nhan 147, 148", "ddaa"),
        ("147,148,149 ok", "ddda"),
        ("nhận hết trừ 148", "dada"),
        ("147 70%, 148 được một nửa", "ddaa"),
    ],
)
async def test_what_rings_with_nobody_is_done_at_once(town: Town, line: str, became: str) -> None:
    assert "Đã ghi" in await town.write(BINH, line)
    assert await states(town) == became


async def test_another_count_than_there_is_is_asked_by_buttons(town: Town) -> None:
    await town.write(BINH, "nhận 2 việc")
    assert [label[:3] for label in town.phone(BINH).last.labels] == ["147", "148", "149"]
    assert await states(town) == "aaaa"


@pytest.mark.parametrize("line", ["147 148 xong rồi", "xong 147, 148", "147 xong, 148 cũng thế"])
async def test_each_result_is_read_back_and_goes(town: Town, line: str) -> None:
    said = await town.write(BINH, line)
    assert said.count("báo xong") == 2
    assert await states(town) == "aaaa"
    await town.write(BINH, "gửi")
    assert await states(town) == "rraa"


async def test_one_reason_is_asked_for_all_that_want_more_time(town: Town) -> None:
    said = await town.write(BINH, "147 149 xin gia hạn đến 11/12")
    assert said.count("xin gia hạn đến thứ Sáu, 11/12") == 2
    assert "Lý do" in said
    await town.write(BINH, "chờ kinh phí của thành phố")
    asked = "SELECT reason, date(new_due, 'unixepoch') FROM assignment_request"
    assert await town.sql(asked) == [("chờ kinh phí của thành phố", "2026-12-11")] * 2


async def test_each_is_done_as_it_is_said_alone(town: Town) -> None:
    said = await town.write(
        BINH, "báo cáo anh em nhận 147, 148 xong 12 hộ, 149 xin đến 5/12 vì chờ kinh phí"
    )
    assert "147 Vận động 6 hộ: nhận việc" in said
    assert "148 Lập danh sách hộ nghèo: báo xong – «12 hộ»" in said
    assert (
        "149 Thu quỹ vì người nghèo: xin gia hạn đến thứ Bảy, 5/12 17h00 – «chờ kinh phí»" in said
    )
    await town.tap(BINH, "Gửi")
    assert await states(town) == "draa"
    assert await town.sql("SELECT count(*) FROM assignment_request") == [(1,)]


async def test_who_would_do_it_instead_is_read_back_with_the_rest(town: Town) -> None:
    said = await town.write(BINH, "em nhận 147, còn 148 nhờ chị Hoa làm hộ")
    assert "xin chuyển cho đ/c Nguyễn Thị Hoa" in said
    await town.write(BINH, "gửi")
    assert "sang đ/c Nguyễn Thị Hoa" in await last(town, THANG)
    assert await states(town) == "daaa"


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("nhận 147, 150", "150: không phải việc của đồng chí"),
        ("nhận 147, 199", "199: không phải việc của đồng chí"),
        ("147 nhận, 148 không nhận", "148 Lập danh sách hộ nghèo: chưa rõ ý"),
    ],
)
async def test_what_cannot_be_is_named(town: Town, line: str, named: str) -> None:
    assert named in await town.write(BINH, line)
    assert await states(town) == "daaa"


async def test_a_day_that_is_not_later_is_named_and_the_other_goes(town: Town) -> None:
    said = await town.write(BINH, "147 149 xin gia hạn đến 26/11 vì ốm")
    assert "149 Thu quỹ vì người nghèo: ngày xin không sau hạn hiện nay" in said
    await town.write(BINH, "gửi")
    assert await town.sql("SELECT count(*) FROM assignment_request") == [(1,)]


async def test_less_than_before_is_read_back(town: Town) -> None:
    await town.write(BINH, "147 60%")
    assert "CHƯA GHI" in await town.write(BINH, "147 50%, 148 30%")
    await town.write(BINH, "gửi")
    far = "SELECT percent FROM assignment WHERE number IN (147, 148) ORDER BY number"
    assert await town.sql(far) == [(50,), (30,)]


async def test_a_photo_goes_with_each(town: Town) -> None:
    await photo(town, caption="147, 148 xong rồi nhé")
    await town.write(BINH, "gửi")
    assert await states(town) == "rraa"
    assert await proofs(town, "completion") == 2


@pytest.mark.parametrize(
    "line",
    ["147 và 148 trùng nhau", "nhầm, là của 147 chứ không phải 148 xong", "147 148 xong chưa"],
)
async def test_what_says_nothing_of_each_does_nothing(town: Town, line: str) -> None:
    await town.write(BINH, line)
    await town.write(BINH, "gửi")
    assert await states(town) == "aaaa"


async def test_of_whoever_decides_others_numbers_are_no_report(town: Town) -> None:
    await town.write(THANG, "147, 150 xong")
    assert await states(town) == "aaaa"
    await town.press(HOA, "a.each:0")
    assert await states(town) == "aaaa"
