"""«xin ý kiến …» of one leader or of the committee is a question to them, whatever else it may
look like."""

from typing import Any

import pytest

from domain.access import Duty, Role
from tests.helpers.assignments import give, number_from
from tests.helpers.begun import begun
from tests.town import CUONG, HANH, HOA, LAN, Town


@begun
async def led_by_two(town: Town) -> Town:
    """Lan presides, Hoa leads too, and heads the youth's; Hạnh has work open of her own."""

    def prepare(work: Any) -> None:
        work.people.grant(town.person(HOA), Role.LEADER, work.today)
        work.duties.give(Duty.CHAIR, work.today, person_id=town.person(LAN))

    await number_from(town, 147)
    await town.work(prepare)
    await give(town, LAN, "Hạnh")
    return town


@pytest.mark.parametrize(
    ("line", "to", "words"),
    [
        ("xin y kien chi Hoa: cho muon hoi truong chieu t5", "đ/c Nguyễn Thị Hoa", "cho muon hoi"),
        (
            "em xin ý kiến đ/c Hoa về việc mượn hội trường chiều t5",
            "đ/c Nguyễn Thị Hoa",
            "mượn hội",
        ),
        (
            "xin ý kiến chủ tịch: cho phép lùi hội nghị đến 25/1",
            "đ/c Trần Thị Lan",
            "lùi hội nghị",
        ),
        ("xin y kien chu tich cho lui hoi nghi den 25/1", "đ/c Trần Thị Lan", "cho lui hoi nghi"),
        ("kính xin ý kiến ban thường vụ: xử lý nhà cũ thôn 5", "Thường trực", "xử lý nhà cũ"),
        ("xin chỉ đạo của lãnh đạo về việc đổi giờ họp", "Thường trực", "đổi giờ họp"),
    ],
)
async def test_it_is_read_back_with_whom_it_reaches(
    led_by_two: Town, line: str, to: str, words: str
) -> None:
    town = led_by_two
    before = await town.sql("SELECT due_at, blocked, state FROM assignment")
    said = await town.write(HANH, line)
    assert "CHƯA GỬI" in said
    assert f"Gửi {to}?" in said
    assert words in said
    assert await town.sql("SELECT 1 FROM matter") == []
    assert await town.sql("SELECT due_at, blocked, state FROM assignment") == before
    assert await town.sql("SELECT 1 FROM assignment_request") == []


@pytest.mark.parametrize(
    ("line", "to"),
    [
        ("xin y kien chu tich hoi phu nu: cho muon hoi truong", "đ/c Nguyễn Thị Hoa"),
        ("xin ý kiến bí thư thành đoàn: cho mượn hội trường", "«bí thư thành đoàn»"),
        ("xin y kien chu tich LDLD: cho muon hoi truong", "«chu tich LDLD»"),
        ("xin y kien d/c chu tich hoi nong dan: cho muon hoi truong", "chu tich hoi nong dan»"),
        ("xin ý kiến chủ tịch MTTQ: cho mượn hội trường", "đ/c Trần Thị Lan"),
        ("xin y kien pho chu tich: cho muon hoi truong", "«pho chu tich»"),
        ("xin y kien pho chu tich hoi phu nu: cho muon xe", "«pho chu tich hoi phu nu»"),
    ],
)
async def test_a_title_is_whose_it_is_or_nobodys(led_by_two: Town, line: str, to: str) -> None:
    said = await led_by_two.write(HANH, line)
    assert to in said
    assert ("CHƯA GỬI" in said) is ("đ/c" in to)
    assert await led_by_two.sql("SELECT 1 FROM matter") == []


@pytest.mark.parametrize(
    "names", ["chi Hoa va chi Lan", "chị Lan, chị Hoa", "chị Hoa với anh Bình"]
)
async def test_of_two_it_is_asked_which(led_by_two: Town, names: str) -> None:
    said = await led_by_two.write(HANH, f"xin ý kiến {names}: cho mượn hội trường chiều t5")
    assert "mỗi lần xin ý kiến một đồng chí" in said
    assert await led_by_two.sql("SELECT 1 FROM expectation WHERE topic LIKE '%draft%'") == []


async def test_sent_it_is_asked_of_that_leader(led_by_two: Town) -> None:
    town = led_by_two
    await town.write(HANH, "xin y kien chi Hoa: cho muon hoi truong chieu t5")
    await town.tap(HANH, "Gửi")
    assert "cho muon hoi truong chieu t5" in (await town.heard(HOA))[-1]
    await town.tap(HOA, "Đồng ý")
    assert await town.sql("SELECT state, owner_id FROM matter") == [("agreed", town.person(HOA))]


async def test_who_leads_nothing_is_not_asked_so(led_by_two: Town) -> None:
    town = led_by_two
    said = await town.write(HANH, "xin ý kiến anh Bình: cho mượn xe")
    assert "không ở trong lãnh đạo" in said
    assert await town.sql("SELECT 1 FROM matter") == []


async def test_whoever_may_not_ask_has_nothing_written(led_by_two: Town) -> None:
    town = led_by_two
    said = await town.write(CUONG, "xin ý kiến chị Hoa: cho mượn xe")
    assert "chưa được phân quyền" in said
    assert await town.sql("SELECT 1 FROM matter") == []


@pytest.mark.parametrize(
    "line",
    [
        "xin ý kiến chị Hoa chưa",
        "xin ý kiến anh Lực cho mượn xe",
        "đã xin ý kiến chị Hoa: chị đồng ý rồi",
        "xin ý kiến dân về việc đặt tên đường",
    ],
)
async def test_what_asks_nobody_here_is_no_question(led_by_two: Town, line: str) -> None:
    assert "CHƯA GỬI – xin ý kiến" not in await led_by_two.write(HANH, line)
