"""What hangs on a visit that nobody is told of is told to nobody either: what was merged into it,
who shares its trip, the names that came with it, what a guest is asked to."""

from datetime import timedelta

import pytest

from domain.access import Role
from storage import Work
from tests.helpers.matters import move_in
from tests.helpers.supervision import (
    FUND,
    KALONG,
    LIEN,
    TRACO,
    TRAN,
    office_of_visits,
    propose,
    together,
)
from tests.town import BINH, DUNG, HANH, LAN, MAI, THANG, Neighbour, Town, clock

THEME, BODY = "sữa học đường", "trường mầm non Hoa Sen"
SECRETS = (THEME, "sua hoc duong", BODY, "Hoa Sen")
DAT = Neighbour("Vũ Tiến Đạt", 8221, "KTGS", "LDLD", (Role.STAFF,))
OTHERS = (DUNG, HANH, THANG)
ASKED = (
    "giám sát",
    "tuần này gs ở đâu",
    "gs tháng này",
    "so với năm trước",
    "nơi chưa giám sát",
    "kiến nghị đang theo dõi",
    "danh sách hiệp thương",
    "in chương trình",
    "GS1",
    "GS2",
    "GS2 trùng",
    "bảng kiểm GS2",
    "bảng kiểm nội dung sữa: sạch",
    "/dulieu",
)


@pytest.fixture
async def office(town: Town) -> Town:
    return await office_of_visits(town)


async def everything(town: Town, who: Neighbour) -> str:
    """What somebody hears who asks for all that may be asked."""
    for line in ASKED:
        await town.write(who, line)
    return "\n".join(await town.heard(who))


async def labels(town: Town, who: Neighbour) -> list[str]:
    await town.screen(who)
    return [button.text for m in town.phone(who).messages for button in m.buttons or ()]


async def test_what_became_one_with_it_is_hidden_with_it(office: Town) -> None:
    town = office
    await propose(town, LIEN, THEME, BODY, "tuần này")
    await propose(town, BINH, THEME, BODY, "tuần này")
    await together(town, TRAN, "GS2 gộp GS1")
    await town.write(LAN, "GS1 không báo trước")
    for who in OTHERS:
        heard = await everything(town, who)
        assert not [word for word in (*SECRETS, "GS-01", "GS-02") if word in heard], heard
        assert "gộp giảm" not in heard
    assert "Đã gộp vào GS-01" in await town.write(BINH, "GS2")
    assert "Đã gộp vào GS-01" in await town.write(TRAN, "GS2")


@pytest.mark.parametrize("line", ["GS2 gộp GS1", "GS1 gộp GS2", "GS2 đi chung GS1"])
async def test_a_hidden_one_goes_together_with_none_that_is_open(office: Town, line: str) -> None:
    """Who may see it reads why; to the proposer of the open one there is no such code."""
    town = office
    await propose(town, LIEN, when="tuần này")
    await propose(town, TRAN, f"không báo trước {THEME}", BODY, "tuần này")
    before = await town.sql("SELECT stage, kept_id, trip_id, unannounced FROM visit")
    assert "GS-02 không báo trước, GS-01 công khai" in await town.write(TRAN, line)
    unknown = await town.write(LIEN, line.replace("GS2", "GS9"))
    assert await town.write(LIEN, line) == unknown
    assert await town.sql("SELECT stage, kept_id, trip_id, unannounced FROM visit") == before
    assert not [text for text in await town.heard(LIEN) if "GS-02" in text]


async def test_who_shares_its_trip_is_not_said(office: Town) -> None:
    town = office
    await propose(town, LIEN, THEME, BODY, "tuần này")
    await propose(town, BINH, FUND, KALONG, "tuần này")
    await together(town, TRAN, "GS2 đi chung GS1", "Đi chung chuyến")
    await town.write(LAN, "GS1 không báo trước")
    for who in OTHERS:
        heard = await everything(town, who)
        assert KALONG in heard
        assert not [word for word in (*SECRETS, "GS-01", "chung chuyến") if word in heard], heard
    assert "Đi chung chuyến với GS-01" in await town.write(TRAN, "GS2")


