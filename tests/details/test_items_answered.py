"""A leader answers what the report asks in words: yes, no, later, at the briefing, not yet."""

import pytest

from domain.access import Duty
from language.line.fold import bare
from tests.helpers.activities import plan_saturday
from tests.helpers.matters import matter
from tests.helpers.reports import in_full
from tests.town import HANH, LAN, SINCE, THANG, Town, clock


@pytest.fixture(autouse=True)
async def monday(town: Town) -> None:
    """The report of Monday asks two things."""
    await plan_saturday(town)
    await in_full(town, LAN)
    await town.go_to(clock(22, 19, 1))
    await town.tap(HANH, "Việc xin ý kiến")
    await town.write(HANH, "Gia hạn việc 144 đến 30/11\nKinh phí quý IV")
    await town.go_to(clock(23, 8))


async def kinds(town: Town) -> list[str]:
    return [kind for (kind,) in await town.sql("SELECT DISTINCT kind FROM matter")]


@pytest.mark.parametrize("marks", [True, False])
@pytest.mark.parametrize(
    ("words", "code", "state"),
    [
        ("ý kiến số 1 lùi sang tuần sau", "XK-001", "put_off"),
        ("ý 2 để tuần sau", "XK-002", "put_off"),
        ("mục 2 thì hỏi a Diên đã", "XK-002", "asked"),
    ],
)
async def test_it_is_read_back_and_kept(
    town: Town, words: str, code: str, state: str, marks: bool
) -> None:
    words = words if marks else bare(words)
    said = await town.write(LAN, words)
    assert "CHƯA GHI" in said
    assert code in said
    assert f"«{words}»" in said
    assert await matter(town, "state", code) == ("asked",)
    assert code in await town.write(LAN, "gửi")
    assert await matter(town, "state", code) == (state,)
    assert await kinds(town) == ["decision"], "it is no directive and nobody's opinion"
    assert any(words in text for text in await town.heard(HANH))


@pytest.mark.parametrize("marks", [True, False])
@pytest.mark.parametrize(
    ("words", "code", "becomes"),
    [
        ("đồng ý mục 1", "XK-001", ""),
        ("số 1 đồng ý", "XK-001", ""),
        ("mục 2 không đồng ý", "XK-002", ""),
        ("ok mục 2", "XK-002", ""),
        ("câu 2 duyệt", "XK-002", ""),
        ("mục 1: đồng ý gia hạn, Thắng báo cáo trước 5/12", "XK-001", "→ Giao đ/c Lê Văn Thắng"),
    ],
)
async def test_whoever_presides_concludes_with_it(
    town: Town, words: str, code: str, becomes: str, marks: bool
) -> None:
    words = words if marks else bare(words)
    said = await town.write(LAN, words)
    assert f"Kết luận {code}" in said
    assert f"«{words}»" in said
    assert becomes in said
    assert await matter(town, "state", code) == ("asked",)
    await town.write(LAN, "gửi")
    assert await matter(town, "state", code) == ("decided",)
    assert await kinds(town) == ["conclusion", "decision"], "no directive, nobody's opinion"


@pytest.mark.parametrize(("words", "event"), [("đồng ý", "agree"), ("không đồng ý", "differ")])
async def test_beside_a_chair_it_is_an_opinion(town: Town, words: str, event: str) -> None:
    await town.work(lambda w: w.duties.give(Duty.CHAIR, SINCE, person_id=town.person(THANG)))
    await town.write(LAN, f"mục 1 {words}")
    await town.tap(LAN, "Gửi")
    assert await matter(town, "state", "XK-001") == ("asked",)
    last = "SELECT event FROM journal WHERE kind = 'matter' ORDER BY id DESC LIMIT 1"
    assert await town.sql(last) == [(event,)]


@pytest.mark.parametrize(
    ("words", "rings"),
    [
        ("mục 2 để giao ban bàn", 1),
        ("mục 2 khoan đã", 0),
        ("so 2 de toi xem", 0),
        ("muc 2 chua", 0),
    ],
)
async def test_what_decides_nothing_is_kept_at_once(town: Town, words: str, rings: int) -> None:
    """The office hears of what is to be put on the briefing's table."""
    before = len(await town.heard(HANH))
    assert "XK-002" in await town.write(LAN, words)
    assert await matter(town, "state", "XK-002") == ("asked",)
    assert len(await town.heard(HANH)) == before + rings
    assert await kinds(town) == ["decision"]


async def test_a_day_that_is_not_named_is_asked(town: Town) -> None:
    assert "ngày" in await town.write(LAN, "mục 1 lùi lại")
    await town.write(LAN, "30/11")
    assert await matter(town, "state, returns_on", "XK-001") == ("put_off", "2026-11-30")


async def test_several_in_one_line(town: Town) -> None:
    said = await town.write(LAN, "mục 1 đồng ý, mục 2 để tuần sau")
    assert "XK-001" in said
    assert "XK-002" in said
    await town.tap(LAN, "Gửi")
    assert await matter(town, "state", "XK-001") == ("decided",)
    assert await matter(town, "state", "XK-002") == ("put_off",)


async def test_all_of_them_and_what_is_left_alone(town: Town) -> None:
    await town.write(LAN, "đồng ý cả 2")
    await town.write(LAN, "thôi")
    assert await matter(town, "state", "XK-001") == ("asked",)
    await town.write(LAN, "dong y ca 2")
    await town.tap(LAN, "Gửi")
    assert await matter(town, "state", "XK-001") == ("decided",)
    assert await matter(town, "state", "XK-002") == ("decided",)


async def test_a_plain_yes_under_the_report_is_asked_of_which(town: Town) -> None:
    letters = town.phone(LAN).messages
    report = next(m for m in letters if "BÁO CÁO TUẦN" in m.text)
    said = await town.write(LAN, "đồng ý", reply_to=report)
    assert "1. Gia hạn việc 144" in said
    assert "2. Kinh phí quý IV" in said
    await town.write(LAN, "đồng ý mục 2")
    await town.tap(LAN, "Gửi")
    assert "XK-001" in await town.write(LAN, "đồng ý", reply_to=report)
    await town.tap(LAN, "Gửi")
    assert await matter(town, "state", "XK-001") == ("decided",)
    assert await kinds(town) == ["conclusion", "decision"]


async def test_an_old_send_does_nothing_newer(town: Town) -> None:
    await town.write(LAN, "đồng ý mục 1")
    old = town.held(LAN, "Gửi")
    await town.write(LAN, "mục 1 không đồng ý")
    await town.press(LAN, *old)
    assert await matter(town, "state", "XK-001") == ("asked",)


async def test_what_is_not_there_and_who_may_not(town: Town) -> None:
    assert "không có mục 5" in await town.write(LAN, "đồng ý mục 5")
    assert "Kinh phí quý IV" in await town.write(LAN, "mục 2 là gì")
    await town.write(THANG, "đồng ý mục 1")
    assert await matter(town, "state", "XK-001") == ("asked",)
    assert await kinds(town) == ["decision"]
