"""Words that name a visit, a matter, a register or a checklist are never about work that they do
not name: what they speak of is shown, with the words, and nothing is written."""

import pytest

from tests.helpers.assignments import give, number_from
from tests.helpers.matters import LIEN, TRAN, matter
from tests.helpers.supervision import office_of_visits, propose
from tests.town import BINH, HANH, THANG, Town

LINES = (
    ("GS1 xong buoi lam viec", "GS-01"),
    ("GS-1 đã làm việc xong", "GS-01"),
    ("đã làm việc xong với phường GS-01", "GS-01"),
    ("GS1 còn vướng bên phường", "GS-01"),
    ("vướng vì GS-1 chưa có kết luận", "GS-01"),
    ("phan cong: Lụa theo doi KN1", "KN-001"),
    ("xong phần gửi KN-001 rồi", "KN-001"),
    ("xong phần sổ GP-01 rồi", "GP-01"),
)


@pytest.fixture
async def office(town: Town) -> Town:
    """Liên has one open task; there is a visit, a recommendation, a register."""
    await office_of_visits(town)
    await number_from(town, 147)
    await give(town, TRAN, "Liên")
    await propose(town, LIEN, when="tuần này")
    await town.write(TRAN, "kiến nghị: niêm yết phí")
    await town.write(THANG, "sổ số liệu")
    await town.tap(THANG, "Lập sổ GPMB")
    await town.write(THANG, "Tuyến Hải Yên - Ninh Dương, 64 hộ")
    await town.tap(THANG, "Phụ trách")
    await town.write(THANG, "liên")
    return town


async def work_of(town: Town) -> list[tuple[object, ...]]:
    rows = await town.sql("SELECT state, percent, version FROM assignment ORDER BY id")
    return [tuple(row) for row in rows]


@pytest.mark.parametrize(("line", "code"), LINES)
async def test_it_is_asked_of_that_thing(office: Town, line: str, code: str) -> None:
    town = office
    before = await work_of(town)
    said = await town.write(LIEN, line)
    assert code in said
    assert line in said
    assert "147" not in said
    assert "Báo xong" not in said
    assert await work_of(town) == before
    labels = town.phone(LIEN).last.labels
    assert not {"Chỉ ghi tiến độ", "Xin gia hạn", "Gửi"} & set(labels)
    assert labels


async def test_it_fills_no_question_of_a_task_unless_it_replies_to_it(office: Town) -> None:
    town = office
    asked = await town.write(LIEN, "xong 147")
    assert "kết quả" in asked
    question = town.phone(LIEN).last
    assert "chưa ghi" in (await town.write(LIEN, "đã làm việc xong với phường GS-01")).lower()
    await town.write(LIEN, "đã làm việc xong với phường GS-01", reply_to=question)
    assert "147" in await town.screen(LIEN)


async def test_with_its_task_named_it_is_of_the_task(office: Town) -> None:
    said = await office.write(LIEN, "xong 147, GS-01 làm việc rồi")
    assert "147" in said
    assert "chưa hiểu" not in said


async def test_what_is_not_there_or_hidden_is_not_found(office: Town) -> None:
    town = office
    before = await work_of(town)
    assert "Không tìm thấy" in await town.write(LIEN, "GS-77 đã làm việc xong")
    assert await work_of(town) == before


async def test_work_about_it_is_given_as_ever(office: Town) -> None:
    said = await office.write(TRAN, "giao Liên chuẩn bị hồ sơ đoàn GS-01, thứ 6")
    assert "chuẩn bị hồ sơ đoàn GS-01" in said
    assert "chưa hiểu" not in said


async def test_a_question_that_its_person_may_no_longer_answer_is_passed_by(office: Town) -> None:
    town = office
    await give(town, THANG, "Bình")
    await town.write(HANH, "công văn đến: 312 hộ nghèo")
    await town.write(HANH, "CV-001 giao Bình")
    await town.write(BINH, "CV-001")
    await town.tap(BINH, "Đã trả lời")
    await town.write(HANH, "CV-001 giao Hoa")
    said = await town.write(BINH, "đã vận động được 4 hộ rồi ạ")
    assert "số và ngày văn bản" not in said
    assert "148" in said
    assert "không thuộc phần việc" not in await town.write(BINH, "số 55 ngày 18/11")
    assert await matter(town, "state", "CV-001") == ("doing",)