async def test_names_that_came_with_it_are_offered_to_nobody(office: Town) -> None:
    """Secret from its first word: to others there is no such theme and no such body, and they
    may write them down as new."""
    town = office
    await propose(town, BINH, FUND, TRACO)
    said = await propose(town, TRAN, f"không báo trước {THEME}", BODY, "tuần này")
    assert "GS-02" in said
    assert "🔒" in said
    for who in OTHERS:
        await town.write(who, "đề xuất giám sát")
        await town.write(who, f"đề xuất giám sát {THEME}")
        await town.write(who, f"đề xuất giám sát {FUND}, Hoa Sen")
        heard = "\n".join([*await town.heard(who), *await labels(town, who)])
        assert FUND in heard
        assert not [word for word in (THEME, BODY) if f"[{word}" in heard or BODY in heard], heard
    assert "Nội dung gì" not in await town.write(LAN, f"đề xuất giám sát {THEME}"), "she knows it"
    await town.write(THANG, "thôi")
    assert "Chưa thấy trùng" in await propose(town, THANG, "sua hoc duong", BODY, "tuần này")
    assert "GS-03" in await town.write(TRAN, "GS2 trùng"), "who leads it sees what it meets"
    assert "GS-02" not in await town.write(THANG, "GS3 trùng")


@pytest.mark.parametrize(
    "line",
    [
        "đề xuất gs đột xuất khám chữa bệnh bhyt, trạm y tế Hải Hòa, tuần này",
        "gs dot xuat kham chua benh bhyt, tram y te Hai Hoa, tuan nay",
        "de xuat giam sat dot xuat kham chua benh, tram y te Hai Hoa, tuan nay",
    ],
)
async def test_sudden_is_unannounced(office: Town, line: str) -> None:
    town = office
    said = await town.write(TRAN, line)
    assert "🔒" in said
    while "ghi mới" in said:
        said = await town.tap(TRAN, "Ghi mới")
    assert "GS-01" in said
    assert "🔒" in said
    assert "Không tìm thấy" in await town.write(DUNG, "GS1")


async def test_a_guest_of_it_reads_neither_what_nor_where(office: Town) -> None:
    town = office
    await propose(town, LIEN, THEME, BODY, "tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', unannounced = 1, version = version + 1")
    await town.write(TRAN, "GS1 đoàn: Trận trưởng đoàn, Liên")
    said = await town.write(TRAN, "GS1 mời bà Nguyễn Thị An")
    await town.phone(MAI).start(said.rpartition("start=")[2].split()[0])
    brief = await town.screen(MAI)
    assert "cùng đi giám sát" in brief
    await town.tap(MAI, "Nhận lời")
    heard = "\n".join([brief, *await town.heard(MAI)])
    assert not [word for word in SECRETS if word in heard]


async def test_what_is_recommended_is_hidden_until_it_is_over(office: Town) -> None:
    """Whoever answers for supervision and was not there, and the office, see it when it is over;
    the report counts it then."""
    town = office
    await move_in(town, (DAT,), first=40)
    await propose(town, TRAN, f"không báo trước {THEME}", BODY, "tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.write(TRAN, "GS1 đoàn: Trận trưởng đoàn, Hoa")
    await town.write(TRAN, "GS1 đã đến")
    await town.write(TRAN, "bảng kiểm GS1")
    await town.write(TRAN, "GS1 kiến nghị: công khai thực đơn")
    await town.write(TRAN, "KN1 số 142 ngày 19/11")
    lines = ("KN1", "theo dõi", "kiến nghị đang theo dõi", "bảng kiểm", "BK1", "bảng kiểm KN1")
    for who in (DAT, HANH):
        for line in lines:
            await town.write(who, line)
        heard = "\n".join(await town.heard(who))
        told = (*SECRETS, "KN-001", "BK-01", "thực đơn")
        assert not [word for word in told if word in heard], heard
    assert BODY in await town.write(LAN, "KN1")
    assert await recommended(town) == 0
    await town.write(TRAN, "GS1 kết quả: nhắc nhở")
    assert BODY in await town.write(DAT, "KN1")
    assert await recommended(town) == 1


async def recommended(town: Town) -> int:
    def total(work: Work) -> int:
        return len(work.matters.recommendations(clock(1, 0), work.now + timedelta(hours=1)))

    return int(await town.work(total))


async def test_nobody_is_reminded_who_may_not_know_of_it(office: Town) -> None:
    """Without a head of the team the next step is nobody's but who decides."""
    town = office
    await move_in(town, (DAT,), first=40)
    await propose(town, TRAN, f"không báo trước {THEME}", BODY, "tuần này")
    await town.sql("UPDATE visit SET stage = 'planned', version = version + 1")
    await town.go_to(clock(23, 10))
    assert not [text for text in await town.heard(DAT) if "GS-01" in text]
    assert [text for text in await town.heard(TRAN) if "GS-01" in text]
