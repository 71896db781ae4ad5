"""What is said of a proposal in hand changes it or leaves it, and never becomes its matter; of one
that is written down matter and body are put right with a read back."""

import pytest

from tests.helpers.supervision import (
    FUND,
    KALONG,
    LIEN,
    TRACO,
    TRAN,
    names_known,
    office_of_visits,
    propose,
    visit,
)
from tests.town import BINH, Town, says


@pytest.fixture
async def office(town: Town) -> Town:
    return await names_known(await office_of_visits(town))


async def stands(town: Town, number: int = 3) -> tuple[str, str]:
    theme, body = await visit(town, "theme_id, body_id", number)
    names = dict(await town.sql("SELECT id, name FROM lookup"))
    return names[theme], names[body]


@pytest.mark.parametrize(
    "line", ["nhầm r, bỏ cái này", "thôi k đề xuất nữa", "hủy đề xuất này đi"]
)
@pytest.mark.parametrize("asked", ["theme", "openness"])
async def test_it_is_left(office: Town, line: str, asked: str) -> None:
    await office.write(LIEN, f"gs {'vệ sinh bếp' if asked == 'theme' else FUND}, {KALONG}, 9/12")
    assert "không ghi gì" in await office.write(LIEN, line)
    assert await office.sql("SELECT count(*) FROM visit") == [(2,)]


@pytest.mark.parametrize(
    "line", ["nhầm rồi", "anh Sơn ơi nội dung là gì nhỉ", "chờ em hỏi chị Liên"]
)
async def test_what_says_no_name_becomes_none(office: Town, line: str) -> None:
    await office.write(LIEN, f"gs vệ sinh bếp, {KALONG}, 9/12")
    said = await office.write(LIEN, line)
    assert f"«{line}»: chọn" not in said
    assert said.strip()
    assert line not in [name for (name,) in await office.sql("SELECT name FROM lookup")]


@pytest.mark.parametrize(
    "line",
    [
        f"đối tượng là {TRACO}, nội dung tiếp công dân",
        f"nội dung: tiếp công dân; đơn vị: {TRACO}",
        f"nhầm, đối tượng là {TRACO} nội dung là tiếp công dân",
    ],
)
async def test_two_parts_in_one_line(office: Town, line: str) -> None:
    await office.write(LIEN, f"gs vệ sinh bếp, {KALONG}, 9/12")
    assert "Công khai hay" in await office.write(LIEN, line)
    await office.tap(LIEN, "Công khai")
    assert await stands(office) == ("tiếp công dân", TRACO)


@pytest.mark.parametrize(
    "line",
    [
        "GS3 nội dung: tiếp công dân",
        "GS-03 đổi nội dung thành tiếp công dân",
        "nội dung là tiếp công dân",
    ],
)
async def test_of_one_that_is_written_down_it_is_read_back(office: Town, line: str) -> None:
    town = office
    await propose(town, LIEN, FUND, KALONG, "9/12")
    said = await town.write(LIEN, line)
    assert "CHƯA GỬI" in said
    assert f"Nội dung: {FUND} → tiếp công dân" in said
    assert await stands(town) == (FUND, KALONG)
    assert "đã sửa" in await town.write(LIEN, "gửi")
    assert await stands(town) == ("tiếp công dân", KALONG)
    assert await says(town, TRAN, f"{FUND} → tiếp công dân")
    await town.tap(LIEN, "Hoàn tác")
    assert await stands(town) == (FUND, KALONG)
    assert await says(town, TRAN, f"tiếp công dân → {FUND}")


async def test_a_new_name_is_said_and_one_like_it_offered(office: Town) -> None:
    town = office
    await propose(town, LIEN, FUND, KALONG, "9/12")
    said = await town.write(LIEN, "GS3 đối tượng: phường Trà Cổ mới")
    assert "Tên mới: phường Trà Cổ mới" in said
    await town.tap(LIEN, TRACO)
    await town.tap(LIEN, "Gửi")
    assert await stands(town) == (FUND, TRACO)


async def test_it_stays_and_others_may_not(office: Town) -> None:
    town = office
    await propose(town, LIEN, FUND, KALONG, "9/12")
    await town.write(LIEN, "GS3 nội dung: tiếp công dân")
    assert "vẫn như đã ghi" in await town.write(LIEN, "thôi")
    assert "CHƯA GỬI" not in await town.write(BINH, "GS3 nội dung: tiếp công dân")
    await town.sql("UPDATE visit SET stage = 'sent', version = version + 1 WHERE number = 3")
    assert "sang bước khác" in await town.write(LIEN, "GS3 nội dung: tiếp công dân")
    assert await stands(town) == (FUND, KALONG)


async def test_just_written_down_and_not_meant_is_read_back(office: Town) -> None:
    town = office
    await propose(town, LIEN, FUND, KALONG, "9/12")
    assert "không tổ chức" in await town.write(LIEN, "nhầm r, bỏ cái này")
    assert await visit(town, "stage", 3) == ("proposed",)


@pytest.mark.parametrize("line", ["không đồng ý", "k đồng ý nhé", "chưa nhất trí ạ"])
async def test_a_wish_to_go_together_is_refused_in_words(office: Town, line: str) -> None:
    town = office
    await propose(town, BINH, FUND, KALONG, "9/12")
    await propose(town, LIEN, FUND, KALONG, "tháng 12")
    await town.tap(LIEN, "Gộp đoàn")
    assert await says(town, BINH, "GS-04")
    assert "đề nghị gộp" in await town.write(BINH, line)
    await town.later(hours=1)
    await propose(town, LIEN, "tiếp công dân", KALONG, "10/12")
    await town.write(LIEN, "GS5 gộp GS3")
    await town.tap(LIEN, "Gộp đoàn")
    assert "không đồng ý" in await town.write(BINH, line)
    open_ones = "SELECT visit_id FROM visit_wish WHERE answered_at IS NULL"
    assert await town.sql(open_ones) == [(4,)]
